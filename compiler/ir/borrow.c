/* Finding values that are only looked at. See borrow.h. */
#include "ir/borrow.h"

#include "ir/classes.h"
#include "ir/infer.h"

typedef struct context {
    const ir_program *p;
    const ir_function *f;
    const liveness *live;
    const ir_block *block;
    bool *borrowed;
    uint32_t *reads, *writes; /* by slot */
    ir_ref *owner;            /* by slot: of a borrowed temporary, what keeps its value */
} context;

/* Runs no code of the program, stores nothing where others see it, lets go of nothing but its own
 * operands. */
static bool is_quiet(ir_op op)
{
    static const bool quiet[IR_OP_COUNT] = {
        [IR_field_get] = true,     [IR_field_get_float] = true, [IR_list_at] = true,
        [IR_list_get] = true,      [IR_list_at_float] = true,   [IR_list_length] = true,
        [IR_str_length] = true,    [IR_str_at] = true,          [IR_str_compare] = true,
        [IR_tuple_item] = true,    [IR_load_global] = true,     [IR_is] = true,
        [IR_is_object] = true,     [IR_check_object] = true,    [IR_plain_truth] = true,
        [IR_not] = true,           [IR_from_bool] = true,       [IR_word] = true,
        [IR_word_add] = true,      [IR_word_less] = true,       [IR_word_binary] = true,
        [IR_word_unary] = true,    [IR_word_compare] = true,    [IR_word_truth] = true,
        [IR_word_copy] = true,     [IR_unbox_word] = true,      [IR_box_word] = true,
        [IR_word_to_float] = true, [IR_float_binary] = true,    [IR_float_compare] = true,
        [IR_float_truth] = true,   [IR_float_copy] = true,      [IR_float_negate] = true,
        [IR_unbox_float] = true,   [IR_box_float] = true,       [IR_int_binary] = true,
        [IR_int_compare] = true,
    };
    return quiet[op];
}

/* What an operation may do with its first operand, which it does not look at afterwards. */
static bool is_quiet_until_done(const context *c, const ir_instr *i)
{
    switch (i->op) {
    case IR_field_set:
    case IR_field_set_float:
    case IR_list_put:
    case IR_list_put_float:
    case IR_list_set:
    case IR_list_push: return true;
    case IR_iter: return ir_type_of(c->p, c->f, i->args[0]).kind == TYPE_LIST;
    default: return is_quiet(i->op);
    }
}

static bool reads_slot(const ir_instr *i, ir_ref slot)
{
    for (uint32_t n = 0; n < i->arg_count; n++)
        if (i->args[n] == slot) return true;
    return false;
}

/* Whether what the operation gives is kept by what it reads: then *owner is that slot, or IR_NO_REF
 * for a module's variable. */
static bool gives_kept(const context *c, const ir_instr *i, ir_ref *owner)
{
    *owner = i->arg_count ? i->args[0] : IR_NO_REF;
    if (ir_is_constant(*owner)) return false;
    switch (i->op) {
    case IR_load_global: return i->aux.global->always_set;
    case IR_list_at: return true;
    case IR_field_get: /* an attribute that can be a method is bound anew each time */
        return attribute_of(c->p, i->aux.name)->type.kind != TYPE_OBJECT;
    default: return false;
    }
}

/* Whether the slot still owns its value after the operation at `index`. */
static bool outlives(const context *c, ir_ref slot, uint32_t index)
{
    for (uint32_t n = index + 1; n < c->block->code.count; n++) {
        const ir_instr *i = &c->block->code.items[n];
        if (reads_slot(i, slot)) return true;
        if (i->dst == slot) return false;
    }
    return bitset_has(c->live->out[c->block->id], (uint32_t)slot);
}

/* The one operation that reads the value made at `index`; NULL where something on the way could
 * let go of it. */
static const ir_instr *quiet_reader(const context *c, uint32_t index, ir_ref owner, uint32_t *at)
{
    ir_ref value = c->block->code.items[index].dst;
    for (uint32_t n = index + 1; n < c->block->code.count; n++) {
        const ir_instr *i = &c->block->code.items[n];
        if (reads_slot(i, value)) {
            bool first = i->args[0] == value && is_quiet_until_done(c, i);
            *at = n;
            return first || is_quiet(i->op) ? i : NULL;
        }
        if (!is_quiet(i->op) || (owner != IR_NO_REF && i->dst == owner)) return NULL;
    }
    return NULL;
}

static bool only_looks(const ir_instr *i, ir_ref value)
{
    for (uint32_t n = 0; n < i->arg_count; n++)
        if (i->args[n] == value && ir_operand_mode(i, n) != 'b') return false;
    return true;
}

static bool is_temporary(const context *c, ir_ref slot)
{
    return ir_is_slot(slot) && !c->f->slots.items[slot].name && c->reads[slot] == 1 &&
           c->writes[slot] == 1;
}

static void look_at(context *c, uint32_t index)
{
    const ir_instr *i = &c->block->code.items[index];
    ir_ref owner;
    uint32_t at;
    if (!is_temporary(c, i->dst) || !gives_kept(c, i, &owner)) return;
    if (ir_is_slot(owner) && c->borrowed[owner] && !c->f->slots.items[owner].is_param)
        owner = c->owner[owner];
    const ir_instr *reader = quiet_reader(c, index, owner, &at);
    if (!reader || !only_looks(reader, i->dst)) return;
    bool is_param = ir_is_slot(owner) && c->borrowed[owner];
    if (ir_is_slot(owner) && !is_param && (reader->dst == owner || !outlives(c, owner, at))) return;
    c->borrowed[i->dst] = true;
    c->owner[i->dst] = owner;
}

void find_borrowed_values(const ir_program *p, const ir_function *f, const liveness *l,
                          bool *borrowed)
{
    arena *a = &p->compilation->memory;
    uint32_t n = f->slots.count;
    context c = {p,
                 f,
                 l,
                 NULL,
                 borrowed,
                 arena_array(a, uint32_t, n),
                 arena_array(a, uint32_t, n),
                 arena_array(a, ir_ref, n)};
    if (p->lifetimes_visible) return;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (ir_is_slot(i->dst)) c.writes[i->dst]++;
            for (uint32_t k = 0; k < i->arg_count; k++)
                if (ir_is_slot(i->args[k])) c.reads[i->args[k]]++;
        }
    for (vec_each(ir_block *, b, &f->blocks)) {
        c.block = *b;
        for (uint32_t k = 0; k < (*b)->code.count; k++) look_at(&c, k);
    }
}
