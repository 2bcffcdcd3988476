/* debug.c: the debug mode of loops: slow callbacks are reported, wrong callbacks and wrong
 * threads refused.
 *
 * In: what a loop is about to run or to take. Out: what asyncio's logger is told,
  * and exceptions. */
#include "sched/debug.h"

#include <stdio.h>
#include <stdlib.h>

#include "exc/exception.h"
#include "sched/await.h"
#include "sched/clock.h"
#include "sched/log.h"
#include "sched/origin.h"
#include "sched/threads.h"
#include "value/function.h"

bool rt_debug_wanted(void)
{
    const char *wish = getenv("PYTHONASYNCIODEBUG");
    return wish && *wish;
}

/* "Executing <Task ...> took 0.123 seconds" */
static void report_slow(rt_value subject, double seconds)
{
    char length[64];

    snprintf(length, sizeof length, "%.3f", seconds);
    rt_value pending = rt_save_pending();
    rt_log(RT_LOG_WARNING, (rt_log_place){"asyncio/base_events.py", "_run_once", 1917},
           rt_str_format("Executing %R took %s seconds", subject, length), 0);
    rt_clear_pending();
    rt_restore_pending(pending);
}

bool rt_debug_run(rt_loop *loop, rt_ready entry, bool (*run)(rt_ready entry))
{
    rt_subject_tag tag = RT_SUBJECT_TAG(entry.subject);
    rt_value subject = rt_retained((rt_value)RT_SUBJECT_OBJECT(entry.subject));
    int64_t start = rt_clock_monotonic();

    rt_origin_coroutines = true;
    bool went_on = run(entry);
    rt_origin_coroutines = loop->debug;
    double seconds = (double)(rt_clock_monotonic() - start) / (double)RT_SECOND;

    if (seconds >= loop->slow_callback &&
        (tag == RT_SUBJECT_TASK || tag == RT_SUBJECT_THROW || tag == RT_SUBJECT_HANDLE))
        report_slow(subject, seconds);
    RT_RELEASE(subject);
    return went_on;
}

bool rt_debug_check_callback(const rt_loop *loop, rt_value callback, const char *method)
{
    if (RT_LIKELY(!loop->debug)) return true;
    bool makes_coroutines = RT_TYPE(callback) == &rt_function_type &&
                            RT_FUNCTION_OBJECT(callback)->code->kind == RT_CODE_COROUTINE;
    if (rt_is_coroutine_like(callback) || makes_coroutines)
        rt_raise_format(&rt_exc_TypeError, "coroutines cannot be used with %s()", method);
    else if (!RT_TYPE(callback)->call)
        rt_raise_format(&rt_exc_TypeError, "a callable object was expected by %s(), got %R", method,
                        callback);
    else
        return true;
    return false;
}

bool rt_debug_check_thread(const rt_loop *loop)
{
    if (RT_LIKELY(!loop->debug) || !loop->thread || loop->thread == rt_thread_current())
        return true;
    rt_raise_format(
        &rt_exc_RuntimeError,
        "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
}
