/* special.c: the slots of built-in types as methods: `int.__add__`, `super().__init__(...)`,
 * `x.__len__()`.
 *
 * The attributes of a built-in type get one wrapper for each special method whose slot the type
 * fills itself. Calling it goes to the slot of exactly that type, so that a subclass that
 * overrides a method can still call the one it overrides. */
#include "value/special.h"

#include "exc/exception.h"
#include "value/function.h"
#include "value/str.h"
#include "value/trampoline.h"
#include "value/type.h"

/* ---- wrappers -------------------------------------------------------------------------------- */

#define WRAP(kind)                                                                                 \
    static rt_value wrap_##kind(RT_UNUSED const rt_type *owner,                                    \
                                RT_UNUSED const rt_special_row *row, rt_value self,                \
                                RT_UNUSED const rt_args *args)
#define ARG(i) (args->values[i])

static rt_value none_if(bool fine)
{
    return fine ? rt_retained(RT_NONE) : 0;
}

static rt_value bool_if(int truth)
{
    return truth < 0 ? 0 : rt_retained(RT_BOOL(truth));
}

WRAP(init)
{
    return none_if(owner->init(self, args));
}

WRAP(call)
{
    return owner->call(self, args);
}

WRAP(repr)
{
    return owner->repr(self);
}

WRAP(str)
{
    return owner->str(self);
}

WRAP(format)
{
    return rt_check_str(ARG(0), "__format__() argument") ? owner->format(self, ARG(0)) : 0;
}

WRAP(hash)
{
    int64_t hash = owner->hash(self);
    return hash == -1 && RT_RAISED() ? 0 : rt_int_new(hash);
}

WRAP(truth)
{
    return bool_if(owner->truth(self));
}

WRAP(index)
{
    return owner->index(self);
}

WRAP(to_int)
{
    return owner->to_int(self);
}

WRAP(to_float)
{
    return owner->to_float(self);
}

WRAP(length)
{
    int64_t length = owner->length(self);
    return length < 0 ? 0 : rt_int_new(length);
}

WRAP(getitem)
{
    return owner->getitem(self, ARG(0));
}

WRAP(setitem)
{
    return none_if(owner->setitem(self, ARG(0), ARG(1)));
}

WRAP(delitem)
{
    return none_if(owner->setitem(self, ARG(0), 0));
}

WRAP(contains)
{
    return bool_if(owner->contains(self, ARG(0)));
}

WRAP(iter)
{
    return owner->iter(self);
}

WRAP(next)
{
    rt_value v = owner->next(self);
    return v || RT_RAISED() ? v : rt_raise_stop(0);
}

WRAP(reversed)
{
    return owner->reversed(self);
}

WRAP(getattr)
{
    return rt_check_str(ARG(0), "attribute name") ? owner->getattr(self, rt_intern_value(ARG(0)))
                                                  : 0;
}

WRAP(setattr)
{
    return rt_check_str(ARG(0), "attribute name")
               ? none_if(owner->setattr(self, rt_intern_value(ARG(0)), ARG(1)))
               : 0;
}

WRAP(delattr)
{
    return rt_check_str(ARG(0), "attribute name")
               ? none_if(owner->setattr(self, rt_intern_value(ARG(0)), 0))
               : 0;
}

/* Called with an instance or None, and the class or None. */
WRAP(descr_get)
{
    rt_value instance = ARG(0) == RT_NONE ? 0 : ARG(0);
    rt_value cls = args->positional > 1 && ARG(1) != RT_NONE ? ARG(1) : 0;
    if (!instance && !cls)
        return rt_raise_format(&rt_exc_TypeError, "__get__(None, None) is invalid");
    return owner->descr_get(self, instance, cls ? RT_TYPE_OF(cls) : RT_TYPE(instance));
}

WRAP(descr_set)
{
    return none_if(owner->descr_set(self, ARG(0), ARG(1)));
}

WRAP(descr_delete)
{
    return none_if(owner->descr_set(self, ARG(0), 0));
}

WRAP(await)
{
    return owner->await(self);
}

WRAP(aiter)
{
    return owner->aiter(self);
}

WRAP(anext)
{
    return owner->anext(self);
}

WRAP(binary)
{
    return owner->binary((rt_binary_op)row->code, self, ARG(0));
}

WRAP(reflected)
{
    return owner->binary((rt_binary_op)row->code, ARG(0), self);
}

WRAP(inplace)
{
    return owner->inplace((rt_binary_op)row->code, self, ARG(0));
}

WRAP(unary)
{
    return owner->unary((rt_unary_op)row->code, self);
}

WRAP(compare)
{
    return owner->compare((rt_compare_op)row->code, self, ARG(0));
}

#define wrap_none NULL

const rt_special_row rt_special_rows[] = {
#define RT_SPECIAL(name, slot, kind, code, count)                                                  \
    {name, offsetof(rt_type, slot), code, count, wrap_##kind, (void (*)(void))rt_trampoline_##slot},
#include "value/special.def"
#undef RT_SPECIAL
    {NULL, 0, 0, 0, NULL, NULL},
};

bool rt_is_special_name(const char *name)
{
    for (const rt_special_row *row = rt_special_rows; row->name; row++)
        if (!strcmp(row->name, name)) return true;
    return !strcmp(name, "__new__");
}

/* ---- which methods a built-in type has ------------------------------------------------------- */

#define OPS(op) (1u << (op))

/* The binary operators that a built-in type knows: its one slot for all of them does not say. */
static uint32_t known_operators(const rt_type *type)
{
    uint32_t bits = OPS(RT_AND) | OPS(RT_OR) | OPS(RT_XOR);
    if (type->length && type->getitem && !(type->flags & RT_TYPE_MAPPING))
        return OPS(RT_ADD) | OPS(RT_MUL) |
               (type == &rt_str_type || type == &rt_bytes_type ? OPS(RT_MOD) : 0);
    if (type->flags & RT_TYPE_MAPPING || type == &rt_type_type) return OPS(RT_OR);
    if (type->length) return bits | OPS(RT_SUB);
    uint32_t numeric = (1u << 13) - 1 - OPS(RT_MATMUL);
    return type->index ? numeric : numeric & ~(bits | OPS(RT_LSHIFT) | OPS(RT_RSHIFT));
}

static bool fills_itself(const rt_type *type, const rt_special_row *row)
{
    void *slot = *(void **)((char *)type + row->slot);
    if (!slot || !row->wrap || (type->base && slot == *(void **)((char *)type->base + row->slot)))
        return false;
    bool operator= row->slot == offsetof(rt_type, binary) ||
        row->slot == offsetof(rt_type, inplace);
    if (!operator) return true;
    if (row->wrap == wrap_reflected && type->length && row->code == RT_ADD) return false;
    return known_operators(type) >> row->code & 1;
}

static void enter(rt_type *type, rt_type *kind, const rt_special_row *row, const char *name)
{
    rt_slot_wrapper *w = (rt_slot_wrapper *)rt_object_new(kind, sizeof(rt_slot_wrapper));
    w->row = row;
    w->owner = type;
    rt_dict_store(type->attributes, rt_intern(name, strlen(name)), (rt_value)w);
    RT_RELEASE((rt_value)w);
}

void rt_special_enter(rt_type *type)
{
    for (const rt_special_row *row = rt_special_rows; row->name; row++)
        if (fills_itself(type, row)) enter(type, &rt_slot_wrapper_type, row, row->name);
    if (!type->hash) rt_dict_store(type->attributes, RT_NAME("__hash__"), RT_NONE);
    bool constructs = type->construct && (!type->base || type->construct != type->base->construct);
    if (constructs) enter(type, &rt_constructor_type, NULL, "__new__");
}

/* ---- the slot wrapper as an object ----------------------------------------------------------- */

static rt_value wrapper_apply(rt_value wrapper, rt_value self, const rt_args *args)
{
    const rt_slot_wrapper *w = RT_SLOT_WRAPPER(wrapper);
    if (w->row->count >= 0) {
        if (args->named)
            return rt_raise_format(&rt_exc_TypeError, "wrapper %s() takes no keyword arguments",
                                   w->row->name);
        bool fits = args->positional == (uint32_t)w->row->count ||
                    (w->row->wrap == wrap_descr_get && args->positional == 1);
        if (!fits)
            return rt_raise_format(&rt_exc_TypeError, "expected %d argument%s, got %u",
                                   w->row->count, w->row->count == 1 ? "" : "s", args->positional);
    }
    return w->row->wrap(w->owner, w->row, self, args);
}

static rt_value wrapper_call(rt_value self, const rt_args *args)
{
    const rt_slot_wrapper *w = RT_SLOT_WRAPPER(self);
    if (!args->positional)
        return rt_raise_format(&rt_exc_TypeError,
                               "descriptor '%s' of '%V' object needs an argument", w->row->name,
                               rt_type_name(w->owner));
    if (!rt_is_instance_of(ARG(0), w->owner))
        return rt_raise_format(&rt_exc_TypeError,
                               "descriptor '%s' requires a '%V' object but received a '%T'",
                               w->row->name, rt_type_name(w->owner), ARG(0));
    return wrapper_apply(
        self, ARG(0), &(rt_args){args->values + 1, args->positional - 1, args->named, args->names});
}

static rt_value wrapper_repr(rt_value self)
{
    return rt_str_format("<slot wrapper '%s' of '%V' objects>", RT_SLOT_WRAPPER(self)->row->name,
                         rt_type_name(RT_SLOT_WRAPPER(self)->owner));
}

static rt_value wrapper_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    if (!instance) return rt_retained(self);
    rt_method *m = (rt_method *)rt_object_new(&rt_method_wrapper_type, sizeof(rt_method));
    m->function = rt_retained(self);
    m->self = rt_retained(instance);
    return (rt_value)m;
}

static rt_value wrapper_name(rt_value self)
{
    return rt_str_c(RT_SLOT_WRAPPER(self)->row->name);
}

static rt_value wrapper_qualname(rt_value self)
{
    return rt_str_format("%V.%s", rt_type_name(RT_SLOT_WRAPPER(self)->owner),
                         RT_SLOT_WRAPPER(self)->row->name);
}

static rt_value wrapper_objclass(rt_value self)
{
    return rt_retained((rt_value)RT_SLOT_WRAPPER(self)->owner);
}

static const rt_getset_def wrapper_getsets[] = {
    {"__name__", wrapper_name, NULL},
    {"__qualname__", wrapper_qualname, NULL},
    {"__objclass__", wrapper_objclass, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_slot_wrapper_type = {
    .head = RT_TYPE_HEAD,
    .name = "wrapper_descriptor",
    .size = sizeof(rt_slot_wrapper),
    .flags = RT_TYPE_FINAL,
    .repr = wrapper_repr,
    .call = wrapper_call,
    .descr_get = wrapper_descr_get,
    .getsets = wrapper_getsets,
};

/* ---- bound to an instance -------------------------------------------------------------------- */

static rt_value bound_call(rt_value self, const rt_args *args)
{
    const rt_method *m = RT_METHOD_OBJECT(self);
    return wrapper_apply(m->function, m->self, args);
}

static rt_value bound_repr(rt_value self)
{
    const rt_method *m = RT_METHOD_OBJECT(self);
    return rt_str_format("<method-wrapper '%s' of %T object at %p>",
                         RT_SLOT_WRAPPER(m->function)->row->name, m->self, (void *)m->self);
}

static rt_value bound_name(rt_value self)
{
    return wrapper_name(RT_METHOD_OBJECT(self)->function);
}

static rt_value bound_self(rt_value self)
{
    return rt_retained(RT_METHOD_OBJECT(self)->self);
}

static const rt_getset_def bound_getsets[] = {
    {"__name__", bound_name, NULL},
    {"__self__", bound_self, NULL},
    {NULL, NULL, NULL},
};

static void bound_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_method *m = (const rt_method *)self;
    if (m->function) visit(m->function, context);
    if (m->self) visit(m->self, context);
}

static void bound_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_method *)self)->function);
    RT_RELEASE_OPT(((rt_method *)self)->self);
    rt_free(self, sizeof(rt_method));
}

rt_type rt_method_wrapper_type = {
    .head = RT_TYPE_HEAD,
    .name = "method-wrapper",
    .size = sizeof(rt_method),
    .flags = RT_TYPE_FINAL,
    .dealloc = bound_dealloc,
    .traverse = bound_traverse,
    .repr = bound_repr,
    .call = bound_call,
    .getsets = bound_getsets,
};

/* ---- __new__ of a built-in type: never bound, its first argument is the class ---------------- */

static bool check_new(rt_type *owner, const rt_args *args)
{
    rt_value name = rt_type_name(owner);
    if (!args->positional)
        rt_raise_format(&rt_exc_TypeError, "%V.__new__(): not enough arguments", name);
    else if (!rt_is_instance_of(ARG(0), &rt_type_type))
        rt_raise_format(&rt_exc_TypeError, "%V.__new__(X): X is not a type object (%T)", name,
                        ARG(0));
    else if (!rt_is_subtype(RT_TYPE_OF(ARG(0)), owner))
        rt_raise_format(&rt_exc_TypeError, "%V.__new__(%V): %V is not a subtype of %V", name,
                        rt_type_name(RT_TYPE_OF(ARG(0))), rt_type_name(RT_TYPE_OF(ARG(0))), name);
    else if (rt_native_base(RT_TYPE_OF(ARG(0)))->construct != owner->construct)
        rt_raise_format(&rt_exc_TypeError, "%V.__new__(%V) is not safe, use %V.__new__()", name,
                        rt_type_name(RT_TYPE_OF(ARG(0))),
                        rt_type_name(rt_native_base(RT_TYPE_OF(ARG(0)))));
    else
        return true;
    return false;
}

static rt_value constructor_call(rt_value self, const rt_args *args)
{
    rt_type *owner = RT_SLOT_WRAPPER(self)->owner;
    if (!check_new(owner, args)) return 0;
    return owner->construct(RT_TYPE_OF(ARG(0)), &(rt_args){args->values + 1, args->positional - 1,
                                                           args->named, args->names});
}

static rt_value constructor_repr(rt_value self)
{
    return rt_str_format("<built-in method __new__ of type object at %p>",
                         (void *)RT_SLOT_WRAPPER(self)->owner);
}

static rt_value constructor_name(rt_value self)
{
    (void)self;
    return rt_str_c("__new__");
}

static const rt_getset_def constructor_getsets[] = {
    {"__name__", constructor_name, NULL},
    {"__self__", wrapper_objclass, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_constructor_type = {
    .head = RT_TYPE_HEAD,
    .name = "builtin_function_or_method",
    .size = sizeof(rt_slot_wrapper),
    .flags = RT_TYPE_FINAL,
    .repr = constructor_repr,
    .call = constructor_call,
    .getsets = constructor_getsets,
};
