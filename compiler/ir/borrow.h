/* Values that are only looked at.
 *
 * In: a function after represent, and its liveness. Out: the temporaries that need no reference of
 * their own, since what they were read from keeps it until the one operation that wants them is
 * over:
 *
 *     t1 = field_get a, "left"     a is still wanted, and nothing up to `is` runs code of the
 *     t2 = is t1, None             program, stores anything, or lets go of anything a has
 *
 * Where the program can see when objects die, nothing is borrowed: finalizers run anywhere. */
#ifndef ASYNCC_IR_BORROW_H
#define ASYNCC_IR_BORROW_H

#include "ir/liveness.h"

/* Sets borrowed[slot] of such temporaries; those of parameters that are never counted are set
 * already. */
void find_borrowed_values(const ir_program *p, const ir_function *f, const liveness *l,
                          bool *borrowed);

#endif
