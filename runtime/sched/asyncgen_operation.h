/* asyncgen_operation.h: the awaitables that asend, athrow, aclose and __anext__ of an async
 * generator give. */
#ifndef ASYNCC_SCHED_ASYNCGEN_OPERATION_H
#define ASYNCC_SCHED_ASYNCGEN_OPERATION_H

#include "sched/coro.h"

typedef enum rt_operation_kind {
    RT_OPERATION_ASEND,
    RT_OPERATION_ATHROW,
    RT_OPERATION_ACLOSE
} rt_operation_kind;

/* `argument`: what is sent; of athrow a tuple (type, value, traceback). Borrowed. */
rt_value rt_operation_new(rt_coro *agen, rt_operation_kind kind, rt_value argument);

/* asyncgen.c: enters the generator in the table of live ones before its first operation. */
void rt_asyncgen_first(rt_coro *agen);

/* asyncgen.c: resumes the generator's frame under `self` (NULL: by hand) for one operation. */
rt_value rt_asyncgen_run(rt_frame *self, rt_coro *agen, rt_value input);

#endif
