/* Static binding of calls to library functions.
 *
 * In: a row of the library's tables and a call. Out: the operand of each C parameter; false where
 * the call cannot be bound before run time or is wrong (the generic call then raises Python's
 * TypeError). */
#ifndef ASYNCC_IR_BIND_LIBRARY_H
#define ASYNCC_IR_BIND_LIBRARY_H

#include "ir/ir.h"

typedef struct library_binding {
    uint32_t count;
    ir_ref values[12]; /* IR_NO_REF: not given */
    bool is_star[12];  /* the parameter is *args: star_values as a tuple */
    const ir_ref *star_values;
    uint32_t star_count;
} library_binding;

/* `i` is a call or call_method, plain or named; its operand 0 is not an argument. */
bool library_bind(const library_row *row, const ir_instr *i, library_binding *out);

#endif
