/* number.c: the builtin functions on numbers: abs, divmod, pow, round. In: any values; ints and
 * floats go straight to their arithmetic, everything else by its special methods. */
#include <math.h>
#include "value/complex.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"
#include "value/slice.h"

rt_value rt_number_abs(rt_value v)
{
    if (rt_is_int(v) && !(RT_TYPE(v)->flags & RT_TYPE_HEAP))
        return rt_int_sign(v) < 0 ? rt_int_unary(RT_NEG, v) : rt_int_plain(v);
    if (rt_is_float(v) && !(RT_TYPE(v)->flags & RT_TYPE_HEAP))
        return rt_float_new(fabs(RT_FLOAT(v)));
    rt_value method = rt_special(v, RT_NAME("__abs__"));
    if (!method)
        return RT_RAISED()
                   ? 0
                   : rt_raise_format(&rt_exc_TypeError, "bad operand type for abs(): '%T'", v);
    rt_value result = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    return result;
}

/* ---- divmod ---------------------------------------------------------------------------------- */

static rt_value pair(rt_value first, rt_value second)
{
    rt_value items[2] = {first, second};
    return rt_tuple_of(2, items);
}

static rt_value divmod_doubles(double a, double b)
{
    double modulo;
    if (b == 0.0) return rt_raise_format(&rt_exc_ZeroDivisionError, "float divmod()");
    double quotient = rt_double_floor_divide(a, b, &modulo);
    return pair(rt_float_new(quotient), rt_float_new(modulo));
}

/* One side's special method: 0 with nothing pending, or NotImplemented = it does not apply. */
static rt_value try_method(rt_value self, rt_value name, rt_value other)
{
    rt_value method = rt_special(self, name);
    if (!method) return 0;
    rt_value result = rt_call1(method, other);
    RT_RELEASE(method);
    if (result != RT_NOT_IMPLEMENTED) return result;
    RT_RELEASE(result);
    return 0;
}

rt_value rt_number_divmod(rt_value a, rt_value b)
{
    rt_value remainder;
    if (rt_is_int(a) && rt_is_int(b)) {
        rt_value quotient = rt_int_divmod(a, b, &remainder);
        return quotient ? pair(quotient, remainder) : 0;
    }
    bool a_real = rt_is_int(a) || rt_is_float(a), b_real = rt_is_int(b) || rt_is_float(b);
    if (a_real && b_real) {
        double x, y;
        return rt_to_double(a, &x) && rt_to_double(b, &y) ? divmod_doubles(x, y) : 0;
    }
    rt_value result = a_real ? 0 : try_method(a, RT_NAME("__divmod__"), b);
    if (!result && !RT_RAISED() && !b_real) result = try_method(b, RT_NAME("__rdivmod__"), a);
    if (result || RT_RAISED()) return result;
    return rt_raise_format(&rt_exc_TypeError,
                           "unsupported operand type(s) for divmod(): '%T' and '%T'", a, b);
}

/* ---- pow ------------------------------------------------------------------------------------- */

/* Floats and complex numbers know no modulus. */
static bool refuse_modulus(rt_value v)
{
    if (rt_is_float(v))
        rt_raise_format(&rt_exc_TypeError,
                        "pow() 3rd argument not allowed unless all arguments are integers");
    else if (rt_is_complex(v))
        rt_raise_format(&rt_exc_ValueError, "complex modulo");
    return RT_RAISED();
}

rt_value rt_number_pow(rt_value base, rt_value exponent, rt_value modulus)
{
    if (!modulus || modulus == RT_NONE) return rt_binary(RT_POW, base, exponent);
    if (rt_is_int(base) && rt_is_int(exponent) && rt_is_int(modulus))
        return rt_int_pow_mod(base, exponent, modulus);
    const rt_value operands[] = {base, exponent, modulus}; /* the first that is no int refuses */
    for (int i = 0; i < 3; i++) {
        if (rt_is_int(operands[i])) continue;
        if (refuse_modulus(operands[i])) return 0;
        break;
    }
    rt_value method = rt_is_int(base) ? 0 : rt_special(base, RT_NAME("__pow__"));
    if (method) {
        rt_value result = rt_call2(method, exponent, modulus);
        RT_RELEASE(method);
        return result;
    }
    if (RT_RAISED()) return 0;
    return rt_raise_format(&rt_exc_TypeError,
                           "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base,
                           exponent, modulus);
}

/* ---- round ----------------------------------------------------------------------------------- */

static rt_value round_double(double number, rt_value digits)
{
    int64_t places;
    if (!digits || digits == RT_NONE) {
        double whole = round(number); /* half away from zero: mend the ties */
        if (fabs(number - whole) == 0.5) whole = 2.0 * round(number / 2.0);
        return rt_int_from_double(whole);
    }
    if (!rt_index_clamped(digits, &places)) return 0;
    double rounded = rt_double_round(number, places);
    if (isinf(rounded) && !isinf(number))
        return rt_raise_format(&rt_exc_OverflowError, "rounded value too large to represent");
    return rt_float_new(rounded);
}

rt_value rt_number_round(rt_value v, rt_value digits)
{
    bool built_in = RT_IS_INT(v) || !(RT_TYPE(v)->flags & RT_TYPE_HEAP);
    if (built_in && rt_is_float(v)) return round_double(RT_FLOAT(v), digits);
    if (built_in && rt_is_int(v))
        return digits && digits != RT_NONE ? rt_int_round(v, digits) : rt_int_plain(v);
    rt_value method = rt_special(v, RT_NAME("__round__"));
    if (!method)
        return RT_RAISED() ? 0
                           : rt_raise_format(&rt_exc_TypeError,
                                             "type %T doesn't define __round__ method", v);
    rt_value result =
        digits && digits != RT_NONE ? rt_call1(method, digits) : rt_call(method, 0, NULL);
    RT_RELEASE(method);
    return result;
}

/* ---- the same as methods of int and float: what subclasses inherit --------------------------- */

rt_value rt_int_abs(rt_value self)
{
    return rt_int_sign(self) < 0 ? rt_int_unary(RT_NEG, self) : rt_int_plain(self);
}

rt_value rt_float_abs(rt_value self)
{
    return rt_float_new(fabs(RT_FLOAT(self)));
}

rt_value rt_int_round_method(rt_value self, rt_value digits)
{
    return digits && digits != RT_NONE ? rt_int_round(self, digits) : rt_int_plain(self);
}

rt_value rt_float_round_method(rt_value self, rt_value digits)
{
    return round_double(RT_FLOAT(self), digits);
}

rt_value rt_int_whole(rt_value self)
{
    return rt_int_plain(self);
}

rt_value rt_float_trunc(rt_value self)
{
    return rt_int_from_double(RT_FLOAT(self));
}

rt_value rt_float_floor(rt_value self)
{
    return rt_int_from_double(floor(RT_FLOAT(self)));
}

rt_value rt_float_ceil(rt_value self)
{
    return rt_int_from_double(ceil(RT_FLOAT(self)));
}
