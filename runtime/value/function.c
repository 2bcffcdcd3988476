/* function.c: functions of the program and bound methods as objects. */
#include "value/function.h"

#include "exc/exception.h"
#include "value/instance.h"
#include "value/tuple.h"
#include "value/type.h"

#define FUNCTION(v) RT_FUNCTION_OBJECT(v)
#define METHOD(v) RT_METHOD_OBJECT(v)

static size_t function_size(uint32_t cells)
{
    return sizeof(rt_function) + cells * sizeof(rt_value);
}

rt_value rt_function_new(const rt_code *code, rt_value defaults, rt_value kwdefaults,
                         uint32_t cell_count, const rt_value *cells)
{
    rt_function *f = (rt_function *)rt_object_new(&rt_function_type, function_size(cell_count));
    f->code = code;
    RT_RETAIN_OPT(defaults);
    RT_RETAIN_OPT(kwdefaults);
    f->defaults = defaults;
    f->kwdefaults = kwdefaults;
    f->cell_count = cell_count;
    for (uint32_t i = 0; i < cell_count; i++) f->cells[i] = rt_retained(cells[i]);
    return (rt_value)f;
}

bool rt_function_annotate(rt_value function, rt_value annotations)
{
    FUNCTION(function)->annotations = rt_retained(annotations);
    return true;
}

rt_value rt_function_name(rt_value v)
{
    const rt_function *f = FUNCTION(v);
    return f->name ? rt_retained(f->name) : rt_str_c(f->code->name);
}

rt_value rt_function_qualname(rt_value v)
{
    const rt_function *f = FUNCTION(v);
    return f->qualname ? rt_retained(f->qualname) : rt_str_c(f->code->qualname);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static bool store(rt_value *slot, rt_value v)
{
    rt_value old = *slot;
    RT_RETAIN_OPT(v);
    *slot = v;
    RT_RELEASE_OPT(old);
    return true;
}

static bool store_str(rt_value *slot, rt_value v, const char *attribute)
{
    if (v && rt_is_instance_of(v, &rt_str_type)) return store(slot, v);
    rt_raise_format(&rt_exc_TypeError, "%s must be set to a string object", attribute);
    return false;
}

static bool set_name(rt_value self, rt_value v)
{
    return store_str(&FUNCTION(self)->name, v, "__name__");
}

static bool set_qualname(rt_value self, rt_value v)
{
    return store_str(&FUNCTION(self)->qualname, v, "__qualname__");
}

static rt_value get_doc(rt_value self)
{
    const rt_function *f = FUNCTION(self);
    if (f->doc) return rt_retained(f->doc);
    return f->code->doc ? rt_str_c(f->code->doc) : rt_retained(RT_NONE);
}

static bool set_doc(rt_value self, rt_value v)
{
    return store(&FUNCTION(self)->doc, v ? v : RT_NONE);
}

static rt_value get_module(rt_value self)
{
    const rt_function *f = FUNCTION(self);
    return f->module ? rt_retained(f->module) : rt_str_c(f->code->source->module);
}

static bool set_module(rt_value self, rt_value v)
{
    return store(&FUNCTION(self)->module, v ? v : RT_NONE);
}

static rt_value or_none(rt_value v)
{
    return rt_retained(v ? v : RT_NONE);
}

static rt_value get_defaults(rt_value self)
{
    return or_none(FUNCTION(self)->defaults);
}

static bool set_defaults(rt_value self, rt_value v)
{
    if (v && v != RT_NONE && !rt_is_instance_of(v, &rt_tuple_type)) {
        rt_raise_format(&rt_exc_TypeError, "__defaults__ must be set to a tuple object");
        return false;
    }
    return store(&FUNCTION(self)->defaults, v == RT_NONE ? 0 : v);
}

static rt_value get_kwdefaults(rt_value self)
{
    return or_none(FUNCTION(self)->kwdefaults);
}

static bool set_kwdefaults(rt_value self, rt_value v)
{
    if (v && v != RT_NONE && !rt_is_instance_of(v, &rt_dict_type)) {
        rt_raise_format(&rt_exc_TypeError, "__kwdefaults__ must be set to a dict object");
        return false;
    }
    return store(&FUNCTION(self)->kwdefaults, v == RT_NONE ? 0 : v);
}

static rt_value get_annotations(rt_value self)
{
    if (!FUNCTION(self)->annotations) FUNCTION(self)->annotations = rt_dict_new();
    return rt_retained(FUNCTION(self)->annotations);
}

static bool set_annotations(rt_value self, rt_value v)
{
    if (v && v != RT_NONE && !rt_is_instance_of(v, &rt_dict_type)) {
        rt_raise_format(&rt_exc_TypeError, "__annotations__ must be set to a dict object");
        return false;
    }
    return store(&FUNCTION(self)->annotations, v == RT_NONE ? 0 : v);
}

static rt_value get_closure(rt_value self)
{
    const rt_function *f = FUNCTION(self);
    return f->cell_count ? rt_tuple_copy(f->cell_count, f->cells) : rt_retained(RT_NONE);
}

static rt_value get_code(rt_value self)
{
    return rt_code_object(FUNCTION(self)->code);
}

static const rt_getset_def function_getsets[] = {
    {"__name__", rt_function_name, set_name},
    {"__qualname__", rt_function_qualname, set_qualname},
    {"__doc__", get_doc, set_doc},
    {"__module__", get_module, set_module},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__closure__", get_closure, NULL},
    {"__code__", get_code, NULL},
    {"__dict__", rt_instance_dict, rt_instance_set_dict},
    {NULL, NULL, NULL},
};

/* ---- the type function ----------------------------------------------------------------------- */

static rt_value function_repr(rt_value self)
{
    rt_value qualname = rt_function_qualname(self);
    rt_value text = rt_str_format("<function %V at %p>", qualname, (void *)self);
    RT_RELEASE(qualname);
    return text;
}

static rt_value function_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    return instance ? rt_method_new(self, instance) : rt_retained(self);
}

static void each_slot(rt_function *f, void (*visit)(rt_value *slot, void *context), void *context)
{
    rt_value *const slots[] = {&f->defaults, &f->kwdefaults, &f->annotations, &f->name,
                               &f->qualname, &f->doc,        &f->module};
    for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++)
        if (*slots[i]) visit(slots[i], context);
    for (uint32_t i = 0; i < f->cell_count; i++)
        if (f->cells[i]) visit(&f->cells[i], context);
}

typedef struct visiting {
    rt_visit_fn *visit;
    void *context;
} visiting;

static void visit_slot(rt_value *slot, void *context)
{
    const visiting *v = context;
    v->visit(*slot, v->context);
}

static void function_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_function *f = (rt_function *)self;
    each_slot(f, visit_slot, &(visiting){visit, context});
    rt_fields_traverse(&f->fields, visit, context);
}

static void drop_slot(rt_value *slot, void *context)
{
    (void)context;
    rt_value v = *slot;
    *slot = 0;
    RT_RELEASE(v);
}

/* The cells stay, for a cyclic function may still be called by a __del__: they get empty
 * instead. */
static void function_clear(rt_object *self)
{
    rt_function *f = (rt_function *)self;
    rt_fields_clear(&f->fields);
    store(&f->defaults, 0);
    store(&f->kwdefaults, 0);
    store(&f->annotations, 0);
}

static void function_dealloc(rt_object *self)
{
    rt_function *f = (rt_function *)self;
    each_slot(f, drop_slot, NULL);
    rt_fields_clear(&f->fields);
    rt_free(f, function_size(f->cell_count));
}

rt_type rt_function_type = {
    .head = RT_TYPE_HEAD,
    .name = "function",
    .size = sizeof(rt_function),
    .flags = RT_TYPE_FINAL | RT_TYPE_HAS_FIELDS,
    .fields_offset = offsetof(rt_function, fields),
    .dealloc = function_dealloc,
    .traverse = function_traverse,
    .clear = function_clear,
    .repr = function_repr,
    .call = rt_function_call,
    .descr_get = function_descr_get,
    .getsets = function_getsets,
};

/* ---- bound methods --------------------------------------------------------------------------- */

rt_value rt_method_new(rt_value function, rt_value self)
{
    rt_method *m = (rt_method *)rt_object_new(&rt_method_type, sizeof(rt_method));
    m->function = rt_retained(function);
    m->self = rt_retained(self);
    return (rt_value)m;
}

static rt_value method_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (args->positional != 2 || args->named)
        return rt_raise_format(&rt_exc_TypeError, "method expected 2 arguments, got %u",
                               args->positional);
    if (!RT_TYPE(args->values[0])->call)
        return rt_raise_format(&rt_exc_TypeError, "first argument must be callable");
    if (args->values[1] == RT_NONE)
        return rt_raise_format(&rt_exc_TypeError, "instance must not be None");
    return rt_method_new(args->values[0], args->values[1]);
}

static rt_value method_call(rt_value self, const rt_args *args)
{
    return rt_call_with_self(METHOD(self)->function, METHOD(self)->self, args);
}

static rt_value method_repr(rt_value self)
{
    const rt_method *m = METHOD(self);
    rt_value name = rt_try_getattr(m->function, RT_NAME("__qualname__"));
    if (!name && RT_RAISED()) return 0;
    rt_value text = name ? rt_str_format("<bound method %V of %R>", name, m->self)
                         : rt_str_format("<bound method ? of %R>", m->self);
    RT_RELEASE_OPT(name);
    return text;
}

static int64_t method_hash(rt_value self)
{
    int64_t of_function = rt_hash(METHOD(self)->function);
    int64_t hash = of_function ^ (int64_t)(METHOD(self)->self >> 4);
    return of_function == -1 ? -1 : hash == -1 ? -2 : hash;
}

static rt_value method_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_method_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    bool same = METHOD(self)->self == METHOD(other)->self;
    int equal = same ? rt_equal(METHOD(self)->function, METHOD(other)->function) : 0;
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

/* What a method does not have itself it takes from its function: __name__, __doc__, ... */
static rt_value method_getattr(rt_value self, rt_value name)
{
    if (rt_type_lookup(RT_TYPE(self), name)) return rt_generic_getattr(self, name);
    return rt_getattr(METHOD(self)->function, name);
}

static rt_value method_get_self(rt_value self)
{
    return rt_retained(METHOD(self)->self);
}

static rt_value method_get_func(rt_value self)
{
    return rt_retained(METHOD(self)->function);
}

static const rt_getset_def method_getsets[] = {
    {"__self__", method_get_self, NULL},
    {"__func__", method_get_func, NULL},
    {NULL, NULL, NULL},
};

static void method_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_method *m = (rt_method *)self;
    if (m->function) visit(m->function, context);
    if (m->self) visit(m->self, context);
}

static void method_dealloc(rt_object *self)
{
    rt_method *m = (rt_method *)self;
    RT_RELEASE_OPT(m->function);
    RT_RELEASE_OPT(m->self);
    rt_free(m, sizeof(*m));
}

rt_type rt_method_type = {
    .head = RT_TYPE_HEAD,
    .name = "method",
    .size = sizeof(rt_method),
    .flags = RT_TYPE_FINAL,
    .dealloc = method_dealloc,
    .traverse = method_traverse,
    .construct = method_construct,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .getattr = method_getattr,
    .call = method_call,
    .getsets = method_getsets,
};
