/* The abstract syntax tree, generated from ast.def.
 *
 * It mirrors CPython's `ast` module: node->kind == AST_BinOp, node->as.BinOp.left. Nodes live
 * in the compilation's arena and are as large as their kind needs, so they are handled by
 * pointer only and never copied by value.
 */
#ifndef ASYNCC_SYNTAX_AST_H
#define ASYNCC_SYNTAX_AST_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/compilation.h"
#include "base/names.h"
#include "base/source.h"

typedef struct ast_node ast_node;

/* -- kinds and operators ----------------------------------------------------------------------- */

typedef enum ast_kind {
#define NODE(kind, class, fields) AST_##kind,
#include "syntax/ast.def"
    AST_KIND_COUNT
} ast_kind;

typedef enum ast_class {
    AST_CLASS_mod,
    AST_CLASS_stmt,
    AST_CLASS_expr,
    AST_CLASS_pattern,
    AST_CLASS_part
} ast_class;

typedef enum ast_operator {
#define OPERATOR(id, python, text) id,
#include "syntax/ast.def"
    AST_OPERATOR_COUNT
} ast_operator;

typedef enum ast_boolop {
#define BOOLOP(id, python, text) id,
#include "syntax/ast.def"
    AST_BOOLOP_COUNT
} ast_boolop;

typedef enum ast_unaryop {
#define UNARYOP(id, python, text) id,
#include "syntax/ast.def"
    AST_UNARYOP_COUNT
} ast_unaryop;

typedef enum ast_cmpop {
#define CMPOP(id, python, text) id,
#include "syntax/ast.def"
    AST_CMPOP_COUNT
} ast_cmpop;

typedef enum ast_context {
#define CONTEXT(id, python) id,
#include "syntax/ast.def"
    AST_CONTEXT_COUNT
} ast_context;

/* Source text of an operator ("+", "and", "not ", "is not"), for messages. */
const char *ast_operator_text(ast_operator op);
const char *ast_boolop_text(ast_boolop op);
const char *ast_unaryop_text(ast_unaryop op);
const char *ast_cmpop_text(ast_cmpop op);

/* -- literals ---------------------------------------------------------------------------------- */

typedef enum ast_constant_tag {
    AST_CONST_NONE,
    AST_CONST_TRUE,
    AST_CONST_FALSE,
    AST_CONST_ELLIPSIS,
    AST_CONST_INT,
    AST_CONST_FLOAT,
    AST_CONST_COMPLEX,
    AST_CONST_STR,
    AST_CONST_BYTES
} ast_constant_tag;

typedef struct ast_constant {
    ast_constant_tag tag;
    uint32_t length;  /* STR, BYTES, INT: bytes of text */
    const char *text; /* STR: UTF-8, surrogates as WTF-8; BYTES; INT: digits without prefix and
                         underscores. NUL-terminated, may contain NULs. */
    uint8_t base;     /* INT: 2, 8, 10 or 16 */
    bool fits;        /* INT: `integer` holds the value */
    union {
        int64_t integer; /* INT, when fits */
        double number;   /* FLOAT; COMPLEX: the imaginary part */
    };
} ast_constant;

/* -- nodes ------------------------------------------------------------------------------------- */

typedef struct ast_list {
    ast_node **items;
    uint32_t count;
} ast_list;

typedef struct ast_names {
    name *items;
    uint32_t count;
} ast_names;

typedef struct ast_cmpops {
    ast_cmpop *items;
    uint32_t count;
} ast_cmpops;

/* The C type of each field type of ast.def. */
typedef ast_node *ast_field_node;
typedef ast_node *ast_field_opt;
typedef ast_list ast_field_list;
typedef name ast_field_ident;
typedef name ast_field_opt_id;
typedef ast_names ast_field_idents;
typedef ast_operator ast_field_operator;
typedef ast_boolop ast_field_boolop;
typedef ast_unaryop ast_field_unaryop;
typedef ast_cmpops ast_field_cmpops;
typedef ast_context ast_field_ctx;
typedef ast_constant ast_field_constant;
typedef int ast_field_integer;
typedef bool ast_field_flag;

/* One struct a kind: struct ast_BinOp { ast_node *left; ast_operator op; ast_node *right; } */
#define FIELD(type, field) ast_field_##type field;
#define NODE(kind, class, fields)                                                                  \
    struct ast_##kind {                                                                            \
        fields                                                                                     \
    };
#include "syntax/ast.def"

struct ast_node {
    ast_kind kind;
    bool parenthesised; /* an expression that stands in its own ( ) */
    src_span span;      /* as CPython's lineno/col_offset to end_lineno/end_col_offset */
    union {
#define NODE(kind, class, fields) struct ast_##kind kind;
#include "syntax/ast.def"
    } as;
};

/* A zeroed node of this kind, just as large as the kind needs. */
ast_node *ast_new(arena *a, ast_kind kind, src_span span);

/* -- the shape of nodes, for phases that treat all kinds alike --------------------------------- */

typedef enum ast_field_type {
    AST_FIELD_node,
    AST_FIELD_opt,
    AST_FIELD_list,
    AST_FIELD_ident,
    AST_FIELD_opt_id,
    AST_FIELD_idents,
    AST_FIELD_operator,
    AST_FIELD_boolop,
    AST_FIELD_unaryop,
    AST_FIELD_cmpops,
    AST_FIELD_ctx,
    AST_FIELD_constant,
    AST_FIELD_integer,
    AST_FIELD_flag
} ast_field_type;

typedef struct ast_field_info {
    const char *name;
    ast_field_type type;
    uint16_t offset; /* within ast_node */
} ast_field_info;

typedef struct ast_kind_info {
    const char *name;
    ast_class class;
    uint16_t size; /* of a whole node of the kind */
    const ast_field_info *fields;
    uint16_t field_count;
} ast_kind_info;

const ast_kind_info *ast_info(ast_kind kind);

/* Calls visit for every child that is there, in field order; stops and gives false as soon as a
 * visit does. A visit goes on into the tree by calling ast_each_child for its own node. */
typedef bool ast_visitor(ast_node *node, void *context);
bool ast_each_child(ast_node *node, ast_visitor *visit, void *context);

/* -- dump -------------------------------------------------------------------------------------- */

/* Prints the tree as Python's ast.dump(tree, indent=2) does. */
void dump_ast(FILE *out, const ast_node *tree);

#endif
