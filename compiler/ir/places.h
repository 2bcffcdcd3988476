/* Whether the program can ask where it is: for lines of warnings and of records of logging, for
 * what traceback, inspect and sys tell of the calls that are running, and for the line in the
 * repr() of the task that runs.
 *
 * In: a program without what it does not use. Out: program->places_visible: then the program's
 * own functions keep a list of their running calls (RT_PLACE_PUSH in asyncc.h). */
#ifndef ASYNCC_IR_PLACES_H
#define ASYNCC_IR_PLACES_H

#include "ir/ir.h"

void find_visible_places(ir_program *p);

/* Whether the calls of f are kept. Those of the library are not: as programs see it, it
 * has none. */
bool notes_places(const ir_program *p, const ir_function *f);

#endif
