/* One compilation as a value: everything its phases share.
 *
 * There is no other mutable state in the compiler, so that several compilations can live in a
 * process side by side. What a phase makes lives in `memory` until compilation_free().
 */
#ifndef ASYNCC_BASE_COMPILATION_H
#define ASYNCC_BASE_COMPILATION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "base/source.h"
#include "base/vec.h"

typedef struct compile_options {
    uint32_t max_errors; /* stop parsing after this many; 0: no limit */
    bool strict;         /* check: what is sure to raise TypeError at run time is an error */
    const char
        *directory; /* what the program sees of relative paths begins with it; NULL: nothing */
} compile_options;

typedef struct compilation {
    arena memory;
    names names;
    diags diags;
    VEC(source *) sources; /* the program first, then what it imports; in `memory` */
    compile_options options;
} compilation;

void compilation_init(compilation *c, compile_options options);
void compilation_free(compilation *c);

/* Adds a source to the compilation; NULL as for source_from_file and source_from_text. */
source *compilation_open(compilation *c, const char *path);
source *compilation_open_text(compilation *c, const char *path, const char *text, size_t length);

/* The path of a source as the program sees it, in __file__ and in tracebacks: absolute, where the
 * options know the directory. In `memory`. */
const char *compilation_path(compilation *c, const source *s);

#endif
