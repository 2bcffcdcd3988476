/* Types: what the compiler knows about a value. A small lattice: TYPE_NEVER (nothing known to
 * arrive yet) at the bottom, TYPE_OBJECT (anything) at the top. Types choose representations and
 * direct calls; they never change what a program prints.  `subject` narrows functions, classes,
 * modules. */
#ifndef ASYNCC_SEMA_TYPES_H
#define ASYNCC_SEMA_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum type_kind {
    TYPE_NEVER,
    TYPE_NONE,
    TYPE_BOOL,
    TYPE_SMALL, /* an int proven to fit 63 bits; `subject` says how many it needs: type_small */
    TYPE_INT,
    TYPE_FLOAT, /* `subject`: whether it is known not to be negative */
    TYPE_STR,
    TYPE_BYTES,
    TYPE_LIST,          /* subject: the ir_list that says what it holds; NULL: anything */
    TYPE_LIST_ITERATOR, /* the same */
    TYPE_ITEMS,         /* a built-in iterable or iterator of which that is all that is known */
    TYPE_SLICE,
    TYPE_TUPLE,
    TYPE_DICT,
    TYPE_SET,
    TYPE_FUNCTION,  /* subject: the ir_function; its object has no defaults that could change */
    TYPE_CLASS,     /* subject: the ir_class itself, as a value */
    TYPE_INSTANCE,  /* subject: ir_class; exactly of this class or a subclass */
    TYPE_OPTIONAL,  /* the same, or None */
    TYPE_METHOD,    /* subject: the ir_function that is called with the object first */
    TYPE_SUPER,     /* subject: the ir_class whose method said super() */
    TYPE_COROUTINE, /* subject: the ir_function whose call made it */
    TYPE_MODULE,    /* subject: the ir_module of the program */
    TYPE_LIBRARY,   /* subject: the library_row (a function, class or value of the library) */
    TYPE_LIBRARY_MODULE, /* subject: the library_module */
    TYPE_OBJECT
} type_kind;

typedef struct type {
    type_kind kind;
    const void *subject;
} type;

#define TYPE(k) ((type){TYPE_##k, NULL})

static inline bool type_equal(type a, type b)
{
    return a.kind == b.kind && a.subject == b.subject;
}

/* An int n with |n| < 2^width; `natural`: n >= 0. Past 63 bits it is just an int. */
type type_small(uint32_t width, bool natural);
enum {
    WIDTH_TAGGED = 62, /* what a value holds in place */
    WIDTH_WORD = 63    /* what an int64_t holds */
};
uint32_t type_width(type small); /* 64 of any other type */
bool type_is_natural(type t);    /* of numbers: known to be >= 0; a float may be nan */
static inline type type_float(bool natural)
{
    return (type){TYPE_FLOAT, (const void *)(uintptr_t)natural};
}

bool type_is_counted(type t); /* not None, bools and ints that are held in place */

/* The ir_class of what is an instance, or may be None instead; else NULL. */
static inline const void *type_class(type t)
{
    return t.kind == TYPE_INSTANCE || t.kind == TYPE_OPTIONAL ? t.subject : NULL;
}

static inline bool type_is_int(type t)
{
    return t.kind == TYPE_INT || t.kind == TYPE_SMALL;
}

/* The least type that holds both. */
type type_join(type a, type b);

/* The type named in the result column of the library tables ("int", "str", "object", ...). */
type type_of_result(const char *result);

const char *type_name(type t); /* as Python names it: "int", "list"; "object" for the top */

#endif
