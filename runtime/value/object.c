/* object.c: what all objects have in common: the end of their life, the type `object`, and the
 * singletons None, NotImplemented and Ellipsis. */
#include "exc/exception.h"
#include "mem/collect.h"
#include "value/generic_alias.h"
#include "value/instance.h"
#include "value/native.h"
#include "value/type.h"

/* ---- the end of an object's life ------------------------------------------------------------- */

/* Freeing one object may free a chain of others, each inside the dealloc of the one before. Past
 * this depth objects wait in `deferred` until the outermost call has returned. */
#define DEALLOC_DEPTH 128

static struct {
    uint32_t depth;
    rt_object **deferred;
    size_t count, capacity;
} destruction;

static void defer(rt_object *object)
{
    if (destruction.count == destruction.capacity) {
        size_t capacity = destruction.capacity ? destruction.capacity * 2 : 64;
        destruction.deferred =
            rt_realloc(destruction.deferred, destruction.capacity * sizeof(rt_object *),
                       capacity * sizeof(rt_object *));
        destruction.capacity = capacity;
    }
    destruction.deferred[destruction.count++] = object;
}

/* Where a __del__ comes first, dealloc itself lets go of weak references after it. */
static void die_weakly(rt_object *object)
{
    if (!(object->type->flags & RT_TYPE_HAS_DEL)) rt_weak_die(object);
}

void rt_release(rt_value v)
{
    RT_RELEASE_OPT(v);
}

void rt_destroy(rt_object *object)
{
    if (object->type == &rt_float_type) { /* nothing hangs on it */
        rt_free(object, sizeof(rt_float));
        return;
    }
    if (RT_UNLIKELY(destruction.depth >= DEALLOC_DEPTH)) {
        defer(object);
        return;
    }
    if (RT_UNLIKELY(object->gc & RT_GC_WEAK)) die_weakly(object);
    destruction.depth++;
    object->type->dealloc(object);
    destruction.depth--;
    if (RT_LIKELY(destruction.count == 0) || destruction.depth > 0) return;
    while (destruction.count > 0) {
        rt_object *next = destruction.deferred[--destruction.count];
        if (next->gc & RT_GC_WEAK) die_weakly(next);
        destruction.depth++;
        next->type->dealloc(next);
        destruction.depth--;
    }
    rt_free(destruction.deferred, destruction.capacity * sizeof(rt_object *));
    destruction.deferred = NULL;
    destruction.capacity = 0;
}

/* ---- object ---------------------------------------------------------------------------------- */

static void object_dealloc(rt_object *self)
{
    rt_free(self, self->type->size);
}

static rt_value object_repr(rt_value self)
{
    rt_value name = rt_type_full_name(RT_TYPE(self));
    rt_value text = rt_str_format("<%V object at %p>", name, (void *)self);
    RT_RELEASE(name);
    return text;
}

static int64_t object_hash(rt_value self)
{
    return (int64_t)(self >> 4 | self << 60); /* addresses end in zero bits */
}

static rt_value object_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (op == RT_EQ) return self == other ? rt_retained(RT_TRUE) : rt_retained(RT_NOT_IMPLEMENTED);
    if (op != RT_NE) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value equal = RT_TYPE(self)->compare(RT_EQ, self, other);
    if (!equal || equal == RT_NOT_IMPLEMENTED) return equal;
    int truth = rt_truth(equal);
    RT_RELEASE(equal);
    return truth < 0 ? 0 : rt_retained(RT_BOOL(!truth));
}

static rt_value object_str(rt_value self)
{
    return RT_TYPE(self)->repr(self);
}

static rt_value object_format(rt_value self, rt_value spec)
{
    if (rt_str_length(spec))
        return rt_raise_format(&rt_exc_TypeError,
                               "unsupported format string passed to %T.__format__", self);
    return rt_str(self);
}

rt_value rt_instance_new(rt_value cls)
{
    rt_type *type = (rt_type *)cls;
    rt_instance *instance = rt_object_new(type, type->size);
    if (type->own_fields) instance->fields = (rt_fields){instance->own, type->own_fields, 1};
    return (rt_value)instance;
}

/* CPython's rule: surplus arguments are an error unless the other of __new__ and __init__ is the
 * program's own, which is then the one to take them. */
static rt_value object_construct(rt_type *cls, const rt_args *args)
{
    if (args->positional + args->named > 0) {
        if (cls->construct != object_construct)
            return rt_raise_format(
                &rt_exc_TypeError,
                "object.__new__() takes exactly one argument (the type to instantiate)");
        if (cls->init == rt_object_type.init)
            return rt_raise_format(&rt_exc_TypeError, "%V() takes no arguments", rt_type_name(cls));
    }
    if (RT_UNLIKELY(cls->flags & RT_TYPE_ABSTRACT)) return rt_raise_abstract(cls);
    return rt_instance_new((rt_value)cls);
}

static bool object_init(rt_value self, const rt_args *args)
{
    rt_type *cls = RT_TYPE(self);
    if (RT_LIKELY(args->positional + args->named == 0)) return true;
    if (cls->init != object_init) {
        rt_raise_format(&rt_exc_TypeError, "object.__init__() takes exactly one argument "
                                           "(the instance to initialize)");
        return false;
    }
    if (cls->construct != object_construct) return true;
    rt_raise_format(&rt_exc_TypeError,
                    "%V.__init__() takes exactly one argument "
                    "(the instance to initialize)",
                    rt_type_name(cls));
    return false;
}

static rt_value object_get_class(rt_value self)
{
    return rt_retained((rt_value)RT_TYPE(self));
}

static const rt_getset_def object_getsets[] = {
    {"__class__", object_get_class, rt_set_class},
    {NULL, NULL, NULL},
};

static rt_value object_init_subclass(rt_value cls)
{
    (void)cls;
    return rt_retained(RT_NONE);
}

static rt_value object_subclasshook(rt_value cls, rt_value other)
{
    (void)cls, (void)other;
    return rt_retained(RT_NOT_IMPLEMENTED);
}

static rt_value object_reduce_unsupported(rt_value self)
{
    return rt_raise_format(&rt_exc_TypeError, "cannot pickle '%T' object", self);
}

static const rt_native_def object_methods[] = {
    {"__dir__", "", (void (*)(void))rt_default_dir, 1, RT_NATIVE_METHOD},
    {"__reduce__", "", (void (*)(void))object_reduce_unsupported, 1, RT_NATIVE_METHOD},
    {"__init_subclass__", "", (void (*)(void))object_init_subclass, 1, RT_NATIVE_CLASS_METHOD},
    {"__subclasshook__", "object, /", (void (*)(void))object_subclasshook, 2,
     RT_NATIVE_CLASS_METHOD},
    {NULL, NULL, NULL, 0, 0},
};

rt_type rt_object_type = {
    .head = RT_TYPE_HEAD,
    .name = "object",
    .size = sizeof(rt_object),
    .dealloc = object_dealloc,
    .construct = object_construct,
    .init = object_init,
    .repr = object_repr,
    .str = object_str,
    .format = object_format,
    .hash = object_hash,
    .compare = object_compare,
    .getattr = rt_generic_getattr,
    .setattr = rt_generic_setattr,
    .methods = object_methods,
    .getsets = object_getsets,
};

/* ---- None, NotImplemented, Ellipsis ---------------------------------------------------------- */

static void immortal_dealloc(rt_object *self)
{
    self->refs = RT_IMMORTAL; /* a count that wrapped around: start anew */
}

/* The only instance of a type; calling the type gives it again. */
static rt_value construct_singleton(rt_type *cls, const rt_args *args, rt_value instance)
{
    if (args->positional + args->named > 0)
        return rt_raise_format(&rt_exc_TypeError, "%s takes no arguments", cls->name);
    return rt_retained(instance);
}

static rt_value none_construct(rt_type *cls, const rt_args *args)
{
    return construct_singleton(cls, args, RT_NONE);
}

static rt_value none_repr(rt_value self)
{
    (void)self;
    return rt_str_c("None");
}

static int none_truth(rt_value self)
{
    (void)self;
    return 0;
}

rt_type rt_none_type = {
    .head = RT_TYPE_HEAD,
    .name = "NoneType",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .dealloc = immortal_dealloc,
    .construct = none_construct,
    .repr = none_repr,
    .truth = none_truth,
    .binary = rt_union_binary, /* None | int is a type */
};

static rt_value not_implemented_construct(rt_type *cls, const rt_args *args)
{
    return construct_singleton(cls, args, RT_NOT_IMPLEMENTED);
}

static rt_value not_implemented_repr(rt_value self)
{
    (void)self;
    return rt_str_c("NotImplemented");
}

rt_type rt_not_implemented_type = {
    .head = RT_TYPE_HEAD,
    .name = "NotImplementedType",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .dealloc = immortal_dealloc,
    .construct = not_implemented_construct,
    .repr = not_implemented_repr,
};

static rt_value ellipsis_construct(rt_type *cls, const rt_args *args)
{
    return construct_singleton(cls, args, RT_ELLIPSIS);
}

static rt_value ellipsis_repr(rt_value self)
{
    (void)self;
    return rt_str_c("Ellipsis");
}

rt_type rt_ellipsis_type = {
    .head = RT_TYPE_HEAD,
    .name = "ellipsis",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .dealloc = immortal_dealloc,
    .construct = ellipsis_construct,
    .repr = ellipsis_repr,
};

rt_object rt_none_object = {RT_IMMORTAL, 0, &rt_none_type};
rt_object rt_not_implemented_object = {RT_IMMORTAL, 0, &rt_not_implemented_type};
rt_object rt_ellipsis_object = {RT_IMMORTAL, 0, &rt_ellipsis_type};
