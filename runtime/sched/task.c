/* task.c: the life of a task: creation, one step, waiting, its end, cancellation.
 *
 * In: coroutine functions that the compiler starts directly (rt_task_new, rt_task_start), and
 * coroutine objects. Out: entries in the loop's ring, in asyncio's order: the first step, each bare
 * yield and each wake-up take one hop. The type's methods are in task_type.c. */
#include "sched/task.h"

#include "exc/exception.h"
#include "mem/alloc.h"
#include "sched/await.h"
#include "sched/context.h"
#include "sched/coro.h"
#include "sched/loop_policy.h"

/* ---- creation ---- */

static uint64_t task_count; /* of those named by number */

static size_t task_size(const rt_task *task)
{
    size_t tail = task->flags & RT_TASK_FUSED ? task->frame.code->frame_size : sizeof(rt_value);
    return offsetof(rt_task, frame) + tail;
}

/* Fields but for those of the frame or coroutine. */
static rt_task *new_task(size_t tail)
{
    rt_task *task = rt_object_room(offsetof(rt_task, frame) + tail);

    if (RT_UNLIKELY(!(rt_task_type.flags & RT_TYPE_READY))) rt_type_ready(&rt_task_type);
    memset(task, 0, offsetof(rt_task, frame));
    task->future.head = (rt_object){1, 0, &rt_task_type};
    return task;
}

rt_value rt_task_new(const rt_code *code)
{
    rt_task *task = new_task(code->frame_size);

    task->flags = RT_TASK_FUSED;
    task->frame.code = code;
    task->leaf = &task->frame;
    return (rt_value)task;
}

rt_frame *rt_task_frame(rt_value task)
{
    return &RT_TASK(task)->frame;
}

static void link_task(rt_task *task)
{
    rt_loop *loop = task->future.loop;

    task->previous = loop->last_task;
    task->next = NULL;
    if (loop->last_task)
        loop->last_task->next = task;
    else
        loop->tasks = task;
    loop->last_task = task;
}

static void unlink_task(rt_task *task)
{
    rt_loop *loop = task->future.loop;

    if (task->previous)
        task->previous->next = task->next;
    else
        loop->tasks = task->next;
    if (task->next)
        task->next->previous = task->previous;
    else
        loop->last_task = task->previous;
}

static bool is_given(rt_value v)
{
    return v && v != RT_NONE;
}

/* The name as given, as a str, or the next number. */
static inline bool set_name(rt_task *task, rt_value name)
{
    task->name = RT_LIKELY(!is_given(name)) ? RT_INT(++task_count) : rt_str(name);
    return task->name != 0;
}

/* Consumes `context`. */
static void schedule_first(rt_task *task, rt_loop *loop, rt_value context)
{
    rt_future_init(&task->future, loop);
    task->context = context;
    task->flags |= RT_TASK_STARTED;
    link_task(task);
    rt_loop_post(loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
}

/* The loop's factory wants a coroutine object: what the fused task has not begun becomes one. */
static rt_value start_by_factory(rt_value v, rt_value name)
{
    rt_frame *frame = &RT_TASK(v)->frame;
    rt_value coro = rt_coro_new(frame->code);

    memcpy(RT_CORO_FRAME(coro), frame, frame->code->frame_size);
    frame->state = RT_FRAME_DONE;
    RT_TASK(v)->leaf = NULL;
    RT_RELEASE(v);
    rt_value task = rt_create_task(rt_running_loop, coro, name, 0);
    RT_RELEASE(coro);
    return task;
}

rt_value rt_task_start(rt_value v, rt_value name)
{
    rt_loop *loop = rt_running_loop;

    if (RT_UNLIKELY(!loop))
        rt_raise_format(&rt_exc_RuntimeError, "no running event loop");
    else if (RT_UNLIKELY(loop->task_factory))
        return start_by_factory(v, name);
    else if (set_name(RT_TASK(v), 0) && (!is_given(name) || set_name(RT_TASK(v), name))) {
        schedule_first(RT_TASK(v), loop, rt_context_copy());
        return v;
    }
    RT_RELEASE(v);
    return 0;
}

/* The leaf that a task of an awaitable starts with; NULL = raised. */
static rt_frame *first_leaf(rt_value awaitable)
{
    if (RT_IS_COROUTINE(awaitable)) {
        rt_coro *coro = RT_CORO(awaitable);
        return rt_coro_claim(coro) ? &coro->frame : NULL;
    }
    rt_value iterator = rt_await_iterator_of(awaitable);
    return iterator ? rt_await_iterator_frame(iterator) : NULL;
}

rt_value rt_task_of(rt_loop *loop, rt_value awaitable, rt_value name, rt_value context)
{
    if (!rt_loop_check_open(loop)) return 0;
    rt_frame *leaf = first_leaf(awaitable);
    if (!leaf) return 0;

    rt_task *task = new_task(sizeof(rt_value));
    task->leaf = leaf;
    task->coro = rt_retained(awaitable);
    if (!set_name(task, name)) {
        RT_RELEASE((rt_value)task);
        return 0;
    }
    schedule_first(task, loop, is_given(context) ? rt_retained(context) : rt_context_copy());
    return (rt_value)task;
}

/* ---- one step ---- */

static rt_frame *root_of(const rt_task *task)
{
    rt_frame *frame;

    if (task->flags & RT_TASK_FUSED) return (rt_frame *)&task->frame;
    if (RT_IS_COROUTINE(task->coro)) return RT_CORO_FRAME(task->coro);
    for (frame = task->leaf; frame && frame->parent;) frame = frame->parent;
    return frame;
}

const rt_frame *rt_task_root(const rt_task *task)
{
    return root_of(task);
}

/* What the leaf's await gives, if not None: of the future that the task waited for, which stands in
 * `result`, or an exception to throw. */
static rt_value step_input(rt_task *task, rt_value argument)
{
    rt_value waiting = task->future.result;

    if (waiting) {
        task->future.result = 0;
        rt_value input = rt_wake_input(task->leaf, waiting);
        RT_RELEASE(waiting);
        return input;
    }
    rt_raise(argument, 0);
    return 0;
}

static void step_after_sleep(rt_task *task)
{
    task->flags &= ~RT_TASK_SLEEP_FLAGS;
    rt_timer_cancel(task->future.loop, (rt_timed *)task);
}

/* cancel() was asked for while nothing could take it: it comes in place of any other input. */
static rt_value cancelled_input(rt_task *task, rt_value input)
{
    task->flags &= ~RT_TASK_MUST_CANCEL;
    if (!input && rt_pending(&rt_exc_CancelledError)) return 0;
    RT_RELEASE_OPT(input);
    rt_clear_pending();
    rt_value error = rt_future_cancelled_error(&task->future);
    if (!error) return 0;
    rt_raise(error, 0);
    RT_RELEASE(error);
    return 0;
}

/* Posts the next step; the caller's reference goes with it. */
static void step_again(rt_task *task, rt_value argument)
{
    rt_loop *loop = task->future.loop;

    if (RT_LIKELY(!loop->closed)) {
        rt_loop_post_owned(loop, RT_SUBJECT(task, RT_SUBJECT_TASK), argument);
        return;
    }
    RT_RELEASE_OPT(argument);
    RT_RELEASE((rt_value)task);
}

/* Sleeping is over by a CancelledError; the timer stays until the step, as asyncio's does. */
static void cancel_sleep(rt_task *task, rt_value message)
{
    rt_value error = message && message != RT_NONE
                         ? rt_call1((rt_value)&rt_exc_CancelledError, message)
                         : rt_call((rt_value)&rt_exc_CancelledError, 0, NULL);

    if (!error) error = rt_catch();
    task->flags = (task->flags & ~RT_TASK_SLEEPS) | RT_TASK_SLEEP_CANCELLED;
    rt_loop_post(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_TASK), error);
    RT_RELEASE(error);
}

void rt_task_wake(rt_task *task)
{
    if (!(task->flags & RT_TASK_SLEEPS)) {
        RT_RELEASE((rt_value)task);
        return;
    }
    task->flags = (task->flags & ~RT_TASK_SLEEPS) | RT_TASK_SLEPT;
    step_again(task, 0);
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
        step_again(task, rt_catch());
        return;
    }
    future->blocking = false;
    task->future.result = (rt_value)future;
    rt_future_add_subject(future, RT_SUBJECT(task, RT_SUBJECT_TASK));
    if (RT_UNLIKELY(task->flags & RT_TASK_MUST_CANCEL) &&
        rt_future_cancel(future, task->future.message))
        task->flags &= ~RT_TASK_MUST_CANCEL;
    RT_RELEASE((rt_value)task);
}

/* The task goes to the heap of timers; consumes it. */
static void wait_for_time(rt_task *task)
{
    task->flags |= RT_TASK_SLEEPS;
    rt_timer_add_owned(task->future.loop, (rt_timed *)task, rt_state.wake_at);
    if (RT_UNLIKELY(task->flags & RT_TASK_MUST_CANCEL)) {
        task->flags &= ~RT_TASK_MUST_CANCEL;
        cancel_sleep(task, task->future.message);
    }
}

/* The chain waits for `awaited`. Consumes both. */
static void step_waits(rt_task *task, rt_value awaited)
{
    if (RT_LIKELY(awaited == RT_NONE && !task->future.loop->closed)) {
        rt_loop_post_owned(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
    } else if (awaited == RT_NONE) {
        step_again(task, 0);
    } else if (!awaited) {
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
        step_again(task, rt_catch());
    }
}

/* The root frame is done: what it belongs to is, too. */
static void close_root(rt_task *task, rt_value result)
{
    if (task->flags & RT_TASK_FUSED)
        task->frame.state = RT_FRAME_DONE;
    else
        rt_frame_left(task->leaf, result);
    task->leaf = NULL;
}

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

/* The chain has ended with `result` (consumed), or raised. */
static bool step_ends(rt_task *task, rt_value result)
{
    close_root(task, result);
    unlink_task(task);
    if (!result) return end_raised(task);
    if (RT_UNLIKELY(task->flags & RT_TASK_MUST_CANCEL)) {
        task->flags &= ~RT_TASK_MUST_CANCEL;
        RT_RELEASE(result);
        rt_future_mark_cancelled(&task->future);
    } else {
        rt_future_finish(&task->future, result);
    }
    return true;
}

/* A step was due when the task had ended, by being destroyed or cleared. */
static bool step_too_late(rt_task *task, rt_value argument)
{
    RT_RELEASE_OPT(argument);
    RT_RELEASE((rt_value)task);
    return true;
}

bool rt_task_step(rt_task *task, rt_value argument)
{
    rt_value input = RT_NONE, context, result;

    if (RT_UNLIKELY(!task->leaf)) return step_too_late(task, argument);
    context = rt_context_switch(task->context);
    if (task->future.result || argument) input = step_input(task, argument);
    if (RT_UNLIKELY(task->flags & RT_TASK_SLEEP_FLAGS)) step_after_sleep(task);
    if (RT_UNLIKELY(task->flags & RT_TASK_MUST_CANCEL)) input = cancelled_input(task, input);
    rt_state.task = task;
    result = rt_frame_run(&task->leaf, &task->handled, input);
    rt_state.task = NULL;
    task->context = rt_context_switch(context);
    bool went_on = true;
    if (RT_LIKELY(result == RT_PENDING)) {
        step_waits(task, rt_state.awaited);
    } else {
        went_on = step_ends(task, result);
        RT_RELEASE((rt_value)task);
    }
    RT_RELEASE_OPT(argument); /* as late as asyncio lets go of the future that woke the task */
    return went_on;
}

/* ---- cancellation ---- */

/* The task that this one waits for, where cancelling that is what cancelling this one means. */
static rt_task *awaited_task(const rt_task *task)
{
    rt_value awaited = task->future.result;

    if (!awaited || RT_TYPE(awaited) != &rt_task_type || rt_future_done(RT_FUTURE(awaited)))
        return NULL;
    return RT_TASK(awaited);
}

/* Does the chain of tasks that wait for tasks lead back to itself? Then nobody in it would ever
 * run: this one stops waiting. */
static void leave_cycle(rt_task *task)
{
    const rt_task *slow = task, *fast = task;

    do {
        for (int i = 0; i < 2; i++)
            if (!(fast = awaited_task(fast))) return;
        slow = awaited_task(slow);
    } while (slow != fast);
    rt_future *awaited = RT_FUTURE(task->future.result);
    task->future.result = 0;
    rt_future_remove_subject(awaited, RT_SUBJECT(task, RT_SUBJECT_TASK));
    rt_loop_post(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
    RT_RELEASE((rt_value)awaited);
}

/* The request goes on to what the task waits for, from task to task without recursion. */
bool rt_task_cancel(rt_task *task, rt_value message)
{
    task->future.unretrieved = false;
    if (rt_future_done(&task->future)) return false;
    leave_cycle(task);
    for (rt_task *next; task->cancels++, (next = awaited_task(task)) != NULL; task = next)
        next->future.unretrieved = false;
    if (task->future.result && rt_future_cancel(RT_FUTURE(task->future.result), message))
        return true;
    if (task->flags & RT_TASK_SLEEPS) {
        cancel_sleep(task, message);
        return true;
    }
    task->flags |= RT_TASK_MUST_CANCEL;
    rt_future_set_message(&task->future, message);
    return true;
}

/* ---- names ---- */

rt_value rt_task_name(rt_task *task)
{
    if (RT_IS_INT(task->name))
        task->name = rt_str_format("Task-%lld", (long long)RT_INT_VALUE(task->name));
    return rt_retained(task->name);
}

rt_value rt_task_coro(rt_task *task)
{
    if (!(task->flags & RT_TASK_FUSED)) return rt_retained(task->coro);

    rt_coro *view = rt_object_new(&rt_coroutine_type, sizeof *view);
    view->flags = RT_CORO_VIEW;
    view->extra = rt_retained((rt_value)task);
    view->frame.code = task->frame.code;
    view->status = rt_future_done(&task->future) ? RT_CORO_CLOSED : RT_CORO_AWAITED;
    view->frame.state = RT_FRAME_DONE;
    return (rt_value)view;
}

/* ---- the end of tasks that never finished ---- */

static void report_destroyed(rt_task *task)
{
    if (task->flags & RT_TASK_QUIET_DESTROY) return;
    rt_loop_report(task->future.loop, rt_str_c("Task was destroyed but it is pending!"), "task",
                   (rt_value)task, NULL);
    rt_clear_pending();
}

/* Throws GeneratorExit at the leaf, so that finally blocks run; who goes on waiting is cleared. */
static void close_chain(rt_task *task)
{
    rt_raise((rt_value)&rt_exc_GeneratorExit, 0);
    rt_value result = rt_frame_drive(&task->leaf, &task->handled, 0);
    if (result == RT_PENDING) {
        RT_RELEASE_OPT(rt_state.awaited);
        rt_chain_clear(task->leaf);
        rt_raise_format(&rt_exc_RuntimeError, "coroutine ignored GeneratorExit");
        rt_unraisable(NULL, (rt_value)task);
    } else if (result) {
        RT_RELEASE(result);
        close_root(task, RT_NONE);
    } else if (rt_pending(&rt_exc_GeneratorExit)) {
        rt_clear_pending();
        close_root(task, RT_NONE);
    } else {
        rt_unraisable(NULL, (rt_value)task);
        close_root(task, RT_NONE);
    }
    task->leaf = NULL;
}

/* Not one step was made: the arguments are all there is. */
static void close_unstarted(rt_task *task)
{
    rt_frame *root = root_of(task);

    if (task->flags & RT_TASK_FUSED)
        rt_frame_clear(root);
    else if (root->flags & RT_FRAME_OBJECT)
        rt_frame_coro(root)->status = RT_CORO_CREATED;
    else
        rt_await_iterator_free(root);
    task->leaf = NULL;
}

static void close_frames(rt_task *task)
{
    if (task->leaf->state == 0 && !task->leaf->parent)
        close_unstarted(task);
    else
        close_chain(task);
}

static void take_off_loop(rt_task *task)
{
    if (!(task->flags & RT_TASK_STARTED)) return;
    report_destroyed(task);
    unlink_task(task);
    task->flags &= ~RT_TASK_STARTED;
}

static void abandon(rt_task *task)
{
    rt_value pending = rt_save_pending();

    take_off_loop(task);
    close_frames(task);
    rt_restore_pending(pending);
}

/* In a cycle of garbage, the coroutine, which is older, ends before its task is reported. */
void rt_task_collect(rt_object *self)
{
    rt_task *task = (rt_task *)self;
    rt_value pending = rt_save_pending();

    if (task->leaf) {
        close_frames(task);
        take_off_loop(task);
    }
    rt_restore_pending(pending);
}

void rt_task_dealloc(rt_object *self)
{
    rt_task *task = (rt_task *)self;

    if (RT_UNLIKELY(task->leaf || task->future.unretrieved)) {
        self->refs++;
        if (task->leaf) abandon(task);
        rt_future_report_unretrieved(&task->future);
        if (--self->refs) return;
    }
    rt_future_release(&task->future);
    RT_RELEASE_OPT(task->name);
    RT_RELEASE_OPT(task->context);
    RT_RELEASE_OPT(task->handled);
    size_t size = task_size(task);
    if (!(task->flags & RT_TASK_FUSED)) RT_RELEASE_OPT(task->coro);
    rt_free(self, size);
}

void rt_task_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_task *task = (rt_task *)self;

    rt_future_traverse(self, visit, context);
    if (task->context) visit(task->context, context);
    if (task->handled) visit(task->handled, context);
    if (!(task->flags & RT_TASK_FUSED))
        visit(task->coro, context);
    else if (task->leaf)
        rt_frame_traverse(&task->frame, visit, context);
}

void rt_task_clear(rt_object *self)
{
    rt_task *task = (rt_task *)self;

    if (task->leaf) abandon(task);
    rt_future_clear(self);
    task->future.state = RT_FUTURE_CANCELLED; /* a step that is still due finds nothing to do */
}
