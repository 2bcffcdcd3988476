/* coroutine.c: the types coroutine and coroutine_wrapper (what coro.__await__() gives).
 *
 * In: objects made by rt_coro_new. Out: their methods (lib/coroutine.def) and attributes. */
#include "exc/exception.h"
#include "sched/await.h"
#include "sched/coro.h"
#include "sched/origin.h"
#include "value/arguments.h"
#include "value/list.h"
#include "value/tuple.h"

rt_value rt_coroutine_send(rt_value self, rt_value v)
{
    return rt_coro_send(self, v);
}

rt_value rt_coroutine_throw(rt_value self, rt_value type, rt_value value, rt_value traceback)
{
    return rt_coro_throw(self, type, value, traceback);
}

rt_value rt_coroutine_close(rt_value self)
{
    return rt_coro_close(RT_CORO(self)) ? RT_NONE : 0;
}

/* ---- coroutine_wrapper ---- */

typedef struct coroutine_wrapper {
    rt_object head;
    rt_value coro;
} coroutine_wrapper;

static rt_value coroutine_await(rt_value self)
{
    coroutine_wrapper *wrapper = rt_object_new(&rt_coroutine_wrapper_type, sizeof *wrapper);
    wrapper->coro = rt_retained(self);
    return (rt_value)wrapper;
}

rt_value rt_coroutine_await(rt_value self)
{
    return coroutine_await(self);
}

static rt_value wrapped(rt_value self)
{
    return ((coroutine_wrapper *)self)->coro;
}

static void wrapper_dealloc(rt_object *self)
{
    RT_RELEASE(wrapped((rt_value)self));
    rt_free(self, sizeof(coroutine_wrapper));
}

static void wrapper_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit(wrapped((rt_value)self), context);
}

static rt_value wrapper_iter(rt_value self)
{
    return rt_retained(self);
}

static rt_value wrapper_next(rt_value self)
{
    return rt_next_without_stop(rt_coro_send(wrapped(self), RT_NONE));
}

rt_value rt_coroutine_wrapper_send(rt_value self, rt_value v)
{
    return rt_coro_send(wrapped(self), v);
}

rt_value rt_coroutine_wrapper_throw(rt_value self, rt_value type, rt_value value,
                                    rt_value traceback)
{
    return rt_coro_throw(wrapped(self), type, value, traceback);
}

rt_value rt_coroutine_wrapper_close(rt_value self)
{
    return rt_coroutine_close(wrapped(self));
}

/* ---- attributes ---- */

static rt_value get_running(rt_value self)
{
    return RT_BOOL(RT_CORO(self)->status == RT_CORO_RUNNING);
}

static rt_value get_suspended(rt_value self)
{
    rt_coro *coro = RT_CORO(self);
    return RT_BOOL(coro->status == RT_CORO_SUSPENDED ||
                   (coro->status == RT_CORO_AWAITED && coro->frame.state));
}

/* What the outermost frame awaits: an object's frame is that object; one embedded in the
 * coroutine's own frame has no object, and None stands for it. */
static rt_value get_await(rt_value self)
{
    rt_coro *coro = RT_CORO(self);
    rt_frame *frame = coro->leaf;

    if (coro->flags & RT_CORO_VIEW || coro->status != RT_CORO_SUSPENDED) return RT_NONE;
    while (frame->parent && frame->parent != &coro->frame) frame = frame->parent;
    if (frame->flags & RT_FRAME_ITERATOR) return rt_retained(rt_await_iterator_subject(frame));
    if (frame->flags & RT_FRAME_OBJECT && frame->parent)
        return rt_retained((rt_value)rt_frame_coro(frame));
    return rt_retained(coro->extra ? coro->extra : RT_NONE);
}

/* ((path, line, function), ...), the innermost call first, where it was noted. */
static rt_value get_origin(rt_value self)
{
    rt_value origin = rt_origin_of(RT_OBJECT(self));
    uint32_t count = origin ? RT_LIST(origin)->count : 0;
    rt_value calls = count ? rt_tuple_new(count) : RT_NONE;

    for (uint32_t i = 0; i < count; i++)
        RT_TUPLE(calls)->items[i] =
            rt_tuple_copy(3, RT_TUPLE(RT_LIST(origin)->items[count - 1 - i])->items);
    return calls;
}

/* ---- life ---- */

static rt_value never_awaited_text(rt_value object, const rt_code *code)
{
    rt_value origin = rt_origin_of(RT_OBJECT(object)),
             lines = origin ? rt_origin_lines(origin) : rt_str_c("");
    rt_value text =
        lines
            ? rt_str_format("coroutine '%s' was never awaited%s%V", code->qualname,
                            origin ? "\nCoroutine created at (most recent call last)\n" : "", lines)
            : 0;

    RT_RELEASE_OPT(lines);
    return text;
}

void rt_warn_never_awaited(rt_value object, const rt_code *code)
{
    rt_value pending = rt_save_pending();

    RT_RETAIN(object);
    rt_value message = never_awaited_text(object, code);
    if (message && !rt_warn(&rt_exc_RuntimeWarning, message)) rt_unraisable(NULL, object);
    RT_RELEASE_OPT(message);
    RT_OBJECT(object)->refs--;
    rt_restore_pending(pending);
}

static void coroutine_dealloc(rt_object *self)
{
    rt_coro *coro = (rt_coro *)self;

    if (!(coro->flags & RT_CORO_VIEW)) {
        if (coro->status == RT_CORO_CREATED && !(coro->flags & RT_CORO_NO_WARNING))
            rt_warn_never_awaited((rt_value)coro, coro->frame.code);
        if (coro->status <= RT_CORO_SUSPENDED && rt_coro_finalize(coro)) return;
        rt_frame_clear(&coro->frame);
    }
    RT_RELEASE_OPT(coro->extra);
    RT_RELEASE_OPT(coro->handled);
    rt_origin_forget(self);
    rt_free(self, coro->flags & RT_CORO_VIEW ? sizeof(rt_coro) : rt_coro_size(coro));
}

RT_METHODS(coroutine) = {
#include "lib/coroutine.def"
    RT_METHODS_END};

static const rt_getset_def coroutine_getsets[] = {
    {"__name__", rt_coro_name, NULL},
    {"__qualname__", rt_coro_qualname, NULL},
    {"cr_running", get_running, NULL},
    {"cr_suspended", get_suspended, NULL},
    {"cr_await", get_await, NULL},
    {"cr_origin", get_origin, NULL},
    {"cr_frame", rt_coro_frame_object, NULL},
    {"cr_code", rt_coro_code_object, NULL},
    {0},
};

rt_type rt_coroutine_type = {
    .head = RT_TYPE_HEAD,
    .name = "coroutine",
    .size = sizeof(rt_coro),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = coroutine_dealloc,
    .traverse = rt_coro_traverse,
    .clear = rt_coro_clear,
    .finalize = rt_coro_collect,
    .repr = rt_coro_repr,
    .await = coroutine_await,
    .methods = rt_coroutine_methods,
    .getsets = coroutine_getsets,
};

RT_METHODS(coroutine_wrapper) = {
#include "lib/coroutine_wrapper.def"
    RT_METHODS_END};

rt_type rt_coroutine_wrapper_type = {
    .head = RT_TYPE_HEAD,
    .name = "coroutine_wrapper",
    .size = sizeof(coroutine_wrapper),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = wrapper_dealloc,
    .traverse = wrapper_traverse,
    .iter = wrapper_iter,
    .next = wrapper_next,
    .methods = rt_coroutine_wrapper_methods,
};
