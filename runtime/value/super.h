/* super.h: super objects: attribute lookup that starts after a class in the mro of self's. */
#ifndef ASYNCC_VALUE_SUPER_H
#define ASYNCC_VALUE_SUPER_H

#include "value/object.h"

extern rt_type rt_super_type;

/* The class attribute (borrowed; 0 = absent) that super finds, and what it is to be bound to
 * (borrowed; 0 when super was made over a class: not bound). */
rt_value rt_super_find(rt_value super, rt_value name, rt_value *self);

#endif
