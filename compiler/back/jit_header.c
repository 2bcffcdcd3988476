/* The header by pieces: marking from the names in the program's text. See jit_header.h. */
#include "back/jit_header.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/words.h"

struct jit_words {
    bool *needed;   /* by piece */
    uint16_t asked; /* what jit_words_have looked at last: symbols come in the header's order */
};

/* ---- look-up --------------------------------------------------------------------------------- */

/* The piece of a name of that length, or HEADER_NEEDS_END. */
static uint16_t find_piece(const char *text, size_t length)
{
    uint32_t low = 0, high = header_name_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const char *name = header_pieces[header_by_name[middle]].name;
        int order = strncmp(name, text, length);
        if (order == 0 && !name[length]) return header_by_name[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return HEADER_NEEDS_END;
}

/* ---- marking --------------------------------------------------------------------------------- */

static void need(jit_words *w, uint16_t piece)
{
    if (piece == HEADER_NEEDS_END || w->needed[piece]) return;
    w->needed[piece] = true;
    const uint16_t *needs = header_pieces[piece].needs;
    for (; needs && *needs != HEADER_NEEDS_END; needs++) need(w, *needs);
}

/* Names that were met before, by hash, so that most need no search: texts have megabytes. */
enum { MET = 1024 };
typedef struct met {
    const char *text;
    size_t length;
} met;

static bool is_met(met *table, const char *text, size_t length)
{
    uint32_t hash = (uint32_t)length;
    for (size_t i = 3; i < length; i++) hash = hash * 31 + (unsigned char)text[i];
    met *place = &table[(hash ^ hash >> 10) % MET];
    if (place->length == length && !memcmp(place->text, text, length)) return true;
    *place = (met){text, length};
    return false;
}

/* Names that begin with rt_ or RT_: their underscore is looked for first. */
static void need_names(jit_words *w, const char *text, size_t length)
{
    met table[MET] = {0};
    const char *end = text + length;
    for (const char *at = text; (at = memchr(at, '_', (size_t)(end - at))); at++) {
        const char *start = at - 2;
        if (start < text || (start[0] | 32) != 'r' || (start[1] | 32) != 't' ||
            (start > text && is_word_byte(start[-1])))
            continue;
        while (is_word_byte(*at)) at++; /* a NUL stands behind the text */
        if (!is_met(table, start, (size_t)(at - start)))
            need(w, find_piece(start, (size_t)(at - start)));
        at--;
    }
}

jit_words *jit_words_of(const char *program, size_t length)
{
    uint16_t count = 0;
    while (header_pieces[count].text) count++;
    jit_words *w = checked_malloc(sizeof *w);
    w->asked = 0;
    w->needed = checked_malloc(count * sizeof *w->needed);
    memset(w->needed, 0, count * sizeof *w->needed);
    for (uint16_t i = 0; i < count; i++)
        if (!*header_pieces[i].name) need(w, i);
    need_names(w, program, length);
    return w;
}

/* ---- what comes of it ------------------------------------------------------------------------ */

bool jit_words_have(jit_words *words, const char *name)
{
    const header_piece *next = &header_pieces[words->asked + 1];
    bool is_next = next->text && strcmp(next->name, name) == 0;
    uint16_t piece = is_next ? words->asked + 1u : find_piece(name, strlen(name));
    if (piece == HEADER_NEEDS_END) return true;
    words->asked = piece;
    return words->needed[piece];
}

void jit_words_free(jit_words *words)
{
    free(words->needed);
    free(words);
}

void jit_header(strbuf *out, const jit_words *words)
{
    for (uint32_t i = 0; header_pieces[i].text; i++)
        if (words->needed[i]) strbuf_puts(out, header_pieces[i].text);
}
