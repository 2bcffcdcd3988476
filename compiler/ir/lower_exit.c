/* Lowering of the ways out: return, break and continue through everything in between.
 *
 * In: a kind of exit at some place. Out: for each region from the innermost outwards what it wants
 * done on the way (the handled exception goes back to what it was, exit methods are called), until
 * the exit is at its target or meets a `finally`, which notes how to go on and takes over. */
#include "ir/lower_internal.h"

void push_region(lowerer *l, region *r, int kind, src_span at)
{
    r->kind = kind;
    r->outer = l->region;
    r->handler = l->handler;
    r->span = at;
    l->region = r;
}

void pop_region(lowerer *l)
{
    l->region = l->region->outer;
}

/* -- what each kind of region wants ------------------------------------------------------- */

static void leave_handler(lowerer *l, const region *r, src_span at)
{
    if (r->handler_.bound) clear_name(l, r->handler_.bound, at);
    emit(l, IR_leave_handler, at, REFS(r->handler_.previous));
}

void call_exit_method(lowerer *l, ir_ref method, bool is_async, src_span at)
{
    ir_ref none = const_none(l);
    ir_ref result = emit_call(l, at, REFS(method, none, none, none));
    if (is_async) emit_value(l, IR_await, at, REFS(result));
}

/* The body of a finally is left early: an exception that it was run for is forgotten. */
void leave_finally_body(lowerer *l, const finally *f, src_span at)
{
    ir_block *raised = new_block(l, "finally_raised"), *on = new_block(l, "finally_left");
    branch_on(l, emit_value(l, IR_is_set, at, REFS(f->exception)), raised, on, at);
    place_block(l, raised);
    emit(l, IR_leave_handler, at, REFS(f->previous));
    jump_to(l, on, at);
    place_block(l, on);
}

static uint32_t number_of_exit(finally *f, exit_kind kind)
{
    for (uint32_t i = 0; i < f->exit_count; i++)
        if (f->exits[i] == kind) return i;
    f->exits[f->exit_count] = kind;
    return f->exit_count++;
}

void use_finally(lowerer *l, finally *f, exit_kind kind, ir_ref value, src_span at)
{
    ir_ref how = f->how;
    if (kind == EXIT_RETURN) {
        if (f->result == IR_NO_REF) f->result = new_temporary(l, REPR_VALUE);
        emit_to(l, f->result, IR_copy, at, REFS(value));
    }
    if (kind != EXIT_RAISE) {
        emit_to(l, f->exception, IR_unset, at, NO_REFS);
        emit_to(l, f->previous, IR_unset, at, NO_REFS);
    }
    emit_to(l, how, IR_word, at, NO_REFS)->aux.word = number_of_exit(f, kind);
    jump_to(l, f->body, at);
}

/* -- the way out -------------------------------------------------------------------------- */

/* Where an exception leaves loops, their iterators last as long. */
void keep_iterators(lowerer *l, src_span at)
{
    for (const region *r = l->region; r; r = r->outer)
        if (r->kind == REGION_LOOP && r->handler == l->handler && r->loop.iterator != IR_NO_REF)
            emit(l, IR_keep, at, REFS(r->loop.iterator));
}

/* Does what one region wants; true when the exit ends there. The lowerer is outside of it. */
static bool leave_region(lowerer *l, region *r, exit_kind kind, ir_ref value, src_span at)
{
    switch (r->kind) {
    case REGION_LOOP:
        /* The iterator goes when the loop is left, not when its last item has been taken. */
        if (kind != EXIT_CONTINUE && r->loop.iterator != IR_NO_REF)
            emit(l, IR_keep, at, REFS(r->loop.iterator));
        if (kind == EXIT_RETURN) return false;
        jump_to(l, kind == EXIT_BREAK ? r->loop.break_to : r->loop.continue_to, at);
        return true;
    case REGION_FINALLY: use_finally(l, r->finally, kind, value, at); return true;
    case REGION_FINALLY_BODY: leave_finally_body(l, r->finally, at); return false;
    case REGION_HANDLER: leave_handler(l, r, at); return false;
    case REGION_WITH: call_exit_method(l, r->with.exit, r->with.is_async, r->span); return false;
    default: return false;
    }
}

/* A value that regions on the way could change must be taken out of its variable first. */
static ir_ref secure_result(lowerer *l, ir_ref value, src_span at)
{
    for (const region *r = l->region; r; r = r->outer)
        if (r->kind == REGION_WITH || (r->kind == REGION_HANDLER && r->handler_.bound))
            return keep_value(l, value, at);
    return value;
}

void lower_exit(lowerer *l, exit_kind kind, ir_ref value, src_span at)
{
    region *innermost = l->region;
    ir_block *handler = l->handler;
    bool arrived = false;
    if (kind == EXIT_RETURN) value = secure_result(l, value, at);
    for (region *r = innermost; r && !arrived; r = r->outer) {
        l->region = r->outer;
        set_handler(l, r->handler, "leave", at);
        arrived = leave_region(l, r, kind, value, at);
    }
    if (!arrived) emit(l, IR_return, at, REFS(value));
    l->region = innermost;
    l->handler = handler;
}
