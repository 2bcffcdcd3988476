/* The library as the compiler knows it: the rows of runtime/lib/lib.def, found by name. */
#ifndef ASYNCC_SEMA_LIBRARY_H
#define ASYNCC_SEMA_LIBRARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

typedef enum library_kind {
    LIB_FUNCTION,
    LIB_METHOD,
    LIB_CLASS_METHOD,
    LIB_COROUTINE,
    LIB_LEAF, /* of a coroutine, for some calls of it */
    LIB_CLASS,
    LIB_VALUE
} library_kind;

typedef struct library_row {
    library_kind kind;
    const char *module; /* or the type's name, of a method */
    const char *name;
    const char *signature; /* functions, methods, coroutines */
    const char *symbol;    /* the C name; of a value: the C expression */
    uint32_t arity;
    const char *result;   /* "int", "object", ... */
    uint32_t frame_words; /* of a coroutine: what its frame has behind the head */
} library_row;

typedef struct library_module { /* a module that the runtime provides */
    const char *name;           /* dotted */
} library_module;

/* The rows, by number, in the order of their names (in strcmp's order, then in that of lib.def). */
extern const uint16_t library_by_name[];

/* All return NULL where there is no such thing. */
const library_module *library_module_find(const char *dotted_name);
const library_row *library_find(const char *module, const char *name);
const library_row *library_method(const char *type, const char *name);
/* All methods of all types, one after the other: start with *index 0; NULL at the end. */
const library_row *library_next_method(uint32_t *index);
/* What awaits a coroutine function without a frame, if there is such a row. */
const library_row *library_leaf(const library_row *coroutine);
/* The rows of a module one after the other: start with *index 0; NULL at the end. */
const library_row *library_row_of(const char *module, uint32_t *index);
/* Offers the names of a module (or, with NULL, of all modules) for "did you mean". */
void library_offer_names(const char *module, nearest *n);
/* What to use in place of a part of Python's library that is not there; name NULL: of a module.
 * NULL = nothing is known. */
const char *library_refusal(const char *module, const char *name);

/* A parsed signature. Parameters in source order: positional, *args, keyword-only, **kwargs. */
typedef struct library_signature {
    uint32_t count; /* C parameters but for self */
    uint32_t posonly, positional, kwonly;
    bool star, star_star;
    bool keywords_follow; /* a bare * or *args has been passed: while parsing */
    const char *names[12];
    uint8_t name_lengths[12];
    bool optional[12];
} library_signature;
bool library_parse_signature(const char *signature, library_signature *out);

/* The Python text of a library module written in asyncc's own language (runtime/lib/prelude/), or
 * NULL. */
const char *library_prelude(const char *dotted_name, uint32_t *length, bool *is_package);

#endif
