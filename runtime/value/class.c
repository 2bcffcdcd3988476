/* class.c: classes of the program: from a namespace and bases to a type.
 *
 * In: what the class statement says (rt_class_begin, rt_class_end) or type(name, bases, dict) is
 * called with. Out: an rt_class with its layout, mro, slots and attributes, after __set_name__ of
 * its attributes and __init_subclass__ of its bases were called. */
#include "value/class.h"

#include "exc/exception.h"
#include "value/descriptor.h"
#include "value/dict.h"
#include "value/function.h"
#include "value/instance.h"
#include "value/list.h"
#include "value/special.h"
#include "value/str.h"
#include "value/trampoline.h"
#include "value/tuple.h"
#include "value/type.h"

/* ---- bases ----------------------------------------------------------------------------------- */

rt_type *rt_class_metaclass(rt_type *meta, rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    for (uint32_t i = 0; i < tuple->count; i++) {
        rt_type *of_base = RT_TYPE(tuple->items[i]);
        if (rt_is_subtype(meta, of_base)) continue;
        if (!rt_is_subtype(of_base, meta)) {
            rt_raise_format(&rt_exc_TypeError,
                            "metaclass conflict: the metaclass of a derived class must be a "
                            "(non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        meta = of_base;
    }
    return meta;
}

/* The type along the bases that last added something to the layout that code relies on. */
static rt_type *solid_base(rt_type *type)
{
    while (type->base) {
        bool adds = type->flags & RT_TYPE_HEAP ? ((rt_class *)type)->member_count > 0
                                               : type->size != type->base->size;
        if (adds) break;
        type = type->base;
    }
    return type;
}

/* The base whose layout the class extends. */
static rt_type *best_base(rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    rt_type *winner = NULL;
    for (uint32_t i = 0; i < tuple->count; i++) {
        rt_type *base = RT_TYPE_OF(tuple->items[i]);
        if (base->flags & RT_TYPE_FINAL) {
            rt_raise_format(&rt_exc_TypeError, "type '%V' is not an acceptable base type",
                            rt_type_name(base));
            return NULL;
        }
        if (!winner || (solid_base(base) != solid_base(winner) &&
                        rt_is_subtype(solid_base(base), solid_base(winner)))) {
            winner = base;
        } else if (!rt_is_subtype(solid_base(winner), solid_base(base))) {
            rt_raise_format(&rt_exc_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return winner ? winner : &rt_object_type;
}

static bool check_bases(rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    for (uint32_t i = 0; i < tuple->count; i++) {
        if (!rt_is_instance_of(tuple->items[i], &rt_type_type)) {
            rt_raise_format(&rt_exc_TypeError, "bases must be types");
            return false;
        }
        for (uint32_t j = 0; j < i; j++)
            if (tuple->items[j] == tuple->items[i]) {
                rt_raise_format(&rt_exc_TypeError, "duplicate base class %V",
                                rt_type_name(RT_TYPE_OF(tuple->items[i])));
                return false;
            }
    }
    return true;
}

/* ---- layout ---------------------------------------------------------------------------------- */

/* The __slots__ of a class body as an owned tuple; 0 with nothing pending = none declared. */
static rt_value declared_slots(rt_value namespace_)
{
    rt_value slots = rt_dict_find(namespace_, RT_NAME("__slots__"));
    if (!slots) return 0;
    if (rt_is_str(slots)) return rt_tuple_of(1, (rt_value[]){rt_retained(slots)});
    return rt_tuple_from(slots);
}

static bool check_slot(rt_value name, rt_value namespace_)
{
    if (!rt_is_str(name)) {
        rt_raise_format(&rt_exc_TypeError, "__slots__ items must be strings, not '%T'", name);
        return false;
    }
    if (!rt_dict_find(namespace_, name)) return true;
    rt_raise_format(&rt_exc_ValueError, "%R in __slots__ conflicts with class variable", name);
    return false;
}

/* "__x" in class C is stored as "_C__x". */
static rt_value mangled(const rt_type *type, rt_value name)
{
    size_t size;
    const char *text = rt_str_text(name, &size), *cls = type->name;
    while (*cls == '_') cls++;
    bool is_private = size > 2 && text[0] == '_' && text[1] == '_' &&
                      !(text[size - 1] == '_' && text[size - 2] == '_');
    return is_private && *cls ? rt_str_format("_%s%V", cls, name) : rt_retained(name);
}

static bool add_slots(rt_class *cls, rt_value slots, rt_value namespace_, bool *wants_dict)
{
    rt_type *type = &cls->type;
    const rt_tuple *tuple = RT_TUPLE(slots);
    cls->member_offset = (uint16_t)type->size;
    for (uint32_t i = 0; i < tuple->count; i++) {
        if (!check_slot(tuple->items[i], namespace_)) return false;
        const char *text = rt_str_text(tuple->items[i], NULL);
        if (!strcmp(text, "__dict__")) *wants_dict = true;
        if (!strcmp(text, "__weakref__")) type->flags |= RT_TYPE_WEAKREFS;
        if (!strcmp(text, "__dict__") || !strcmp(text, "__weakref__")) continue;
        rt_value name = mangled(type, tuple->items[i]);
        rt_value member = rt_member_new(type, name, (uint16_t)type->size, false);
        rt_dict_store(type->attributes, rt_intern_value(name), member);
        RT_RELEASE(member);
        RT_RELEASE(name);
        type->size += sizeof(rt_value);
        cls->member_count++;
    }
    return true;
}

static bool some_base_has_fields(rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    for (uint32_t i = 0; i < tuple->count; i++)
        if (RT_TYPE_OF(tuple->items[i])->flags & RT_TYPE_HAS_FIELDS) return true;
    return false;
}

/* Room for fields in the instance itself, which a class statement names under a key that no program
 * has: the base's come first, so that what derives has them at the same places. */
static void add_own_fields(rt_type *type)
{
    rt_value key = RT_NAME(".layout"), names = rt_dict_find(type->attributes, key);
    uint32_t count = RT_TUPLE(names)->count;
    for (uint32_t i = 0; i < count; i++) rt_type_add_field(type, RT_TUPLE(names)->items[i]);
    type->size += (count - type->own_fields) * (uint32_t)sizeof(rt_value);
    type->own_fields = (uint16_t)count;
    type->flags |= RT_TYPE_LAID_OUT;
    rt_dict_delete(type->attributes, key);
}

static bool lay_out(rt_class *cls, rt_value namespace_)
{
    rt_type *type = &cls->type;
    type->size = (type->base->size + 7) & ~7u;
    type->fields_offset = type->base->fields_offset;
    type->own_fields = type->base->own_fields;
    rt_value slots = declared_slots(namespace_);
    if (!slots && RT_RAISED()) return false;
    bool wants_fields = !slots || some_base_has_fields(type->bases);
    bool fine = !slots || add_slots(cls, slots, namespace_, &wants_fields);
    RT_RELEASE_OPT(slots);
    bool is_meta = rt_is_subtype(type, &rt_type_type);
    if (!wants_fields) type->flags |= RT_TYPE_NO_DICT;
    if (wants_fields && !is_meta && !(type->flags & RT_TYPE_HAS_FIELDS)) {
        type->fields_offset = (uint16_t)type->size;
        type->size += sizeof(rt_fields);
        type->flags |= RT_TYPE_HAS_FIELDS;
    }
    if (rt_dict_find(type->attributes, RT_NAME(".layout"))) add_own_fields(type);
    return fine;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static const rt_getset_def dict_getset = {"__dict__", rt_instance_dict, rt_instance_set_dict};

static void store_default(rt_value attributes, rt_value name, rt_value v)
{
    if (!rt_dict_find(attributes, name)) rt_dict_store(attributes, name, v);
}

/* __new__ is a static method, __init_subclass__ and __class_getitem__ are class methods, said or
 * not. */
static void wrap_implied(rt_value attributes, rt_value name, rt_value (*wrap)(rt_value))
{
    rt_value function = rt_dict_find(attributes, name);
    if (!function || RT_TYPE(function) != &rt_function_type) return;
    rt_value wrapped = wrap(function);
    rt_dict_store(attributes, name, wrapped);
    RT_RELEASE(wrapped);
}

static bool copy_namespace(rt_type *type, rt_value namespace_)
{
    type->attributes = rt_dict_new();
    uint32_t cursor = 0;
    for (rt_value name, v; rt_dict_iterate(namespace_, &cursor, &name, &v);)
        if (!rt_dict_store(type->attributes, rt_is_str(name) ? rt_intern_value(name) : name, v))
            return false;
    return true;
}

static bool take_qualname(rt_type *type)
{
    rt_value name = RT_NAME("__qualname__"), qualname = rt_dict_find(type->attributes, name);
    type->qualname = rt_retained(qualname ? qualname : type->name_value);
    if (!qualname) return true;
    if (!rt_is_str(qualname)) {
        rt_raise_format(&rt_exc_TypeError, "type __qualname__ must be a str, not %T", qualname);
        return false;
    }
    return rt_dict_delete(type->attributes, name) >= 0;
}

static bool set_attributes(rt_type *type, rt_value namespace_)
{
    if (!copy_namespace(type, namespace_) || !take_qualname(type)) return false;
    rt_value attributes = type->attributes;
    rt_dict_delete(attributes, RT_NAME("__classcell__"));
    wrap_implied(attributes, RT_NAME("__new__"), rt_staticmethod_new);
    wrap_implied(attributes, RT_NAME("__init_subclass__"), rt_classmethod_new);
    wrap_implied(attributes, RT_NAME("__class_getitem__"), rt_classmethod_new);
    rt_value main = rt_str_c("__main__");
    store_default(attributes, RT_NAME("__module__"), main);
    RT_RELEASE(main);
    if (rt_dict_find(attributes, RT_NAME("__eq__")))
        store_default(attributes, RT_NAME("__hash__"), RT_NONE);
    return true;
}

/* After the layout is known: what instances show beside the body's attributes. */
static void add_implied(rt_type *type)
{
    if (type->flags & RT_TYPE_HAS_FIELDS && !(type->base->flags & RT_TYPE_HAS_FIELDS)) {
        rt_value getset = rt_getset_new(type, &dict_getset);
        store_default(type->attributes, RT_NAME("__dict__"), getset);
        RT_RELEASE(getset);
    }
    store_default(type->attributes, RT_NAME("__doc__"), RT_NONE);
}

/* ---- making the type ------------------------------------------------------------------------- */

static rt_type *class_alloc(rt_type *meta, rt_value name, rt_value bases, rt_type *base)
{
    rt_class *cls = (rt_class *)rt_object_new(meta, meta->size);
    rt_type *type = &cls->type;
    type->flags = RT_TYPE_HEAP | RT_TYPE_READY;
    type->name_value = rt_retained(name);
    type->name = rt_str_text(name, NULL);
    type->bases = RT_TUPLE(bases)->count
                      ? rt_retained(bases)
                      : rt_tuple_of(1, (rt_value[]){rt_retained((rt_value)base)});
    type->base = RT_TYPE_OF(rt_retained((rt_value)base));
    return type;
}

static void inherit_flags(rt_type *type)
{
    type->flags |= type->base->flags &
                   (RT_TYPE_HAS_FIELDS | RT_TYPE_EXCEPTION | RT_TYPE_SEQUENCE | RT_TYPE_MAPPING |
                    RT_TYPE_HAS_DEL | RT_TYPE_WEAKREFS | RT_TYPE_BYTES_LIKE | RT_TYPE_RESIZABLE);
    const rt_tuple *bases = RT_TUPLE(type->bases);
    for (uint32_t i = 0; i < bases->count; i++)
        type->flags |= RT_TYPE_OF(bases->items[i])->flags &
                       (RT_TYPE_HAS_DEL | RT_TYPE_SEQUENCE | RT_TYPE_MAPPING);
}

/* A class of the library that CPython has in C: messages name it with its module. */
static void name_as_c_type(rt_type *type)
{
    if (rt_dict_delete(type->attributes, RT_NAME("__c_type__")) != 1) return;
    rt_value module = rt_dict_find(type->attributes, RT_NAME("__module__"));
    rt_value full = rt_str_format("%V.%V", module, type->name_value);
    type->name = rt_str_text(rt_intern_value(full), NULL);
    RT_RELEASE(full);
}

static bool class_fill(rt_type *type, rt_value namespace_)
{
    inherit_flags(type);
    if (!set_attributes(type, namespace_) || !lay_out((rt_class *)type, namespace_)) return false;
    add_implied(type);
    name_as_c_type(type);
    type->mro = rt_mro_compute(type, type->bases);
    if (!type->mro) return false;
    rt_class_set_slots(type);
    const rt_tuple *bases = RT_TUPLE(type->bases);
    for (uint32_t i = 0; i < bases->count; i++)
        rt_type_add_subclass(RT_TYPE_OF(bases->items[i]), type);
    rt_type_modified(type);
    return true;
}

/* ---- hooks ----------------------------------------------------------------------------------- */

static bool set_name(rt_type *type, rt_value name, rt_value v)
{
    rt_value hook = rt_type_lookup(RT_TYPE(v), RT_NAME("__set_name__"));
    if (!hook) return true;
    rt_value values[] = {(rt_value)type, name};
    rt_value result = rt_call_found(hook, v, &(rt_args){values, 2, 0, NULL});
    if (result) {
        RT_RELEASE(result);
        return true;
    }
    rt_value cause = rt_catch();
    rt_raise_format(&rt_exc_RuntimeError, "Error calling __set_name__ on '%T' instance %R in '%V'",
                    v, name, rt_type_name(type));
    rt_setattr(rt_state.exc, RT_NAME("__cause__"), cause);
    RT_RELEASE(cause);
    return false;
}

/* Over a copy: the hooks may change the attributes. */
static bool set_names(rt_type *type)
{
    rt_value names = rt_dict_copy_of(type->attributes);
    uint32_t cursor = 0;
    bool fine = true;
    for (rt_value name, v; fine && rt_dict_iterate(names, &cursor, &name, &v);)
        fine = set_name(type, name, v);
    RT_RELEASE(names);
    return fine;
}

static bool init_subclass(rt_type *type, const rt_args *keywords)
{
    rt_value super = rt_super((rt_value)type, (rt_value)type);
    if (!super) return false;
    rt_value result = rt_call_method_named(super, RT_NAME("__init_subclass__"), keywords);
    RT_RELEASE(super);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static void set_class_cell(rt_type *type, rt_value namespace_)
{
    rt_value cell = rt_dict_find(namespace_, RT_NAME("__classcell__"));
    if (!cell || RT_TYPE(cell) != &rt_cell_type) return;
    rt_value old = RT_CELL(cell)->value;
    RT_CELL(cell)->value = rt_retained((rt_value)type);
    RT_RELEASE_OPT(old);
}

rt_value rt_class_new(rt_type *meta, rt_value name, rt_value bases, rt_value namespace_,
                      const rt_args *keywords)
{
    if (!check_bases(bases)) return 0;
    rt_type *base = best_base(bases);
    if (!base) return 0;
    rt_type *type = class_alloc(meta, name, bases, base);
    bool fine = class_fill(type, namespace_);
    if (fine) {
        set_class_cell(type, namespace_);
        fine = set_names(type) && init_subclass(type, keywords);
    }
    if (fine) return (rt_value)type;
    RT_RELEASE((rt_value)type);
    return 0;
}

/* ---- class statements ------------------------------------------------------------------------ */

/* Bases that are no classes (Generic[T]) say by __mro_entries__ what stands for them. Owned. */
static rt_value resolve_bases(rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    bool plain = true;
    for (uint32_t i = 0; i < tuple->count; i++)
        plain &= rt_is_instance_of(tuple->items[i], &rt_type_type);
    if (plain) return rt_retained(bases);
    rt_value list = rt_list_new(tuple->count);
    for (uint32_t i = 0; i < tuple->count; i++) {
        rt_value base = tuple->items[i];
        bool is_class = rt_is_instance_of(base, &rt_type_type);
        rt_value entries =
            is_class ? 0 : rt_call_special(base, RT_NAME("__mro_entries__"), 1, &bases);
        bool fine = !RT_RAISED() && (entries ? rt_list_extend_from(list, entries)
                                             : rt_list_push(list, rt_retained(base)));
        RT_RELEASE_OPT(entries);
        if (fine) continue;
        RT_RELEASE(list);
        return 0;
    }
    return rt_list_to_tuple(list);
}

/* The keywords of a class statement without `metaclass`. */
typedef struct class_keywords {
    rt_value metaclass; /* borrowed; 0 = not given */
    rt_value rest;      /* a dict, or 0 */
} class_keywords;

static class_keywords take_metaclass(rt_value kwargs)
{
    class_keywords keywords = {0, 0};
    if (!kwargs || !rt_length(kwargs)) return keywords;
    keywords.metaclass = rt_dict_find(kwargs, RT_NAME("metaclass"));
    keywords.rest = rt_dict_copy_of(kwargs);
    if (keywords.metaclass) rt_dict_delete(keywords.rest, RT_NAME("metaclass"));
    return keywords;
}

/* What is called to make the class: borrowed, 0 = raised. */
static rt_value choose_metaclass(const class_keywords *keywords, rt_value bases)
{
    const rt_tuple *tuple = RT_TUPLE(bases);
    rt_value given = keywords->metaclass
                         ? keywords->metaclass
                         : (rt_value)(tuple->count ? RT_TYPE(tuple->items[0]) : &rt_type_type);
    if (!rt_is_instance_of(given, &rt_type_type)) return given;
    return (rt_value)rt_class_metaclass(RT_TYPE_OF(given), bases);
}

static rt_value prepare(rt_value metaclass, rt_value name, rt_value bases, rt_value kwargs)
{
    if (metaclass == (rt_value)&rt_type_type) return rt_dict_new();
    rt_value hook = rt_try_getattr(metaclass, RT_NAME("__prepare__"));
    if (!hook) return RT_RAISED() ? 0 : rt_dict_new();
    rt_value args = rt_tuple_of(2, (rt_value[]){rt_retained(name), rt_retained(bases)});
    rt_value namespace_ = rt_call_spread(hook, args, kwargs);
    RT_RELEASE(args);
    RT_RELEASE(hook);
    if (!namespace_ || RT_IS_DICT(namespace_) || RT_TYPE(namespace_)->getitem) return namespace_;
    rt_raise_format(&rt_exc_TypeError, "%V.__prepare__() must return a mapping, not %T",
                    rt_type_name(RT_TYPE_OF(metaclass)), namespace_);
    RT_RELEASE(namespace_);
    return 0;
}

rt_value rt_class_begin(rt_value name, rt_value bases, rt_value kwargs)
{
    rt_value resolved = resolve_bases(bases);
    if (!resolved) return 0;
    class_keywords keywords = take_metaclass(kwargs);
    rt_value metaclass = choose_metaclass(&keywords, resolved);
    rt_value namespace_ = metaclass ? prepare(metaclass, name, resolved, keywords.rest) : 0;
    RT_RELEASE_OPT(keywords.rest);
    RT_RELEASE(resolved);
    return namespace_;
}

static rt_value call_metaclass(rt_value metaclass, rt_value name, rt_value bases,
                               rt_value namespace_, rt_value rest)
{
    rt_value args = rt_tuple_of(
        3, (rt_value[]){rt_retained(name), rt_retained(bases), rt_retained(namespace_)});
    rt_value cls = rt_call_spread(metaclass, args, rest);
    RT_RELEASE(args);
    return cls;
}

rt_value rt_class_end(rt_value name, rt_value bases, rt_value kwargs, rt_value namespace_,
                      rt_value class_cell, uint32_t field_count, const rt_value *field_names)
{
    rt_value resolved = resolve_bases(bases);
    if (!resolved) return 0;
    if ((resolved != bases && !rt_setitem(namespace_, RT_NAME("__orig_bases__"), bases)) ||
        (class_cell && !rt_setitem(namespace_, RT_NAME("__classcell__"), class_cell))) {
        RT_RELEASE(resolved);
        return 0;
    }
    if (field_count) {
        rt_value layout = rt_tuple_copy(field_count, field_names);
        rt_dict_store(namespace_, RT_NAME(".layout"), layout);
        RT_RELEASE(layout);
    }
    class_keywords keywords = take_metaclass(kwargs);
    rt_value metaclass = choose_metaclass(&keywords, resolved);
    rt_value cls =
        metaclass ? call_metaclass(metaclass, name, resolved, namespace_, keywords.rest) : 0;
    RT_RELEASE_OPT(keywords.rest);
    RT_RELEASE(resolved);
    return cls;
}

rt_value rt_namespace_get(rt_value namespace_, rt_value name)
{
    rt_value v = RT_TYPE(namespace_) == &rt_dict_type ? rt_dict_find(namespace_, name) : 0;
    if (v) return rt_retained(v);
    if (RT_TYPE(namespace_) == &rt_dict_type) return 0;
    v = rt_getitem(namespace_, name);
    if (!v && rt_pending(&rt_exc_KeyError)) rt_clear_pending();
    return v;
}

bool rt_namespace_delete(rt_value namespace_, rt_value name)
{
    if (RT_TYPE(namespace_) != &rt_dict_type) return rt_delitem(namespace_, name);
    int deleted = rt_dict_delete(namespace_, name);
    if (deleted == 0) rt_raise_name_error(name);
    return deleted == 1;
}
