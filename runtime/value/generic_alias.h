/* generic_alias.h: what annotations evaluate to: list[int], int | None; and the read-only view
 * of a class's attributes. */
#ifndef ASYNCC_VALUE_GENERIC_ALIAS_H
#define ASYNCC_VALUE_GENERIC_ALIAS_H

#include "value/object.h"

/* origin[item]; a tuple stands for several items. */
rt_value rt_generic_alias_new(rt_value origin, rt_value item);

/* May a built-in type be subscripted (list[int])? */
bool rt_is_generic(rt_type *type);

/* The binary slot of types, aliases and unions: `a | b`. */
rt_value rt_union_binary(rt_binary_op op, rt_value a, rt_value b);

rt_value rt_mapping_proxy_new(rt_value dict);

#endif
