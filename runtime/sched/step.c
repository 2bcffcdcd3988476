/* step.c: what the loop's turn runs: the entries of the ring, most of them steps of tasks.
 *
 * In: the ring, as it was when the turn began. Out: each entry run and let go of; tasks that wait
 * are in the ring again, in the heap of timers or among a future's callbacks.
 *
 * Nearly every step only goes on: nothing is thrown, and the task has no context variables and
 * handles no exception where it waits. What else there may be is looked at behind one test of the
 * task's flags before the frames run, and one of the thread's state after it. Between the entries,
 * no context is set and nothing is being handled. */
#include "exc/exception.h"
#include "sched/await.h"
#include "sched/context.h"
#include "sched/coro.h"
#include "sched/debug.h"
#include "sched/handle.h"
#include "sched/task.h"

/* ---- what the chain goes on with ---- */

/* What the future that the leaf waited for gives to its await. */
static inline rt_value awaited_input(const rt_frame *leaf, rt_future *waited)
{
    if (RT_LIKELY(waited->state == RT_FUTURE_FINISHED && !waited->failed && !leaf->flags))
        return rt_retained(waited->result);
    return rt_wake_input(leaf, (rt_value)waited);
}

/* cancel() was asked for while nothing could take it: it comes in place of any other input. */
static rt_value cancelled_input(rt_task *task, rt_value input)
{
    task->future.flags &= ~RT_TASK_MUST_CANCEL;
    if (!input && rt_pending(&rt_exc_CancelledError)) return 0;
    RT_RELEASE_OPT(input);
    rt_clear_pending();
    rt_value error = rt_future_cancelled_error(&task->future);
    if (!error) return 0;
    rt_raise(error, 0);
    RT_RELEASE(error);
    return 0;
}

/* Runs the chain of a task with flags of RT_TASK_SPECIAL, or into which something is thrown. */
static rt_value run_special(rt_task *task, rt_value input)
{
    if (task->future.flags & RT_TASK_SLEEP_FLAGS)
        rt_timer_cancel(task->future.loop, (rt_timed *)task);
    if (task->future.flags & RT_TASK_MUST_CANCEL) input = cancelled_input(task, input);
    if (task->future.flags &
        RT_TASK_KEEPS) { /* after what is raised here, which it is no context of */
        rt_context = task->future.extra->context;
        rt_handled_put(task->future.extra->handled);
        task->future.extra->context = task->future.extra->handled = 0;
    }
    task->future.flags &= ~RT_TASK_SPECIAL;
    return input ? rt_frame_go_on(&task->leaf, input) : rt_frame_throw(&task->leaf);
}

/* Goes on until the chain waits or ends: the last frame's result. */
static inline rt_value run_chain(rt_task *task, rt_value input)
{
    rt_value result;

    rt_state.task = task;
    if (RT_LIKELY(!(task->future.flags & RT_TASK_SPECIAL) && input))
        result = rt_frame_go_on(&task->leaf, input);
    else
        result = run_special(task, input);
    rt_state.task = NULL;
    return result;
}

/* The context and what is being handled stay with the task until its next step. */
static void keep(rt_task *task)
{
    rt_task_extra *extra = rt_task_extra_of(task);

    extra->context = rt_context_switch(0);
    extra->handled = rt_handled_take();
    task->future.flags |= RT_TASK_KEEPS;
}

/* ---- the chain waits ---- */

/* Posts a step into which an exception (consumed) is thrown. Consumes the task. */
static void throw_next(rt_task *task, rt_value exception)
{
    rt_loop_post_owned(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_THROW), exception);
}

/* The time of a sleeping task has come, unless it was cancelled; consumes it. */
static void wake_sleeper(rt_task *task)
{
    if (!(task->future.flags & RT_TASK_SLEEPS)) {
        RT_RELEASE((rt_value)task);
        return;
    }
    task->future.flags = (task->future.flags & ~RT_TASK_SLEEPS) | RT_TASK_SLEPT;
    rt_loop_post_owned(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
}

/* What is wrong with waiting for a future, raised; true = nothing. */
static bool check_awaited(rt_task *task, rt_future *future)
{
    if (!future->blocking)
        rt_raise_format(&rt_exc_RuntimeError,
                        "yield was used instead of yield from in task %R with %R", (rt_value)task,
                        (rt_value)future);
    else if (future->loop != task->future.loop)
        rt_raise_format(&rt_exc_RuntimeError, "Task %R got Future %R attached to a different loop",
                        (rt_value)task, (rt_value)future);
    else if (future == &task->future)
        rt_raise_format(&rt_exc_RuntimeError, "Task cannot await on itself: %R", (rt_value)task);
    else
        return true;
    return false;
}

/* Consumes both. */
static void wait_for_future(rt_task *task, rt_future *future)
{
    if (RT_UNLIKELY(!check_awaited(task, future))) {
        RT_RELEASE((rt_value)future);
        throw_next(task, rt_catch());
        return;
    }
    future->blocking = false;
    task->future.result = (rt_value)future;
    if (RT_LIKELY(!future->callbacks && !rt_future_done(future))) {
        future->callbacks = RT_SUBJECT(task, RT_SUBJECT_TASK);
    } else {
        rt_future_add_subject(future, RT_SUBJECT(task, RT_SUBJECT_TASK));
        RT_RELEASE((rt_value)task);
    }
    if (RT_UNLIKELY(task->future.flags & RT_TASK_MUST_CANCEL) &&
        rt_future_cancel(future, rt_future_message(&task->future)))
        task->future.flags &= ~RT_TASK_MUST_CANCEL;
}

/* The task goes to the heap of timers; consumes it. */
static void wait_for_time(rt_task *task)
{
    task->future.flags |= RT_TASK_SLEEPS;
    rt_timer_add_owned(task->future.loop, (rt_timed *)task, rt_state.wake_at);
    if (RT_UNLIKELY(task->future.flags & RT_TASK_MUST_CANCEL)) {
        task->future.flags &= ~RT_TASK_MUST_CANCEL;
        rt_task_cancel_sleep(task, rt_future_message(&task->future));
    }
}

/* The chain waits for something that is no turn of the loop. Consumes both. */
static void wait_for(rt_task *task, rt_value awaited)
{
    if (!awaited) {
        wait_for_time(task);
    } else if (RT_LIKELY(rt_is_future(awaited))) {
        wait_for_future(task, RT_FUTURE(awaited));
    } else {
        if (RT_IS_GENERATOR(awaited))
            rt_raise_format(&rt_exc_RuntimeError,
                            "yield was used instead of yield from for generator in task %R with %R",
                            (rt_value)task, awaited);
        else
            rt_raise_format(&rt_exc_RuntimeError, "Task got bad yield: %R", awaited);
        RT_RELEASE(awaited);
        throw_next(task, rt_catch());
    }
}

/* ---- the chain ends ---- */

static bool end_raised(rt_task *task)
{
    rt_value exception = rt_catch();

    if (rt_is_instance_of(exception, &rt_exc_CancelledError)) {
        rt_future_set_message(&task->future, 0);
        task->future.result = exception;
        rt_future_mark_cancelled(&task->future);
        return true;
    }
    bool passes = rt_is_instance_of(exception, &rt_exc_SystemExit) ||
                  rt_is_instance_of(exception, &rt_exc_KeyboardInterrupt);
    if (passes) RT_RETAIN(exception);
    rt_future_fail(&task->future, exception);
    if (passes) rt_rethrow(exception);
    return !passes;
}

/* The chain has ended with `result` (consumed), or raised. Consumes the task. False: a SystemExit
 * or KeyboardInterrupt passes through. */
static bool end_with(rt_task *task, rt_value result)
{
    bool went_on = true;

    rt_task_close_root(task, result);
    task->future.loop->task_count--;
    if (RT_UNLIKELY(!result)) {
        went_on = end_raised(task);
    } else if (RT_UNLIKELY(task->future.flags & RT_TASK_MUST_CANCEL)) {
        task->future.flags &= ~RT_TASK_MUST_CANCEL;
        RT_RELEASE(result);
        rt_future_mark_cancelled(&task->future);
    } else {
        rt_future_finish(&task->future, result);
    }
    RT_RELEASE((rt_value)task);
    return went_on;
}

/* ---- a step ---- */

/* Consumes the task. `input`: what the leaf's await gives; 0 = an exception is pending. */
static inline __attribute__((always_inline)) bool step_with(rt_task *task, rt_value input)
{
    rt_value result = run_chain(task, input);

    if (RT_UNLIKELY(rt_context || rt_state.handled || rt_state.handled_below)) keep(task);
    if (RT_UNLIKELY(result != RT_PENDING)) return end_with(task, result);
    if (RT_LIKELY(rt_state.awaited == RT_NONE))
        rt_loop_post_owned(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
    else
        wait_for(task, rt_state.awaited);
    return true;
}

/* The step of a task that waited for a future, which lives until the step is over, as in
 * asyncio. */
static bool step_after_wait(rt_task *task)
{
    rt_future *waited = RT_FUTURE(task->future.result);

    task->future.result = 0;
    bool went_on = step_with(task, awaited_input(task->leaf, waited));
    RT_RELEASE((rt_value)waited);
    return went_on;
}

/* Had the task ended before its step, by being destroyed or cleared? Then that consumes it. */
static inline bool is_too_late(rt_task *task)
{
    if (RT_LIKELY(task->leaf != NULL)) return false;
    RT_RELEASE((rt_value)task);
    return true;
}

static inline bool step(rt_task *task)
{
    if (is_too_late(task)) return true;
    return task->future.result ? step_after_wait(task) : step_with(task, RT_NONE);
}

static bool step_thrown(rt_task *task, rt_value exception)
{
    bool went_on = true;

    if (!is_too_late(task)) {
        rt_raise(exception, 0);
        went_on = step_with(task, 0);
    }
    RT_RELEASE(exception);
    return went_on;
}

/* ---- the turn ---- */

/* The future of a sleep: its time has come. */
static void future_due(rt_future *future)
{
    if (!rt_future_done(future)) rt_future_finish(future, RT_NONE);
}

static bool run_other(rt_ready entry)
{
    rt_object *object = RT_SUBJECT_OBJECT(entry.subject);
    bool went_on = true;

    switch (RT_SUBJECT_TAG(entry.subject)) {
    case RT_SUBJECT_SLEEPER: wake_sleeper((rt_task *)object); return true;
    case RT_SUBJECT_THROW: return step_thrown((rt_task *)object, entry.argument);
    case RT_SUBJECT_HANDLE: went_on = rt_handle_run((rt_handle *)object); break;
    case RT_SUBJECT_OBSERVER:
        ((rt_observer *)object)->run((rt_observer *)object, entry.argument);
        went_on = !RT_RAISED();
        break;
    default: future_due((rt_future *)object);
    }
    rt_ready_release(&entry);
    return went_on;
}

static inline bool run_entry(rt_ready entry)
{
    if (RT_LIKELY(RT_SUBJECT_TAG(entry.subject) == RT_SUBJECT_TASK))
        return step((rt_task *)entry.subject);
    return run_other(entry);
}

static bool run_debugged(rt_ready entry)
{
    return run_entry(entry);
}

/* Runs the entries before the word `end`; false: one that passes through. The loop may lose them
 * all at once, by being cleared. */
static inline bool run_until(rt_loop *loop, uint32_t end, bool debug)
{
    uint32_t ran = 0;
    bool went_on = true;

    for (; went_on && (int32_t)(end - loop->ready_first) > 0; ran++) {
        rt_ready entry = rt_loop_take_ready(loop);
        went_on = debug ? rt_debug_run(loop, entry, run_debugged) : run_entry(entry);
    }
    loop->turn = ran;
    return went_on;
}

bool rt_loop_run_ready(rt_loop *loop)
{
    rt_value outside = rt_context_switch(0);
    uint32_t end = loop->ready_end;

    rt_state.depth++; /* of the frames that run */
    bool went_on =
        RT_UNLIKELY(loop->debug) ? run_until(loop, end, true) : run_until(loop, end, false);
    rt_state.depth--;
    rt_context = outside;
    return went_on;
}
