/* attribute.c: getattr, setattr and delattr: data descriptors, fields of the instance, class
 * attributes.
 *
 * One lookup in the type's cache (rt_type_find) gives both the class attribute and where the
 * instance keeps a field of that name. Types with rules of their own (modules, classes, super,
 * classes with __getattr__) have them in their getattr and setattr slots. */
#include "exc/exception.h"
#include "value/instance.h"
#include "value/type.h"

/* ---- errors ---------------------------------------------------------------------------------- */

rt_value rt_raise_attribute(rt_value object, rt_value name)
{
    if (rt_is_instance_of(object, &rt_type_type))
        rt_raise_format(&rt_exc_AttributeError, "type object '%V' has no attribute '%V'",
                        rt_type_name(RT_TYPE_OF(object)), name);
    else
        rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute '%V'", object, name);
    rt_exc_set_name(name, object);
    return 0;
}

bool rt_raise_attribute_of_none(rt_value name)
{
    return rt_raise_attribute(RT_NONE, name) != 0;
}

/* A name that the class has and that cannot be set, or a name that the instance has no room for. */
static bool raise_cannot_set(rt_value object, rt_value name, rt_value attribute)
{
    if (attribute)
        rt_raise_format(&rt_exc_AttributeError, "'%T' object attribute '%V' is read-only", object,
                        name);
    else
        return rt_raise_attribute(object, name), false;
    rt_exc_set_name(name, object);
    return false;
}

/* ---- generic slots --------------------------------------------------------------------------- */

/* The attribute, owned; 0 with nothing pending = absent. */
static inline rt_value find_generic(rt_value self, rt_value name)
{
    rt_type *type = RT_TYPE(self);
    rt_found found = rt_type_find(type, name);
    rt_value attribute = found.attribute;
    rt_type *kind = attribute ? RT_TYPE(attribute) : NULL;
    if (kind && kind->descr_set && kind->descr_get) return kind->descr_get(attribute, self, type);
    const rt_fields *fields = rt_fields_of(self);
    rt_value field = fields ? rt_fields_get(fields, found.field, name) : 0;
    if (field) return rt_retained(field);
    if (!attribute) return 0;
    return kind->descr_get ? kind->descr_get(attribute, self, type) : rt_retained(attribute);
}

rt_value rt_generic_getattr(rt_value self, rt_value name)
{
    rt_value v = find_generic(self, name);
    return v || RT_RAISED() ? v : rt_raise_attribute(self, name);
}

static bool delete_generic(rt_value self, rt_value name, rt_found found)
{
    rt_fields *fields = rt_fields_of(self);
    if (fields && rt_fields_delete(fields, found.field, name)) return true;
    if (RT_RAISED()) return false;
    return raise_cannot_set(self, name, fields ? 0 : found.attribute);
}

bool rt_generic_setattr(rt_value self, rt_value name, rt_value v)
{
    rt_type *type = RT_TYPE(self);
    rt_found found = rt_type_find(type, name);
    if (found.attribute && RT_TYPE(found.attribute)->descr_set)
        return RT_TYPE(found.attribute)->descr_set(found.attribute, self, v);
    if (!v) return delete_generic(self, name, found);
    rt_fields *fields = rt_fields_of(self);
    if (!fields) return raise_cannot_set(self, name, found.attribute);
    return rt_fields_set(type, fields, found.field, name, v);
}

/* ---- the interface --------------------------------------------------------------------------- */

rt_value rt_getattr(rt_value object, rt_value name)
{
    rt_value (*get)(rt_value, rt_value) = RT_TYPE(object)->getattr;
    if (RT_UNLIKELY(get != rt_generic_getattr)) return get(object, name);
    rt_value v = find_generic(object, name);
    return RT_LIKELY(v != 0) || RT_RAISED() ? v : rt_raise_attribute(object, name);
}

rt_value rt_try_getattr(rt_value object, rt_value name)
{
    rt_type *type = RT_TYPE(object);
    if (type->getattr == rt_generic_getattr) {
        rt_value v = find_generic(object, name);
        if (v || !RT_RAISED()) return v;
    } else {
        rt_value v = type->getattr(object, name);
        if (v) return v;
    }
    if (rt_pending(&rt_exc_AttributeError)) rt_clear_pending();
    return 0;
}

bool rt_setattr(rt_value object, rt_value name, rt_value v)
{
    return RT_TYPE(object)->setattr(object, name, v);
}

bool rt_setattr_consume(rt_value object, rt_value name, rt_value v)
{
    bool done = rt_setattr(object, name, v);
    RT_RELEASE(v);
    return done;
}

rt_value rt_getattr_kept(rt_value object, rt_value name)
{
    rt_value v = rt_getattr(object, name);
    RT_RELEASE_OPT(v);
    return v;
}

bool rt_getattr_float(rt_value object, rt_value name, double *out)
{
    rt_value v = rt_getattr(object, name);
    if (!v) return false;
    *out = RT_FLOAT_NUMBER(v);
    RT_RELEASE(v);
    return true;
}

/* Only what neither a descriptor nor a method of the type's own can answer is a plain field. */
static void remember(rt_value object, rt_value name, rt_site *site)
{
    rt_type *type = RT_TYPE(object);
    bool plain = type->getattr == rt_generic_getattr && type->setattr == rt_generic_setattr;
    if (!plain || !(type->flags & RT_TYPE_HAS_FIELDS)) return;
    rt_found found = rt_type_find(type, name);
    if (found.field < 0 || (found.attribute && RT_TYPE(found.attribute)->descr_set)) return;
    *site = (rt_site){type->version, (uint32_t)found.field};
}

rt_value rt_getattr_site(rt_value object, rt_value name, rt_site *site)
{
    rt_value v = rt_getattr(object, name);
    if (v) remember(object, name, site);
    return v;
}

bool rt_setattr_site(rt_value object, rt_value name, rt_value v, rt_site *site)
{
    bool done = rt_setattr(object, name, v);
    if (done) remember(object, name, site);
    return done;
}

bool rt_delattr(rt_value object, rt_value name)
{
    return RT_TYPE(object)->setattr(object, name, 0);
}

rt_value rt_special(rt_value object, rt_value name)
{
    rt_type *type = RT_TYPE(object);
    rt_value attribute = rt_type_lookup(type, name);
    if (!attribute) return 0;
    rt_type *kind = RT_TYPE(attribute);
    return kind->descr_get ? kind->descr_get(attribute, object, type) : rt_retained(attribute);
}
