/* Lowering of with and async with.
 *
 * In: With and AsyncWith nodes. Out, for `with m as v: body`:
 *
 *     enter = special m.__enter__; exit = special m.__exit__
 *     v = call enter
 *     body                        every way out but an exception: call exit, None, None, None
 *     raised: x = catch; p = enter_handler x
 *             swallow = call exit, type(x), x, x.__traceback__
 *             leave_handler p; truth swallow -> after, rethrow x
 *
 * `async with` awaits both calls. Several items are statements inside one another. */
#include "ir/lower_internal.h"

typedef struct with_statement {
    const ast_node *node;
    ast_list items, body;
    bool is_async;
} with_statement;

static void lower_item(lowerer *l, const with_statement *w, uint32_t index);

static ir_ref await_if(lowerer *l, const with_statement *w, ir_ref value, src_span at)
{
    return w->is_async ? emit_value(l, IR_await, at, REFS(value)) : value;
}

/* exit(type(x), x, x.__traceback__), and what its answer means. */
static void land_in_with(lowerer *l, const with_statement *w, ir_ref exit, ir_block *landing,
                         ir_block *after, src_span at)
{
    ir_block *outside = l->handler, *cleanup = new_block(l, "cleanup");
    ir_block *swallowed = new_block(l, "swallowed"), *again = new_block(l, "not_swallowed");
    ir_ref raised = begin_handler(l, landing, at);
    ir_ref previous = emit_value(l, IR_enter_handler, at, REFS(raised));
    set_handler(l, cleanup, "exit_with", at);
    ir_ref class_ = emit_call(l, at, REFS(emit_library(l, "builtins", "type", at), raised));
    ir_ref trace = emit_named(l, IR_getattr, name_of(l, "__traceback__"), at, REFS(raised));
    ir_ref answer = emit_call(l, at, REFS(exit, class_, raised, trace));
    ir_ref truth = emit_value(l, IR_truth, at, REFS(await_if(l, w, answer, at)));
    branch_on(l, truth, swallowed, again, at);
    l->handler = outside;

    place_block(l, swallowed);
    emit(l, IR_leave_handler, at, REFS(previous));
    jump_to(l, after, at);
    place_block(l, again);
    emit(l, IR_leave_handler, at, REFS(previous));
    keep_iterators(l, at);
    emit(l, IR_rethrow, at, REFS(raised));
    ir_ref another = begin_handler(l, cleanup, at);
    emit(l, IR_leave_handler, at, REFS(previous));
    keep_iterators(l, at);
    emit(l, IR_rethrow, at, REFS(another));
}

static void lower_guarded(lowerer *l, const with_statement *w, uint32_t index, ir_ref exit,
                          ir_ref value)
{
    const struct ast_withitem *item = &w->items.items[index]->as.withitem;
    src_span at = w->node->span;
    ir_block *after = new_block(l, "after_with"), *landing = new_block(l, "with_raised");
    ir_block *outside = l->handler;
    region inside = {.with = {exit, w->is_async}};
    push_region(l, &inside, REGION_WITH, at);
    set_handler(l, landing, "with", at);
    if (item->optional_vars) assign_to(l, item->optional_vars, value, true);
    lower_item(l, w, index + 1);
    pop_region(l);
    set_handler(l, outside, "with_end", at);
    if (is_reachable(l)) {
        call_exit_method(l, exit, w->is_async, at);
        jump_to(l, after, at);
    }
    land_in_with(l, w, exit, landing, after, at);
    place_block(l, after);
}

static void lower_item(lowerer *l, const with_statement *w, uint32_t index)
{
    if (index == w->items.count) {
        lower_statements(l, w->body);
        return;
    }
    const ast_node *context = w->items.items[index]->as.withitem.context_expr;
    src_span at = w->node->span;
    name enter_name = name_of(l, w->is_async ? "__aenter__" : "__enter__");
    name exit_name = name_of(l, w->is_async ? "__aexit__" : "__exit__");
    ir_ref manager = lower_expr(l, context);
    ir_ref enter = emit_named(l, IR_special, enter_name, at, REFS(manager));
    ir_ref exit = emit_named(l, IR_special, exit_name, at, REFS(manager));
    ir_ref value = await_if(l, w, emit_call(l, at, REFS(enter)), at);
    lower_guarded(l, w, index, exit, value);
}

void lower_with(lowerer *l, const ast_node *n)
{
    bool is_async = n->kind == AST_AsyncWith;
    with_statement w = {
        .node = n,
        .items = is_async ? n->as.AsyncWith.items : n->as.With.items,
        .body = is_async ? n->as.AsyncWith.body : n->as.With.body,
        .is_async = is_async,
    };
    lower_item(l, &w, 0);
}
