/* bind.c: binding a call's arguments to the parameters of a Python function, with CPython's
 * TypeErrors for calls that do not fit. */
#include "value/function.h"
#include "value/tuple.h"

typedef struct binding { /* one call being bound */
    const char *callee;
    const rt_param_list *params;
    const rt_args *args;
    rt_value *out;
    rt_value *packed;
    uint32_t named_count; /* parameters that can be given by name or position */
} binding;

/* ---- texts ----------------------------------------------------------------------------------- */

rt_value rt_quoted_list(const char *const *names, uint32_t count)
{
    rt_value text = rt_str_format("'%s'", names[0]);
    for (uint32_t i = 1; i < count; i++) {
        const char *glue = i + 1 < count ? ", " : count == 2 ? " and " : ", and ";
        rt_value longer = rt_str_format("%V%s'%s'", text, glue, names[i]);
        RT_RELEASE(text);
        text = longer;
    }
    return text;
}

static bool raise_missing(const binding *b, const char *kind, uint32_t first, uint32_t end)
{
    const char *names[64] = {NULL};
    uint32_t count = 0;
    for (uint32_t i = first; i < end && count < 64; i++)
        if (!b->out[i]) names[count++] = b->params->names[i];
    rt_value list = rt_quoted_list(names, count);
    rt_raise_format(&rt_exc_TypeError, "%s() missing %u required %s argument%s: %V", b->callee,
                    count, kind, count == 1 ? "" : "s", list);
    RT_RELEASE(list);
    return false;
}

static bool raise_too_many(const binding *b, uint32_t default_count)
{
    uint32_t positional = b->params->positional, given = b->args->positional, by_name = 0;
    for (uint32_t i = positional; i < b->named_count; i++) by_name += b->out[i] != 0;
    rt_value takes = default_count
                         ? rt_str_format("from %u to %u", positional - default_count, positional)
                         : rt_str_format("%u", positional);
    rt_value also = by_name
                        ? rt_str_format(" positional argument%s (and %u keyword-only argument%s)",
                                        given == 1 ? "" : "s", by_name, by_name == 1 ? "" : "s")
                        : rt_str_c("");
    rt_raise_format(&rt_exc_TypeError, "%s() takes %V positional argument%s but %u%V %s given",
                    b->callee, takes, positional == 1 && !default_count ? "" : "s", given, also,
                    given == 1 && !by_name ? "was" : "were");
    RT_RELEASE(takes);
    RT_RELEASE(also);
    return false;
}

/* Positional-only parameters among the keywords have a message of their own, which names them
 * all. */
static bool raise_unexpected(const binding *b, rt_value keyword)
{
    rt_value list = 0;
    for (uint32_t i = 0; i < b->params->posonly; i++)
        for (uint32_t j = 0; j < b->args->named; j++) {
            if (strcmp(rt_str_text(b->args->names[j], NULL), b->params->names[i])) continue;
            rt_value longer = list ? rt_str_format("%V, %s", list, b->params->names[i])
                                   : rt_str_c(b->params->names[i]);
            RT_RELEASE_OPT(list);
            list = longer;
        }
    if (list)
        rt_raise_format(&rt_exc_TypeError,
                        "%s() got some positional-only arguments passed as keyword arguments: '%V'",
                        b->callee, list);
    else
        rt_raise_format(&rt_exc_TypeError, "%s() got an unexpected keyword argument '%V'",
                        b->callee, keyword);
    RT_RELEASE_OPT(list);
    return false;
}

/* ---- binding --------------------------------------------------------------------------------- */

static void bind_positional(binding *b)
{
    uint32_t given = b->args->positional, room = b->params->positional;
    uint32_t taken = given < room ? given : room;
    if (taken) memcpy(b->out, b->args->values, taken * sizeof(rt_value));
    if (b->params->star) {
        b->packed[0] = rt_tuple_copy(given - taken, b->args->values + taken);
        b->out[b->named_count] = b->packed[0];
    }
}

static int32_t find_parameter(const binding *b, const char *name)
{
    for (uint32_t i = b->params->posonly; i < b->named_count; i++)
        if (!strcmp(b->params->names[i], name)) return (int32_t)i;
    return -1;
}

static bool bind_keyword(binding *b, rt_value name, rt_value v)
{
    if (RT_IS_INT(name) || !rt_is_instance_of(name, &rt_str_type)) {
        rt_raise_format(&rt_exc_TypeError, "%s() keywords must be strings", b->callee);
        return false;
    }
    int32_t index = find_parameter(b, rt_str_text(name, NULL));
    if (index < 0)
        return b->packed[1] ? rt_dict_store(b->packed[1], name, v) : raise_unexpected(b, name);
    if (b->out[index]) {
        rt_raise_format(&rt_exc_TypeError, "%s() got multiple values for argument '%V'", b->callee,
                        name);
        return false;
    }
    b->out[index] = v;
    return true;
}

static bool bind_keywords(binding *b)
{
    if (b->params->star_star) {
        b->packed[1] = rt_dict_new();
        b->out[b->named_count + b->params->star] = b->packed[1];
    }
    for (uint32_t i = 0; i < b->args->named; i++)
        if (!bind_keyword(b, b->args->names[i], b->args->values[b->args->positional + i]))
            return false;
    return true;
}

static bool fill_positional(binding *b, rt_value defaults)
{
    uint32_t count = defaults ? RT_TUPLE(defaults)->count : 0, positional = b->params->positional;
    if (count > positional) count = positional;
    if (b->args->positional > positional && !b->params->star) return raise_too_many(b, count);
    uint32_t required = positional - count;
    for (uint32_t i = 0; i < required; i++)
        if (!b->out[i]) return raise_missing(b, "positional", 0, required);
    uint32_t skip = defaults ? RT_TUPLE(defaults)->count - count : 0;
    for (uint32_t i = required; i < positional; i++)
        if (!b->out[i]) b->out[i] = RT_TUPLE(defaults)->items[skip + i - required];
    return true;
}

/* Borrowed; 0 = none. There are few, so that comparing texts is less work than finding the name. */
static rt_value keyword_default(rt_value kwdefaults, const char *name)
{
    uint32_t cursor = 0;
    for (rt_value key, v; rt_dict_iterate(kwdefaults, &cursor, &key, &v);)
        if (RT_TYPE(key) == &rt_str_type && !strcmp(rt_str_text(key, NULL), name)) return v;
    return 0;
}

static bool fill_keyword_only(binding *b, rt_value kwdefaults)
{
    bool missing = false;
    for (uint32_t i = b->params->positional; i < b->named_count; i++) {
        if (b->out[i]) continue;
        const char *name = b->params->names[i];
        if (kwdefaults) b->out[i] = keyword_default(kwdefaults, name);
        if (!b->out[i]) missing = true;
    }
    return !missing || raise_missing(b, "keyword-only", b->params->positional, b->named_count);
}

bool rt_bind(const char *callee, const rt_param_list *params, rt_value defaults,
             rt_value kwdefaults, const rt_args *args, rt_value *out, rt_value packed[2])
{
    binding b = {callee, params, args, out, packed, (uint32_t)params->positional + params->kwonly};
    memset(out, 0, (b.named_count + params->star + params->star_star) * sizeof(rt_value));
    packed[0] = packed[1] = 0;
    bind_positional(&b);
    return bind_keywords(&b) && fill_positional(&b, defaults) && fill_keyword_only(&b, kwdefaults);
}
