/* Lowering of statements: the table of all of them, and those that need no file of their own.
 *
 * In: statement nodes. Out: operations; conditions and jumps where control splits. */
#include "ir/lower_internal.h"

#include <string.h>

static void lower_expr_statement(lowerer *l, const ast_node *n)
{
    const ast_node *value = n->as.Expr.value;
    if (value->kind != AST_Constant) lower_expr(l, value);
}

static void lower_return(lowerer *l, const ast_node *n)
{
    const ast_node *value = n->as.Return.value;
    lower_exit(l, EXIT_RETURN, value ? lower_expr(l, value) : const_none(l), n->span);
}

/* TYPE_CHECKING or typing.TYPE_CHECKING: what such an `if` imports need not exist. */
static bool is_for_checkers(const ast_node *test)
{
    name n = test->kind == AST_Name        ? test->as.Name.id
             : test->kind == AST_Attribute ? test->as.Attribute.attr
                                           : NULL;
    return n && !strcmp(n->text, "TYPE_CHECKING");
}

static void lower_if(lowerer *l, const ast_node *n)
{
    const struct ast_If *if_ = &n->as.If;
    known_answer known = known_condition(l, if_->test);
    if (known != KNOWN_NOT) {
        lower_statements(l, known == KNOWN_YES ? if_->body : if_->orelse);
        return;
    }
    ir_block *yes = new_block(l, "if");
    ir_block *no = if_->orelse.count ? new_block(l, "else") : NULL;
    ir_block *after = new_block(l, "end_if");
    lower_condition(l, if_->test, yes, no ? no : after);
    place_block(l, yes);
    bool outside = l->checkers_only;
    l->checkers_only = outside || is_for_checkers(if_->test);
    lower_statements(l, if_->body);
    l->checkers_only = outside;
    jump_to(l, after, n->span);
    if (no) {
        place_block(l, no);
        lower_statements(l, if_->orelse);
        jump_to(l, after, n->span);
    }
    place_block(l, after);
}

static bool is_in_handler(const lowerer *l)
{
    for (const region *r = l->region; r; r = r->outer)
        if (r->kind == REGION_HANDLER) return true;
    return false;
}

static void lower_raise(lowerer *l, const ast_node *n)
{
    const struct ast_Raise *raise = &n->as.Raise;
    if (!raise->exc) {
        keep_iterators(l, n->span);
        if (!is_in_handler(l)) emit(l, IR_require_handled, n->span, NO_REFS);
        emit(l, IR_reraise, n->span, NO_REFS);
        return;
    }
    ir_ref exception = lower_expr(l, raise->exc);
    ir_ref cause = raise->cause ? lower_expr(l, raise->cause) : IR_NO_REF;
    keep_iterators(l, n->span);
    emit(l, IR_raise, n->span, REFS(exception, cause));
}

static void lower_assert(lowerer *l, const ast_node *n)
{
    const struct ast_Assert *assert = &n->as.Assert;
    ir_block *holds = new_block(l, "assert_holds"), *fails = new_block(l, "assert_fails");
    lower_condition(l, assert->test, holds, fails);
    place_block(l, fails);
    ir_ref message = assert->msg ? lower_expr(l, assert->msg) : IR_NO_REF;
    emit(l, IR_raise_assertion, assert->test->span, REFS(message));
    place_block(l, holds);
}

static void lower_break(lowerer *l, const ast_node *n)
{
    lower_exit(l, EXIT_BREAK, IR_NO_REF, n->span);
}

static void lower_continue(lowerer *l, const ast_node *n)
{
    lower_exit(l, EXIT_CONTINUE, IR_NO_REF, n->span);
}

static void lower_nothing(lowerer *l, const ast_node *n)
{
    (void)l;
    (void)n;
}

typedef void statement_lowerer(lowerer *l, const ast_node *n);

static statement_lowerer *const statement_lowerers[AST_KIND_COUNT] = {
    [AST_FunctionDef] = lower_function,
    [AST_AsyncFunctionDef] = lower_function,
    [AST_ClassDef] = lower_class,
    [AST_Return] = lower_return,
    [AST_Delete] = lower_delete,
    [AST_Assign] = lower_assign,
    [AST_AugAssign] = lower_aug_assign,
    [AST_AnnAssign] = lower_ann_assign,
    [AST_For] = lower_for,
    [AST_AsyncFor] = lower_async_for,
    [AST_While] = lower_while,
    [AST_If] = lower_if,
    [AST_With] = lower_with,
    [AST_AsyncWith] = lower_with,
    [AST_Match] = lower_match,
    [AST_Raise] = lower_raise,
    [AST_Try] = lower_try,
    [AST_TryStar] = lower_try_star,
    [AST_Assert] = lower_assert,
    [AST_Import] = lower_import,
    [AST_ImportFrom] = lower_import_from,
    [AST_Global] = lower_nothing,
    [AST_Nonlocal] = lower_nothing,
    [AST_Expr] = lower_expr_statement,
    [AST_Pass] = lower_nothing,
    [AST_Break] = lower_break,
    [AST_Continue] = lower_continue,
};

void lower_statement(lowerer *l, const ast_node *n)
{
    statement_lowerers[n->kind](l, n);
}

void lower_statements(lowerer *l, ast_list body)
{
    for (uint32_t i = 0; i < body.count; i++) lower_statement(l, body.items[i]);
}
