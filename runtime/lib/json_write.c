/* json_write.c: JSON texts of objects: what json.encoder rests on.
 *
 * In: an encoder (an instance of JSONEncoder, whose attributes are the options), its default
 * method, and an object. Out: the whole text as a str, or the error that CPython's encoder
 * raises. */
#include <math.h>
#include <string.h>

#include "value/dict.h"
#include "value/float.h"
#include "value/int.h"
#include "value/list.h"
#include "value/number.h"
#include "value/str.h"
#include "value/tuple.h"

/* The containers that are being written, innermost first, on the C stack. */
typedef struct open_object {
    rt_value object;
    const struct open_object *outer;
} open_object;

typedef struct writer {
    rt_builder out;
    rt_value default_;
    bool ascii, allow_nan, sort_keys, skip_keys, check_circular;
    rt_value item_separator, key_separator; /* owned */
    rt_value step; /* of indentation, a str; 0 = all in one line */
    uint32_t level;
    const open_object *open;
} writer;

static bool write_value(writer *w, rt_value v);

/* ---- scalars --------------------------------------------------------------------------------- */

static void write_code_unit(writer *w, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    char text[6] = {'\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                    digits[unit & 15]};
    rt_builder_add(&w->out, text, sizeof text);
}

static void write_escape(writer *w, uint32_t code)
{
    static const char plain[] = "\"\\\n\r\t\b\f", letters[] = "\"\\nrtbf";
    const char *found = code && code < 0x80 ? strchr(plain, (int)code) : NULL;
    if (found) {
        rt_builder_add(&w->out, (char[]){'\\', letters[found - plain]}, 2);
    } else if (code >= 0x10000) {
        write_code_unit(w, 0xd800 | (code - 0x10000) >> 10);
        write_code_unit(w, 0xdc00 | ((code - 0x10000) & 0x3ff));
    } else {
        write_code_unit(w, code);
    }
}

/* The first byte from here that does not stand for itself. */
static const char *plain_end(const writer *w, const char *at, const char *end)
{
    while (at < end && (unsigned char)*at >= 0x20 && *at != '"' && *at != '\\' &&
           (!w->ascii || (unsigned char)*at < 0x7f))
        at++;
    return at;
}

static void write_string(writer *w, rt_value str)
{
    size_t size;
    const char *at = rt_str_text(str, &size), *end = at + size;
    rt_builder_add(&w->out, "\"", 1);
    while (at < end) {
        const char *stop = plain_end(w, at, end);
        rt_builder_add(&w->out, at, (size_t)(stop - at));
        at = stop;
        if (at < end) write_escape(w, rt_utf8_next(&at));
    }
    rt_builder_add(&w->out, "\"", 1);
}

static bool write_double(writer *w, rt_value v)
{
    double number = RT_FLOAT(v);
    if (isfinite(number)) {
        char text[RT_DOUBLE_ROOM];
        rt_builder_add(&w->out, text, rt_double_repr(number, text));
        return true;
    }
    if (w->allow_nan) {
        rt_builder_add_c(&w->out, isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        return true;
    }
    /* CPython has two encoders, and only the one that indents names the number */
    if (w->step)
        return rt_raise_format(&rt_exc_ValueError,
                               "Out of range float values are not JSON compliant: %R", v);
    return rt_raise_format(&rt_exc_ValueError, "Out of range float values are not JSON compliant");
}

static bool write_int(writer *w, rt_value v)
{
    rt_value text = rt_int_repr(v);
    if (!text) return false;
    rt_builder_add_str(&w->out, text);
    RT_RELEASE(text);
    return true;
}

static const char *word_of(rt_value v)
{
    return v == RT_NONE ? "null" : v == RT_TRUE ? "true" : v == RT_FALSE ? "false" : NULL;
}

/* Whether v is a scalar, which is then written; *ok: nothing was raised. */
static bool write_scalar(writer *w, rt_value v, bool *ok)
{
    const char *word = word_of(v);
    *ok = true;
    if (word)
        rt_builder_add_c(&w->out, word);
    else if (rt_is_str(v))
        write_string(w, v);
    else if (rt_is_int(v))
        *ok = write_int(w, v);
    else if (rt_is_float(v))
        *ok = write_double(w, v);
    else
        return false;
    return true;
}

/* ---- containers ------------------------------------------------------------------------------ */

static void write_line(writer *w)
{
    if (!w->step) return;
    rt_builder_add(&w->out, "\n", 1);
    for (uint32_t i = 0; i < w->level; i++) rt_builder_add_str(&w->out, w->step);
}

/* In front of an item: the opening bracket, or what separates it from the one before. */
static void write_before(writer *w, char opening, bool first)
{
    if (first)
        rt_builder_add(&w->out, &opening, 1);
    else
        rt_builder_add_str(&w->out, w->item_separator);
    write_line(w);
}

static void write_closing(writer *w, char closing)
{
    w->level--;
    write_line(w);
    rt_builder_add(&w->out, &closing, 1);
}

static bool write_list(writer *w, rt_value v)
{
    rt_value list = RT_IS_LIST(v) && RT_TYPE(v) == &rt_list_type ? rt_retained(v) : rt_list_from(v);
    if (!list) return false;
    bool ok = true;
    w->level++;
    for (uint32_t i = 0; ok && i < RT_LIST(list)->count; i++) {
        rt_value item = rt_retained(RT_LIST(list)->items[i]);
        write_before(w, '[', i == 0);
        ok = write_value(w, item);
        RT_RELEASE(item);
    }
    write_closing(w, ']');
    RT_RELEASE(list);
    return ok;
}

/* A key with what separates it from its item; numbers and words become strings. */
static bool write_key(writer *w, rt_value key)
{
    bool ok;
    if (rt_is_str(key)) {
        write_string(w, key);
    } else {
        rt_builder_add(&w->out, "\"", 1);
        write_scalar(w, key, &ok);
        if (!ok) return false;
        rt_builder_add(&w->out, "\"", 1);
    }
    rt_builder_add_str(&w->out, w->key_separator);
    return true;
}

static bool is_key(rt_value v)
{
    return word_of(v) || rt_is_str(v) || rt_is_int(v) || rt_is_float(v);
}

static bool write_member(writer *w, rt_value key, rt_value item, bool *first)
{
    if (!is_key(key)) {
        if (w->skip_keys) return true;
        return rt_raise_format(&rt_exc_TypeError,
                               "keys must be str, int, float, bool or None, not %T", key);
    }
    write_before(w, '{', *first);
    *first = false;
    return write_key(w, key) && write_value(w, item);
}

static bool write_members(writer *w, rt_value items)
{
    bool ok = true, first = true;
    w->level++;
    for (uint32_t i = 0; ok && i < RT_LIST(items)->count; i++) {
        rt_value pair = rt_retained(RT_LIST(items)->items[i]);
        if (RT_IS_TUPLE(pair) && RT_TUPLE(pair)->count == 2)
            ok = write_member(w, RT_TUPLE(pair)->items[0], RT_TUPLE(pair)->items[1], &first);
        else
            ok = rt_raise_format(&rt_exc_ValueError, "items must return 2-tuples");
        RT_RELEASE(pair);
    }
    if (first) write_before(w, '{', true); /* every key was skipped */
    write_closing(w, '}');
    return ok;
}

static rt_value items_of(rt_value dict, bool sorted)
{
    rt_value view = rt_call_method(dict, RT_NAME("items"), 0, NULL);
    if (!view) return 0;
    rt_value items = rt_list_from(view);
    RT_RELEASE(view);
    if (items && sorted && !rt_list_sort_by(items, 0, false)) {
        RT_RELEASE(items);
        return 0;
    }
    return items;
}

static bool write_dict(writer *w, rt_value dict)
{
    rt_value items = items_of(dict, w->sort_keys);
    if (!items) return false;
    bool ok = write_members(w, items);
    RT_RELEASE(items);
    return ok;
}

static bool write_container(writer *w, rt_value v)
{
    bool is_list = RT_IS_LIST(v) || RT_IS_TUPLE(v);
    if (is_list || RT_IS_DICT(v)) {
        int64_t length = rt_length(v);
        if (length < 0) return false;
        if (length > 0) return is_list ? write_list(w, v) : write_dict(w, v);
        rt_builder_add_c(&w->out, is_list ? "[]" : "{}");
        return true;
    }
    rt_value made = rt_call1(w->default_, v);
    if (!made) return false;
    bool ok = write_value(w, made);
    RT_RELEASE(made);
    return ok;
}

static bool is_open(const writer *w, rt_value v)
{
    const open_object *o = w->open;
    while (o && o->object != v) o = o->outer;
    return o != NULL;
}

static bool write_value(writer *w, rt_value v)
{
    bool ok;
    if (write_scalar(w, v, &ok)) return ok;
    if (w->check_circular && is_open(w, v))
        return rt_raise_format(&rt_exc_ValueError, "Circular reference detected");
    if (!RT_ENTER_WHILE(" while encoding a JSON object")) return false;
    open_object here = {v, w->open};
    w->open = &here;
    ok = write_container(w, v);
    w->open = here.outer;
    RT_LEAVE();
    return ok;
}

/* ---- the encoder ----------------------------------------------------------------------------- */

static bool get_flag(rt_value encoder, rt_value name, bool *out)
{
    rt_value option = rt_getattr(encoder, name);
    if (!option) return false;
    int truth = rt_truth(option);
    RT_RELEASE(option);
    *out = truth > 0;
    return truth >= 0;
}

static bool get_text(rt_value encoder, rt_value name, rt_value *out)
{
    *out = rt_getattr(encoder, name);
    return *out && rt_check_str(*out, "separator");
}

/* indent: None, the text of a step, or the number of its spaces */
static bool get_step(rt_value encoder, rt_value *out)
{
    rt_value indent = rt_getattr(encoder, RT_NAME("indent"));
    if (!indent) return false;
    int64_t spaces;
    if (indent == RT_NONE) return true;
    if (rt_is_str(indent)) {
        *out = indent;
        return true;
    }
    bool ok = rt_to_i64(indent, &spaces);
    RT_RELEASE(indent);
    if (!ok) return false;
    rt_builder text;
    rt_builder_init(&text);
    if (spaces > 0) rt_builder_fill(&text, ' ', (size_t)spaces);
    return (*out = rt_builder_finish(&text)) != 0;
}

static bool get_options(writer *w, rt_value encoder)
{
    return get_flag(encoder, RT_NAME("ensure_ascii"), &w->ascii) &&
           get_flag(encoder, RT_NAME("allow_nan"), &w->allow_nan) &&
           get_flag(encoder, RT_NAME("sort_keys"), &w->sort_keys) &&
           get_flag(encoder, RT_NAME("skipkeys"), &w->skip_keys) &&
           get_flag(encoder, RT_NAME("check_circular"), &w->check_circular) &&
           get_text(encoder, RT_NAME("item_separator"), &w->item_separator) &&
           get_text(encoder, RT_NAME("key_separator"), &w->key_separator) &&
           get_step(encoder, &w->step);
}

rt_value rt_json_write(rt_value encoder, rt_value default_, rt_value object)
{
    writer w = {.default_ = default_};
    rt_value text = 0;
    rt_builder_init(&w.out);
    if (get_options(&w, encoder) && write_value(&w, object))
        text = rt_builder_finish(&w.out);
    else
        rt_builder_drop(&w.out);
    RT_RELEASE_OPT(w.item_separator);
    RT_RELEASE_OPT(w.key_separator);
    RT_RELEASE_OPT(w.step);
    return text;
}
