/* Frames from liveness. See frame.h. */
#include "ir/frame.h"

#include "ir/liveness.h"

bool ir_function_suspends(const ir_function *f)
{
    return f->kind == FN_COROUTINE || f->kind == FN_GENERATOR || f->kind == FN_ASYNC_GENERATOR;
}

typedef struct context {
    const ir_program *program;
    ir_function *function;
    const ir_ownership *ownership;
    ir_frame *frame;
    ir_instr **handlers; /* the operations enter_handler */
    uint32_t handler_count;
} context;

/* What is live while an operation is suspended: what is wanted after it, on either way, and the
 * operands it holds on to. */
static void across(const liveness *l, const ir_block *b, const ir_instr *i, bitset after,
                   bitset out)
{
    bitset_copy(out, after);
    if (ir_is_slot(i->dst)) bitset_remove(out, (uint32_t)i->dst);
    bitset_unite(out, b->handler ? l->in[b->handler->id] : l->kept);
    if (!ir_holds_operands(i->op)) return;
    for (uint32_t a = 0; a < i->arg_count; a++)
        if (ir_is_slot(i->args[a])) bitset_add(out, (uint32_t)i->args[a]);
}

/* An except block is left by leave_handler, which wants what enter_handler gave: where that is
 * live, the block is being run. A finally block has both slots even where nothing was raised; there
 * its exception is live too, and set or not. What `yield from` delegates to comes first
 * (rt_delegate_step). */
static handling handling_at(const context *c, bitset live)
{
    handling found = NOT_HANDLING;
    for (uint32_t k = 0; k < c->handler_count; k++) {
        const ir_instr *i = c->handlers[k];
        ir_slot *exception = &c->function->slots.items[i->args[0]];
        if (!bitset_has(live, (uint32_t)i->dst)) continue;
        bool tells = !exception->name && bitset_has(live, (uint32_t)i->args[0]);
        exception->is_handled |= tells;
        if (found != HANDLING) found = tells ? HANDLING_BY_SLOT : HANDLING;
    }
    return found;
}

static void add_point(context *c, ir_instr *i, bitset live)
{
    arena *a = &c->program->compilation->memory;
    ir_function *f = c->function;
    suspend_point *point = &c->frame->points[c->frame->count++];
    point->instr = i;
    point->line = i ? source_line(f->module->source, i->span.start) : f->line;
    if (i && (i->op == IR_await_direct || i->op == IR_await_apart)) point->child = i->aux.function;
    point->apart = i && i->op == IR_await_apart;
    if (i && i->op == IR_await_library) point->library_child = i->aux.library;
    if (!i || i->op != IR_yield_from) point->handling = handling_at(c, live);
    point->live.items = arena_array(a, uint32_t, f->slots.count);
    for (uint32_t s = 0; s < f->slots.count; s++) {
        if (!bitset_has(live, s)) continue;
        f->slots.items[s].in_frame = true;
        if (slot_is_counted(&f->slots.items[s]) && !c->ownership->borrowed[s])
            point->live.items[point->live.count++] = s;
    }
}

static uint32_t count_points(const ir_function *f)
{
    uint32_t count = 1;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) count += ir_info(i->op)->suspends;
    return count;
}

static void find_handlers(context *c)
{
    const ir_function *f = c->function;
    uint32_t count = 0;
    for (vec_each(ir_block *, b, &f->blocks)) count += (*b)->code.count;
    c->handlers = arena_array(&c->program->compilation->memory, ir_instr *, count);
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_enter_handler) c->handlers[c->handler_count++] = i;
}

static void add_block(context *c, const liveness *l, ir_block *b, bitset after, bitset live)
{
    /* Walk backwards for liveness, but number the points forwards. */
    bitset *at = arena_array(&c->program->compilation->memory, bitset, b->code.count);
    bitset_copy(after, l->out[b->id]);
    for (uint32_t k = b->code.count; k-- > 0;) {
        ir_instr *i = &b->code.items[k];
        if (ir_info(i->op)->suspends) {
            at[k] = bitset_new(&c->program->compilation->memory, c->function->slots.count);
            across(l, b, i, after, live);
            bitset_copy(at[k], live);
        }
        liveness_step_back(l, b, i, after);
    }
    for (uint32_t k = 0; k < b->code.count; k++)
        if (at[k].words) add_point(c, &b->code.items[k], at[k]);
}

ir_frame *frame_compute(const ir_program *p, ir_function *f, const ir_ownership *ownership)
{
    arena *a = &p->compilation->memory;
    liveness l = liveness_compute(a, p, f);
    context c = {p, f, ownership, arena_new(a, ir_frame), NULL, 0};
    find_handlers(&c);
    c.frame->points = arena_array(a, suspend_point, count_points(f));
    bitset live = bitset_new(a, f->slots.count), after = bitset_new(a, f->slots.count);
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (f->slots.items[s].is_param) bitset_add(live, s);
    add_point(&c, NULL, live);
    for (vec_each(ir_block *, b, &f->blocks)) add_block(&c, &l, *b, after, live);
    return c.frame;
}
