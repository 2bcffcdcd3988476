/* The JIT: C text to callable code in this process, through libtcc.
 *
 * In: a complete C program of asyncc's making, which includes "asyncc.h" once. Out: its main(),
 * linked against the runtime inside asyncc itself. No header, file or C compiler is needed.
 */
#ifndef ASYNCC_BACK_JIT_H
#define ASYNCC_BACK_JIT_H

#include "base/strbuf.h"

typedef struct jit jit;
typedef int jit_main(int argc, char **argv);

/* NULL when libtcc refuses the text, which is asyncc's fault, not the program's: then `errors`
 * has what it said. `path` is what libtcc calls the text. */
jit *jit_compile(const char *path, const char *text, strbuf *errors);

/* Valid until jit_free. */
jit_main *jit_entry(const jit *j);

void jit_free(jit *j);

#endif
