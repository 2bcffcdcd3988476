/* Scopes: which variable each name of a module means.
 *
 * In: the syntax tree of a module. Out: a tree of scopes, one for the module and for each function,
 * lambda, class and comprehension in it, with a symbol for each name that a scope binds or reads;
 * each symbol says where its variable lives. The rules are Python's: binding makes a name local,
 * `global` and `nonlocal` undo that, functions do not see the names of a class around them,
 * comprehensions have names of their own, a walrus binds outside of them.
 *
 * List, set and dict comprehensions run inside the function around them (their host); generator
 * expressions are functions of their own. A variable is *captured*, and lives in a cell, only
 * where a function other than its host's uses it. */
#ifndef ASYNCC_SEMA_SCOPE_H
#define ASYNCC_SEMA_SCOPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compilation.h"
#include "syntax/ast.h"

typedef struct scope scope;
typedef struct symbol symbol;
struct ir_global;

typedef enum scope_kind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,     /* def, async def, lambda */
    SCOPE_GENERATOR,    /* a generator expression */
    SCOPE_COMPREHENSION /* list, set, dict: part of its host */
} scope_kind;

typedef enum symbol_place {
    PLACE_LOCAL,  /* a variable of the symbol's own scope, or of another one with the same host */
    PLACE_FREE,   /* a cell that comes from outside: host->frees */
    PLACE_GLOBAL, /* a module variable, or else a builtin */
    PLACE_CLASS   /* in the namespace of the class whose body the scope is */
} symbol_place;

struct symbol {
    name name; /* mangled where Python does it */
    scope *owner;
    src_span span; /* of its first appearance */
    bool used, bound, is_parameter;
    bool is_global, is_nonlocal; /* declared so */
    bool is_walrus;              /* bound by := somewhere */
    bool only_definitions;       /* bound by def, class and import only */
    bool captured;
    uint32_t bind_count;
    symbol_place place;
    symbol *definition; /* PLACE_LOCAL, PLACE_FREE: the symbol that binds it; itself when own */

    /* Lowering's notes. */
    int32_t slot; /* of a definition: the variable's slot or the slot of its cell, in the host */
    struct ir_global *global;
};

struct scope {
    scope_kind kind;
    const ast_node *node;
    scope *parent;         /* NULL for the module */
    scope *host;           /* the nearest scope that is not a comprehension: itself or around it */
    VEC(symbol *) symbols; /* in order of appearance */
    symbol **table;        /* the same by name: open addressing */
    uint32_t capacity;
    VEC(scope *) children;
    VEC(symbol *) frees; /* of a host: the definitions whose cells it gets from outside, in order */
    name class_name;     /* of the class around, for the mangling of __names; or NULL */
    bool has_yield;      /* a generator */
    bool has_await;      /* of a generator expression: an async one */
    bool has_annotations; /* of a class: its body annotates names */
};

typedef struct scope_tree {
    scope *module;
    const ast_node **nodes; /* scope_of's table: open addressing, scopes[i] belongs to nodes[i] */
    scope **scopes;
    uint32_t count, capacity;
} scope_tree;

/* The names that `from module import *` binds in a module, which scopes must know. Calls
 * `bind` with each name; `level` counts the leading dots. */
typedef void star_names(void *context, const ast_node *import, void (*bind)(void *, name),
                        void *to);

scope_tree *scope_build(compilation *c, const ast_node *module, star_names *stars, void *context);

/* The scope that a node opens; for comprehensions and functions alike. */
scope *scope_of(const scope_tree *tree, const ast_node *node);

/* The symbol of a name (mangled) in exactly this scope; NULL when it does not appear there. */
symbol *scope_find(const scope *s, name n);

/* What a name of the source is called inside the scope: __x becomes _Class__x. */
name scope_mangle(compilation *c, const scope *s, name n);

#endif
