/* thread.c: the module _thread: starting threads, and what each has of its own.
 *
 * In: functions of the program. Out: threads that call them. The module threading (prelude) keeps
 * its Thread objects in the dicts that threads have here. */
#include <unistd.h>

#include "exc/exception.h"
#include "sched/clock.h"
#include "sched/threads.h"
#include "value/list.h"

static void run(void *argument)
{
    rt_clock_hold();
    rt_value function = (rt_value)argument, result = rt_call(function, 0, NULL);
    rt_clock_release();

    if (!result && rt_pending(&rt_exc_SystemExit))
        rt_clear_pending();
    else if (!result)
        rt_unraisable("Exception ignored in thread started by", function);
    RT_RELEASE_OPT(result);
    RT_RELEASE(function);
}

rt_value rt_thread_start_function(rt_value function, rt_value locals, rt_value waited_for)
{
    if (rt_thread_start(NULL, run, (void *)rt_retained(function), rt_retained(locals),
                        waited_for == RT_TRUE))
        return RT_NONE;
    RT_RELEASE(function);
    return 0;
}

rt_value rt_thread_get_ident(void)
{
    return RT_INT((int64_t)pthread_self());
}

rt_value rt_thread_get_native_id(void)
{
    return RT_INT(gettid());
}

rt_value rt_thread_own_locals(void)
{
    rt_value locals = rt_thread_locals();
    RT_RETAIN_OPT(locals);
    return locals;
}

/* Of the threads that have a dict; the main thread's stands first. */
rt_value rt_thread_all_locals(void)
{
    rt_value all = rt_list_new(4);

    for (rt_thread *thread = rt_threads_first(); all && thread; thread = thread->next)
        if (thread->locals && !rt_list_push(all, rt_retained(thread->locals))) return 0;
    return all;
}

rt_value rt_thread_at_end(rt_value function)
{
    rt_threads_at_end(rt_retained(function));
    return RT_NONE;
}
