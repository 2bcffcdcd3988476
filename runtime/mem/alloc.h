/* alloc.h: what the rest of mem/ sees of the allocator: its modes and the walk over live
 * objects. */
#ifndef ASYNCC_MEM_ALLOC_H
#define ASYNCC_MEM_ALLOC_H

#include "value/object.h"

/* Room for an object; nothing in it is set. */
extern rt_free_block *rt_free_objects[RT_CELL_CLASSES];
void *rt_object_room_slow(size_t size);
static inline void *rt_object_room(size_t size)
{
    rt_free_block *block = NULL;

    if (RT_LIKELY(size <= RT_CELL_STEP * RT_CELL_CLASSES)) {
        block = rt_free_objects[(size - 1) / RT_CELL_STEP];
        if (RT_LIKELY(block != NULL)) {
            rt_free_objects[(size - 1) / RT_CELL_STEP] = block->next;
            return block;
        }
    }
    return rt_object_room_slow(size);
}

/* Calls visit for each object that rt_object_new made and that is not freed yet. The visitor must
 * neither allocate objects nor free them. */
void rt_each_object(void (*visit)(rt_object *object, void *context), void *context);

/* Bytes of all chunks and large blocks in use, the measure that triggers collections. */
size_t rt_memory_in_use(void);

/* Start-up reads ASYNCC_MEMORY and ASYNCC_FAIL_ALLOC; the end gives all chunks back. */
void rt_init_memory(void);
void rt_end_memory(void);

/* A collection is due when memory in use has grown past this; the collector sets it anew. */
extern size_t rt_collect_threshold;

#endif
