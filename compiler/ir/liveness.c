/* Liveness by backward dataflow to a fixpoint. See liveness.h. */
#include "ir/liveness.h"

bool ir_holds_operands(ir_op op)
{
    return op == IR_await || op == IR_anext || op == IR_yield_from;
}

/* The successors of a block on normal paths are the targets of its last operation. */
static void unite_targets(const liveness *l, const ir_instr *last, bitset live)
{
    for (uint32_t t = 0; t < last->target_count; t++)
        bitset_unite(live, l->in[last->targets[t]->id]);
}

/* Whether the slot's value before the operation is gone after it, whatever way it goes on: `next`
 * leaves its result alone when there is none. A kept variable's value lives until it is replaced,
 * so replacing it is a use. */
static bool overwrites(const liveness *l, const ir_instr *i)
{
    if (!ir_is_slot(i->dst) || bitset_has(l->kept, (uint32_t)i->dst)) return false;
    return i->op != IR_next || !bitset_has(l->in[i->targets[1]->id], (uint32_t)i->dst);
}

void liveness_step_back(const liveness *l, const ir_block *b, const ir_instr *i, bitset live)
{
    const ir_op_info *info = ir_info(i->op);
    if (overwrites(l, i)) bitset_remove(live, (uint32_t)i->dst);
    if (ir_is_return(i->op)) bitset_unite(live, l->kept);
    if (info->raises) bitset_unite(live, b->handler ? l->in[b->handler->id] : l->kept);
    for (uint32_t a = 0; a < i->arg_count; a++)
        if (ir_is_slot(i->args[a])) bitset_add(live, (uint32_t)i->args[a]);
}

static bool update_block(const liveness *l, const ir_block *b, bitset live)
{
    bitset_clear(live);
    unite_targets(l, &vec_last(&b->code), live);
    bitset_unite(l->out[b->id], live);
    for (uint32_t n = b->code.count; n-- > 0;) liveness_step_back(l, b, &b->code.items[n], live);
    return bitset_unite(l->in[b->id], live);
}

liveness liveness_compute(arena *a, const ir_program *p, const ir_function *f)
{
    uint32_t blocks = f->blocks.count;
    liveness l = {a, f, arena_array(a, bitset, blocks), arena_array(a, bitset, blocks),
                  bitset_new(a, f->slots.count)};
    for (uint32_t b = 0; b < blocks; b++) {
        l.in[b] = bitset_new(a, f->slots.count);
        l.out[b] = bitset_new(a, f->slots.count);
    }
    if (p->lifetimes_visible)
        for (uint32_t s = 0; s < f->slots.count; s++)
            if (f->slots.items[s].name && f->slots.items[s].repr == REPR_VALUE)
                bitset_add(l.kept, s);

    bitset live = bitset_new(a, f->slots.count);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t b = blocks; b-- > 0;) changed |= update_block(&l, f->blocks.items[b], live);
    }
    return l;
}
