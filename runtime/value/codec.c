/* codec.c: encoding str to bytes and decoding bytes to str: utf-8, ascii and latin-1. A codec is a limit
 * (or UTF-8's rules) and a reason for its errors; an error handler says what stands in for the part
 * in error. In: text or bytes; out: bytes or text, or UnicodeEncodeError / UnicodeDecodeError. */
#include <stdio.h>
#include "value/codec.h"
#include "value/bytes.h"
#include "value/str.h"

typedef struct codec {
    const char *name;   /* as errors spell it */
    uint32_t limit;     /* the first code point that it cannot encode */
    const char *reason; /* of errors in encoding, and of ascii's in decoding */
} codec;

static const codec utf8 = {"utf-8", RT_CODE_POINT_MAX + 1, "surrogates not allowed"};
static const codec ascii = {"ascii", 0x80, "ordinal not in range(128)"};
static const codec latin1 = {"latin-1", 0x100, "ordinal not in range(256)"};

static const struct {
    const char *alias;
    const codec *codec;
} aliases[] = {
    {"utf-8", &utf8}, {"utf8", &utf8}, {"u8", &utf8}, {"utf", &utf8}, {"cp65001", &utf8},
    {"ascii", &ascii}, {"us-ascii", &ascii}, {"646", &ascii},
    {"latin-1", &latin1}, {"latin1", &latin1}, {"latin", &latin1}, {"l1", &latin1},
    {"iso-8859-1", &latin1}, {"iso8859-1", &latin1}, {"iso88591", &latin1}, {"8859", &latin1},
    {"cp819", &latin1},
};

static bool is_alias(const char *name, const char *alias)
{
    for (; *name && *alias; name++, alias++) {
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
        if (c == '_' || c == ' ') c = '-';
        if (c != *alias) return false;
    }
    return *name == *alias;
}

static const codec *find_codec(rt_value encoding)
{
    if (!encoding) return &utf8;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (is_alias(rt_str_text(encoding, NULL), aliases[i].alias)) return aliases[i].codec;
    rt_raise_format(&rt_exc_LookupError, "unknown encoding: %V", encoding);
    return NULL;
}

typedef enum handler {
    STRICT, IGNORE, REPLACE, BACKSLASHREPLACE, XMLCHARREFREPLACE, SURROGATEESCAPE, SURROGATEPASS, UNKNOWN
} handler;

static handler find_handler(rt_value errors)
{
    static const char *const names[] = {
        "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape",
        "surrogatepass",
    };
    if (!errors) return STRICT;
    int i = STRICT;
    while (i < UNKNOWN && strcmp(rt_str_text(errors, NULL), names[i]) != 0) i++;
    return (handler)i;
}

static void raise_unknown_handler(rt_value errors)
{
    rt_raise_format(&rt_exc_LookupError, "unknown error handler name '%V'", errors);
}

/* UnicodeEncodeError or UnicodeDecodeError; `object` is what was being converted. */
static void raise_unicode_error(rt_type *type, const codec *codec, rt_value object, size_t start,
                                size_t end, const char *reason)
{
    rt_value args[5] = {rt_str_c(codec->name), rt_retained(object), RT_INT(start), RT_INT(end),
                        rt_str_c(reason)};
    rt_value exception = rt_call((rt_value)type, 5, args);
    for (int i = 0; i < 5; i++) RT_RELEASE(args[i]);
    if (!exception) return;
    rt_raise(exception, 0);
    RT_RELEASE(exception);
}

/* ---- encoding -------------------------------------------------------------------------------- */

typedef struct encoding {
    const codec *codec;
    handler handler;
    rt_value str, errors;
    rt_builder out;
} encoding;

static bool can_encode(const codec *codec, uint32_t code)
{
    return code < codec->limit && !(codec == &utf8 && RT_IS_SURROGATE(code));
}

/* What a handler writes for one code point; false: it does not apply. */
static bool write_substitute(encoding *e, uint32_t code)
{
    char text[16];
    int size = 0;
    switch (e->handler) {
    case IGNORE: break;
    case REPLACE: size = sprintf(text, "?"); break;
    case XMLCHARREFREPLACE: size = sprintf(text, "&#%u;", code); break;
    case BACKSLASHREPLACE:
        size = sprintf(text, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
        break;
    case SURROGATEESCAPE:
        if (code < 0xdc80 || code > 0xdcff) return false;
        text[size++] = (char)(code - 0xdc00);
        break;
    case SURROGATEPASS:
        if (!RT_IS_SURROGATE(code) || e->codec != &utf8) return false;
        size = (int)rt_utf8_put(code, text);
        break;
    default: return false;
    }
    rt_builder_add(&e->out, text, (size_t)size);
    return true;
}

/* The run of characters from `at` on that cannot be encoded; gives where it ends. */
static const char *handle_run(encoding *e, const char *at, const char *end)
{
    const char *run = at, *next = at;
    size_t count = 0, start = rt_str_index_of(e->str, (size_t)(at - RT_STR(e->str)->text));
    for (; next < end && !can_encode(e->codec, rt_utf8_next(&next)); count++) run = next;
    if (e->handler == UNKNOWN) {
        raise_unknown_handler(e->errors);
        return NULL;
    }
    while (at < run) {
        if (write_substitute(e, rt_utf8_next(&at))) continue;
        raise_unicode_error(&rt_exc_UnicodeEncodeError, e->codec, e->str, start, start + count,
                            e->codec->reason);
        return NULL;
    }
    return run;
}

static bool encode_all(encoding *e)
{
    const char *at = RT_STR(e->str)->text, *end = at + RT_STR(e->str)->size;
    while (at && at < end) {
        const char *start = at;
        uint32_t code = rt_utf8_next(&at);
        if (!can_encode(e->codec, code)) {
            at = handle_run(e, start, end);
        } else if (e->codec == &latin1) {
            char byte = (char)code;
            rt_builder_add(&e->out, &byte, 1);
        } else {
            rt_builder_add(&e->out, start, (size_t)(at - start));
        }
    }
    return at != NULL;
}

static bool has_surrogates(const rt_str_object *str)
{
    for (size_t i = 0; i + 1 < str->size; i++)
        if ((unsigned char)str->text[i] == 0xed && (unsigned char)str->text[i + 1] >= 0xa0) return true;
    return false;
}

rt_value rt_encode(rt_value str, rt_value encoding_name, rt_value errors)
{
    encoding e = {.codec = find_codec(encoding_name), .handler = find_handler(errors), .str = str,
                  .errors = errors};
    if (!e.codec) return 0;
    if (RT_STR_IS_ASCII(str) || (e.codec == &utf8 && !has_surrogates(RT_STR(str))))
        return rt_bytes_new(RT_STR(str)->text, RT_STR(str)->size);
    rt_builder_init(&e.out);
    rt_value bytes = encode_all(&e) ? rt_bytes_new(e.out.text ? e.out.text : "", e.out.size) : 0;
    rt_builder_drop(&e.out);
    return bytes;
}

static bool check_codec_names(const char *function, rt_value encoding, rt_value errors)
{
    rt_value names[2] = {encoding, errors};
    for (int i = 0; i < 2; i++) {
        if (!names[i] || rt_is_str(names[i])) continue;
        rt_raise_format(&rt_exc_TypeError, "%s() argument '%s' must be str, not %T", function,
                        i ? "errors" : "encoding", names[i]);
        return false;
    }
    return true;
}

rt_value rt_str_encode(rt_value self, rt_value encoding, rt_value errors)
{
    return check_codec_names("encode", encoding, errors) ? rt_encode(self, encoding, errors) : 0;
}

/* ---- decoding -------------------------------------------------------------------------------- */

typedef struct decoding {
    const codec *codec;
    handler handler;
    const char *bytes;
    size_t size;
    rt_value errors;
    rt_builder out;
} decoding;

/* The bounds of the second byte of a UTF-8 sequence, which keep out overlong forms, surrogates and
 * what lies past U+10FFFF. */
static bool second_byte_fits(unsigned char lead, unsigned char second)
{
    unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

/* Measures the sequence at `at`: its bytes, or where *reason is set, those in error. */
static size_t measure_utf8(const char *at, size_t rest, const char **reason)
{
    unsigned char lead = (unsigned char)*at;
    *reason = NULL;
    if (lead < 0x80) return 1;
    if (lead < 0xc2 || lead > 0xf4) {
        *reason = "invalid start byte";
        return 1;
    }
    size_t width = rt_utf8_width(lead);
    for (size_t i = 1; i < width; i++) {
        if (i == rest) {
            *reason = "unexpected end of data";
            return i;
        }
        bool fits = i == 1 ? second_byte_fits(lead, (unsigned char)at[1]) : !rt_utf8_starts(at[i]);
        if (!fits) {
            *reason = "invalid continuation byte";
            return i;
        }
    }
    return width;
}

static bool handle_bytes(decoding *d, const char *at, size_t count, const char *reason)
{
    size_t start = (size_t)(at - d->bytes);
    switch (d->handler) {
    case IGNORE: return true;
    case REPLACE: rt_builder_add_code(&d->out, 0xfffd); return true;
    case BACKSLASHREPLACE:
        for (size_t i = 0; i < count; i++) {
            char text[8];
            rt_builder_add(&d->out, text, (size_t)sprintf(text, "\\x%02x", (unsigned char)at[i]));
        }
        return true;
    case SURROGATEESCAPE:
        for (size_t i = 0; i < count; i++) rt_builder_add_code(&d->out, 0xdc00u + (unsigned char)at[i]);
        return true;
    case UNKNOWN: raise_unknown_handler(d->errors); return false;
    default: break;
    }
    rt_value object = rt_bytes_new(d->bytes, d->size);
    raise_unicode_error(&rt_exc_UnicodeDecodeError, d->codec, object, start, start + count, reason);
    RT_RELEASE(object);
    return false;
}

static bool decode_all(decoding *d)
{
    const char *at = d->bytes, *end = at + d->size, *plain = at;
    while (at < end) {
        const char *reason = NULL;
        size_t width = 1;
        if (d->codec == &utf8) width = measure_utf8(at, (size_t)(end - at), &reason);
        else if (d->codec == &ascii && *at & 0x80) reason = d->codec->reason;
        if (reason) {
            rt_builder_add(&d->out, plain, (size_t)(at - plain));
            if (!handle_bytes(d, at, width, reason)) return false;
            plain = at + width;
        }
        at += width;
    }
    rt_builder_add(&d->out, plain, (size_t)(end - plain));
    return true;
}

rt_value rt_decode(const char *bytes, size_t size, rt_value encoding_name, rt_value errors)
{
    if (!size) return rt_str_empty(); /* of any encoding, even an unknown one */
    decoding d = {.codec = find_codec(encoding_name), .handler = find_handler(errors), .bytes = bytes,
                  .size = size, .errors = errors};
    if (!d.codec) return 0;
    rt_builder_init(&d.out);
    if (d.codec == &latin1)
        for (size_t i = 0; i < size; i++) rt_builder_add_code(&d.out, (unsigned char)bytes[i]);
    else if (!decode_all(&d))
        d.out.failed = true;
    return rt_builder_finish(&d.out);
}

rt_value rt_bytes_decode(rt_value self, rt_value encoding, rt_value errors)
{
    if (!check_codec_names("decode", encoding, errors)) return 0;
    return rt_decode(RT_BYTES(self)->text, RT_BYTES(self)->size, encoding, errors);
}

rt_value rt_decode_object(rt_value object, rt_value encoding, rt_value errors)
{
    if (!check_codec_names("str", encoding, errors)) return 0;
    if (rt_is_str(object)) return rt_raise_format(&rt_exc_TypeError, "decoding str is not supported");
    if (!rt_is_bytes_like(object))
        return rt_raise_format(&rt_exc_TypeError,
                               "decoding to str: need a bytes-like object, %T found", object);
    return rt_decode(RT_BYTES(object)->text, RT_BYTES(object)->size, encoding, errors);
}
