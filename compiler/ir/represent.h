/* Representations: which slots hold an unboxed float or word, and the operations on them.
 *
 *     before                        after
 *     x = binary add x, y           x = float_binary add x, y          x, y doubles
 *     n = binary and n, 255         n = word_binary and n, 255         n an int64_t
 *     call print x                  t = box_float x; call print t
 *     t = getitem list, n           t = list_get list, n               known types, plain values
 *
 * In: a program with types. Out: slots of floats, and of ints that a word holds, that operators
 * work on and that are surely set before they are read become REPR_FLOAT and REPR_WORD; where an
 * operation wants a value, or makes one, the conversion stands as an operation of its own. What
 * stays a value but is known by type gets the operation for it. Besides, the cells that a
 * suspending closure uses become parameters of its frame, since only those outlive a suspension. */
#ifndef ASYNCC_IR_REPRESENT_H
#define ASYNCC_IR_REPRESENT_H

#include "ir/ir.h"

void represent_program(compilation *c, ir_program *p);

#endif
