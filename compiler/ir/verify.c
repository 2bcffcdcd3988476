/* The check between phases that a program keeps the rules of ir.def.
 *
 * In: a program. Out: nothing, or the end of the process with a message that names function,
 * block and operation: a broken rule is a fault of the compiler, never of its input. */
#include "ir/ir.h"

#include <stdlib.h>
#include <string.h>

typedef struct verifier {
    const ir_program *program;
    const ir_function *function;
    const ir_block *block;
    const ir_instr *instr;
} verifier;

static _Noreturn void broken(const verifier *v, const char *rule)
{
    fprintf(stderr, "asyncc: internal error: the IR of %s", v->function->qualname->text);
    if (v->block) fprintf(stderr, ", block b%u (%s)", v->block->id, v->block->label);
    if (v->instr)
        fprintf(stderr, ", operation %u (%s)", (uint32_t)(v->instr - v->block->code.items),
                ir_info(v->instr->op)->name);
    fprintf(stderr, ": %s\n", rule);
    abort();
}

static void require(const verifier *v, bool condition, const char *rule)
{
    if (!condition) broken(v, rule);
}

static ir_repr slot_repr(const verifier *v, ir_ref ref)
{
    require(v, (uint32_t)ref < v->function->slots.count, "there is no such slot");
    return v->function->slots.items[ref].repr;
}

static void verify_operand(const verifier *v, char mode, ir_ref ref)
{
    if (ref == IR_NO_REF) {
        require(v, mode == 'o' || mode == 'q', "an operand is missing");
    } else if (ir_is_constant(ref)) {
        require(v, mode != 'u', "a constant stands where a variable must");
        require(v, ir_constant_index(ref) < v->program->constants.count, "no such constant");
    } else {
        bool is_value = slot_repr(v, ref) == REPR_VALUE;
        require(v, is_value == (mode != 'w' && mode != 'f'),
                "an operand is of the wrong representation");
    }
}

static void verify_operands(const verifier *v)
{
    const char *modes = ir_info(v->instr->op)->operands;
    for (uint32_t i = 0; i < v->instr->arg_count; i++) {
        require(v, *modes, "there are too many operands");
        verify_operand(v, ir_operand_mode(v->instr, i), v->instr->args[i]);
        if (modes[1] != '*') modes++;
    }
    require(v, !*modes || modes[1] == '*', "there are too few operands");
}

static void verify_result(const verifier *v)
{
    static const char kinds[] = {
        [REPR_VALUE] = 'v', [REPR_WORD] = 'i', [REPR_FLOAT] = 'f', [REPR_BOOL] = 'b'};
    char kind = ir_info(v->instr->op)->result;
    ir_ref dst = v->instr->dst;
    if (kind == '-') {
        require(v, dst == IR_NO_REF, "an operation without a result sets a slot");
        return;
    }
    require(v, ir_is_slot(dst), "the result goes nowhere");
    char held = kinds[slot_repr(v, dst)];
    require(v, held == (kind == 'm' ? 'v' : kind), "the result is of the wrong kind");
}

static void verify_targets(const verifier *v)
{
    const ir_instr *i = v->instr;
    static const struct {
        ir_op op;
        uint32_t count;
    } counts[] = {{IR_next, 2}, {IR_jump, 1}, {IR_branch, 2}};
    uint32_t expected = i->op == IR_switch && i->target_count ? i->target_count : 0;
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
        if (counts[k].op == i->op) expected = counts[k].count;
    require(v, i->target_count == expected, "the number of targets is wrong");
    for (uint32_t k = 0; k < i->target_count; k++) {
        uint32_t id = i->targets[k]->id;
        require(v, id < v->function->blocks.count && v->function->blocks.items[id] == i->targets[k],
                "a target is not a block of the function");
    }
}

static void verify_block(verifier *v, const bool *is_handler)
{
    const ir_block *b = v->block;
    v->instr = NULL;
    require(v, b->code.count > 0, "the block is empty");
    for (vec_each(ir_instr, i, &b->code)) {
        v->instr = i;
        bool is_last = i == &vec_last(&b->code);
        require(v, ir_info(i->op)->ends == is_last, "only a block's last operation ends it");
        bool is_entry = i == b->code.items && is_handler[b->id];
        require(v, (i->op == IR_catch) == is_entry, "`catch` begins handlers, and only them");
        verify_operands(v);
        verify_result(v);
        verify_targets(v);
    }
}

static void verify_function(verifier *v)
{
    const ir_function *f = v->function;
    v->block = NULL;
    v->instr = NULL;
    require(v, f->blocks.count > 0, "there is no entry block");
    require(v, f->params.count <= f->slots.count, "a parameter has no slot");
    bool *is_handler = arena_array(&v->program->compilation->memory, bool, f->blocks.count);
    for (uint32_t i = 0; i < f->blocks.count; i++) {
        v->block = f->blocks.items[i];
        require(v, v->block->id == i, "the block's number is not its place");
        const ir_block *h = v->block->handler;
        if (!h) continue;
        require(v, h->id < f->blocks.count && f->blocks.items[h->id] == h,
                "the handler is not a block of the function");
        is_handler[h->id] = true;
    }
    for (vec_each(ir_block *, b, &f->blocks)) {
        v->block = *b;
        verify_block(v, is_handler);
    }
}

void ir_verify(const ir_program *p)
{
    verifier v = {.program = p};
    for (vec_each(ir_function *, f, &p->functions)) {
        v.function = *f;
        verify_function(&v);
    }
}
