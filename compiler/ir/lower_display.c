/* Lowering of displays: [a, *b], (a, b), {a, b}, {k: v, **d}.
 *
 * In: List, Tuple, Set and Dict nodes. Out: one operation over all elements where nothing is
 * unpacked; else a list, set or dict that grows element by element, a tuple by way of a list. */
#include "ir/lower_internal.h"

/* Adds the elements from `first` on, one by one. */
static void add_elements(lowerer *l, ir_ref container, ast_list elements, uint32_t first,
                         ir_op push, ir_op extend)
{
    for (uint32_t i = first; i < elements.count; i++) {
        const ast_node *e = elements.items[i];
        bool starred = e->kind == AST_Starred;
        ir_ref value = lower_expr(l, starred ? e->as.Starred.value : e);
        emit(l, starred ? extend : push, e->span, REFS(container, value));
    }
}

/* The elements before the first star are made in one go. */
static ir_ref grow_display(lowerer *l, ast_list elements, ir_op make, ir_op push, ir_op extend,
                           src_span at)
{
    uint32_t plain = 0;
    while (plain < elements.count && elements.items[plain]->kind != AST_Starred) plain++;
    ir_ref *refs = lower_exprs(l, (ast_list){elements.items, plain}, 0);
    ir_ref container = emit_value(l, make, at, plain, refs);
    add_elements(l, container, elements, plain, push, extend);
    return container;
}

ir_ref lower_list(lowerer *l, const ast_node *n)
{
    return grow_display(l, n->as.List.elts, IR_list, IR_list_push, IR_list_extend, n->span);
}

static bool is_constant(const ast_node *n)
{
    switch (n->kind) {
    case AST_Constant: return true;
    case AST_UnaryOp: return is_constant(n->as.UnaryOp.operand);
    case AST_Tuple:
        for (uint32_t i = 0; i < n->as.Tuple.elts.count; i++)
            if (!is_constant(n->as.Tuple.elts.items[i])) return false;
        return true;
    default: return false;
    }
}

/* Sets of three or more constants. */
static bool is_constant_set(ast_list elements)
{
    for (uint32_t i = 0; i < elements.count; i++)
        if (!is_constant(elements.items[i])) return false;
    return elements.count >= 3;
}

/* CPython keeps the constants as a frozenset, which it makes anew from the first one's order when
 * it looks for equal constants, and updates an empty set from that. Programs can see it: the
 * history of a set decides the order in which it is walked. */
static ir_ref lower_constant_set(lowerer *l, ast_list elements, src_span at)
{
    ir_ref first = emit_value(l, IR_set, at, elements.count, lower_exprs(l, elements, 0));
    ir_ref order = emit_value(l, IR_list, at, 0, NULL);
    emit(l, IR_list_extend, at, REFS(order, first));
    ir_ref constant = emit_value(l, IR_set, at, 0, NULL);
    emit(l, IR_set_update, at, REFS(constant, order));
    ir_ref set = emit_value(l, IR_set, at, 0, NULL);
    emit(l, IR_set_update, at, REFS(set, constant));
    return set;
}

ir_ref lower_set(lowerer *l, const ast_node *n)
{
    ast_list elements = n->as.Set.elts;
    if (is_constant_set(elements)) return lower_constant_set(l, elements, n->span);
    return grow_display(l, elements, IR_set, IR_set_push, IR_set_update, n->span);
}

ir_ref lower_tuple_of(lowerer *l, ast_list elements, src_span at)
{
    if (!has_star(elements))
        return emit_value(l, IR_tuple, at, elements.count, lower_exprs(l, elements, 0));
    ir_ref list = grow_display(l, elements, IR_list, IR_list_push, IR_list_extend, at);
    return emit_value(l, IR_list_to_tuple, at, REFS(list));
}

ir_ref lower_tuple(lowerer *l, const ast_node *n)
{
    return lower_tuple_of(l, n->as.Tuple.elts, n->span);
}

static ir_ref lower_plain_pairs(lowerer *l, const ast_node *n, uint32_t count)
{
    const struct ast_Dict *dict = &n->as.Dict;
    ir_ref *pairs = arena_array(memory_of(l), ir_ref, 2 * count);
    for (uint32_t i = 0; i < count; i++) {
        pairs[2 * i] = lower_expr(l, dict->keys.items[i]);
        pairs[2 * i + 1] = lower_expr(l, dict->values.items[i]);
    }
    return emit_value(l, IR_dict, n->span, 2 * count, pairs);
}

ir_ref lower_dict(lowerer *l, const ast_node *n)
{
    const struct ast_Dict *d = &n->as.Dict;
    uint32_t plain = 0;
    while (plain < d->keys.count && d->keys.items[plain]) plain++;
    ir_ref dict = lower_plain_pairs(l, n, plain);
    for (uint32_t i = plain; i < d->keys.count; i++) {
        ir_ref key = d->keys.items[i] ? lower_expr(l, d->keys.items[i]) : IR_NO_REF;
        ir_ref value = lower_expr(l, d->values.items[i]);
        if (d->keys.items[i])
            emit(l, IR_dict_put, d->values.items[i]->span, REFS(dict, key, value));
        else
            emit(l, IR_dict_update, d->values.items[i]->span, REFS(dict, value));
    }
    return dict;
}
