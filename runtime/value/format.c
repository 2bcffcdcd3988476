/* format.c: the format mini-language: format specifications, padding and grouping, which all types
 * share; and rt_format, which dispatches. Numbers follow in format_number.c. */
#include "value/format.h"
#include "value/str.h"

/* ---- specifications -------------------------------------------------------------------------- */

static bool is_align(uint32_t code)
{
    return code == '<' || code == '>' || code == '=' || code == '^';
}

/* Moves over one of the characters of `set`; gives it, or 0. */
static char accept(const char **text, const char *set)
{
    return **text && strchr(set, **text) ? *(*text)++ : 0;
}

static bool read_number(const char **text, int64_t *out)
{
    const char *start = *text;
    int64_t number = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (__builtin_mul_overflow(number, 10, &number) ||
            __builtin_add_overflow(number, **text - '0', &number)) {
            rt_raise_format(&rt_exc_ValueError, "Too many decimal digits in format string");
            return false;
        }
    }
    if (*text > start) *out = number;
    return true;
}

static bool read_fill_and_align(const char **text, rt_spec *spec)
{
    const char *next = *text;
    uint32_t first = **text ? rt_utf8_next(&next) : 0;
    if (first && is_align((unsigned char)*next)) {
        spec->fill = first;
        spec->align = *next;
        *text = next + 1;
        return true;
    }
    spec->align = accept(text, "<>=^");
    return false;
}

static bool check_grouping(const rt_spec *spec, const char *text)
{
    if (!spec->grouping) return true;
    if (spec->grouping == '_' && *text == ',') {
        rt_raise_format(&rt_exc_ValueError, "Cannot specify both ',' and '_'.");
        return false;
    }
    return true;
}

/* Grouping goes with decimal numbers, and `_` with other bases too. */
static bool check_grouped_type(const rt_spec *spec)
{
    uint32_t type = spec->type;
    if (!spec->grouping || type == 0 || (type < 0x80 && strchr("defgEG%F", (int)type))) return true;
    if (spec->grouping == '_' && type < 0x80 && strchr("boxX", (int)type)) return true;
    if (type > 32 && type < 128)
        rt_raise_format(&rt_exc_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                        (int)type);
    else
        rt_raise_format(&rt_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->grouping,
                        type);
    return false;
}

static bool read_tail(rt_value v, rt_value whole, const char *text, rt_spec *spec)
{
    if (accept(&text, ".")) {
        if (!read_number(&text, &spec->precision)) return false;
        if (spec->precision < 0) {
            rt_raise_format(&rt_exc_ValueError, "Format specifier missing precision");
            return false;
        }
    }
    if (text < rt_str_text(whole, NULL) + RT_STR(whole)->size) spec->type = rt_utf8_next(&text);
    if (text < rt_str_text(whole, NULL) + RT_STR(whole)->size) {
        rt_raise_format(&rt_exc_ValueError, "Invalid format specifier '%V' for object of type '%T'",
                        whole, v);
        return false;
    }
    return check_grouped_type(spec);
}

bool rt_spec_parse(rt_value v, rt_value whole, char default_align, char default_type, rt_spec *spec)
{
    const char *text = rt_str_text(whole, NULL);
    *spec = (rt_spec){.width = -1, .precision = -1, .type = (unsigned char)default_type};
    bool fill_given = read_fill_and_align(&text, spec);
    spec->sign = accept(&text, "+- ");
    spec->no_negative_zero = accept(&text, "z");
    spec->alternate = accept(&text, "#");
    if (!fill_given && accept(&text, "0")) {
        spec->fill = '0';
        if (!spec->align && default_align == '>') spec->align = '=';
    }
    if (!spec->fill) spec->fill = ' ';
    if (!spec->align) spec->align = default_align;
    if (!read_number(&text, &spec->width)) return false;
    spec->grouping = accept(&text, ",");
    if (*text == '_') {
        if (spec->grouping) {
            rt_raise_format(&rt_exc_ValueError, "Cannot specify both ',' and '_'.");
            return false;
        }
        spec->grouping = *text++;
    }
    return check_grouping(spec, text) && read_tail(v, whole, text, spec);
}

rt_value rt_unknown_format_code(rt_value v, uint32_t type)
{
    if (type > 32 && type < 128)
        return rt_raise_format(&rt_exc_ValueError,
                               "Unknown format code '%c' for object of type '%T'", (int)type, v);
    return rt_raise_format(&rt_exc_ValueError,
                           "Unknown format code '\\x%x' for object of type '%T'", type, v);
}

/* ---- padding --------------------------------------------------------------------------------- */

/* How many fill characters go in front, for text of a length. */
static size_t padding_before(const rt_spec *spec, size_t length, size_t *after)
{
    size_t total = spec->width > (int64_t)length ? (size_t)spec->width - length : 0;
    size_t before = spec->align == '<' ? 0 : spec->align == '^' ? total / 2 : total;
    *after = total - before;
    return before;
}

/* A str of `size` bytes and `length` characters without its padding, and that: *inside is where
 * the text goes. The padding stands behind the first `head` bytes, or in front and behind of
 * all. */
static rt_value padded(const rt_spec *spec, size_t size, size_t length, size_t head, char **inside)
{
    char fill[4];
    size_t fill_size = rt_utf8_put(spec->fill, fill);
    size_t after, before = padding_before(spec, length, &after);
    rt_value str = rt_str_sized(size + (before + after) * fill_size);
    RT_STR(str)->length = length + before + after;
    char *at = *inside = RT_STR(str)->text;
    if (spec->align == '=')
        at += head;
    else
        *inside += before * fill_size;
    for (; before > 0; before--) at = mempcpy(at, fill, fill_size);
    at = RT_STR(str)->text + RT_STR(str)->size - after * fill_size;
    for (; after > 0; after--) at = mempcpy(at, fill, fill_size);
    return str;
}

rt_value rt_pad(const char *text, size_t size, size_t length, const rt_spec *spec)
{
    if (spec->width <= (int64_t)length) return rt_str_new(text, size);
    char *inside;
    rt_value str = padded(spec, size, length, 0, &inside);
    memcpy(inside, text, size);
    return str;
}

/* Writes digits in groups, from the last one on, into the end of `out` (with leading zeros until
 * they take `least` characters); returns where they start. */
static char *write_grouped(char *end, const char *digits, size_t count, size_t least,
                           char separator, size_t group)
{
    char *out = end;
    for (size_t written = 0; count > 0 || (size_t)(end - out) < least; written++) {
        if (separator && written && written % group == 0) {
            *--out = separator;
            if (count == 0 && (size_t)(end - out) >= least) {
                *--out = '0'; /* a number does not begin with a separator */
                break;
            }
        }
        *--out = count ? digits[--count] : '0';
    }
    return out;
}

/* How many characters the digits take with their leading zeros and separators. */
static size_t grouped_size(size_t count, size_t least, bool separated, size_t group)
{
    if (!separated) return count > least ? count : least;
    size_t size = count + (count ? (count - 1) / group : 0);
    if (size >= least) return size;
    return least % (group + 1) == 0 ? least + 1 : least; /* no separator in front */
}

rt_value rt_numeral_format(const rt_numeral *numeral, const rt_spec *spec)
{
    char sign = numeral->negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
    size_t prefix_size = strlen(numeral->prefix), head = (sign != 0) + prefix_size;
    size_t fixed = head + numeral->rest_size;
    bool zeros = spec->fill == '0' && spec->align == '=' && spec->width > (int64_t)fixed &&
                 numeral->digit_count;
    size_t least = zeros ? (size_t)spec->width - fixed : 0;
    size_t group = spec->type && strchr("boxX", (int)spec->type) ? 4 : 3;
    size_t digits = grouped_size(numeral->digit_count, least, spec->grouping, group);
    char *at, *start;
    rt_value str = padded(spec, fixed + digits, fixed + digits, head, &at);
    start = RT_STR(str)->text;
    if (spec->align != '=') start = at;
    if (sign) *start++ = sign;
    memcpy(start, numeral->prefix, prefix_size);
    char *end = RT_STR(str)->text + RT_STR(str)->size - numeral->rest_size;
    if (spec->align != '=') end = at + head + digits;
    write_grouped(end, numeral->digits, numeral->digit_count, least, spec->grouping, group);
    memcpy(end, numeral->rest, numeral->rest_size);
    return rt_str_sized_done(str);
}

/* ---- str ------------------------------------------------------------------------------------- */

static bool check_str_spec(const rt_spec *spec)
{
    const char *message = NULL;
    if (spec->sign == ' ')
        message = "Space not allowed in string format specifier";
    else if (spec->sign)
        message = "Sign not allowed in string format specifier";
    else if (spec->no_negative_zero)
        message = "Negative zero coercion (z) not allowed in string format specifier";
    else if (spec->alternate)
        message = "Alternate form (#) not allowed in string format specifier";
    else if (spec->align == '=')
        message = "'=' alignment not allowed in string format specifier";
    if (message) rt_raise_format(&rt_exc_ValueError, "%s", message);
    return !message;
}

rt_value rt_str_format_spec(rt_value self, rt_value text)
{
    rt_spec spec;
    if (!RT_STR(text)->size) return rt_str(self);
    if (!rt_spec_parse(self, text, '<', 's', &spec)) return 0;
    if (spec.type != 's') return rt_unknown_format_code(self, spec.type);
    if (!check_str_spec(&spec)) return 0;
    size_t length = RT_STR(self)->length;
    if (spec.precision < 0 && spec.width <= (int64_t)length) return rt_str_plain(self);
    if (spec.precision >= 0 && (size_t)spec.precision < length) length = (size_t)spec.precision;
    return rt_pad(RT_STR(self)->text, rt_str_offset(self, length), length, &spec);
}

/* ---- format() -------------------------------------------------------------------------------- */

static rt_value format_by_type(rt_value v, rt_value spec)
{
    bool empty = !spec || !RT_STR(spec)->size;
    rt_type *type = RT_TYPE(v);
    if (empty && (RT_IS_INT(v) || type == &rt_str_type || type == &rt_float_type)) return rt_str(v);
    if (type->format) {
        rt_value text = type->format(v, spec ? spec : RT_NAME(""));
        if (!text || rt_is_str(text)) return text;
        rt_raise_format(&rt_exc_TypeError, "__format__ must return a str, not %T", text);
        RT_RELEASE(text);
        return 0;
    }
    if (empty) return rt_str(v);
    return rt_raise_format(&rt_exc_TypeError, "unsupported format string passed to %T.__format__",
                           v);
}

rt_value rt_format(rt_value v, int conversion, rt_value spec)
{
    if (!conversion) return format_by_type(v, spec);
    rt_value text = conversion == 'r' ? rt_repr(v) : conversion == 'a' ? rt_ascii(v) : rt_str(v);
    if (!text || !spec) return text;
    rt_value result = format_by_type(text, spec);
    RT_RELEASE(text);
    return result;
}
