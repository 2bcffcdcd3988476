/* Which module variables are set before any code that could read them can run. */
#ifndef ASYNCC_IR_GLOBALS_SET_H
#define ASYNCC_IR_GLOBALS_SET_H

#include "ir/ir.h"

/* Sets ir_global.always_set throughout the program. */
void ir_find_always_set(ir_program *p);

#endif
