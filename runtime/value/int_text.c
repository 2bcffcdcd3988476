/* int_text.c: ints as text, both ways, in any base. Big ints go in chunks of as many digits as
 * fit one mp_digit, so that one pass over the number is worth 18 decimal digits. In: UTF-8 text
 * or ints; out: ints, or strings of digits. */
#include <stdlib.h>
#include "value/int.h"
#include "value/str.h"
#include "value/unicode.h"

int64_t rt_int_max_str_digits = 4300;

/* ---- reading --------------------------------------------------------------------------------- */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

/* The base that a prefix names: 16 for 0x..., 0 for none. */
static int prefix_base(const char *text, const char *end)
{
    if (end - text < 2 || text[0] != '0') return 0;
    switch (text[1] | 0x20) {
    case 'b': return 2;
    case 'o': return 8;
    case 'x': return 16;
    default: return 0;
    }
}

/* Moves over the prefix that the base allows, and one underscore behind it; settles base 0. False:
 * a leading zero that base 0 forbids. */
static bool skip_prefix(const char **text, const char *end, int *base)
{
    int named = prefix_base(*text, end);
    if (named && (*base == 0 || *base == named)) {
        *base = named;
        *text += 2;
        if (*text < end && **text == '_') ++*text;
        return true;
    }
    if (*base) return true;
    *base = 10;
    if (*text == end || **text != '0') return true;
    for (const char *p = *text; p < end; p++)
        if (*p != '0' && *p != '_') return false;
    return true;
}

/* Are these digits of the base, with single underscores between them only? Counts the digits. */
static bool valid_digits(const char *text, const char *end, int base, size_t *digits)
{
    *digits = 0;
    if (text == end || *text == '_' || end[-1] == '_') return false;
    for (; text < end; text++) {
        if (*text == '_') {
            if (text[-1] == '_') return false;
        } else if (digit_value(*text) < base) {
            ++*digits;
        } else {
            return false;
        }
    }
    return true;
}

static mp_err accumulate(const char *text, const char *end, int base, mp_int *out)
{
    mp_err error = MP_OKAY;
    while (text < end && error == MP_OKAY) {
        mp_digit chunk = 0, scale = 1;
        for (; text < end && scale <= MP_MASK / (mp_digit)base; text++) {
            if (*text == '_') continue;
            chunk = chunk * (mp_digit)base + (mp_digit)digit_value(*text);
            scale *= (mp_digit)base;
        }
        error = mp_mul_d(out, scale, out);
        if (error == MP_OKAY) error = mp_add_d(out, chunk, out);
    }
    return error;
}

static rt_value read_digits(const char *text, const char *end, int base, bool negative)
{
    uint64_t word = 0;
    if (end - text <= 12) { /* no base makes these overflow */
        for (; text < end; text++)
            if (*text != '_') word = word * (uint64_t)base + (uint64_t)digit_value(*text);
        return rt_int_new(negative ? -(int64_t)word : (int64_t)word);
    }
    mp_int number;
    mp_err error = mp_init(&number);
    if (error == MP_OKAY) error = accumulate(text, end, base, &number);
    if (negative && number.used) number.sign = MP_NEG;
    return rt_int_take(error, &number);
}

static bool too_many_digits(size_t digits, int base)
{
    if ((base & (base - 1)) == 0 || !rt_int_max_str_digits) return false;
    if (digits <= (size_t)rt_int_max_str_digits) return false;
    rt_raise_format(&rt_exc_ValueError,
                    "Exceeds the limit (%lld digits) for integer string conversion: value has %zu "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    (long long)rt_int_max_str_digits, digits);
    return true;
}

static rt_value parse_ascii(const char *text, size_t size, int base)
{
    const char *end = text + size;
    size_t digits;
    bool negative = text < end && *text == '-';
    if (text < end && (*text == '-' || *text == '+')) text++;
    if (!skip_prefix(&text, end, &base) || !valid_digits(text, end, base, &digits)) return 0;
    if (too_many_digits(digits, base)) return 0;
    return read_digits(text, end, base, negative);
}

rt_value rt_int_parse(const char *text, size_t size, int base)
{
    rt_ascii_number ascii;
    if (!rt_number_text(text, size, &ascii)) return 0;
    rt_value result = parse_ascii(ascii.text, ascii.size, base);
    free(ascii.copy);
    return result;
}

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct chunk_format {
    mp_digit scale; /* base ** width, the largest that fits an mp_digit */
    int width;
    unsigned base;
} chunk_format;

static const char digit_letters[] = "0123456789abcdef";

static const chunk_format *format_of_base(int base)
{
    static const chunk_format formats[] = {
        {(mp_digit)1 << 59, 59, 2},
        {(mp_digit)1 << 57, 19, 8},
        {1000000000000000000, 18, 10},
        {(mp_digit)1 << 56, 14, 16},
    };
    return &formats[base == 2 ? 0 : base == 8 ? 1 : base == 10 ? 2 : 3];
}

/* Writes a chunk's digits so that they end before `end`; at least `width` of them. */
static char *write_chunk(char *end, mp_digit chunk, unsigned base, int width)
{
    for (; chunk || width > 0; width--) {
        *--end = digit_letters[chunk % base];
        chunk /= base;
    }
    return end;
}

/* Divides the number away, chunk by chunk, from the last digit on. */
static mp_err write_number(mp_int *number, const chunk_format *format, char **end)
{
    mp_err error = MP_OKAY;
    while (error == MP_OKAY && number->used) {
        mp_digit chunk = 0;
        error = mp_div_d(number, format->scale, number, &chunk);
        *end = write_chunk(*end, chunk, format->base, number->used ? format->width : 1);
    }
    return error;
}

static char *too_long(void)
{
    rt_raise_format(&rt_exc_ValueError,
                    "Exceeds the limit (%lld digits) for integer string conversion; use "
                    "sys.set_int_max_str_digits() to increase the limit",
                    (long long)rt_int_max_str_digits);
    return NULL;
}

static char *word_digits(uint64_t magnitude, unsigned base, size_t *size)
{
    char room[64], *end = room + sizeof room, *start = write_chunk(end, magnitude, base, 1);
    *size = (size_t)(end - start);
    char *text = malloc(*size + 1);
    if (!text) {
        rt_raise_format(&rt_exc_MemoryError, "");
        return NULL;
    }
    memcpy(text, start, *size);
    text[*size] = '\0';
    return text;
}

char *rt_int_digits(rt_value v, int base, size_t *size)
{
    int64_t word;
    if (rt_int_word(v, &word))
        return word_digits(word < 0 ? -(uint64_t)word : (uint64_t)word, (unsigned)base, size);
    rt_int_room room;
    int64_t limit = base == 10 ? rt_int_max_str_digits : 0;
    /* far past the limit nothing needs to be calculated: a digit is log2(10) bits */
    if (limit && (double)rt_int_bit_length(v) * 0.30102999566398120 > (double)limit + 1)
        return too_long();
    mp_int rest;
    const mp_int *number = rt_int_view(v, &room);
    const chunk_format *format = format_of_base(base);
    size_t bits_a_digit = base == 2 ? 1 : base == 16 ? 4 : 3;
    size_t capacity = (size_t)mp_count_bits(number) / bits_a_digit + 2;
    char *text = malloc(capacity + 1);
    char *start = text + capacity;
    mp_err error = text ? mp_init_copy(&rest, number) : MP_MEM;
    if (error == MP_OKAY) {
        rest.sign = MP_ZPOS;
        error = write_number(&rest, format, &start);
        mp_clear(&rest);
    }
    if (error != MP_OKAY) {
        free(text);
        rt_raise_format(&rt_exc_MemoryError, "");
        return NULL;
    }
    if (start == text + capacity) *--start = '0';
    *size = (size_t)(text + capacity - start);
    if (limit && *size > (size_t)limit) {
        free(text);
        return too_long();
    }
    memmove(text, start, *size);
    text[*size] = '\0';
    return text;
}

/* -?[prefix]digits as a str. */
static rt_value spelled(rt_value v, int base, const char *prefix)
{
    size_t size;
    char *digits = rt_int_digits(v, base, &size);
    if (!digits) return 0;
    rt_builder builder;
    rt_builder_init(&builder);
    if (rt_int_sign(v) < 0) rt_builder_add(&builder, "-", 1);
    rt_builder_add_c(&builder, prefix);
    rt_builder_add(&builder, digits, size);
    free(digits);
    return rt_builder_finish(&builder);
}

static rt_value word_repr(int64_t word)
{
    char text[24], *end = text + sizeof text;
    uint64_t magnitude = word < 0 ? -(uint64_t)word : (uint64_t)word;
    char *start = write_chunk(end, magnitude, 10, 1);
    if (word < 0) *--start = '-';
    return rt_str_new(start, (size_t)(end - start));
}

rt_value rt_int_repr(rt_value v)
{
    int64_t word;
    return rt_int_word(v, &word) ? word_repr(word) : spelled(v, 10, "");
}

rt_value rt_int_in_base(rt_value v, int base)
{
    rt_value number = rt_int_index(v);
    if (!number) return 0;
    rt_value text = spelled(number, base, base == 2 ? "0b" : base == 8 ? "0o" : "0x");
    RT_RELEASE(number);
    return text;
}
