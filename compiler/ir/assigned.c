/* Which variables are surely set: the checks that need not be made.
 *
 * In: a function as lowering leaves it, with a check before every read of a local variable. Out:
 * the same without the checks of variables that every way to them sets:
 *
 *     x = 1; if c: y = 2              check_local x: dropped
 *     print(x, y)                     check_local y: stays
 *
 * A forward dataflow: a slot is surely set at a point where it is on all ways there, exceptional
 * ones included; what an operation sets is set only where it did not raise. A check that passes
 * tells that its variable is set. */
#include "base/bitset.h"
#include "ir/lower.h"

typedef struct assigned {
    bitset *in;    /* by block; all ones where nothing has arrived yet */
    bool *arrived; /* by block */
    bitset now;
    bool changed;
} assigned;

/* to = to & from. */
static bool intersect(bitset to, bitset from)
{
    uint64_t lost = 0;
    for (uint32_t i = 0; i < to.word_count; i++) {
        lost |= to.words[i] & ~from.words[i];
        to.words[i] &= from.words[i];
    }
    return lost != 0;
}

static void arrive(assigned *a, const ir_block *target, bitset state)
{
    if (!a->arrived[target->id]) {
        bitset_copy(a->in[target->id], state);
        a->arrived[target->id] = a->changed = true;
    } else if (intersect(a->in[target->id], state)) {
        a->changed = true;
    }
}

static void step(bitset now, const ir_instr *i)
{
    if (i->op == IR_unset)
        bitset_remove(now, (uint32_t)i->dst);
    else if (i->op == IR_check_local)
        bitset_add(now, (uint32_t)i->args[0]);
    else if (ir_is_slot(i->dst))
        bitset_add(now, (uint32_t)i->dst);
}

static void flow_through(assigned *a, const ir_block *b)
{
    bitset_copy(a->now, a->in[b->id]);
    for (vec_each(ir_instr, i, &b->code)) {
        if (ir_info(i->op)->raises && b->handler) arrive(a, b->handler, a->now);
        if (i->op == IR_next) {
            arrive(a, i->targets[1], a->now);
            step(a->now, i);
            arrive(a, i->targets[0], a->now);
            continue;
        }
        step(a->now, i);
        for (uint32_t k = 0; k < i->target_count; k++) arrive(a, i->targets[k], a->now);
    }
}

static void drop_checks(assigned *a, ir_block *b)
{
    uint32_t kept = 0;
    bitset_copy(a->now, a->in[b->id]);
    for (uint32_t k = 0; k < b->code.count; k++) {
        ir_instr *i = &b->code.items[k];
        bool needless = i->op == IR_check_local && bitset_has(a->now, (uint32_t)i->args[0]);
        step(a->now, i);
        if (!needless) b->code.items[kept++] = *i;
    }
    b->code.count = kept;
}

static bool has_checks(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_check_local) return true;
    return false;
}

void ir_drop_needless_checks(ir_program *p, ir_function *f)
{
    if (!has_checks(f)) return;
    arena *memory = &p->compilation->memory;
    assigned a = {.in = arena_array(memory, bitset, f->blocks.count),
                  .arrived = arena_array(memory, bool, f->blocks.count),
                  .now = bitset_new(memory, f->slots.count)};
    for (uint32_t i = 0; i < f->blocks.count; i++) a.in[i] = bitset_new(memory, f->slots.count);
    for (uint32_t i = 0; i < f->params.count; i++) bitset_add(a.now, i);
    arrive(&a, f->blocks.items[0], a.now);
    while (a.changed) {
        a.changed = false;
        for (vec_each(ir_block *, b, &f->blocks))
            if (a.arrived[(*b)->id]) flow_through(&a, *b);
    }
    for (vec_each(ir_block *, b, &f->blocks)) drop_checks(&a, *b);
}
