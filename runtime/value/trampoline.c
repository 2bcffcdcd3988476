/* trampoline.c: special methods of classes as slots: each slot function looks its method up on the
 * class, calls it, and checks that the result is of the kind that the slot promises. */
#include "value/trampoline.h"

#include "exc/exception.h"
#include "value/function.h"
#include "value/int.h"
#include "value/special.h"
#include "value/type.h"

/* ---- calling methods ------------------------------------------------------------------------- */

static rt_value call0(rt_value self, rt_value name)
{
    return rt_call_special(self, name, 0, NULL);
}

static rt_value call1(rt_value self, rt_value name, rt_value a)
{
    return rt_call_special(self, name, 1, &a);
}

static rt_value call2(rt_value self, rt_value name, rt_value a, rt_value b)
{
    return rt_call_special(self, name, 2, (rt_value[]){a, b});
}

/* Drops a result that says nothing. */
static bool done(rt_value result)
{
    RT_RELEASE_OPT(result);
    return result != 0;
}

/* A result of the right type, or TypeError "<what> (type int)". */
static rt_value check_result(rt_value result, rt_type *type, const char *format)
{
    if (!result || rt_is_instance_of(result, type)) return result;
    rt_raise_format(&rt_exc_TypeError, format, result);
    RT_RELEASE(result);
    return 0;
}

/* The method is there on one of the classes of the mro, or this slot would not be: still, a class
 * may lose it (del) or take it away from its instances (`__iter__ = None`). */
static rt_value special_of(rt_value self, rt_value name)
{
    rt_value attribute = rt_type_lookup(RT_TYPE(self), name);
    return attribute == RT_NONE ? 0 : attribute;
}

/* ---- construction and calls ------------------------------------------------------------------ */

/* __new__ is a static method whose first argument is the class. */
rt_value rt_trampoline_construct(rt_type *cls, const rt_args *args)
{
    rt_value attribute = rt_type_lookup(cls, RT_NAME("__new__"));
    rt_type *kind = RT_TYPE(attribute);
    rt_value function =
        kind->descr_get ? kind->descr_get(attribute, 0, cls) : rt_retained(attribute);
    if (!function) return 0;
    rt_value instance = rt_call_with_self(function, (rt_value)cls, args);
    RT_RELEASE(function);
    return instance;
}

bool rt_trampoline_init(rt_value self, const rt_args *args)
{
    rt_value result = rt_call_found(rt_type_lookup(RT_TYPE(self), RT_NAME("__init__")), self, args);
    if (result && result != RT_NONE)
        rt_raise_format(&rt_exc_TypeError, "__init__() should return None, not '%T'", result);
    return done(result) && result == RT_NONE;
}

rt_value rt_trampoline_call(rt_value self, const rt_args *args)
{
    return rt_call_found(rt_type_lookup(RT_TYPE(self), RT_NAME("__call__")), self, args);
}

/* ---- text, hash, truth ----------------------------------------------------------------------- */

/* rt_repr and rt_str check that these are strings, for they say who asked. */
rt_value rt_trampoline_repr(rt_value self)
{
    return call0(self, RT_NAME("__repr__"));
}

rt_value rt_trampoline_str(rt_value self)
{
    return call0(self, RT_NAME("__str__"));
}

rt_value rt_trampoline_format(rt_value self, rt_value spec)
{
    return check_result(call1(self, RT_NAME("__format__"), spec), &rt_str_type,
                        "__format__ must return a str, not %T");
}

int64_t rt_trampoline_hash(rt_value self)
{
    rt_value method = special_of(self, RT_NAME("__hash__"));
    if (!method) {
        rt_raise_format(&rt_exc_TypeError, "unhashable type: '%T'", self);
        return -1;
    }
    rt_value result = check_result(call0(self, RT_NAME("__hash__")), &rt_int_type,
                                   "__hash__ method should return an integer");
    if (!result) return -1;
    int64_t hash;
    if (!rt_int_word(result, &hash)) hash = rt_hash(result);
    RT_RELEASE(result);
    return hash == -1 ? -2 : hash;
}

int rt_trampoline_truth(rt_value self)
{
    rt_value result = call0(self, RT_NAME("__bool__"));
    if (!result) return -1;
    bool is_bool = result == RT_TRUE || result == RT_FALSE;
    if (!is_bool)
        rt_raise_format(&rt_exc_TypeError, "__bool__ should return bool, returned %T", result);
    int truth = is_bool ? result == RT_TRUE : -1;
    RT_RELEASE(result);
    return truth;
}

/* ---- operators ------------------------------------------------------------------------------- */

/* Names of methods by operator; interned when first needed. */
static rt_value operator_name(const char *const *texts, rt_value *names, int op)
{
    if (!names[op]) names[op] = rt_intern(texts[op], strlen(texts[op]));
    return names[op];
}

#define NAMES(prefix)                                                                              \
    {                                                                                              \
        "__" prefix "add__", "__" prefix "sub__", "__" prefix "mul__", "__" prefix "matmul__",     \
            "__" prefix "truediv__", "__" prefix "mod__", "__" prefix "pow__",                     \
            "__" prefix "lshift__", "__" prefix "rshift__", "__" prefix "or__",                    \
            "__" prefix "xor__", "__" prefix "and__", "__" prefix "floordiv__"                     \
    }
static const char *const forward_texts[] = NAMES(""), *const reflected_texts[] = NAMES("r"),
                         *const inplace_texts[] = NAMES("i");
static rt_value forward_names[13], reflected_names[13], inplace_names[13];

static rt_value call_operator(rt_value self, rt_value name, rt_value other)
{
    rt_value method = special_of(self, name);
    if (!method) return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_call_found(method, self, &(rt_args){&other, 1, 0, NULL});
}

static bool overrides(const rt_type *type, const rt_type *base, rt_value name)
{
    rt_value own = rt_type_lookup((rt_type *)type, name);
    return own && own != rt_type_lookup((rt_type *)base, name);
}

/* The slot of both operands' types may be this one: the left one's method comes first, unless the
 * right one's class derives from it and has a reflected method of its own. */
rt_value rt_trampoline_binary(rt_binary_op op, rt_value a, rt_value b)
{
    const rt_type *ta = RT_TYPE(a), *tb = RT_TYPE(b);
    rt_value reflected = operator_name(reflected_texts, reflected_names, op);
    bool right = ta != tb && tb->binary == rt_trampoline_binary;
    if (ta->binary == rt_trampoline_binary) {
        if (right && rt_is_subtype(tb, ta) && overrides(tb, ta, reflected)) {
            rt_value result = call_operator(b, reflected, a);
            if (result != RT_NOT_IMPLEMENTED) return result;
            right = false;
        }
        rt_value result = call_operator(a, operator_name(forward_texts, forward_names, op), b);
        if (result != RT_NOT_IMPLEMENTED || !right) return result;
    }
    return right ? call_operator(b, reflected, a) : rt_retained(RT_NOT_IMPLEMENTED);
}

rt_value rt_trampoline_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    return call_operator(self, operator_name(inplace_texts, inplace_names, op), other);
}

rt_value rt_trampoline_unary(rt_unary_op op, rt_value self)
{
    static const char *const texts[] = {"__neg__", "__pos__", "__invert__"};
    static rt_value names[3];
    rt_value method = special_of(self, operator_name(texts, names, op));
    return method ? rt_call_found(method, self, &(rt_args){0}) : rt_retained(RT_NOT_IMPLEMENTED);
}

rt_value rt_trampoline_compare(rt_compare_op op, rt_value self, rt_value other)
{
    static const char *const texts[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
    static rt_value names[6];
    return call_operator(self, operator_name(texts, names, op), other);
}

rt_value rt_trampoline_index(rt_value self)
{
    return check_result(call0(self, RT_NAME("__index__")), &rt_int_type,
                        "__index__ returned non-int (type %T)");
}

rt_value rt_trampoline_to_int(rt_value self)
{
    return check_result(call0(self, RT_NAME("__int__")), &rt_int_type,
                        "__int__ returned non-int (type %T)");
}

rt_value rt_trampoline_to_float(rt_value self)
{
    rt_value result = call0(self, RT_NAME("__float__"));
    if (!result || rt_is_instance_of(result, &rt_float_type)) return result;
    rt_raise_format(&rt_exc_TypeError, "%T.__float__ returned non-float (type %T)", self, result);
    RT_RELEASE(result);
    return 0;
}

/* ---- containers ------------------------------------------------------------------------------ */

int64_t rt_trampoline_length(rt_value self)
{
    rt_value result = call0(self, RT_NAME("__len__"));
    int64_t length = 0;
    bool fine = result && rt_to_i64(result, &length);
    RT_RELEASE_OPT(result);
    if (!fine) return -1;
    if (length >= 0) return length;
    rt_raise_format(&rt_exc_ValueError, "__len__() should return >= 0");
    return -1;
}

rt_value rt_trampoline_getitem(rt_value self, rt_value key)
{
    return call1(self, RT_NAME("__getitem__"), key);
}

bool rt_trampoline_setitem(rt_value self, rt_value key, rt_value item)
{
    rt_value name = item ? RT_NAME("__setitem__") : RT_NAME("__delitem__");
    if (special_of(self, name))
        return done(item ? call2(self, name, key, item) : call1(self, name, key));
    rt_raise_format(&rt_exc_AttributeError, "%V", name);
    return false;
}

int rt_trampoline_contains(rt_value self, rt_value item)
{
    if (!special_of(self, RT_NAME("__contains__"))) {
        rt_raise_format(&rt_exc_TypeError, "'%T' object is not a container", self);
        return -1;
    }
    rt_value result = call1(self, RT_NAME("__contains__"), item);
    if (!result) return -1;
    int truth = rt_truth(result);
    RT_RELEASE(result);
    return truth;
}

rt_value rt_trampoline_iter(rt_value self)
{
    if (!special_of(self, RT_NAME("__iter__")))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not iterable", self);
    rt_value iterator = call0(self, RT_NAME("__iter__"));
    if (!iterator || RT_TYPE(iterator)->next) return iterator;
    rt_raise_format(&rt_exc_TypeError, "iter() returned non-iterator of type '%T'", iterator);
    RT_RELEASE(iterator);
    return 0;
}

rt_value rt_trampoline_next(rt_value self)
{
    rt_value v = call0(self, RT_NAME("__next__"));
    if (!v && rt_pending(&rt_exc_StopIteration)) rt_clear_pending();
    return v;
}

rt_value rt_trampoline_reversed(rt_value self)
{
    return call0(self, RT_NAME("__reversed__"));
}

/* ---- attributes ------------------------------------------------------------------------------ */

/* __getattribute__ first (the built-in one unless the class has its own), then __getattr__. */
rt_value rt_trampoline_getattr(rt_value self, rt_value name)
{
    rt_type *type = RT_TYPE(self);
    rt_value method = rt_type_lookup(type, RT_NAME("__getattribute__"));
    bool builtin = RT_TYPE(method) == &rt_slot_wrapper_type;
    rt_value v = builtin ? RT_SLOT_WRAPPER(method)->owner->getattr(self, name)
                         : rt_call_found(method, self, &(rt_args){&name, 1, 0, NULL});
    if (v || !rt_pending(&rt_exc_AttributeError)) return v;
    rt_value fallback = special_of(self, RT_NAME("__getattr__"));
    if (!fallback) return 0;
    rt_clear_pending();
    return rt_call_found(fallback, self, &(rt_args){&name, 1, 0, NULL});
}

bool rt_trampoline_setattr(rt_value self, rt_value name, rt_value v)
{
    return done(v ? call2(self, RT_NAME("__setattr__"), name, v)
                  : call1(self, RT_NAME("__delattr__"), name));
}

rt_value rt_trampoline_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    if (!special_of(self, RT_NAME("__get__"))) return rt_retained(self);
    return call2(self, RT_NAME("__get__"), instance ? instance : RT_NONE,
                 owner ? (rt_value)owner : RT_NONE);
}

bool rt_trampoline_descr_set(rt_value self, rt_value instance, rt_value v)
{
    rt_value name = v ? RT_NAME("__set__") : RT_NAME("__delete__");
    if (special_of(self, name))
        return done(v ? call2(self, name, instance, v) : call1(self, name, instance));
    rt_raise_format(&rt_exc_AttributeError, "%V", name);
    return false;
}

/* ---- awaiting -------------------------------------------------------------------------------- */

rt_value rt_trampoline_await(rt_value self)
{
    return call0(self, RT_NAME("__await__"));
}

rt_value rt_trampoline_aiter(rt_value self)
{
    return call0(self, RT_NAME("__aiter__"));
}

rt_value rt_trampoline_anext(rt_value self)
{
    return call0(self, RT_NAME("__anext__"));
}
