/* run.c: asyncio.run: a loop for one coroutine, from its making to its close.
 *
 * In: a coroutine. Out: its result, after every task that it left has been cancelled and every
 * async generator closed. An interrupt (Ctrl-C) cancels the main task once. */
#include "aio/aio.h"
#include "exc/exception.h"
#include "sched/await.h"
#include "sched/interrupt.h"
#include "sched/loop_policy.h"
#include "sched/task.h"
#include "value/list.h"

/* ---- what is left when the main task has ended ---- */

static rt_value pending_tasks(const rt_loop *loop)
{
    uint32_t count;
    rt_task **tasks = rt_tasks_of_loop(loop, &count);
    rt_value list = rt_list_new(count);

    for (uint32_t i = 0; i < count; i++) rt_list_push(list, rt_retained((rt_value)tasks[i]));
    rt_tasks_free(tasks, count);
    return list;
}

static void report_failures(rt_loop *loop, rt_value tasks)
{
    for (uint32_t i = 0; i < RT_LIST(tasks)->count; i++) {
        rt_future *task = RT_FUTURE(RT_LIST(tasks)->items[i]);
        if (!task->failed) continue;
        task->unretrieved = false;
        rt_loop_report(loop, rt_str_c("unhandled exception during asyncio.run() shutdown"),
                       "exception", task->result, "task", (rt_value)task, NULL);
    }
}

static bool cancel_all_tasks(rt_loop *loop)
{
    rt_value tasks = pending_tasks(loop), gathering, result = RT_NONE;

    if (!tasks) return false;
    uint32_t count = RT_LIST(tasks)->count;
    if (count) {
        for (uint32_t i = 0; i < count; i++)
            rt_future_cancel(RT_FUTURE(RT_LIST(tasks)->items[i]), 0);
        gathering = rt_gather(RT_LIST(tasks)->items, count, true);
        result = gathering ? rt_loop_run_until_complete(loop, gathering) : 0;
        RT_RELEASE_OPT(gathering);
        if (result) report_failures(loop, tasks);
        RT_RELEASE_OPT(result);
    }
    RT_RELEASE(tasks);
    return result != 0;
}

/* Runs a coroutine (consumed) to its end; false = raised. */
static bool run_coroutine(rt_loop *loop, rt_value coro)
{
    rt_value result = coro ? rt_loop_run_until_complete(loop, coro) : 0;

    RT_RELEASE_OPT(coro);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static bool shut_down(rt_loop *loop)
{
    rt_value self = (rt_value)loop;
    bool fine = cancel_all_tasks(loop) && run_coroutine(loop, rt_loop_shutdown_asyncgens(self)) &&
                run_coroutine(loop, rt_loop_shutdown_default_executor(self));
    rt_value pending = rt_save_pending();

    fine = rt_loop_set_current(RT_NONE) && fine;
    rt_loop_close(loop);
    rt_restore_pending(pending);
    return fine;
}

/* ---- the main task ---- */

/* The first interrupt has cancelled the main task: what ends it so is KeyboardInterrupt. */
static void interrupt_instead(rt_task *task)
{
    if (!rt_interrupt_count() || !rt_pending(&rt_exc_CancelledError)) return;
    if (rt_task_uncancel_once(task)) return;
    rt_value cancelled = rt_catch(), handled = rt_state.handled;
    rt_state.handled = cancelled;
    rt_raise((rt_value)&rt_exc_KeyboardInterrupt, 0);
    rt_state.handled = handled;
    RT_RELEASE(cancelled);
}

static rt_value run_main(rt_loop *loop, rt_value coro, rt_value context)
{
    rt_value task = rt_create_task(loop, coro, 0, context);

    if (!task) return 0;
    rt_interrupt_watch(RT_TASK(task));
    rt_value result = rt_loop_run_until_complete(loop, task);
    rt_interrupt_unwatch();
    if (!result) interrupt_instead(RT_TASK(task));
    RT_RELEASE(task);
    return result;
}

rt_value rt_asyncio_run(rt_value main, rt_value debug)
{
    if (rt_running_loop)
        return rt_raise_format(&rt_exc_RuntimeError,
                               "asyncio.run() cannot be called from a running event loop");
    if (!rt_is_coroutine_object(main))
        return rt_raise_format(&rt_exc_ValueError, "a coroutine was expected, got %R", main);

    rt_loop *loop = rt_loop_make();
    if (!loop) return 0;
    if (debug && debug != RT_NONE) loop->debug = rt_truth(debug) > 0;
    rt_value result = rt_loop_set_current((rt_value)loop) ? run_main(loop, main, 0) : 0;
    rt_value pending = rt_save_pending();
    if (shut_down(loop)) {
        rt_restore_pending(pending);
    } else {
        RT_RELEASE_OPT(pending);
        RT_RELEASE_OPT(result);
        result = 0;
    }
    RT_RELEASE((rt_value)loop);
    return result;
}

/* ---- for Runner ---- */

rt_value rt_asyncio_shut_down(rt_value v)
{
    rt_loop *loop = rt_loop_checked(v);
    return loop && shut_down(loop) ? RT_NONE : 0;
}

rt_value rt_asyncio_run_main(rt_value v, rt_value coro, rt_value context)
{
    rt_loop *loop = rt_loop_checked(v);
    return loop ? run_main(loop, coro, context) : 0;
}
