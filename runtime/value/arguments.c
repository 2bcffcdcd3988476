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

static int place_of(const char *const *names, uint32_t count, rt_value name)
{
    const char *text = rt_str_text(name, &(size_t){0});
    for (uint32_t i = 0; i < count; i++)
        if (!strcmp(text, names[i])) return (int)i;
    return -1;
}

bool rt_arguments_bind(const char *name, const char *const *names, uint32_t required,
                       uint32_t count, const rt_args *args, rt_value *given)
{
    uint32_t total = args->positional + args->named;
    if (total > count)
        return rt_raise_format(&rt_exc_TypeError, "%s() takes at most %u argument%s (%u given)",
                               name, count, count == 1 ? "" : "s", total);
    for (uint32_t i = 0; i < count; i++) given[i] = i < args->positional ? args->values[i] : 0;
    for (uint32_t i = 0; i < args->named; i++) {
        int place = place_of(names, count, args->names[i]);
        if (place < 0)
            return rt_raise_format(&rt_exc_TypeError,
                                   "'%V' is an invalid keyword argument for %s()", args->names[i],
                                   name);
        if (given[place])
            return rt_raise_format(&rt_exc_TypeError,
                                   "argument for %s() given by name ('%s') and position (%d)", name,
                                   names[place], place + 1);
        given[place] = args->values[args->positional + i];
    }
    for (uint32_t i = 0; i < required; i++)
        if (!given[i])
            return rt_raise_format(&rt_exc_TypeError,
                                   "%s() missing required argument '%s' (pos %u)", name, names[i],
                                   i + 1);
    return true;
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
