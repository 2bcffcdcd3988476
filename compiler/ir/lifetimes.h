/* Whether the program can see when its variables let go of their values.
 *
 * In: a lowered program. Out: program->lifetimes_visible (see ownership.h). It can where a class
 * has __del__, where weakref or gc is imported, and where a generator has something to do when it
 * is closed: a yield inside try or with. */
#ifndef ASYNCC_IR_LIFETIMES_H
#define ASYNCC_IR_LIFETIMES_H

#include "ir/ir.h"

void find_visible_lifetimes(ir_program *p);

#endif
