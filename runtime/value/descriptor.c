/* descriptor.c: computed attributes of built-in types, members at fixed offsets (__slots__ and
 * the fields of exceptions), classmethod and staticmethod. Properties are in property.c. */
#include "value/descriptor.h"

#include "exc/exception.h"
#include "value/function.h"
#include "value/instance.h"
#include "value/type.h"

/* ---- getset ---------------------------------------------------------------------------------- */

typedef struct getset {
    rt_object head;
    const rt_getset_def *def;
    rt_type *owner; /* borrowed: the descriptor stands in its attributes */
} getset;
#define GETSET(v) ((getset *)(v))

rt_value rt_getset_new(rt_type *owner, const rt_getset_def *def)
{
    getset *g = (getset *)rt_object_new(&rt_getset_type, sizeof(getset));
    g->def = def;
    g->owner = owner;
    return (rt_value)g;
}

void rt_getset_enter(rt_type *type, const rt_getset_def *def)
{
    rt_value descriptor = rt_getset_new(type, def);
    rt_dict_store(type->attributes, rt_intern(def->name, strlen(def->name)), descriptor);
    RT_RELEASE(descriptor);
}

static bool fits(rt_value instance, rt_type *owner, const char *name)
{
    if (RT_LIKELY(rt_is_instance_of(instance, owner))) return true;
    rt_raise_format(&rt_exc_TypeError,
                    "descriptor '%s' for '%V' objects doesn't apply to a '%T' object", name,
                    rt_type_name(owner), instance);
    return false;
}

static rt_value getset_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    if (!instance) return rt_retained(self);
    const getset *g = GETSET(self);
    return fits(instance, g->owner, g->def->name) ? g->def->get(instance) : 0;
}

static bool getset_descr_set(rt_value self, rt_value instance, rt_value v)
{
    const getset *g = GETSET(self);
    if (!fits(instance, g->owner, g->def->name)) return false;
    if (g->def->set) return g->def->set(instance, v);
    rt_raise_format(&rt_exc_AttributeError, "attribute '%s' of '%V' objects is not writable",
                    g->def->name, rt_type_name(g->owner));
    return false;
}

static rt_value getset_repr(rt_value self)
{
    return rt_str_format("<attribute '%s' of '%V' objects>", GETSET(self)->def->name,
                         rt_type_name(GETSET(self)->owner));
}

static rt_value getset_get_name(rt_value self)
{
    return rt_str_c(GETSET(self)->def->name);
}

static const rt_getset_def getset_getsets[] = {
    {"__name__", getset_get_name, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_getset_type = {
    .head = RT_TYPE_HEAD,
    .name = "getset_descriptor",
    .size = sizeof(getset),
    .flags = RT_TYPE_FINAL,
    .repr = getset_repr,
    .descr_get = getset_descr_get,
    .descr_set = getset_descr_set,
    .getsets = getset_getsets,
};

/* ---- member ---------------------------------------------------------------------------------- */

typedef struct member {
    rt_object head;
    rt_value name;
    rt_type *owner; /* borrowed */
    uint16_t offset;
    bool none; /* unset reads as None */
} member;
#define MEMBER(v) ((member *)(v))

rt_value rt_member_new(rt_type *owner, rt_value name, uint16_t offset, bool none)
{
    member *m = (member *)rt_object_new(&rt_member_type, sizeof(member));
    m->name = rt_retained(name);
    m->owner = owner;
    m->offset = offset;
    m->none = none;
    return (rt_value)m;
}

static rt_value *member_slot(const member *m, rt_value instance)
{
    return (rt_value *)((char *)instance + m->offset);
}

static rt_value raise_unset(const member *m, rt_value instance)
{
    return rt_raise_attribute(instance, m->name);
}

static rt_value member_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    if (!instance) return rt_retained(self);
    const member *m = MEMBER(self);
    if (!fits(instance, m->owner, rt_str_text(m->name, NULL))) return 0;
    rt_value v = *member_slot(m, instance);
    if (v) return rt_retained(v);
    return m->none ? rt_retained(RT_NONE) : raise_unset(m, instance);
}

static bool member_descr_set(rt_value self, rt_value instance, rt_value v)
{
    const member *m = MEMBER(self);
    if (!fits(instance, m->owner, rt_str_text(m->name, NULL))) return false;
    rt_value *slot = member_slot(m, instance), old = *slot;
    if (!v && !old && !m->none) return raise_unset(m, instance), false;
    RT_RETAIN_OPT(v);
    *slot = v;
    RT_RELEASE_OPT(old);
    return true;
}

static rt_value member_repr(rt_value self)
{
    return rt_str_format("<member '%V' of '%V' objects>", MEMBER(self)->name,
                         rt_type_name(MEMBER(self)->owner));
}

static rt_value member_get_name(rt_value self)
{
    return rt_retained(MEMBER(self)->name);
}

static const rt_getset_def member_getsets[] = {
    {"__name__", member_get_name, NULL},
    {NULL, NULL, NULL},
};

static void member_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((member *)self)->name);
    rt_free(self, sizeof(member));
}

rt_type rt_member_type = {
    .head = RT_TYPE_HEAD,
    .name = "member_descriptor",
    .size = sizeof(member),
    .flags = RT_TYPE_FINAL,
    .dealloc = member_dealloc,
    .repr = member_repr,
    .descr_get = member_descr_get,
    .descr_set = member_descr_set,
    .getsets = member_getsets,
};

/* ---- classmethod and staticmethod ------------------------------------------------------------ */

/* Both hold one callable and take attributes of their own (functools.wraps sets some). */
typedef struct wrapper {
    rt_object head;
    rt_value function;
    rt_fields fields;
} wrapper;
#define WRAPPER(v) ((wrapper *)(v))

static rt_value wrapper_new(rt_type *type, rt_value function)
{
    wrapper *w = (wrapper *)rt_object_new(type, type->size);
    w->function = rt_retained(function);
    return (rt_value)w;
}

rt_value rt_classmethod_new(rt_value function)
{
    return wrapper_new(&rt_classmethod_type, function);
}

rt_value rt_staticmethod_new(rt_value function)
{
    return wrapper_new(&rt_staticmethod_type, function);
}

static rt_value wrapper_construct(rt_type *cls, const rt_args *args)
{
    const char *name = rt_native_base(cls)->name;
    if (args->named)
        return rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
    if (args->positional != 1)
        return rt_raise_format(&rt_exc_TypeError, "%s expected 1 argument, got %u", name,
                               args->positional);
    return wrapper_new(cls, args->values[0]);
}

static rt_value wrapper_repr(rt_value self)
{
    return rt_str_format("<%V(%R)>", rt_type_name(RT_TYPE(self)), WRAPPER(self)->function);
}

static rt_value wrapper_get_function(rt_value self)
{
    return rt_retained(WRAPPER(self)->function);
}

static rt_value wrapper_get_abstract(rt_value self)
{
    rt_value v = rt_try_getattr(WRAPPER(self)->function, RT_NAME("__isabstractmethod__"));
    return v || RT_RAISED() ? v : rt_retained(RT_FALSE);
}

static const rt_getset_def wrapper_getsets[] = {
    {"__func__", wrapper_get_function, NULL},
    {"__wrapped__", wrapper_get_function, NULL},
    {"__isabstractmethod__", wrapper_get_abstract, NULL},
    {"__dict__", rt_instance_dict, rt_instance_set_dict},
    {NULL, NULL, NULL},
};

/* Names and the like are those of the function. */
static rt_value wrapper_getattr(rt_value self, rt_value name)
{
    static const char *const copied[] = {"__name__", "__qualname__", "__doc__", "__module__",
                                         "__annotations__"};
    for (size_t i = 0; i < sizeof(copied) / sizeof(copied[0]); i++)
        if (!strcmp(rt_str_text(name, NULL), copied[i]))
            return rt_getattr(WRAPPER(self)->function, name);
    return rt_generic_getattr(self, name);
}

static void wrapper_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((wrapper *)self)->function) visit(((wrapper *)self)->function, context);
    rt_fields_traverse(&((wrapper *)self)->fields, visit, context);
}

static void wrapper_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((wrapper *)self)->function);
    rt_fields_clear(&((wrapper *)self)->fields);
    rt_free(self, self->type->size);
}

static rt_value classmethod_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    rt_value cls = (rt_value)(owner ? owner : RT_TYPE(instance)),
             function = WRAPPER(self)->function;
    if (rt_is_method_like(function)) return rt_method_new(function, cls);
    rt_type *kind = RT_TYPE(function);
    return kind->descr_get ? kind->descr_get(function, cls, RT_TYPE(cls))
                           : rt_method_new(function, cls);
}

static rt_value staticmethod_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)instance, (void)owner;
    return rt_retained(WRAPPER(self)->function);
}

static rt_value staticmethod_call(rt_value self, const rt_args *args)
{
    return rt_call_named(WRAPPER(self)->function, args);
}

rt_type rt_classmethod_type = {
    .head = RT_TYPE_HEAD,
    .name = "classmethod",
    .size = sizeof(wrapper),
    .flags = RT_TYPE_HAS_FIELDS,
    .fields_offset = offsetof(wrapper, fields),
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .construct = wrapper_construct,
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .descr_get = classmethod_descr_get,
    .getsets = wrapper_getsets,
};

rt_type rt_staticmethod_type = {
    .head = RT_TYPE_HEAD,
    .name = "staticmethod",
    .size = sizeof(wrapper),
    .flags = RT_TYPE_HAS_FIELDS,
    .fields_offset = offsetof(wrapper, fields),
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .construct = wrapper_construct,
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .call = staticmethod_call,
    .descr_get = staticmethod_descr_get,
    .getsets = wrapper_getsets,
};

rt_value rt_descriptor_function(rt_value descriptor)
{
    const rt_type *type = RT_TYPE(descriptor);
    return type == &rt_classmethod_type || type == &rt_staticmethod_type
               ? WRAPPER(descriptor)->function
               : 0;
}
