/* Lowering of expressions: names, constants, operators, attributes, items, await and yield.
 *
 * In: expression nodes. Out: operations in the order in which Python evaluates, and a reference
 * to the value: a temporary, a constant, or a variable's slot itself. What binds more than its
 * operands (calls, displays, conditions) has a file of its own; the table at the end knows all. */
#include "ir/lower_internal.h"

#include <string.h>

static ir_ref lower_name(lowerer *l, const ast_node *n)
{
    return load_name(l, n->as.Name.id, n->span);
}

static ir_ref lower_constant(lowerer *l, const ast_node *n)
{
    return ir_constant_of(l->p, n->as.Constant.value);
}

static ir_ref lower_named_expr(lowerer *l, const ast_node *n)
{
    ir_ref value = lower_expr(l, n->as.NamedExpr.value);
    store_name(l, n->as.NamedExpr.target->as.Name.id, value, n->span, false);
    return value;
}

/* -- operators ---------------------------------------------------------------------------- */

static ir_ref lower_bin_op(lowerer *l, const ast_node *n)
{
    ir_ref left = lower_expr(l, n->as.BinOp.left);
    ir_ref right = lower_expr(l, n->as.BinOp.right);
    ir_ref value = emit_value(l, IR_binary, n->span, REFS(left, right));
    last_instr(l)->aux.binary = n->as.BinOp.op;
    return value;
}

bool is_negative_number(const ast_node *n)
{
    if (n->kind != AST_UnaryOp || n->as.UnaryOp.op != AST_USUB) return false;
    const ast_node *operand = n->as.UnaryOp.operand;
    if (operand->kind != AST_Constant) return false;
    ast_constant_tag tag = operand->as.Constant.value.tag;
    return tag == AST_CONST_INT || tag == AST_CONST_FLOAT;
}

/* -5 is a constant, not an operation on 5. */
static ir_ref negated_constant(lowerer *l, ast_constant value)
{
    if (value.tag == AST_CONST_FLOAT) {
        value.number = -value.number;
        return ir_constant_of(l->p, value);
    }
    if (value.fits) return const_int(l, -value.integer);
    value.text = arena_printf(memory_of(l), "-%s", value.text);
    value.length++;
    return ir_constant_of(l->p, value);
}

static ir_ref lower_unary_op(lowerer *l, const ast_node *n)
{
    const ast_node *operand = n->as.UnaryOp.operand;
    ast_unaryop op = n->as.UnaryOp.op;
    if (op == AST_NOT) return lower_not(l, n);
    if (is_negative_number(n)) return negated_constant(l, operand->as.Constant.value);
    ir_ref value = emit_value(l, IR_unary, n->span, REFS(lower_expr(l, operand)));
    last_instr(l)->aux.unary = op;
    return value;
}

/* -- attributes and items ----------------------------------------------------------------- */

static ir_ref lower_attribute(lowerer *l, const ast_node *n)
{
    ir_ref object = lower_expr(l, n->as.Attribute.value);
    name attr = scope_mangle(l->program->c, l->scope, n->as.Attribute.attr);
    return emit_named(l, IR_getattr, attr, span_of_attribute(l, n, n->span), REFS(object));
}

static ir_ref lower_subscript(lowerer *l, const ast_node *n)
{
    ir_ref object = lower_expr(l, n->as.Subscript.value);
    ir_ref key = lower_expr(l, n->as.Subscript.slice);
    return emit_value(l, IR_getitem, n->span, REFS(object, key));
}

static ir_ref slice_part(lowerer *l, const ast_node *part)
{
    return part ? lower_expr(l, part) : const_none(l);
}

static ir_ref lower_slice(lowerer *l, const ast_node *n)
{
    ir_ref lower = slice_part(l, n->as.Slice.lower);
    ir_ref upper = slice_part(l, n->as.Slice.upper);
    ir_ref step = slice_part(l, n->as.Slice.step);
    return emit_value(l, IR_slice, n->span, REFS(lower, upper, step));
}

/* -- suspension --------------------------------------------------------------------------- */

static ir_ref lower_await(lowerer *l, const ast_node *n)
{
    ir_ref awaited = lower_expr(l, n->as.Await.value);
    return emit_value(l, IR_await, n->span, REFS(awaited));
}

static bool inside_try(const lowerer *l)
{
    for (const region *r = l->region; r; r = r->outer)
        if (r->kind != REGION_LOOP) return true;
    return false;
}

static ir_ref lower_yield(lowerer *l, const ast_node *n)
{
    ir_ref value = n->as.Yield.value ? lower_expr(l, n->as.Yield.value) : const_none(l);
    l->f->has_with_yield |= inside_try(l);
    return emit_value(l, IR_yield, n->span, REFS(value));
}

static ir_ref lower_yield_from(lowerer *l, const ast_node *n)
{
    ir_ref iterable = lower_expr(l, n->as.YieldFrom.value);
    ir_ref iterator = emit_value(l, IR_yield_from_iter, n->span, REFS(iterable));
    l->f->has_with_yield |= inside_try(l);
    return emit_value(l, IR_yield_from, n->span, REFS(iterator));
}

/* -- all ---------------------------------------------------------------------------------- */

typedef ir_ref expr_lowerer(lowerer *l, const ast_node *n);

static expr_lowerer *const expr_lowerers[AST_KIND_COUNT] = {
    [AST_BoolOp] = lower_bool_op,
    [AST_NamedExpr] = lower_named_expr,
    [AST_BinOp] = lower_bin_op,
    [AST_UnaryOp] = lower_unary_op,
    [AST_Lambda] = lower_lambda,
    [AST_IfExp] = lower_if_exp,
    [AST_Dict] = lower_dict,
    [AST_Set] = lower_set,
    [AST_ListComp] = lower_comprehension,
    [AST_SetComp] = lower_comprehension,
    [AST_DictComp] = lower_comprehension,
    [AST_GeneratorExp] = lower_generator,
    [AST_Await] = lower_await,
    [AST_Yield] = lower_yield,
    [AST_YieldFrom] = lower_yield_from,
    [AST_Compare] = lower_compare,
    [AST_Call] = lower_call,
    [AST_JoinedStr] = lower_joined,
    [AST_Constant] = lower_constant,
    [AST_Attribute] = lower_attribute,
    [AST_Subscript] = lower_subscript,
    [AST_Name] = lower_name,
    [AST_List] = lower_list,
    [AST_Tuple] = lower_tuple,
    [AST_Slice] = lower_slice,
};

ir_ref lower_expr(lowerer *l, const ast_node *n)
{
    expr_lowerer *lower = expr_lowerers[n->kind];
    if (lower) return lower(l, n);
    const char *what = arena_printf(memory_of(l), "%s is", ast_info(n->kind)->name);
    report_unsupported(l, n->span, what);
    return const_none(l);
}

ir_ref *lower_exprs(lowerer *l, ast_list list, uint32_t extra)
{
    ir_ref *refs = arena_array(memory_of(l), ir_ref, list.count + extra);
    for (uint32_t i = 0; i < list.count; i++) refs[extra + i] = lower_expr(l, list.items[i]);
    return refs;
}
