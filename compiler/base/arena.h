/* Arena allocation: many small objects with one common end of life.
 *
 * In: sizes. Out: zeroed memory, aligned for any type, that lives until arena_free().
 * Nothing is ever freed on its own; an allocation is a pointer bump. Running out of memory
 * ends the process with a message, so no caller checks for NULL.
 */
#ifndef ASYNCC_BASE_ARENA_H
#define ASYNCC_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

/* A zero-initialised arena is empty and ready for use. */
typedef struct arena {
    struct arena_block *blocks; /* newest first */
    char *next;                 /* next free byte of the newest block */
    char *end;                  /* one past that block's last byte */
    size_t total;               /* bytes obtained from malloc, for --timings */
} arena;

/* `size` zeroed bytes. A size of 0 gives a valid, unique pointer. */
void *arena_alloc(arena *a, size_t size);

/* A NUL-terminated copy of `length` bytes of `text` (which may contain NULs). */
char *arena_strndup(arena *a, const char *text, size_t length);

/* printf into the arena. */
char *arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(arena *a, const char *format, va_list arguments);

/* Releases everything; the arena is empty and usable again. */
void arena_free(arena *a);

/* One zeroed object, or an array of `count` of them, of `type`. */
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, count) ((type *)arena_alloc((a), (size_t)(count) * sizeof(type)))

/* malloc and realloc that end the process instead of returning NULL. */
void *checked_malloc(size_t size);
void *checked_realloc(void *old, size_t size);

#endif
