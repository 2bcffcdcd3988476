/* binascii.c: the module binascii: bytes as text in base 16 and 64 and in the form of uuencode, and
 * back. In: bytes-like objects, or text that stands for bytes; out: bytes. */
#include "exc/exception.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"

static bool binary_argument(rt_value v)
{
    return rt_is_bytes_like(v) ||
           rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
}

/* An argument that is to be decoded: bytes-like, or a str of ASCII. */
static bool text_argument(rt_value v, const unsigned char **text, size_t *size)
{
    if (rt_is_str(v)) {
        *text = (const unsigned char *)rt_str_text(v, size);
        return (size_t)rt_str_length(v) == *size ||
               rt_raise_format(&rt_exc_ValueError,
                               "string argument should contain only ASCII characters");
    }
    if (!rt_is_bytes_like(v))
        return rt_raise_format(&rt_exc_TypeError,
                               "argument should be bytes, buffer or ASCII string, not '%T'", v);
    *text = (const unsigned char *)rt_bytes_text(v, size);
    return true;
}

/* Makes bytes that were given too much room shorter. */
static rt_value cut(rt_value bytes, size_t size)
{
    if (RT_BYTES(bytes)->size == size) return bytes;
    rt_value shorter = rt_bytes_new(RT_BYTES(bytes)->text, size);
    RT_RELEASE(bytes);
    return shorter;
}

static rt_value fail(rt_value bytes, const char *message)
{
    RT_RELEASE(bytes);
    return rt_raise_format(&rt_exc_Error, "%s", message);
}

/* ---- base 16 --------------------------------------------------------------------------------- */

rt_value rt_binascii_b2a_hex(rt_value data, rt_value sep, rt_value bytes_per_sep)
{
    if (!binary_argument(data)) return 0;
    rt_value text = rt_bytes_hex(data, sep, bytes_per_sep);
    if (!text) return 0;
    rt_value bytes = rt_bytes_new(RT_STR(text)->text, RT_STR(text)->size);
    RT_RELEASE(text);
    return bytes;
}

static int digit_value(unsigned char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

rt_value rt_binascii_a2b_hex(rt_value hexstr)
{
    size_t size;
    const unsigned char *text;
    if (!text_argument(hexstr, &text, &size)) return 0;
    if (size % 2) return rt_raise_format(&rt_exc_Error, "Odd-length string");
    rt_value bytes = rt_bytes_sized(size / 2);
    for (size_t i = 0; i < size / 2; i++) {
        int high = digit_value(text[2 * i]), low = digit_value(text[2 * i + 1]);
        if (high < 0 || low < 0) return fail(bytes, "Non-hexadecimal digit found");
        RT_BYTES(bytes)->text[i] = (char)(high << 4 | low);
    }
    return bytes;
}

/* ---- base 64 --------------------------------------------------------------------------------- */

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

rt_value rt_binascii_b2a_base64(rt_value data, rt_value newline)
{
    if (!binary_argument(data)) return 0;
    int ends_line = newline ? rt_truth(newline) : 1;
    if (ends_line < 0) return 0;
    size_t size;
    const unsigned char *in = (const unsigned char *)rt_bytes_text(data, &size);
    rt_value bytes = rt_bytes_sized((size + 2) / 3 * 4 + (size_t)ends_line);
    char *out = RT_BYTES(bytes)->text;
    for (size_t i = 0; i < size; i += 3, out += 4) {
        size_t left = size - i;
        uint32_t group = (uint32_t)in[i] << 16 | (left > 1 ? (uint32_t)in[i + 1] << 8 : 0) |
                         (left > 2 ? in[i + 2] : 0);
        for (int k = 0; k < 4; k++) out[k] = base64_digits[group >> (18 - 6 * k) & 63];
        if (left < 3) out[3] = '=';
        if (left < 2) out[2] = '=';
    }
    if (ends_line) *out = '\n';
    return bytes;
}

static int base64_value(unsigned char c)
{
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

typedef struct base64_reader { /* four digits make three bytes */
    char *out;
    size_t count; /* bytes so far */
    int digits;   /* of the group being read */
    int pads;
    unsigned rest; /* bits that are no whole byte yet */
} base64_reader;

static void take_digit(base64_reader *r, unsigned digit)
{
    r->pads = 0;
    r->rest = r->rest << 6 | digit;
    if (r->digits) r->out[r->count++] = (char)(r->rest >> (6 - 2 * r->digits));
    r->digits = (r->digits + 1) % 4;
}

/* The text up to a group that padding completes. NULL = fine, else what is wrong. */
static const char *read_base64(base64_reader *r, const unsigned char *text, size_t size,
                               bool strict)
{
    bool padded = false;
    for (size_t i = 0; i < size; i++) {
        int digit = base64_value(text[i]);
        if (text[i] == '=') {
            padded = true;
            if (strict && i == 0) return "Leading padding not allowed";
            if (r->digits >= 2 && r->digits + ++r->pads >= 4)
                return strict && i + 1 < size ? "Excess data after padding" : NULL;
            continue;
        }
        if (digit < 0 && strict) return "Only base64 data is allowed";
        if (digit < 0) continue;
        if (strict && padded) return "Discontinuous padding not allowed";
        take_digit(r, (unsigned)digit);
    }
    if (r->digits == 0) return NULL;
    return r->digits == 1 ? "" : "Incorrect padding";
}

rt_value rt_binascii_a2b_base64(rt_value data, rt_value strict_mode)
{
    size_t size;
    const unsigned char *text;
    int strict = strict_mode ? rt_truth(strict_mode) : 0;
    if (strict < 0 || !text_argument(data, &text, &size)) return 0;
    rt_value bytes = rt_bytes_sized((size + 3) / 4 * 3);
    base64_reader reader = {.out = RT_BYTES(bytes)->text};
    const char *wrong = read_base64(&reader, text, size, strict);
    if (!wrong) return cut(bytes, reader.count);
    if (*wrong) return fail(bytes, wrong);
    RT_RELEASE(bytes);
    return rt_raise_format(&rt_exc_Error,
                           "Invalid base64-encoded string: number of data characters (%llu) cannot "
                           "be 1 more than a multiple of 4",
                           (unsigned long long)(reader.count / 3 * 4 + 1));
}

/* ---- uuencode: a line of up to 45 bytes ------------------------------------------------------ */

rt_value rt_binascii_b2a_uu(rt_value data, rt_value backtick)
{
    int ticks = backtick ? rt_truth(backtick) : 0;
    if (ticks < 0 || !binary_argument(data)) return 0;
    size_t size;
    const unsigned char *in = (const unsigned char *)rt_bytes_text(data, &size);
    if (size > 45) return rt_raise_format(&rt_exc_Error, "At most 45 bytes at once");
    char line[64], *out = line;
    char zero = ticks ? '`' : ' ';
    *out++ = size ? (char)(' ' + size) : zero;
    for (size_t i = 0; i < size; i += 3) {
        uint32_t group = (uint32_t)in[i] << 16 | (i + 1 < size ? (uint32_t)in[i + 1] << 8 : 0) |
                         (i + 2 < size ? in[i + 2] : 0);
        for (int k = 18; k >= 0; k -= 6) {
            uint32_t digit = group >> k & 63;
            *out++ = digit ? (char)(' ' + digit) : zero;
        }
    }
    *out++ = '\n';
    return rt_bytes_new(line, (size_t)(out - line));
}

/* The digit at i, where blanks behind the end and line ends count as 0; -1 = no digit. */
static int uu_digit(const unsigned char *text, size_t size, size_t i)
{
    if (i >= size || text[i] == '\n' || text[i] == '\r') return 0;
    return text[i] < ' ' || text[i] > ' ' + 64 ? -1 : (text[i] - ' ') & 63;
}

rt_value rt_binascii_a2b_uu(rt_value data)
{
    size_t size;
    const unsigned char *text;
    if (!text_argument(data, &text, &size)) return 0;
    size_t count = size ? (size_t)(text[0] - ' ') & 63 : 32, i = 1;
    rt_value bytes = rt_bytes_sized(count);
    unsigned rest = 0;
    int bits = 0;
    for (size_t done = 0; done < count; i++) {
        int digit = uu_digit(text, size, i);
        if (digit < 0) return fail(bytes, "Illegal char");
        rest = rest << 6 | (unsigned)digit;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        RT_BYTES(bytes)->text[done++] = (char)(rest >> bits);
    }
    for (; i < size; i++)
        if (!strchr(" `\n\r", text[i])) return fail(bytes, "Trailing garbage");
    return bytes;
}

/* ---- a checksum ------------------------------------------------------------------------------ */

rt_value rt_binascii_crc_hqx(rt_value data, rt_value crc)
{
    int64_t start;
    if (!binary_argument(data) || !rt_to_i64(crc, &start)) return 0;
    size_t size;
    const unsigned char *in = (const unsigned char *)rt_bytes_text(data, &size);
    uint32_t sum = (uint32_t)start & 0xffff;
    for (size_t i = 0; i < size; i++) {
        sum ^= (uint32_t)in[i] << 8;
        for (int k = 0; k < 8; k++) sum = (sum << 1 ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
    }
    return RT_INT(sum);
}
