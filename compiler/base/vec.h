/* Typed growable vectors by macro: VEC(type) is a struct of {items, count, capacity}.
 *
 * A vector starts as all zeros. vec_push keeps its items on the heap (end with vec_free);
 * vec_push_in keeps them in an arena (end with the arena). A vector uses one of the two
 * for its whole life.
 */
#ifndef ASYNCC_BASE_VEC_H
#define ASYNCC_BASE_VEC_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"

#define VEC(type)                                                                                  \
    struct {                                                                                       \
        type *items;                                                                               \
        uint32_t count;                                                                            \
        uint32_t capacity;                                                                         \
    }

/* Appends the item; evaluates `v` more than once. */
#define vec_push(v, ...)                                                                           \
    ((v)->count == (v)->capacity                                                                   \
         ? (void)((v)->items = vec_grow((v)->items, &(v)->capacity, sizeof *(v)->items))           \
         : (void)0,                                                                                \
     (void)((v)->items[(v)->count++] = __VA_ARGS__))

#define vec_push_in(a, v, ...)                                                                     \
    ((v)->count == (v)->capacity                                                                   \
         ? (void)((v)->items = vec_grow_in((a), (v)->items, &(v)->capacity, sizeof *(v)->items))   \
         : (void)0,                                                                                \
     (void)((v)->items[(v)->count++] = __VA_ARGS__))

#define vec_pop(v) ((v)->items[--(v)->count])
#define vec_last(v) ((v)->items[(v)->count - 1])
#define vec_clear(v) ((void)((v)->count = 0))
#define vec_free(v)                                                                                \
    (free((v)->items), (void)((v)->items = NULL), (void)((v)->count = (v)->capacity = 0))

/* for (vec_each(function *, f, &v)) visits a pointer to every item in order. */
#define vec_each(type, it, v)                                                                      \
    type *it = (v)->items;                                                                         \
    (it) && (it) != (v)->items + (v)->count;                                                       \
    it++

/* Room for at least one more item: doubles the capacity. */
void *vec_grow(void *items, uint32_t *capacity, size_t item_size);
void *vec_grow_in(arena *a, void *items, uint32_t *capacity, size_t item_size);

#endif
