/* Tidying a function's blocks: dead ones go, straight lines become one block, order is the
 * source's.
 *
 * In: blocks as lowering made them, in any order. Out: the same function with
 *
 *     - no block that cannot be reached, and no handler where nothing raises;
 *     - jumps past blocks that only jump on;
 *     - `a: ...; jump b` and a b that nothing else enters as one block;
 *     - blocks in reverse postorder, the way out of a loop after its body, handlers last. */
#include "ir/ir.h"

typedef struct tidier {
    arena *memory;
    ir_function *function;
    uint32_t *entries; /* by block: how many ways lead into it */
} tidier;

static const ir_instr *last_of(const ir_block *b)
{
    return &vec_last(&b->code);
}

static bool block_raises(const ir_block *b)
{
    for (vec_each(ir_instr, i, &b->code))
        if (ir_info(i->op)->raises) return true;
    return false;
}

/* -- order, and what can be reached ------------------------------------------------------- */

/* A block on the way down with the next way out of it to follow; handlers come first, so that
 * they end up last. */
typedef struct visit {
    ir_block *block;
    uint32_t next;
} visit;

static ir_block *way_out(const visit *v)
{
    const ir_instr *last = last_of(v->block);
    uint32_t first = v->block->handler != NULL;
    if (v->next == 0 && first) return v->block->handler;
    uint32_t index = v->next - first;
    return index < last->target_count ? last->targets[last->target_count - 1 - index] : NULL;
}

/* Puts the reachable blocks in reverse postorder. */
static void order_blocks(tidier *t)
{
    ir_function *f = t->function;
    uint32_t count = f->blocks.count, depth = 1, placed = count;
    bool *seen = arena_array(t->memory, bool, count);
    visit *stack = arena_array(t->memory, visit, count);
    ir_block **order = arena_array(t->memory, ir_block *, count);
    stack[0].block = f->blocks.items[0];
    seen[0] = true;
    while (depth) {
        visit *v = &stack[depth - 1];
        ir_block *next = way_out(v);
        v->next++;
        if (!next) {
            order[--placed] = v->block;
            depth--;
        } else if (!seen[next->id]) {
            seen[next->id] = true;
            stack[depth++] = (visit){next, 0};
        }
    }
    f->blocks.count = count - placed;
    for (uint32_t i = 0; i < f->blocks.count; i++) {
        f->blocks.items[i] = order[placed + i];
        f->blocks.items[i]->id = i;
    }
}

/* -- straight lines ----------------------------------------------------------------------- */

/* Where a way into the block leads in the end; a loop of mere jumps stays as it is. */
static ir_block *end_of_jumps(ir_block *b)
{
    ir_block *end = b;
    for (uint32_t steps = 0; end->code.count == 1 && last_of(end)->op == IR_jump; steps++) {
        if (steps > 100) return b;
        end = last_of(end)->targets[0];
    }
    return end;
}

static void count_entries(tidier *t)
{
    t->entries = arena_array(t->memory, uint32_t, t->function->blocks.count);
    t->entries[0] = 1;
    for (vec_each(ir_block *, b, &t->function->blocks)) {
        if ((*b)->handler) t->entries[(*b)->handler->id] += 2;
        const ir_instr *last = last_of(*b);
        for (uint32_t i = 0; i < last->target_count; i++) t->entries[last->targets[i]->id]++;
    }
}

/* Appends the blocks that follow b in a straight line, as long as one handler serves both; they
 * become empty. */
static void merge_line(tidier *t, ir_block *b)
{
    bool raises = block_raises(b);
    while (last_of(b)->op == IR_jump) {
        ir_block *next = last_of(b)->targets[0];
        if (t->entries[next->id] != 1 || next == b) return;
        bool next_raises = block_raises(next);
        if (raises && next_raises && b->handler != next->handler) return;
        if (!raises) b->handler = next->handler;
        raises |= next_raises;
        b->code.count--;
        for (vec_each(ir_instr, i, &next->code)) vec_push_in(t->memory, &b->code, *i);
        vec_clear(&next->code);
    }
}

void ir_prune(ir_program *p, ir_function *f)
{
    tidier t = {.memory = &p->compilation->memory, .function = f};
    for (vec_each(ir_block *, b, &f->blocks))
        if (!block_raises(*b)) (*b)->handler = NULL;
    order_blocks(&t);
    for (vec_each(ir_block *, b, &f->blocks)) {
        ir_instr *last = &vec_last(&(*b)->code);
        for (uint32_t i = 0; i < last->target_count; i++)
            last->targets[i] = end_of_jumps(last->targets[i]);
    }
    order_blocks(&t);
    count_entries(&t);
    for (vec_each(ir_block *, b, &f->blocks))
        if ((*b)->code.count) merge_line(&t, *b);
    order_blocks(&t);
}
