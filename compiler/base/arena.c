/* Arena allocation: a list of malloc'ed blocks, the newest of which is being filled.
 *
 * Blocks double in size up to a limit, so that small compilations stay small and large ones
 * need few blocks. A request larger than a block gets a block of its own.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/format.h"

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

typedef struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(max_align_t) char bytes[];
} arena_block;

static _Noreturn void out_of_memory(void)
{
    fputs("asyncc: out of memory\n", stderr);
    exit(2);
}

void *checked_malloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) out_of_memory();
    return memory;
}

void *checked_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory) out_of_memory();
    return memory;
}

static void add_block(arena *a, size_t needed)
{
    size_t size = a->blocks ? a->blocks->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < needed) size = needed;
    arena_block *block = calloc(1, sizeof *block + size);
    if (!block) out_of_memory();
    block->older = a->blocks;
    block->size = size;
    a->blocks = block;
    a->next = block->bytes;
    a->end = block->bytes + size;
    a->total += sizeof *block + size;
}

void *arena_alloc(arena *a, size_t size)
{
    const size_t mask = alignof(max_align_t) - 1;
    if (size > SIZE_MAX - mask - sizeof(arena_block)) out_of_memory();
    size = size ? (size + mask) & ~mask : mask + 1;
    if (size > (size_t)(a->end - a->next)) add_block(a, size);
    void *memory = a->next;
    a->next += size;
    return memory;
}

char *arena_strndup(arena *a, const char *text, size_t length)
{
    char *copy = arena_alloc(a, length + 1);
    if (length) memcpy(copy, text, length);
    return copy;
}

char *arena_printf(arena *a, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(a, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_vprintf(arena *a, const char *format, va_list arguments)
{
    char first[256];
    size_t length = format_text(first, sizeof first, format, arguments);
    if (length < sizeof first) return arena_strndup(a, first, length);
    char *text = arena_alloc(a, length + 1);
    format_text(text, length + 1, format, arguments);
    return text;
}

void arena_free(arena *a)
{
    for (arena_block *block = a->blocks, *older; block; block = older) {
        older = block->older;
        free(block);
    }
    *a = (arena){0};
}
