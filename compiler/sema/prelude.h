/* The library modules written in asyncc's own language, embedded at build time.
 *
 * tools/embed-prelude turns runtime/lib/prelude/ into the table that this declares. */
#ifndef ASYNCC_SEMA_PRELUDE_H
#define ASYNCC_SEMA_PRELUDE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct prelude_row {
    const char *name; /* dotted */
    const char *text; /* NUL-terminated Python */
    uint32_t length;
    bool is_package; /* the text is that of its __init__.py */
} prelude_row;

extern const prelude_row prelude_rows[];
extern const uint32_t prelude_count;

#endif
