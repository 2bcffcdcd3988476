/* instance.c: the attributes that instances own, and `__dict__`, `__class__`, dir() over them.
 *
 * Fields are written in the order in which the class learned their names. An instance that does
 * otherwise (its __dict__ would show another order), or has very many, gets a dict of its own. */
#include "value/instance.h"

#include "exc/exception.h"
#include "value/dict.h"
#include "value/function.h"
#include "value/list.h"
#include "value/tuple.h"
#include "value/type.h"

#define MOST_FIELDS 64

/* ---- fields ---------------------------------------------------------------------------------- */

void rt_fields_traverse(const rt_fields *fields, rt_visit_fn *visit, void *context)
{
    if (rt_fields_dict(fields)) visit(rt_fields_dict(fields), context);
    for (uint32_t i = 0; i < fields->count; i++)
        if (fields->items[i]) visit(fields->items[i], context);
}

void rt_fields_clear(rt_fields *fields)
{
    rt_value dict = rt_fields_dict(fields);
    rt_fields old = *fields;
    *fields = (rt_fields){NULL, 0, 0};
    RT_RELEASE_OPT(dict);
    for (uint32_t i = 0; i < old.count; i++) {
        rt_value v = old.items[i];
        old.items[i] = 0;
        RT_RELEASE_OPT(v);
    }
    if (old.count && !old.inside) rt_free(old.items, old.count * sizeof(rt_value));
}

rt_value rt_fields_find(const rt_fields *fields, rt_value name)
{
    return rt_fields_dict(fields) ? rt_dict_find(rt_fields_dict(fields), name) : 0;
}

/* The fields of an instance, in order, as a dict. */
static rt_value fields_as_dict(const rt_type *type, const rt_fields *fields)
{
    rt_value dict = rt_dict_new();
    uint32_t cursor = 0;
    for (rt_value name, index;
         fields->count && rt_dict_iterate(type->field_names, &cursor, &name, &index);) {
        int64_t i = RT_INT_VALUE(index);
        if ((uint64_t)i < fields->count && fields->items[i])
            rt_dict_store(dict, name, fields->items[i]);
    }
    return dict;
}

static rt_value turn_to_dict(const rt_type *type, rt_fields *fields)
{
    rt_value dict = rt_fields_dict(fields);
    if (dict) return dict;
    dict = fields_as_dict(type, fields);
    rt_fields_clear(fields);
    fields->items = (rt_value *)dict;
    return dict;
}

static void fields_grow(const rt_type *type, rt_fields *fields)
{
    uint32_t count = RT_DICT(type->field_names)->used;
    size_t old_size = fields->count * sizeof(rt_value), size = count * sizeof(rt_value);
    if (fields->inside) { /* where nothing may be left that looks as if it was the attribute */
        rt_value *items = rt_alloc(size);
        memcpy(items, fields->items, old_size);
        memset(fields->items, 0, old_size);
        fields->items = items;
        fields->inside = 0;
    } else {
        fields->items = rt_realloc(fields->items, old_size, size);
    }
    memset(fields->items + fields->count, 0, size - old_size);
    fields->count = count;
}

/* What is laid out is in a program that does not look at the order. */
static bool out_of_order(const rt_fields *fields, uint32_t index)
{
    for (uint32_t i = index + 1; i < fields->count && !fields->inside; i++)
        if (fields->items[i]) return true;
    return false;
}

bool rt_fields_set(rt_type *type, rt_fields *fields, int32_t index, rt_value name, rt_value v)
{
    rt_value *slot = index >= 0 && (uint32_t)index < fields->count ? &fields->items[index] : NULL;
    if (RT_LIKELY(slot && *slot)) {
        rt_value old = *slot;
        *slot = rt_retained(v);
        RT_RELEASE(old);
        return true;
    }
    if (rt_fields_dict(fields)) return rt_dict_store(rt_fields_dict(fields), name, v);
    if (index < 0 && (!type->field_names || RT_DICT(type->field_names)->used < MOST_FIELDS))
        index = (int32_t)rt_type_add_field(type, name);
    if (index < 0 || out_of_order(fields, (uint32_t)index))
        return rt_dict_store(turn_to_dict(type, fields), name, v);
    if ((uint32_t)index >= fields->count) fields_grow(type, fields);
    fields->items[index] = rt_retained(v);
    return true;
}

bool rt_fields_delete(rt_fields *fields, int32_t index, rt_value name)
{
    rt_value dict = rt_fields_dict(fields);
    if (dict) {
        if (!rt_dict_find(dict, name)) return false;
        return rt_dict_delete(dict, name) == 1;
    }
    if (index < 0 || (uint32_t)index >= fields->count || !fields->items[index]) return false;
    rt_value old = fields->items[index];
    fields->items[index] = 0;
    RT_RELEASE(old);
    return true;
}

/* ---- __dict__ and __class__ ------------------------------------------------------------------ */

static rt_value raise_no_dict(rt_value self)
{
    return rt_raise_attribute(self, RT_NAME("__dict__"));
}

rt_value rt_instance_dict(rt_value self)
{
    rt_fields *fields = rt_fields_of(self);
    if (!fields) return raise_no_dict(self);
    return rt_retained(turn_to_dict(RT_TYPE(self), fields));
}

bool rt_instance_set_dict(rt_value self, rt_value v)
{
    rt_fields *fields = rt_fields_of(self);
    if (!fields) return raise_no_dict(self);
    if (!v || !RT_IS_DICT(v)) {
        if (v)
            rt_raise_format(&rt_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                            v);
        else
            rt_raise_format(&rt_exc_TypeError, "cannot delete __dict__");
        return false;
    }
    RT_RETAIN(v);
    rt_fields_clear(fields);
    fields->items = (rt_value *)v;
    return true;
}

/* Instances of both classes must have the same layout; fields move over by name. */
bool rt_set_class(rt_value self, rt_value cls)
{
    if (!cls || !rt_is_instance_of(cls, &rt_type_type)) {
        if (cls)
            rt_raise_format(&rt_exc_TypeError, "__class__ must be set to a class, not '%T' object",
                            cls);
        else
            rt_raise_format(&rt_exc_TypeError, "can't delete __class__ attribute");
        return false;
    }
    rt_type *from = RT_TYPE(self), *to = RT_TYPE_OF(cls);
    if (!(from->flags & to->flags & RT_TYPE_HEAP)) {
        rt_raise_format(
            &rt_exc_TypeError,
            "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (from->size != to->size || from->fields_offset != to->fields_offset ||
        rt_native_base(from) != rt_native_base(to)) {
        rt_raise_format(&rt_exc_TypeError,
                        "__class__ assignment: '%V' object layout differs from '%V'",
                        rt_type_name(to), rt_type_name(from));
        return false;
    }
    if (rt_fields_of(self)) turn_to_dict(from, rt_fields_of(self));
    RT_OBJECT(self)->type = RT_TYPE_OF(rt_retained(cls));
    RT_RELEASE((rt_value)from);
    return true;
}

/* ---- dir() and vars() ------------------------------------------------------------------------ */

static void add_names(rt_value names, rt_value dict)
{
    uint32_t cursor = 0;
    for (rt_value name, item; rt_dict_iterate(dict, &cursor, &name, &item);)
        rt_dict_store(names, name, RT_NONE);
}

static void add_class_names(rt_value names, rt_type *type)
{
    const rt_tuple *mro = RT_TUPLE(rt_type_mro(type));
    for (uint32_t i = 0; i < mro->count; i++)
        add_names(names, rt_type_attributes(RT_TYPE_OF(mro->items[i])));
}

rt_value rt_default_dir(rt_value v)
{
    rt_value names = rt_dict_new();
    if (rt_is_instance_of(v, &rt_type_type)) {
        add_class_names(names, RT_TYPE_OF(v));
    } else {
        rt_value own = rt_try_getattr(v, RT_NAME("__dict__"));
        if (own && RT_IS_DICT(own)) add_names(names, own);
        RT_RELEASE_OPT(own);
        rt_clear_pending();
        add_class_names(names, RT_TYPE(v));
    }
    rt_value list = rt_list_from(names);
    RT_RELEASE(names);
    return list;
}

rt_value rt_dir(rt_value v)
{
    rt_value names = rt_call_special(v, RT_NAME("__dir__"), 0, NULL);
    rt_value list = names ? rt_list_from(names) : 0;
    RT_RELEASE_OPT(names);
    if (list && rt_list_sort_by(list, 0, false)) return list;
    RT_RELEASE_OPT(list);
    return 0;
}

rt_value rt_vars(rt_value v)
{
    rt_value dict = rt_try_getattr(v, RT_NAME("__dict__"));
    if (dict || RT_RAISED()) return dict;
    return rt_raise_format(&rt_exc_TypeError, "vars() argument must have __dict__ attribute");
}
