/* What `with` asks a manager of a known class for is a method of that class.
 *
 *     before                                      after
 *     e = special m.__aexit__                     e = copy m
 *     call e, None, None, None                    call_method e.__aexit__, None, None, None
 *
 * In: a program with types. Out: the same one, in which resolving finds direct calls and awaits of
 * such methods; without it, each would be a bound method, called by its object. */
#ifndef ASYNCC_IR_WITH_METHODS_H
#define ASYNCC_IR_WITH_METHODS_H

#include "ir/ir.h"

void bind_with_methods(compilation *c, ir_program *p);

#endif
