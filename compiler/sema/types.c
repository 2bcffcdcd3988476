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

type type_join(type a, type b)
{
    if (a.kind == TYPE_NEVER || type_equal(a, b)) return b;
    if (b.kind == TYPE_NEVER) return a;
    bool ints = (a.kind == TYPE_SMALL || a.kind == TYPE_INT) &&
                (b.kind == TYPE_SMALL || b.kind == TYPE_INT);
    return ints ? TYPE(INT) : TYPE(OBJECT);
}

type type_of_result(const char *result)
{
    for (size_t n = 0; n < sizeof named_kinds / sizeof *named_kinds; n++)
        if (strcmp(result, named_kinds[n].name) == 0) return (type){named_kinds[n].kind, NULL};
    return TYPE(OBJECT);
}

const char *type_name(type t)
{
    if (t.kind == TYPE_NONE) return "NoneType";
    if (t.kind == TYPE_SMALL) return "int";
    for (size_t n = 0; n < sizeof named_kinds / sizeof *named_kinds; n++)
        if (t.kind == named_kinds[n].kind) return named_kinds[n].name;
    static const char *const others[] = {
        [TYPE_NEVER] = "nothing",     [TYPE_FUNCTION] = "function",     [TYPE_CLASS] = "class",
        [TYPE_INSTANCE] = "instance", [TYPE_COROUTINE] = "coroutine",   [TYPE_MODULE] = "module",
        [TYPE_LIBRARY] = "library",   [TYPE_LIBRARY_MODULE] = "module", [TYPE_OBJECT] = "object"};
    return others[t.kind];
}
