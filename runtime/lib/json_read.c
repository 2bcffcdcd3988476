/* json_read.c: the values that JSON texts describe: what json.decoder rests on.
 *
 * In: a decoder (an instance of JSONDecoder, whose attributes are the options), the class of its
 * errors, a str and the index of a code point where a value begins. Out: (value, the index behind
 * it), or the error that CPython's decoder raises there. Works on the str's UTF-8; places become
 * indices only where they are told. */
#include <string.h>

#include "value/dict.h"
#include "value/float.h"
#include "value/int.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

typedef struct reader {
    rt_value text, fail;
    const char *start, *end;
    bool strict;
    /* owned; what may be called, 0 = the built-in way */
    rt_value object_hook, pairs_hook, parse_int, parse_float, parse_constant;
    rt_value keys; /* a dict: keys that are written alike become one str */
} reader;

static rt_value read_value(reader *r, const char **at);

/* Raises fail(message, text, place). */
static bool complain(reader *r, const char *message, const char *at)
{
    size_t index = rt_str_index_of(r->text, (size_t)(at - r->start));
    rt_value words = rt_str_c(message);
    rt_value error = rt_call(r->fail, 3, (rt_value[]){words, r->text, RT_INT(index)});
    RT_RELEASE(words);
    if (!error) return false;
    rt_raise(error, 0);
    RT_RELEASE(error);
    return false;
}

static const char *skip_blank(const char *at)
{
    while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r') at++;
    return at;
}

/* ---- strings --------------------------------------------------------------------------------- */

/* The first byte from here that is not text as it stands. */
static const char *plain_end(const reader *r, const char *at)
{
    while (*at != '"' && *at != '\\' &&
           ((unsigned char)*at >= 0x20 || (!r->strict && at < r->end)))
        at++;
    return at;
}

/* The four hexadecimal digits behind a \u; -1 = there are none. */
static int32_t code_unit(const char *digits)
{
    int32_t code = 0;
    for (int i = 0; i < 4; i++) {
        char c = digits[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) return -1;
        code = code << 4 | digit;
    }
    return code;
}

/* `*at` is behind the u. Two escapes that are a surrogate pair are one character. */
static bool read_code(reader *r, const char **at, rt_builder *out)
{
    int32_t code = code_unit(*at);
    if (code < 0) return complain(r, "Invalid \\uXXXX escape", *at - 1 < r->end ? *at - 1 : r->end);
    *at += 4;
    if (code >= 0xd800 && code <= 0xdbff && (*at)[0] == '\\' && (*at)[1] == 'u') {
        int32_t low = code_unit(*at + 2);
        if (low < 0) return complain(r, "Invalid \\uXXXX escape", *at + 1);
        if (low >= 0xdc00 && low <= 0xdfff) {
            code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
            *at += 6;
        }
    }
    rt_builder_add_code(out, (uint32_t)code);
    return true;
}

/* `*at` is behind the backslash. */
static bool read_escape(reader *r, const char **at, rt_builder *out)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char letter = *(*at)++;
    if (letter == 'u') return read_code(r, at, out);
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (!found) return complain(r, "Invalid \\escape", *at - 2);
    rt_builder_add(out, &meanings[found - letters], 1);
    return true;
}

static bool read_escaped(reader *r, const char *begin, const char **at, rt_builder *out)
{
    for (;;) {
        const char *end = plain_end(r, *at);
        rt_builder_add(out, *at, (size_t)(end - *at));
        *at = end + 1;
        if (*end == '"') return true;
        if (end == r->end || (*end == '\\' && end + 1 == r->end))
            return complain(r, "Unterminated string starting at", begin - 1);
        if (*end != '\\') return complain(r, "Invalid control character at", end);
        if (!read_escape(r, at, out)) return false;
    }
}

/* `*at` is behind the opening quote. */
static rt_value read_string(reader *r, const char **at)
{
    const char *begin = *at, *end = plain_end(r, begin);
    if (*end == '"') {
        *at = end + 1;
        return rt_str_new(begin, (size_t)(end - begin));
    }
    rt_builder out;
    rt_builder_init(&out);
    if (read_escaped(r, begin, at, &out)) return rt_builder_finish(&out);
    rt_builder_drop(&out);
    return 0;
}

/* ---- numbers and words ----------------------------------------------------------------------- */

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9') at++;
    return at;
}

/* Where the number that starts here ends; `at` itself where there is none. */
static const char *number_end(const char *at, bool *is_int)
{
    const char *digits = at + (*at == '-');
    const char *end = *digits == '0' ? digits + 1 : skip_digits(digits);
    if (end == digits) return at;
    const char *whole = end;
    if (*end == '.' && skip_digits(end + 1) > end + 1) end = skip_digits(end + 1);
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1 + (end[1] == '+' || end[1] == '-');
        if (skip_digits(exponent) > exponent) end = skip_digits(exponent);
    }
    *is_int = end == whole;
    return end;
}

static rt_value call_with_text(rt_value callee, const char *text, size_t size)
{
    rt_value argument = rt_str_new(text, size), result;
    if (!argument) return 0;
    result = rt_call1(callee, argument);
    RT_RELEASE(argument);
    return result;
}

static rt_value make_number(const reader *r, const char *text, size_t size, bool is_int)
{
    rt_value parse = is_int ? r->parse_int : r->parse_float;
    if (parse) return call_with_text(parse, text, size);
    if (is_int) return rt_int_parse(text, size, 10);
    double number;
    return rt_double_parse(text, size, &number) ? rt_float_new(number) : 0;
}

static rt_value read_word(reader *r, const char **at)
{
    static const struct {
        const char *text;
        rt_value value; /* 0: an odd float */
    } words[] = {{"null", RT_NONE}, {"true", RT_TRUE},  {"false", RT_FALSE},
                 {"NaN", 0},        {"Infinity", 0},    {"-Infinity", 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i].text);
        if (strncmp(*at, words[i].text, size)) continue;
        *at += size;
        if (words[i].value) return words[i].value;
        return call_with_text(r->parse_constant, words[i].text, size);
    }
    complain(r, "Expecting value", *at);
    return 0;
}

/* ---- arrays and objects ---------------------------------------------------------------------- */

/* Behind an item: goes on to the next one (1), or behind `closing` (0); -1 = raised. */
static int next_item(reader *r, const char **at, char closing)
{
    const char *here = skip_blank(*at);
    if (*here == closing) {
        *at = here + 1;
        return 0;
    }
    if (*here != ',') return complain(r, "Expecting ',' delimiter", here) - 1;
    *at = skip_blank(here + 1);
    return 1;
}

static bool read_items(reader *r, const char **at, rt_value list)
{
    int more = 1;
    *at = skip_blank(*at);
    if (**at == ']') {
        ++*at;
        return true;
    }
    while (more > 0) {
        rt_value item = read_value(r, at);
        if (!item || !rt_list_push(list, item)) return false;
        more = next_item(r, at, ']');
    }
    return more == 0;
}

static rt_value read_array(reader *r, const char **at)
{
    rt_value list = rt_list_new(0);
    if (list && read_items(r, at, list)) return list;
    RT_RELEASE_OPT(list);
    return 0;
}

/* A key with the colon behind it. */
static rt_value read_key(reader *r, const char **at)
{
    if (**at != '"') {
        complain(r, "Expecting property name enclosed in double quotes", *at);
        return 0;
    }
    ++*at;
    rt_value key = read_string(r, at);
    if (!key) return 0;
    const char *here = skip_blank(*at);
    if (*here != ':') {
        RT_RELEASE(key);
        complain(r, "Expecting ':' delimiter", here);
        return 0;
    }
    *at = skip_blank(here + 1);
    rt_value known = rt_dict_find(r->keys, key);
    if (!known) {
        if (!rt_dict_store(r->keys, key, key)) return 0;
        return key;
    }
    RT_RELEASE(key);
    return rt_retained(known);
}

/* Into a dict, or as pairs into a list. Consumes both. */
static bool put_member(const reader *r, rt_value members, rt_value key, rt_value item)
{
    if (r->pairs_hook) {
        rt_value pair = rt_tuple_of(2, (rt_value[]){key, item});
        return pair && rt_list_push(members, pair);
    }
    bool stored = rt_dict_store(members, key, item);
    RT_RELEASE(key);
    RT_RELEASE(item);
    return stored;
}

static bool read_members(reader *r, const char **at, rt_value members)
{
    int more = 1;
    *at = skip_blank(*at);
    if (**at == '}') {
        ++*at;
        return true;
    }
    while (more > 0) {
        rt_value key = read_key(r, at);
        if (!key) return false;
        rt_value item = read_value(r, at);
        if (!item) {
            RT_RELEASE(key);
            return false;
        }
        if (!put_member(r, members, key, item)) return false;
        more = next_item(r, at, '}');
    }
    return more == 0;
}

static rt_value read_object(reader *r, const char **at)
{
    rt_value members = r->pairs_hook ? rt_list_new(0) : rt_dict_new();
    if (!members || !read_members(r, at, members)) {
        RT_RELEASE_OPT(members);
        return 0;
    }
    rt_value hook = r->pairs_hook ? r->pairs_hook : r->object_hook;
    if (!hook) return members;
    rt_value made = rt_call1(hook, members);
    RT_RELEASE(members);
    return made;
}

static rt_value read_value(reader *r, const char **at)
{
    char first = **at;
    if (first == '"') {
        ++*at;
        return read_string(r, at);
    }
    if (first == '{' || first == '[') {
        if (!RT_ENTER_WHILE(first == '{' ? " while decoding a JSON object from a unicode string"
                                         : " while decoding a JSON array from a unicode string"))
            return 0;
        ++*at;
        rt_value made = first == '{' ? read_object(r, at) : read_array(r, at);
        RT_LEAVE();
        return made;
    }
    bool is_int;
    const char *end = number_end(*at, &is_int);
    if (end == *at) return read_word(r, at);
    rt_value number = make_number(r, *at, (size_t)(end - *at), is_int);
    *at = end;
    return number;
}

/* ---- the decoder ----------------------------------------------------------------------------- */

/* An option as a function to call; 0 where it is None or the type that reads it anyway. */
static bool get_callable(rt_value decoder, rt_value name, const rt_type *usual, rt_value *out)
{
    rt_value option = rt_getattr(decoder, name);
    if (!option) return false;
    *out = option;
    if (option != RT_NONE && option != (rt_value)usual) return true;
    RT_RELEASE(option);
    *out = 0;
    return true;
}

static bool get_options(reader *r, rt_value decoder)
{
    rt_value strict = rt_getattr(decoder, RT_NAME("strict"));
    if (!strict) return false;
    int truth = rt_truth(strict);
    RT_RELEASE(strict);
    r->strict = truth > 0;
    return truth >= 0 &&
           get_callable(decoder, RT_NAME("object_hook"), NULL, &r->object_hook) &&
           get_callable(decoder, RT_NAME("object_pairs_hook"), NULL, &r->pairs_hook) &&
           get_callable(decoder, RT_NAME("parse_int"), &rt_int_type, &r->parse_int) &&
           get_callable(decoder, RT_NAME("parse_float"), &rt_float_type, &r->parse_float) &&
           get_callable(decoder, RT_NAME("parse_constant"), NULL, &r->parse_constant);
}

static void drop_reader(reader *r)
{
    RT_RELEASE_OPT(r->object_hook);
    RT_RELEASE_OPT(r->pairs_hook);
    RT_RELEASE_OPT(r->parse_int);
    RT_RELEASE_OPT(r->parse_float);
    RT_RELEASE_OPT(r->parse_constant);
    RT_RELEASE_OPT(r->keys);
}

/* Where an index, which may be out of range, stands in the text. */
static const char *place_of(const reader *r, rt_value index)
{
    int64_t at, length = rt_str_length(r->text);
    if (!rt_to_i64(index, &at)) return NULL;
    if (at < 0) at = 0;
    return r->start + rt_str_offset(r->text, (size_t)(at < length ? at : length));
}

rt_value rt_json_read(rt_value decoder, rt_value fail, rt_value text, rt_value index)
{
    size_t size;
    if (!rt_check_str(text, "first argument")) return 0;
    reader r = {.text = text, .fail = fail, .start = rt_str_text(text, &size)};
    r.end = r.start + size;
    const char *at = place_of(&r, index);
    rt_value value = 0;
    if (at && get_options(&r, decoder) && (r.keys = rt_dict_new())) value = read_value(&r, &at);
    drop_reader(&r);
    if (!value) return 0;
    rt_value behind = RT_INT(rt_str_index_of(text, (size_t)(at - r.start)));
    return rt_tuple_of(2, (rt_value[]){value, behind});
}

rt_value rt_json_skip(rt_value text, rt_value index)
{
    size_t size;
    if (!rt_check_str(text, "first argument")) return 0;
    reader r = {.text = text, .start = rt_str_text(text, &size)};
    const char *at = place_of(&r, index);
    if (!at) return 0;
    return RT_INT(rt_str_index_of(text, (size_t)(skip_blank(at) - r.start)));
}
