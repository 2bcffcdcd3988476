/* lazy.c: what the lazy iterators of builtins and itertools share (lazy.h). */
#include "value/lazy.h"

rt_lazy *rt_lazy_new(rt_type *type, uint32_t count)
{
    rt_lazy *it = rt_object_new(type, type->size);
    if (count)
        it->sources = memset(rt_alloc(count * sizeof(rt_value)), 0, count * sizeof(rt_value));
    it->count = count;
    return it;
}

rt_value rt_lazy_open(rt_lazy *it, const rt_value *iterables)
{
    for (uint32_t i = 0; i < it->count; i++)
        if (!(it->sources[i] = rt_iter(iterables[i]))) {
            RT_RELEASE((rt_value)it);
            return 0;
        }
    return (rt_value)it;
}

void rt_lazy_clear(rt_object *self)
{
    rt_lazy *it = (rt_lazy *)self;
    rt_value first = it->first, second = it->second, *sources = it->sources;
    uint32_t count = it->count;
    it->first = it->second = 0;
    it->sources = NULL;
    it->count = 0;
    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(second);
    for (uint32_t i = 0; i < count; i++) RT_RELEASE_OPT(sources[i]);
    if (sources) rt_free(sources, count * sizeof(rt_value));
}

void rt_lazy_dealloc(rt_object *self)
{
    rt_lazy_clear(self);
    rt_free(self, self->type->size);
}

void rt_lazy_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_lazy *it = (rt_lazy *)self;
    if (it->first) visit(it->first, context);
    if (it->second) visit(it->second, context);
    for (uint32_t i = 0; i < it->count; i++)
        if (it->sources[i]) visit(it->sources[i], context);
}

rt_value rt_lazy_iter(rt_value self)
{
    return rt_retained(self);
}
