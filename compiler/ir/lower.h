/* Lowering: from syntax trees to the IR.
 *
 * In: the parsed main module. Out: the whole program, imported modules included, in the generic
 * operations of ir.def: every call is `call`, every attribute `getattr`, every await `await`;
 * later passes make direct what types allow. NULL after errors; warnings leave a program. */
#ifndef ASYNCC_IR_LOWER_H
#define ASYNCC_IR_LOWER_H

#include "ir/ir.h"

ir_program *lower_program(compilation *c, ast_node *module);

/* Deletes the checks of variables that are surely set (assigned.c). */
void ir_drop_needless_checks(ir_program *p, ir_function *f);

/* Fills in what ir_global says about stores and constants (globals.c). */
void ir_describe_globals(ir_program *p);

#endif
