/* super.c: super() and super(cls, self): method lookup past a class. */
#include "value/super.h"

#include "exc/exception.h"
#include "value/tuple.h"
#include "value/type.h"

typedef struct rt_super_object {
    rt_object head;
    rt_type *cls;        /* the search begins behind it */
    rt_value self;       /* 0 = unbound */
    rt_type *self_class; /* whose mro is searched */
} rt_super_object;
#define SUPER(v) ((rt_super_object *)(v))

static bool is_class(rt_value v)
{
    return rt_is_instance_of(v, &rt_type_type);
}

rt_value rt_super(rt_value cls, rt_value self)
{
    rt_type *self_class = NULL;
    if (is_class(self) && rt_is_subtype(RT_TYPE_OF(self), RT_TYPE_OF(cls)))
        self_class = RT_TYPE_OF(self);
    else if (rt_is_instance_of(self, RT_TYPE_OF(cls)))
        self_class = RT_TYPE(self);
    if (!self_class)
        return rt_raise_format(&rt_exc_TypeError,
                               "super(type, obj): obj must be an instance or subtype of type");
    rt_super_object *super =
        (rt_super_object *)rt_object_new(&rt_super_type, sizeof(rt_super_object));
    super->cls = RT_TYPE_OF(rt_retained(cls));
    super->self = rt_retained(self);
    super->self_class = RT_TYPE_OF(rt_retained((rt_value)self_class));
    return (rt_value)super;
}

static rt_value super_construct(rt_type *type, const rt_args *args)
{
    (void)type;
    if (args->named)
        return rt_raise_format(&rt_exc_TypeError, "super() takes no keyword arguments");
    if (args->positional == 0)
        return rt_raise_format(&rt_exc_RuntimeError, "super(): no arguments");
    if (args->positional > 2)
        return rt_raise_format(&rt_exc_TypeError, "super() expected at most 2 arguments, got %u",
                               args->positional);
    if (!is_class(args->values[0]))
        return rt_raise_format(&rt_exc_TypeError, "super() argument 1 must be a type, not %T",
                               args->values[0]);
    if (args->positional == 2 && args->values[1] != RT_NONE)
        return rt_super(args->values[0], args->values[1]);
    rt_super_object *super =
        (rt_super_object *)rt_object_new(&rt_super_type, sizeof(rt_super_object));
    super->cls = RT_TYPE_OF(rt_retained(args->values[0]));
    return (rt_value)super;
}

rt_value rt_super_find(rt_value super, rt_value name, rt_value *self)
{
    const rt_super_object *s = SUPER(super);
    /* super(C, C): found in the class, hence bound to nothing */
    *self = s->self && s->self == (rt_value)s->self_class ? 0 : s->self;
    if (!s->self_class || name == RT_NAME("__class__")) return 0;
    const rt_tuple *mro = RT_TUPLE(rt_type_mro(s->self_class));
    uint32_t i = 0;
    while (i < mro->count && mro->items[i] != (rt_value)s->cls) i++;
    for (i++; i < mro->count; i++) {
        rt_value attribute = rt_dict_find(rt_type_attributes(RT_TYPE_OF(mro->items[i])), name);
        if (attribute) return attribute;
    }
    return 0;
}

static rt_value super_getattr(rt_value self, rt_value name)
{
    rt_value bound_to, attribute = rt_super_find(self, name, &bound_to);
    if (!attribute) return rt_generic_getattr(self, name);
    rt_type *type = RT_TYPE(attribute);
    return type->descr_get ? type->descr_get(attribute, bound_to, SUPER(self)->self_class)
                           : rt_retained(attribute);
}

static rt_value super_repr(rt_value self)
{
    const rt_super_object *s = SUPER(self);
    if (!s->self_class) return rt_str_format("<super: <class '%V'>, NULL>", rt_type_name(s->cls));
    return rt_str_format("<super: <class '%V'>, <%V object>>", rt_type_name(s->cls),
                         rt_type_name(s->self_class));
}

static rt_value get_thisclass(rt_value self)
{
    return rt_retained((rt_value)SUPER(self)->cls);
}

static rt_value get_self(rt_value self)
{
    return rt_retained(SUPER(self)->self ? SUPER(self)->self : RT_NONE);
}

static const rt_getset_def super_getsets[] = {
    {"__thisclass__", get_thisclass, NULL},
    {"__self__", get_self, NULL},
    {NULL, NULL, NULL},
};

static void super_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_super_object *s = (rt_super_object *)self;
    if (s->cls) visit((rt_value)s->cls, context);
    if (s->self) visit(s->self, context);
    if (s->self_class) visit((rt_value)s->self_class, context);
}

static void super_dealloc(rt_object *self)
{
    rt_super_object *s = (rt_super_object *)self;
    RT_RELEASE_OPT((rt_value)s->cls);
    RT_RELEASE_OPT(s->self);
    RT_RELEASE_OPT((rt_value)s->self_class);
    rt_free(self, self->type->size);
}

rt_type rt_super_type = {
    .head = RT_TYPE_HEAD,
    .name = "super",
    .size = sizeof(rt_super_object),
    .dealloc = super_dealloc,
    .traverse = super_traverse,
    .construct = super_construct,
    .repr = super_repr,
    .getattr = super_getattr,
    .getsets = super_getsets,
};
