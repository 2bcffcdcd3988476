/* The abstract syntax tree: what ast.def says, as tables, and what follows from them. */
#include "syntax/ast.h"

#include <stddef.h>

/* -- operators --------------------------------------------------------------------------------- */

const char *ast_operator_text(ast_operator op)
{
    static const char *const TEXTS[] = {
#define OPERATOR(id, python, text) text,
#include "syntax/ast.def"
    };
    return TEXTS[op];
}

const char *ast_boolop_text(ast_boolop op)
{
    static const char *const TEXTS[] = {
#define BOOLOP(id, python, text) text,
#include "syntax/ast.def"
    };
    return TEXTS[op];
}

const char *ast_unaryop_text(ast_unaryop op)
{
    static const char *const TEXTS[] = {
#define UNARYOP(id, python, text) text,
#include "syntax/ast.def"
    };
    return TEXTS[op];
}

const char *ast_cmpop_text(ast_cmpop op)
{
    static const char *const TEXTS[] = {
#define CMPOP(id, python, text) text,
#include "syntax/ast.def"
    };
    return TEXTS[op];
}

/* -- kinds ------------------------------------------------------------------------------------- */

/* A block of its own for each kind, so that FIELD can call the kind's struct `holder`. */
#define FIELD(type, field)                                                                         \
    {#field, AST_FIELD_##type, (uint16_t)(offsetof(ast_node, as) + offsetof(holder, field))},
#define NODE(kind, class, fields)                                                                  \
    case AST_##kind: {                                                                             \
        typedef struct ast_##kind holder;                                                          \
        static const ast_field_info FIELDS[] = {fields{0}};                                        \
        static const ast_kind_info INFO = {                                                        \
            #kind,                                                                                 \
            AST_CLASS_##class,                                                                     \
            (uint16_t)(offsetof(ast_node, as) + sizeof(holder)),                                   \
            FIELDS,                                                                                \
            sizeof FIELDS / sizeof *FIELDS - 1,                                                    \
        };                                                                                         \
        return &INFO;                                                                              \
    }

const ast_kind_info *ast_info(ast_kind kind)
{
    switch (kind) {
#include "syntax/ast.def"
    case AST_KIND_COUNT: break;
    }
    return NULL;
}

ast_node *ast_new(arena *a, ast_kind kind, src_span span)
{
    static const uint16_t SIZES[] = {
#define NODE(kind, class, fields) offsetof(ast_node, as) + sizeof(struct ast_##kind),
#include "syntax/ast.def"
    };
    ast_node *n = arena_alloc(a, SIZES[kind]);
    n->kind = kind;
    n->span = span;
    return n;
}

/* -- children ---------------------------------------------------------------------------------- */

static bool visit_list(const ast_list *list, ast_visitor *visit, void *context)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i] && !visit(list->items[i], context)) return false;
    }
    return true;
}

bool ast_each_child(ast_node *node, ast_visitor *visit, void *context)
{
    const ast_kind_info *info = ast_info(node->kind);
    for (int i = 0; i < info->field_count; i++) {
        char *at = (char *)node + info->fields[i].offset;
        bool going = true;
        if (info->fields[i].type == AST_FIELD_list) {
            going = visit_list((ast_list *)at, visit, context);
        } else if (info->fields[i].type == AST_FIELD_node ||
                   info->fields[i].type == AST_FIELD_opt) {
            ast_node *child = *(ast_node **)at;
            going = !child || visit(child, context);
        }
        if (!going) return false;
    }
    return true;
}
