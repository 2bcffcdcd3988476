/* descriptor.h: attributes of classes that compute what an instance shows: computed attributes of
 * built-in types, __slots__, property, classmethod and staticmethod. */
#ifndef ASYNCC_VALUE_DESCRIPTOR_H
#define ASYNCC_VALUE_DESCRIPTOR_H

#include "value/object.h"

/* Enters a row of a built-in type's getsets into its attributes. */
void rt_getset_enter(rt_type *type, const rt_getset_def *def);

/* A getset that stands in `owner`, over a row that outlives it. */
rt_value rt_getset_new(rt_type *owner, const rt_getset_def *def);

/* A member: a value that stands in the instance at a fixed offset. Unset: AttributeError, or
 * None where `none`. */
rt_value rt_member_new(rt_type *owner, rt_value name, uint16_t offset, bool none);

rt_value rt_classmethod_new(rt_value function);
rt_value rt_staticmethod_new(rt_value function);

/* What classmethod, staticmethod or property wraps (borrowed; 0 = nothing): for
 * __isabstractmethod__ and inspect. */
rt_value rt_descriptor_function(rt_value descriptor);

extern rt_type rt_getset_type, rt_member_type, rt_property_type, rt_classmethod_type,
    rt_staticmethod_type;

#endif
