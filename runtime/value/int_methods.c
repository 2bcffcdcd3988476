/* int_methods.c: the methods of int: bits, bytes, ratios. */
#include <stdlib.h>
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"

rt_value rt_int_bit_length_method(rt_value self)
{
    return rt_int_from_u64(rt_int_bit_length(self));
}

rt_value rt_int_bit_count(rt_value self)
{
    rt_int_room room;
    const mp_int *number = rt_int_view(self, &room);
    int64_t count = 0;
    for (int i = 0; i < number->used; i++) count += __builtin_popcountll(number->dp[i]);
    return RT_INT(count);
}

rt_value rt_int_conjugate(rt_value self)
{
    return rt_int_plain(self);
}

rt_value rt_int_as_integer_ratio(rt_value self)
{
    rt_value items[2] = {rt_int_plain(self), RT_INT(1)};
    return rt_tuple_of(2, items);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static bool parse_order(rt_value byteorder, bool *big)
{
    *big = true;
    if (!byteorder) return true;
    if (!rt_is_str(byteorder)) {
        rt_raise_format(&rt_exc_TypeError, "argument 'byteorder' must be str, not %T", byteorder);
        return false;
    }
    const char *text = rt_str_text(byteorder, NULL);
    *big = strcmp(text, "big") == 0;
    if (*big || strcmp(text, "little") == 0) return true;
    rt_raise_format(&rt_exc_ValueError, "byteorder must be either 'little' or 'big'");
    return false;
}

static void reverse(unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size / 2; i++) {
        unsigned char byte = bytes[i];
        bytes[i] = bytes[size - 1 - i];
        bytes[size - 1 - i] = byte;
    }
}

/* Two's complement in place, big-endian: invert and add one. */
static void negate(unsigned char *bytes, size_t size)
{
    unsigned carry = 1;
    for (size_t i = size; i-- > 0;) {
        carry += (unsigned char)~bytes[i];
        bytes[i] = (unsigned char)carry;
        carry >>= 8;
    }
}

/* How many bytes the number takes; of signed ones, with room for the sign bit. */
static size_t bytes_needed(const mp_int *number, bool is_signed)
{
    size_t bits = (size_t)mp_count_bits(number);
    if (!is_signed) return (bits + 7) / 8;
    bool power = number->sign == MP_NEG && (size_t)mp_cnt_lsb(number) + 1 == bits;
    return bits == 0 ? 0 : (bits - power) / 8 + 1;
}

rt_value rt_int_to_bytes(rt_value self, rt_value length, rt_value byteorder, rt_value is_signed)
{
    int64_t size = 1;
    bool big;
    int with_sign = is_signed ? rt_truth(is_signed) : 0;
    if (with_sign < 0 || (length && !rt_to_i64(length, &size)) || !parse_order(byteorder, &big))
        return 0;
    if (size < 0)
        return rt_raise_format(&rt_exc_ValueError, "length argument must be non-negative");
    rt_int_room room;
    const mp_int *number = rt_int_view(self, &room);
    bool negative = number->sign == MP_NEG;
    if (negative && !with_sign)
        return rt_raise_format(&rt_exc_OverflowError, "can't convert negative int to unsigned");
    if (bytes_needed(number, with_sign) > (size_t)size)
        return rt_raise_format(&rt_exc_OverflowError, "int too big to convert");
    rt_value result = rt_bytes_sized((size_t)size);
    unsigned char *bytes = (unsigned char *)RT_BYTES(result)->text;
    size_t width = mp_ubin_size(number), written;
    memset(bytes, 0, (size_t)size);
    if (width && mp_to_ubin(number, bytes + size - width, width, &written) != MP_OKAY) {
        RT_RELEASE(result);
        return rt_raise_format(&rt_exc_MemoryError, "");
    }
    if (negative) negate(bytes, (size_t)size);
    if (!big) reverse(bytes, (size_t)size);
    return result;
}

static rt_value read_bytes(const char *text, size_t size, bool big, bool is_signed)
{
    mp_int number;
    unsigned char *bytes = malloc(size + 1);
    if (!bytes || mp_init(&number) != MP_OKAY) {
        free(bytes);
        return rt_raise_format(&rt_exc_MemoryError, "");
    }
    memcpy(bytes, text, size);
    if (!big) reverse(bytes, size);
    bool negative = is_signed && size && bytes[0] & 0x80;
    if (negative) negate(bytes, size);
    mp_err error = mp_from_ubin(&number, bytes, size);
    if (negative) number.sign = MP_NEG;
    free(bytes);
    return rt_int_take(error, &number);
}

rt_value rt_int_from_bytes(rt_value cls, rt_value bytes, rt_value byteorder, rt_value is_signed)
{
    bool big;
    int with_sign = is_signed ? rt_truth(is_signed) : 0;
    if (with_sign < 0 || !parse_order(byteorder, &big)) return 0;
    if (rt_is_str(bytes))
        return rt_raise_format(&rt_exc_TypeError, "cannot convert 'str' object to bytes");
    rt_value buffer =
        rt_is_bytes_like(bytes) ? rt_retained(bytes) : rt_bytes_gather(bytes, "bytes");
    if (!buffer) return 0;
    size_t size;
    const char *text = rt_bytes_text(buffer, &size);
    rt_value result = read_bytes(text, size, big, with_sign);
    RT_RELEASE(buffer);
    if (!result || cls == (rt_value)&rt_int_type) return result;
    rt_value instance = rt_call1(cls, result);
    RT_RELEASE(result);
    return instance;
}
