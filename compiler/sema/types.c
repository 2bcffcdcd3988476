/* The lattice of types: joins and names. See types.h. */
#include "sema/types.h"

#include <string.h>

/* Kinds by their names in the result column of the library tables and in Python. */
static const struct {
    const char *name;
    type_kind kind;
} named_kinds[] = {
    {"none", TYPE_NONE}, {"bool", TYPE_BOOL},   {"int", TYPE_INT},   {"float", TYPE_FLOAT},
    {"str", TYPE_STR},   {"bytes", TYPE_BYTES}, {"list", TYPE_LIST}, {"tuple", TYPE_TUPLE},
    {"dict", TYPE_DICT}, {"set", TYPE_SET},
};

enum { NATURAL = 64 }; /* in `subject` of an int, beside its width */

type type_small(uint32_t width, bool natural)
{
    if (width > WIDTH_WORD) return TYPE(INT);
    return (type){TYPE_SMALL, (const void *)(uintptr_t)(width | (natural ? NATURAL : 0))};
}

uint32_t type_width(type t)
{
    return t.kind == TYPE_SMALL ? (uintptr_t)t.subject & (NATURAL - 1) : 64;
}

bool type_is_natural(type t)
{
    if (t.kind == TYPE_FLOAT) return t.subject != NULL;
    return t.kind == TYPE_SMALL && (uintptr_t)t.subject & NATURAL;
}

bool type_is_counted(type t)
{
    return t.kind != TYPE_NONE && t.kind != TYPE_BOOL &&
           !(t.kind == TYPE_SMALL && type_width(t) <= WIDTH_TAGGED);
}

static type join_ints(type a, type b)
{
    if (a.kind == TYPE_INT || b.kind == TYPE_INT) return TYPE(INT);
    uint32_t wa = type_width(a), wb = type_width(b);
    return type_small(wa > wb ? wa : wb, type_is_natural(a) && type_is_natural(b));
}

type type_join(type a, type b)
{
    if (a.kind == TYPE_NEVER || type_equal(a, b)) return b;
    if (b.kind == TYPE_NEVER) return a;
    if (type_is_int(a) && type_is_int(b)) return join_ints(a, b);
    return a.kind == TYPE_FLOAT && b.kind == TYPE_FLOAT ? TYPE(FLOAT) : TYPE(OBJECT);
}

type type_of_result(const char *result)
{
    for (size_t n = 0; n < sizeof named_kinds / sizeof *named_kinds; n++)
        if (strcmp(result, named_kinds[n].name) == 0) return (type){named_kinds[n].kind, NULL};
    if (strcmp(result, "char") == 0) return type_small(21, true);
    return TYPE(OBJECT);
}

const char *type_name(type t)
{
    if (t.kind == TYPE_NONE) return "NoneType";
    if (t.kind == TYPE_SMALL) return "int";
    for (size_t n = 0; n < sizeof named_kinds / sizeof *named_kinds; n++)
        if (t.kind == named_kinds[n].kind) return named_kinds[n].name;
    static const char *const others[] = {
        [TYPE_NEVER] = "nothing",       [TYPE_LIST_ITERATOR] = "list_iterator",
        [TYPE_ITEMS] = "iterable",      [TYPE_SLICE] = "slice",
        [TYPE_FUNCTION] = "function",   [TYPE_CLASS] = "class",
        [TYPE_INSTANCE] = "instance",   [TYPE_OPTIONAL] = "instance or None",
        [TYPE_COROUTINE] = "coroutine", [TYPE_METHOD] = "method",
        [TYPE_SUPER] = "super",         [TYPE_MODULE] = "module",
        [TYPE_LIBRARY] = "library",     [TYPE_LIBRARY_MODULE] = "module",
        [TYPE_OBJECT] = "object"};
    return others[t.kind];
}
