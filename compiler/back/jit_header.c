/* The header by lines: declarations of one symbol each, and everything else. See jit_header.h. */
#include "back/jit_header.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

extern const char asyncc_h_text[]; /* generated from runtime/asyncc.h */

typedef struct word { /* length 0: none */
    const char *text;
    size_t length;
} word;

struct jit_words {
    word *table; /* open addressing */
    size_t count, capacity;
};

/* ---- the set --------------------------------------------------------------------------------- */

static word *place_of(const jit_words *w, word key)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < key.length; i++) hash = (hash ^ (uint8_t)key.text[i]) * 1099511628211u;
    for (size_t i = hash >> 20;; i++) {
        word *at = &w->table[i & (w->capacity - 1)];
        bool same = at->length == key.length && !memcmp(at->text, key.text, key.length);
        if (!at->length || same) return at;
    }
}

static void grow(jit_words *w)
{
    jit_words old = *w;
    w->capacity = old.capacity ? old.capacity * 2 : 1024;
    w->table = calloc(w->capacity, sizeof *w->table);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.table[i].length) *place_of(w, old.table[i]) = old.table[i];
    free(old.table);
}

static void add(jit_words *w, word key)
{
    if (2 * (w->count + 1) > w->capacity) grow(w);
    word *at = place_of(w, key);
    w->count += !at->length;
    *at = key;
}

static bool has(const jit_words *w, word key)
{
    return place_of(w, key)->length > 0;
}

/* ---- words in texts -------------------------------------------------------------------------- */

static bool is_name_byte(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static word name_at(const char *at, const char *end)
{
    const char *stop = at;
    while (stop < end && is_name_byte(*stop)) stop++;
    return (word){at, (size_t)(stop - at)};
}

/* Names that begin with rt_: in texts of megabytes, so it is looked for that first. */
static void add_names(jit_words *w, const char *text, const char *end)
{
    for (const char *at = text; (at = memmem(at, (size_t)(end - at), "rt_", 3));) {
        word name = name_at(at, end);
        if (at == text || !is_name_byte(at[-1])) add(w, name);
        at += name.length;
    }
}

/* ---- lines of the header --------------------------------------------------------------------- */

static bool starts_with(word line, const char *what)
{
    size_t length = strlen(what);
    return line.length > length && !memcmp(line.text, what, length);
}

/* The symbol that the line declares and does nothing else: `rt_value rt_x(...);` or `extern rt_type
 * rt_x;`. Length 0: the line is something else. */
static word declared(word line)
{
    static const word none = {"", 0};
    const char *end = line.text + line.length;
    if (line.length < 8 || end[-1] != ';' || starts_with(line, "typedef") ||
        starts_with(line, "static") || !is_name_byte(*line.text) ||
        memchr(line.text, '{', line.length))
        return none;
    bool is_extern = starts_with(line, "extern");
    word last = none;
    for (const char *at = line.text; at < end;) {
        if (!is_name_byte(*at)) {
            at++;
            continue;
        }
        last = name_at(at, end);
        at += last.length;
        if (*at == '(' || (is_extern && *at == ';')) break;
        if (*at == ',' || *at == ';') return none;
    }
    return starts_with(last, "rt_") ? last : none;
}

static word next_line(const char **at)
{
    const char *end = strchr(*at, '\n');
    word line = {*at, end ? (size_t)(end - *at) : strlen(*at)};
    *at = end ? end + 1 : *at + line.length;
    return line;
}

jit_words *jit_words_of(const char *program)
{
    jit_words *w = calloc(1, sizeof *w);
    grow(w);
    add_names(w, program, program + strlen(program));
    for (const char *at = asyncc_h_text; *at;) {
        word line = next_line(&at);
        if (!declared(line).length) add_names(w, line.text, line.text + line.length);
    }
    return w;
}

bool jit_words_have(const jit_words *words, const char *name)
{
    return strncmp(name, "rt_", 3) != 0 || has(words, (word){name, strlen(name)});
}

void jit_words_free(jit_words *words)
{
    free(words->table);
    free(words);
}

void jit_header(strbuf *out, const jit_words *words)
{
    for (const char *at = asyncc_h_text; *at;) {
        word line = next_line(&at);
        word symbol = declared(line);
        if (!symbol.length || has(words, symbol)) strbuf_append(out, line.text, line.length + 1);
    }
}
