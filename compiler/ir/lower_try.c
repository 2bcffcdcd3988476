/* Lowering of try statements.
 *
 * In: Try and TryStar nodes. Out, for `try: A except E as e: B else: C finally: D`:
 *
 *     A, C, B with all ways out, how = n
 *                                    exceptions of A go to `except`, of the rest to `raised`
 *     except:   x = catch; p = enter_handler x
 *               match_exc x, E -> B, else (leave_handler p; rethrow x)
 *               B: e = x; ...; unset e; leave_handler p
 *     raised:   x = catch; p = enter_handler x; how = RAISE
 *     finally:  D
 *               switch how -> after, return, ..., (leave_handler p; rethrow x)
 *
 * What a handler or D itself raises first puts the handled exception back to what it was: the
 * blocks called `cleanup`. */
#include "ir/lower_internal.h"

#include <string.h>

/* -- finally ------------------------------------------------------------------------------ */

/* Exceptions on their way: noted, handled while the body runs. */
static void land_in_finally(lowerer *l, finally *f, ir_block *landing, src_span at)
{
    place_block(l, landing);
    emit_to(l, f->exception, IR_catch, at, NO_REFS);
    emit_to(l, f->previous, IR_enter_handler, at, REFS(f->exception));
    use_finally(l, f, EXIT_RAISE, IR_NO_REF, at);
}

static void rethrow_after_finally(lowerer *l, const finally *f, src_span at)
{
    emit(l, IR_leave_handler, at, REFS(f->previous));
    keep_iterators(l, at);
    emit(l, IR_rethrow, at, REFS(f->exception));
}

/* After the body: goes on as it was entered. */
static void go_on(lowerer *l, finally *f, src_span at)
{
    if (!is_reachable(l)) return;
    ir_block *targets[EXIT_COUNT], *after = NULL;
    for (uint32_t i = 0; i < f->exit_count; i++) {
        bool is_normal = f->exits[i] == EXIT_NORMAL;
        targets[i] = new_block(l, is_normal ? "after_finally" : "go_on");
        if (is_normal) after = targets[i];
    }
    switch_on(l, f->how, f->exit_count, targets, at);
    for (uint32_t i = 0; i < f->exit_count; i++) {
        place_block(l, targets[i]);
        if (f->exits[i] == EXIT_RAISE)
            rethrow_after_finally(l, f, at);
        else if (f->exits[i] != EXIT_NORMAL)
            lower_exit(l, f->exits[i], f->result, at);
    }
    if (after) place_block(l, after);
}

static void lower_final_body(lowerer *l, finally *f, ast_list body, src_span at)
{
    ir_block *outside = l->handler, *cleanup = new_block(l, "cleanup");
    region inside = {.finally = f};
    place_block(l, f->body);
    push_region(l, &inside, REGION_FINALLY_BODY, at);
    set_handler(l, cleanup, "finally_body", at);
    lower_statements(l, body);
    pop_region(l);
    set_handler(l, outside, "finally_end", at);
    ir_block *end = l->block;

    ir_ref raised = begin_handler(l, cleanup, at);
    leave_finally_body(l, f, at);
    keep_iterators(l, at);
    emit(l, IR_rethrow, at, REFS(raised));
    place_block(l, end);
}

typedef void guarded_body(lowerer *l, const ast_node *n);

static void lower_finally(lowerer *l, const ast_node *n, ast_list body, guarded_body *guarded)
{
    src_span at = n->span;
    finally f = {.how = new_temporary(l, REPR_WORD),
                 .exception = new_temporary(l, REPR_VALUE),
                 .previous = new_temporary(l, REPR_VALUE),
                 .result = IR_NO_REF,
                 .body = new_block(l, "finally")};
    ir_block *outside = l->handler, *landing = new_block(l, "raised");
    region before = {.finally = &f};
    push_region(l, &before, REGION_FINALLY, at);
    set_handler(l, landing, "try", at);
    guarded(l, n);
    pop_region(l);
    if (is_reachable(l)) {
        set_handler(l, outside, "try_end", at);
        use_finally(l, &f, EXIT_NORMAL, IR_NO_REF, at);
    }
    l->handler = outside;
    land_in_finally(l, &f, landing, at);
    lower_final_body(l, &f, body, at);
    go_on(l, &f, at);
}

/* -- except ------------------------------------------------------------------------------- */

/* An `except` with what is being handled. */
typedef struct handling {
    ir_ref exception, previous;
    ir_block *outside; /* handler */
    ir_block *after;
    src_span at;
} handling;

/* The exception leaves the statement, or a handler raised another one. */
static void raise_out(lowerer *l, const handling *h, name bound, ir_ref exception)
{
    if (bound) clear_name(l, bound, h->at);
    emit(l, IR_leave_handler, h->at, REFS(h->previous));
    keep_iterators(l, h->at);
    emit(l, IR_rethrow, h->at, REFS(exception));
}

static void lower_handler_body(lowerer *l, const ast_node *n, const handling *h, ir_block *cleanup)
{
    const struct ast_ExceptHandler *e = &n->as.ExceptHandler;
    region inside = {.handler_ = {h->previous, e->name}};
    l->handler = h->outside;
    ir_block *own_cleanup = e->name ? new_block(l, "cleanup") : cleanup;
    push_region(l, &inside, REGION_HANDLER, n->span);
    if (e->name) store_name(l, e->name, h->exception, n->span, false);
    set_handler(l, own_cleanup, "except_body", n->span);
    lower_statements(l, e->body);
    pop_region(l);
    set_handler(l, h->outside, "except_end", n->span);
    if (is_reachable(l)) {
        if (e->name) clear_name(l, e->name, n->span);
        emit(l, IR_leave_handler, n->span, REFS(h->previous));
        jump_to(l, h->after, n->span);
    }
    if (e->name) raise_out(l, h, e->name, begin_handler(l, own_cleanup, h->at));
}

static void lower_handlers(lowerer *l, ast_list handlers, const handling *h)
{
    ir_block *cleanup = new_block(l, "cleanup");
    for (uint32_t i = 0; i < handlers.count; i++) {
        const ast_node *n = handlers.items[i];
        const ast_node *type = n->as.ExceptHandler.type;
        ir_block *next = NULL;
        set_handler(l, cleanup, "except", n->span);
        if (type) {
            ir_block *body = new_block(l, "except_matched");
            next = new_block(l, "except_next");
            ir_ref class_ = lower_expr(l, type);
            ir_ref test = emit_value(l, IR_match_exc, n->span, REFS(h->exception, class_));
            branch_on(l, test, body, next, n->span);
            place_block(l, body);
        }
        lower_handler_body(l, n, h, cleanup);
        l->handler = cleanup;
        place_block(l, next ? next : new_block(l, "dead"));
    }
    set_handler(l, h->outside, "except_none", h->at);
    if (is_reachable(l)) raise_out(l, h, NULL, h->exception);
    raise_out(l, h, NULL, begin_handler(l, cleanup, h->at));
}

static const char *const import_errors[] = {"ImportError", "ModuleNotFoundError", "Exception",
                                            "BaseException"};

static bool names_import_error(const ast_node *type)
{
    if (!type) return true;
    if (type->kind == AST_Tuple) {
        for (uint32_t i = 0; i < type->as.Tuple.elts.count; i++)
            if (names_import_error(type->as.Tuple.elts.items[i])) return true;
        return false;
    }
    if (type->kind != AST_Name) return false;
    for (size_t i = 0; i < sizeof import_errors / sizeof *import_errors; i++)
        if (!strcmp(type->as.Name.id->text, import_errors[i])) return true;
    return false;
}

static bool guards_imports(ast_list handlers)
{
    for (uint32_t i = 0; i < handlers.count; i++)
        if (names_import_error(handlers.items[i]->as.ExceptHandler.type)) return true;
    return false;
}

/* The body under a handler, then `else` without it; gives the block where exceptions land. */
static ir_block *lower_tried(lowerer *l, const struct ast_Try *try_, ir_block *after, src_span at)
{
    ir_block *outside = l->handler, *landing = new_block(l, "except");
    region tried = {.try_ = {guards_imports(try_->handlers)}};
    push_region(l, &tried, REGION_TRY, at);
    set_handler(l, landing, "try", at);
    lower_statements(l, try_->body);
    pop_region(l);
    set_handler(l, outside, "try_else", at);
    if (is_reachable(l)) lower_statements(l, try_->orelse);
    jump_to(l, after, at);
    return landing;
}

static handling begin_handling(lowerer *l, ir_block *landing, ir_block *after, src_span at)
{
    handling h = {.outside = l->handler, .after = after, .at = at};
    h.exception = begin_handler(l, landing, at);
    h.previous = emit_value(l, IR_enter_handler, at, REFS(h.exception));
    return h;
}

static void lower_except(lowerer *l, const ast_node *n)
{
    const struct ast_Try *try_ = &n->as.Try;
    if (!try_->handlers.count) {
        lower_statements(l, try_->body);
        return;
    }
    ir_block *after = new_block(l, "after_try");
    ir_block *landing = lower_tried(l, try_, after, n->span);
    handling h = begin_handling(l, landing, after, n->span);
    lower_handlers(l, try_->handlers, &h);
    l->handler = h.outside;
    place_block(l, after);
}

void lower_try(lowerer *l, const ast_node *n)
{
    if (n->as.Try.finalbody.count)
        lower_finally(l, n, n->as.Try.finalbody, lower_except);
    else
        lower_except(l, n);
}

/* -- except* ------------------------------------------------------------------------------ */

/* What the clauses of except* share: the part not matched yet, and what handlers raised. */
typedef struct group_handling {
    handling common;
    ir_ref rest, raised;
} group_handling;

/* The body of one clause, over the part of the group that matched. What it raises is collected. */
static void lower_star_body(lowerer *l, const ast_node *n, group_handling *g, ir_ref part,
                            ir_block *cleanup, ir_block *next)
{
    const struct ast_ExceptHandler *e = &n->as.ExceptHandler;
    src_span at = n->span;
    ir_block *collect = new_block(l, "except_star_raised");
    ir_ref whole = emit_value(l, IR_enter_handler, at, REFS(part));
    region inside = {.handler_ = {whole, e->name}};
    if (e->name) store_name(l, e->name, part, at, false);
    push_region(l, &inside, REGION_HANDLER, at);
    set_handler(l, collect, "except_star_body", at);
    lower_statements(l, e->body);
    pop_region(l);
    set_handler(l, cleanup, "except_star_end", at);
    if (is_reachable(l)) {
        if (e->name) clear_name(l, e->name, at);
        emit(l, IR_leave_handler, at, REFS(whole));
        jump_to(l, next, at);
    }
    ir_ref raised = begin_handler(l, collect, at);
    if (e->name) clear_name(l, e->name, at);
    emit(l, IR_leave_handler, at, REFS(whole));
    emit(l, IR_list_push, at, REFS(g->raised, raised));
    jump_to(l, next, at);
}

static void lower_star_clause(lowerer *l, const ast_node *n, group_handling *g, ir_block *cleanup)
{
    src_span at = n->span;
    ir_block *test = new_block(l, "except_star_test"), *body = new_block(l, "except_star");
    ir_block *next = new_block(l, "except_star_next");
    branch_on(l, emit_is_none(l, g->rest, at), next, test, at);
    place_block(l, test);
    ir_ref class_ = lower_expr(l, n->as.ExceptHandler.type);
    ir_ref parts = emit_value(l, IR_split_exc, at, REFS(g->rest, class_));
    ir_ref part = emit_value(l, IR_tuple_item, at, REFS(parts));
    emit_to(l, g->rest, IR_tuple_item, at, REFS(parts))->aux.number = 1;
    branch_on(l, emit_is_none(l, part, at), next, body, at);
    place_block(l, body);
    lower_star_body(l, n, g, part, cleanup, next);
    place_block(l, next);
}

/* What nothing matched and what handlers raised goes on as one exception, if there is any. */
static void finish_star(lowerer *l, const group_handling *g)
{
    src_span at = g->common.at;
    ir_block *left = new_block(l, "except_star_rest"), *regroup = new_block(l, "except_star_raise");
    ir_block *done = new_block(l, "except_star_done"), *again = new_block(l, "except_star_rethrow");
    branch_on(l, emit_is_none(l, g->rest, at), regroup, left, at);
    place_block(l, left);
    emit(l, IR_list_push, at, REFS(g->raised, g->rest));
    jump_to(l, regroup, at);
    place_block(l, regroup);
    ir_ref all = emit_value(l, IR_regroup_exc, at, REFS(g->common.exception, g->raised));
    branch_on(l, emit_is_none(l, all, at), done, again, at);
    l->handler = g->common.outside;
    place_block(l, again);
    again->handler = done->handler = l->handler;
    raise_out(l, &g->common, NULL, all);
    place_block(l, done);
    emit(l, IR_leave_handler, at, REFS(g->common.previous));
    jump_to(l, g->common.after, at);
}

static void lower_except_star(lowerer *l, const ast_node *n)
{
    /* The two structs have the same fields in the same order: see ast.def. */
    const struct ast_Try *try_ = (const struct ast_Try *)&n->as.TryStar;
    ir_block *after = new_block(l, "after_try");
    ir_block *landing = lower_tried(l, try_, after, n->span);
    group_handling g = {.common = begin_handling(l, landing, after, n->span)};
    region inside = {.handler_ = {g.common.previous, NULL}};
    ir_block *cleanup = new_block(l, "cleanup");
    push_region(l, &inside, REGION_HANDLER, n->span);
    set_handler(l, cleanup, "except_star", n->span);
    g.rest = emit_value(l, IR_copy, n->span, REFS(g.common.exception));
    g.raised = emit_value(l, IR_list, n->span, NO_REFS);
    for (uint32_t i = 0; i < try_->handlers.count; i++)
        lower_star_clause(l, try_->handlers.items[i], &g, cleanup);
    pop_region(l);
    finish_star(l, &g);
    raise_out(l, &g.common, NULL, begin_handler(l, cleanup, n->span));
    place_block(l, after);
}

void lower_try_star(lowerer *l, const ast_node *n)
{
    if (n->as.TryStar.finalbody.count)
        lower_finally(l, n, n->as.TryStar.finalbody, lower_except_star);
    else
        lower_except_star(l, n);
}
