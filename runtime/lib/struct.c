/* struct.c: the module _struct: values in bytes, laid out as a format says.
 *
 * In: a format as text, and values or bytes. Out: bytes or a tuple. A format is read anew for each
 * call, which costs less than keeping what was read. The first argument of each function is the
 * class of its errors: struct.error, which the module struct defines. */
#include <float.h>
#include <math.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/number.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- kinds of items -------------------------------------------------------------------------- */

typedef enum item_kind { PAD, CHAR, TEXT, PASCAL, BOOLEAN, SIGNED, UNSIGNED, FLOATING } item_kind;

typedef struct item_type {
    char code;
    uint8_t native, standard; /* bytes; standard 0 = only in native formats */
    item_kind kind;
    const char *name; /* what messages say, NULL = the code in quotes */
} item_type;

static const item_type item_types[] = {
    {'x', 1, 1, PAD, NULL},         {'c', 1, 1, CHAR, NULL},      {'s', 1, 1, TEXT, NULL},
    {'p', 1, 1, PASCAL, NULL},      {'?', 1, 1, BOOLEAN, NULL},   {'b', 1, 1, SIGNED, "byte"},
    {'B', 1, 1, UNSIGNED, "ubyte"}, {'h', 2, 2, SIGNED, "short"}, {'H', 2, 2, UNSIGNED, "ushort"},
    {'i', 4, 4, SIGNED, NULL},      {'I', 4, 4, UNSIGNED, NULL},  {'l', 8, 4, SIGNED, NULL},
    {'L', 8, 4, UNSIGNED, NULL},    {'q', 8, 8, SIGNED, NULL},    {'Q', 8, 8, UNSIGNED, NULL},
    {'n', 8, 0, SIGNED, NULL},      {'N', 8, 0, UNSIGNED, NULL},  {'P', 8, 0, UNSIGNED, NULL},
    {'e', 2, 2, FLOATING, NULL},    {'f', 4, 4, FLOATING, NULL},  {'d', 8, 8, FLOATING, NULL},
};

/* ---- reading formats ------------------------------------------------------------------------- */

typedef struct layout { /* a format while it is read */
    rt_type *error;
    const char *at;
    bool native, big;
    int64_t offset; /* behind the items read so far */
    /* the item that was read last */
    const item_type *type;
    int64_t count, start;
    int size;
} layout;

static bool complain(const layout *l, const char *message)
{
    return rt_raise_format(l->error, "%s", message);
}

static bool layout_begin(layout *l, rt_value error, rt_value format)
{
    if (!rt_is_str(format) && !rt_is_bytes(format))
        return rt_raise_format(&rt_exc_TypeError,
                               "Struct() argument 1 must be a str or bytes object, not %T", format);
    size_t size;
    const char *text =
        rt_is_str(format) ? rt_str_text(format, &size) : rt_bytes_text(format, &size);
    *l = (layout){.error = (rt_type *)error, .at = text};
    l->native = !*text || !strchr("<>=!", *text);
    l->big = *text == '>' || *text == '!';
    if (*text && strchr("@<>=!", *text)) l->at++;
    return true;
}

static bool read_count(layout *l)
{
    l->count = 1;
    if (*l->at < '0' || *l->at > '9') return true;
    for (l->count = 0; *l->at >= '0' && *l->at <= '9'; l->at++)
        if (__builtin_mul_overflow(l->count, 10, &l->count) ||
            __builtin_add_overflow(l->count, *l->at - '0', &l->count))
            return complain(l, "total struct size too long");
    return *l->at || complain(l, "repeat count given without format specifier");
}

static bool find_type(layout *l)
{
    l->type = NULL;
    for (size_t i = 0; i < sizeof item_types / sizeof *item_types; i++)
        if (item_types[i].code == *l->at) l->type = &item_types[i];
    if (!l->type || (!l->native && !l->type->standard))
        return complain(l, "bad char in struct format");
    l->size = l->native ? l->type->native : l->type->standard;
    return true;
}

/* The next item: 1, 0 at the end, -1 = raised. Native items stand at multiples of their size. */
static int layout_next(layout *l)
{
    while (*l->at == ' ' || (*l->at >= '\t' && *l->at <= '\r')) l->at++;
    if (!*l->at) return 0;
    if (!read_count(l) || !find_type(l)) return -1;
    l->at++;
    l->start = l->offset;
    if (l->native) l->start = (l->start + l->size - 1) & ~(int64_t)(l->size - 1);
    int64_t bytes;
    if (__builtin_mul_overflow(l->count, l->size, &bytes) ||
        __builtin_add_overflow(l->start, bytes, &l->offset)) {
        complain(l, "total struct size too long");
        return -1;
    }
    return 1;
}

/* How many values an item takes. */
static int64_t values_of(const layout *l)
{
    return l->type->kind == PAD                               ? 0
           : l->type->kind == TEXT || l->type->kind == PASCAL ? 1
                                                              : l->count;
}

/* The size of the whole, and how many values it has. */
static bool measure(layout l, int64_t *size, int64_t *count)
{
    int more;
    *count = 0;
    while ((more = layout_next(&l)) > 0) *count += values_of(&l);
    *size = l.offset;
    return more == 0;
}

/* ---- words and floats ------------------------------------------------------------------------ */

static void put_word(const layout *l, uint64_t word, unsigned char *out)
{
    for (int i = 0; i < l->size; i++)
        out[l->big ? l->size - 1 - i : i] = (unsigned char)(word >> 8 * i);
}

static uint64_t get_word(const layout *l, const unsigned char *in)
{
    uint64_t word = 0;
    for (int i = 0; i < l->size; i++) word |= (uint64_t)in[l->big ? l->size - 1 - i : i] << 8 * i;
    return word;
}

/* A double to the 16 bits of IEEE 754, ties to even; false = too large. */
static bool half_of(double number, uint64_t *out)
{
    uint64_t sign = signbit(number) ? 0x8000 : 0;
    double size = fabs(number);
    if (isnan(number)) {
        *out = sign | 0x7e00;
        return true;
    }
    if (isinf(number)) {
        *out = sign | 0x7c00;
        return true;
    }
    int exponent;
    frexp(size, &exponent);
    if (size == 0 || exponent < -13) exponent = -13; /* subnormal: in steps of 2 ** -24 */
    double steps = nearbyint(ldexp(size, 11 - exponent));
    uint64_t bits = (uint64_t)steps + ((uint64_t)(exponent + 13) << 10);
    *out = sign | bits;
    return bits < 0x7c00;
}

static double double_of_half(uint64_t bits)
{
    int exponent = (int)(bits >> 10 & 31), fraction = (int)(bits & 0x3ff);
    double size = exponent == 31  ? fraction ? (double)NAN : (double)INFINITY
                  : exponent == 0 ? ldexp(fraction, -24)
                                  : ldexp(fraction + 1024, exponent - 25);
    return bits & 0x8000 ? -size : size;
}

static bool put_float(const layout *l, rt_value v, unsigned char *out)
{
    double number;
    if (!rt_to_double(v, &number)) {
        if (!rt_pending(&rt_exc_TypeError)) return false;
        rt_clear_pending();
        return complain(l, "required argument is not a float");
    }
    uint64_t word = 0;
    bool fits = true;
    if (l->size == 2) {
        fits = half_of(number, &word);
    } else if (l->size == 4) {
        float narrow = (float)number;
        uint32_t bits;
        memcpy(&bits, &narrow, sizeof bits);
        word = bits;
        fits = l->native || !isinf(narrow) || isinf(number);
    } else {
        memcpy(&word, &number, sizeof word);
    }
    if (!fits)
        return rt_raise_format(&rt_exc_OverflowError, "float too large to pack with %c format",
                               l->type->code);
    put_word(l, word, out);
    return true;
}

static rt_value get_float(const layout *l, const unsigned char *in)
{
    uint64_t word = get_word(l, in);
    if (l->size == 2) return rt_float_new(double_of_half(word));
    if (l->size == 4) {
        uint32_t bits = (uint32_t)word;
        float narrow;
        memcpy(&narrow, &bits, sizeof narrow);
        return rt_float_new(narrow);
    }
    double number;
    memcpy(&number, &word, sizeof number);
    return rt_float_new(number);
}

/* ---- ints ------------------------------------------------------------------------------------ */

/* Small items have bounds that messages name; what is no machine word is out of every range. */
static bool raise_range(const layout *l, bool is_word)
{
    if (!is_word || l->size == 8) return complain(l, "argument out of range");
    int64_t most = l->type->kind == SIGNED ? ((int64_t)1 << (8 * l->size - 1)) - 1
                                           : ((int64_t)1 << 8 * l->size) - 1;
    int64_t least = l->type->kind == SIGNED ? -most - 1 : 0;
    if (l->type->name)
        return rt_raise_format(l->error, "%s format requires %lld <= number <= %lld", l->type->name,
                               (long long)least, (long long)most);
    return rt_raise_format(l->error, "'%c' format requires %lld <= number <= %lld", l->type->code,
                           (long long)least, (long long)most);
}

/* The bits of an int known to be one; false: it does not fit. */
static bool word_of(const layout *l, rt_value v, uint64_t *word, bool *is_word)
{
    rt_int_room room;
    const mp_int *number = rt_int_view(v, &room);
    int64_t narrow;
    *is_word = rt_int_word(v, &narrow);
    if (l->type->kind == SIGNED) {
        *word = (uint64_t)narrow;
        if (!*is_word || l->size == 8) return *is_word;
        int shift = 64 - 8 * l->size;
        return (int64_t)((uint64_t)narrow << shift) >> shift == narrow;
    }
    bool counts_from_zero = l->size <= 2;
    *is_word = mp_isneg(number) ? *is_word && counts_from_zero : mp_count_bits(number) <= 64;
    if (mp_isneg(number) || !*is_word) return false;
    *word = mp_get_u64(number);
    return l->size == 8 || *word >> 8 * l->size == 0;
}

static bool put_int(const layout *l, rt_value v, unsigned char *out)
{
    if (!rt_has_index(v)) return complain(l, "required argument is not an integer");
    rt_value number = rt_int_index(v);
    if (!number) return false;
    uint64_t word = 0;
    bool is_word, fits = word_of(l, number, &word, &is_word);
    RT_RELEASE(number);
    if (!fits) return raise_range(l, is_word);
    put_word(l, word, out);
    return true;
}

static rt_value get_int(const layout *l, const unsigned char *in)
{
    uint64_t word = get_word(l, in);
    int shift = 64 - 8 * l->size;
    if (l->type->kind == SIGNED) return rt_int_new((int64_t)(word << shift) >> shift);
    return rt_int_from_u64(word);
}

/* ---- one value ------------------------------------------------------------------------------- */

static bool put_text(const layout *l, rt_value v, unsigned char *out)
{
    bool pascal = l->type->kind == PASCAL;
    if (!rt_is_bytes_like(v))
        return rt_raise_format(l->error, "argument for '%c' must be a bytes object", l->type->code);
    size_t size, room = (size_t)l->count;
    const char *text = rt_bytes_text(v, &size);
    if (pascal && room) {
        room--;
        if (size > room) size = room;
        *out++ = (unsigned char)(size > 255 ? 255 : size);
    }
    memcpy(out, text, size < room ? size : room);
    return true;
}

static rt_value get_text(const layout *l, const unsigned char *in)
{
    size_t size = (size_t)l->count;
    if (l->type->kind == PASCAL && size) {
        size_t stated = *in++;
        size = stated < size ? stated : size - 1;
    }
    return rt_bytes_new((const char *)in, size);
}

static bool put_value(const layout *l, rt_value v, unsigned char *out)
{
    size_t size;
    switch (l->type->kind) {
    case SIGNED:
    case UNSIGNED: return put_int(l, v, out);
    case FLOATING: return put_float(l, v, out);
    case BOOLEAN: {
        int truth = rt_truth(v);
        *out = truth > 0;
        return truth >= 0;
    }
    case CHAR:
        if (!rt_is_bytes(v) || (*out = (unsigned char)*rt_bytes_text(v, &size), size != 1))
            return complain(l, "char format requires a bytes object of length 1");
        return true;
    default: return put_text(l, v, out);
    }
}

static rt_value get_value(const layout *l, const unsigned char *in)
{
    switch (l->type->kind) {
    case SIGNED:
    case UNSIGNED: return get_int(l, in);
    case FLOATING: return get_float(l, in);
    case BOOLEAN: return rt_retained(RT_BOOL(*in));
    case CHAR: return rt_bytes_new((const char *)in, 1);
    default: return get_text(l, in);
    }
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* `out` is zeroed; the values have been counted. */
static bool put_all(layout l, const rt_value *values, unsigned char *out)
{
    while (layout_next(&l) > 0)
        for (int64_t i = 0, count = values_of(&l); i < count; i++)
            if (!put_value(&l, *values++, out + l.start + i * l.size)) return false;
    return true;
}

static rt_value get_all(layout l, int64_t count, const unsigned char *in)
{
    rt_value tuple = rt_tuple_new((uint32_t)count);
    rt_value *items = RT_TUPLE(tuple)->items;
    while (layout_next(&l) > 0)
        for (int64_t i = 0, values = values_of(&l); i < values; i++)
            *items++ = get_value(&l, in + l.start + i * l.size);
    return tuple;
}

static bool check_values(const layout *l, const char *function, rt_value values, int64_t count)
{
    uint32_t given = RT_TUPLE(values)->count;
    return given == count ||
           rt_raise_format(l->error, "%s expected %lld items for packing (got %u)", function,
                           (long long)count, given);
}

static bool check_buffer(rt_value buffer)
{
    return rt_is_bytes_like(buffer) ||
           rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", buffer);
}

rt_value rt_struct_calcsize(rt_value error, rt_value format)
{
    layout l;
    int64_t size, count;
    if (!layout_begin(&l, error, format) || !measure(l, &size, &count)) return 0;
    return rt_int_new(size);
}

rt_value rt_struct_pack(rt_value error, rt_value format, rt_value values)
{
    layout l;
    int64_t size, count;
    if (!layout_begin(&l, error, format) || !measure(l, &size, &count)) return 0;
    if (!check_values(&l, "pack", values, count)) return 0;
    rt_value bytes = rt_bytes_sized((size_t)size);
    if (!bytes) return 0;
    unsigned char *out = (unsigned char *)RT_BYTES(bytes)->text;
    memset(out, 0, (size_t)size);
    if (put_all(l, RT_TUPLE(values)->items, out)) return bytes;
    RT_RELEASE(bytes);
    return 0;
}

rt_value rt_struct_unpack(rt_value error, rt_value format, rt_value buffer)
{
    layout l;
    int64_t size, count;
    if (!layout_begin(&l, error, format) || !measure(l, &size, &count)) return 0;
    if (!check_buffer(buffer)) return 0;
    size_t there;
    const char *bytes = rt_bytes_text(buffer, &there);
    if ((int64_t)there != size)
        return rt_raise_format(l.error, "unpack requires a buffer of %lld bytes", (long long)size);
    return get_all(l, count, (const unsigned char *)bytes);
}

/* An offset into a buffer, counted from the end where it is negative. `doing`: "to unpack" or
 * "to pack", and how messages go on. */
static bool place_in(const layout *l, int64_t *offset, int64_t size, int64_t there, bool packing)
{
    int64_t given = *offset;
    if (given < 0 && given + size > 0)
        return rt_raise_format(l->error,
                               packing ? "no space to pack %lld bytes at offset %lld"
                                       : "not enough data to unpack %lld bytes at offset %lld",
                               (long long)size, (long long)given);
    if (given < 0) *offset += there;
    if (*offset < 0)
        return rt_raise_format(l->error, "offset %lld out of range for %lld-byte buffer",
                               (long long)given, (long long)there);
    if (there - *offset >= size) return true;
    return rt_raise_format(
        l->error,
        "%s requires a buffer of at least %llu bytes for %s %lld bytes at offset %lld "
        "(actual buffer size is %lld)",
        packing ? "pack_into" : "unpack_from", (unsigned long long)*offset + (uint64_t)size,
        packing ? "packing" : "unpacking", (long long)size, (long long)given, (long long)there);
}

rt_value rt_struct_unpack_from(rt_value error, rt_value format, rt_value buffer, rt_value offset)
{
    layout l;
    int64_t size, count, place;
    if (!layout_begin(&l, error, format) || !measure(l, &size, &count)) return 0;
    if (!check_buffer(buffer) || !rt_to_i64(offset, &place)) return 0;
    size_t there;
    const char *bytes = rt_bytes_text(buffer, &there);
    if (!place_in(&l, &place, size, (int64_t)there, false)) return 0;
    return get_all(l, count, (const unsigned char *)bytes + place);
}

rt_value rt_struct_pack_into(rt_value error, rt_value format, rt_value buffer, rt_value offset,
                             rt_value values)
{
    layout l;
    int64_t size, count, place;
    if (!layout_begin(&l, error, format) || !measure(l, &size, &count)) return 0;
    if (!check_values(&l, "pack_into", values, count)) return 0;
    if (!rt_is_writable_bytes(buffer))
        return rt_raise_format(&rt_exc_TypeError,
                               "argument must be read-write bytes-like object, not %T", buffer);
    if (!rt_to_i64(offset, &place)) return 0;
    if (!place_in(&l, &place, size, (int64_t)RT_BYTES(buffer)->size, true)) return 0;
    rt_value packed = rt_struct_pack(error, format, values);
    if (!packed) return 0;
    bool fits = (int64_t)RT_BYTES(buffer)->size - place >= size; /* unless the program shrank it */
    if (fits) memcpy(RT_BYTES(buffer)->text + place, RT_BYTES(packed)->text, (size_t)size);
    RT_RELEASE(packed);
    return rt_retained(RT_NONE);
}
