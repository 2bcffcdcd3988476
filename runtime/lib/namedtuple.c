/* namedtuple.c: the parts of collections.namedtuple that are called often: the __new__ of such a
 * class, and the attributes that stand for its items. */
#include "value/tuple.h"

extern rt_type rt_named_field_type, rt_named_maker_type;

/* ---- an attribute that is an item */

typedef struct named_field {
    rt_object head;
    rt_value doc;
    uint32_t index;
} named_field;

rt_value rt_named_field(rt_value index, rt_value doc)
{
    int64_t place;
    if (!rt_to_i64(index, &place)) return 0;
    named_field *field = rt_object_new(&rt_named_field_type, sizeof *field);
    field->index = (uint32_t)place;
    field->doc = rt_retained(doc);
    return (rt_value)field;
}

static rt_value field_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    if (!instance) return rt_retained(self);
    uint32_t index = ((named_field *)self)->index;
    if (!RT_IS_TUPLE(instance))
        return rt_raise_format(&rt_exc_TypeError,
                               "descriptor for index '%u' for tuple subclasses "
                               "doesn't apply to '%T' object",
                               index, instance);
    if (index >= RT_TUPLE(instance)->count)
        return rt_raise_format(&rt_exc_IndexError, "tuple index out of range");
    return rt_tuple_item(instance, index);
}

static bool field_set(rt_value self, rt_value instance, rt_value v)
{
    (void)self;
    (void)instance;
    return rt_raise_format(&rt_exc_AttributeError,
                           v ? "can't set attribute" : "can't delete attribute");
}

static rt_value field_repr(rt_value self)
{
    named_field *field = (named_field *)self;
    return rt_str_format("_tuplegetter(%u, %R)", field->index, field->doc);
}

static rt_value field_doc(rt_value self)
{
    return rt_retained(((named_field *)self)->doc);
}

static bool field_set_doc(rt_value self, rt_value doc)
{
    rt_value old = ((named_field *)self)->doc;
    ((named_field *)self)->doc = rt_retained(doc ? doc : RT_NONE);
    RT_RELEASE(old);
    return true;
}

static void field_dealloc(rt_object *self)
{
    RT_RELEASE(((named_field *)self)->doc);
    rt_free(self, sizeof(named_field));
}

static const rt_getset_def field_getsets[] = {{"__doc__", field_doc, field_set_doc}, {0}};

rt_type rt_named_field_type = {
    .head = RT_TYPE_HEAD,
    .name = "_collections._tuplegetter",
    .size = sizeof(named_field),
    .base = &rt_object_type,
    .dealloc = field_dealloc,
    .repr = field_repr,
    .descr_get = field_get,
    .descr_set = field_set,
    .getsets = field_getsets,
};

/* ---- __new__ */

typedef struct named_maker {
    rt_object head;
    rt_value callee;    /* "Point.__new__", as messages name it */
    rt_value fields;    /* a tuple of strs, which `names` point into */
    rt_value defaults;  /* a tuple */
    const char **names; /* "_cls", then the fields */
} named_maker;

/* typename: a str; fields: a tuple of strs; defaults: a tuple for the last of them. */
rt_value rt_named_maker(rt_value typename_, rt_value fields, rt_value defaults)
{
    uint32_t count = RT_TUPLE(fields)->count;
    named_maker *maker = rt_object_new(&rt_named_maker_type, sizeof *maker);
    maker->fields = rt_retained(fields);
    maker->defaults = rt_retained(defaults);
    maker->callee = rt_str_format("%V.__new__", typename_);
    maker->names = rt_alloc((count + 1) * sizeof *maker->names);
    maker->names[0] = "_cls";
    for (uint32_t i = 0; i < count; i++)
        maker->names[i + 1] = rt_str_text(RT_TUPLE(fields)->items[i], &(size_t){0});
    return (rt_value)maker;
}

static rt_value maker_call(rt_value self, const rt_args *args)
{
    named_maker *maker = (named_maker *)self;
    uint32_t count = RT_TUPLE(maker->fields)->count + 1;
    rt_param_list params = {.names = maker->names, .positional = (uint16_t)count};
    rt_value packed[2], *given = rt_alloc(count * sizeof *given), made = 0;
    const char *callee = rt_str_text(maker->callee, &(size_t){0});
    if (rt_bind(callee, &params, maker->defaults, 0, args, given, packed)) {
        if (rt_is_instance_of(given[0], &rt_type_type) &&
            rt_is_subtype((rt_type *)given[0], &rt_tuple_type))
            made = rt_tuple_of_class((rt_type *)given[0], count - 1, given + 1);
        else
            rt_raise_format(&rt_exc_TypeError, "tuple.__new__(X): X is not a type object (%T)",
                            given[0]);
    }
    rt_free(given, count * sizeof *given);
    return made;
}

static rt_value maker_defaults(rt_value self)
{
    return rt_retained(((named_maker *)self)->defaults);
}

static rt_value maker_repr(rt_value self)
{
    return rt_str_format("<function %V at %p>", ((named_maker *)self)->callee, (void *)self);
}

static void maker_dealloc(rt_object *self)
{
    named_maker *maker = (named_maker *)self;
    rt_free(maker->names, (RT_TUPLE(maker->fields)->count + 1) * sizeof *maker->names);
    RT_RELEASE(maker->callee);
    RT_RELEASE(maker->fields);
    RT_RELEASE(maker->defaults);
    rt_free(maker, sizeof *maker);
}

static const rt_getset_def maker_getsets[] = {{"__defaults__", maker_defaults, NULL}, {0}};

rt_type rt_named_maker_type = {
    .head = RT_TYPE_HEAD,
    .name = "function",
    .size = sizeof(named_maker),
    .base = &rt_object_type,
    .dealloc = maker_dealloc,
    .repr = maker_repr,
    .call = maker_call,
    .getsets = maker_getsets,
};
