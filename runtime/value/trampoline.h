/* trampoline.h: the slots of classes that define special methods: each calls the method. */
#ifndef ASYNCC_VALUE_TRAMPOLINE_H
#define ASYNCC_VALUE_TRAMPOLINE_H

#include "value/object.h"

rt_value rt_trampoline_construct(rt_type *cls, const rt_args *args);
bool rt_trampoline_init(rt_value self, const rt_args *args);
rt_value rt_trampoline_call(rt_value self, const rt_args *args);
rt_value rt_trampoline_repr(rt_value self);
rt_value rt_trampoline_str(rt_value self);
rt_value rt_trampoline_format(rt_value self, rt_value spec);
int64_t rt_trampoline_hash(rt_value self);
rt_value rt_trampoline_compare(rt_compare_op op, rt_value self, rt_value other);
int rt_trampoline_truth(rt_value self);
rt_value rt_trampoline_binary(rt_binary_op op, rt_value a, rt_value b);
rt_value rt_trampoline_inplace(rt_binary_op op, rt_value self, rt_value other);
rt_value rt_trampoline_unary(rt_unary_op op, rt_value self);
rt_value rt_trampoline_index(rt_value self);
rt_value rt_trampoline_to_int(rt_value self);
rt_value rt_trampoline_to_float(rt_value self);
int64_t rt_trampoline_length(rt_value self);
rt_value rt_trampoline_getitem(rt_value self, rt_value key);
bool rt_trampoline_setitem(rt_value self, rt_value key, rt_value item);
int rt_trampoline_contains(rt_value self, rt_value item);
rt_value rt_trampoline_iter(rt_value self);
rt_value rt_trampoline_next(rt_value self);
rt_value rt_trampoline_reversed(rt_value self);
rt_value rt_trampoline_getattr(rt_value self, rt_value name);
bool rt_trampoline_setattr(rt_value self, rt_value name, rt_value v);
rt_value rt_trampoline_descr_get(rt_value self, rt_value instance, rt_type *owner);
bool rt_trampoline_descr_set(rt_value self, rt_value instance, rt_value v);
rt_value rt_trampoline_await(rt_value self);
rt_value rt_trampoline_aiter(rt_value self);
rt_value rt_trampoline_anext(rt_value self);

#endif
