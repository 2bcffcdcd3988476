/* arguments.c: what the constructors of built-in types do with their arguments (arguments.h). */
#include "value/arguments.h"

#include "value/tuple.h"

bool rt_takes_arguments(rt_type *cls, rt_type *builtin)
{
    if (cls == builtin) return true;
    rt_value name = RT_NAME("__init__");
    return rt_type_lookup(cls, name) == rt_type_lookup(builtin, name);
}

bool rt_no_keywords(const char *name, const rt_args *args)
{
    if (args->named == 0) return true;
    return rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
}

bool rt_count_between(const char *name, const rt_args *args, uint32_t least, uint32_t most)
{
    uint32_t count = args->positional;
    if (count >= least && count <= most) return true;
    uint32_t limit = count < least ? least : most;
    const char *bound = least == most ? "" : count < least ? "at least " : "at most ";
    return rt_raise_format(&rt_exc_TypeError, "%s expected %s%u argument%s, got %u", name, bound,
                           limit, limit == 1 ? "" : "s", count);
}

void rt_args_unpack(rt_packed_args *packed, rt_value args, rt_value kwargs)
{
    rt_tuple *tuple = RT_TUPLE(args);
    uint32_t named = kwargs ? (uint32_t)rt_length(kwargs) : 0, count = tuple->count + named;
    rt_value *values = count ? rt_alloc((count + named) * sizeof(rt_value)) : NULL;
    if (tuple->count) memcpy(values, tuple->items, tuple->count * sizeof(rt_value));
    uint32_t cursor = 0;
    for (uint32_t i = 0; i < named; i++)
        rt_dict_iterate(kwargs, &cursor, &values[count + i], &values[tuple->count + i]);
    packed->args = (rt_args){values, tuple->count, named, values ? values + count : NULL};
    packed->storage = values;
    packed->count = count + named;
}

void rt_args_release(rt_packed_args *packed)
{
    if (packed->storage) rt_free(packed->storage, packed->count * sizeof(rt_value));
}
