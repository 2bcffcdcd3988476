/* The helpers of match statements: what patterns ask of a subject.
 *
 * In: subjects, keys, classes. Out: whether they fit, and the parts that sub-patterns look at. The
 * rules are those of Python's language reference, "The match statement". */
#include "value/dict.h"
#include "value/list.h"
#include "value/object.h"
#include "value/tuple.h"

/* What collections.abc.Sequence and Mapping hand down in __abc_tpflags__. */
enum { ABC_SEQUENCE = 1 << 5, ABC_MAPPING = 1 << 6 };

static bool has_abc_flag(rt_value v, int64_t flag)
{
    if (!(RT_TYPE(v)->flags & RT_TYPE_HEAP)) return false;
    rt_value flags = rt_type_lookup(RT_TYPE(v), RT_NAME("__abc_tpflags__"));
    return flags && RT_IS_INT(flags) && RT_INT_VALUE(flags) & flag;
}

/* Sequences for patterns are built-in types whose flags say so and classes of the program that
 * derive from them or from collections.abc.Sequence; str, bytes and bytearray are not. */
static bool is_pattern_sequence(rt_value v)
{
    return RT_TYPE(v)->flags & RT_TYPE_SEQUENCE || has_abc_flag(v, ABC_SEQUENCE);
}

rt_value rt_match_sequence(rt_value subject)
{
    return RT_BOOL(is_pattern_sequence(subject));
}

rt_value rt_match_mapping(rt_value subject)
{
    bool is_mapping =
        RT_TYPE(subject)->flags & RT_TYPE_MAPPING || has_abc_flag(subject, ABC_MAPPING);
    return RT_BOOL(is_mapping);
}

int64_t rt_match_length(rt_value subject)
{
    return rt_length(subject);
}

/* subject.get(key, absent): without making an entry in a defaultdict, as Python has it. */
static rt_value look_up(rt_value subject, rt_value key, rt_value absent)
{
    rt_value args[2] = {key, absent};
    return rt_call_method(subject, RT_NAME("get"), 2, args);
}

rt_value rt_match_keys(rt_value subject, rt_value keys)
{
    uint32_t count = (uint32_t)rt_length(keys);
    rt_value absent = rt_list_new(0), values = rt_list_new(count), result = 0;
    for (uint32_t i = 0; i < count; i++) {
        rt_value key = rt_tuple_item(keys, i), value = look_up(subject, key, absent);
        RT_RELEASE(key);
        if (!value) goto end;
        if (value == absent) {
            RT_RELEASE(value);
            result = rt_retained(RT_NONE);
            goto end;
        }
        if (!rt_list_push(values, value)) goto end;
    }
    result = rt_list_to_tuple(values);
    values = 0;
end:
    RT_RELEASE(absent);
    RT_RELEASE_OPT(values);
    return result;
}

rt_value rt_match_rest(rt_value subject, rt_value keys)
{
    rt_value rest = rt_dict_new();
    if (!rt_dict_update_with(rest, subject)) goto failed;
    for (uint32_t i = 0, count = (uint32_t)rt_length(keys); i < count; i++) {
        rt_value key = rt_tuple_item(keys, i);
        int deleted = rt_dict_delete(rest, key);
        RT_RELEASE(key);
        if (deleted < 0) goto failed;
    }
    return rest;
failed:
    RT_RELEASE(rest);
    return 0;
}

/* ---- classes --------------------------------------------------------------------------------- */

/* The built-in types whose single positional pattern is the subject itself. */
static bool matches_itself(rt_type *cls)
{
    static rt_type *const types[] = {&rt_bool_type, &rt_bytearray_type, &rt_bytes_type,
                                     &rt_dict_type, &rt_float_type,     &rt_frozenset_type,
                                     &rt_int_type,  &rt_list_type,      &rt_set_type,
                                     &rt_str_type,  &rt_tuple_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (rt_is_subtype(cls, types[i])) return true;
    return false;
}

/* Appends subject.<name>: 1, 0 where there is no such attribute, -1 raised. */
static int push_attribute(rt_value values, rt_value subject, rt_value name)
{
    rt_value v = rt_try_getattr(subject, name);
    if (!v) return RT_RAISED() ? -1 : 0;
    return rt_list_push(values, v) ? 1 : -1;
}

static int push_positional(rt_value values, rt_value subject, rt_type *cls, uint32_t positional)
{
    rt_value names = rt_try_getattr((rt_value)cls, RT_NAME("__match_args__"));
    if (!names && RT_RAISED()) return -1;
    uint32_t known = names ? (uint32_t)rt_length(names) : matches_itself(cls) ? 1 : 0;
    int result = 1;
    if (positional > known) {
        rt_raise_format(&rt_exc_TypeError, "%s() accepts %u positional sub-pattern%s (%u given)",
                        cls->name, known, known == 1 ? "" : "s", positional);
        result = -1;
    } else if (!names) {
        result = rt_list_push(values, rt_retained(subject)) ? 1 : -1;
    }
    for (uint32_t i = 0; names && i < positional && result > 0; i++) {
        rt_value name = rt_tuple_item(names, i);
        result = push_attribute(values, subject, rt_intern_value(name));
        RT_RELEASE(name);
    }
    RT_RELEASE_OPT(names);
    return result;
}

rt_value rt_match_class(rt_value subject, rt_value cls, uint32_t positional, rt_value names)
{
    if (RT_IS_INT(cls) || !rt_is_instance_of(cls, &rt_type_type))
        return rt_raise_format(&rt_exc_TypeError, "called match pattern must be a class");
    int fits = 1;
    if (!rt_is_instance_of(subject, (rt_type *)cls)) return rt_retained(RT_NONE);
    rt_value values = rt_list_new(positional + (uint32_t)rt_length(names));
    if (positional) fits = push_positional(values, subject, (rt_type *)cls, positional);
    for (uint32_t i = 0, count = (uint32_t)rt_length(names); i < count && fits > 0; i++) {
        rt_value name = rt_tuple_item(names, i);
        fits = push_attribute(values, subject, rt_intern_value(name));
        RT_RELEASE(name);
    }
    if (fits > 0) return rt_list_to_tuple(values);
    RT_RELEASE(values);
    return fits < 0 ? 0 : rt_retained(RT_NONE);
}
