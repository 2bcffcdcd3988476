/* codec.c: encoding str to bytes and decoding bytes to str. A codec (codec_table.c) reads and
 * writes one character; an error handler says what stands in for those that it cannot. In: text
 * or bytes; out: bytes or text, or UnicodeEncodeError / UnicodeDecodeError. */
#include <stdio.h>
#include "value/codec.h"
#include "value/bytes.h"
#include "value/codec_table.h"
#include "value/str.h"

static const rt_codec *find_codec(rt_value encoding)
{
    const rt_codec *codec = encoding ? rt_codec_find(rt_str_text(encoding, NULL)) : &rt_codec_utf8;
    if (!codec) rt_raise_format(&rt_exc_LookupError, "unknown encoding: %V", encoding);
    return codec;
}

typedef enum handler {
    STRICT,
    IGNORE,
    REPLACE,
    BACKSLASHREPLACE,
    XMLCHARREFREPLACE,
    SURROGATEESCAPE,
    SURROGATEPASS,
    UNKNOWN
} handler;

static handler find_handler(rt_value errors)
{
    static const char *const names[] = {
        "strict",          "ignore",        "replace", "backslashreplace", "xmlcharrefreplace",
        "surrogateescape", "surrogatepass",
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
static void raise_unicode_error(rt_type *type, const rt_codec *codec, rt_value object, size_t start,
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

/* ASCII is itself in all other codecs of one-byte units. */
static bool is_ascii_alike(const rt_codec *codec)
{
    return codec->unit == 1 && codec != &rt_codec_unicode_escape;
}

typedef struct encoding {
    const rt_codec *codec;
    handler handler;
    rt_value str, errors;
    rt_builder out;
} encoding;

/* Writes the character where the codec has it. */
static bool write_code(encoding *e, uint32_t code, bool with_surrogates)
{
    char bytes[RT_CODEC_LONGEST];
    if (e->codec->is_unicode && RT_IS_SURROGATE(code) && !with_surrogates) return false;
    size_t size = e->codec->write(code, bytes);
    rt_builder_add(&e->out, bytes, size);
    return size != 0;
}

static bool can_encode(const rt_codec *codec, uint32_t code)
{
    char bytes[RT_CODEC_LONGEST];
    return !(codec->is_unicode && RT_IS_SURROGATE(code)) && codec->write(code, bytes);
}

/* What a handler writes for one code point; false: it does not apply. */
static bool write_substitute(encoding *e, uint32_t code)
{
    char text[16] = "", byte = (char)(code - 0xdc00);
    switch (e->handler) {
    case IGNORE: return true;
    case REPLACE: strcpy(text, "?"); break;
    case XMLCHARREFREPLACE: sprintf(text, "&#%u;", code); break;
    case BACKSLASHREPLACE:
        sprintf(text, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
        break;
    case SURROGATEESCAPE:
        if (code < 0xdc80 || code > 0xdcff || e->codec->unit != 1) return false;
        rt_builder_add(&e->out, &byte, 1);
        return true;
    case SURROGATEPASS:
        return RT_IS_SURROGATE(code) && e->codec->is_unicode && write_code(e, code, true);
    default: return false;
    }
    for (const char *at = text; *at; at++) write_code(e, (unsigned char)*at, false);
    return true;
}

/* The run of characters from `at` on that cannot be encoded; gives where it ends. */
static const char *handle_run(encoding *e, const char *at, const char *end)
{
    const char *run = at, *next = at;
    size_t count = 0, start = rt_str_index_of(e->str, (size_t)(at - RT_STR(e->str)->text));
    size_t most = e->codec->unit == 1 ? SIZE_MAX : 1; /* the wide codecs stop at each one */
    for (; count < most && next < end && !can_encode(e->codec, rt_utf8_next(&next)); count++)
        run = next;
    if (e->handler == UNKNOWN) {
        raise_unknown_handler(e->errors);
        return NULL;
    }
    while (at < run) {
        if (write_substitute(e, rt_utf8_next(&at))) continue;
        raise_unicode_error(&rt_exc_UnicodeEncodeError, e->codec, e->str, start, start + count,
                            e->codec->encode_reason);
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
        if (!write_code(e, code, false)) at = handle_run(e, start, end);
    }
    return at != NULL;
}

static bool has_surrogates(const rt_str_object *str)
{
    for (size_t i = 0; i + 1 < str->size; i++)
        if ((unsigned char)str->text[i] == 0xed && (unsigned char)str->text[i + 1] >= 0xa0)
            return true;
    return false;
}

rt_value rt_encode(rt_value str, rt_value encoding_name, rt_value errors)
{
    encoding e = {.codec = find_codec(encoding_name),
                  .handler = find_handler(errors),
                  .str = str,
                  .errors = errors};
    if (!e.codec) return 0;
    bool ascii_alike = RT_STR_IS_ASCII(str) && is_ascii_alike(e.codec) && !e.codec->mark;
    if (ascii_alike || (e.codec == &rt_codec_utf8 && !has_surrogates(RT_STR(str))))
        return rt_bytes_new(RT_STR(str)->text, RT_STR(str)->size);
    rt_builder_init(&e.out);
    rt_builder_add(&e.out, e.codec->mark, e.codec->mark_size);
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
    const rt_codec *codec;
    handler handler;
    const char *bytes;
    size_t size;
    rt_value errors;
    rt_builder out;
} decoding;

/* A surrogate in UTF-8's form, which only the handler surrogatepass lets through. */
static bool pass_surrogate(decoding *d, const char **at)
{
    const char *end = d->bytes + d->size, *start = *at;
    if (d->codec->unit != 1 || !d->codec->is_unicode || end - start < 3) return false;
    bool surrogate = (unsigned char)start[0] == 0xed && (unsigned char)start[1] >= 0xa0 &&
                     !rt_utf8_starts(start[1]) && !rt_utf8_starts(start[2]);
    if (surrogate) rt_builder_add_code(&d->out, rt_utf8_next(at));
    return surrogate;
}

/* As many of the bytes as are not ASCII; how many. */
static size_t escape_bytes(decoding *d, const char *at, size_t count)
{
    size_t i = 0;
    for (; i < count && at[i] & 0x80; i++)
        rt_builder_add_code(&d->out, 0xdc00u + (unsigned char)at[i]);
    return i;
}

/* `count` bytes at *at are in error: moves behind what the handler takes. False: raised. */
static bool handle_bytes(decoding *d, const char **at, size_t count, const char *reason)
{
    const char *start = *at;
    *at += count;
    switch (d->handler) {
    case IGNORE: return true;
    case REPLACE: rt_builder_add_code(&d->out, 0xfffd); return true;
    case BACKSLASHREPLACE:
        for (size_t i = 0; i < count; i++) {
            char text[8];
            rt_builder_add(&d->out, text,
                           (size_t)sprintf(text, "\\x%02x", (unsigned char)start[i]));
        }
        return true;
    case SURROGATEESCAPE:
        *at = start + escape_bytes(d, start, count);
        if (*at > start) return true;
        break;
    case SURROGATEPASS:
        *at = start;
        if (pass_surrogate(d, at)) return true;
        break;
    case XMLCHARREFREPLACE:
        rt_raise_format(&rt_exc_TypeError,
                        "don't know how to handle UnicodeDecodeError in error callback");
        return false;
    case UNKNOWN: raise_unknown_handler(d->errors); return false;
    default: break;
    }
    rt_value object = rt_bytes_new(d->bytes, d->size);
    size_t place = (size_t)(start - d->bytes);
    raise_unicode_error(&rt_exc_UnicodeDecodeError, d->codec, object, place, place + count, reason);
    RT_RELEASE(object);
    return false;
}

/* A mark in front tells the byte order; without one it is the machine's. */
static const char *skip_mark(decoding *d)
{
    const rt_codec *marked = d->codec;
    const char *at = d->bytes;
    if (!marked->mark) return at;
    d->codec = marked->plain;
    if (d->size < marked->mark_size) return at;
    if (memcmp(at, marked->mark, marked->mark_size) == 0) return at + marked->mark_size;
    bool reversed = marked->swapped != NULL;
    for (size_t i = 0; reversed && i < marked->mark_size; i++)
        reversed = at[i] == marked->mark[marked->mark_size - 1 - i];
    if (!reversed) return at;
    d->codec = marked->swapped;
    return at + marked->mark_size;
}

static size_t ascii_run(const decoding *d, const char *at, const char *end)
{
    const char *start = at;
    if (is_ascii_alike(d->codec))
        while (at < end && !(*at & 0x80)) at++;
    return (size_t)(at - start);
}

static bool decode_all(decoding *d)
{
    const char *at = skip_mark(d), *end = d->bytes + d->size;
    while (at < end) {
        size_t run = ascii_run(d, at, end);
        rt_builder_add(&d->out, at, run);
        at += run;
        if (at == end) break;
        const char *reason = NULL;
        uint32_t code;
        size_t width = d->codec->read(at, (size_t)(end - at), &code, &reason);
        if (reason) {
            if (!handle_bytes(d, &at, width, reason)) return false;
            continue;
        }
        if (d->codec == &rt_codec_utf8)
            rt_builder_add(&d->out, at, width);
        else
            rt_builder_add_code(&d->out, code);
        at += width;
    }
    return true;
}

rt_value rt_decode(const char *bytes, size_t size, rt_value encoding_name, rt_value errors)
{
    if (!size) return rt_str_empty(); /* of any encoding, even an unknown one */
    decoding d = {.codec = find_codec(encoding_name),
                  .handler = find_handler(errors),
                  .bytes = bytes,
                  .size = size,
                  .errors = errors};
    if (!d.codec) return 0;
    rt_builder_init(&d.out);
    d.out.failed = !decode_all(&d);
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
    if (rt_is_str(object))
        return rt_raise_format(&rt_exc_TypeError, "decoding str is not supported");
    if (!rt_is_bytes_like(object))
        return rt_raise_format(&rt_exc_TypeError,
                               "decoding to str: need a bytes-like object, %T found", object);
    return rt_decode(RT_BYTES(object)->text, RT_BYTES(object)->size, encoding, errors);
}
