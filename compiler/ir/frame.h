/* Frames: what of a function with suspend points must outlive a suspension.
 *
 * In: a function after represent. Out: in_frame of its slots, and its suspend points in the order
 * of the text, numbered from 1 (state 0 is "not started"), each with the slots that own a value
 * there, the function or library coroutine whose frame it embeds, and whether an exception is being
 * handled there: a thrown one that passes gets that one as its context.
 *
 *     before:  d = await_direct fetch(url)         (an operation that may leave the function)
 *     after:   state 3; live {session, url}; child fetch
 *
 * A slot is in the frame when it is live across at least one suspension, or is a parameter (the
 * caller fills it in); everything else stays a C local. */
#ifndef ASYNCC_IR_FRAME_H
#define ASYNCC_IR_FRAME_H

#include "ir/ir.h"
#include "ir/ownership.h"

/* Is an exception being handled where a frame waits? By slot: while one that has is_handled
 * is set. */
typedef enum handling { NOT_HANDLING, HANDLING, HANDLING_BY_SLOT } handling;

typedef struct suspend_point {
    ir_instr *instr;
    uint32_t line;
    const ir_function *child;         /* await_direct, await_apart */
    const library_row *library_child; /* await_library */
    bool apart;                       /* the child's frame is not embedded but pointed to */
    slot_list live;                   /* counted slots that own a value while suspended here */
    handling handling;
} suspend_point;

typedef struct ir_frame {
    suspend_point *points; /* points[0] is the start: live are the parameters */
    uint32_t count;
} ir_frame;

/* by kind: coroutines and generators of all sorts */
bool ir_function_suspends(const ir_function *f);

/* Needs the ownership of the function (borrowed slots). Results live in the compilation's arena. */
ir_frame *frame_compute(const ir_program *p, ir_function *f, const ir_ownership *ownership);

#endif
