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

bool text_has_word(const char *text, const char *word)
{
    return find_word(text, text, word) != NULL;
}

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

bool text_calls(const char *text, const char *function)
{
    size_t length = strlen(function);
    for (const char *at = text; (at = find_word(text, at, function)); at += length)
        if (*skip_blank(at + length) == '(') return true;
    return false;
}

bool text_makes_names(const char *text)
{
    for (size_t i = 0; i < sizeof lookups / sizeof *lookups; i++)
        if (looks_up_made_name(text, lookups[i])) return true;
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (text_has_word(text, makers[i])) return true;
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        if (text_calls(text, called[i])) return true;
    return false;
}

bool text_has_value(const char *text, const char *module)
{
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
