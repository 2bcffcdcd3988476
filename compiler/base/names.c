/* Interned names: a hash table with open addressing and linear probing, at most half full. */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 1024 };

void names_init(names *table, arena *memory)
{
    *table = (names){.memory = memory, .capacity = FIRST_CAPACITY};
    table->slots = checked_malloc(FIRST_CAPACITY * sizeof(name));
    table->by_id = checked_malloc(FIRST_CAPACITY / 2 * sizeof(name));
    memset(table->slots, 0, FIRST_CAPACITY * sizeof(name));
}

void names_free(names *table)
{
    free(table->slots);
    free(table->by_id);
    *table = (names){0};
}

/* FNV-1a: identifiers are short, so a byte at a time is as good as anything. */
static uint32_t hash_bytes(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static void grow(names *table)
{
    uint32_t capacity = table->capacity * 2;
    table->slots = checked_realloc(table->slots, capacity * sizeof(name));
    table->by_id = checked_realloc(table->by_id, capacity / 2 * sizeof(name));
    memset(table->slots, 0, capacity * sizeof(name));
    for (uint32_t id = 0; id < table->count; id++) {
        uint32_t slot = table->by_id[id]->hash & (capacity - 1);
        while (table->slots[slot]) slot = (slot + 1) & (capacity - 1);
        table->slots[slot] = table->by_id[id];
    }
    table->capacity = capacity;
}

static name add_name(names *table, const char *text, size_t length, uint32_t hash)
{
    struct name_entry *entry = arena_new(table->memory, struct name_entry);
    *entry = (struct name_entry){
        .text = arena_strndup(table->memory, text, length),
        .length = (uint32_t)length,
        .hash = hash,
        .id = table->count,
    };
    return table->by_id[table->count++] = entry;
}

name intern(names *table, const char *text, size_t length)
{
    uint32_t hash = hash_bytes(text, length);
    if (table->count == table->capacity / 2) grow(table);
    uint32_t slot = hash & (table->capacity - 1);
    for (name entry; (entry = table->slots[slot]); slot = (slot + 1) & (table->capacity - 1)) {
        if (entry->hash == hash && entry->length == length &&
            memcmp(entry->text, text, length) == 0)
            return entry;
    }
    return table->slots[slot] = add_name(table, text, length, hash);
}

name intern_text(names *table, const char *text)
{
    return intern(table, text, strlen(text));
}
