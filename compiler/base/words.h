/* Words in the texts of programs: what can be told before anything is lowered.
 *
 * In: a source text. Out: whether it has a word. Comments and strings count too: who asks may find
 * too much, never too little. */
#ifndef ASYNCC_BASE_WORDS_H
#define ASYNCC_BASE_WORDS_H

#include <stdbool.h>

/* A byte of a name; all of UTF-8 beyond ASCII counts. */
bool is_word_byte(char byte);

/* Whether `word` stands in the text by itself, not as a part of a longer word. */
bool text_has_word(const char *text, const char *word);

/* Whether a function of that name is called. */
bool text_calls(const char *text, const char *function);

/* Whether the program can ask for attributes by names that it makes up, or for all of them. Names
 * that are strings in place (`getattr(x, "name")`) are not made up. */
bool text_makes_names(const char *text);

/* Whether `module` stands in the text as a value or under another name, not only in imports and in
 * front of a dot. */
bool text_has_value(const char *text, const char *module);

#endif
