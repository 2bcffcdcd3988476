/* Ownership: where references are retained and released.
 *
 * The rule: a counted slot owns a reference exactly while it is live. So a value is moved by its
 * last use where that use consumes it, and released after it otherwise; what an exception edge or a
 * branch leaves behind is released on that edge. Parameters of plain functions that are never set
 * again stay borrowed and are not counted at all; so do temporaries that are only looked at
 * (borrow.h).
 *
 * CPython releases variables at the end of the function. A program can see the difference only
 * through __del__, weak references and generators that clean up; where it has one of these
 * (program->lifetimes_visible) named variables are kept alive to the function's end.
 *
 * In: a function after represent. Out: instr->counts of every operation, and what its entry
 * does. */
#ifndef ASYNCC_IR_OWNERSHIP_H
#define ASYNCC_IR_OWNERSHIP_H

#include "ir/ir.h"

typedef struct slot_list {
    uint32_t *items;
    uint32_t count;
} slot_list;

/* Slots in these lists own a value, or may be unset where slot_may_be_unset says so. */
typedef struct ir_counts {
    slot_list retain;  /* before: consumed operands that are still wanted afterwards */
    slot_list release; /* after success: operands used for the last time */
    bool drops_result; /* nobody wants the result */
    slot_list unwind;  /* when it raises: what the handler does not want */
    slot_list *edges;  /* for each target of a block's end: what is not wanted there */
    bool replaces;     /* the result slot owns an older value, to be released once it is replaced */
} ir_counts;

typedef struct ir_ownership {
    slot_list entry_clear;   /* slots to be unset at entry: live there, but not parameters */
    slot_list entry_retain;  /* borrowed parameters that the body sets again */
    slot_list entry_release; /* owned parameters (of coroutines) that nothing reads */
    slot_list start_unwind;  /* owned parameters live at entry: released when thrown into at once */
    bool *borrowed;          /* by slot: never counted */
    bool *may_be_unset;      /* by slot: releasing checks for 0 */
} ir_ownership;

/* Whether what the slot holds can have references to count. */
bool slot_is_counted(const ir_slot *slot);

/* Results live in the compilation's arena. */
ir_ownership *ownership_compute(const ir_program *p, ir_function *f);

#endif
