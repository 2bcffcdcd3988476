/* complex.c: the type complex: arithmetic, comparison, text, construction. In: complex numbers,
 * floats and ints; out: complex numbers. */
#include <math.h>
#include <stdlib.h>
#include "value/arguments.h"
#include "value/builder.h"
#include "value/complex.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"
#include "value/unicode.h"

typedef struct pair {
    double real, imag;
} pair;

rt_value rt_complex_new(double real, double imag)
{
    rt_complex *object = rt_object_new(&rt_complex_type, sizeof *object);
    object->real = real;
    object->imag = imag;
    return (rt_value)object;
}

/* Is v a number? false with an exception pending: an int too large. */
static bool to_pair(rt_value v, pair *out)
{
    out->imag = 0.0;
    if (rt_is_complex(v))
        *out = (pair){RT_COMPLEX(v)->real, RT_COMPLEX(v)->imag};
    else if (rt_is_float(v))
        out->real = RT_FLOAT(v);
    else if (rt_is_int(v))
        return rt_int_to_double(v, &out->real);
    else
        return false;
    return true;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

static pair product(pair a, pair b)
{
    return (pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's method: scales by the larger part of the divisor, which keeps clear of overflow. */
static bool quotient(pair a, pair b, pair *out)
{
    if (fabs(b.real) >= fabs(b.imag)) {
        if (b.real == 0.0) return false;
        double ratio = b.imag / b.real, scale = b.real + b.imag * ratio;
        *out = (pair){(a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale};
    } else if (fabs(b.imag) >= fabs(b.real)) {
        double ratio = b.real / b.imag, scale = b.real * ratio + b.imag;
        *out = (pair){(a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale};
    } else {
        *out = (pair){NAN, NAN};
    }
    return true;
}

static pair integer_power(pair base, int64_t exponent)
{
    pair result = {1.0, 0.0};
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = product(result, base);
        base = product(base, base);
    }
    return result;
}

static bool general_power(pair a, pair b, pair *out)
{
    if (b.real == 0.0 && b.imag == 0.0) {
        *out = (pair){1.0, 0.0};
    } else if (a.real == 0.0 && a.imag == 0.0) {
        if (b.imag != 0.0 || b.real < 0.0) return false;
        *out = (pair){0.0, 0.0};
    } else {
        double modulus = hypot(a.real, a.imag), angle = atan2(a.imag, a.real);
        double length = pow(modulus, b.real), phase = angle * b.real;
        if (b.imag != 0.0) {
            length /= exp(angle * b.imag);
            phase += b.imag * log(modulus);
        }
        if (isinf(phase)) return false;
        *out = (pair){length * cos(phase), length * sin(phase)};
    }
    return true;
}

static bool power(pair a, pair b, pair *out)
{
    if (b.imag == 0.0 && b.real == floor(b.real) && fabs(b.real) <= 100.0) {
        pair positive = integer_power(a, (int64_t)fabs(b.real));
        if (b.real >= 0.0) *out = positive;
        return b.real >= 0.0 || quotient((pair){1.0, 0.0}, positive, out);
    }
    return general_power(a, b, out);
}

static rt_value checked_power(pair a, pair b)
{
    pair result;
    if (!power(a, b, &result))
        return rt_raise_format(&rt_exc_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isfinite(a.real) && isfinite(a.imag) && (isinf(result.real) || isinf(result.imag)))
        return rt_raise_format(&rt_exc_OverflowError, "complex exponentiation");
    return rt_complex_new(result.real, result.imag);
}

static rt_value complex_binary(rt_binary_op op, rt_value a, rt_value b)
{
    pair x, y;
    if (!to_pair(a, &x) || !to_pair(b, &y)) return RT_RAISED() ? 0 : RT_NOT_IMPLEMENTED;
    switch (op) {
    case RT_ADD: return rt_complex_new(x.real + y.real, x.imag + y.imag);
    case RT_SUB: return rt_complex_new(x.real - y.real, x.imag - y.imag);
    case RT_MUL: x = product(x, y); return rt_complex_new(x.real, x.imag);
    case RT_TRUEDIV:
        if (!quotient(x, y, &x))
            return rt_raise_format(&rt_exc_ZeroDivisionError, "complex division by zero");
        return rt_complex_new(x.real, x.imag);
    case RT_POW: return checked_power(x, y);
    default: return RT_NOT_IMPLEMENTED;
    }
}

static rt_value complex_plain(rt_value self)
{
    if (RT_TYPE(self) == &rt_complex_type) return rt_retained(self);
    return rt_complex_new(RT_COMPLEX(self)->real, RT_COMPLEX(self)->imag);
}

static rt_value complex_unary(rt_unary_op op, rt_value a)
{
    if (op == RT_INVERT) return RT_NOT_IMPLEMENTED;
    if (op == RT_POS) return complex_plain(a);
    return rt_complex_new(-RT_COMPLEX(a)->real, -RT_COMPLEX(a)->imag);
}

static rt_value complex_compare(rt_compare_op op, rt_value self, rt_value other)
{
    const rt_complex *a = RT_COMPLEX(self);
    bool equal;
    if (op != RT_EQ && op != RT_NE) return RT_NOT_IMPLEMENTED;
    if (rt_is_complex(other))
        equal = a->real == RT_COMPLEX(other)->real && a->imag == RT_COMPLEX(other)->imag;
    else if (rt_is_float(other))
        equal = a->imag == 0.0 && a->real == RT_FLOAT(other);
    else if (rt_is_int(other))
        equal = a->imag == 0.0 && !isnan(a->real) && rt_int_compare_double(other, a->real) == 0;
    else
        return RT_NOT_IMPLEMENTED;
    return rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

static int64_t complex_hash(rt_value self)
{
    uint64_t real = (uint64_t)rt_double_hash(RT_COMPLEX(self)->real, self);
    uint64_t imag = (uint64_t)rt_double_hash(RT_COMPLEX(self)->imag, self);
    int64_t hash = (int64_t)(real + 1000003 * imag);
    return hash == -1 ? -2 : hash;
}

static int complex_truth(rt_value self)
{
    return RT_COMPLEX(self)->real != 0.0 || RT_COMPLEX(self)->imag != 0.0;
}

/* ---- text ------------------------------------------------------------------------------------ */

/* Without the ".0" that repr(float) ends whole numbers with. */
static void add_part(rt_builder *builder, double number, bool signed_)
{
    char text[RT_DOUBLE_ROOM];
    size_t size = rt_double_repr(number, text);
    if (size > 2 && text[size - 2] == '.' && text[size - 1] == '0') size -= 2;
    if (signed_ && text[0] != '-') rt_builder_add(builder, "+", 1);
    rt_builder_add(builder, text, size);
}

static rt_value complex_repr(rt_value self)
{
    double real = RT_COMPLEX(self)->real, imag = RT_COMPLEX(self)->imag;
    bool imag_only = real == 0.0 && !signbit(real);
    rt_builder builder;
    rt_builder_init(&builder);
    if (!imag_only) {
        rt_builder_add(&builder, "(", 1);
        add_part(&builder, real, false);
    }
    add_part(&builder, imag, !imag_only);
    rt_builder_add(&builder, imag_only ? "j" : "j)", imag_only ? 1 : 2);
    return rt_builder_finish(&builder);
}

/* The length of the leading text that is one number (a sign, digits, an exponent, inf, nan). */
static size_t number_length(const char *text, size_t size)
{
    size_t i = 0;
    if (i < size && (text[i] == '+' || text[i] == '-')) i++;
    for (; i < size; i++) {
        bool exponent_sign = (text[i] == '+' || text[i] == '-') && (text[i - 1] | 0x20) == 'e';
        if ((text[i] == '+' || text[i] == '-') && !exponent_sign) break;
        if (text[i] == 'j' || text[i] == 'J') break;
    }
    return i;
}

/* The coefficient of j: a lone sign, or nothing, stands for one. */
static bool parse_imag(const char *text, size_t size, double *out)
{
    if (size == 0 || (size == 1 && (*text == '+' || *text == '-'))) {
        *out = size && *text == '-' ? -1.0 : 1.0;
        return true;
    }
    return rt_double_parse(text, size, out);
}

static bool parse_ascii(const char *text, size_t size, pair *out)
{
    if (size >= 2 && *text == '(' && text[size - 1] == ')') {
        text++, size -= 2;
        while (size && *text == ' ') text++, size--;
        while (size && text[size - 1] == ' ') size--;
    }
    *out = (pair){0.0, 0.0};
    if (!size || memchr(text, ' ', size)) return false;
    size_t first = number_length(text, size);
    if (first == size) return rt_double_parse(text, size, &out->real);
    if (text[first] == 'j' || text[first] == 'J')
        return first + 1 == size && parse_imag(text, first, &out->imag);
    if (!rt_double_parse(text, first, &out->real)) return false;
    if ((text[size - 1] | 0x20) != 'j') return false;
    return number_length(text + first, size - first) == size - first - 1 &&
           parse_imag(text + first, size - first - 1, &out->imag);
}

static bool parse_text(rt_value str, pair *out)
{
    rt_ascii_number ascii;
    size_t size;
    const char *text = rt_str_text(str, &size);
    bool valid = false, misplaced = false;
    if (rt_number_text(text, size, &ascii)) {
        char *plain = rt_without_underscores(ascii.text, ascii.size);
        valid = plain && parse_ascii(plain, strlen(plain), out);
        misplaced = !plain;
        free(plain);
        free(ascii.copy);
    }
    if (misplaced)
        rt_raise_format(&rt_exc_ValueError, "could not convert string to complex: %R", str);
    else if (!valid)
        rt_raise_format(&rt_exc_ValueError, "complex() arg is a malformed string");
    return valid;
}

/* ---- complex(...) ---------------------------------------------------------------------------- */

/* A number, or what has __complex__. false with no exception pending: something else. */
static bool to_pair_by_method(rt_value v, pair *out)
{
    if (to_pair(v, out)) return true;
    rt_value method = RT_RAISED() ? 0 : rt_special(v, RT_NAME("__complex__"));
    if (!method) return false;
    rt_value result = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    bool good = result && rt_is_complex(result);
    if (good)
        *out = (pair){RT_COMPLEX(result)->real, RT_COMPLEX(result)->imag};
    else if (result)
        rt_raise_format(&rt_exc_TypeError, "__complex__ returned non-complex (type %T)", result);
    RT_RELEASE_OPT(result);
    return good;
}

bool rt_to_complex(rt_value v, double *real, double *imag)
{
    pair parts = {0.0, 0.0};
    bool good = to_pair_by_method(v, &parts) || (!RT_RAISED() && rt_to_double(v, &parts.real));
    *real = parts.real;
    *imag = parts.imag;
    return good;
}

/* An argument of complex(). */
static bool convert(rt_value v, const char *which, pair *out)
{
    if (to_pair_by_method(v, out)) return true;
    if (RT_RAISED()) return false;
    if (RT_TYPE(v)->to_float || RT_TYPE(v)->index) {
        out->imag = 0.0;
        return rt_to_double(v, &out->real);
    }
    rt_raise_format(&rt_exc_TypeError, "complex() %s must be a %snumber, not '%T'", which,
                    which[0] == 's' ? "" : "string or a ", v);
    return false;
}

static rt_value complex_new(rt_value cls, rt_value real, rt_value imag)
{
    pair first = {0.0, 0.0}, second = {0.0, 0.0};
    if (real && rt_is_str(real)) {
        if (imag)
            return rt_raise_format(&rt_exc_TypeError,
                                   "complex() can't take second arg if first is a string");
        if (!parse_text(real, &first)) return 0;
    } else if (imag && rt_is_str(imag)) {
        return rt_raise_format(&rt_exc_TypeError, "complex() second arg can't be a string");
    } else {
        if (real && !convert(real, "first argument", &first)) return 0;
        if (imag && !convert(imag, "second argument", &second)) return 0;
    }
    rt_type *type = (rt_type *)cls;
    rt_complex *object = rt_object_new(type, type->size);
    /* added only where there is something: the sign of a zero stays */
    object->real = imag && rt_is_complex(imag) ? first.real - second.imag : first.real;
    if (!imag)
        object->imag = first.imag;
    else
        object->imag = real && rt_is_complex(real) ? first.imag + second.real : second.real;
    return (rt_value)object;
}

static rt_value complex_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"complex", "real=0, imag=0", (void (*)(void))complex_new, 3,
                                      1};
    return rt_native_call(&def, (rt_value)cls, args);
}

static void complex_dealloc(rt_object *self)
{
    rt_free(self, self->type->size);
}

/* ---- attributes ------------------------------------------------------------------------------ */

rt_value rt_complex_conjugate(rt_value self)
{
    return rt_complex_new(RT_COMPLEX(self)->real, -RT_COMPLEX(self)->imag);
}

rt_value rt_complex_complex(rt_value self)
{
    return rt_complex_new(RT_COMPLEX(self)->real, RT_COMPLEX(self)->imag);
}

rt_value rt_complex_abs(rt_value self)
{
    double length = hypot(RT_COMPLEX(self)->real, RT_COMPLEX(self)->imag);
    if (isinf(length) && isfinite(RT_COMPLEX(self)->real) && isfinite(RT_COMPLEX(self)->imag))
        return rt_raise_format(&rt_exc_OverflowError, "absolute value too large");
    return rt_float_new(length);
}

static rt_value complex_real(rt_value self)
{
    return rt_float_new(RT_COMPLEX(self)->real);
}

static rt_value complex_imag(rt_value self)
{
    return rt_float_new(RT_COMPLEX(self)->imag);
}

static const rt_getset_def complex_getsets[] = {
    {"real", complex_real, NULL},
    {"imag", complex_imag, NULL},
    {NULL, NULL, NULL},
};

RT_METHODS(complex) = {
#include "lib/complex.def"
    RT_METHODS_END};

rt_type rt_complex_type = {
    .head = RT_TYPE_HEAD,
    .name = "complex",
    .size = sizeof(rt_complex),
    .base = &rt_object_type,
    .dealloc = complex_dealloc,
    .construct = complex_construct,
    .repr = complex_repr,
    .format = rt_number_format,
    .hash = complex_hash,
    .compare = complex_compare,
    .truth = complex_truth,
    .binary = complex_binary,
    .unary = complex_unary,
    .methods = rt_complex_methods,
    .getsets = complex_getsets,
};
