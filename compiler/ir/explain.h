/* What the compiler made of a program's suspending functions, for its author.
 *
 * In: a program after represent. Out: for each async function and generator of the program's own
 * modules its frame with the sizes of its fields, its states with their source lines, what each
 * await costs and why, and which variables are held as general values and why; or the same states
 * as a graph in Graphviz's language. */
#ifndef ASYNCC_IR_EXPLAIN_H
#define ASYNCC_IR_EXPLAIN_H

#include "ir/ir.h"

void explain_program(FILE *out, ir_program *p);
void explain_graph(FILE *out, ir_program *p);

#endif
