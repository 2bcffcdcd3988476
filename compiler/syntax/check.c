/* The checks of a whole module, beginning with those that concern the file as such. */
#include "syntax/check.h"

#include <string.h>

#include "syntax/parse.h"

/* -- depth ------------------------------------------------------------------------------------- */

typedef struct depth_walk {
    int depth;
    const ast_node *too_deep;
} depth_walk;

static bool measure_depth(ast_node *node, void *context)
{
    depth_walk *walk = context;
    if (++walk->depth > AST_MAX_DEPTH) walk->too_deep = node;
    bool going = !walk->too_deep && ast_each_child(node, measure_depth, walk);
    walk->depth--;
    return going;
}

/* Chains of operators and of elifs nest as deep as they are long. */
static bool check_depth(compilation *c, const source *s, ast_node *module)
{
    depth_walk walk = {0};
    measure_depth(module, &walk);
    if (!walk.too_deep) return true;
    diag_error(&c->diags, s, walk.too_deep->span, "nested more than %d levels deep", AST_MAX_DEPTH);
    diag_hint(&c->diags, "a long chain of operators or elifs counts as nested; split it up");
    return false;
}

/* -- from __future__ --------------------------------------------------------------------------- */

static bool is_future_feature(name feature)
{
    static const char *const FEATURES[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
    };
    for (size_t i = 0; i < sizeof FEATURES / sizeof *FEATURES; i++) {
        if (strcmp(FEATURES[i], feature->text) == 0) return true;
    }
    return false;
}

static bool is_future_import(const ast_node *n)
{
    return n->kind == AST_ImportFrom && n->as.ImportFrom.module && n->as.ImportFrom.level == 0 &&
           strcmp(n->as.ImportFrom.module->text, "__future__") == 0;
}

static void check_features(compilation *c, const source *s, const ast_node *import)
{
    for (uint32_t i = 0; i < import->as.ImportFrom.names.count; i++) {
        name feature = import->as.ImportFrom.names.items[i]->as.alias.name;
        if (strcmp(feature->text, "braces") == 0)
            diag_error(&c->diags, s, import->span, "not a chance");
        else if (!is_future_feature(feature))
            diag_error(&c->diags, s, import->span, "future feature %s is not defined",
                       feature->text);
    }
}

static bool is_docstring(const ast_node *n)
{
    return n->kind == AST_Expr && n->as.Expr.value->kind == AST_Constant &&
           n->as.Expr.value->as.Constant.value.tag == AST_CONST_STR;
}

typedef struct future_walk {
    compilation *c;
    const source *s;
    bool late; /* something else has been seen */
} future_walk;

static bool check_future(ast_node *node, void *context)
{
    future_walk *walk = context;
    if (is_future_import(node) && walk->late)
        diag_error(&walk->c->diags, walk->s, node->span,
                   "from __future__ imports must occur at the beginning of the file");
    else if (is_future_import(node))
        check_features(walk->c, walk->s, node);
    else if (ast_info(node->kind)->class != AST_CLASS_expr) {
        walk->late = true;
        return ast_each_child(node, check_future, walk);
    }
    return true;
}

static void check_futures(compilation *c, const source *s, const ast_node *module)
{
    const ast_list *body = &module->as.Module.body;
    future_walk walk = {c, s, false};
    uint32_t first = body->count && is_docstring(body->items[0]);
    for (uint32_t i = first; i < body->count; i++) {
        walk.late |= !is_future_import(body->items[i]);
        check_future(body->items[i], &walk);
    }
}

void check_module(compilation *c, const source *s, ast_node *module)
{
    if (!check_depth(c, s, module)) return;
    check_futures(c, s, module);
    check_places(c, s, module);
    check_names(c, s, module);
}
