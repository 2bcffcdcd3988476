/* lazy.h: what the lazy iterators of builtins and itertools are made of: a few values, the
 * iterators they read from, and a few numbers. One layout serves for all, and so do the functions
 * that free, visit and clear it; a type adds only how it is made and what comes next. */
#ifndef ASYNCC_VALUE_LAZY_H
#define ASYNCC_VALUE_LAZY_H

#include "value/object.h"

typedef struct rt_lazy {
    rt_object head;
    uint32_t count;         /* of sources */
    uint32_t state;         /* what each type says; 0 at first */
    rt_value first, second; /* what each type says; 0 = none */
    rt_value *sources;      /* iterators mostly; 0 = used up */
    int64_t numbers[4];     /* what each type says */
} rt_lazy;
#define RT_LAZY(v) ((rt_lazy *)(v))

/* A new one with room for `count` sources, which are 0. */
rt_lazy *rt_lazy_new(rt_type *type, uint32_t count);

/* Opens the iterables as the sources and returns the object itself; where one is not iterable the
 * object is released and 0 returned. */
rt_value rt_lazy_open(rt_lazy *it, const rt_value *iterables);

void rt_lazy_clear(rt_object *self); /* drops all values and sources: exhausted */
void rt_lazy_dealloc(rt_object *self);
void rt_lazy_traverse(rt_object *self, rt_visit_fn *visit, void *context);
rt_value rt_lazy_iter(rt_value self);

#define RT_LAZY_TYPE(symbol, type_name, construct_function, next_function, ...)                    \
    rt_type symbol = {.head = RT_TYPE_HEAD,                                                        \
                      .name = type_name,                                                           \
                      .size = sizeof(rt_lazy),                                                     \
                      .base = &rt_object_type,                                                     \
                      .dealloc = rt_lazy_dealloc,                                                  \
                      .traverse = rt_lazy_traverse,                                                \
                      .clear = rt_lazy_clear,                                                      \
                      .construct = construct_function,                                             \
                      .iter = rt_lazy_iter,                                                        \
                      .next = next_function,                                                       \
                      __VA_ARGS__}

#endif
