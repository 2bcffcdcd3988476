/* builtins_object.c: the builtin functions on objects, characters and classes (rows in
 * lib/builtins.def). */
#include "exc/exception.h"
#include "value/int.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- identity and hash */

rt_value rt_builtin_id(rt_value obj)
{
    return rt_int_from_u64((uint64_t)obj);
}

rt_value rt_builtin_hash(rt_value obj)
{
    int64_t hash = rt_hash(obj);
    return hash == -1 ? 0 : rt_int_new(hash);
}

rt_value rt_builtin_callable(rt_value obj)
{
    return rt_retained(RT_BOOL(RT_TYPE(obj)->call != NULL));
}

/* exit() and quit(): SystemExit with the code as given. */
rt_value rt_builtin_exit(rt_value code)
{
    return rt_raise_new(&rt_exc_SystemExit, code && code != RT_NONE, &code);
}

/* ---- attributes */

/* The attribute's name, interned; borrowed. 0 = TypeError. */
static rt_value attribute_name(rt_value name)
{
    if (rt_is_str(name)) return rt_intern_value(name);
    return rt_raise_format(&rt_exc_TypeError, "attribute name must be string, not '%T'", name);
}

rt_value rt_builtin_getattr(rt_value object, rt_value name, rt_value absent)
{
    if (!(name = attribute_name(name))) return 0;
    if (!absent) return rt_getattr(object, name);
    rt_value attribute = rt_try_getattr(object, name);
    return attribute || RT_RAISED() ? attribute : rt_retained(absent);
}

rt_value rt_builtin_hasattr(rt_value obj, rt_value name)
{
    if (!(name = attribute_name(name))) return 0;
    rt_value attribute = rt_try_getattr(obj, name);
    if (!attribute && RT_RAISED()) return 0;
    RT_RELEASE_OPT(attribute);
    return rt_retained(RT_BOOL(attribute != 0));
}

rt_value rt_builtin_setattr(rt_value obj, rt_value name, rt_value value)
{
    if (!(name = attribute_name(name))) return 0;
    return rt_setattr(obj, name, value) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_builtin_delattr(rt_value obj, rt_value name)
{
    if (!(name = attribute_name(name))) return 0;
    return rt_delattr(obj, name) ? rt_retained(RT_NONE) : 0;
}

/* ---- classes */

typedef struct class_question {
    rt_value subject; /* the instance or the class */
    rt_type *type;    /* its type, or the class itself */
    const char *hook; /* __instancecheck__ or __subclasscheck__ */
    const char *complaint;
} class_question;

static int ask_hook(const class_question *question, rt_value cls)
{
    rt_value hook = rt_special(cls, rt_intern(question->hook, strlen(question->hook)));
    if (!hook) {
        if (!RT_RAISED()) rt_raise_format(&rt_exc_TypeError, "%s", question->complaint);
        return -1;
    }
    rt_value answer = rt_call1(hook, question->subject);
    RT_RELEASE(hook);
    if (!answer) return -1;
    int truth = rt_truth(answer);
    RT_RELEASE(answer);
    return truth;
}

/* Objects that stand for others, as proxies do, may say by their own __getattribute__ that they are
 * of another class. */
static int ask_claimed_class(const class_question *question, rt_value cls)
{
    const rt_type *type = question->type;
    if (!(type->flags & RT_TYPE_HEAP) || type->getattr == rt_generic_getattr ||
        question->subject == (rt_value)type)
        return 0;
    rt_value claimed = rt_try_getattr(question->subject, RT_NAME("__class__"));
    if (!claimed) return RT_RAISED() ? -1 : 0;
    int answer = rt_is_instance_of(claimed, &rt_type_type) &&
                 rt_is_subtype((rt_type *)claimed, (rt_type *)cls);
    RT_RELEASE(claimed);
    return answer;
}

/* Classes of plain metaclass answer by their mro; others, and unions, by their hook. */
static int ask(const class_question *question, rt_value cls)
{
    rt_type *metatype = RT_TYPE(cls);
    if (metatype == &rt_type_type)
        return rt_is_subtype(question->type, (rt_type *)cls) ? 1 : ask_claimed_class(question, cls);
    if (!RT_IS_TUPLE(cls)) return ask_hook(question, cls);
    if (!RT_ENTER()) return -1;
    int answer = 0;
    for (uint32_t i = 0; answer == 0 && i < RT_TUPLE(cls)->count; i++)
        answer = ask(question, RT_TUPLE(cls)->items[i]);
    RT_LEAVE();
    return answer;
}

static rt_value bool_of(int answer)
{
    return answer < 0 ? 0 : rt_retained(RT_BOOL(answer));
}

rt_value rt_builtin_isinstance(rt_value obj, rt_value class_or_tuple)
{
    class_question question = {obj, RT_TYPE(obj), "__instancecheck__",
                               "isinstance() arg 2 must be a type, a tuple of types, or a union"};
    return bool_of(ask(&question, class_or_tuple));
}

rt_value rt_builtin_issubclass(rt_value cls, rt_value class_or_tuple)
{
    if (!rt_is_instance_of(cls, &rt_type_type))
        return rt_raise_format(&rt_exc_TypeError, "issubclass() arg 1 must be a class");
    class_question question = {
        cls, (rt_type *)cls, "__subclasscheck__",
        "issubclass() arg 2 must be a class, a tuple of classes, or a union"};
    return bool_of(ask(&question, class_or_tuple));
}

/* ---- characters and formats */

rt_value rt_builtin_chr(rt_value i)
{
    int64_t code;
    rt_value number = rt_int_index(i);
    if (!number) return 0;
    bool word = rt_int_word(number, &code) && code >= INT32_MIN && code <= INT32_MAX;
    RT_RELEASE(number);
    if (!word)
        return rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C int");
    if (code < 0 || code >= 0x110000)
        return rt_raise_format(&rt_exc_ValueError, "chr() arg not in range(0x110000)");
    return rt_str_of_code((uint32_t)code);
}

rt_value rt_builtin_ord(rt_value c)
{
    int64_t length;
    if (rt_is_str(c)) {
        if (RT_STR(c)->length == 1) return RT_INT(rt_str_code_at(c, 0));
        length = (int64_t)RT_STR(c)->length;
    } else if (rt_is_instance_of(c, &rt_bytes_type) || rt_is_instance_of(c, &rt_bytearray_type)) {
        length = rt_length(c);
        if (length == 1) return rt_getitem(c, RT_INT(0));
    } else {
        return rt_raise_format(&rt_exc_TypeError, "ord() expected string of length 1, but %T found",
                               c);
    }
    return rt_raise_format(&rt_exc_TypeError,
                           "ord() expected a character, but string of length %lld found",
                           (long long)length);
}

rt_value rt_builtin_bin(rt_value number)
{
    return rt_int_in_base(number, 2);
}

rt_value rt_builtin_oct(rt_value number)
{
    return rt_int_in_base(number, 8);
}

rt_value rt_builtin_hex(rt_value number)
{
    return rt_int_in_base(number, 16);
}

rt_value rt_builtin_format(rt_value value, rt_value format_spec)
{
    if (format_spec && !rt_is_str(format_spec))
        return rt_raise_format(&rt_exc_TypeError, "format() argument 2 must be str, not %T",
                               format_spec);
    return rt_format(value, 0, format_spec);
}
