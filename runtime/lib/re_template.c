/* re_template.c: the replacements of sub() and expand(): "\1-\g<name>".
 *
 * In: a str or bytes. Out: a list of texts and of numbers of groups. Raises re.error in CPython's
 * words, with the place in the replacement. */
#include "lib/re.h"

#include <string.h>

#include "value/builder.h"
#include "value/bytes.h"
#include "value/list.h"
#include "value/str.h"
#include "value/unicode.h"

typedef struct template
{
    rt_value pattern, source;
    bool is_text;
    const char *start, *at, *end;
    rt_value pieces;
    rt_builder text; /* literal text that is not in the pieces yet */
}
template;

/* ---- errors and places ----------------------------------------------------------------------- */

static int64_t place(const template *t, const char *at)
{
    size_t offset = (size_t)(at - t->start);
    return (int64_t)(t->is_text ? rt_utf8_count(t->start, offset) : offset);
}

/* Consumes the message. */
static bool fail(template *t, const char *at, rt_value message)
{
    if (message) re_raise(message, t->source, place(t, at));
    return false;
}

static bool fail_with_text(template *t, const char *at, const char *format)
{
    rt_value text = rt_str_new(at, (size_t)(t->at - at));
    rt_value message = rt_str_format(format, text);
    RT_RELEASE(text);
    return fail(t, at, message);
}

/* ---- pieces ---------------------------------------------------------------------------------- */

static void add_char(template *t, uint32_t c)
{
    if (t->is_text)
        rt_builder_add_code(&t->text, c);
    else
        rt_builder_add(&t->text, (char[]){(char)c}, 1);
}

static void end_text(template *t)
{
    if (t->text.size == 0) return;
    rt_list_push(t->pieces, t->is_text ? rt_str_new(t->text.text, t->text.size)
                                       : rt_bytes_new(t->text.text, t->text.size));
    rt_builder_drop(&t->text);
    rt_builder_init(&t->text);
}

static bool add_group(template *t, int64_t group, const char *at)
{
    if (group > (int64_t)RE_PATTERN(t->pattern)->program->groups)
        return fail(t, at, rt_str_format("invalid group reference %lld", (long long)group));
    end_text(t);
    return rt_list_push(t->pieces, RT_INT(group));
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool is_digit(const template *t, int64_t ahead, char highest)
{
    return t->end - t->at > ahead && t->at[ahead] >= '0' && t->at[ahead] <= highest;
}

static bool is_identifier(const char *at, const char *end)
{
    if (!rt_code_starts_name(rt_utf8_next(&at))) return false;
    while (at < end)
        if (!rt_code_continues_name(rt_utf8_next(&at))) return false;
    return true;
}

static bool add_named(template *t, rt_value name, const char *at)
{
    rt_value number = rt_dict_find(RE_PATTERN(t->pattern)->program->names, name);
    if (number) return add_group(t, RT_INT_VALUE(number), at);
    rt_raise_format(&rt_exc_IndexError, "unknown group name %R", name);
    return false;
}

static bool add_numbered(template *t, rt_value name, const char *at, const char *end)
{
    int64_t group = 0;
    for (const char *p = at; p < end; p++) {
        if (*p < '0' || *p > '9')
            return fail(t, at, rt_str_format("bad character in group name %R", name));
        if (group < INT32_MAX) group = group * 10 + (*p - '0');
    }
    return add_group(t, group, at);
}

static bool fail_at_end(template *t)
{
    return fail(t, t->end - 1, rt_str_c("bad escape (end of pattern)"));
}

/* The > that ends a name, or the end of the template, or past it where it ends with a backslash
 * that escapes nothing. */
static const char *end_of_name(const template *t)
{
    const char *at = t->at;
    while (at < t->end && *at != '>') at += *at == '\\' ? 2 : 1;
    return at;
}

/* \g<name>, behind the g */
static bool read_g(template *t)
{
    if (t->at == t->end || *t->at != '<') return fail(t, t->at, rt_str_c("missing <"));
    const char *at = ++t->at;
    const char *end = end_of_name(t);
    if (end > t->end) return fail_at_end(t);
    if (end == at) return fail(t, at, rt_str_c("missing group name"));
    if (end == t->end) return fail(t, at, rt_str_c("missing >, unterminated name"));
    t->at = end + 1;
    rt_value name = rt_str_new(at, (size_t)(end - at));
    bool fine = is_identifier(at, end) ? add_named(t, name, at) : add_numbered(t, name, at, end);
    RT_RELEASE(name);
    return fine;
}

/* \0, \12, \123: an octal number or a group. t->at: the first digit. */
static bool read_number(template *t, const char *backslash)
{
    bool octal = *t->at <= '7' && is_digit(t, 1, '7') && is_digit(t, 2, '7');
    if (*t->at == '0' || octal) {
        uint32_t c = 0;
        for (int i = 0; i < 3 && is_digit(t, 0, '7'); i++) c = c * 8 + (uint32_t)(*t->at++ - '0');
        if (c > 0377 && *(backslash + 1) != '0')
            return fail_with_text(t, backslash, "octal escape value %V outside of range 0-0o377");
        add_char(t, c & 0xff);
        return true;
    }
    int64_t group = *t->at++ - '0';
    if (is_digit(t, 0, '9')) group = group * 10 + (*t->at++ - '0');
    return add_group(t, group, backslash + 1);
}

static bool read_escape(template *t)
{
    const char *backslash = t->at++;
    if (t->at == t->end) return fail_at_end(t);
    char c = *t->at;
    if (c == 'g') {
        t->at++;
        return read_g(t);
    }
    if (c >= '0' && c <= '9') return read_number(t, backslash);
    static const char letters[] = "abfnrtv\\", chars[] = "\a\b\f\n\r\t\v\\";
    const char *control = c ? strchr(letters, c) : NULL;
    t->at++;
    if (control) {
        add_char(t, (unsigned char)chars[control - letters]);
        return true;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return fail_with_text(t, backslash, "bad escape %V");
    rt_builder_add(&t->text, backslash, 2);
    return true;
}

static bool read_all(template *t)
{
    while (t->at < t->end) {
        if (*t->at != '\\')
            rt_builder_add(&t->text, t->at++, 1);
        else if (!read_escape(t))
            return false;
    }
    end_text(t);
    return true;
}

rt_value re_template_parse(rt_value pattern, rt_value source)
{
    bool is_text = rt_is_str(source);
    if (!is_text && !rt_is_bytes_like(source))
        return rt_raise_format(&rt_exc_TypeError,
                               "decoding to str: need a bytes-like object, %T found", source);
    size_t size;
    const char *start = is_text ? rt_str_text(source, &size) : rt_bytes_text(source, &size);
    template t = {pattern, source, is_text, start, start, start + size, rt_list_new(0), {0}};
    rt_builder_init(&t.text);
    bool fine = read_all(&t);
    rt_builder_drop(&t.text);
    if (fine) return t.pieces;
    RT_RELEASE(t.pieces);
    return 0;
}

/* ---- using it -------------------------------------------------------------------------------- */

bool re_template_add(rt_value pieces, rt_value string, const intptr_t *slots, rt_value list)
{
    const rt_list *p = RT_LIST(pieces);
    for (uint32_t i = 0; i < p->count; i++) {
        if (!RT_IS_INT(p->items[i])) {
            rt_list_push(list, rt_retained(p->items[i]));
            continue;
        }
        rt_value text = re_group_text(string, slots, (uint32_t)RT_INT_VALUE(p->items[i]), RT_NONE);
        if (text != RT_NONE)
            rt_list_push(list, text);
        else
            RT_RELEASE(text);
    }
    return true;
}

rt_value re_join(bool text, rt_value list)
{
    rt_value separator = text ? rt_str_empty() : rt_bytes_new("", 0);
    rt_value joined = rt_call_method(separator, RT_NAME("join"), 1, &list);
    RT_RELEASE(separator);
    return joined;
}
