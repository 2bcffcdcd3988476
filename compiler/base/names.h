/* Interned names: every identifier of a compilation exists once.
 *
 * In: the bytes of an identifier. Out: a `name`; two names are equal exactly when their
 * pointers are. Ids are dense from 0 in order of first appearance, so that a phase can
 * keep facts about names in a plain array.
 */
#ifndef ASYNCC_BASE_NAMES_H
#define ASYNCC_BASE_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct name_entry {
    const char *text; /* NUL-terminated UTF-8 */
    uint32_t length;  /* bytes */
    uint32_t hash;
    uint32_t id;
};

typedef const struct name_entry *name;

typedef struct names {
    arena *memory; /* where entries live */
    name *slots;   /* open addressing; `capacity` is a power of two */
    name *by_id;   /* the `count` names in order of their ids */
    uint32_t count;
    uint32_t capacity;
} names;

void names_init(names *table, arena *memory);
void names_free(names *table);

/* The one name with these bytes, made if it is new. */
name intern(names *table, const char *text, size_t length);

/* The same for a C string. */
name intern_text(names *table, const char *text);

#endif
