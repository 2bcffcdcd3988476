/* Liveness: at which points a slot's value can still be read.
 *
 * In: a function of the IR. Out: the live slots at the beginning and end of each block, and a
 * walk backwards through a block that gives them at every operation. Exception edges count: a
 * slot that a handler reads is live at every operation of the blocks it handles that can raise. */
#ifndef ASYNCC_IR_LIVENESS_H
#define ASYNCC_IR_LIVENESS_H

#include "base/bitset.h"
#include "ir/ir.h"

typedef struct liveness {
    arena *memory;
    const ir_function *function;
    bitset *in, *out; /* by block id */
    /* variables that live to the end of the function (ownership.h); live at every way out */
    bitset kept;
} liveness;

liveness liveness_compute(arena *a, const ir_program *p, const ir_function *f);

/* Turns the set live after an operation into the one live before it. `live` is changed in place. */
void liveness_step_back(const liveness *l, const ir_block *b, const ir_instr *i, bitset live);

/* Whether the operands of a suspending operation must stay alive until it is over. */
bool ir_holds_operands(ir_op op);

#endif
