/* instance.h: the attributes that instances own.
 *
 * They stand in an rt_fields block whose layout all instances of a class share: the class's
 * field_names maps a name to an index. An instance whose __dict__ was asked for has a real dict
 * in place of the block from then on (count 0, items = the dict), so that the dict and the
 * attributes are one. */
#ifndef ASYNCC_VALUE_INSTANCE_H
#define ASYNCC_VALUE_INSTANCE_H

#include "value/object.h"

/* NULL where instances of the type have no fields. */
static inline rt_fields *rt_fields_of(rt_value object)
{
    if (RT_IS_INT(object)) return NULL;
    const rt_type *type = RT_OBJECT(object)->type;
    return type->flags & RT_TYPE_HAS_FIELDS ? (rt_fields *)((char *)object + type->fields_offset)
                                            : NULL;
}

/* The dict that stands in place of fields; 0 = they are fields. */
static inline rt_value rt_fields_dict(const rt_fields *fields)
{
    return fields->count == 0 ? (rt_value)fields->items : 0;
}

/* Reads by name; borrowed, 0 = not set. Index: rt_found.field. */
rt_value rt_fields_find(const rt_fields *fields, rt_value name); /* in the dict, if there is one */
static inline rt_value rt_fields_get(const rt_fields *fields, int32_t index, rt_value name)
{
    if (RT_LIKELY(index >= 0 && (uint32_t)index < fields->count)) return fields->items[index];
    return rt_fields_find(fields, name);
}

void rt_fields_traverse(const rt_fields *fields, rt_visit_fn *visit, void *context);
void rt_fields_clear(rt_fields *fields);

/* Writes by name. Index: rt_found.field. */
bool rt_fields_set(rt_type *type, rt_fields *fields, int32_t index, rt_value name, rt_value v);
bool rt_fields_delete(rt_fields *fields, int32_t index, rt_value name); /* false: was not set */

rt_value rt_instance_dict(rt_value self);             /* __dict__ */
bool rt_instance_set_dict(rt_value self, rt_value v); /* __dict__ = v */
bool rt_set_class(rt_value self, rt_value cls);       /* __class__ = cls */
rt_value rt_dir(rt_value v);                          /* dir(v): a sorted list of attribute names */
rt_value rt_default_dir(rt_value v); /* object.__dir__: what __dict__ and the classes have */
rt_value rt_vars(rt_value v);        /* vars(v) */

#endif
