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
#include "value/type.h"

rt_loop *rt_loop_running(void)
{
    if (!rt_running_loop) rt_raise_format(&rt_exc_RuntimeError, "no running event loop");
    return rt_running_loop;
}

static rt_value policy;        /* as set_event_loop_policy set it; 0 = the default one */
static rt_value policy_answer; /* the loop that it gave last: whoever asks borrows it */

rt_loop *rt_loop_own(void)
{
    rt_thread *thread = rt_thread_current();

    if (!thread->policy_loop && !thread->policy_set && rt_thread_is_main())
        thread->policy_loop = rt_loop_new();
    if (!thread->policy_loop) {
        rt_value name = rt_thread_name();
        if (name)
            rt_raise_format(&rt_exc_RuntimeError, "There is no current event loop in thread %R.",
                            name);
        RT_RELEASE_OPT(name);
    }
    return thread->policy_loop;
}

/* What the policy's method gives, as a loop; owned. NULL = raised. */
static rt_loop *ask_policy(rt_value method)
{
    rt_value answer = rt_call_method(policy, method, 0, NULL);
    rt_loop *loop = answer ? rt_loop_checked(answer) : NULL;

    if (!loop) RT_RELEASE_OPT(answer);
    return loop;
}

rt_loop *rt_loop_current(void)
{
    if (rt_running_loop) return rt_running_loop;
    if (RT_LIKELY(!policy)) return rt_loop_own();
    rt_value before = policy_answer;
    policy_answer = (rt_value)ask_policy(RT_NAME("get_event_loop"));
    RT_RELEASE_OPT(before);
    return (rt_loop *)policy_answer;
}

rt_loop *rt_loop_make(void)
{
    return RT_LIKELY(!policy) ? rt_loop_new() : ask_policy(RT_NAME("new_event_loop"));
}

bool rt_loop_set_current(rt_value loop)
{
    if (RT_LIKELY(!policy)) return rt_loop_set_own(loop);
    rt_value result = rt_call_method(policy, RT_NAME("set_event_loop"), 1, &loop);
    RT_RELEASE_OPT(result);
    return result != 0;
}

rt_value rt_loop_policy(void)
{
    return policy ? policy : RT_NONE;
}

void rt_loop_set_policy(rt_value given)
{
    rt_value before = policy, answer = policy_answer;

    policy = given && given != RT_NONE ? rt_retained(given) : 0;
    policy_answer = 0;
    RT_RELEASE_OPT(before);
    RT_RELEASE_OPT(answer);
}

rt_loop *rt_loop_checked(rt_value v)
{
    if (RT_TYPE(v) == &rt_loop_type) return RT_LOOP(v);
    rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute 'get_debug'", v);
    return NULL;
}

static void keep_loop(rt_loop *loop)
{
    rt_thread *thread = rt_thread_current();
    rt_loop *before = thread->policy_loop;

    thread->policy_set = true;
    thread->policy_loop = loop;
    if (before) RT_RELEASE((rt_value)before);
}

bool rt_loop_set_own(rt_value v)
{
    if (v != RT_NONE && RT_TYPE(v) != &rt_loop_type) {
        rt_value name = rt_type_name(RT_TYPE(v));
        rt_raise_format(&rt_exc_TypeError,
                        "loop must be an instance of AbstractEventLoop or None, not %R", name);
        return false;
    }
    keep_loop(v == RT_NONE ? NULL : RT_LOOP(rt_retained(v)));
    return true;
}

/* ---- tasks of awaitables ---- */

/* factory(loop, coro[, context=]), then the name. */
static rt_value task_of_factory(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    rt_value values[] = {(rt_value)loop, coro, context}, names[] = {RT_NAME("context")};
    rt_value factory = rt_retained(loop->task_factory);
    bool with_context = context && context != RT_NONE;
    rt_value task = rt_call_named(factory, &(rt_args){values, 2, with_context, names});

    RT_RELEASE(factory);
    return rt_task_named(task, name);
}

rt_value rt_task_named(rt_value task, rt_value name)
{
    if (!task || !name || name == RT_NONE) return task;
    rt_value named = rt_call_method(task, RT_NAME("set_name"), 1, &name);
    if (!named && rt_pending(&rt_exc_AttributeError))
        rt_clear_pending();
    else if (!named) {
        RT_RELEASE(task);
        return 0;
    }
    RT_RELEASE_OPT(named);
    return task;
}

rt_value rt_create_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    if (!rt_loop_check_open(loop)) return 0;
    if (RT_UNLIKELY(loop->task_factory)) return task_of_factory(loop, coro, name, context);
    return rt_new_task(loop, coro, name, context);
}

rt_value rt_new_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context)
{
    if (!rt_is_coroutine_object(coro))
        return rt_raise_format(&rt_exc_TypeError, "a coroutine was expected, got %R", coro);
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
        return rt_raise_format(&rt_exc_TypeError,
                               "An asyncio.Future, a coroutine or an awaitable is required");
    if (!loop) loop = rt_loop_current();
    if (!loop) return 0;
    if (RT_UNLIKELY(loop->task_factory) && rt_is_coroutine_object(awaitable))
        return rt_create_task(loop, awaitable, 0, 0);
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
    rt_loop_set_policy(RT_NONE);
    keep_loop(NULL);
    rt_thread_current()->policy_set = false;
    rt_threads_end();
    rt_end_context();
    rt_end_asyncgens();
    rt_end_interrupts();
    rt_end_warnings();
    rt_end_origins();
}
