/* task_type.c: the type Task: its methods beside Future's, and its repr.
 *
 * In: calls of the program (rows of lib/task.def). Out: the C interface of task.h behind them. */
#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/await.h"
#include "sched/coro.h"
#include "sched/loop_policy.h"
#include "sched/task.h"
#include "value/arguments.h"
#include "value/list.h"
#include "value/type.h"

rt_value rt_task_set_result(rt_value self, rt_value result)
{
    (void)self, (void)result;
    return rt_raise_format(&rt_exc_RuntimeError, "Task does not support set_result operation");
}

rt_value rt_task_set_exception(rt_value self, rt_value exception)
{
    (void)self, (void)exception;
    return rt_raise_format(&rt_exc_RuntimeError, "Task does not support set_exception operation");
}

rt_value rt_task_cancelling(rt_value self)
{
    const rt_task_extra *extra = RT_TASK(self)->future.extra;
    return RT_INT(extra ? extra->cancels : 0);
}

rt_value rt_task_uncancel(rt_value self)
{
    return RT_INT(rt_task_uncancel_once(RT_TASK(self)));
}

rt_value rt_task_get_name(rt_value self)
{
    return rt_task_name(RT_TASK(self));
}

rt_value rt_task_set_name(rt_value self, rt_value name)
{
    rt_value text = rt_str(name);

    if (!text) return 0;
    rt_store(&rt_task_extra_of(RT_TASK(self))->name, text);
    return RT_NONE;
}

/* Of a suspended coroutine, CPython knows the outermost frame; of a failed one, its traceback. */
rt_value rt_task_get_stack(rt_value self, rt_value limit)
{
    rt_task *task = RT_TASK(self);
    rt_value frames = rt_list_new(1);
    rt_value traceback = rt_future_traceback(&task->future);
    int64_t most = INT64_MAX;

    if (limit && limit != RT_NONE && !rt_to_i64(limit, &most)) {
        RT_RELEASE(frames);
        return 0;
    }
    if (task->leaf && most > 0)
        rt_list_push(frames, rt_frame_object_new(rt_task_root(task)->code,
                                                 rt_frame_line(rt_task_root(task))));
    for (; traceback && most > 0; traceback = RT_TRACEBACK(traceback)->next, most--)
        rt_list_push(frames, rt_getattr(traceback, RT_NAME("tb_frame")));
    return frames;
}

/* Appends the traceback entries of frames, which have lines but no columns; consumes the frames. */
static bool add_entries(rt_value pieces, rt_value frames)
{
    static const int64_t first = 1;

    for (uint32_t i = 0; frames && i < RT_LIST(frames)->count; i++) {
        rt_value entry = rt_traceback_of_frame(RT_LIST(frames)->items[i]);
        if (!RT_TRACEBACK(entry)->line) { /* a coroutine in C has no lines */
            RT_RELEASE(entry);
            continue;
        }
        rt_value lines = rt_traceback_pieces(entry, &first);
        RT_RELEASE(entry);
        if (!lines || !rt_list_extend_from(pieces, lines)) {
            RT_RELEASE_OPT(lines);
            RT_RELEASE(frames);
            return false;
        }
        RT_RELEASE(lines);
    }
    RT_RELEASE_OPT(frames);
    return true;
}

/* Writes a list of strings (consumed, may be 0 = raised) to a file: None: stdout, or stderr. */
static bool write_pieces(rt_value pieces, rt_value file, bool to_stderr)
{
    rt_value empty = rt_str_c(""), result = 0;
    rt_value text = pieces ? rt_call_method(empty, RT_NAME("join"), 1, &pieces) : 0;
    size_t size;

    if (text && file && file != RT_NONE) {
        result = rt_call_method(file, RT_NAME("write"), 1, &text);
    } else if (text) {
        const char *bytes = rt_str_text(text, &size);
        if (to_stderr) rt_flush_out();
        (to_stderr ? rt_write_err : rt_write_out)(bytes, size);
        result = RT_NONE;
    }
    RT_RELEASE_OPT(empty);
    RT_RELEASE_OPT(pieces);
    RT_RELEASE_OPT(text);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static rt_value single_piece(rt_value text)
{
    rt_value pieces = text ? rt_list_new(1) : 0;
    return pieces && rt_list_push(pieces, text) ? pieces : 0;
}

/* Where no file is given, the entries go to stderr and the rest to stdout, as asyncio has it. */
rt_value rt_task_print_stack(rt_value self, rt_value limit, rt_value file)
{
    rt_value exception = RT_FUTURE(self)->failed ? RT_FUTURE(self)->result : 0;
    rt_value frames = rt_task_get_stack(self, limit), entries = rt_list_new(4);

    if (!frames || !entries) return 0;
    const char *head = !RT_LIST(frames)->count ? "No stack for %R\n"
                       : exception             ? "Traceback for %R (most recent call last):\n"
                                               : "Stack for %R (most recent call last):\n";
    if (!add_entries(entries, frames)) {
        RT_RELEASE(entries);
        return 0;
    }
    bool written = write_pieces(single_piece(rt_str_format(head, self)), file, false);
    written = write_pieces(entries, file, true) && written;
    if (written && exception) written = write_pieces(rt_exc_only_pieces(exception), file, false);
    return written ? RT_NONE : 0;
}

rt_value rt_task_get_coro(rt_value self)
{
    return rt_task_coro(RT_TASK(self));
}

/* ---- repr ---- */

/* asyncio awaits what is not a coroutine in one of its own. */
static const rt_code wrapper_code = {.qualname = "_wrap_awaitable"};

static bool coro_is_closed(const rt_task *task)
{
    return task->future.flags & RT_TASK_BY_ITERATOR &&
           RT_CORO(task->coro)->status == RT_CORO_CLOSED;
}

/* "main() running at prog.py:3", or "main() done, defined at prog.py:1" */
static rt_value coro_text(const rt_task *task)
{
    const rt_code *code;

    if (task->future.flags & RT_TASK_FUSED)
        code = task->frame.code;
    else if (RT_IS_COROUTINE(task->coro))
        code = RT_CORO_FRAME(task->coro)->code;
    else if (RT_TYPE(task->coro) == &rt_asend_type || RT_TYPE(task->coro) == &rt_athrow_type)
        return rt_str_format("<%V without __name__>()", rt_type_name(RT_TYPE(task->coro)));
    else
        code = &wrapper_code;
    const char *path = code->source ? code->source->path : "asyncio";
    if (!task->leaf || coro_is_closed(task))
        return rt_str_format("%s() done, defined at %s:%d", code->qualname, path,
                             (int)code->first_line);
    return rt_str_format("%s() running at %s:%d", code->qualname, path,
                         (int)rt_frame_line(rt_task_root(task)));
}

static bool push(rt_value parts, rt_value text)
{
    return text && rt_list_push(parts, text);
}

static bool push_shown(rt_value parts, const char *format, rt_value v)
{
    rt_value text = v ? rt_str_format(format, v) : 0;
    RT_RELEASE_OPT(v);
    return push(parts, text);
}

static bool push_state(rt_task *task, rt_value parts)
{
    if (task->future.extra && task->future.extra->cancels && !rt_future_done(&task->future))
        return push(parts, rt_str_c("cancelling"));
    return rt_future_repr_state(&task->future, parts);
}

static bool push_waiting(rt_task *task, rt_value parts)
{
    static const char *const of_sleep[] = {
        [RT_TASK_SLEEPS / RT_TASK_SLEEPS] = "wait_for=<Future pending cb=[Task.task_wakeup()]>",
        [RT_TASK_SLEPT / RT_TASK_SLEEPS] = "wait_for=<Future finished result=None>",
        [RT_TASK_SLEEP_CANCELLED / RT_TASK_SLEEPS] = "wait_for=<Future cancelled>",
    };

    if (task->future.flags & RT_TASK_SLEEP_FLAGS)
        return push(
            parts, rt_str_c(of_sleep[(task->future.flags & RT_TASK_SLEEP_FLAGS) / RT_TASK_SLEEPS]));
    if (rt_future_done(&task->future) || !task->future.result) return true;
    return push_shown(parts, "wait_for=%V", rt_repr(task->future.result));
}

static rt_value repr_parts(rt_value self)
{
    rt_task *task = RT_TASK(self);
    rt_value parts = rt_list_new(6);

    if (parts && push_state(task, parts) && push_shown(parts, "name=%R", rt_task_name(task)) &&
        push_shown(parts, "coro=<%V>", coro_text(task)) && push_waiting(task, parts) &&
        rt_future_repr_rest(&task->future, parts))
        return rt_future_repr_join(self, parts);
    RT_RELEASE_OPT(parts);
    return 0;
}

static rt_value task_repr(rt_value self)
{
    return rt_future_repr_once(self, repr_parts);
}

/* ---- attributes that tools and libraries look at ---- */

static rt_value get_must_cancel(rt_value self)
{
    return RT_BOOL(RT_TASK(self)->future.flags & RT_TASK_MUST_CANCEL);
}

static rt_value get_awaited(rt_value self)
{
    rt_value awaited = RT_FUTURE(self)->result;
    bool waits = !rt_future_done(RT_FUTURE(self)) && awaited && !RT_IS_INT(awaited);

    return rt_retained(waits ? awaited : RT_NONE);
}

static rt_value get_log_destroy_pending(rt_value self)
{
    return RT_BOOL(!(RT_TASK(self)->future.flags & RT_TASK_QUIET_DESTROY));
}

static bool set_log_destroy_pending(rt_value self, rt_value v)
{
    int truth = v ? rt_truth(v) : 0;

    if (truth < 0) return false;
    RT_TASK(self)->future.flags &= ~RT_TASK_QUIET_DESTROY;
    if (!truth) RT_TASK(self)->future.flags |= RT_TASK_QUIET_DESTROY;
    return true;
}

static const rt_getset_def task_getsets[] = {
    {"_coro", rt_task_get_coro, NULL},
    {"_must_cancel", get_must_cancel, NULL},
    {"_fut_waiter", get_awaited, NULL},
    {"_log_destroy_pending", get_log_destroy_pending, set_log_destroy_pending},
    {0},
};

/* ---- the type ---- */

static rt_value task_init(rt_value coro, rt_value given, rt_value name, rt_value context)
{
    rt_loop *loop = given && given != RT_NONE ? rt_loop_checked(given) : rt_loop_current();

    if (!loop) return 0;
    return rt_new_task(loop, coro, name, context);
}

static rt_value task_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def init = {"Task", "coro, *, loop=None, name=None, context=None",
                                       (void (*)(void))task_init, 4, 0};
    (void)cls;
    return rt_native_call(&init, 0, args);
}

/* Slots in task.c. */
void rt_task_dealloc(rt_object *self);
void rt_task_traverse(rt_object *self, rt_visit_fn *visit, void *context);
void rt_task_clear(rt_object *self);
void rt_task_collect(rt_object *self);

RT_METHODS(task) = {
#include "lib/task.def"
    RT_METHODS_END};

rt_type rt_task_type = {
    .head = RT_TYPE_HEAD,
    .name = "_asyncio.Task",
    .size = sizeof(rt_task),
    .flags = RT_TYPE_FINAL,
    .base = &rt_future_type,
    .dealloc = rt_task_dealloc,
    .traverse = rt_task_traverse,
    .clear = rt_task_clear,
    .finalize = rt_task_collect,
    .construct = task_construct,
    .repr = task_repr,
    .methods = rt_task_methods,
    .getsets = task_getsets,
};
