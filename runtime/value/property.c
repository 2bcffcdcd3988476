/* property.c: properties: attributes computed by functions of the class. */
#include "exc/exception.h"
#include "value/descriptor.h"
#include "value/instance.h"
#include "value/type.h"

typedef struct property {
    rt_object head;
    rt_value get, set, delete, doc; /* 0 = none */
    rt_value name;                  /* given by __set_name__, for messages; 0 = none */
    rt_fields fields;
} property;
#define PROPERTY(v) ((property *)(v))

static rt_value given(rt_value v)
{
    if (!v || v == RT_NONE) return 0;
    return rt_retained(v);
}

static rt_value property_of(rt_type *cls, rt_value get, rt_value set, rt_value delete, rt_value doc)
{
    property *p = (property *)rt_object_new(cls, cls->size);
    p->get = given(get);
    p->set = given(set);
    p->delete = given(delete);
    p->doc = given(doc);
    return (rt_value)p;
}

static rt_value property_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"fget", "fset", "fdel", "doc"};
    static const rt_param_list params = {names, 0, 4, 0, 0, 0};
    rt_value none = RT_NONE, out[4], packed[2], result = 0;
    rt_value defaults = rt_tuple_of(4, (rt_value[]){none, none, none, none});
    if (rt_bind("property", &params, defaults, 0, args, out, packed))
        result = property_of(cls, out[0], out[1], out[2], out[3]);
    RT_RELEASE(defaults);
    return result;
}

/* "property 'x' of 'Foo' object has no setter" */
static rt_value raise_no(const property *p, rt_value instance, const char *what)
{
    rt_value qualname = rt_getattr((rt_value)RT_TYPE(instance), RT_NAME("__qualname__"));
    if (!qualname) return 0;
    if (p->name)
        rt_raise_format(&rt_exc_AttributeError, "property %R of %R object has no %s", p->name,
                        qualname, what);
    else
        rt_raise_format(&rt_exc_AttributeError, "property of %R object has no %s", qualname, what);
    RT_RELEASE(qualname);
    return 0;
}

static rt_value property_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    if (!instance || instance == RT_NONE) return rt_retained(self);
    const property *p = PROPERTY(self);
    return p->get ? rt_call1(p->get, instance) : raise_no(p, instance, "getter");
}

static bool property_descr_set(rt_value self, rt_value instance, rt_value v)
{
    const property *p = PROPERTY(self);
    rt_value function = v ? p->set : p->delete;
    if (!function) return raise_no(p, instance, v ? "setter" : "deleter"), false;
    rt_value result = v ? rt_call2(function, instance, v) : rt_call1(function, instance);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static rt_value property_copy(rt_value self, rt_value get, rt_value set, rt_value delete)
{
    const property *p = PROPERTY(self);
    rt_type *cls = RT_TYPE(self);
    rt_value copy = property_of(cls, get ? get : p->get, set ? set : p->set,
                                delete ? delete : p->delete, p->doc);
    PROPERTY(copy)->name = given(p->name);
    return copy;
}

static rt_value property_getter(rt_value self, rt_value function)
{
    return property_copy(self, function, 0, 0);
}

static rt_value property_setter(rt_value self, rt_value function)
{
    return property_copy(self, 0, function, 0);
}

static rt_value property_deleter(rt_value self, rt_value function)
{
    return property_copy(self, 0, 0, function);
}

static rt_value property_set_name(rt_value self, rt_value owner, rt_value name)
{
    (void)owner;
    RT_RELEASE_OPT(PROPERTY(self)->name);
    PROPERTY(self)->name = rt_retained(name);
    return rt_retained(RT_NONE);
}

static const rt_native_def property_methods[] = {
    {"getter", "fget, /", (void (*)(void))property_getter, 2, 1},
    {"setter", "fset, /", (void (*)(void))property_setter, 2, 1},
    {"deleter", "fdel, /", (void (*)(void))property_deleter, 2, 1},
    {"__set_name__", "owner, name, /", (void (*)(void))property_set_name, 3, 1},
    {NULL, NULL, NULL, 0, 0},
};

static rt_value or_none(rt_value v)
{
    return rt_retained(v ? v : RT_NONE);
}

static rt_value get_fget(rt_value self)
{
    return or_none(PROPERTY(self)->get);
}

static rt_value get_fset(rt_value self)
{
    return or_none(PROPERTY(self)->set);
}

static rt_value get_fdel(rt_value self)
{
    return or_none(PROPERTY(self)->delete);
}

static rt_value get_doc(rt_value self)
{
    const property *p = PROPERTY(self);
    if (p->doc || !p->get) return or_none(p->doc);
    rt_value doc = rt_try_getattr(p->get, RT_NAME("__doc__"));
    return doc || RT_RAISED() ? doc : rt_retained(RT_NONE);
}

static bool set_doc(rt_value self, rt_value v)
{
    rt_value old = PROPERTY(self)->doc;
    PROPERTY(self)->doc = given(v);
    RT_RELEASE_OPT(old);
    return true;
}

static rt_value get_abstract(rt_value self)
{
    const property *p = PROPERTY(self);
    const rt_value functions[] = {p->get, p->set, p->delete};
    for (int i = 0; i < 3; i++) {
        rt_value mark =
            functions[i] ? rt_try_getattr(functions[i], RT_NAME("__isabstractmethod__")) : 0;
        if (!mark && RT_RAISED()) return 0;
        int truth = mark ? rt_truth(mark) : 0;
        RT_RELEASE_OPT(mark);
        if (truth) return truth < 0 ? 0 : rt_retained(RT_TRUE);
    }
    return rt_retained(RT_FALSE);
}

static const rt_getset_def property_getsets[] = {
    {"fget", get_fget, NULL},
    {"fset", get_fset, NULL},
    {"fdel", get_fdel, NULL},
    {"__doc__", get_doc, set_doc},
    {"__isabstractmethod__", get_abstract, NULL},
    {NULL, NULL, NULL},
};

static void property_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const property *p = (property *)self;
    const rt_value parts[] = {p->get, p->set, p->delete, p->doc, p->name};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i]) visit(parts[i], context);
    rt_fields_traverse(&p->fields, visit, context);
}

static void property_dealloc(rt_object *self)
{
    property *p = (property *)self;
    rt_value *const parts[] = {&p->get, &p->set, &p->delete, &p->doc, &p->name};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) RT_RELEASE_OPT(*parts[i]);
    rt_fields_clear(&p->fields);
    rt_free(self, self->type->size);
}

rt_type rt_property_type = {
    .head = RT_TYPE_HEAD,
    .name = "property",
    .size = sizeof(property),
    .flags = RT_TYPE_HAS_FIELDS,
    .fields_offset = offsetof(property, fields),
    .dealloc = property_dealloc,
    .traverse = property_traverse,
    .construct = property_construct,
    .descr_get = property_descr_get,
    .descr_set = property_descr_set,
    .methods = property_methods,
    .getsets = property_getsets,
};
