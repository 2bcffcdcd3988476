/* str_format.c: str.format and str.format_map: replacement fields with numbering, attributes,
 * items, conversions and nested specifications. In: the format and the arguments; out: a str.
 * The mini-language inside a field is format.c's. */
#include "value/format.h"
#include "value/int.h"
#include "value/str.h"

typedef enum numbering { UNDECIDED, AUTOMATIC, MANUAL } numbering;

typedef struct formatter {
    rt_value args;   /* tuple; 0 for format_map */
    rt_value kwargs; /* dict or 0; for format_map any mapping */
    numbering numbering;
    int64_t next; /* automatic number */
    rt_builder *out;
} formatter;

typedef struct span {
    const char *start, *end;
} span;

typedef struct field {
    span name, spec;
    uint32_t conversion; /* 0 = none */
    bool nested;         /* the spec has fields of its own */
} field;

static bool fail(const char *message)
{
    rt_raise_format(&rt_exc_ValueError, "%s", message);
    return false;
}

/* ---- taking a field apart -------------------------------------------------------------------- */

/* The name ends at '!', ':' or '}', unless inside brackets. */
static bool read_name(const char **at, const char *end, field *out)
{
    bool bracketed = false;
    out->name.start = *at;
    for (; *at < end; ++*at) {
        if (**at == '{') return fail("unexpected '{' in field name");
        if (**at == '[') bracketed = true;
        if (**at == ']') bracketed = false;
        if (!bracketed && strchr("}:!", **at) && **at) break;
    }
    out->name.end = *at;
    return *at < end || fail("expected '}' before end of string");
}

/* Behind the '!'. Leaves *at behind the ':' or, with *done, behind the '}'. */
static bool read_conversion(const char **at, const char *end, field *out, bool *done)
{
    if (*at == end) return fail("end of string while looking for conversion specifier");
    out->conversion = rt_utf8_next(at);
    if (*at == end) return true;
    char next = *(*at)++;
    *done = next == '}';
    return next == '}' || next == ':' || fail("expected ':' after conversion specifier");
}

static bool read_spec(const char **at, const char *end, field *out)
{
    int depth = 1;
    out->spec.start = *at;
    for (; *at < end; ++*at) {
        if (**at == '{') {
            out->nested = true;
            depth++;
        } else if (**at == '}' && --depth == 0) {
            out->spec.end = (*at)++;
            return true;
        }
    }
    return fail("unmatched '{' in format spec");
}

/* *at stands behind the '{', and afterwards behind the '}'. */
static bool read_field(const char **at, const char *end, field *out)
{
    bool done = false;
    *out = (field){.spec = {"", ""}};
    out->spec.end = out->spec.start;
    if (!read_name(at, end, out)) return false;
    char stop = *(*at)++;
    if (stop == '}') return true;
    if (stop == '!' && !read_conversion(at, end, out, &done)) return false;
    return done || read_spec(at, end, out);
}

/* ---- finding the value ----------------------------------------------------------------------- */

/* A span of digits as a number: 1, 0 = it is none, -1 = raised. */
static int read_number(span text, int64_t *out)
{
    *out = 0;
    if (text.start == text.end) return 0;
    for (const char *at = text.start; at < text.end; at++) {
        if (*at < '0' || *at > '9') return 0;
        if (__builtin_mul_overflow(*out, 10, out) || __builtin_add_overflow(*out, *at - '0', out)) {
            fail("Too many decimal digits in format string");
            return -1;
        }
    }
    return 1;
}

static bool choose_numbering(formatter *f, numbering wanted)
{
    if (f->numbering == UNDECIDED) f->numbering = wanted;
    if (f->numbering == wanted) return true;
    return fail(wanted == MANUAL
                    ? "cannot switch from automatic field numbering to manual field specification"
                    : "cannot switch from manual field specification to automatic field numbering");
}

static rt_value positional(formatter *f, int64_t index)
{
    if (!f->args) return fail("Format string contains positional fields"), 0;
    if (index < rt_length(f->args)) return rt_tuple_item(f->args, (uint32_t)index);
    return rt_raise_format(&rt_exc_IndexError,
                           "Replacement index %lld out of range for positional args tuple",
                           (long long)index);
}

static rt_value named(formatter *f, span name)
{
    rt_value key = rt_str_new(name.start, (size_t)(name.end - name.start)), result = 0;
    if (!f->args) {
        result = rt_getitem(f->kwargs, key);
    } else {
        rt_value found = f->kwargs ? rt_dict_find(f->kwargs, key) : 0;
        if (found)
            result = rt_retained(found);
        else if (!RT_RAISED())
            rt_raise_format(&rt_exc_KeyError, "%V", key);
    }
    RT_RELEASE(key);
    return result;
}

static rt_value first_value(formatter *f, span name)
{
    int64_t index;
    bool automatic = name.start == name.end;
    int number = read_number(name, &index);
    if (number < 0) return 0;
    if (!automatic && !number) return named(f, name);
    if (!f->args) return positional(f, 0);
    if (!choose_numbering(f, automatic ? AUTOMATIC : MANUAL)) return 0;
    return positional(f, automatic ? f->next++ : index);
}

/* The next ".name" or "[key]" of a field's name, applied to v (consumed). */
static rt_value step(rt_value v, const char **at, const char *end)
{
    bool item = *(*at)++ == '[';
    span part = {*at, *at};
    while (part.end < end && (item ? *part.end != ']' : *part.end != '.' && *part.end != '['))
        part.end++;
    *at = part.end;
    rt_value result = 0;
    int64_t index;
    int number = item ? read_number(part, &index) : 0;
    if (item && part.end == end) {
        fail("Missing ']' in format string");
    } else if (part.start == part.end) {
        fail("Empty attribute in format string");
    } else if (number > 0) {
        result = rt_getitem(v, RT_INT(index));
    } else if (number == 0) {
        rt_value name = rt_str_new(part.start, (size_t)(part.end - part.start));
        result = item ? rt_getitem(v, name) : rt_getattr(v, rt_intern_value(name));
        RT_RELEASE(name);
    }
    if (item && result) {
        ++*at;
        if (*at < end && **at != '.' && **at != '[') {
            fail("Only '.' or '[' may follow ']' in format field specifier");
            RT_RELEASE(result);
            result = 0;
        }
    }
    RT_RELEASE(v);
    return result;
}

static rt_value field_value(formatter *f, span name)
{
    span first = {name.start, name.start};
    while (first.end < name.end && *first.end != '.' && *first.end != '[') first.end++;
    rt_value v = first_value(f, first);
    for (const char *at = first.end; v && at < name.end;) v = step(v, &at, name.end);
    return v;
}

/* ---- formatting ------------------------------------------------------------------------------ */

static bool format_span(formatter *f, span text, int depth);

/* The spec of a field as a str, its own fields replaced. */
static rt_value expand_spec(formatter *f, const field *field, int depth)
{
    if (!field->nested)
        return rt_str_new(field->spec.start, (size_t)(field->spec.end - field->spec.start));
    rt_builder spec, *out = f->out;
    rt_builder_init(&spec);
    f->out = &spec;
    spec.failed = !format_span(f, field->spec, depth - 1) || spec.failed;
    f->out = out;
    return rt_builder_finish(&spec);
}

static bool check_conversion(uint32_t conversion)
{
    if (!conversion || conversion == 'r' || conversion == 's' || conversion == 'a') return true;
    if (conversion > 32 && conversion < 127)
        rt_raise_format(&rt_exc_ValueError, "Unknown conversion specifier %c", (int)conversion);
    else
        rt_raise_format(&rt_exc_ValueError, "Unknown conversion specifier \\x%x", conversion);
    return false;
}

static bool format_field(formatter *f, const field *field, int depth)
{
    rt_value v = field_value(f, field->name), spec = 0, text = 0;
    if (v && check_conversion(field->conversion)) spec = expand_spec(f, field, depth);
    if (spec) text = rt_format(v, (int)field->conversion, spec);
    if (text) rt_builder_add_str(f->out, text);
    RT_RELEASE_OPT(v);
    RT_RELEASE_OPT(spec);
    RT_RELEASE_OPT(text);
    return text != 0;
}

static bool format_span(formatter *f, span text, int depth)
{
    if (depth <= 0) return fail("Max string recursion exceeded");
    for (const char *at = text.start; at < text.end;) {
        const char *literal = at;
        while (at < text.end && *at != '{' && *at != '}') at++;
        rt_builder_add(f->out, literal, (size_t)(at - literal));
        if (at == text.end) break;
        char brace = *at++;
        if (at < text.end && *at == brace) { /* doubled: stands for itself */
            rt_builder_add(f->out, at++, 1);
            continue;
        }
        if (brace == '}') return fail("Single '}' encountered in format string");
        if (at == text.end) return fail("Single '{' encountered in format string");
        field field;
        if (!read_field(&at, text.end, &field) || !format_field(f, &field, depth)) return false;
    }
    return true;
}

static rt_value format_all(rt_value self, rt_value args, rt_value kwargs)
{
    rt_builder out;
    rt_builder_init(&out);
    formatter f = {.args = args, .kwargs = kwargs, .out = &out};
    span text = {RT_STR(self)->text, RT_STR(self)->text + RT_STR(self)->size};
    out.failed = !format_span(&f, text, 2) || out.failed;
    return rt_builder_finish(&out);
}

rt_value rt_str_format_method(rt_value self, rt_value args, rt_value kwargs)
{
    return format_all(self, args, kwargs);
}

rt_value rt_str_format_map(rt_value self, rt_value mapping)
{
    return format_all(self, 0, mapping);
}
