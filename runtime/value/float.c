/* float.c: the type float: arithmetic, comparison, hashing, construction. In: floats and ints
 * (an int operand is converted, or compared exactly); out: floats. */
#include <errno.h>
#include <float.h>
#include <math.h>
#include "mem/alloc.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/complex.h"
#include "value/float.h"
#include "value/int.h"
#include "value/native.h"
#include "value/number.h"
#include "value/str.h"
#include "value/unicode.h"

rt_value rt_float_new(double number)
{
    if (RT_UNLIKELY(!(rt_float_type.flags & RT_TYPE_READY))) rt_type_ready(&rt_float_type);
    rt_float *object = rt_object_room(sizeof *object);
    *object = (rt_float){{1, 0, &rt_float_type}, number};
    return (rt_value)object;
}

double rt_float_value(rt_value number)
{
    if (RT_IS_INT(number)) return (double)RT_INT_VALUE(number);
    if (rt_is_float(number)) return RT_FLOAT(number);
    double out = -1.0;
    rt_int_to_double(number, &out);
    return out;
}

bool rt_to_double(rt_value v, double *out)
{
    if (rt_is_float(v)) {
        *out = RT_FLOAT(v);
        return true;
    }
    if (rt_is_int(v)) return rt_int_to_double(v, out);
    rt_type *type = RT_TYPE(v);
    rt_value converted = 0;
    if (type->to_float)
        converted = type->to_float(v);
    else if (type->index)
        converted = rt_int_index(v);
    else
        rt_raise_format(&rt_exc_TypeError, "must be real number, not %T", v);
    if (!converted) return false;
    bool good = rt_is_float(converted) || (!type->to_float && rt_is_int(converted));
    if (!good)
        rt_raise_format(&rt_exc_TypeError, "%T.__float__ returned non-float (type %T)", v,
                        converted);
    else if (rt_is_float(converted))
        *out = RT_FLOAT(converted);
    else
        good = rt_int_to_double(converted, out);
    RT_RELEASE(converted);
    return good;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

double rt_double_floor_divide(double a, double b, double *modulo)
{
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest == 0.0) {
        rest = copysign(0.0, b);
    } else if ((rest < 0) != (b < 0)) {
        rest += b;
        quotient -= 1.0;
    }
    if (modulo) *modulo = rest;
    if (quotient == 0.0) return copysign(0.0, a / b);
    double whole = floor(quotient); /* (a - rest) / b is an integer but for its rounding */
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

bool rt_double_pow(double a, double b, double *out)
{
    if (a == 0.0 && b < 0.0) {
        rt_raise_format(&rt_exc_ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return false;
    }
    double result = pow(a, b);
    if (isinf(result) && isfinite(a) && isfinite(b)) {
        rt_value args[2] = {RT_INT(ERANGE), rt_str_c("Numerical result out of range")};
        rt_value exception = rt_call((rt_value)&rt_exc_OverflowError, 2, args);
        RT_RELEASE(args[1]);
        if (exception) {
            rt_raise(exception, 0);
            RT_RELEASE(exception);
        }
        return false;
    }
    *out = result; /* and only now: it may be a variable of the program */
    return true;
}

static rt_value power(double a, double b)
{
    double result;
    if (!rt_double_pow(a, b, &result)) return 0;
    if (!isnan(result) || isnan(a) || isnan(b)) return rt_float_new(result);
    rt_value base = rt_complex_new(a, 0.0), exponent = rt_complex_new(b, 0.0);
    rt_value complex_result = rt_binary(RT_POW, base, exponent);
    RT_RELEASE(base);
    RT_RELEASE(exponent);
    return complex_result;
}

static rt_value divide(rt_binary_op op, double a, double b)
{
    double modulo, quotient;
    if (b == 0.0) {
        const char *message = op == RT_TRUEDIV ? "float division by zero"
                              : op == RT_MOD   ? "float modulo"
                                               : "float floor division by zero";
        return rt_raise_format(&rt_exc_ZeroDivisionError, "%s", message);
    }
    if (op == RT_TRUEDIV) return rt_float_new(a / b);
    quotient = rt_double_floor_divide(a, b, &modulo);
    return rt_float_new(op == RT_MOD ? modulo : quotient);
}

static rt_value float_binary(rt_binary_op op, rt_value a, rt_value b)
{
    double x, y;
    if (rt_is_float(a))
        x = RT_FLOAT(a);
    else if (!rt_is_int(a))
        return RT_NOT_IMPLEMENTED;
    else if (!rt_int_to_double(a, &x))
        return 0;
    if (rt_is_float(b))
        y = RT_FLOAT(b);
    else if (!rt_is_int(b))
        return RT_NOT_IMPLEMENTED;
    else if (!rt_int_to_double(b, &y))
        return 0;
    switch (op) {
    case RT_ADD: return rt_float_new(x + y);
    case RT_SUB: return rt_float_new(x - y);
    case RT_MUL: return rt_float_new(x * y);
    case RT_TRUEDIV:
    case RT_MOD:
    case RT_FLOORDIV: return divide(op, x, y);
    case RT_POW: return power(x, y);
    default: return RT_NOT_IMPLEMENTED;
    }
}

static rt_value float_plain(rt_value self)
{
    return RT_TYPE(self) == &rt_float_type ? rt_retained(self) : rt_float_new(RT_FLOAT(self));
}

static rt_value float_unary(rt_unary_op op, rt_value a)
{
    switch (op) {
    case RT_NEG: return rt_float_new(-RT_FLOAT(a));
    case RT_POS: return float_plain(a);
    default: return RT_NOT_IMPLEMENTED;
    }
}

/* ---- comparison and hashing ------------------------------------------------------------------ */

static rt_value compare_doubles(rt_compare_op op, double a, double b)
{
    if (isnan(a) || isnan(b)) return rt_retained(RT_BOOL(op == RT_NE));
    return rt_order(op, (a > b) - (a < b));
}

static rt_value float_compare(rt_compare_op op, rt_value self, rt_value other)
{
    double number = RT_FLOAT(self);
    if (rt_is_float(other)) return compare_doubles(op, number, RT_FLOAT(other));
    if (!rt_is_int(other)) return RT_NOT_IMPLEMENTED;
    if (isnan(number)) return rt_retained(RT_BOOL(op == RT_NE));
    return rt_order(op, -rt_int_compare_double(other, number));
}

/* The residue of m * 2**e modulo 2**61 - 1: the mantissa enters 28 bits at a time, and powers of
 * two are rotations, since 2**61 is 1. */
int64_t rt_double_hash(double number, rt_value self)
{
    if (isinf(number)) return number > 0 ? 314159 : -314159;
    if (isnan(number)) return (int64_t)(self >> 4 | self << 60);
    int exponent;
    double mantissa = frexp(fabs(number), &exponent);
    uint64_t residue = 0;
    while (mantissa != 0.0) {
        residue = (residue << 28 & RT_HASH_PRIME) | residue >> (61 - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        uint64_t digit = (uint64_t)mantissa;
        mantissa -= (double)digit;
        residue += digit;
        if (residue >= RT_HASH_PRIME) residue -= RT_HASH_PRIME;
    }
    int rotation = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    residue = (residue << rotation & RT_HASH_PRIME) | residue >> (61 - rotation);
    int64_t hash = number < 0 ? -(int64_t)residue : (int64_t)residue;
    return hash == -1 ? -2 : hash;
}

static int64_t float_hash(rt_value self)
{
    return rt_double_hash(RT_FLOAT(self), self);
}

static int float_truth(rt_value self)
{
    return RT_FLOAT(self) != 0.0;
}

static rt_value float_to_int(rt_value self)
{
    return rt_int_from_double(RT_FLOAT(self));
}

/* ---- float(...) ------------------------------------------------------------------------------ */

static bool parse_object(rt_value x, double *out)
{
    size_t size;
    const char *text = rt_is_str(x) ? rt_str_text(x, &size) : rt_bytes_text(x, &size);
    bool readable = rt_is_str(x) || rt_all_ascii(text, size); /* bytes are no UTF-8 */
    if (readable && rt_double_parse(text, size, out)) return true;
    rt_raise_format(&rt_exc_ValueError, "could not convert string to float: %R", x);
    return false;
}

static bool convert(rt_value x, double *out)
{
    if (rt_is_str(x) || rt_is_bytes_like(x)) return parse_object(x, out);
    if (!RT_IS_INT(x) && !RT_TYPE(x)->to_float && !RT_TYPE(x)->index) {
        rt_raise_format(&rt_exc_TypeError,
                        "float() argument must be a string or a real number, not '%T'", x);
        return false;
    }
    return rt_to_double(x, out);
}

static rt_value float_new(rt_value cls, rt_value x)
{
    double number = 0.0;
    if (x && !convert(x, &number)) return 0;
    rt_type *type = (rt_type *)cls;
    rt_float *object = rt_object_new(type, type->size);
    object->number = number;
    return (rt_value)object;
}

static rt_value float_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"float", "x=0, /", (void (*)(void))float_new, 2, 1};
    if (args->positional == 1 && !args->named) {
        if (cls == &rt_float_type && RT_TYPE(args->values[0]) == &rt_float_type)
            return rt_retained(args->values[0]);
        return float_new((rt_value)cls, args->values[0]);
    }
    return rt_native_call(&def, (rt_value)cls, args);
}

static void float_dealloc(rt_object *self)
{
    rt_free(self, self->type->size);
}

static rt_value float_zero(rt_value self)
{
    (void)self;
    return rt_float_new(0.0);
}

static const rt_getset_def float_getsets[] = {
    {"real", float_plain, NULL},
    {"imag", float_zero, NULL},
    {NULL, NULL, NULL},
};

RT_METHODS(float) = {
#include "lib/float.def"
    RT_METHODS_END};

rt_type rt_float_type = {
    .head = RT_TYPE_HEAD,
    .name = "float",
    .size = sizeof(rt_float),
    .base = &rt_object_type,
    .dealloc = float_dealloc,
    .construct = float_construct,
    .repr = rt_float_repr,
    .format = rt_number_format,
    .hash = float_hash,
    .compare = float_compare,
    .truth = float_truth,
    .binary = float_binary,
    .unary = float_unary,
    .to_int = float_to_int,
    .to_float = float_plain,
    .methods = rt_float_methods,
    .getsets = float_getsets,
};
