/* functions.c: the small functions of the module asyncio.
 *
 * In: calls of the program (rows of lib/asyncio.def). Out: the scheduler's interface behind
 * them. */
#include "aio/aio.h"
#include "sched/await.h"
#include "sched/coro.h"
#include "sched/loop_policy.h"
#include "sched/task.h"

static bool is_given(rt_value v)
{
    return v && v != RT_NONE;
}

/* ---- tasks ---- */

rt_value rt_asyncio_create_task(rt_value coro, rt_value name, rt_value context)
{
    rt_loop *loop = rt_loop_running();
    return loop ? rt_task_named(rt_create_task(loop, coro, 0, context), name) : 0;
}

rt_value rt_asyncio_ensure_future(rt_value awaitable, rt_value given)
{
    rt_loop *loop = is_given(given) ? rt_loop_checked(given) : NULL;

    if (!loop && is_given(given)) return 0;
    return rt_ensure_future(awaitable, loop);
}

rt_value rt_asyncio_current_task(rt_value given)
{
    rt_value loop = is_given(given) ? given : (rt_value)rt_loop_running();

    if (!loop) return 0;
    if (!rt_state.task || (rt_value)rt_state.task->future.loop != loop) return RT_NONE;
    return rt_retained((rt_value)rt_state.task);
}

rt_value rt_asyncio_all_tasks(rt_value given)
{
    rt_value loop = is_given(given) ? given : (rt_value)rt_loop_running();
    rt_value set = loop ? rt_set_new() : 0;
    uint32_t count;

    if (!set || RT_TYPE(loop) != &rt_loop_type) return set;
    rt_task **tasks = rt_tasks_of_loop(RT_LOOP(loop), &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!rt_set_push(set, rt_retained((rt_value)tasks[i]))) {
            RT_RELEASE(set);
            set = 0;
            break;
        }
    }
    rt_tasks_free(tasks, count);
    return set;
}

/* ---- loops ---- */

static rt_value owned_loop(rt_loop *loop)
{
    return loop ? rt_retained((rt_value)loop) : 0;
}

rt_value rt_asyncio_get_running_loop(void)
{
    return owned_loop(rt_loop_running());
}

rt_value rt_asyncio_running_loop_or_none(void)
{
    return rt_running_loop ? rt_retained((rt_value)rt_running_loop) : RT_NONE;
}

/* For who runs a loop without run_forever: it is the running one until None takes its place. */
rt_value rt_asyncio_set_running_loop(rt_value v)
{
    rt_loop *loop = v == RT_NONE ? NULL : rt_loop_checked(v);

    if (!loop && v != RT_NONE) return 0;
    rt_running_loop = loop;
    return RT_NONE;
}

rt_value rt_asyncio_get_event_loop(void)
{
    return owned_loop(rt_loop_current());
}

rt_value rt_asyncio_new_event_loop(void)
{
    return (rt_value)rt_loop_make();
}

rt_value rt_asyncio_set_event_loop(rt_value loop)
{
    return rt_loop_set_current(loop) ? RT_NONE : 0;
}

/* ---- the policy ---- */

rt_value rt_asyncio_get_policy(void)
{
    return rt_retained(rt_loop_policy());
}

rt_value rt_asyncio_set_policy(rt_value policy)
{
    rt_loop_set_policy(policy);
    return RT_NONE;
}

rt_value rt_asyncio_own_event_loop(void)
{
    return owned_loop(rt_loop_own());
}

rt_value rt_asyncio_set_own_event_loop(rt_value loop)
{
    return rt_loop_set_own(loop) ? RT_NONE : 0;
}

/* ---- questions ---- */

rt_value rt_asyncio_isfuture(rt_value v)
{
    return RT_BOOL(rt_is_future(v));
}

rt_value rt_asyncio_iscoroutine(rt_value v)
{
    return RT_BOOL(rt_is_coroutine_object(v));
}
