/* percent.c: `format % args` for str and for bytes: printf-like conversions with flags, width
 * and precision, mapping keys and `*`. In: the format and a tuple, a mapping or one value; out:
 * text or bytes. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include "value/bytes.h"
#include "value/codec.h"
#include "value/float.h"
#include "value/format.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"

typedef struct printer {
    const char *start, *at, *end; /* of the format */
    bool bytes;                   /* a bytes format */
    rt_value args;                /* the right operand */
    bool is_tuple;
    int64_t next;    /* the next item of the tuple */
    bool used;       /* a lone value was taken, or a mapping was looked into */
    rt_value mapped; /* what the conversion's key found; owned, or 0 */
    rt_builder out;
} printer;

typedef struct conversion {
    bool left, plus, space, alternate, zero;
    int64_t width, precision; /* precision -1 = none */
    uint32_t letter;
} conversion;

/* ---- arguments ------------------------------------------------------------------------------- */

/* Borrowed from the arguments; 0 = raised. */
static rt_value next_argument(printer *p)
{
    if (p->is_tuple && p->next < rt_length(p->args)) {
        rt_value item = rt_tuple_item(p->args, (uint32_t)p->next++);
        RT_RELEASE(item); /* the tuple keeps it */
        return item;
    }
    if (!p->is_tuple && !p->used) {
        p->used = true;
        return p->args;
    }
    return rt_raise_format(&rt_exc_TypeError, "not enough arguments for format string");
}

/* Can `%(key)s` look into it? Text and tuples have items too, but are no mappings. */
static bool is_mapping(rt_value v)
{
    return !RT_IS_INT(v) && RT_TYPE(v)->getitem && !rt_is_instance_of(v, &rt_tuple_type) &&
           !rt_is_str(v) && !rt_is_bytes_like(v);
}

/* "(key)": looks it up. */
static bool read_key(printer *p)
{
    int depth = 1;
    const char *start = p->at;
    if (!is_mapping(p->args)) {
        rt_raise_format(&rt_exc_TypeError, "format requires a mapping");
        return false;
    }
    for (; p->at < p->end && depth > 0; p->at++) depth += (*p->at == '(') - (*p->at == ')');
    if (depth > 0) {
        rt_raise_format(&rt_exc_ValueError, "incomplete format key");
        return false;
    }
    size_t size = (size_t)(p->at - 1 - start);
    rt_value key = p->bytes ? rt_bytes_new(start, size) : rt_str_new(start, size);
    RT_RELEASE_OPT(p->mapped);
    p->mapped = rt_getitem(p->args, key);
    p->used = true;
    RT_RELEASE(key);
    return p->mapped != 0;
}

/* ---- taking a conversion apart --------------------------------------------------------------- */

/* A number, or `*`: the next argument. */
static bool read_size(printer *p, int64_t *out, const char *too_big)
{
    if (p->at < p->end && *p->at == '*') {
        p->at++;
        rt_value v = next_argument(p);
        if (!v) return false;
        if (!rt_is_int(v)) {
            rt_raise_format(&rt_exc_TypeError, "* wants int");
            return false;
        }
        return rt_to_i64(v, out);
    }
    for (*out = 0; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        *out = *out * 10 + (*p->at - '0');
        if (*out > INT_MAX) {
            rt_raise_format(&rt_exc_ValueError, "%s", too_big);
            return false;
        }
    }
    return true;
}

static void read_flags(printer *p, conversion *c)
{
    for (; p->at < p->end; p->at++) {
        switch (*p->at) {
        case '-': c->left = true; break;
        case '+': c->plus = true; break;
        case ' ': c->space = true; break;
        case '#': c->alternate = true; break;
        case '0': c->zero = true; break;
        default: return;
        }
    }
}

static bool read_conversion(printer *p, conversion *c)
{
    *c = (conversion){.precision = -1};
    if (p->at < p->end && *p->at == '(') {
        p->at++;
        if (!read_key(p)) return false;
    }
    read_flags(p, c);
    if (!read_size(p, &c->width, "width too big")) return false;
    if (c->width < 0) {
        c->left = true;
        c->width = -c->width;
    }
    if (p->at < p->end && *p->at == '.') {
        p->at++;
        if (!read_size(p, &c->precision, "precision too big")) return false;
        if (c->precision < 0) c->precision = 0;
    }
    if (p->at < p->end && strchr("hlL", *p->at)) p->at++;
    if (p->at == p->end) {
        rt_raise_format(&rt_exc_ValueError, "incomplete format");
        return false;
    }
    c->letter = p->bytes ? (unsigned char)*p->at++ : rt_utf8_next(&p->at);
    return true;
}

/* ---- numbers --------------------------------------------------------------------------------- */

static rt_spec number_spec(const conversion *c)
{
    bool zeros = c->zero && !c->left;
    return (rt_spec){
        .fill = zeros ? '0' : ' ',
        .align = c->left ? '<'
                 : zeros ? '='
                         : '>',
        .sign = c->plus    ? '+'
                : c->space ? ' '
                           : 0,
        .width = c->width,
        .precision = -1,
    };
}

/* The argument as an int: owned; 0 = raised. */
static rt_value integer_argument(rt_value v, const conversion *c, bool for_bytes)
{
    int shown = for_bytes && c->letter == 'i' ? 'd' : (int)c->letter;
    bool decimal = strchr("diu", (int)c->letter);
    if (rt_is_int(v)) return rt_int_plain(v);
    rt_type *type = RT_TYPE(v);
    rt_value result = 0;
    if (decimal && type->to_int && !rt_is_str(v))
        result = type->to_int(v);
    else if (type->index)
        result = rt_int_index(v);
    if (!result && RT_RAISED() && !rt_pending(&rt_exc_TypeError)) return 0;
    if (result && rt_is_int(result)) return result;
    RT_RELEASE_OPT(result);
    rt_clear_pending();
    return rt_raise_format(&rt_exc_TypeError,
                           decimal ? "%%%c format: a real number is required, not %T"
                                   : "%%%c format: an integer is required, not %T",
                           shown, v);
}

/* A precision is the least number of digits. Replaces *digits. */
static bool pad_digits(char **digits, size_t *count, int64_t least)
{
    if (least <= (int64_t)*count) return true;
    char *padded = malloc((size_t)least + 1);
    if (!padded) {
        rt_raise_format(&rt_exc_MemoryError, "");
        return false;
    }
    memset(padded, '0', (size_t)least - *count);
    memcpy(padded + least - *count, *digits, *count + 1);
    free(*digits);
    *digits = padded;
    *count = (size_t)least;
    return true;
}

static rt_value print_integer(rt_value v, const conversion *c, bool for_bytes)
{
    rt_value number = integer_argument(v, c, for_bytes);
    if (!number) return 0;
    char lower = (char)(c->letter | 0x20);
    int base = lower == 'x' ? 16 : lower == 'o' ? 8 : 10;
    char prefix[3] = {c->alternate && base != 10 ? '0' : '\0', (char)c->letter, '\0'};
    size_t count;
    char *digits = rt_int_digits(number, base, &count);
    rt_value result = 0;
    if (digits && pad_digits(&digits, &count, c->precision)) {
        if (c->letter == 'X')
            for (char *at = digits; *at; at++)
                if (*at >= 'a') *at -= 32;
        rt_spec spec = number_spec(c);
        rt_numeral numeral = {rt_int_sign(number) < 0, prefix, digits, count, "", 0};
        result = rt_numeral_format(&numeral, &spec);
    }
    free(digits);
    RT_RELEASE(number);
    return result;
}

static rt_value print_float(rt_value v, const conversion *c, bool for_bytes)
{
    double number;
    if (!rt_to_double(v, &number)) {
        if (for_bytes && rt_pending(&rt_exc_TypeError)) {
            rt_clear_pending();
            rt_raise_format(&rt_exc_TypeError, "float argument required, not %T", v);
        }
        return 0;
    }
    char *text = rt_double_text(number, (char)c->letter, c->precision, c->alternate);
    if (!text) return 0;
    rt_spec spec = number_spec(c);
    rt_numeral numeral = {signbit(number) && !isnan(number), "", text,
                          strspn(text, "0123456789"),        "", 0};
    if (!numeral.digit_count) { /* inf and nan: zeros go in front of these too */
        numeral.digit_count = strlen(text);
    } else {
        numeral.rest = text + numeral.digit_count;
        numeral.rest_size = strlen(numeral.rest);
    }
    rt_value result = rt_numeral_format(&numeral, &spec);
    free(text);
    return result;
}

/* ---- text ------------------------------------------------------------------------------------ */

static rt_value character(rt_value v)
{
    int64_t code;
    if (rt_is_str(v) && rt_str_length(v) == 1) return rt_str_plain(v);
    if (!rt_is_int(v)) return rt_raise_format(&rt_exc_TypeError, "%%c requires int or char");
    if (!rt_int_word(v, &code) || code < 0 || code > RT_CODE_POINT_MAX)
        return rt_raise_format(&rt_exc_OverflowError, "%%c arg not in range(0x110000)");
    return rt_str_of_code((uint32_t)code);
}

/* Cuts to the precision and pads to the width. */
static rt_value fit(rt_value text, const conversion *c)
{
    if (!text) return 0;
    size_t length = RT_STR(text)->length;
    if (c->precision < 0 && c->width <= (int64_t)length) return text;
    if (c->precision >= 0 && (size_t)c->precision < length) length = (size_t)c->precision;
    rt_spec spec = {.fill = ' ', .align = c->left ? '<' : '>', .width = c->width};
    rt_value fitted = rt_pad(RT_STR(text)->text, rt_str_offset(text, length), length, &spec);
    RT_RELEASE(text);
    return fitted;
}

static rt_value unsupported(printer *p, uint32_t letter)
{
    size_t offset = (size_t)(p->at - p->start);
    size_t index = (p->bytes ? offset : rt_utf8_count(p->start, offset)) - 1;
    int shown = letter > 31 && letter < 127 ? (int)letter : '?';
    return rt_raise_format(&rt_exc_ValueError,
                           "unsupported format character '%c' (0x%x) at index %zu", shown, letter,
                           index);
}

static rt_value print_value(printer *p, rt_value v, const conversion *c)
{
    conversion whole = *c;
    whole.precision = -1;
    switch (c->letter) {
    case 's': return fit(rt_str(v), c);
    case 'r': return fit(p->bytes ? rt_ascii(v) : rt_repr(v), c);
    case 'a': return fit(rt_ascii(v), c);
    case 'c': return fit(character(v), &whole);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return print_integer(v, c, p->bytes);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return print_float(v, c, p->bytes);
    default: return unsupported(p, c->letter);
    }
}

/* ---- raw bytes: %s, %b and %c of a bytes format ---------------------------------------------- */

static void put_bytes(printer *p, const char *bytes, size_t size, const conversion *c)
{
    size_t padding = c->width > (int64_t)size ? (size_t)c->width - size : 0;
    if (!c->left) rt_builder_fill(&p->out, ' ', padding);
    rt_builder_add(&p->out, bytes, size);
    if (c->left) rt_builder_fill(&p->out, ' ', padding);
}

static bool put_byte(printer *p, rt_value v, const conversion *c)
{
    int64_t code;
    if (rt_is_bytes_like(v) && RT_BYTES(v)->size == 1) {
        put_bytes(p, RT_BYTES(v)->text, 1, c);
        return true;
    }
    if (!rt_is_int(v)) {
        rt_raise_format(&rt_exc_TypeError,
                        "%%c requires an integer in range(256) or a single byte");
        return false;
    }
    if (!rt_int_word(v, &code) || code < 0 || code > 255) {
        rt_raise_format(&rt_exc_OverflowError, "%%c arg not in range(256)");
        return false;
    }
    char byte = (char)code;
    put_bytes(p, &byte, 1, c);
    return true;
}

/* A bytes-like object, or what its __bytes__ gives: owned. */
static rt_value bytes_of(rt_value v)
{
    if (rt_is_bytes_like(v)) return rt_retained(v);
    rt_value method = rt_special(v, RT_NAME("__bytes__"));
    rt_value bytes = method ? rt_call(method, 0, NULL) : 0;
    RT_RELEASE_OPT(method);
    if (bytes && rt_is_bytes_like(bytes)) return bytes;
    RT_RELEASE_OPT(bytes);
    if (RT_RAISED()) return 0;
    return rt_raise_format(&rt_exc_TypeError,
                           "%%b requires a bytes-like object, or an object that implements "
                           "__bytes__, not '%T'",
                           v);
}

static bool put_raw(printer *p, rt_value v, const conversion *c)
{
    if (c->letter == 'c') return put_byte(p, v, c);
    rt_value bytes = bytes_of(v);
    if (!bytes) return false;
    size_t size = RT_BYTES(bytes)->size;
    if (c->precision >= 0 && (size_t)c->precision < size) size = (size_t)c->precision;
    put_bytes(p, RT_BYTES(bytes)->text, size, c);
    RT_RELEASE(bytes);
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool put_value(printer *p, rt_value v, const conversion *c)
{
    if (p->bytes && strchr("sbc", (int)c->letter)) return put_raw(p, v, c);
    rt_value text = print_value(p, v, c);
    if (!text) return false;
    rt_builder_add_str(&p->out, text);
    RT_RELEASE(text);
    return true;
}

static bool print_conversion(printer *p)
{
    conversion c;
    if (p->at < p->end && *p->at == '%') {
        rt_builder_add(&p->out, p->at++, 1);
        return true;
    }
    if (!read_conversion(p, &c)) return false;
    rt_value v = p->mapped ? p->mapped : next_argument(p);
    bool done = v && put_value(p, v, &c);
    RT_RELEASE_OPT(p->mapped);
    p->mapped = 0;
    return done;
}

static bool all_used(printer *p)
{
    bool used = p->is_tuple ? p->next >= rt_length(p->args) : p->used || is_mapping(p->args);
    if (!used)
        rt_raise_format(&rt_exc_TypeError, "not all arguments converted during %s formatting",
                        p->bytes ? "bytes" : "string");
    return used;
}

static bool print_all(printer *p)
{
    while (p->at < p->end) {
        const char *percent = memchr(p->at, '%', (size_t)(p->end - p->at));
        const char *plain_end = percent ? percent : p->end;
        rt_builder_add(&p->out, p->at, (size_t)(plain_end - p->at));
        p->at = percent ? percent + 1 : p->end;
        if (percent && !print_conversion(p)) {
            RT_RELEASE_OPT(p->mapped);
            return false;
        }
    }
    return all_used(p);
}

static printer new_printer(const char *format, size_t size, rt_value args, bool bytes)
{
    printer p = {.start = format, .at = format, .end = format + size, .bytes = bytes, .args = args};
    p.is_tuple = rt_is_instance_of(args, &rt_tuple_type);
    rt_builder_init(&p.out);
    return p;
}

rt_value rt_str_percent(rt_value format, rt_value args)
{
    printer p = new_printer(RT_STR(format)->text, RT_STR(format)->size, args, false);
    p.out.failed = !print_all(&p) || p.out.failed;
    return rt_builder_finish(&p.out);
}

rt_value rt_bytes_percent(rt_value format, rt_value args)
{
    printer p = new_printer(RT_BYTES(format)->text, RT_BYTES(format)->size, args, true);
    rt_value result = print_all(&p) ? rt_bytes_new(p.out.text ? p.out.text : "", p.out.size) : 0;
    rt_builder_drop(&p.out);
    return result;
}
