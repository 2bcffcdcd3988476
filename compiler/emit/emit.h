/* IR -> C: the text of a whole program, for both back ends.
 *
 * In: a program whose functions have been through represent. Out: C11 that includes asyncc.h
 * and defines main(). It reads like the program: names come from the source, every statement
 * stands as a comment above its C, states of coroutines have names. */
#ifndef ASYNCC_EMIT_EMIT_H
#define ASYNCC_EMIT_EMIT_H

#include "base/strbuf.h"
#include "ir/ir.h"

typedef struct emit_options {
    /* for people and debuggers: each Python line in front of its C, as a comment and a #line */
    bool source_lines;
    bool asked_methods; /* tables of the methods that can be asked for: for the linker */
} emit_options;

void emit_program(compilation *c, ir_program *p, emit_options options, strbuf *out);

#endif
