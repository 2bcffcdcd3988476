/* The library as the compiler knows it: the rows of runtime/lib/lib.def, found by name. */
#ifndef ASYNCC_SEMA_LIBRARY_H
#define ASYNCC_SEMA_LIBRARY_H

#include <stdbool.h>
#include <stdint.h>

typedef enum library_kind { LIB_FUNCTION, LIB_METHOD, LIB_COROUTINE, LIB_CLASS, LIB_VALUE } library_kind;

typedef struct library_row {
    library_kind kind;
    const char *module;    /* or the type's name, of a method */
    const char *name;
    const char *signature; /* functions, methods, coroutines */
    const char *symbol;    /* the C name; of a value: the C expression */
    uint32_t arity;
    const char *result;    /* "int", "object", ... */
} library_row;

typedef struct library_module { /* a module that the runtime provides */
    const char *name; /* dotted */
} library_module;

/* All return NULL where there is no such thing. */
const library_module *library_module_find(const char *dotted_name);
const library_row *library_find(const char *module, const char *name);
const library_row *library_method(const char *type, const char *name);
/* The nearest name in a module (or module name, with module NULL) for "did you mean"; or NULL. */
const char *library_nearest(const char *module, const char *name);

/* A parsed signature. */
typedef struct library_signature {
    uint32_t count;            /* C parameters but for self */
    uint32_t posonly, positional, kwonly;
    bool star, star_star;
    const char *names[12];
    uint8_t name_lengths[12];
    bool optional[12];
} library_signature;
bool library_parse_signature(const char *signature, library_signature *out);

/* The Python text of a library module written in asyncc's own language (runtime/lib/prelude/), or NULL. */
const char *library_prelude(const char *dotted_name, uint32_t *length, bool *is_package);

#endif
