/* task.c: the life of a task: creation, cancellation, its end without having finished.
 *
 * In: coroutine functions that the compiler starts directly (rt_task_new, rt_task_start), and
 * coroutine objects. Out: their first entries in the loop's ring. What a step does is in step.c;
 * the type's methods are in task_type.c. */
#include "sched/task.h"

#include <stdlib.h>

#include "exc/exception.h"
#include "mem/alloc.h"
#include "sched/await.h"
#include "sched/context.h"
#include "sched/coro.h"
#include "sched/loop_policy.h"

/* ---- creation ---- */

static uint64_t task_count;  /* of those named by number */
static uint64_t named_count; /* of the others */

static size_t task_size(const rt_task *task)
{
    size_t tail =
        task->future.flags & RT_TASK_FUSED ? task->frame.code->frame_size : sizeof(rt_value);
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

    task->future.flags = RT_TASK_FUSED;
    task->frame.code = code;
    task->leaf = &task->frame;
    return (rt_value)task;
}

rt_frame *rt_task_frame(rt_value task)
{
    return &RT_TASK(task)->frame;
}

rt_task_extra *rt_task_extra_of(rt_task *task)
{
    if (!task->future.extra) {
        task->future.extra = rt_alloc(sizeof *task->future.extra);
        *task->future.extra = (rt_task_extra){0};
    }
    return task->future.extra;
}

static bool is_given(rt_value v)
{
    return v && v != RT_NONE;
}

static bool set_name(rt_task *task, rt_value name)
{
    rt_value text = rt_str(name);

    if (text) rt_task_extra_of(task)->name = text;
    return text != 0;
}

/* Consumes `context`. */
static inline void schedule_first(rt_task *task, rt_loop *loop, rt_value context)
{
    rt_future_init(&task->future, loop);
    task->future.flags |= RT_TASK_STARTED;
    if (RT_UNLIKELY(context)) {
        rt_task_extra_of(task)->context = context;
        task->future.flags |= RT_TASK_KEEPS;
    }
    loop->task_count++;
    rt_loop_post(loop, RT_SUBJECT(task, RT_SUBJECT_TASK), 0);
}

/* The loop's factory wants a coroutine object: what the fused task has not begun becomes one. */
static rt_value start_by_factory(rt_loop *loop, rt_value v, rt_value name)
{
    rt_frame *frame = &RT_TASK(v)->frame;
    rt_value coro = rt_coro_new(frame->code);

    memcpy(RT_CORO_FRAME(coro), frame, frame->code->frame_size);
    frame->state = RT_FRAME_DONE;
    RT_TASK(v)->leaf = NULL;
    RT_RELEASE(v);
    rt_value task = rt_create_task(loop, coro, name, 0);
    RT_RELEASE(coro);
    return task;
}

rt_value rt_task_start_on(rt_loop *loop, rt_value v, rt_value name)
{
    if (RT_UNLIKELY(loop->task_factory)) return start_by_factory(loop, v, name);
    RT_TASK(v)->future.number = ++task_count;
    if ((RT_LIKELY(rt_loop_is_open(loop)) || rt_loop_check_open(loop)) &&
        (RT_LIKELY(!is_given(name)) || set_name(RT_TASK(v), name))) {
        schedule_first(RT_TASK(v), loop, rt_context ? rt_context_copy() : 0);
        return v;
    }
    RT_RELEASE(v);
    return 0;
}

rt_value rt_task_start(rt_value v, rt_value name)
{
    if (RT_LIKELY(rt_running_loop != NULL)) return rt_task_start_on(rt_running_loop, v, name);
    rt_raise_format(&rt_exc_RuntimeError, "no running event loop");
    RT_RELEASE(v);
    return 0;
}

static bool is_begun(rt_value awaitable)
{
    return RT_IS_COROUTINE(awaitable) && RT_CORO(awaitable)->status != RT_CORO_CREATED;
}

/* The leaf that a task of an awaitable starts with; NULL = raised. What is wrong with a coroutine
 * that has begun or ended before is said by the first step. */
static rt_frame *first_leaf(rt_value awaitable)
{
    if (RT_IS_COROUTINE(awaitable) && !is_begun(awaitable)) {
        rt_coro *coro = RT_CORO(awaitable);
        return rt_coro_claim(coro) ? &coro->frame : NULL;
    }
    rt_value iterator = rt_await_iterator_of(awaitable);
    return iterator ? rt_await_iterator_frame(iterator) : NULL;
}

rt_value rt_task_of(rt_loop *loop, rt_value awaitable, rt_value name, rt_value context)
{
    if (!rt_loop_check_open(loop)) return 0;
    uint16_t flags = is_begun(awaitable) ? RT_TASK_BY_ITERATOR : 0;
    rt_frame *leaf = first_leaf(awaitable);
    if (!leaf) return 0;

    rt_task *task = new_task(sizeof(rt_value));
    task->future.flags = flags;
    task->leaf = leaf;
    task->coro = rt_retained(awaitable);
    if (!is_given(name)) {
        task->future.number = ++task_count;
    } else if (set_name(task, name)) {
        task->future.number = task_count;
        task->future.extra->order = ++named_count;
    } else {
        RT_RELEASE((rt_value)task);
        return 0;
    }
    schedule_first(task, loop, is_given(context) ? rt_retained(context) : rt_context_copy());
    return (rt_value)task;
}

/* ---- all tasks ---- */

typedef struct found_tasks {
    const rt_loop *loop;
    rt_task **items;
    uint32_t count, room;
} found_tasks;

static void find_task(rt_object *object, void *context)
{
    found_tasks *found = context;
    rt_task *task = (rt_task *)object;

    if (object->type != &rt_task_type || task->future.loop != found->loop) return;
    if (task->future.flags & RT_TASK_STARTED && !rt_future_done(&task->future) &&
        found->count < found->room)
        found->items[found->count++] = task;
}

static int compare_ages(const void *a, const void *b)
{
    const rt_task *x = *(rt_task *const *)a, *y = *(rt_task *const *)b;
    uint64_t x_order = x->future.extra ? x->future.extra->order : 0,
             y_order = y->future.extra ? y->future.extra->order : 0;

    if (x->future.number != y->future.number) return x->future.number < y->future.number ? -1 : 1;
    return (x_order > y_order) - (x_order < y_order);
}

static size_t tasks_size(uint32_t count)
{
    return (count + 1) * sizeof(rt_task *);
}

rt_task **rt_tasks_of_loop(const rt_loop *loop, uint32_t *count)
{
    uint32_t room = loop->task_count;
    found_tasks found = {loop, rt_alloc(tasks_size(room)), 0, room};

    if (room) rt_each_object(find_task, &found);
    qsort(found.items, found.count, sizeof(rt_task *), compare_ages);
    *count = found.count;
    return rt_realloc(found.items, tasks_size(room), tasks_size(found.count));
}

void rt_tasks_free(rt_task **tasks, uint32_t count)
{
    rt_free(tasks, tasks_size(count));
}

/* ---- the root frame ---- */

static rt_frame *root_of(const rt_task *task)
{
    rt_frame *frame;

    if (task->future.flags & RT_TASK_FUSED) return (rt_frame *)&task->frame;
    if (RT_IS_COROUTINE(task->coro) && !(task->future.flags & RT_TASK_BY_ITERATOR))
        return RT_CORO_FRAME(task->coro);
    for (frame = task->leaf; frame && frame->parent;) frame = frame->parent;
    return frame;
}

const rt_frame *rt_task_root(const rt_task *task)
{
    return root_of(task);
}

/* The root frame is done: what it belongs to is, too. */
void rt_task_close_root(rt_task *task, rt_value result)
{
    if (task->future.flags & RT_TASK_FUSED)
        task->frame.state = RT_FRAME_DONE;
    else
        rt_frame_left(task->leaf, result);
    task->leaf = NULL;
}

/* ---- cancellation ---- */

/* Sleeping is over by a CancelledError; the timer stays until the step, as asyncio's does. */
void rt_task_cancel_sleep(rt_task *task, rt_value message)
{
    rt_value error = message && message != RT_NONE
                         ? rt_call1((rt_value)&rt_exc_CancelledError, message)
                         : rt_call((rt_value)&rt_exc_CancelledError, 0, NULL);

    if (!error) error = rt_catch();
    task->future.flags = (task->future.flags & ~RT_TASK_SLEEPS) | RT_TASK_SLEEP_CANCELLED;
    rt_loop_post(task->future.loop, RT_SUBJECT(task, RT_SUBJECT_THROW), error);
    RT_RELEASE(error);
}

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
    for (rt_task *next; rt_task_extra_of(task)->cancels++, (next = awaited_task(task)) != NULL;
         task = next)
        next->future.unretrieved = false;
    if (task->future.flags & RT_TASK_SLEEPS) {
        rt_task_cancel_sleep(task, message);
        return true;
    }
    rt_value awaited = task->future.result;
    if (awaited && !RT_IS_INT(awaited) && rt_future_cancel(RT_FUTURE(awaited), message))
        return true;
    task->future.flags |= RT_TASK_MUST_CANCEL;
    rt_future_set_message(&task->future, message);
    return true;
}

uint32_t rt_task_uncancel_once(rt_task *task)
{
    if (!task->future.extra) return 0;
    return task->future.extra->cancels ? --task->future.extra->cancels : 0;
}

/* ---- names ---- */

rt_value rt_task_name(rt_task *task)
{
    rt_task_extra *extra = rt_task_extra_of(task);

    if (!extra->name) extra->name = rt_str_format("Task-%lld", (long long)task->future.number);
    return rt_retained(extra->name);
}

rt_value rt_task_coro(rt_task *task)
{
    if (!(task->future.flags & RT_TASK_FUSED)) return rt_retained(task->coro);

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
    if (task->future.flags & RT_TASK_QUIET_DESTROY) return;
    rt_value origin = rt_origin_of(&task->future.head);
    rt_loop_report(task->future.loop, rt_str_c("Task was destroyed but it is pending!"), "task",
                   (rt_value)task, origin ? "source_traceback" : NULL, origin, NULL);
    rt_clear_pending();
}

/* Throws GeneratorExit at the leaf, so that finally blocks run; who goes on waiting is cleared. */
static void close_chain(rt_task *task)
{
    rt_value handled = task->future.extra ? task->future.extra->handled : 0;

    if (handled) task->future.extra->handled = 0;
    rt_raise((rt_value)&rt_exc_GeneratorExit, 0);
    rt_value result = rt_frame_drive(&task->leaf, &handled, 0);
    if (result == RT_PENDING) {
        RT_RELEASE_OPT(rt_state.awaited);
        RT_RELEASE_OPT(handled);
        rt_chain_clear(task->leaf);
        rt_raise_format(&rt_exc_RuntimeError, "coroutine ignored GeneratorExit");
        rt_unraisable(NULL, (rt_value)task);
    } else if (result) {
        RT_RELEASE(result);
        rt_task_close_root(task, RT_NONE);
    } else if (rt_pending(&rt_exc_GeneratorExit)) {
        rt_clear_pending();
        rt_task_close_root(task, RT_NONE);
    } else {
        rt_unraisable(NULL, (rt_value)task);
        rt_task_close_root(task, RT_NONE);
    }
    task->leaf = NULL;
}

/* Not one step was made: the arguments are all there is. */
static void close_unstarted(rt_task *task)
{
    rt_frame *root = root_of(task);

    if (task->future.flags & RT_TASK_FUSED)
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
    if (!(task->future.flags & RT_TASK_STARTED)) {
        if (task->future.flags & RT_TASK_FUSED)
            rt_warn_never_awaited((rt_value)task, task->frame.code);
        return;
    }
    report_destroyed(task);
    task->future.loop->task_count--;
    task->future.flags &= ~RT_TASK_STARTED;
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
    rt_future_report_unretrieved(&task->future);
    rt_restore_pending(pending);
}

static void free_extra(rt_task *task)
{
    rt_task_extra *extra = task->future.extra;

    RT_RELEASE_OPT(extra->message);
    RT_RELEASE_OPT(extra->name);
    RT_RELEASE_OPT(extra->context);
    RT_RELEASE_OPT(extra->handled);
    rt_free(extra, sizeof *extra);
    task->future.extra = NULL;
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
    if (RT_UNLIKELY(task->future.extra)) free_extra(task);
    rt_future_release(&task->future);
    size_t size = task_size(task);
    if (!(task->future.flags & RT_TASK_FUSED)) RT_RELEASE_OPT(task->coro);
    rt_free(self, size);
}

void rt_task_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_task *task = (rt_task *)self;

    rt_future_traverse(self, visit, context);
    if (task->future.extra && task->future.extra->context)
        visit(task->future.extra->context, context);
    if (task->future.extra && task->future.extra->handled)
        visit(task->future.extra->handled, context);
    if (!(task->future.flags & RT_TASK_FUSED))
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
