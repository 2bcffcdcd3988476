/* Diagnostics: what the compiler has to say about a program.
 *
 * In: errors, warnings and notes, each with a span of a source, in any order, from any phase.
 * Out: one sorted, deduplicated report in the shape of clang's and rustc's:
 *
 *     prog.py:3:12: error: 'await' outside async function
 *         return await work()
 *                ^~~~~~~~~~~~
 *       hint: declare the function with 'async def'
 *
 * Colour is used on terminals only.
 */
#ifndef ASYNCC_BASE_DIAG_H
#define ASYNCC_BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/vec.h"

typedef enum diag_severity { DIAG_ERROR, DIAG_WARNING } diag_severity;

/* A further line under a diagnostic: advice, or another place that matters. */
typedef struct diag_extra {
    const source *source; /* NULL: a hint without a place */
    src_span span;
    const char *text;
} diag_extra;

typedef struct diag {
    diag_severity severity;
    const source *source; /* NULL: about the compilation as a whole */
    src_span span;
    const char *message;
    VEC(diag_extra) extras; /* in the arena */
    uint32_t sequence;      /* order of arrival, the last key when sorting */
} diag;

typedef struct diags {
    arena *memory; /* messages and items live here */
    VEC(diag) items;
    uint32_t error_count;
    uint32_t warning_count;
} diags;

void diags_init(diags *d, arena *memory);

/* Reports something; the text is formatted at once. */
#define DIAG_PRINTF(n) __attribute__((format(printf, n, n + 1)))
void diag_error(diags *d, const source *s, src_span at, const char *format, ...) DIAG_PRINTF(4);
void diag_warning(diags *d, const source *s, src_span at, const char *format, ...) DIAG_PRINTF(4);

/* Adds advice, or a second place, to the diagnostic reported last. */
void diag_hint(diags *d, const char *format, ...) DIAG_PRINTF(2);
void diag_note(diags *d, const source *s, src_span at, const char *format, ...) DIAG_PRINTF(4);

/* Sorts by source, position and arrival; keeps one error at a place and drops exact repetitions.
 * Printing does it too. */
void diags_sort(diags *d);

/* Prints the report. Colour: see diag_wants_colour. */
void diags_print(diags *d, FILE *out, bool colour);

/* Whether `out` is a terminal that should get colour (honours NO_COLOR and TERM=dumb). */
bool diag_wants_colour(FILE *out);

/* "Did you mean": the candidate closest to `text` by edit distance, or NULL when none is near
 * enough to be a likely slip. `nearest` collects the best so far. */
typedef struct nearest {
    const char *text;
    const char *best;
    uint32_t distance; /* of the best so far; starts as the largest acceptable one plus 1 */
} nearest;

nearest nearest_to(const char *text);
void nearest_offer(nearest *n, const char *candidate);

/* Insertions, deletions, substitutions and swaps of neighbours; gives up above `limit`. */
uint32_t edit_distance(const char *a, const char *b, uint32_t limit);

#endif
