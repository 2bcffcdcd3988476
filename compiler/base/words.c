/* Words in the texts of programs. See words.h. */
#include "base/words.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* These take the name of an attribute as their second argument; */
static const char *const lookups[] = {"getattr", "hasattr"};
/* these make names up, or show all that there are; */
static const char *const makers[] = {"attrgetter", "methodcaller", "__getattribute__", "__dict__"};
/* and these do so where they are called: they are common as names of other things. */
static const char *const called[] = {"vars", "dir"};

bool is_word_byte(char byte)
{
    return byte == '_' || (byte & 0x80) || isalnum((unsigned char)byte);
}

/* Where `word` stands next in the text by itself, or NULL. */
static const char *find_word(const char *text, const char *at, const char *word)
{
    size_t length = strlen(word);
    for (; (at = strstr(at, word)); at += length)
        if ((at == text || !is_word_byte(at[-1])) && !is_word_byte(at[length])) return at;
    return NULL;
}

/* ---- the set of a text's words --------------------------------------------------------------- */

typedef struct word_set {
    const char **places; /* open addressing: where each word first stands */
    uint32_t *lengths;
    uint32_t capacity, count;
    bool makes_names;
} word_set;

static uint32_t word_place(const word_set *set, const char *word, uint32_t length)
{
    uint32_t hash = length;
    for (uint32_t i = 0; i < length; i++) hash = hash * 31 + (unsigned char)word[i];
    for (uint32_t i = hash ^ hash >> 15;; i++) {
        uint32_t place = i & (set->capacity - 1);
        if (!set->places[place]) return place;
        if (set->lengths[place] == length && !memcmp(set->places[place], word, length))
            return place;
    }
}

static void make_room(word_set *set, arena *memory)
{
    word_set old = *set;
    set->capacity = old.capacity ? 2 * old.capacity : 256;
    set->places = arena_array(memory, const char *, set->capacity);
    set->lengths = arena_array(memory, uint32_t, set->capacity);
    for (uint32_t i = 0; i < old.capacity; i++) {
        if (!old.places[i]) continue;
        uint32_t place = word_place(set, old.places[i], old.lengths[i]);
        set->places[place] = old.places[i];
        set->lengths[place] = old.lengths[i];
    }
}

static void collect(word_set *set, const source *s)
{
    for (const char *at = s->text, *end = at + s->length; at < end;) {
        const char *start = at;
        while (at < end && is_word_byte(*at)) at++;
        uint32_t length = (uint32_t)(at - start);
        while (at < end && !is_word_byte(*at)) at++;
        if (!length) continue;
        if (2 * set->count >= set->capacity) make_room(set, s->memory);
        uint32_t place = word_place(set, start, length);
        if (set->places[place]) continue;
        set->places[place] = start;
        set->lengths[place] = length;
        set->count++;
    }
}

static bool makes_names(const word_set *set, const char *text);

static const word_set *words_of(source *s)
{
    if (s->words) return s->words;
    word_set *set = arena_new(s->memory, word_set);
    make_room(set, s->memory);
    collect(set, s);
    set->makes_names = makes_names(set, s->text);
    return s->words = set;
}

static bool has_word(const word_set *set, const char *word)
{
    return set->places[word_place(set, word, (uint32_t)strlen(word))] != NULL;
}

bool source_has_word(source *s, const char *word)
{
    return has_word(words_of(s), word);
}

/* ---- what stands around a word --------------------------------------------------------------- */

static const char *skip_blank(const char *at)
{
    while (*at && isspace((unsigned char)*at)) at++;
    return at;
}

/* Behind the string that begins here, or NULL where it is not a plain one of one line. */
static const char *skip_string(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote && *at != '\\' && *at != '\n') at++;
    return *at == quote ? at + 1 : NULL;
}

/* Whether the arguments that begin here are `something, "name"` and perhaps more. */
static bool names_literal(const char *at)
{
    int depth = 0;
    while (*at && (depth > 0 || *at != ',')) {
        if (*at == '"' || *at == '\'') {
            at = skip_string(at);
            if (!at) return false;
            continue;
        }
        if (strchr("([{", *at)) depth++;
        if (strchr(")]}", *at) && depth-- == 0) return false;
        at++;
    }
    if (!*at) return false;
    at = skip_blank(at + 1);
    if (*at != '"' && *at != '\'') return false;
    at = skip_string(at);
    if (!at) return false;
    at = skip_blank(at);
    return *at == ',' || *at == ')';
}

static bool looks_up_made_name(const char *text, const char *function)
{
    size_t length = strlen(function);
    for (const char *at = text; (at = find_word(text, at, function)); at += length) {
        const char *behind = skip_blank(at + length);
        if (*behind != '(' || !names_literal(behind + 1)) return true;
    }
    return false;
}

static bool is_called(const char *text, const char *function)
{
    size_t length = strlen(function);
    for (const char *at = text; (at = find_word(text, at, function)); at += length)
        if (*skip_blank(at + length) == '(') return true;
    return false;
}

static bool makes_names(const word_set *set, const char *text)
{
    for (size_t i = 0; i < sizeof lookups / sizeof *lookups; i++)
        if (has_word(set, lookups[i]) && looks_up_made_name(text, lookups[i])) return true;
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (has_word(set, makers[i])) return true;
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        if (has_word(set, called[i]) && is_called(text, called[i])) return true;
    return false;
}

bool source_calls(source *s, const char *function)
{
    return source_has_word(s, function) && is_called(s->text, function);
}

bool source_makes_names(source *s)
{
    return words_of(s)->makes_names;
}

bool source_has_value(source *s, const char *module)
{
    const char *text = s->text;
    size_t length = strlen(module);
    for (const char *at = text; (at = find_word(text, at, module)); at += length) {
        const char *before = at;
        while (before > text && (before[-1] == ' ' || before[-1] == '\t')) before--;
        bool is_named = (before - text >= 6 && !memcmp(before - 6, "import", 6)) ||
                        (before - text >= 4 && !memcmp(before - 4, "from", 4));
        const char *behind = skip_blank(at + length);
        if (is_named ? !strncmp(behind, "as ", 3) : *behind != '.') return true;
    }
    return false;
}
