/* The native back end: C text to a program, through the system's C compiler.
 *
 * In: C text of asyncc's making and the options of `asyncc build`. Out: an executable that is
 * linked with the runtime library. Also here: the one-line command that does the same by hand,
 * for `emit --standalone`.
 */
#ifndef ASYNCC_BACK_NATIVE_H
#define ASYNCC_BACK_NATIVE_H

#include <stdbool.h>

#include "base/strbuf.h"

typedef struct native_options {
    const char *cc;       /* a command, possibly with arguments: "ccache gcc" */
    const char *optimise; /* -O0 ... -O3 */
    bool keep_symbols;
    bool static_link;
} native_options;

/* False after a message on stderr. */
bool native_build(const native_options *o, const char *text, const char *output);

/* Appends the command that builds `source` (a path) to the program `output`. */
void native_command(strbuf *out, const native_options *o, const char *source, const char *output);

#endif
