/* handled.h: what is being handled where code runs, as sys.exc_info() tells it. See handled.c. */
#ifndef ASYNCC_EXC_HANDLED_H
#define ASYNCC_EXC_HANDLED_H

#include "asyncc.h"

/* The innermost exception that is being handled here (borrowed), or 0. */
static inline rt_value rt_handled(void)
{
    if (rt_state.handled && rt_state.handled != rt_state.handled_hidden) return rt_state.handled;
    if (rt_state.handled_below && !rt_state.handled_hidden) return rt_state.handled_below;
    return rt_state.handled_base;
}

/* Takes `handled` and `handled_below` out of the thread's state as one word (owned, 0 = none), and
 * puts them back (consumes it). */
rt_value rt_handled_take_both(void);
void rt_handled_put_both(rt_value both);

static inline rt_value rt_handled_take(void)
{
    if (RT_UNLIKELY(rt_state.handled_below != 0)) return rt_handled_take_both();
    rt_value handled = rt_state.handled;
    rt_state.handled = 0;
    return handled;
}

static inline void rt_handled_put(rt_value handled)
{
    if (RT_UNLIKELY(handled != 0)) rt_handled_put_both(handled);
}

/* What a driver moves aside while a chain of frames runs that has handlers of its own. */
typedef struct rt_handled_outside {
    rt_value own, base;
} rt_handled_outside;

static inline rt_handled_outside rt_handled_enter(void)
{
    rt_value within = rt_handled();
    rt_handled_outside outside = {rt_handled_take(), rt_state.handled_base};
    rt_state.handled_base = within;
    return outside;
}

static inline void rt_handled_leave(rt_handled_outside outside)
{
    rt_state.handled_base = outside.base;
    rt_handled_put(outside.own);
}

#endif
