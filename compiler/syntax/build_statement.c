/* Building statements. */
#include <string.h>

#include "syntax/build.h"
#include "syntax/targets.h"

#define MAKE(kind, span, ...) make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})

/* -- simple statements ------------------------------------------------------------------------- */

ast_node *make_assign(parser *p, src_span span, ast_list targets, ast_node *value)
{
    for (uint32_t i = 0; i < targets.count; i++) {
        ast_node *target = targets.items[i];
        bool yield = target->kind == AST_Yield || target->kind == AST_YieldFrom;
        if (yield && !target->parenthesised)
            parse_error(p, target->span, "assignment to yield expression not possible");
        /* Only the first `=` of a chain is likely a slip for `==`. */
        make_target(p, target, targets.count > 1 && i > 0 ? TARGET_ITEM : TARGET_ASSIGN);
    }
    return MAKE(Assign, span, targets, value);
}

ast_node *make_augmented(parser *p, src_span span, ast_node *target, int op, ast_node *value)
{
    if (target->kind == AST_Name || target->kind == AST_Attribute || target->kind == AST_Subscript)
        make_target(p, target, TARGET_ASSIGN);
    else
        parse_error(p, target->span, "'%s' is an illegal expression for augmented assignment",
                    describe_expression(target));
    return MAKE(AugAssign, span, target, (ast_operator)op, value);
}

ast_node *make_annotated(parser *p, src_span span, ast_node *target, ast_node *annotation,
                         ast_node *value)
{
    bool bare = target->kind == AST_Name && !target->parenthesised;
    if (target->kind == AST_Name || target->kind == AST_Attribute || target->kind == AST_Subscript)
        make_target(p, target, TARGET_ASSIGN);
    else if (target->kind == AST_Tuple && !target->parenthesised)
        parse_error(p, target->as.Tuple.elts.items[0]->span,
                    "only single target (not tuple) can be annotated");
    else if (target->kind == AST_Tuple || target->kind == AST_List)
        parse_error(p, target->span, "only single target (not %s) can be annotated",
                    describe_expression(target));
    else
        parse_error(p, target->span, "illegal target for annotation");
    return MAKE(AnnAssign, span, target, annotation, value, bare);
}

/* `del a, b` has two targets, `del (a, b)` one. */
ast_node *make_delete(parser *p, src_span span, ast_node *targets)
{
    make_target(p, targets, TARGET_DELETE);
    bool several = targets->kind == AST_Tuple && !targets->parenthesised;
    return MAKE(Delete, span, several ? targets->as.Tuple.elts : list_one(p, targets));
}

ast_node *make_star_alias(parser *p, src_span span)
{
    return MAKE(alias, span, intern(&p->c->names, "*", 1), NULL);
}

void refuse_trailing_comma(parser *p, src_span span)
{
    parse_error(p, (src_span){span.end, span.end},
                "trailing comma not allowed without surrounding parentheses");
}

name join_dotted(parser *p, name left, name right)
{
    const char *joined = arena_printf(p->memory, "%s.%s", left->text, right->text);
    return intern_text(&p->c->names, joined);
}

/* -- if, for, with ----------------------------------------------------------------------------- */

/* What follows an `if` comes as an If for `elif`, or as a Module that carries an `else` block. */
ast_node *make_else(parser *p, src_span span, ast_list body)
{
    return MAKE(Module, span, body, {0});
}

ast_node *make_if(parser *p, src_span first, ast_node *test, ast_list body, ast_node *rest)
{
    ast_list orelse = {0};
    if (rest) orelse = rest->kind == AST_Module ? rest->as.Module.body : list_one(p, rest);
    return MAKE(If, cover2(first, body, orelse), test, body, orelse);
}

ast_node *make_for(parser *p, src_span first, ast_node *target, ast_node *iter, ast_list body,
                   ast_list orelse)
{
    return MAKE(For, cover2(first, body, orelse), target, iter, body, orelse);
}

ast_node *make_with_as(parser *p, src_span span, ast_node *value, ast_node *target)
{
    make_target(p, target, TARGET_ITEM);
    return MAKE(withitem, span, value, target);
}

static bool is_expression_without_as(const ast_node *n)
{
    return n->parenthesised || (n->kind != AST_NamedExpr && n->kind != AST_Starred);
}

ast_list as_with_items(parser *p, ast_list expressions)
{
    ast_list items = {0};
    for (uint32_t i = 0; i < expressions.count; i++) {
        ast_node *n = expressions.items[i];
        if (!is_expression_without_as(n)) parse_error(p, n->span, "invalid syntax");
        items = list_add(p, items, MAKE(withitem, n->span, n, NULL));
    }
    return items;
}

/* `with (a, b):` has two items, though it parses as one tuple. */
static bool is_item_list(ast_list items)
{
    const ast_node *item = items.items[0];
    const ast_node *value = item->as.withitem.context_expr;
    bool tuple = value->kind == AST_Tuple && value->parenthesised;
    if (items.count > 1 || item->as.withitem.optional_vars || !tuple || !value->as.Tuple.elts.count)
        return false;
    for (uint32_t i = 0; i < value->as.Tuple.elts.count; i++) {
        if (!is_expression_without_as(value->as.Tuple.elts.items[i])) return false;
    }
    return true;
}

ast_node *make_with(parser *p, src_span first, ast_list items, ast_list body)
{
    if (is_item_list(items))
        items = as_with_items(p, items.items[0]->as.withitem.context_expr->as.Tuple.elts);
    return MAKE(With, cover(first, body), items, body);
}

/* -- try --------------------------------------------------------------------------------------- */

ast_node *one_type(parser *p, src_span span, ast_list types)
{
    if (types.count > 1) parse_error(p, span, "multiple exception types must be parenthesized");
    return types.items[0];
}

ast_node *make_handler(parser *p, src_span first, ast_node *type, name id, ast_list body)
{
    return MAKE(ExceptHandler, cover(first, body), type, id, body);
}

/* The flag says `except*` until the handler is part of its try statement. */
ast_node *make_star_handler(parser *p, src_span first, ast_node *type, name id, ast_list body)
{
    return parenthesise(make_handler(p, first, type, id, body));
}

/* Known only behind the handler's block, where another line has begun: not that line's mistake. */
ast_list add_handler(parser *p, ast_list handlers, ast_node *handler)
{
    src_span except = {handler->span.start, handler->span.start + (uint32_t)strlen("except")};
    if (handlers.items[0]->parenthesised != handler->parenthesised)
        diag_error(&p->c->diags, p->source, except,
                   "cannot have both 'except' and 'except*' on the same 'try'");
    return list_add(p, handlers, handler);
}

ast_node *make_try(parser *p, src_span first, ast_list body, ast_list handlers, ast_list orelse,
                   ast_list finalbody)
{
    bool star = handlers.count && handlers.items[0]->parenthesised;
    src_span span = cover2(cover2(first, body, handlers), orelse, finalbody);
    ast_node *n = MAKE(Try, span, body, handlers, orelse, finalbody);
    for (uint32_t i = 0; i < handlers.count; i++) handlers.items[i]->parenthesised = false;
    if (star) n->kind = AST_TryStar; /* of the same shape */
    return n;
}

/* -- definitions ------------------------------------------------------------------------------- */

ast_list check_bases(parser *p, ast_list arguments)
{
    for (uint32_t i = 0; i < arguments.count; i++) {
        const ast_node *base = arguments.items[i];
        if (base->kind == AST_GeneratorExp && !base->parenthesised)
            parse_error(p, base->span, "invalid syntax");
    }
    return arguments;
}

ast_node *make_class(parser *p, src_span first, name id, ast_list arguments, ast_list body)
{
    struct ast_ClassDef fields = {.name = id, .body = body};
    split_arguments(p, arguments, &fields.bases, &fields.keywords);
    return make_node(p, AST_ClassDef, cover(first, body), &fields);
}

/* Async statements have the shape of the others. */
ast_node *make_async(src_span first, ast_node *statement)
{
    statement->span.start = first.start;
    if (statement->kind == AST_FunctionDef)
        statement->kind = AST_AsyncFunctionDef;
    else if (statement->kind == AST_With)
        statement->kind = AST_AsyncWith;
    else
        statement->kind = AST_AsyncFor;
    return statement;
}

ast_node *add_decorators(ast_node *definition, ast_list decorators)
{
    if (definition->kind == AST_ClassDef)
        definition->as.ClassDef.decorator_list = decorators;
    else if (definition->kind == AST_FunctionDef)
        definition->as.FunctionDef.decorator_list = decorators;
    else
        definition->as.AsyncFunctionDef.decorator_list = decorators;
    return definition;
}
