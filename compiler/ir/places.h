/* Whether the program can ask where it calls from, as records of logging tell.
 *
 * In: a program without what it does not use. Out: program->places_visible: then the program's own
 * code notes its place before each call that may ask (RT_CALLING). */
#ifndef ASYNCC_IR_PLACES_H
#define ASYNCC_IR_PLACES_H

#include "ir/ir.h"

void find_visible_places(ir_program *p);

/* Whether an operation of f must note its place first. */
bool notes_place(const ir_program *p, const ir_function *f, const ir_instr *i);

#endif
