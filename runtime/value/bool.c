/* bool.c: the type bool and its two objects. A bool is an int in everything but its text and the
 * three operators that keep to bools. */
#include "value/int.h"
#include "value/number.h"

rt_object rt_true_object = {RT_IMMORTAL, 0, &rt_bool_type};
rt_object rt_false_object = {RT_IMMORTAL, 0, &rt_bool_type};

static rt_value bool_repr(rt_value self)
{
    return rt_retained(self == RT_TRUE ? RT_NAME("True") : RT_NAME("False"));
}

static rt_value bool_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if ((a == RT_TRUE || a == RT_FALSE) && (b == RT_TRUE || b == RT_FALSE)) {
        switch (op) {
        case RT_AND: return rt_retained(RT_BOOL(a == RT_TRUE && b == RT_TRUE));
        case RT_OR: return rt_retained(RT_BOOL(a == RT_TRUE || b == RT_TRUE));
        case RT_XOR: return rt_retained(RT_BOOL(a != b));
        default: break;
        }
    }
    return rt_int_binary_slot(op, a, b);
}

static rt_value bool_new(rt_value cls, rt_value x)
{
    (void)cls;
    int truth = x ? rt_truth(x) : 0;
    return truth < 0 ? 0 : rt_retained(RT_BOOL(truth));
}

static rt_value bool_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"bool", "x=False, /", (void (*)(void))bool_new, 2, 1};
    return rt_native_call(&def, (rt_value)cls, args);
}

rt_type rt_bool_type = {
    .head = RT_TYPE_HEAD,
    .name = "bool",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_int_type,
    .construct = bool_construct,
    .repr = bool_repr,
    .format = rt_number_format,
    .hash = rt_int_hash,
    .compare = rt_int_compare_slot,
    .truth = rt_int_truth,
    .binary = bool_binary,
    .unary = rt_int_unary,
    .index = rt_int_plain,
    .to_int = rt_int_plain,
    .to_float = rt_int_to_float,
};
