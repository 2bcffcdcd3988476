/* Words in the texts of programs: what can be told before anything is lowered.
 *
 * In: a source text. Out: whether it has a word. Comments and strings count too: who asks may find
 * too much, never too little. */
#ifndef ASYNCC_BASE_WORDS_H
#define ASYNCC_BASE_WORDS_H

#include <stdbool.h>

#include "base/source.h"

/* A byte of a name; all of UTF-8 beyond ASCII counts. */
bool is_word_byte(char byte);

/* Whether `word` stands in the text by itself, not as a part of a longer word. Words of a text are
 * collected once, so that asking costs no search. */
bool source_has_word(source *s, const char *word);

/* Whether a function of that name is called. */
bool source_calls(source *s, const char *function);

/* Whether the program can ask for attributes by names that it makes up, or for all of them. Names
 * that are strings in place (`getattr(x, "name")`) are not made up. */
bool source_makes_names(source *s);

/* Whether `module` stands in the text as a value or under another name, not only in imports and in
 * front of a dot. */
bool source_has_value(source *s, const char *module);

#endif
