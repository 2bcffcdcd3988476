/* Lowering: emitting operations, blocks and constants.
 *
 * In: what the files about constructs want to say. Out: operations at the end of the current
 * block. Operations after the end of a block go to a new block, which nobody reaches and
 * ir_prune drops: callers need not care whether code is dead. */
#include "ir/lower_internal.h"

#include <string.h>

arena *memory_of(lowerer *l)
{
    return &l->program->c->memory;
}

name name_of(lowerer *l, const char *text)
{
    return intern_text(&l->program->c->names, text);
}

void report_unsupported(lowerer *l, src_span at, const char *what)
{
    diag_error(&l->program->c->diags, l->module->ir->source, at, "%s not supported", what);
}

/* -- blocks ------------------------------------------------------------------------------- */

ir_block *new_block(lowerer *l, const char *label)
{
    ir_block *b = ir_block_new(l->p, l->f, label);
    b->handler = l->handler;
    return b;
}

void place_block(lowerer *l, ir_block *b)
{
    l->block = b;
}

bool is_reachable(const lowerer *l)
{
    return !ir_block_ended(l->block);
}

void set_targets(lowerer *l, ir_instr *i, uint32_t count, ir_block **targets)
{
    i->targets = arena_array(memory_of(l), ir_block *, count);
    memcpy(i->targets, targets, count * sizeof *targets);
    i->target_count = count;
}

void jump_to(lowerer *l, ir_block *target, src_span at)
{
    if (is_reachable(l)) set_targets(l, emit(l, IR_jump, at, NO_REFS), 1, &target);
}

void branch_on(lowerer *l, ir_ref condition, ir_block *yes, ir_block *no, src_span at)
{
    set_targets(l, emit(l, IR_branch, at, REFS(condition)), 2, (ir_block *[]){yes, no});
}

void switch_on(lowerer *l, ir_ref word, uint32_t count, ir_block **targets, src_span at)
{
    set_targets(l, emit(l, IR_switch, at, REFS(word)), count, targets);
}

void set_handler(lowerer *l, ir_block *handler, const char *label, src_span at)
{
    if (handler == l->handler) return;
    l->handler = handler;
    if (!is_reachable(l)) return;
    ir_block *b = new_block(l, label);
    jump_to(l, b, at);
    place_block(l, b);
}

ir_ref begin_handler(lowerer *l, ir_block *landing, src_span at)
{
    place_block(l, landing);
    return emit_value(l, IR_catch, at, NO_REFS);
}

/* -- operations --------------------------------------------------------------------------- */

ir_ref new_temporary(lowerer *l, ir_repr repr)
{
    return ir_slot_new(l->p, l->f, NULL, repr);
}

ir_instr *emit_to(lowerer *l, ir_ref dst, ir_op op, src_span at, uint32_t count, const ir_ref *args)
{
    if (!is_reachable(l)) place_block(l, new_block(l, "dead"));
    ir_instr *i = ir_emit(l->p, l->block, op, dst, count, args, at);
    i->within = l->within;
    return i;
}

ir_instr *emit(lowerer *l, ir_op op, src_span at, uint32_t count, const ir_ref *args)
{
    return emit_to(l, IR_NO_REF, op, at, count, args);
}

ir_ref emit_value(lowerer *l, ir_op op, src_span at, uint32_t count, const ir_ref *args)
{
    static const ir_repr reprs[] = {['b'] = REPR_BOOL,
                                    ['i'] = REPR_WORD,
                                    ['f'] = REPR_FLOAT,
                                    ['m'] = REPR_VALUE,
                                    ['v'] = REPR_VALUE};
    ir_ref dst = new_temporary(l, reprs[(unsigned char)ir_info(op)->result]);
    emit_to(l, dst, op, at, count, args);
    return dst;
}

ir_instr *last_instr(lowerer *l)
{
    return &vec_last(&l->block->code);
}

ir_ref emit_named(lowerer *l, ir_op op, name n, src_span at, uint32_t count, const ir_ref *args)
{
    ir_ref dst = IR_NO_REF;
    if (ir_info(op)->result == '-')
        emit(l, op, at, count, args);
    else
        dst = emit_value(l, op, at, count, args);
    last_instr(l)->aux.name = n;
    return dst;
}

ir_ref emit_call(lowerer *l, src_span at, uint32_t count, const ir_ref *args)
{
    return emit_value(l, IR_call, at, count, args);
}

/* What the compiler itself needs of the library is there, or the build is broken: reported as an
 * error at the construct that needs it. */
ir_ref emit_library(lowerer *l, const char *module, const char *own_name, src_span at)
{
    const library_row *row = library_find(module, own_name);
    if (!row) {
        report_unsupported(l, at, arena_printf(memory_of(l), "'%s' is", own_name));
        return const_none(l);
    }
    ir_ref value = emit_value(l, IR_load_library, at, NO_REFS);
    last_instr(l)->aux.library = row;
    return value;
}

ir_ref emit_word(lowerer *l, int64_t word, src_span at)
{
    ir_ref value = emit_value(l, IR_word, at, NO_REFS);
    last_instr(l)->aux.word = word;
    return value;
}

ir_ref emit_is_none(lowerer *l, ir_ref value, src_span at)
{
    return emit_value(l, IR_is, at, REFS(value, const_none(l)));
}

/* -- values and slots --------------------------------------------------------------------- */

bool is_temporary(const lowerer *l, ir_ref ref)
{
    return ir_is_slot(ref) && !l->f->slots.items[ref].name;
}

ir_ref keep_value(lowerer *l, ir_ref value, src_span at)
{
    if (!ir_is_slot(value) || is_temporary(l, value)) return value;
    return emit_value(l, IR_copy, at, REFS(value));
}

/* Whether the current block's last operation made the value, so that it can set another slot. */
static bool made_last(const lowerer *l, ir_ref value)
{
    if (!l->block->code.count || !is_temporary(l, value)) return false;
    const ir_instr *last = &vec_last(&l->block->code);
    return last->dst == value && !ir_info(last->op)->ends;
}

void set_slot(lowerer *l, ir_ref slot, ir_ref value, src_span at, bool last_use)
{
    if (slot == value) return;
    if (last_use && made_last(l, value))
        last_instr(l)->dst = slot;
    else
        emit_to(l, slot, IR_copy, at, REFS(value));
}

/* -- constants ---------------------------------------------------------------------------- */

ir_ref const_none(lowerer *l)
{
    return ir_constant_of(l->p, (ast_constant){.tag = AST_CONST_NONE});
}

ir_ref const_bool(lowerer *l, bool value)
{
    return ir_constant_of(l->p, (ast_constant){.tag = value ? AST_CONST_TRUE : AST_CONST_FALSE});
}

ir_ref const_int(lowerer *l, int64_t value)
{
    const char *digits = arena_printf(memory_of(l), "%lld", (long long)value);
    return ir_constant_of(l->p, (ast_constant){.tag = AST_CONST_INT,
                                               .length = (uint32_t)strlen(digits),
                                               .text = digits,
                                               .base = 10,
                                               .fits = true,
                                               .integer = value});
}

ir_ref const_text(lowerer *l, const char *text, uint32_t length)
{
    ast_constant value = {.tag = AST_CONST_STR, .length = length, .text = text};
    return ir_constant_of(l->p, value);
}

ir_ref const_name(lowerer *l, name n)
{
    return const_text(l, n->text, n->length);
}
