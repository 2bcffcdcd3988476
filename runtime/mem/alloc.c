/* alloc.c: memory for blocks and objects.
 *
 * Small sizes are rounded up to a size class. Each class has a free list and a chunk that it cuts
 * cells from; chunks are aligned to their size, so that a cell's chunk is found by masking its
 * address. Chunks come from regions of the operating system's, which grow with the program. Objects
 * and plain blocks have chunks of their own, so that the cycle collector can walk all live objects
 * without any bookkeeping at allocation: a cell whose count is 0 is free.
 * Larger sizes come from malloc behind a header that links the objects among them.
 *
 * ASYNCC_MEMORY=plain gives every block its own malloc, for the sanitizers; =poison the same and
 * fills what is freed. ASYNCC_FAIL_ALLOC=N makes the Nth allocation fail. */
#include "mem/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define PLAIN_ALWAYS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLAIN_ALWAYS 1
#endif
#endif
#ifndef PLAIN_ALWAYS
#define PLAIN_ALWAYS 0
#endif

#define CHUNK_SIZE ((size_t)32 * 1024)
#define FIRST_REGION ((size_t)1024 * 1024) /* each one is twice as large as the one before */
#define MOST_REGIONS 40
#define HUGE_FROM ((size_t)8 * 1024 * 1024) /* such regions are to have huge pages */
#define FIRST_COLLECTION ((size_t)8 * 1024 * 1024)

/* The links of the free lists stand past the head, so that freed objects keep their count of 0. */
typedef rt_free_block *free_list;

typedef struct pool {
    char *next, *end; /* what is left of the chunk that cells are cut from */
    struct chunk *chunks;
    uint32_t cell_size;
} pool;

typedef struct chunk { /* cells follow */
    free_list *free;   /* where they go */
    struct chunk *next;
} chunk;
_Static_assert(sizeof(chunk) == RT_CELL_STEP, "cells must stay aligned");

/* Before each large block. Objects are linked in a ring; plain blocks have next == NULL. */
typedef struct large {
    struct large *previous, *next;
} large;

rt_free_block *rt_free_blocks[RT_CELL_CLASSES];
size_t rt_small_limit;
rt_free_block *rt_free_objects[RT_CELL_CLASSES];

static struct {
    pool blocks[RT_CELL_CLASSES], objects[RT_CELL_CLASSES];
    large ring;
    size_t in_use;
    char *space, *space_end; /* of the last region, what is not chunks yet */
    char *regions[MOST_REGIONS];
    uint32_t region_count;
    bool poison;
    int64_t fail_after; /* allocations until one fails; 0 = never */
} memory;

size_t rt_collect_threshold = FIRST_COLLECTION;

/* ---- chunks and cells ------------------------------------------------------------------------ */

static char *chunk_end(chunk *chunk, size_t cell_size)
{
    return (char *)(chunk + 1) + (CHUNK_SIZE - sizeof(*chunk)) / cell_size * cell_size;
}

/* Address space for chunks; what is not touched costs nothing. */
static bool more_space(void)
{
    size_t size = FIRST_REGION << memory.region_count;
    if (memory.region_count == MOST_REGIONS) return false;
    char *start = mmap(NULL, size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) return false;
    if (size >= HUGE_FROM) madvise(start, size, MADV_HUGEPAGE);
    memory.regions[memory.region_count++] = start;
    memory.space = (char *)(((uintptr_t)start + CHUNK_SIZE - 1) & ~(CHUNK_SIZE - 1));
    memory.space_end = start + size;
    return true;
}

static chunk *new_chunk(void)
{
    if ((size_t)(memory.space_end - memory.space) < CHUNK_SIZE && !more_space()) return NULL;
    memory.space += CHUNK_SIZE;
    return (chunk *)(memory.space - CHUNK_SIZE);
}

static bool pool_refill(pool *pool, free_list *free, size_t cell_size)
{
    chunk *fresh = new_chunk();
    if (!fresh) return false;
    fresh->free = free;
    fresh->next = pool->chunks;
    pool->chunks = fresh;
    pool->cell_size = (uint32_t)cell_size;
    pool->next = (char *)(fresh + 1);
    pool->end = chunk_end(fresh, cell_size);
    memory.in_use += CHUNK_SIZE;
    return true;
}

static void *pool_cut(pool *pool, free_list *free, size_t cell_size)
{
    if (pool->next == pool->end && !pool_refill(pool, free, cell_size)) return NULL;
    void *block = pool->next;
    pool->next += cell_size;
    return block;
}

static inline void *pool_take(pool *pools, free_list *lists, size_t size)
{
    size_t class = size ? (size - 1) / RT_CELL_STEP : 0;
    if (class == 0) class = 1; /* a free cell holds a head and a link */
    rt_free_block *cell = lists[class];
    if (RT_UNLIKELY(!cell))
        return pool_cut(&pools[class], &lists[class], (class + 1) * RT_CELL_STEP);
    lists[class] = cell->next;
    return cell;
}

static inline void cell_free(void *block)
{
    free_list *free = ((chunk *)((uintptr_t)block & ~(CHUNK_SIZE - 1)))->free;
    rt_free_block *cell = block;
    cell->head.refs = 0;
    cell->next = *free;
    *free = cell;
}

/* ---- large blocks ---------------------------------------------------------------------------- */

static bool fails_on_purpose(void)
{
    return RT_UNLIKELY(memory.fail_after) && --memory.fail_after == 0;
}

static void *large_take(size_t size)
{
    if (fails_on_purpose()) return NULL;
    large *block = malloc(sizeof(large) + size);
    if (!block) return NULL;
    block->next = block->previous = NULL;
    memory.in_use += size;
    return block + 1;
}

static void large_link(void *object)
{
    large *block = (large *)object - 1;
    block->next = memory.ring.next;
    block->previous = &memory.ring;
    block->next->previous = memory.ring.next = block;
}

static void large_free(void *pointer, size_t size)
{
    large *block = (large *)pointer - 1;
    if (block->next) {
        block->next->previous = block->previous;
        block->previous->next = block->next;
    }
    memory.in_use -= size;
    if (memory.poison) memset(pointer, 0xdb, size);
    free(block);
}

/* ---- the interface --------------------------------------------------------------------------- */

static void out_of_memory(void)
{
    rt_flush_out();
    fputs("MemoryError: out of memory\n", stderr);
    _Exit(1);
}

void *rt_try_alloc(size_t size)
{
    return RT_LIKELY(size <= rt_small_limit) ? pool_take(memory.blocks, rt_free_blocks, size)
                                             : large_take(size);
}

void *rt_alloc(size_t size)
{
    void *block = rt_try_alloc(size);
    if (RT_UNLIKELY(!block)) out_of_memory();
    return block;
}

void rt_free(void *block, size_t size)
{
    if (!block) return;
    if (RT_LIKELY(size <= rt_small_limit))
        cell_free(block);
    else
        large_free(block, size);
}

static void *large_resize(void *block, size_t old_size, size_t new_size)
{
    if (fails_on_purpose()) out_of_memory();
    large *resized = realloc((large *)block - 1, sizeof(large) + new_size);
    if (!resized) out_of_memory();
    memory.in_use += new_size - old_size;
    return resized + 1;
}

void *rt_realloc(void *block, size_t old_size, size_t new_size)
{
    if (!block) return rt_alloc(new_size);
    if (old_size > rt_small_limit && new_size > rt_small_limit)
        return large_resize(block, old_size, new_size);
    void *resized = rt_alloc(new_size);
    memcpy(resized, block, old_size < new_size ? old_size : new_size);
    rt_free(block, old_size);
    return resized;
}

static void *large_object(size_t size)
{
    void *object = large_take(size);
    if (!object) out_of_memory();
    large_link(object);
    return object;
}

/* Memory in use grows here and with large blocks only: so this is the moment to collect. */
void *rt_object_room_slow(size_t size)
{
    if (RT_UNLIKELY(memory.in_use > rt_collect_threshold)) rt_collect();
    if (RT_UNLIKELY(size > rt_small_limit)) return large_object(size);
    void *object = pool_take(memory.objects, rt_free_objects, size);
    if (RT_UNLIKELY(!object)) out_of_memory();
    return object;
}

/* Most objects are one of the first three sizes of cells. */
static inline void clear_object(rt_object *object, size_t size)
{
    uint64_t *words = (uint64_t *)object;
    if (RT_UNLIKELY(size > rt_small_limit || size > 64)) {
        memset(object, 0, size);
        return;
    }
    words[0] = words[2] = words[3] = 0;
    if (size > 32) words[4] = words[5] = 0;
    if (size > 48) words[6] = words[7] = 0;
}

void *rt_object_new(rt_type *type, size_t size)
{
    if (RT_UNLIKELY(!(type->flags & RT_TYPE_READY))) {
        rt_type_ready(type);
        if (!size) size = type->size;
    }
    rt_object *object = rt_object_room(size);
    clear_object(object, size);
    object->refs = 1;
    object->type = type;
    if (type->flags & RT_TYPE_HEAP) type->head.refs++;
    return object;
}

/* ---- walking, start and end ------------------------------------------------------------------ */

static void each_in_pool(const pool *pool, void (*visit)(rt_object *, void *), void *context)
{
    for (chunk *chunk = pool->chunks; chunk; chunk = chunk->next) {
        char *end = chunk == pool->chunks ? pool->next : chunk_end(chunk, pool->cell_size);
        for (char *at = (char *)(chunk + 1); at < end; at += pool->cell_size)
            if (((rt_object *)at)->refs) visit((rt_object *)at, context);
    }
}

void rt_each_object(void (*visit)(rt_object *object, void *context), void *context)
{
    for (int i = 0; i < RT_CELL_CLASSES; i++) each_in_pool(&memory.objects[i], visit, context);
    for (large *block = memory.ring.next; block != &memory.ring; block = block->next)
        if (((rt_object *)(block + 1))->refs) visit((rt_object *)(block + 1), context);
}

size_t rt_memory_in_use(void)
{
    return memory.in_use;
}

void rt_init_memory(void)
{
    const char *mode = getenv("ASYNCC_MEMORY"), *fail = getenv("ASYNCC_FAIL_ALLOC");
    memory.ring.next = memory.ring.previous = &memory.ring;
    memory.poison = mode && !strcmp(mode, "poison");
    memory.fail_after = fail ? strtoll(fail, NULL, 10) : 0;
    bool plain =
        PLAIN_ALWAYS || memory.poison || memory.fail_after || (mode && !strcmp(mode, "plain"));
    rt_small_limit = plain ? 0 : RT_CELL_STEP * RT_CELL_CLASSES;
    rt_collect_threshold = FIRST_COLLECTION;
}

/* What is still linked of large blocks has leaked: out of reach, the leak checker can report it. */
void rt_end_memory(void)
{
    while (memory.region_count--)
        munmap(memory.regions[memory.region_count], FIRST_REGION << memory.region_count);
    memset(&memory, 0, sizeof memory);
    memset(rt_free_blocks, 0, sizeof rt_free_blocks);
    memset(rt_free_objects, 0, sizeof rt_free_objects);
}
