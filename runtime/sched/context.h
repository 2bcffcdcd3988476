/* context.h: the context that contextvars keep: which value each ContextVar has.
 *
 * A context that nothing was set in is 0, so that tasks of programs without context variables pay
 * nothing. Copying shares the values until one of the copies changes. */
#ifndef ASYNCC_SCHED_CONTEXT_H
#define ASYNCC_SCHED_CONTEXT_H

#include "value/object.h"

extern rt_value rt_context; /* the current one; owned; 0 = empty */

extern rt_type rt_context_type, rt_context_var_type, rt_context_token_type, rt_token_missing_type;

/* A copy of the current context, owned; 0 = it is empty. Never raises. */
rt_value rt_context_copy(void);

/* Makes `context` (consumed) the current one and returns the one before, owned. */
static inline rt_value rt_context_switch(rt_value context)
{
    rt_value before = rt_context;
    rt_context = context;
    return before;
}

void rt_init_context(void);
void rt_end_context(void);

#endif
