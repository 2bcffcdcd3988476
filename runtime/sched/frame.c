/* frame.c: suspending, driving, visiting and clearing frames.
 *
 * In: frames of generated code, of C coroutines and of awaited iterators, all alike (asyncc.h).
 * Out: rt_frame_drive for everyone who drives a chain, and the walks over what frames own. */
#include "sched/frame.h"

#include "exc/exception.h"
#include "sched/await.h"
#include "sched/coro.h"
#include "sched/task.h"

const rt_source rt_library_source = {"asyncio", "", 0, "asyncio"};

rt_value rt_suspend_until(rt_frame *leaf, double when)
{
    rt_state.leaf = leaf;
    rt_state.awaited = 0;
    rt_state.wake_at = when;
    return RT_PENDING;
}

rt_value rt_take_awaited(void)
{
    rt_value awaited = rt_state.awaited;

    if (!awaited) {
        awaited = (rt_value)rt_future_new(rt_running_loop);
        rt_future_set_timer(RT_FUTURE(awaited), rt_state.wake_at);
    }
    if (rt_is_future(awaited)) RT_FUTURE(awaited)->blocking = true;
    return awaited;
}

/* Not what is sent but the future decides what its await gives. */
rt_value rt_awaited_input(const rt_frame *leaf, rt_value v, rt_value input)
{
    rt_future *future = RT_FUTURE(v);

    rt_future_end_timer(future); /* of a sleep */
    if (input && !(leaf->flags & RT_FRAME_ITERATOR)) {
        RT_RELEASE(input);
        input = rt_future_done(future)
                    ? rt_future_result(future)
                    : rt_raise_format(&rt_exc_RuntimeError, "await wasn't used with future");
    }
    RT_RELEASE(v);
    return input;
}

static const rt_suspend_point *suspend_point(const rt_frame *frame)
{
    if (frame->state >= frame->code->suspend_count) return NULL;
    return &frame->code->suspend_points[frame->state];
}

static rt_value *slot_of(rt_frame *frame, const rt_suspend_point *point, uint32_t i)
{
    return (rt_value *)((char *)frame + frame->code->slots[point->live[i]].offset);
}

/* Does a frame wait inside an except block of its own, or on an exception's way through finally? */
static bool is_handling(rt_frame *frame)
{
    const rt_suspend_point *point = suspend_point(frame);

    if (!point || point->handling != RT_HANDLING_BY_SLOT)
        return point && point->handling == RT_HANDLING_ALWAYS;
    for (uint32_t i = 0; i < point->live_count; i++)
        if (frame->code->slots[point->live[i]].handled && *slot_of(frame, point, i)) return true;
    return false;
}

void rt_frame_thrown(rt_frame *frame)
{
    bool handling = is_handling(frame), alone = frame->code->kind == RT_CODE_GENERATOR;

    rt_state.handled_hidden = handling || alone || !rt_state.handled ? RT_NONE : rt_state.handled;
    if (RT_RAISED() && handling) rt_raise_pending_here();
}

static rt_frame *chain_root(rt_frame *frame)
{
    while (frame->parent) frame = frame->parent;
    return frame;
}

/* By hand, the root says so; in a task, the thread's state does. */
static bool is_running(const rt_frame *root)
{
    return root->flags & RT_FRAME_RUNNING || (rt_state.task && rt_task_root(rt_state.task) == root);
}

/* What is thrown goes up the chain until a frame catches it; the frames above that one are told of
 * it, too, since they see what they handle themselves. */
rt_value rt_frame_throw(rt_frame **leaf)
{
    rt_frame *frame = *leaf, *parent;
    rt_value hidden = rt_state.handled_hidden, result, input = 0;

    rt_frame_thrown(frame);
    while ((result = frame->code->resume(frame, input)) != RT_PENDING && frame->parent) {
        parent = frame->parent;
        input = frame->flags ? rt_frame_left(frame, result) : result;
        frame = parent;
        rt_frame_thrown(frame);
    }
    *leaf = result == RT_PENDING ? rt_state.leaf : frame;
    rt_state.handled_hidden = hidden;
    return result;
}

rt_value rt_frame_drive(rt_frame **leaf, rt_value *handled, rt_value input)
{
    rt_handled_outside outside = rt_handled_enter();

    rt_handled_put(*handled);
    bool counted = rt_frame_enter(&input);
    rt_value result = input ? rt_frame_go_on(leaf, input) : rt_frame_throw(leaf);
    if (RT_LIKELY(counted)) RT_LEAVE();
    *handled = rt_handled_take(); /* of one that is done: 0 */
    rt_handled_leave(outside);
    return result;
}

rt_value rt_frame_left(rt_frame *frame, rt_value result)
{
    if (frame->flags & RT_FRAME_ITERATOR) {
        rt_await_iterator_free(frame);
        return result;
    }
    if (frame->flags & RT_FRAME_OBJECT) return rt_coro_left(rt_frame_coro(frame), result);
    if (frame->flags & RT_FRAME_APART) rt_free(frame, frame->code->frame_size);
    return result;
}

/* ---- what frames own ---- */

/* The frame that this one awaits, if it is embedded in it or a block of its own. */
static rt_frame *own_child(rt_frame *frame, const rt_suspend_point *point)
{
    char *place = (char *)frame + point->child;

    if (!point->child) return NULL;
    return point->apart ? *(rt_frame **)place : (rt_frame *)place;
}

/* Releases the slots of one frame. They are taken out first: a release may run the program, which
 * must not find them half gone. */
static void clear_slots(rt_frame *frame)
{
    const rt_suspend_point *point = suspend_point(frame);

    frame->state = RT_FRAME_DONE;
    if (!point) return;
    for (uint32_t i = 0; i < point->live_count; i++) {
        rt_value *slot = slot_of(frame, point, i), v = *slot;
        *slot = 0;
        RT_RELEASE_OPT(v);
    }
}

void rt_frame_clear(rt_frame *frame)
{
    while (frame) {
        const rt_suspend_point *point = suspend_point(frame);
        rt_frame *child = point ? own_child(frame, point) : NULL;
        bool apart = frame->flags & RT_FRAME_APART;
        clear_slots(frame);
        if (apart) rt_free(frame, frame->code->frame_size);
        frame = child;
    }
}

void rt_chain_clear(rt_frame *leaf)
{
    while (leaf) {
        rt_frame *parent = leaf->parent;
        if (leaf->flags & RT_FRAME_ITERATOR) {
            rt_await_iterator_free(leaf);
        } else {
            uint32_t flags = leaf->flags;
            clear_slots(leaf);
            if (flags & RT_FRAME_OBJECT) rt_coro_mark_closed(rt_frame_coro(leaf));
            if (flags & RT_FRAME_APART) rt_free(leaf, leaf->code->frame_size);
        }
        leaf = parent;
    }
}

void rt_frame_traverse(rt_frame *frame, rt_visit_fn *visit, void *context)
{
    if (is_running(chain_root(frame))) return;
    while (frame) {
        const rt_suspend_point *point = suspend_point(frame);
        if (!point) return;
        for (uint32_t i = 0; i < point->live_count; i++) {
            rt_value v = *slot_of(frame, point, i);
            if (v) visit(v, context);
        }
        frame = own_child(frame, point);
    }
}

uint32_t rt_frame_line(const rt_frame *frame)
{
    for (const rt_activation *at = rt_state.top; at; at = at->below)
        if (at->frame == frame) return at->code->positions[at->position].line;
    const rt_suspend_point *point = suspend_point(frame);
    if (frame->state == 0 || !point || !frame->code->positions) return frame->code->first_line;
    return frame->code->positions[point->position].line;
}

/* ---- StopIteration must not leave a body ---- */

static const char *const body_names[] = {
    [RT_CODE_COROUTINE] = "coroutine",
    [RT_CODE_GENERATOR] = "generator",
    [RT_CODE_ASYNC_GENERATOR] = "async generator",
};

rt_value rt_body_raised(const rt_code *code)
{
    const char *stop;

    if (rt_pending(&rt_exc_StopIteration))
        stop = "StopIteration";
    else if (code->kind == RT_CODE_ASYNC_GENERATOR && rt_pending(&rt_exc_StopAsyncIteration))
        stop = "StopAsyncIteration";
    else
        return 0;

    rt_value cause = rt_catch();
    rt_raise_format(&rt_exc_RuntimeError, "%s raised %s", body_names[code->kind], stop);
    rt_value error = rt_catch();
    rt_raise(error, cause);
    rt_exc_set_context(error, cause);
    RT_RELEASE(error);
    return 0;
}
