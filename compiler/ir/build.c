/* Building the IR: functions, blocks, slots, constants, operations.
 *
 * In: calls of lowering and of later passes. Out: the structures of ir.h in the compilation's
 * arena. Nothing here knows Python; ir.def says what each operation takes. */
#include "ir/ir.h"

#include <string.h>

/* Whether a text of at most two flags has this one, as a constant expression. */
#define HAS(flags, letter) (flags[0] == letter || (" " flags)[sizeof(flags) - 1] == letter)

static const ir_op_info infos[] = {
#define OP(name, operands, result, flags, meaning)                                                 \
    {#name, operands, meaning, result, HAS(flags, 'R'), HAS(flags, 'S'), HAS(flags, 'T')},
#include "ir/ir.def"
#undef OP
};

const ir_op_info *ir_info(ir_op op)
{
    return &infos[op];
}

char ir_operand_mode(const ir_instr *i, uint32_t index)
{
    bool is_call = i->op == IR_call_direct || i->op == IR_call_direct_float;
    if (is_call && i->aux.function->slots.items[index].repr == REPR_FLOAT) return 'f';
    const char *modes = ir_info(i->op)->operands;
    uint32_t n = 0;
    while (n < index && modes[n + 1] && modes[n + 1] != '*') n++;
    return modes[n];
}

/* -- functions, blocks, slots ------------------------------------------------------------- */

ir_function *ir_function_new(ir_program *p, ir_module *module, ir_function *parent,
                             ir_function_kind kind, name own_name, name qualname)
{
    arena *a = &p->compilation->memory;
    ir_function *f = arena_new(a, ir_function);
    f->name = own_name;
    f->qualname = qualname;
    f->module = module;
    f->parent = parent;
    f->kind = kind;
    f->index = p->functions.count;
    vec_push_in(a, &p->functions, f);
    return f;
}

ir_block *ir_block_new(ir_program *p, ir_function *f, const char *label)
{
    arena *a = &p->compilation->memory;
    ir_block *b = arena_new(a, ir_block);
    b->id = f->blocks.count;
    b->label = label;
    vec_push_in(a, &f->blocks, b);
    return b;
}

ir_ref ir_slot_new(ir_program *p, ir_function *f, name variable, ir_repr repr)
{
    ir_slot slot = {.name = variable, .type = TYPE(OBJECT), .repr = repr};
    vec_push_in(&p->compilation->memory, &f->slots, slot);
    return (ir_ref)f->slots.count - 1;
}

/* -- constants ---------------------------------------------------------------------------- */

static uint64_t constant_bits(const ast_constant *c)
{
    uint64_t bits = 0;
    if (c->tag == AST_CONST_INT && c->fits) memcpy(&bits, &c->integer, sizeof bits);
    if (c->tag == AST_CONST_FLOAT || c->tag == AST_CONST_COMPLEX)
        memcpy(&bits, &c->number, sizeof bits);
    return bits;
}

/* Whether a constant is known by its text rather than by its bits. */
static bool constant_has_text(const ast_constant *c)
{
    return c->tag == AST_CONST_STR || c->tag == AST_CONST_BYTES ||
           (c->tag == AST_CONST_INT && !c->fits);
}

static uint32_t constant_hash(const ast_constant *c)
{
    uint64_t hash = 1469598103934665603u ^ (c->tag * 31u);
    uint64_t bits = constant_bits(c);
    for (uint32_t i = 0; constant_has_text(c) && i < c->length; i++)
        hash = (hash ^ (uint8_t)c->text[i]) * 1099511628211u;
    hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(hash >> 32);
}

static bool constant_equal(const ast_constant *a, const ast_constant *b)
{
    if (a->tag != b->tag || constant_has_text(a) != constant_has_text(b)) return false;
    if (!constant_has_text(a)) return constant_bits(a) == constant_bits(b);
    return a->length == b->length && !memcmp(a->text, b->text, a->length) &&
           (a->tag != AST_CONST_INT || a->base == b->base);
}

/* The place of an equal constant in the table, or the free place where it belongs. */
static uint32_t *constant_place(const ir_program *p, const ast_constant *c)
{
    uint32_t mask = p->constant_capacity - 1;
    for (uint32_t i = constant_hash(c) & mask;; i = (i + 1) & mask) {
        uint32_t *place = &p->constant_table[i];
        if (!*place || constant_equal(&p->constants.items[*place - 1].value, c)) return place;
    }
}

static void grow_constant_table(ir_program *p)
{
    p->constant_capacity = p->constant_capacity ? p->constant_capacity * 2 : 64;
    p->constant_table = arena_array(&p->compilation->memory, uint32_t, p->constant_capacity);
    for (vec_each(ir_constant, c, &p->constants)) *constant_place(p, &c->value) = c->index + 1;
}

ir_ref ir_constant_of(ir_program *p, ast_constant value)
{
    if (2 * (p->constants.count + 1) > p->constant_capacity) grow_constant_table(p);
    uint32_t *place = constant_place(p, &value);
    if (!*place) {
        ir_constant constant = {value, p->constants.count};
        vec_push_in(&p->compilation->memory, &p->constants, constant);
        *place = p->constants.count;
    }
    return ir_constant_ref(*place - 1);
}

/* -- operations --------------------------------------------------------------------------- */

ir_instr *ir_emit(ir_program *p, ir_block *b, ir_op op, ir_ref dst, uint32_t arg_count,
                  const ir_ref *args, src_span span)
{
    arena *a = &p->compilation->memory;
    ir_instr instr = {.op = op, .dst = dst, .arg_count = arg_count, .span = span};
    if (arg_count) {
        instr.args = arena_array(a, ir_ref, arg_count);
        memcpy(instr.args, args, arg_count * sizeof *args);
    }
    vec_push_in(a, &b->code, instr);
    return &vec_last(&b->code);
}

bool ir_block_ended(const ir_block *b)
{
    return b->code.count && infos[vec_last(&b->code).op].ends;
}
