/* Parts of the library that the program puts something else in the place of.
 *
 *     time.sleep = fake        no call of time.sleep may be bound to the library's own
 *
 * Inference tells this file of each operation; what it finds makes types wider, so that both
 * come to the same fixpoint. What is replaced is asked of its module at run time, wherever it is
 * used. */
#ifndef ASYNCC_IR_REPLACED_H
#define ASYNCC_IR_REPLACED_H

#include "ir/ir.h"

/* Before the first call of the others. */
void replaced_begin(ir_program *p);
/* Notes what an operation does to modules of the library, by the types known so far. */
void replaced_note(ir_program *p, const ir_function *f, const ir_instr *i);
/* Draws the conclusions; true where something was not known to be replaced before. */
bool replaced_settle(ir_program *p);

bool is_replaced(const ir_program *p, const library_row *row);

#endif
