/* bytes_methods.c: the methods of bytes and bytearray that str has no like of: hex and
 * translate. */
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"
#include "value/unicode.h"

static const char hex_digits[] = "0123456789abcdef";

/* The one character between groups of hex(), 0 = none. */
static bool read_separator(rt_value sep, char *out)
{
    size_t size;
    const char *text;
    *out = 0;
    if (!sep) return true;
    if (rt_is_str(sep)) {
        text = rt_str_text(sep, &size);
    } else if (rt_is_bytes_like(sep)) {
        text = rt_bytes_text(sep, &size);
    } else {
        rt_raise_format(&rt_exc_TypeError, "sep must be str or bytes.");
        return false;
    }
    if (size != 1 || *text & 0x80) {
        rt_raise_format(&rt_exc_ValueError,
                        size == 1 ? "sep must be ASCII." : "sep must be length 1.");
        return false;
    }
    *out = *text;
    return true;
}

/* Groups are counted from the right, or from the left where the size is negative. */
static bool group_starts(size_t i, size_t count, int64_t group)
{
    if (i == 0 || group == 0) return false;
    return (group > 0 ? count - i : i) % (size_t)(group > 0 ? group : -group) == 0;
}

rt_value rt_bytes_bytes(rt_value self)
{
    if (RT_TYPE(self) == &rt_bytes_type) return rt_retained(self);
    return rt_bytes_new(RT_BYTES(self)->text, RT_BYTES(self)->size);
}

rt_value rt_bytes_hex(rt_value self, rt_value sep, rt_value bytes_per_sep)
{
    char separator;
    int64_t group = 1;
    if (!read_separator(sep, &separator) || (bytes_per_sep && !rt_to_i64(bytes_per_sep, &group)))
        return 0;
    rt_builder builder;
    rt_builder_init(&builder);
    for (size_t i = 0; i < RT_BYTES(self)->size; i++) {
        unsigned char byte = (unsigned char)RT_BYTES(self)->text[i];
        char pair[2] = {hex_digits[byte >> 4], hex_digits[byte & 15]};
        if (separator && group_starts(i, RT_BYTES(self)->size, group))
            rt_builder_add(&builder, &separator, 1);
        rt_builder_add(&builder, pair, 2);
    }
    return rt_builder_finish(&builder);
}

static int hex_value(char c)
{
    const char *digit = c ? strchr(hex_digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;
    return digit ? (int)(digit - hex_digits) : -1;
}

/* Reads pairs of digits with white space between them; false: *position is the place in error. */
static bool read_hex(const char *text, size_t size, rt_builder *out, size_t *position)
{
    for (size_t i = 0; i < size;) {
        if (rt_code_is_space((unsigned char)text[i]) && !(text[i] & 0x80)) {
            i++;
            continue;
        }
        int high = hex_value(text[i]), low = i + 1 < size ? hex_value(text[i + 1]) : -1;
        if (high < 0 || low < 0) {
            *position = high < 0 ? i : i + 1;
            return false;
        }
        char byte = (char)(high << 4 | low);
        rt_builder_add(out, &byte, 1);
        i += 2;
    }
    return true;
}

/* Shared by both types: the class decides. */
rt_value rt_bytes_fromhex(rt_value cls, rt_value string)
{
    if (!rt_is_str(string))
        return rt_raise_format(&rt_exc_TypeError, "fromhex() argument must be str, not %T", string);
    size_t position = 0;
    rt_builder builder;
    rt_builder_init(&builder);
    rt_value bytes = 0;
    if (read_hex(RT_STR(string)->text, RT_STR(string)->size, &builder, &position))
        bytes = rt_bytes_new(builder.text ? builder.text : "", builder.size);
    else
        rt_raise_format(&rt_exc_ValueError,
                        "non-hexadecimal number found in fromhex() arg at position %zu", position);
    rt_builder_drop(&builder);
    if (!bytes || cls == (rt_value)&rt_bytes_type) return bytes;
    rt_value instance = rt_call1(cls, bytes);
    RT_RELEASE(bytes);
    return instance;
}

/* ---- translate ------------------------------------------------------------------------------- */

static bool check_bytes_like(rt_value v)
{
    if (rt_is_bytes_like(v)) return true;
    rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
}

rt_value rt_bytes_maketrans(rt_value cls, rt_value from, rt_value to)
{
    (void)cls;
    if (!check_bytes_like(from) || !check_bytes_like(to)) return 0;
    if (RT_BYTES(from)->size != RT_BYTES(to)->size)
        return rt_raise_format(&rt_exc_ValueError, "maketrans arguments must have same length");
    rt_value table = rt_bytes_sized(256);
    char *map = RT_BYTES(table)->text;
    for (int i = 0; i < 256; i++) map[i] = (char)i;
    for (size_t i = 0; i < RT_BYTES(from)->size; i++)
        map[(unsigned char)RT_BYTES(from)->text[i]] = RT_BYTES(to)->text[i];
    return table;
}

rt_value rt_bytes_translate(rt_value self, rt_value table, rt_value delete)
{
    const char *map = NULL;
    if (table != RT_NONE) {
        if (!check_bytes_like(table)) return 0;
        if (RT_BYTES(table)->size != 256)
            return rt_raise_format(&rt_exc_ValueError,
                                   "translation table must be 256 characters long");
        map = RT_BYTES(table)->text;
    }
    if (delete &&!check_bytes_like(delete)) return 0;
    char *kept = rt_alloc(RT_BYTES(self)->size + 1);
    size_t size = 0;
    for (size_t i = 0; i < RT_BYTES(self)->size; i++) {
        char byte = RT_BYTES(self)->text[i];
        if (delete &&memchr(RT_BYTES(delete)->text, byte, RT_BYTES(delete)->size)) continue;
        kept[size++] = map ? map[(unsigned char)byte] : byte;
    }
    rt_value result = rt_bytes_like_new(self, kept, size);
    rt_free(kept, RT_BYTES(self)->size + 1);
    return result;
}
