/* item.c: items of arrays and memory views (item.h). In: bytes or values; out: the other. */
#include "value/item.h"
#include "value/bytes.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/utf8.h"

static const rt_item_type item_types[] = {
    {'b', 1, RT_ITEM_SIGNED},   {'B', 1, RT_ITEM_UNSIGNED}, {'h', 2, RT_ITEM_SIGNED},
    {'H', 2, RT_ITEM_UNSIGNED}, {'i', 4, RT_ITEM_SIGNED},   {'I', 4, RT_ITEM_UNSIGNED},
    {'l', 8, RT_ITEM_SIGNED},   {'L', 8, RT_ITEM_UNSIGNED}, {'q', 8, RT_ITEM_SIGNED},
    {'Q', 8, RT_ITEM_UNSIGNED}, {'n', 8, RT_ITEM_SIGNED},   {'N', 8, RT_ITEM_UNSIGNED},
    {'f', 4, RT_ITEM_FLOAT},    {'d', 8, RT_ITEM_FLOAT},    {'?', 1, RT_ITEM_BOOL},
    {'c', 1, RT_ITEM_CHAR},     {'P', 8, RT_ITEM_UNSIGNED}, {'u', 4, RT_ITEM_UNICODE},
};

const rt_item_type *rt_item_type_of(char code)
{
    for (size_t i = 0; i < sizeof item_types / sizeof *item_types; i++)
        if (item_types[i].code == code) return &item_types[i];
    return NULL;
}

/* ---- reading --------------------------------------------------------------------------------- */

static rt_value get_float(const rt_item_type *type, const char *at)
{
    float narrow;
    double number;
    if (type->size == sizeof narrow) {
        memcpy(&narrow, at, sizeof narrow);
        number = narrow;
    } else {
        memcpy(&number, at, sizeof number);
    }
    return rt_float_new(number);
}

static rt_value get_unicode(const char *at)
{
    uint32_t code;
    char text[4];
    memcpy(&code, at, sizeof code);
    return rt_str_new(text, rt_utf8_put(code, text));
}

rt_value rt_item_get(const rt_item_type *type, const char *at)
{
    uint64_t word = 0;
    memcpy(&word, at, type->size);
    int shift = 64 - 8 * type->size;
    switch (type->kind) {
    case RT_ITEM_SIGNED: return rt_int_new((int64_t)(word << shift) >> shift);
    case RT_ITEM_UNSIGNED: return rt_int_from_u64(word);
    case RT_ITEM_FLOAT: return get_float(type, at);
    case RT_ITEM_BOOL: return rt_retained(RT_BOOL(word));
    case RT_ITEM_CHAR: return rt_bytes_new(at, 1);
    default: return get_unicode(at);
    }
}

/* ---- writing --------------------------------------------------------------------------------- */

static rt_item_result put_signed(const rt_item_type *type, rt_value number, char *at)
{
    int64_t word;
    if (!rt_int_word(number, &word))
        return rt_int_sign(number) < 0 ? RT_ITEM_TOO_SMALL : RT_ITEM_TOO_LARGE;
    int shift = 64 - 8 * type->size;
    if ((int64_t)((uint64_t)word << shift) >> shift != word)
        return word < 0 ? RT_ITEM_TOO_SMALL : RT_ITEM_TOO_LARGE;
    memcpy(at, &word, type->size);
    return RT_ITEM_FITS;
}

static rt_item_result put_unsigned(const rt_item_type *type, rt_value number, char *at)
{
    if (rt_int_sign(number) < 0) return RT_ITEM_TOO_SMALL;
    if (rt_int_bit_length(number) > 8u * type->size) return RT_ITEM_TOO_LARGE;
    rt_int_room room;
    uint64_t word = mp_get_u64(rt_int_view(number, &room));
    memcpy(at, &word, type->size);
    return RT_ITEM_FITS;
}

static rt_item_result put_int(const rt_item_type *type, rt_value v, char *at)
{
    if (!rt_has_index(v)) return RT_ITEM_WRONG_TYPE;
    rt_value number = rt_int_index(v);
    if (!number) return RT_ITEM_RAISED;
    rt_item_result result = type->kind == RT_ITEM_SIGNED ? put_signed(type, number, at)
                                                         : put_unsigned(type, number, at);
    RT_RELEASE(number);
    return result;
}

static rt_item_result put_float(const rt_item_type *type, rt_value v, char *at)
{
    double number;
    if (!rt_to_double(v, &number)) {
        if (!rt_pending(&rt_exc_TypeError)) return RT_ITEM_RAISED;
        rt_clear_pending();
        return RT_ITEM_WRONG_TYPE;
    }
    float narrow = (float)number;
    memcpy(at, type->size == sizeof narrow ? (void *)&narrow : (void *)&number, type->size);
    return RT_ITEM_FITS;
}

static rt_item_result put_unicode(rt_value v, char *at)
{
    if (!rt_is_str(v) || rt_str_length(v) != 1) return RT_ITEM_WRONG_TYPE;
    const char *text = rt_str_text(v, NULL);
    uint32_t code = rt_utf8_next(&text);
    memcpy(at, &code, sizeof code);
    return RT_ITEM_FITS;
}

rt_item_result rt_item_put(const rt_item_type *type, rt_value v, char *at)
{
    switch (type->kind) {
    case RT_ITEM_SIGNED:
    case RT_ITEM_UNSIGNED: return put_int(type, v, at);
    case RT_ITEM_FLOAT: return put_float(type, v, at);
    case RT_ITEM_UNICODE: return put_unicode(v, at);
    case RT_ITEM_BOOL: {
        int truth = rt_truth(v);
        if (truth >= 0) *at = (char)truth;
        return truth < 0 ? RT_ITEM_RAISED : RT_ITEM_FITS;
    }
    default:
        if (!rt_is_bytes(v)) return RT_ITEM_WRONG_TYPE;
        if (RT_BYTES(v)->size != 1) return RT_ITEM_TOO_LARGE;
        *at = *RT_BYTES(v)->text;
        return RT_ITEM_FITS;
    }
}
