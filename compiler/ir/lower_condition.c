/* Lowering of conditions and comparisons: control flow in place of truth values.
 *
 * In: an expression and the two blocks for true and false. Out: branches, so that `and`, `or`,
 * `not` and chained comparisons cost no objects:
 *
 *     if a and not b: ...      b0: branch (truth a) -> b1, else
 *                              b1: branch (truth b) -> else, then
 *
 * Where the value itself is wanted (x = a or b), it goes through one temporary. */
#include "ir/lower_internal.h"

/* -- comparisons -------------------------------------------------------------------------- */

static ir_op comparison_op(ast_cmpop op, bool as_value)
{
    if (op == AST_CMP_IS || op == AST_CMP_IS_NOT) return IR_is;
    if (op == AST_CMP_IN || op == AST_CMP_NOT_IN) return IR_contains;
    return as_value ? IR_compare : IR_test_compare;
}

static bool is_negative(ast_cmpop op)
{
    return op == AST_CMP_IS_NOT || op == AST_CMP_NOT_IN;
}

/* One comparison as a bool; `is not` and `not in` are left to the caller to turn around. */
static ir_ref emit_test(lowerer *l, ast_cmpop op, ir_ref a, ir_ref b, src_span at)
{
    ir_op ir = comparison_op(op, false);
    ir_ref test =
        ir == IR_contains ? emit_value(l, ir, at, REFS(b, a)) : emit_value(l, ir, at, REFS(a, b));
    if (ir == IR_test_compare) last_instr(l)->aux.compare = op;
    return test;
}

static ir_ref emit_comparison(lowerer *l, ast_cmpop op, ir_ref a, ir_ref b, src_span at)
{
    if (comparison_op(op, true) == IR_compare) {
        ir_ref value = emit_value(l, IR_compare, at, REFS(a, b));
        last_instr(l)->aux.compare = op;
        return value;
    }
    ir_ref test = emit_test(l, op, a, b, at);
    if (is_negative(op)) test = emit_value(l, IR_not, at, REFS(test));
    return emit_value(l, IR_from_bool, at, REFS(test));
}

/* a < b < c as a value: the first false comparison, or the last. */
static ir_ref lower_compare_chain(lowerer *l, const ast_node *n)
{
    const struct ast_Compare *compare = &n->as.Compare;
    ir_ref result = new_temporary(l, REPR_VALUE);
    ir_block *after = new_block(l, "compared");
    ir_ref left = lower_expr(l, compare->left);
    for (uint32_t i = 0; i < compare->ops.count; i++) {
        ir_ref right = lower_expr(l, compare->comparators.items[i]);
        ir_ref value = emit_comparison(l, compare->ops.items[i], left, right, n->span);
        set_slot(l, result, value, n->span, true);
        if (i + 1 == compare->ops.count) break;
        ir_block *next = new_block(l, "compare");
        branch_on(l, emit_value(l, IR_truth, n->span, REFS(result)), next, after, n->span);
        place_block(l, next);
        left = right;
    }
    jump_to(l, after, n->span);
    place_block(l, after);
    return result;
}

ir_ref lower_compare(lowerer *l, const ast_node *n)
{
    const struct ast_Compare *compare = &n->as.Compare;
    if (compare->ops.count > 1) return lower_compare_chain(l, n);
    ir_ref left = lower_expr(l, compare->left);
    ir_ref right = lower_expr(l, compare->comparators.items[0]);
    return emit_comparison(l, compare->ops.items[0], left, right, n->span);
}

static void compare_condition(lowerer *l, const ast_node *n, ir_block *yes, ir_block *no)
{
    const struct ast_Compare *compare = &n->as.Compare;
    ir_ref left = lower_expr(l, compare->left);
    for (uint32_t i = 0; i < compare->ops.count; i++) {
        ast_cmpop op = compare->ops.items[i];
        ir_ref right = lower_expr(l, compare->comparators.items[i]);
        ir_ref test = emit_test(l, op, left, right, n->span);
        ir_block *holds = i + 1 < compare->ops.count ? new_block(l, "compare") : yes;
        if (is_negative(op))
            branch_on(l, test, no, holds, n->span);
        else
            branch_on(l, test, holds, no, n->span);
        place_block(l, holds);
        left = right;
    }
}

/* -- conditions --------------------------------------------------------------------------- */

static void bool_op_condition(lowerer *l, const ast_node *n, ir_block *yes, ir_block *no)
{
    const struct ast_BoolOp *op = &n->as.BoolOp;
    for (uint32_t i = 0; i < op->values.count; i++) {
        bool is_last = i + 1 == op->values.count;
        ir_block *next = is_last ? NULL : new_block(l, op->op == AST_AND ? "and" : "or");
        if (op->op == AST_AND)
            lower_condition(l, op->values.items[i], is_last ? yes : next, no);
        else
            lower_condition(l, op->values.items[i], yes, is_last ? no : next);
        if (next) place_block(l, next);
    }
}

static bool is_constant_truth(const ast_node *n, bool *truth)
{
    if (n->kind != AST_Constant) return false;
    ast_constant_tag tag = n->as.Constant.value.tag;
    *truth = tag == AST_CONST_TRUE || (tag == AST_CONST_INT && n->as.Constant.value.integer != 0);
    return tag <= AST_CONST_FALSE || (tag == AST_CONST_INT && n->as.Constant.value.fits);
}

void lower_condition(lowerer *l, const ast_node *n, ir_block *yes, ir_block *no)
{
    bool truth;
    if (n->kind == AST_BoolOp) {
        bool_op_condition(l, n, yes, no);
    } else if (n->kind == AST_UnaryOp && n->as.UnaryOp.op == AST_NOT) {
        lower_condition(l, n->as.UnaryOp.operand, no, yes);
    } else if (n->kind == AST_Compare) {
        compare_condition(l, n, yes, no);
    } else if (is_constant_truth(n, &truth)) {
        jump_to(l, truth ? yes : no, n->span);
    } else {
        ir_ref value = lower_expr(l, n);
        branch_on(l, emit_value(l, IR_truth, n->span, REFS(value)), yes, no, n->span);
    }
}

/* -- their values ------------------------------------------------------------------------- */

ir_ref lower_bool_op(lowerer *l, const ast_node *n)
{
    const struct ast_BoolOp *op = &n->as.BoolOp;
    ir_ref result = new_temporary(l, REPR_VALUE);
    ir_block *after = new_block(l, "chosen");
    for (uint32_t i = 0; i < op->values.count; i++) {
        const ast_node *value = op->values.items[i];
        set_slot(l, result, lower_expr(l, value), value->span, true);
        if (i + 1 == op->values.count) break;
        ir_block *next = new_block(l, op->op == AST_AND ? "and" : "or");
        ir_ref truth = emit_value(l, IR_truth, value->span, REFS(result));
        if (op->op == AST_AND)
            branch_on(l, truth, next, after, n->span);
        else
            branch_on(l, truth, after, next, n->span);
        place_block(l, next);
    }
    jump_to(l, after, n->span);
    place_block(l, after);
    return result;
}

ir_ref lower_not(lowerer *l, const ast_node *n)
{
    ir_ref value = lower_expr(l, n->as.UnaryOp.operand);
    ir_ref truth = emit_value(l, IR_truth, n->span, REFS(value));
    ir_ref opposite = emit_value(l, IR_not, n->span, REFS(truth));
    return emit_value(l, IR_from_bool, n->span, REFS(opposite));
}

static void set_branch(lowerer *l, ir_block *b, ir_ref result, const ast_node *n, ir_block *after)
{
    place_block(l, b);
    set_slot(l, result, lower_expr(l, n), n->span, true);
    jump_to(l, after, n->span);
}

ir_ref lower_if_exp(lowerer *l, const ast_node *n)
{
    ir_ref result = new_temporary(l, REPR_VALUE);
    ir_block *yes = new_block(l, "if_value"), *no = new_block(l, "else_value");
    ir_block *after = new_block(l, "chosen");
    lower_condition(l, n->as.IfExp.test, yes, no);
    set_branch(l, yes, result, n->as.IfExp.body, after);
    set_branch(l, no, result, n->as.IfExp.orelse, after);
    place_block(l, after);
    return result;
}
