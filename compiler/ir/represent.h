/* Representations: which slots hold an unboxed float, and the operations on them.
 *
 *     before                        after
 *     x = binary add x, y           x = float_binary add x, y          x, y doubles
 *     call print x                  t = box_float x; call print t
 *
 * In: a program with types. Out: slots of type float that arithmetic uses and that are surely set
 * before they are read become REPR_FLOAT; where an operation wants a value, or makes one, the
 * conversion stands as an operation of its own. Besides, the cells that a suspending closure uses
 * become parameters of its frame, since only those outlive a suspension. */
#ifndef ASYNCC_IR_REPRESENT_H
#define ASYNCC_IR_REPRESENT_H

#include "ir/ir.h"

void represent_program(compilation *c, ir_program *p);

#endif
