/* Leaving out what a program does not use of the library modules written in Python.
 *
 * In: a resolved program. Out: the bodies of library modules define only what can be reached from
 * the program's own modules; modules of which nothing is used are not imported.
 *
 * Methods of the library's classes go too where nothing asks for an attribute of their name.
 *
 * It rests on a rule for the files below runtime/lib/prelude/: their top level only defines names.
 * So an operation there is needed only if something needed reads what it makes. The exception is a
 * call of a function in C as a statement, which is there for what it does. */
#ifndef ASYNCC_IR_PRUNE_LIBRARY_H
#define ASYNCC_IR_PRUNE_LIBRARY_H

#include "ir/ir.h"

void prune_library(compilation *c, ir_program *p);

#endif
