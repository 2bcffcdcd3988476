/* What of asyncc.h a program needs.
 *
 * In: the program's C. Out: the header's text without the macros, inline functions and declarations
 * that neither the program nor what it needs of the header mentions: nine tenths of the header
 * declare what the whole library has, and libtcc would read and look up all of it for every
 * program. tools/embed-header cuts the header into pieces and finds what each needs. */
#ifndef ASYNCC_BACK_JIT_HEADER_H
#define ASYNCC_BACK_JIT_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* In the header's order; ended by a NULL text. Those without a name ("") are always there. */
typedef struct header_piece {
    const char *name, *text;
    const uint16_t *needs; /* other pieces by index, ended by HEADER_NEEDS_END; NULL: none */
} header_piece;
#define HEADER_NEEDS_END UINT16_MAX

extern const header_piece header_pieces[];
extern const uint16_t header_by_name[]; /* those with a name, in strcmp's order */
extern const uint32_t header_name_count;

typedef struct jit_words jit_words; /* the pieces that a program needs */

jit_words *jit_words_of(const char *program, size_t length);
/* Whether the program can mention a symbol of the runtime. */
bool jit_words_have(jit_words *words, const char *name);
void jit_words_free(jit_words *words);

void jit_header(strbuf *out, const jit_words *words);

#endif
