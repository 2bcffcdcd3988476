/* Lowering of loops: while, for, async for, and iteration as comprehensions need it.
 *
 * In: loop nodes. Out, for `for x in e: body` with `else`:
 *
 *     it = iter e                       counter = range_bound a; stop = range_bound b
 *     head: x = next it -> item, else   head: branch (word_less counter, stop) -> item, else
 *     item: body, jump head             item: x = word_to_int counter; counter += step; body ...
 *     else: ...                         else: ...
 *     after:
 *
 * The second form is for range(). enumerate() whose pairs go into two targets is a counter
 * beside the iterator. Bounds that are not ints of one word leave nothing to count; where the
 * counting ends, an iterator goes on. `async for` awaits `anext` under a handler of its own that
 * takes StopAsyncIteration for the end. */
#include "ir/lower_internal.h"

/* -- range() as a counting loop ----------------------------------------------------------- */

/* Steps this small cannot make a counter overflow that is bounded by range_bound, nor reach that
 * bound in the time that anybody waits. */
enum { STEP_MAX = 1 << 16 };

static bool small_literal(const ast_node *n, int64_t *value)
{
    bool negative = n->kind == AST_UnaryOp && n->as.UnaryOp.op == AST_USUB;
    if (negative) n = n->as.UnaryOp.operand;
    if (n->kind != AST_Constant) return false;
    const ast_constant *c = &n->as.Constant.value;
    if (c->tag != AST_CONST_INT || !c->fits || c->integer > STEP_MAX) return false;
    *value = negative ? -c->integer : c->integer;
    return true;
}

static bool is_counting_range(lowerer *l, const ast_node *n)
{
    if (n->kind != AST_Call) return false;
    const struct ast_Call *call = &n->as.Call;
    if (call->keywords.count || call->args.count < 1 || call->args.count > 3) return false;
    return !has_star(call->args) && is_builtin(l, call->func, "range");
}

/* A bound as a word; its value has been evaluated, or is a literal. */
static ir_ref emit_bound(lowerer *l, const ast_node *n, ir_ref value, ir_ref wide, src_span at)
{
    int64_t word;
    if (wide == IR_NO_REF && small_literal(n, &word)) return emit_word(l, word, at);
    return emit_value(l, IR_range_bound, at, REFS(value, wide));
}

/* range(stop), or range(start, stop, step) with all three values. */
static iteration count_to(lowerer *l, const ast_node *stop, ir_ref value, src_span at)
{
    return (iteration){.kind = OVER_RANGE,
                       .iterator = IR_NO_REF,
                       .step_sign = 1,
                       .counter = emit_word(l, 0, at),
                       .step = emit_word(l, 1, at),
                       .stop = emit_bound(l, stop, value, IR_NO_REF, at),
                       .at = at};
}

static iteration count_over_range(lowerer *l, const ast_node *n)
{
    ast_list args = n->as.Call.args;
    ir_ref *values = lower_exprs(l, args, 0);
    if (args.count == 1) return count_to(l, args.items[0], values[0], n->span);
    iteration it = {.kind = OVER_RANGE, .iterator = IR_NO_REF, .step_sign = 1, .at = n->span};
    int64_t start, step = 1;
    bool literal_step = args.count == 2 || (small_literal(args.items[2], &step) && step != 0);
    ir_ref step_value = args.count == 2 ? const_int(l, 1) : values[2];
    if (!literal_step || !small_literal(args.items[0], &start))
        it.iterator = emit_value(l, IR_range_wide, n->span, REFS(values[0], values[1], step_value));
    it.counter = emit_bound(l, args.items[0], values[0], it.iterator, n->span);
    it.stop = emit_bound(l, args.items[1], values[1], it.iterator, n->span);
    it.step_sign = !literal_step ? 0 : step < 0 ? -1 : 1;
    it.step = literal_step ? emit_word(l, step, n->span)
                           : emit_value(l, IR_range_bound, n->span, REFS(step_value, it.iterator));
    return it;
}

/* The counting is over: with a wide start it never began, and the iterator gives the item. */
static void next_wide(lowerer *l, const iteration *it, ir_ref into, ir_block *item,
                      ir_block *exhausted)
{
    ir_block *wide = new_block(l, "wide");
    branch_on(l, emit_value(l, IR_is_set, it->at, REFS(it->iterator)), wide, exhausted, it->at);
    place_block(l, wide);
    ir_instr *next = emit_to(l, into, IR_next, it->at, REFS(it->iterator));
    next->aux.number = IR_NEXT_INTS;
    set_targets(l, next, 2, (ir_block *[]){item, exhausted});
}

static ir_ref is_before_stop(lowerer *l, const iteration *it)
{
    ir_ref counter = it->counter, stop = it->stop;
    if (it->step_sign > 0) return emit_value(l, IR_word_less, it->at, REFS(counter, stop));
    if (it->step_sign < 0) return emit_value(l, IR_word_less, it->at, REFS(stop, counter));
    return emit_value(l, IR_word_before, it->at, REFS(counter, stop, it->step));
}

static void next_count(lowerer *l, const iteration *it, ir_ref into, ir_block *exhausted)
{
    bool may_be_wide = it->iterator != IR_NO_REF;
    ir_block *count = new_block(l, "item"), *over = may_be_wide ? new_block(l, "over") : exhausted;
    branch_on(l, is_before_stop(l, it), count, over, it->at);
    place_block(l, count);
    ir_instr *item_value = emit_to(l, into, IR_word_to_int, it->at, REFS(it->counter, it->stop));
    item_value->aux.number = it->step_sign <= 0;
    emit_to(l, it->counter, IR_word_add, it->at, REFS(it->counter, it->step));
    if (!may_be_wide) return;
    ir_block *item = new_block(l, "body");
    jump_to(l, item, it->at);
    place_block(l, over);
    next_wide(l, it, into, item, exhausted);
    place_block(l, item);
}

/* -- iterators ---------------------------------------------------------------------------- */

static void next_of_iterator(lowerer *l, const iteration *it, ir_ref into, ir_block *exhausted)
{
    ir_block *item = new_block(l, "item");
    ir_instr *next = emit_to(l, into, IR_next, it->at, REFS(it->iterator));
    set_targets(l, next, 2, (ir_block *[]){item, exhausted});
    place_block(l, item);
}

static void next_of_async(lowerer *l, const iteration *it, ir_ref into, ir_block *exhausted)
{
    ir_block *outside = l->handler, *landing = new_block(l, "anext_raised");
    ir_block *item = new_block(l, "item"), *error = new_block(l, "anext_failed");
    set_handler(l, landing, "anext", it->at);
    emit_to(l, into, IR_anext, it->at, REFS(it->iterator));
    l->handler = outside;
    jump_to(l, item, it->at);
    ir_ref raised = begin_handler(l, landing, it->at);
    ir_ref end = emit_library(l, "builtins", "StopAsyncIteration", it->at);
    branch_on(l, emit_value(l, IR_match_exc, it->at, REFS(raised, end)), exhausted, error, it->at);
    place_block(l, error);
    keep_iterators(l, it->at);
    emit(l, IR_rethrow, it->at, REFS(raised));
    place_block(l, item);
}

static iteration place_head(lowerer *l, iteration it)
{
    it.head = new_block(l, "next");
    jump_to(l, it.head, it.at);
    place_block(l, it.head);
    return it;
}

iteration iteration_over(lowerer *l, ir_ref iterator, bool is_async, src_span at)
{
    iteration it = {.kind = is_async ? OVER_ASYNC : OVER_ITERATOR, .iterator = iterator, .at = at};
    return place_head(l, it);
}

/* A list that is only iterated over is a tuple, as it is for CPython; messages can tell. */
ir_ref lower_iterator(lowerer *l, const ast_node *n, bool is_async, src_span at)
{
    bool is_list = !is_async && n->kind == AST_List && !has_star(n->as.List.elts);
    ir_ref value = is_list ? lower_tuple_of(l, n->as.List.elts, n->span) : lower_expr(l, n);
    return emit_value(l, is_async ? IR_aiter : IR_iter, at, REFS(value));
}

/* -- enumerate() into two targets --------------------------------------------------------- */

/* No loop counts up to this in the time that anybody waits. */
#define COUNT_MOST (((int64_t)1 << 61) - 1)

static const ast_list *targets_of(const ast_node *target)
{
    if (target->kind == AST_Tuple) return &target->as.Tuple.elts;
    return target->kind == AST_List ? &target->as.List.elts : NULL;
}

/* Nobody sees the pairs that are taken apart at once. */
static bool is_counted_pairs(lowerer *l, const ast_node *target, const ast_node *n)
{
    const ast_list *targets = targets_of(target);
    if (n->kind != AST_Call || !targets || targets->count != 2 || has_star(*targets)) return false;
    const struct ast_Call *call = &n->as.Call;
    int64_t start;
    if (call->keywords.count || has_star(call->args) || !is_builtin(l, call->func, "enumerate"))
        return false;
    return call->args.count == 1 ||
           (call->args.count == 2 && small_literal(call->args.items[1], &start));
}

static iteration enumerate_over(lowerer *l, const ast_node *n)
{
    const struct ast_Call *call = &n->as.Call;
    int64_t start = 0;
    if (call->args.count == 2) small_literal(call->args.items[1], &start);
    iteration it = {.kind = OVER_ITERATOR,
                    .iterator = lower_iterator(l, call->args.items[0], false, n->span),
                    .enumerates = true,
                    .counter = emit_word(l, start, n->span),
                    .at = n->span};
    return place_head(l, it);
}

static void next_counted(lowerer *l, const iteration *it, const ast_node *target,
                         ir_block *exhausted)
{
    const ast_list *targets = targets_of(target);
    ir_ref item = next_item(l, it, IR_NO_REF, exhausted);
    ir_ref number =
        emit_value(l, IR_word_to_int, it->at, REFS(it->counter, const_int(l, COUNT_MOST)));
    emit_to(l, it->counter, IR_word_add, it->at, REFS(it->counter, const_int(l, 1)));
    assign_to(l, targets->items[0], number, true);
    assign_to(l, targets->items[1], item, true);
}

iteration begin_iteration(lowerer *l, const ast_node *target, const ast_node *iterable,
                          bool is_async, src_span at)
{
    if (!is_async && is_counted_pairs(l, target, iterable)) return enumerate_over(l, iterable);
    if (!is_async && is_counting_range(l, iterable))
        return place_head(l, count_over_range(l, iterable));
    return iteration_over(l, lower_iterator(l, iterable, is_async, at), is_async, at);
}

ir_ref next_item(lowerer *l, const iteration *it, ir_ref into, ir_block *exhausted)
{
    static void (*const next[])(lowerer *, const iteration *, ir_ref, ir_block *) = {
        [OVER_ITERATOR] = next_of_iterator,
        [OVER_ASYNC] = next_of_async,
        [OVER_RANGE] = next_count,
    };
    if (into == IR_NO_REF) into = new_temporary(l, REPR_VALUE);
    next[it->kind](l, it, into, exhausted);
    return into;
}

/* The slot of a target that is a plain local variable, which the next item can set directly. */
static ir_ref slot_of_target(lowerer *l, const ast_node *target)
{
    if (target->kind != AST_Name) return IR_NO_REF;
    const symbol *s = symbol_of(l, target->as.Name.id);
    bool is_slot = s->place == PLACE_LOCAL && !s->definition->captured;
    return is_slot ? s->definition->slot : IR_NO_REF;
}

void next_target(lowerer *l, const iteration *it, const ast_node *target, ir_block *exhausted)
{
    if (it->enumerates) {
        next_counted(l, it, target, exhausted);
        return;
    }
    ir_ref slot = slot_of_target(l, target);
    ir_ref item = next_item(l, it, slot, exhausted);
    if (slot == IR_NO_REF) assign_to(l, target, item, true);
}

/* -- statements --------------------------------------------------------------------------- */

static void lower_loop_body(lowerer *l, ast_list body, ir_ref iterator, ir_block *head,
                            ir_block *after, src_span at)
{
    region loop = {.loop = {.break_to = after, .continue_to = head, .iterator = iterator}};
    push_region(l, &loop, REGION_LOOP, at);
    lower_statements(l, body);
    pop_region(l);
    jump_to(l, head, at);
}

static void lower_for_over(lowerer *l, const ast_node *n, const struct ast_For *loop, bool is_async)
{
    iteration it = begin_iteration(l, loop->target, loop->iter, is_async, n->span);
    ir_block *exhausted = new_block(l, loop->orelse.count ? "for_else" : "for_end");
    ir_block *after = loop->orelse.count ? new_block(l, "for_end") : exhausted;
    next_target(l, &it, loop->target, exhausted);
    lower_loop_body(l, loop->body, it.kind == OVER_RANGE ? IR_NO_REF : it.iterator, it.head, after,
                    n->span);
    place_block(l, exhausted);
    if (!loop->orelse.count) return;
    lower_statements(l, loop->orelse);
    jump_to(l, after, n->span);
    place_block(l, after);
}

void lower_for(lowerer *l, const ast_node *n)
{
    lower_for_over(l, n, &n->as.For, false);
}

void lower_async_for(lowerer *l, const ast_node *n)
{
    /* The two structs have the same fields in the same order: see ast.def. */
    lower_for_over(l, n, (const struct ast_For *)&n->as.AsyncFor, true);
}

void lower_while(lowerer *l, const ast_node *n)
{
    const struct ast_While *loop = &n->as.While;
    ir_block *test = new_block(l, "while_test"), *body = new_block(l, "while_body");
    ir_block *otherwise = new_block(l, loop->orelse.count ? "while_else" : "while_end");
    ir_block *after = loop->orelse.count ? new_block(l, "while_end") : otherwise;
    jump_to(l, test, n->span);
    place_block(l, test);
    lower_condition(l, loop->test, body, otherwise);
    place_block(l, body);
    lower_loop_body(l, loop->body, IR_NO_REF, test, after, n->span);
    place_block(l, otherwise);
    if (!loop->orelse.count) return;
    lower_statements(l, loop->orelse);
    jump_to(l, after, n->span);
    place_block(l, after);
}
