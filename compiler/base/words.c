/* Words in the texts of programs. See words.h. */
#include "base/words.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* Those that are common as names of other things count only where they are called. */
static const char *const makers[] = {"getattr",      "hasattr",          "attrgetter",
                                     "methodcaller", "__getattribute__", "__dict__"};
static const char *const called[] = {"vars(", "dir("};

bool is_word_byte(char byte)
{
    return byte == '_' || (byte & 0x80) || isalnum((unsigned char)byte);
}

bool text_has_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at += length)
        if ((at == text || !is_word_byte(at[-1])) && !is_word_byte(at[length])) return true;
    return false;
}

bool text_makes_names(const char *text)
{
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (text_has_word(text, makers[i])) return true;
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        if (strstr(text, called[i])) return true;
    return false;
}
