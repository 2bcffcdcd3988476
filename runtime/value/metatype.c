/* metatype.c: `type`, the type of types: calling a class, its attributes, its end. */
#include "exc/exception.h"
#include "value/class.h"
#include "value/descriptor.h"
#include "value/dict.h"
#include "value/function.h"
#include "value/generic_alias.h"
#include "value/instance.h"
#include "value/list.h"
#include "value/native.h"
#include "value/special.h"
#include "value/str.h"
#include "value/tuple.h"
#include "value/type.h"

#define TYPE(v) RT_TYPE_OF(v)

/* ---- calling a class ------------------------------------------------------------------------- */

static rt_value type_call(rt_value self, const rt_args *args)
{
    rt_type *cls = TYPE(self);
    if (RT_UNLIKELY(cls == &rt_type_type && args->positional == 1 && !args->named))
        return rt_retained((rt_value)RT_TYPE(args->values[0]));
    rt_type_ready(cls);
    if (RT_UNLIKELY(!cls->construct))
        return rt_raise_format(&rt_exc_TypeError, "cannot create '%s' instances", cls->name);
    rt_value v = cls->construct(cls, args);
    if (!v) return 0;
    rt_type *type = RT_TYPE(v);
    if (!type->init || !rt_is_subtype(type, cls) || type->init(v, args)) return v;
    RT_RELEASE(v);
    return 0;
}

/* ---- type(name, bases, dict) ----------------------------------------------------------------- */

static bool check_type_arguments(const rt_args *args)
{
    static rt_type *const wanted[] = {&rt_str_type, &rt_tuple_type, &rt_dict_type};
    if (args->positional != 3) {
        rt_raise_format(&rt_exc_TypeError, "type() takes 1 or 3 arguments");
        return false;
    }
    for (uint32_t i = 0; i < 3; i++)
        if (!rt_is_instance_of(args->values[i], wanted[i])) {
            rt_raise_format(&rt_exc_TypeError, "type.__new__() argument %u must be %s, not %T",
                            i + 1, wanted[i]->name, args->values[i]);
            return false;
        }
    return true;
}

static rt_value type_construct(rt_type *meta, const rt_args *args)
{
    if (!check_type_arguments(args)) return 0;
    rt_type *winner = rt_class_metaclass(meta, args->values[1]);
    if (!winner) return 0;
    if (winner != meta && winner->construct != type_construct)
        return winner->construct(winner, args);
    rt_args keywords = {args->values + 3, 0, args->named, args->names};
    return rt_class_new(winner, args->values[0], args->values[1], args->values[2], &keywords);
}

static bool type_init(rt_value self, const rt_args *args)
{
    (void)self;
    if (args->positional == 3) return true;
    rt_raise_format(&rt_exc_TypeError, "type.__init__() takes 1 or 3 arguments");
    return false;
}

/* ---- attribute access ------------------------------------------------------------------------ */

static rt_value type_getattr(rt_value self, rt_value name)
{
    rt_type *meta = RT_TYPE(self);
    rt_value of_meta = rt_type_lookup(meta, name);
    rt_type *kind = of_meta ? RT_TYPE(of_meta) : NULL;
    if (kind && kind->descr_get && kind->descr_set) return kind->descr_get(of_meta, self, meta);
    rt_value attribute = rt_type_lookup(TYPE(self), name);
    if (attribute) {
        rt_type *own = RT_TYPE(attribute);
        return own->descr_get ? own->descr_get(attribute, 0, TYPE(self)) : rt_retained(attribute);
    }
    if (kind) return kind->descr_get ? kind->descr_get(of_meta, self, meta) : rt_retained(of_meta);
    return rt_raise_attribute(self, name);
}

/* Special methods also stand in the slots of the class and of what derives from it. */
static void refresh(rt_type *type, bool special)
{
    rt_type_modified(type);
    if (!special) return;
    rt_class_set_slots(type);
    const rt_list *list = type->subclasses ? RT_LIST(type->subclasses) : NULL;
    for (uint32_t i = 0; list && i < list->count; i++)
        refresh(TYPE(list->items[i] & ~(rt_value)1), true);
}

static bool raise_immutable(rt_value self, rt_value name)
{
    rt_raise_format(&rt_exc_TypeError, "cannot set %R attribute of immutable type '%V'", name,
                    rt_type_name(TYPE(self)));
    return false;
}

static bool type_setattr(rt_value self, rt_value name, rt_value v)
{
    rt_type *type = TYPE(self);
    if (!(type->flags & RT_TYPE_HEAP)) return raise_immutable(self, name);
    rt_value of_meta = rt_type_lookup(RT_TYPE(self), name);
    if (of_meta && RT_TYPE(of_meta)->descr_set)
        return RT_TYPE(of_meta)->descr_set(of_meta, self, v);
    if (v) {
        if (!rt_dict_store(type->attributes, name, v)) return false;
    } else {
        if (!rt_dict_find(type->attributes, name)) return rt_raise_attribute(self, name), false;
        if (rt_dict_delete(type->attributes, name) < 0) return false;
    }
    refresh(type, rt_is_special_name(rt_str_text(name, NULL)));
    return true;
}

/* ---- computed attributes --------------------------------------------------------------------- */

static rt_value get_name(rt_value self)
{
    return rt_retained(rt_type_name(TYPE(self)));
}

static bool replace(rt_value *slot, rt_value v)
{
    rt_value old = *slot;
    *slot = rt_retained(v);
    RT_RELEASE_OPT(old);
    return true;
}

/* The names of a class can be set, those of built-in types cannot. */
static bool check_text(rt_value self, rt_value v, const char *name)
{
    if (!(TYPE(self)->flags & RT_TYPE_HEAP))
        return raise_immutable(self, rt_intern(name, strlen(name)));
    if (v && rt_is_str(v)) return true;
    if (v)
        rt_raise_format(&rt_exc_TypeError, "can only assign string to %V.%s, not '%T'",
                        rt_type_name(TYPE(self)), name, v);
    else
        rt_raise_format(&rt_exc_TypeError, "cannot delete '%s' attribute of type '%V'", name,
                        rt_type_name(TYPE(self)));
    return false;
}

static bool set_name(rt_value self, rt_value v)
{
    if (!check_text(self, v, "__name__")) return false;
    replace(&TYPE(self)->name_value, v);
    TYPE(self)->name = rt_str_text(v, NULL);
    return true;
}

static rt_value get_qualname(rt_value self)
{
    return rt_retained(TYPE(self)->qualname ? TYPE(self)->qualname : rt_type_name(TYPE(self)));
}

static bool set_qualname(rt_value self, rt_value v)
{
    return check_text(self, v, "__qualname__") && replace(&TYPE(self)->qualname, v);
}

/* Of a built-in type: what stands before the last dot of its full name. */
static rt_value get_module(rt_value self)
{
    rt_type *type = TYPE(self);
    if (type->flags & RT_TYPE_HEAP) {
        rt_value module = rt_dict_find(type->attributes, RT_NAME("__module__"));
        return module ? rt_retained(module) : rt_raise_attribute(self, RT_NAME("__module__"));
    }
    const char *dot = strrchr(type->name, '.');
    return dot ? rt_str_new(type->name, (size_t)(dot - type->name)) : rt_str_c("builtins");
}

static bool store_own(rt_value self, rt_value name, rt_value v)
{
    rt_type *type = TYPE(self);
    if (!(type->flags & RT_TYPE_HEAP)) return raise_immutable(self, name);
    bool fine =
        v ? rt_dict_store(type->attributes, name, v) : rt_dict_delete(type->attributes, name) >= 0;
    rt_type_modified(type);
    return fine;
}

static bool set_module(rt_value self, rt_value v)
{
    return store_own(self, RT_NAME("__module__"), v);
}

static rt_value get_doc(rt_value self)
{
    rt_value doc = rt_dict_find(rt_type_attributes(TYPE(self)), RT_NAME("__doc__"));
    if (!doc) return rt_retained(RT_NONE);
    rt_type *kind = RT_TYPE(doc);
    return kind->descr_get ? kind->descr_get(doc, 0, TYPE(self)) : rt_retained(doc);
}

static bool set_doc(rt_value self, rt_value v)
{
    return store_own(self, RT_NAME("__doc__"), v);
}

static rt_value get_mro(rt_value self)
{
    return rt_retained(rt_type_mro(TYPE(self)));
}

static rt_value get_bases(rt_value self)
{
    return rt_retained(rt_type_bases(TYPE(self)));
}

static rt_value get_base(rt_value self)
{
    return rt_retained(TYPE(self)->base ? (rt_value)TYPE(self)->base : RT_NONE);
}

static rt_value get_dict(rt_value self)
{
    return rt_mapping_proxy_new(rt_type_attributes(TYPE(self)));
}

static rt_value get_annotations(rt_value self)
{
    rt_type *type = TYPE(self);
    rt_value name = RT_NAME("__annotations__"), own = rt_dict_find(rt_type_attributes(type), name);
    if (own) return rt_retained(own);
    if (!(type->flags & RT_TYPE_HEAP)) return rt_raise_attribute(self, name);
    own = rt_dict_new();
    rt_dict_store(type->attributes, name, own);
    return own;
}

static bool set_annotations(rt_value self, rt_value v)
{
    return store_own(self, RT_NAME("__annotations__"), v);
}

static rt_value get_abstract(rt_value self)
{
    rt_value name = RT_NAME("__abstractmethods__");
    rt_value own =
        self == (rt_value)&rt_type_type ? 0 : rt_dict_find(rt_type_attributes(TYPE(self)), name);
    return own ? rt_retained(own) : rt_raise_attribute(self, name);
}

/* A class with abstract methods left cannot be instantiated. */
static bool set_abstract(rt_value self, rt_value v)
{
    int truth = v ? rt_truth(v) : 0;
    if (truth < 0 || !store_own(self, RT_NAME("__abstractmethods__"), v)) return false;
    if (truth)
        TYPE(self)->flags |= RT_TYPE_ABSTRACT;
    else
        TYPE(self)->flags &= ~(uint32_t)RT_TYPE_ABSTRACT;
    return true;
}

static const rt_getset_def type_getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__mro__", get_mro, NULL},
    {"__bases__", get_bases, NULL},
    {"__base__", get_base, NULL},
    {"__dict__", get_dict, NULL},
    {"__annotations__", get_annotations, set_annotations},
    {"__abstractmethods__", get_abstract, set_abstract},
    {NULL, NULL, NULL},
};

/* ---- methods --------------------------------------------------------------------------------- */

static rt_value type_mro(rt_value self)
{
    return rt_list_from(rt_type_mro(TYPE(self)));
}

static rt_value type_subclasses(rt_value self)
{
    return rt_type_subclasses(TYPE(self));
}

static rt_value type_instancecheck(rt_value self, rt_value instance)
{
    if (rt_is_instance_of(instance, TYPE(self))) return rt_retained(RT_TRUE);
    rt_value cls = rt_try_getattr(instance, RT_NAME("__class__"));
    if (!cls) return RT_RAISED() ? 0 : rt_retained(RT_FALSE);
    bool is = rt_is_instance_of(cls, &rt_type_type) && rt_is_subtype(TYPE(cls), TYPE(self));
    RT_RELEASE(cls);
    return rt_retained(RT_BOOL(is));
}

static rt_value type_subclasscheck(rt_value self, rt_value cls)
{
    if (!rt_is_instance_of(cls, &rt_type_type))
        return rt_raise_format(&rt_exc_TypeError, "issubclass() arg 1 must be a class");
    return rt_retained(RT_BOOL(rt_is_subtype(TYPE(cls), TYPE(self))));
}

static rt_value type_prepare(rt_value meta, rt_value args, rt_value kwargs)
{
    (void)meta, (void)args, (void)kwargs;
    return rt_dict_new();
}

static const rt_native_def type_methods[] = {
    {"mro", "", (void (*)(void))type_mro, 1, RT_NATIVE_METHOD},
    {"__subclasses__", "", (void (*)(void))type_subclasses, 1, RT_NATIVE_METHOD},
    {"__instancecheck__", "instance, /", (void (*)(void))type_instancecheck, 2, RT_NATIVE_METHOD},
    {"__subclasscheck__", "subclass, /", (void (*)(void))type_subclasscheck, 2, RT_NATIVE_METHOD},
    {"__prepare__", "*args, **kwargs", (void (*)(void))type_prepare, 3, RT_NATIVE_CLASS_METHOD},
    {NULL, NULL, NULL, 0, 0},
};

/* ---- text and operators ---------------------------------------------------------------------- */

static rt_value type_repr(rt_value self)
{
    rt_value name = rt_type_full_name(TYPE(self));
    rt_value text = rt_str_format("<class '%V'>", name);
    RT_RELEASE(name);
    return text;
}

/* cls[item]: __class_getitem__, or an alias of a built-in generic type. */
static rt_value type_getitem(rt_value self, rt_value item)
{
    rt_value hook = rt_try_getattr(self, RT_NAME("__class_getitem__"));
    if (hook) {
        rt_value result = rt_call1(hook, item);
        RT_RELEASE(hook);
        return result;
    }
    if (RT_RAISED()) return 0;
    if (rt_is_generic(TYPE(self))) return rt_generic_alias_new(self, item);
    return rt_raise_format(&rt_exc_TypeError, "type '%V' is not subscriptable",
                           rt_type_name(TYPE(self)));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void type_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_type *type = (const rt_type *)self;
    if (!(type->flags & RT_TYPE_HEAP)) return;
    const rt_value parts[] = {(rt_value)type->base, type->attributes, type->bases, type->mro,
                              type->field_names};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i]) visit(parts[i], context);
}

/* Only what can close a cycle: the class itself is of use until it is freed. */
static void type_clear(rt_object *self)
{
    rt_type *type = (rt_type *)self;
    rt_value attributes = type->attributes, mro = type->mro;
    type->attributes = rt_dict_new();
    type->mro = 0;
    rt_type_modified(type);
    RT_RELEASE_OPT(attributes);
    RT_RELEASE_OPT(mro);
}

static void type_dealloc(rt_object *self)
{
    rt_type *type = (rt_type *)self;
    const rt_tuple *bases = type->bases ? RT_TUPLE(type->bases) : NULL;
    for (uint32_t i = 0; bases && i < bases->count; i++)
        rt_type_remove_subclass(TYPE(bases->items[i]), type);
    const rt_value parts[] = {type->attributes, type->mro,      type->field_names,
                              type->name_value, type->qualname, type->module,
                              type->subclasses, type->bases,    (rt_value)type->base};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) RT_RELEASE_OPT(parts[i]);
    rt_free(self, self->type->size);
}

rt_type rt_type_type = {
    .head = RT_TYPE_HEAD,
    .name = "type",
    .size = sizeof(rt_class),
    .dealloc = type_dealloc,
    .traverse = type_traverse,
    .clear = type_clear,
    .construct = type_construct,
    .init = type_init,
    .repr = type_repr,
    .binary = rt_union_binary,
    .getitem = type_getitem,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .call = type_call,
    .methods = type_methods,
    .getsets = type_getsets,
};
