/* str_translate.c: str.translate and str.maketrans. */
#include "value/int.h"
#include "value/str.h"

/* Adds what the table has for a character: a code point, a str, or None for nothing. */
static bool add_translated(rt_builder *builder, rt_value replacement)
{
    int64_t code;
    if (replacement == RT_NONE) return true;
    if (rt_is_str(replacement)) {
        rt_builder_add_str(builder, replacement);
        return true;
    }
    if (!rt_is_int(replacement)) {
        rt_raise_format(&rt_exc_TypeError, "character mapping must return integer, None or str");
        return false;
    }
    if (!rt_int_word(replacement, &code) || code < 0 || code > RT_CODE_POINT_MAX) {
        rt_raise_format(&rt_exc_ValueError, "character mapping must be in range(0x110000)");
        return false;
    }
    rt_builder_add_code(builder, (uint32_t)code);
    return true;
}

static bool translate_code(rt_builder *builder, rt_value table, uint32_t code)
{
    rt_value replacement = rt_getitem(table, RT_INT(code));
    if (!replacement) {
        if (!rt_pending(&rt_exc_LookupError)) return false;
        rt_clear_pending();
        rt_builder_add_code(builder, code);
        return true;
    }
    bool added = add_translated(builder, replacement);
    RT_RELEASE(replacement);
    return added;
}

rt_value rt_str_translate(rt_value self, rt_value table)
{
    size_t size;
    const char *text = rt_str_text(self, &size), *end = text + size;
    rt_builder builder;
    rt_builder_init(&builder);
    while (text < end && !builder.failed)
        builder.failed = !translate_code(&builder, table, rt_utf8_next(&text));
    return rt_builder_finish(&builder);
}

/* ---- maketrans ------------------------------------------------------------------------------- */

static bool copy_mapping(rt_value from, rt_value to)
{
    uint32_t cursor = 0;
    rt_value key, item;
    while (rt_dict_iterate(from, &cursor, &key, &item)) {
        if (rt_is_str(key)) {
            if (rt_str_length(key) != 1) {
                rt_raise_format(&rt_exc_ValueError,
                                "string keys in translate table must be of length 1");
                return false;
            }
            key = RT_INT(rt_str_code_at(key, 0));
        } else if (!rt_is_int(key)) {
            rt_raise_format(&rt_exc_TypeError,
                            "keys in translate table must be strings or integers");
            return false;
        }
        if (!rt_dict_store(to, key, item)) return false;
    }
    return true;
}

/* Maps each character of x to the one at its place in y, or to None where there is no y. */
static bool map_characters(rt_value x, rt_value y, rt_value to)
{
    const char *from = RT_STR(x)->text, *end = from + RT_STR(x)->size;
    const char *other = y ? RT_STR(y)->text : NULL;
    while (from < end) {
        rt_value item = other ? RT_INT(rt_utf8_next(&other)) : RT_NONE;
        if (!rt_dict_store(to, RT_INT(rt_utf8_next(&from)), item)) return false;
    }
    return true;
}

static bool fill_table(rt_value x, rt_value y, rt_value z, rt_value table)
{
    if (!y) {
        if (rt_is_instance_of(x, &rt_dict_type)) return copy_mapping(x, table);
        rt_raise_format(&rt_exc_TypeError,
                        "if you give only one argument to maketrans it must be a dict");
        return false;
    }
    if (!rt_is_str(x)) {
        rt_raise_format(&rt_exc_TypeError,
                        "first maketrans argument must be a string if there is a second argument");
        return false;
    }
    if (!rt_check_str(y, "maketrans() argument 2")) return false;
    if (z && !rt_check_str(z, "maketrans() argument 3")) return false;
    if (rt_str_length(x) != rt_str_length(y)) {
        rt_raise_format(&rt_exc_ValueError,
                        "the first two maketrans arguments must have equal length");
        return false;
    }
    return map_characters(x, y, table) && (!z || map_characters(z, 0, table));
}

rt_value rt_str_maketrans(rt_value cls, rt_value x, rt_value y, rt_value z)
{
    (void)cls;
    rt_value table = rt_dict_new();
    if (fill_table(x, y, z, table)) return table;
    RT_RELEASE(table);
    return 0;
}
