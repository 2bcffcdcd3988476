/* loop_type.c: the event loop as an object: its methods and its exception handler.
 *
 * In: calls of the program (rows of lib/loop.def). Out: the C interface of loop.h behind them. */
#include <stdarg.h>

#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/context.h"
#include "sched/debug.h"
#include "sched/future.h"
#include "sched/handle.h"
#include "sched/log.h"
#include "sched/loop_policy.h"
#include "sched/loop_timers.h"
#include "sched/task.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/list.h"
#include "value/tuple.h"
#include "value/type.h"

/* ---- callbacks ---- */

/* `context=` as given, or a copy of the current one; owned, 0 = empty. */
static rt_value context_or_copy(rt_value given)
{
    return given && given != RT_NONE ? rt_retained(given) : rt_context_copy();
}

static rt_value post_handle(rt_loop *loop, rt_value callback, rt_value args, rt_value given)
{
    rt_value context = context_or_copy(given);
    rt_handle *handle = rt_handle_new(&rt_handle_type, loop, callback, args, context);

    RT_RELEASE_OPT(context);
    rt_loop_post(loop, RT_SUBJECT(handle, RT_SUBJECT_HANDLE), 0);
    return (rt_value)handle;
}

rt_value rt_loop_call_soon(rt_value self, rt_value callback, rt_value args, rt_value given)
{
    rt_loop *loop = RT_LOOP(self);

    if (!rt_loop_check_open(loop) || !rt_debug_check_thread(loop)) return 0;
    if (!rt_debug_check_callback(loop, callback, "call_soon")) return 0;
    return post_handle(loop, callback, args, given);
}

rt_value rt_loop_call_soon_threadsafe(rt_value self, rt_value callback, rt_value args,
                                      rt_value given)
{
    rt_loop *loop = RT_LOOP(self);

    if (!rt_loop_check_open(loop) ||
        !rt_debug_check_callback(loop, callback, "call_soon_threadsafe"))
        return 0;
    rt_value handle = post_handle(loop, callback, args, given);
    rt_wake(loop);
    return handle;
}

static rt_value call_at(rt_loop *loop, double when, rt_value callback, rt_value args,
                        rt_value given)
{
    if (!rt_loop_check_open(loop) || !rt_debug_check_thread(loop)) return 0;
    if (!rt_debug_check_callback(loop, callback, "call_at")) return 0;

    rt_value context = context_or_copy(given);
    rt_handle *handle = rt_handle_new(&rt_timer_handle_type, loop, callback, args, context);
    RT_RELEASE_OPT(context);
    handle->when = when;
    rt_timer_add(loop, (rt_timed *)handle, when);
    return (rt_value)handle;
}

/* Any number as seconds. False: raised. */
bool rt_seconds(rt_value v, double *seconds)
{
    rt_type *type = RT_TYPE(v);

    if (type == &rt_float_type || type == &rt_int_type || type == &rt_bool_type) {
        *seconds = rt_float_value(v);
        return !RT_RAISED();
    }
    if (!type->to_float) {
        rt_raise_format(&rt_exc_TypeError, "unsupported operand type(s) for +: 'float' and '%T'",
                        v);
        return false;
    }
    rt_value number = type->to_float(v);
    if (!number) return false;
    *seconds = rt_float_value(number);
    RT_RELEASE(number);
    return !RT_RAISED();
}

rt_value rt_loop_call_later(rt_value self, rt_value delay, rt_value callback, rt_value args,
                            rt_value context)
{
    double seconds;

    if (delay == RT_NONE) return rt_raise_format(&rt_exc_TypeError, "delay must not be None");
    if (!rt_seconds(delay, &seconds)) return 0;
    return call_at(RT_LOOP(self), rt_loop_time() + seconds, callback, args, context);
}

rt_value rt_loop_call_at(rt_value self, rt_value when, rt_value callback, rt_value args,
                         rt_value context)
{
    double seconds;

    if (when == RT_NONE) return rt_raise_format(&rt_exc_TypeError, "when cannot be None");
    if (!rt_seconds(when, &seconds)) return 0;
    return call_at(RT_LOOP(self), seconds, callback, args, context);
}

rt_value rt_loop_time_method(rt_value self)
{
    (void)self;
    return rt_float_new(rt_loop_time());
}

/* ---- futures and tasks ---- */

rt_value rt_loop_create_future(rt_value self)
{
    return (rt_value)rt_future_new(RT_LOOP(self));
}

rt_value rt_loop_create_task(rt_value self, rt_value coro, rt_value name, rt_value context)
{
    return rt_create_task(RT_LOOP(self), coro, name, context);
}

/* ---- running ---- */

rt_value rt_loop_run_until_complete_method(rt_value self, rt_value future)
{
    return rt_loop_run_until_complete(RT_LOOP(self), future);
}

rt_value rt_loop_run_forever_method(rt_value self)
{
    return rt_loop_run_forever(RT_LOOP(self)) ? RT_NONE : 0;
}

rt_value rt_loop_stop(rt_value self)
{
    RT_LOOP(self)->stopping = true;
    return RT_NONE;
}

rt_value rt_loop_close_method(rt_value self)
{
    return rt_loop_close(RT_LOOP(self)) ? RT_NONE : 0;
}

rt_value rt_loop_is_running(rt_value self)
{
    return RT_BOOL(RT_LOOP(self)->running);
}

rt_value rt_loop_is_closed(rt_value self)
{
    return RT_BOOL(RT_LOOP(self)->closed);
}

rt_value rt_loop_get_debug(rt_value self)
{
    return RT_BOOL(RT_LOOP(self)->debug);
}

rt_value rt_loop_set_debug(rt_value self, rt_value enabled)
{
    int truth = rt_truth(enabled);
    if (truth < 0) return 0;
    RT_LOOP(self)->debug = truth;
    return RT_NONE;
}

/* ---- the exception handler ---- */

rt_value rt_loop_get_exception_handler(rt_value self)
{
    rt_value handler = RT_LOOP(self)->exception_handler;
    return rt_retained(handler ? handler : RT_NONE);
}

rt_value rt_loop_set_exception_handler(rt_value self, rt_value handler)
{
    rt_value before = RT_LOOP(self)->exception_handler;

    if (handler != RT_NONE && !RT_TYPE(handler)->call)
        return rt_raise_format(&rt_exc_TypeError, "A callable object or None is expected, got %R",
                               handler);
    RT_LOOP(self)->exception_handler = handler == RT_NONE ? 0 : rt_retained(handler);
    RT_RELEASE_OPT(before);
    return RT_NONE;
}

/* The repr of a detail; of calls that were noted, as in a traceback. Owned. */
static rt_value detail_text(rt_value key, rt_value item)
{
    if (!rt_equal(key, RT_NAME("source_traceback")) || RT_TYPE(item) != &rt_list_type)
        return rt_repr(item);
    rt_value lines = rt_origin_lines(item);
    rt_value text =
        lines ? rt_str_format("Object created at (most recent call last):\n%V", lines) : 0;
    RT_RELEASE_OPT(lines);
    return text;
}

/* text (consumed, 0 = raised) and a line "key: repr" for everything in the context but the message
 * and the exception, by key. Owned. */
static rt_value with_details(rt_value text, rt_value context)
{
    rt_value keys = rt_list_new(0), key, item;
    uint32_t cursor = 0;

    while (keys && rt_dict_iterate(context, &cursor, &key, &item))
        rt_list_push(keys, rt_retained(key));
    rt_value sorted = keys ? rt_call_method(keys, RT_NAME("sort"), 0, NULL) : 0;
    RT_RELEASE_OPT(sorted);
    for (uint32_t i = 0; text && sorted && i < RT_LIST(keys)->count; i++) {
        key = RT_LIST(keys)->items[i];
        if (rt_equal(key, RT_NAME("message")) || rt_equal(key, RT_NAME("exception"))) continue;
        rt_value shown = detail_text(key, rt_dict_find(context, key));
        rt_value longer = shown ? rt_str_format("%V\n%V: %V", text, key, shown) : 0;
        RT_RELEASE_OPT(shown);
        RT_RELEASE(text);
        text = longer;
    }
    RT_RELEASE_OPT(keys);
    return text;
}

static bool default_handler(rt_value context)
{
    rt_value message = rt_dict_find(context, RT_NAME("message"));
    rt_value exception = rt_dict_find(context, RT_NAME("exception"));
    rt_value text = message && rt_truth(message) > 0
                        ? rt_str_format("%V", message)
                        : rt_str_c("Unhandled exception in event loop");

    if (exception && !rt_is_exception(exception)) exception = 0;
    return rt_log(RT_LOG_ERROR,
                  (rt_log_place){"asyncio/base_events.py", "default_exception_handler", 1771},
                  with_details(text, context), exception);
}

rt_value rt_loop_default_exception_handler(rt_value self, rt_value context)
{
    (void)self;
    return default_handler(context) ? RT_NONE : 0;
}

static bool passes_through(void)
{
    return rt_pending(&rt_exc_SystemExit) || rt_pending(&rt_exc_KeyboardInterrupt);
}

/* The program's handler has raised: that is reported in its turn, by the default handler. */
static void report_handler_failure(rt_value context)
{
    rt_value exception = rt_catch(), report = rt_dict_new();

    if (report && rt_dict_store(report, RT_NAME("exception"), exception) &&
        rt_dict_store(report, RT_NAME("context"), context)) {
        rt_value message = rt_str_c("Unhandled error in exception handler");
        rt_dict_store(report, RT_NAME("message"), message);
        RT_RELEASE(message);
        default_handler(report);
    }
    rt_clear_pending();
    RT_RELEASE_OPT(report);
    RT_RELEASE(exception);
}

static bool call_handler(rt_loop *loop, rt_value context)
{
    if (!loop->exception_handler) {
        if (!default_handler(context) && passes_through()) return false;
        rt_clear_pending();
        return true;
    }
    rt_value args[] = {(rt_value)loop, context}, handler = rt_retained(loop->exception_handler);
    rt_value result = rt_call(handler, 2, args);
    RT_RELEASE(handler);
    RT_RELEASE_OPT(result);
    if (result) return true;
    if (passes_through()) return false;
    report_handler_failure(context);
    return true;
}

rt_value rt_loop_call_exception_handler(rt_value self, rt_value context)
{
    return call_handler(RT_LOOP(self), context) ? RT_NONE : 0;
}

bool rt_loop_report(rt_loop *loop, rt_value message, ...)
{
    rt_value context = rt_dict_new();
    const char *name;
    va_list details;

    if (context && message) rt_dict_store(context, RT_NAME("message"), message);
    RT_RELEASE_OPT(message);
    va_start(details, message);
    while ((name = va_arg(details, const char *))) {
        rt_value item = va_arg(details, rt_value), key = rt_str_c(name);
        if (context && key) rt_dict_store(context, key, item);
        RT_RELEASE_OPT(key);
    }
    va_end(details);
    bool went_on = context && call_handler(loop, context);
    RT_RELEASE_OPT(context);
    return went_on;
}

/* ---- methods in Python ---- */

/* What the library has in Python and what the program asks for becomes a method of loops. */
rt_value rt_asyncio_extend_loop(rt_value functions)
{
    return rt_type_extend(&rt_loop_type, functions) ? rt_retained(RT_NONE) : 0;
}

/* ---- the type ---- */

/* ---- the task factory ---- */

rt_value rt_loop_get_task_factory(rt_value self)
{
    rt_value factory = RT_LOOP(self)->task_factory;
    return rt_retained(factory ? factory : RT_NONE);
}

rt_value rt_loop_set_task_factory(rt_value self, rt_value factory)
{
    rt_value before = RT_LOOP(self)->task_factory;

    if (factory != RT_NONE && !RT_TYPE(factory)->call)
        return rt_raise_format(&rt_exc_TypeError, "task factory must be a callable or None");
    RT_LOOP(self)->task_factory = factory == RT_NONE ? 0 : rt_retained(factory);
    RT_RELEASE_OPT(before);
    return RT_NONE;
}

static rt_value loop_repr(rt_value self)
{
    rt_loop *loop = RT_LOOP(self);
#define SHOWN(condition) ((condition) ? "True" : "False")
    return rt_str_format("<_UnixSelectorEventLoop running=%s closed=%s debug=%s>",
                         SHOWN(loop->running), SHOWN(loop->closed), SHOWN(loop->debug));
#undef SHOWN
}

RT_METHODS(loop) = {
#include "lib/loop.def"
    RT_METHODS_END};

static rt_value get_slow_callback_duration(rt_value self)
{
    return rt_float_new(RT_LOOP(self)->slow_callback);
}

static bool set_slow_callback_duration(rt_value self, rt_value v)
{
    if (v) return rt_seconds(v, &RT_LOOP(self)->slow_callback);
    rt_raise_format(&rt_exc_AttributeError, "slow_callback_duration");
    return false;
}

static const rt_getset_def loop_getsets[] = {
    {"slow_callback_duration", get_slow_callback_duration, set_slow_callback_duration},
    {0},
};

/* The classes that programs know a loop by; no others can be made of them. */
rt_type rt_abstract_loop_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.events.AbstractEventLoop",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
};

rt_type rt_base_loop_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.base_events.BaseEventLoop",
    .size = sizeof(rt_loop),
    .flags = RT_TYPE_FINAL | RT_TYPE_AS_PYTHON,
    .base = &rt_abstract_loop_type,
    .dealloc = rt_loop_dealloc,
    .traverse = rt_loop_traverse,
    .clear = rt_loop_clear,
    .repr = loop_repr,
    .methods = rt_loop_methods,
    .getsets = loop_getsets,
};

static rt_value loop_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (!rt_no_keywords("SelectorEventLoop", args) ||
        !rt_count_between("SelectorEventLoop", args, 0, 0))
        return 0;
    return (rt_value)rt_loop_new();
}

rt_type rt_loop_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.unix_events._UnixSelectorEventLoop",
    .size = sizeof(rt_loop),
    .flags = RT_TYPE_FINAL,
    .base = &rt_base_loop_type,
    .dealloc = rt_loop_dealloc,
    .traverse = rt_loop_traverse,
    .clear = rt_loop_clear,
    .construct = loop_construct,
    .repr = loop_repr,
};
