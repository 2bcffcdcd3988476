/* The untyped half of the vectors: growing. */
#include "base/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 4 };

static uint32_t doubled(uint32_t capacity)
{
    return capacity ? capacity * 2 : FIRST_CAPACITY;
}

void *vec_grow(void *items, uint32_t *capacity, size_t item_size)
{
    *capacity = doubled(*capacity);
    return checked_realloc(items, *capacity * item_size);
}

void *vec_grow_in(arena *a, void *items, uint32_t *capacity, size_t item_size)
{
    size_t old_size = *capacity * item_size;
    *capacity = doubled(*capacity);
    void *grown = arena_alloc(a, *capacity * item_size);
    if (old_size) memcpy(grown, items, old_size);
    return grown;
}
