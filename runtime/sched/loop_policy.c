/* loop_policy.c: the loop of the thread, tasks of awaitables, and the end of the scheduler.
 *
 * In: asyncio's functions that leave open which loop they mean. Out: that loop, or the error that
 * asyncio raises where there is none. */
#include "sched/loop_policy.h"

#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/await.h"
#include "sched/clock.h"
#include "sched/context.h"
#include "sched/coro.h"
#include "sched/interrupt.h"
#include "sched/shuffle.h"
#include "sched/task.h"
#include "sched/threads.h"

rt_loop *rt_loop_running(void)
{
    if (!rt_running_loop) rt_raise_format(&rt_exc_RuntimeError, "no running event loop");
    return rt_running_loop;
}

rt_loop *rt_loop_current(void)
{
    rt_thread *thread = rt_thread_current();

    if (rt_running_loop) return rt_running_loop;
    if (!thread->policy_loop && !thread->policy_set && rt_thread_is_main()) thread->policy_loop = rt_loop_new();
    if (!thread->policy_loop) {
        rt_value name = rt_thread_name();
        if (name) rt_raise_format(&rt_exc_RuntimeError, "There is no current event loop in thread %R.", name);
        RT_RELEASE_OPT(name);
    }
    return thread->policy_loop;
}

rt_loop *rt_loop_checked(rt_value v)
{
    if (RT_TYPE(v) == &rt_loop_type) return RT_LOOP(v);
    rt_raise_format(&rt_exc_TypeError, "an event loop was expected, got %R", v);
    return NULL;
}

void rt_loop_set_current(rt_loop *loop)
{
    rt_thread *thread = rt_thread_current();
    rt_loop *before = thread->policy_loop;

    thread->policy_set = true;
    thread->policy_loop = loop;
    if (loop) RT_RETAIN((rt_value)loop);
    if (before) RT_RELEASE((rt_value)before);
}

/* ---- tasks of awaitables ---- */

static bool is_coroutine(rt_value v)
{
    return rt_is_coroutine_like(v) || RT_TYPE(v) == &rt_asend_type || RT_TYPE(v) == &rt_athrow_type;
}

/* factory(loop, coro[, context=]), then the name. */
static rt_value task_of_factory(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    rt_value values[] = {(rt_value)loop, coro, context}, names[] = {RT_NAME("context")};
    rt_value factory = rt_retained(loop->task_factory);
    bool with_context = context && context != RT_NONE;
    rt_value task = rt_call_named(factory, &(rt_args){values, 2, with_context, names});

    RT_RELEASE(factory);
    if (!task || !name || name == RT_NONE) return task;
    rt_value named = rt_call_method(task, RT_NAME("set_name"), 1, &name);
    if (!named && rt_pending(&rt_exc_AttributeError)) rt_clear_pending();
    else if (!named) {
        RT_RELEASE(task);
        return 0;
    }
    RT_RELEASE_OPT(named);
    return task;
}

rt_value rt_create_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    if (RT_UNLIKELY(loop->task_factory)) {
        if (!rt_loop_check_open(loop)) return 0;
        return task_of_factory(loop, coro, name, context);
    }
    return rt_new_task(loop, coro, name, context);
}

rt_value rt_new_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    if (!is_coroutine(coro)) return rt_raise_format(&rt_exc_TypeError, "a coroutine was expected, got %R", coro);
    return rt_task_of(loop, coro, name, context);
}

rt_value rt_ensure_future(rt_value awaitable, rt_loop *loop)
{
    if (rt_is_future(awaitable)) {
        if (!loop || RT_FUTURE(awaitable)->loop == loop) return rt_retained(awaitable);
        return rt_raise_format(&rt_exc_ValueError, "The future belongs to a different loop than "
                                                   "the one specified as the loop argument");
    }
    if (!rt_is_awaitable(awaitable))
        return rt_raise_format(&rt_exc_TypeError, "An asyncio.Future, a coroutine or an awaitable is required");
    if (!loop) loop = rt_loop_current();
    if (!loop) return 0;
    if (RT_UNLIKELY(loop->task_factory) && is_coroutine(awaitable)) return rt_create_task(loop, awaitable, 0, 0);
    return rt_task_of(loop, awaitable, 0, 0);
}

/* ---- start and end ---- */

void rt_init_sched(void)
{
    rt_clock_init();
    rt_shuffle_init();
    rt_init_context();
    rt_init_interrupts();
}

void rt_end_sched(void)
{
    rt_loop *loop = rt_thread_current()->policy_loop;

    if (loop && !loop->running) rt_loop_close(loop);
    rt_loop_set_current(NULL);
    rt_thread_current()->policy_set = false;
    rt_threads_end();
    rt_end_context();
    rt_end_asyncgens();
    rt_end_interrupts();
    rt_end_warnings();
}
