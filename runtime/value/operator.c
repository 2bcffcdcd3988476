/* operator.c: operators on values of any type: which operand's slot is asked first, what follows
 * from NotImplemented, and CPython's TypeErrors where no type knows an answer. */
#include "exc/exception.h"
#include "value/bytes.h"
#include "value/float.h"
#include "value/iterator.h"
#include "value/str.h"
#include "value/type.h"

static inline bool not_implemented(rt_value v)
{
    if (RT_LIKELY(v != RT_NOT_IMPLEMENTED)) return false;
    RT_RELEASE(v);
    return true;
}

/* ---- binary operators ------------------------------------------------------------------------ */

static const char *const binary_symbols[] = {"+",  "-",  "*", "@", "/", "%", "** or pow()",
                                             "<<", ">>", "|", "^", "&", "//"};

static rt_value raise_unsupported(const char *symbol, rt_value a, rt_value b)
{
    return rt_raise_format(&rt_exc_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'",
                           symbol, a, b);
}

static bool is_sequence(rt_value v)
{
    return rt_is_str(v) || rt_is_byte_string(v) || rt_is_instance_of(v, &rt_list_type) ||
           rt_is_instance_of(v, &rt_tuple_type);
}

/* Where no method knew an answer, CPython tries to join and to repeat sequences, and it is that
 * which fails. What is on the left of `*=` is not repeated by a sequence. */
static rt_value raise_refused(rt_binary_op op, const char *symbol, rt_value a, rt_value b,
                              bool in_place)
{
    if (op == RT_ADD && rt_is_byte_string(a))
        return rt_raise_format(&rt_exc_TypeError, "can't concat %T to %T", b, a);
    if (op == RT_ADD && is_sequence(a))
        return rt_raise_format(&rt_exc_TypeError, "can only concatenate %T (not \"%T\") to %T", a,
                               b, a);
    bool left = is_sequence(a);
    if (op == RT_MUL && (left || (!in_place && is_sequence(b))))
        return rt_raise_format(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                               left ? b : a);
    return raise_unsupported(symbol, a, b);
}

/* The left operand's type is asked first, unless the right one's is a subtype that may know
 * better. */
static rt_value try_binary(rt_binary_op op, rt_value a, rt_value b)
{
    const rt_type *ta = RT_TYPE(a), *tb = RT_TYPE(b);
    rt_value (*left)(rt_binary_op, rt_value, rt_value) = ta->binary;
    rt_value (*right)(rt_binary_op, rt_value, rt_value) =
        tb != ta && tb->binary != left ? tb->binary : NULL;
    if (left) {
        if (right && rt_is_subtype(tb, ta)) {
            rt_value result = right(op, a, b);
            if (!not_implemented(result)) return result;
            right = NULL;
        }
        rt_value result = left(op, a, b);
        if (!not_implemented(result)) return result;
    }
    return right ? right(op, a, b) : RT_NOT_IMPLEMENTED;
}

/* Two floats, or a float and an int that a double holds exactly: the commonest arithmetic. */
static bool as_double(rt_value v, double *out)
{
    if (RT_IS_INT(v)) {
        *out = (double)RT_INT_VALUE(v);
        return RT_INT_VALUE(v) < (int64_t)1 << 53 && RT_INT_VALUE(v) > -((int64_t)1 << 53);
    }
    if (RT_OBJECT(v)->type != &rt_float_type) return false;
    *out = RT_FLOAT(v);
    return true;
}

/* Quotients of ints, too, are what those of doubles are. */
static inline bool float_arithmetic(rt_binary_op op, rt_value a, rt_value b, double *out)
{
    double x, y;
    if (RT_BOTH_INT(a, b) && op != RT_TRUEDIV) return false;
    if (!as_double(a, &x) || !as_double(b, &y)) return false;
    switch (op) {
    case RT_ADD: *out = x + y; return true;
    case RT_SUB: *out = x - y; return true;
    case RT_MUL: *out = x * y; return true;
    case RT_TRUEDIV: *out = x / y; return y != 0;
    default: return false;
    }
}

rt_value rt_binary(rt_binary_op op, rt_value a, rt_value b)
{
    double number;
    if (float_arithmetic(op, a, b, &number)) return rt_float_new(number);
    rt_value result = try_binary(op, a, b);
    return not_implemented(result) ? raise_refused(op, binary_symbols[op], a, b, false) : result;
}

static rt_value inplace_borrowed(rt_binary_op op, rt_value a, rt_value b)
{
    static const char *const symbols[] = {
        "+=", "-=", "*=", "@=", "/=", "%=", "**=", "<<=", ">>=", "|=", "^=", "&=", "//="};
    rt_value (*slot)(rt_binary_op, rt_value, rt_value) = RT_TYPE(a)->inplace;
    rt_value result = slot ? slot(op, a, b) : RT_NOT_IMPLEMENTED;
    if (!not_implemented(result)) return result;
    result = try_binary(op, a, b);
    return not_implemented(result) ? raise_refused(op, symbols[op], a, b, true) : result;
}

bool rt_int_divide_slow(rt_value a, rt_value b, double *out)
{
    rt_value quotient = rt_binary(RT_TRUEDIV, a, b);
    if (!quotient) return false;
    *out = RT_FLOAT_NUMBER(quotient);
    RT_RELEASE(quotient);
    return true;
}

/* A float that nobody else has is written over. */
rt_value rt_inplace(rt_binary_op op, rt_value a, rt_value b)
{
    double number;
    if (float_arithmetic(op, a, b, &number)) {
        bool own = !RT_IS_INT(a) && RT_OBJECT(a)->refs == 1 && RT_OBJECT(a)->type == &rt_float_type;
        if (own) {
            RT_FLOAT_NUMBER(a) = number;
            return a;
        }
        RT_RELEASE(a);
        return rt_float_new(number);
    }
    rt_value result = inplace_borrowed(op, a, b);
    RT_RELEASE(a);
    return result;
}

rt_value rt_unary(rt_unary_op op, rt_value a)
{
    static const char *const symbols[] = {"-", "+", "~"};
    rt_value result = RT_TYPE(a)->unary ? RT_TYPE(a)->unary(op, a) : RT_NOT_IMPLEMENTED;
    if (!not_implemented(result)) return result;
    return rt_raise_format(&rt_exc_TypeError, "bad operand type for unary %s: '%T'", symbols[op],
                           a);
}

/* ---- comparisons ----------------------------------------------------------------------------- */

static const rt_compare_op swapped[] = {
    [RT_LT] = RT_GT, [RT_LE] = RT_GE, [RT_EQ] = RT_EQ,
    [RT_NE] = RT_NE, [RT_GT] = RT_LT, [RT_GE] = RT_LE,
};

static rt_value raise_unordered(rt_compare_op op, rt_value a, rt_value b)
{
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    return rt_raise_format(&rt_exc_TypeError,
                           "'%s' not supported between instances of '%T' and '%T'", symbols[op], a,
                           b);
}

rt_value rt_compare(rt_compare_op op, rt_value a, rt_value b)
{
    const rt_type *ta = RT_TYPE(a), *tb = RT_TYPE(b);
    bool right_first = tb != ta && rt_is_subtype(tb, ta) && tb->compare != ta->compare;
    if (right_first) {
        rt_value result = tb->compare(swapped[op], b, a);
        if (!not_implemented(result)) return result;
    }
    rt_value result = ta->compare(op, a, b);
    if (!not_implemented(result)) return result;
    if (!right_first) {
        result = tb->compare(swapped[op], b, a);
        if (!not_implemented(result)) return result;
    }
    if (op == RT_EQ) return rt_retained(RT_BOOL(a == b));
    if (op == RT_NE) return rt_retained(RT_BOOL(a != b));
    return raise_unordered(op, a, b);
}

static int compare_numbers(rt_compare_op op, double x, double y)
{
    switch (op) {
    case RT_LT: return x < y;
    case RT_LE: return x <= y;
    case RT_EQ: return x == y;
    case RT_NE: return x != y;
    case RT_GT: return x > y;
    default: return x >= y;
    }
}

/* Numbers and text first: what is compared most. */
int rt_compare_truth(rt_compare_op op, rt_value a, rt_value b)
{
    double x, y;
    if (as_double(a, &x) && as_double(b, &y)) return compare_numbers(op, x, y);
    if (!RT_IS_INT(a) && !RT_IS_INT(b) && RT_OBJECT(a)->type == &rt_str_type &&
        RT_OBJECT(b)->type == &rt_str_type) {
        if (op == RT_EQ) return a == b || rt_str_same(a, b);
        if (op == RT_NE) return a != b && !rt_str_same(a, b);
    }
    rt_value result = rt_compare(op, a, b);
    if (RT_UNLIKELY(!result)) return -1;
    int truth = rt_truth(result);
    RT_RELEASE(result);
    return truth;
}

int rt_equal(rt_value a, rt_value b)
{
    if (a == b) return 1;
    return RT_BOTH_INT(a, b) ? 0 : rt_compare_truth(RT_EQ, a, b);
}

/* ---- text ------------------------------------------------------------------------------------ */

static rt_value checked_text(rt_value text, const char *method)
{
    if (!text || RT_LIKELY(rt_is_str(text))) return text;
    rt_raise_format(&rt_exc_TypeError, "%s returned non-string (type %T)", method, text);
    RT_RELEASE(text);
    return 0;
}

rt_value rt_repr(rt_value v)
{
    if (!RT_ENTER_WHILE(" while getting the repr of an object")) return 0;
    rt_value text = checked_text(RT_TYPE(v)->repr(v), "__repr__");
    RT_LEAVE();
    return text;
}

rt_value rt_str(rt_value v)
{
    if (RT_LIKELY(!RT_IS_INT(v) && RT_TYPE(v) == &rt_str_type)) return rt_retained(v);
    if (!RT_ENTER_WHILE(" while getting the str of an object")) return 0;
    rt_value text = checked_text(RT_TYPE(v)->str(v), "__str__");
    RT_LEAVE();
    return text;
}

rt_value rt_ascii(rt_value v)
{
    rt_value text = rt_repr(v);
    if (!text) return 0;
    rt_value escaped = rt_str_escape_non_ascii(text);
    RT_RELEASE(text);
    return escaped;
}

/* ---- truth, length, hash --------------------------------------------------------------------- */

int rt_truth_slow(rt_value v)
{
    const rt_type *type = RT_TYPE(v);
    if (type->truth) return type->truth(v);
    if (!type->length) return 1;
    int64_t length = type->length(v);
    return length < 0 ? -1 : length > 0;
}

int64_t rt_length(rt_value v)
{
    if (RT_TYPE(v)->length) return RT_TYPE(v)->length(v);
    rt_raise_format(&rt_exc_TypeError, "object of type '%T' has no len()", v);
    return -1;
}

int64_t rt_hash(rt_value v)
{
    if (RT_TYPE(v)->hash) return RT_TYPE(v)->hash(v);
    rt_raise_format(&rt_exc_TypeError, "unhashable type: '%T'", v);
    return -1;
}

/* ---- containers ------------------------------------------------------------------------------ */

static int search_iterator(rt_value container, rt_value item)
{
    const rt_type *type = RT_TYPE(container);
    if (!type->iter && !type->getitem) {
        rt_raise_format(&rt_exc_TypeError, "argument of type '%T' is not iterable", container);
        return -1;
    }
    rt_value iterator = rt_iter(container);
    if (!iterator) return -1;
    int found = 0;
    for (rt_value v; !found && (v = rt_next(iterator));) {
        found = rt_equal(v, item);
        RT_RELEASE(v);
    }
    RT_RELEASE(iterator);
    return RT_RAISED() ? -1 : found;
}

int rt_contains(rt_value container, rt_value item)
{
    const rt_type *type = RT_TYPE(container);
    return type->contains ? type->contains(container, item) : search_iterator(container, item);
}

rt_value rt_getitem(rt_value container, rt_value key)
{
    const rt_type *type = RT_TYPE(container);
    if (RT_LIKELY(type->getitem)) return type->getitem(container, key);
    return rt_raise_format(&rt_exc_TypeError, "'%T' object is not subscriptable", container);
}

bool rt_setitem(rt_value container, rt_value key, rt_value item)
{
    const rt_type *type = RT_TYPE(container);
    if (RT_LIKELY(type->setitem)) return type->setitem(container, key, item);
    rt_raise_format(&rt_exc_TypeError, "'%T' object does not support item assignment", container);
    return false;
}

/* CPython asks sequences by index, and those have words of their own. As such count all that have a
 * length, and all classes. */
static bool raise_no_deletion(rt_value container, rt_value key)
{
    const rt_type *type = RT_TYPE(container);
    bool sequence = type->flags & RT_TYPE_HEAP || type->length;
    rt_raise_format(&rt_exc_TypeError,
                    sequence && RT_TYPE(key)->index ? "'%T' object doesn't support item deletion"
                                                    : "'%T' object does not support item deletion",
                    container);
    return false;
}

bool rt_delitem(rt_value container, rt_value key)
{
    const rt_type *type = RT_TYPE(container);
    if (RT_LIKELY(type->setitem)) return type->setitem(container, key, 0);
    return raise_no_deletion(container, key);
}

/* ---- iteration ------------------------------------------------------------------------------- */

rt_value rt_iter(rt_value v)
{
    const rt_type *type = RT_TYPE(v);
    if (RT_LIKELY(type->iter)) return type->iter(v);
    bool indexed = type->getitem && !(type->flags & RT_TYPE_MAPPING) && type != &rt_type_type;
    if (indexed) return rt_sequence_iterator_new(&rt_getitem_iterator_type, v, 0);
    return rt_raise_format(&rt_exc_TypeError, "'%T' object is not iterable", v);
}

rt_value rt_next(rt_value iterator)
{
    const rt_type *type = RT_TYPE(iterator);
    if (RT_LIKELY(type->next)) return type->next(iterator);
    return rt_raise_format(&rt_exc_TypeError, "'%T' object is not an iterator", iterator);
}
