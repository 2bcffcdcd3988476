/* Ownership from liveness. See ownership.h for the rule. */
#include "ir/ownership.h"

#include "ir/borrow.h"
#include "ir/liveness.h"

typedef struct context {
    arena *memory;
    ir_function *function;
    ir_ownership *result;
    liveness live;
    bitset after, before, owned, scratch; /* of the operation at hand */
} context;

static bool is_counted(const context *c, uint32_t slot)
{
    return slot_is_counted(&c->function->slots.items[slot]) && !c->result->borrowed[slot];
}

static bool is_counted_ref(const context *c, ir_ref ref)
{
    return ir_is_slot(ref) && is_counted(c, (uint32_t)ref);
}

/* Ints held in place, None and bools need no counts. */
bool slot_is_counted(const ir_slot *slot)
{
    return slot->repr == REPR_VALUE && type_is_counted(slot->type);
}

/* The counted members of `set`, less `without` (a slot or IR_NO_REF). */
static slot_list members(const context *c, bitset set, ir_ref without)
{
    slot_list list = {NULL, 0};
    uint32_t total = 0;
    for (uint32_t w = 0; w < set.word_count; w++)
        total += (uint32_t)__builtin_popcountll(set.words[w]);
    if (total == 0) return list;
    list.items = arena_array(c->memory, uint32_t, total);
    for (uint32_t w = 0; w < set.word_count; w++)
        for (uint64_t word = set.words[w]; word; word &= word - 1) {
            uint32_t slot = w * 64 + (uint32_t)__builtin_ctzll(word);
            if ((ir_ref)slot != without && is_counted(c, slot)) list.items[list.count++] = slot;
        }
    return list;
}

/* How often the operation reads the slot besides operand `but`. */
static bool also_read(const ir_instr *i, uint32_t but)
{
    for (uint32_t a = 0; a < i->arg_count; a++)
        if (a != but && i->args[a] == i->args[but]) return true;
    return false;
}

static bitset exception_target(const context *c, const ir_block *b)
{
    return b->handler ? c->live.in[b->handler->id] : c->live.kept;
}

/* Decides which consumed operands are moved (they leave `owned`) and which are retained first.
 * The second of two equal operands is retained too: each of them takes a reference. */
static slot_list consume(context *c, const ir_block *b, const ir_instr *i, bitset owned)
{
    slot_list retain = {arena_array(c->memory, uint32_t, i->arg_count), 0};
    bool raises = ir_info(i->op)->raises;
    for (uint32_t a = 0; a < i->arg_count; a++) {
        ir_ref ref = i->args[a];
        char mode = ir_operand_mode(i, a);
        if (!ir_is_slot(ref) || (mode != 'c' && mode != 'q')) continue;
        uint32_t slot = (uint32_t)ref;
        if (!slot_is_counted(&c->function->slots.items[slot])) continue;
        bool wanted = (bitset_has(c->after, slot) && ref != i->dst) || also_read(i, a) ||
                      (raises && b->handler && bitset_has(exception_target(c, b), slot)) ||
                      (!ir_is_return(i->op) && bitset_has(c->live.kept, slot) && ref != i->dst);
        if (wanted || c->result->borrowed[slot])
            retain.items[retain.count++] = slot;
        else
            bitset_remove(owned, slot);
    }
    return retain;
}

static void subtract(bitset from, bitset what)
{
    for (uint32_t w = 0; w < from.word_count; w++) from.words[w] &= ~what.words[w];
}

/* The slots owned here that a way on does not want. */
static slot_list left_behind(context *c, bitset owned, bitset wanted, ir_ref without)
{
    bitset_copy(c->scratch, owned);
    if (wanted.words) subtract(c->scratch, wanted);
    return members(c, c->scratch, without);
}

static void count_edges(context *c, ir_instr *i, ir_counts *counts, bitset owned)
{
    counts->edges = arena_array(c->memory, slot_list, i->target_count);
    for (uint32_t t = 0; t < i->target_count; t++)
        counts->edges[t] = left_behind(c, owned, c->live.in[i->targets[t]->id], IR_NO_REF);
}

/* `next` sets its result on one of two ways only, so the result's older value and a result that
 * nobody wants are the way's own affair: the result is owned on the first way, not on the
 * second. */
static void count_next(context *c, ir_instr *i, ir_counts *counts, bitset owned)
{
    counts->replaces = is_counted_ref(c, i->dst) && bitset_has(owned, (uint32_t)i->dst);
    bool had = counts->replaces;
    counts->edges = arena_array(c->memory, slot_list, 2);
    counts->edges[1] = left_behind(c, owned, c->live.in[i->targets[1]->id], IR_NO_REF);
    if (!had) bitset_add(owned, (uint32_t)i->dst);
    counts->edges[0] = left_behind(c, owned, c->live.in[i->targets[0]->id], IR_NO_REF);
    if (!had) bitset_remove(owned, (uint32_t)i->dst);
}

static void count_instr(context *c, const ir_block *b, ir_instr *i)
{
    const ir_op_info *info = ir_info(i->op);
    ir_counts *counts = arena_new(c->memory, ir_counts);
    i->counts = counts;

    bitset_copy(c->before, c->after);
    liveness_step_back(&c->live, b, i, c->before);
    bitset owned = c->owned;
    bitset_copy(owned, c->before);
    counts->retain = consume(c, b, i, owned);

    if (info->raises) {
        bitset none = {NULL, 0};
        counts->unwind =
            left_behind(c, owned, b->handler ? exception_target(c, b) : none, IR_NO_REF);
    }
    if (i->op == IR_next) {
        count_next(c, i, counts, owned);
    } else if (ir_is_return(i->op)) {
        counts->release = members(c, owned, IR_NO_REF);
    } else if (info->ends) {
        count_edges(c, i, counts, owned);
    } else {
        counts->replaces = is_counted_ref(c, i->dst) && bitset_has(owned, (uint32_t)i->dst);
        if (is_counted_ref(c, i->dst)) bitset_add(owned, (uint32_t)i->dst);
        counts->drops_result = is_counted_ref(c, i->dst) && !counts->replaces &&
                               !bitset_has(c->after, (uint32_t)i->dst);
        counts->release =
            left_behind(c, owned, c->after, counts->drops_result ? i->dst : IR_NO_REF);
    }
    bitset_copy(c->after, c->before);
}

/* ---- entry and unset slots ------------------------------------------------------------------- */

static void find_borrowed(context *c)
{
    ir_function *f = c->function;
    bool plain = f->kind == FN_PLAIN || f->kind == FN_CLASS_BODY || f->kind == FN_MODULE;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (ir_is_slot(i->dst)) f->slots.items[i->dst].reassigned = true;
    for (uint32_t s = 0; s < f->slots.count; s++) {
        ir_slot *slot = &f->slots.items[s];
        c->result->borrowed[s] = plain && slot->is_param && !slot->reassigned;
    }
}

static void count_entry(context *c)
{
    ir_function *f = c->function;
    ir_ownership *o = c->result;
    bool plain = f->kind == FN_PLAIN || f->kind == FN_CLASS_BODY || f->kind == FN_MODULE;
    bitset live = c->live.in[0];
    uint32_t n = f->slots.count;
    o->entry_clear.items = arena_array(c->memory, uint32_t, n);
    o->entry_retain.items = arena_array(c->memory, uint32_t, n);
    o->entry_release.items = arena_array(c->memory, uint32_t, n);
    o->start_unwind.items = arena_array(c->memory, uint32_t, n);
    for (uint32_t s = 0; s < n; s++) {
        ir_slot *slot = &f->slots.items[s];
        if (slot->repr != REPR_VALUE || o->borrowed[s]) continue;
        if (!slot_is_counted(slot) && (slot->is_param || !bitset_has(live, s))) continue;
        slot_list *list = NULL;
        if (!slot->is_param)
            list = bitset_has(live, s) ? &o->entry_clear : NULL;
        else if (plain)
            list = bitset_has(live, s) ? &o->entry_retain : NULL;
        else
            list = bitset_has(live, s) ? &o->start_unwind : &o->entry_release;
        if (list) list->items[list->count++] = s;
    }
}

/* A slot may be unset where one of its writers says so, or where it is live at entry unset. */
static void find_unset(context *c)
{
    ir_function *f = c->function;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (ir_is_slot(i->dst) && ir_info(i->op)->result == 'm')
                c->result->may_be_unset[i->dst] = true;
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (!f->slots.items[s].is_param && bitset_has(c->live.in[0], s))
            c->result->may_be_unset[s] = true;
}

/* A copy of a slot that may be unset may be unset too. */
static void spread_unset(context *c)
{
    ir_function *f = c->function;
    for (bool changed = true; changed;) {
        changed = false;
        for (vec_each(ir_block *, b, &f->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) {
                if (i->op != IR_copy || !ir_is_slot(i->args[0])) continue;
                bool *to = &c->result->may_be_unset[i->dst];
                if (!*to && c->result->may_be_unset[i->args[0]]) *to = changed = true;
            }
    }
}

ir_ownership *ownership_compute(const ir_program *p, ir_function *f)
{
    arena *a = &p->compilation->memory;
    uint32_t n = f->slots.count;
    context c = {a,
                 f,
                 arena_new(a, ir_ownership),
                 liveness_compute(a, p, f),
                 bitset_new(a, n),
                 bitset_new(a, n),
                 bitset_new(a, n),
                 bitset_new(a, n)};
    c.result->borrowed = arena_array(a, bool, n);
    c.result->may_be_unset = arena_array(a, bool, n);
    find_borrowed(&c);
    find_borrowed_values(p, f, &c.live, c.result->borrowed);
    for (vec_each(ir_block *, b, &f->blocks)) {
        bitset_copy(c.after, c.live.out[(*b)->id]);
        for (uint32_t k = (*b)->code.count; k-- > 0;) count_instr(&c, *b, &(*b)->code.items[k]);
    }
    count_entry(&c);
    find_unset(&c);
    spread_unset(&c);
    return c.result;
}
