/* handle.c: the types Handle and TimerHandle.
 *
 * In: callbacks with their arguments and context. Out: running one, with what it raises reported
 * to the loop's exception handler, and how callbacks read in reprs. */
#include "sched/handle.h"

#include "sched/context.h"
#include "sched/future.h"
#include "value/arguments.h"
#include "value/function.h"
#include "value/tuple.h"
#include "value/type.h"

rt_handle *rt_handle_new(rt_type *type, rt_loop *loop, rt_value callback, rt_value args,
                         rt_value context)
{
    rt_handle *handle = rt_object_new(type, sizeof *handle);

    handle->loop = RT_LOOP(rt_retained((rt_value)loop));
    handle->callback = rt_retained(callback);
    handle->args = rt_retained(args);
    RT_RETAIN_OPT(context);
    handle->context = context;
    rt_origin_note(&handle->head, loop->debug);
    return handle;
}

void rt_handle_post(rt_loop *loop, rt_value callback, rt_value argument, rt_value context)
{
    rt_value args = rt_tuple_copy(1, &argument);
    rt_handle *handle = rt_handle_new(&rt_handle_type, loop, callback, args, context);

    RT_RELEASE(args);
    rt_loop_post(loop, RT_SUBJECT(handle, RT_SUBJECT_HANDLE), 0);
    RT_RELEASE((rt_value)handle);
}

static void drop_callback(rt_handle *handle)
{
    rt_value callback = handle->callback, args = handle->args;

    handle->callback = handle->args = 0;
    RT_RELEASE_OPT(callback);
    RT_RELEASE_OPT(args);
}

void rt_handle_cancel(rt_handle *handle)
{
    if (handle->cancelled) return;
    handle->cancelled = true;
    if (handle->timer) rt_timer_cancel(handle->loop, (rt_timed *)handle);
    if (!handle->loop->debug) drop_callback(handle); /* in debug mode its repr goes on to show it */
}

static bool passes_through(void)
{
    return rt_pending(&rt_exc_SystemExit) || rt_pending(&rt_exc_KeyboardInterrupt);
}

static bool report_failure(rt_handle *handle, rt_value callback, rt_value args)
{
    if (passes_through()) return false;

    rt_value exception = rt_catch();
    rt_value text = rt_callback_text(callback, args);
    rt_value message = text ? rt_str_format("Exception in callback %V", text) : 0;
    RT_RELEASE_OPT(text);
    rt_value origin = rt_origin_of(&handle->head);
    bool went_on =
        rt_loop_report(handle->loop, message, "exception", exception, "handle", (rt_value)handle,
                       origin ? "source_traceback" : NULL, origin, NULL);
    RT_RELEASE(exception);
    return went_on;
}

bool rt_handle_run(rt_handle *handle)
{
    if (handle->cancelled) return true;

    rt_value callback = rt_retained(handle->callback), args = rt_retained(handle->args);
    RT_RETAIN_OPT(handle->context);
    rt_value context = rt_context_switch(handle->context);
    rt_value result = rt_call_spread(callback, args, 0);
    rt_value left = rt_context_switch(context);
    RT_RELEASE_OPT(left);
    bool went_on = result || report_failure(handle, callback, args);
    RT_RELEASE_OPT(result);
    RT_RELEASE(callback);
    RT_RELEASE(args);
    return went_on;
}

/* ---- how callbacks read ---- */

/* Consumes `text`. "text, key=item", or without what is empty; key: 0 = none. */
static rt_value with_item(rt_value text, rt_value key, rt_value item)
{
    const char *comma = text && rt_str_length(text) > 1 ? ", " : "";
    rt_value shown = text ? rt_short_repr(item) : 0;
    rt_value longer = shown ? key ? rt_str_format("%V%s%V=%V", text, comma, key, shown)
                                  : rt_str_format("%V%s%V", text, comma, shown)
                            : 0;

    RT_RELEASE_OPT(shown);
    RT_RELEASE_OPT(text);
    return longer;
}

/* "(1, 'x', key=2)": no comma behind a single one. args: a tuple, keywords: a dict; or 0. */
static rt_value args_text(rt_value args, rt_value keywords)
{
    rt_value text = rt_str_c("("), key, item;
    uint32_t cursor = 0;

    for (uint32_t i = 0; args && i < RT_TUPLE(args)->count; i++)
        text = with_item(text, 0, RT_TUPLE(args)->items[i]);
    while (keywords && rt_dict_iterate(keywords, &cursor, &key, &item))
        text = with_item(text, key, item);
    rt_value closed = text ? rt_str_format("%V)", text) : 0;
    RT_RELEASE_OPT(text);
    return closed;
}

/* __qualname__, or __name__, or else the repr. */
static rt_value callable_name(rt_value callable)
{
    rt_value name = rt_try_getattr(callable, RT_NAME("__qualname__"));
    if (!name && !RT_RAISED()) name = rt_try_getattr(callable, RT_NAME("__name__"));
    if (!name && !RT_RAISED()) name = rt_repr(callable);
    return name;
}

/* The function, arguments and keywords that a functools.partial holds, owned. Which is a class of
 * the library's Python, so it is known by its name. False: it is none. */
static bool is_partial(rt_value callable, rt_value parts[3])
{
    static const char *const names[] = {"func", "args", "keywords"};

    if (strcmp(RT_TYPE(callable)->name, "functools.partial")) return false;
    for (int i = 0; i < 3; i++)
        parts[i] = rt_try_getattr(callable, rt_intern(names[i], strlen(names[i])));
    if (parts[0] && parts[1] && parts[2]) return true;
    rt_clear_pending();
    for (int i = 0; i < 3; i++) RT_RELEASE_OPT(parts[i]);
    return false;
}

/* "f(1)", and of a partial what it holds before what it is given: "f(1, x=2)(3)". */
static rt_value call_text(rt_value callable, rt_value args, rt_value keywords)
{
    rt_value parts[3], name, arguments = args_text(args, keywords);
    bool partial = is_partial(callable, parts);

    if (partial) {
        name = call_text(parts[0], parts[1], parts[2]);
        for (int i = 0; i < 3; i++) RT_RELEASE(parts[i]);
    } else {
        name = callable_name(callable);
    }
    rt_value text = name && arguments ? rt_str_format("%V%V", name, arguments) : 0;
    RT_RELEASE_OPT(name);
    RT_RELEASE_OPT(arguments);
    return text;
}

/* The code that a callable comes to: through decorators that say what they wrap, and partials. */
static const rt_code *callable_code(rt_value callable)
{
    rt_value parts[3], inner = rt_try_getattr(callable, RT_NAME("__wrapped__"));
    const rt_code *code = NULL;

    rt_clear_pending();
    if (!inner && is_partial(callable, parts)) {
        inner = parts[0];
        RT_RELEASE(parts[1]);
        RT_RELEASE(parts[2]);
    }
    if (inner)
        code = callable_code(inner);
    else if (RT_TYPE(callable) == &rt_function_type)
        code = RT_FUNCTION_OBJECT(callable)->code;
    RT_RELEASE_OPT(inner);
    return code;
}

rt_value rt_callback_text(rt_value callable, rt_value args)
{
    const rt_code *code = callable_code(callable);
    rt_value call = call_text(callable, args, 0), text;

    if (!call || !code) return call;
    text = rt_str_format("%V at %s:%d", call, code->source->path, (int)code->first_line);
    RT_RELEASE(call);
    return text;
}

/* Consumes both; 0 = raised. */
static rt_value longer(rt_value text, rt_value more)
{
    rt_value result = text && more ? rt_str_format("%V%V", text, more) : 0;

    RT_RELEASE_OPT(text);
    RT_RELEASE_OPT(more);
    return result;
}

static rt_value handle_repr(rt_value self)
{
    rt_handle *handle = RT_HANDLE(self);
    rt_value text =
        rt_str_format("<%V%s", rt_type_name(RT_TYPE(self)), handle->cancelled ? " cancelled" : "");

    if (text && RT_TYPE(self) == &rt_timer_handle_type) {
        rt_value when = rt_float_new(handle->when);
        text = longer(text, when ? rt_str_format(" when=%V", when) : 0);
        RT_RELEASE_OPT(when);
    }
    if (text && handle->callback) {
        rt_value call = rt_callback_text(handle->callback, handle->args);
        text = longer(text, call ? rt_str_format(" %V", call) : 0);
        RT_RELEASE_OPT(call);
    }
    return longer(longer(text, rt_origin_text(&handle->head, " ")), rt_str_c(">"));
}

/* ---- methods and types ---- */

rt_value rt_handle_cancel_method(rt_value self)
{
    rt_handle_cancel(RT_HANDLE(self));
    return RT_NONE;
}

rt_value rt_handle_cancelled(rt_value self)
{
    return RT_BOOL(RT_HANDLE(self)->cancelled);
}

rt_value rt_timer_handle_when(rt_value self)
{
    return rt_float_new(RT_HANDLE(self)->when);
}

/* Timer handles order by their time. */
static rt_value timer_handle_compare(rt_compare_op op, rt_value a, rt_value b)
{
    if (RT_TYPE(a) != &rt_timer_handle_type || RT_TYPE(b) != &rt_timer_handle_type)
        return RT_NOT_IMPLEMENTED;

    double x = RT_HANDLE(a)->when, y = RT_HANDLE(b)->when;
    switch (op) {
    case RT_LT: return RT_BOOL(x < y);
    case RT_GT: return RT_BOOL(x > y);
    case RT_LE: return RT_BOOL(x < y || a == b);
    case RT_GE: return RT_BOOL(x > y || a == b);
    case RT_EQ: return RT_BOOL(a == b);
    default: return RT_BOOL(a != b);
    }
}

static int64_t timer_handle_hash(rt_value self)
{
    rt_value when = rt_float_new(RT_HANDLE(self)->when);
    int64_t hash = when ? rt_hash(when) : -1;
    RT_RELEASE_OPT(when);
    return hash;
}

static void handle_dealloc(rt_object *self)
{
    rt_handle *handle = (rt_handle *)self;

    drop_callback(handle);
    RT_RELEASE_OPT(handle->context);
    RT_RELEASE((rt_value)handle->loop);
    rt_origin_forget(self);
    rt_free(self, sizeof *handle);
}

static void handle_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_handle *handle = (rt_handle *)self;

    if (handle->callback) visit(handle->callback, context);
    if (handle->args) visit(handle->args, context);
    if (handle->context) visit(handle->context, context);
    visit((rt_value)handle->loop, context);
}

static void handle_clear(rt_object *self)
{
    drop_callback((rt_handle *)self);
}

RT_METHODS(handle) = {
#include "lib/handle.def"
    RT_METHODS_END};

RT_METHODS(timer_handle) = {
#include "lib/timer_handle.def"
    RT_METHODS_END};

rt_type rt_handle_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.events.Handle",
    .size = sizeof(rt_handle),
    .base = &rt_object_type,
    .dealloc = handle_dealloc,
    .traverse = handle_traverse,
    .clear = handle_clear,
    .repr = handle_repr,
    .methods = rt_handle_methods,
};

rt_type rt_timer_handle_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.events.TimerHandle",
    .size = sizeof(rt_handle),
    .base = &rt_handle_type,
    .dealloc = handle_dealloc,
    .traverse = handle_traverse,
    .clear = handle_clear,
    .repr = handle_repr,
    .hash = timer_handle_hash,
    .compare = timer_handle_compare,
    .methods = rt_timer_handle_methods,
};
