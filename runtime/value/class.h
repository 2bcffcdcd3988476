/* class.h: making classes, and what class.c and metatype.c share. */
#ifndef ASYNCC_VALUE_CLASS_H
#define ASYNCC_VALUE_CLASS_H

#include "value/object.h"

/* type(name, bases, namespace, **kwargs) with a metaclass: the class, with all its hooks called.
 * `keywords` go to __init_subclass__. */
rt_value rt_class_new(rt_type *meta, rt_value name, rt_value bases, rt_value namespace_,
                      const rt_args *keywords);

/* The metaclass that a class with these bases has, given one to begin with; NULL = TypeError. */
rt_type *rt_class_metaclass(rt_type *meta, rt_value bases);

/* Slots of all classes. */
void rt_class_instance_dealloc(rt_object *self);
void rt_class_instance_traverse(rt_object *self, rt_visit_fn *visit, void *context);
void rt_class_instance_clear(rt_object *self);
void rt_class_instance_finalize(rt_object *self); /* of a class with __del__ */

/* Calls instance.__del__(), once in its life. False: the object lives on. */
bool rt_class_finalize(rt_object *self);

#endif
