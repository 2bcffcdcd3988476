/* What of asyncc.h a program needs.
 *
 * In: the program's C. Out: the header's text without the declarations that neither the program nor
 * the rest of the header mentions: nine tenths of the header declare what the whole library has,
 * and libtcc would read and look up all of it for every program. */
#ifndef ASYNCC_BACK_JIT_HEADER_H
#define ASYNCC_BACK_JIT_HEADER_H

#include <stdbool.h>

#include "base/strbuf.h"

typedef struct jit_words jit_words; /* the names beginning with rt_ that a text mentions */

jit_words *jit_words_of(const char *program); /* of the program and of what the header always has */
bool jit_words_have(const jit_words *words, const char *name);
void jit_words_free(jit_words *words);

void jit_header(strbuf *out, const jit_words *words);

#endif
