/* future_type.c: the type Future: its methods, repr and the iterator that await drives.
 *
 * In: calls of the program (rows of lib/future.def). Out: the C interface of future.h behind
 * them. */
#include "exc/exception.h"
#include "sched/context.h"
#include "sched/coro.h"
#include "sched/future.h"
#include "sched/loop_policy.h"
#include "sched/task.h"
#include "value/arguments.h"
#include "value/builder.h"
#include "value/generic_alias.h"
#include "value/native.h"

static bool check_pending(rt_future *future)
{
    if (!rt_future_done(future)) return true;
    rt_raise_format(&rt_exc_InvalidStateError, "invalid state");
    return false;
}

rt_value rt_future_done_method(rt_value self)
{
    return RT_BOOL(rt_future_done(RT_FUTURE(self)));
}

rt_value rt_future_cancelled_method(rt_value self)
{
    return RT_BOOL(RT_FUTURE(self)->state == RT_FUTURE_CANCELLED);
}

rt_value rt_future_result_method(rt_value self)
{
    return rt_future_result(RT_FUTURE(self));
}

rt_value rt_future_exception_method(rt_value self)
{
    return rt_future_exception(RT_FUTURE(self));
}

rt_value rt_future_set_result_method(rt_value self, rt_value result)
{
    if (!check_pending(RT_FUTURE(self))) return 0;
    rt_future_finish(RT_FUTURE(self), rt_retained(result));
    return rt_loop_check_refused(RT_FUTURE(self)->loop, RT_NONE);
}

rt_value rt_future_set_exception_method(rt_value self, rt_value exception)
{
    if (!check_pending(RT_FUTURE(self))) return 0;
    if (!rt_future_set_exception(RT_FUTURE(self), exception)) return 0;
    return rt_loop_check_refused(RT_FUTURE(self)->loop, RT_NONE);
}

rt_value rt_future_cancel_method(rt_value self, rt_value message)
{
    bool taken = rt_future_cancel(RT_FUTURE(self), message);
    return rt_loop_check_refused(RT_FUTURE(self)->loop, RT_BOOL(taken));
}

rt_value rt_future_add_done_callback(rt_value self, rt_value callable, rt_value given)
{
    rt_value context = given && given != RT_NONE ? rt_retained(given) : rt_context_copy();

    rt_future_add_callable(RT_FUTURE(self), callable, context);
    RT_RELEASE_OPT(context);
    return rt_loop_check_refused(RT_FUTURE(self)->loop, RT_NONE);
}

rt_value rt_future_remove_done_callback(rt_value self, rt_value callable)
{
    int64_t removed = rt_future_remove_callable(RT_FUTURE(self), callable);
    return removed < 0 ? 0 : RT_INT(removed);
}

rt_value rt_future_get_loop(rt_value self)
{
    return rt_retained((rt_value)RT_FUTURE(self)->loop);
}

/* ---- __await__ ---- */

typedef struct future_iterator {
    rt_object head;
    rt_value future; /* 0 = exhausted */
} future_iterator;

static rt_value future_await(rt_value self)
{
    future_iterator *iterator = rt_object_new(&rt_future_iterator_type, sizeof *iterator);
    iterator->future = rt_retained(self);
    return (rt_value)iterator;
}

rt_value rt_future_await_method(rt_value self)
{
    return future_await(self);
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

/* Yields the future once; then its result is the iterator's. */
rt_value rt_future_iterator_send(rt_value self, rt_value sent)
{
    future_iterator *iterator = (future_iterator *)self;
    rt_value v = iterator->future;

    (void)sent;
    if (!v) return rt_raise_stop_iteration(RT_NONE);
    rt_future *future = RT_FUTURE(v);
    if (!rt_future_done(future)) {
        if (future->blocking)
            return rt_raise_format(&rt_exc_RuntimeError, "await wasn't used with future");
        future->blocking = true;
        return rt_retained(v);
    }
    iterator->future = 0;
    rt_value result = rt_future_result(future);
    RT_RELEASE(v);
    return result ? rt_raise_stop_iteration(result) : 0;
}

static rt_value iterator_next(rt_value self)
{
    return rt_next_without_stop(rt_future_iterator_send(self, RT_NONE));
}

rt_value rt_future_iterator_throw(rt_value self, rt_value type, rt_value value, rt_value traceback)
{
    future_iterator *iterator = (future_iterator *)self;

    if (!rt_set_thrown(type, value, traceback)) return 0;
    RT_RELEASE_OPT(iterator->future);
    iterator->future = 0;
    return 0;
}

rt_value rt_future_iterator_close(rt_value self)
{
    future_iterator *iterator = (future_iterator *)self;

    RT_RELEASE_OPT(iterator->future);
    iterator->future = 0;
    return RT_NONE;
}

static void iterator_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((future_iterator *)self)->future);
    rt_free(self, sizeof(future_iterator));
}

static void iterator_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((future_iterator *)self)->future) visit(((future_iterator *)self)->future, context);
}

RT_METHODS(future_iterator) = {
#include "lib/future_iterator.def"
    RT_METHODS_END};

rt_type rt_future_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "_asyncio.FutureIter",
    .size = sizeof(future_iterator),
    .base = &rt_object_type,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
    .iter = iterator_iter,
    .next = iterator_next,
    .methods = rt_future_iterator_methods,
};

/* ---- attributes that tools and libraries look at ---- */

static rt_value get_state(rt_value self)
{
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return rt_str_c(names[RT_FUTURE(self)->state]);
}

static rt_value get_blocking(rt_value self)
{
    return RT_BOOL(RT_FUTURE(self)->blocking);
}

static bool set_blocking(rt_value self, rt_value v)
{
    int truth = v ? rt_truth(v) : 0;
    if (truth < 0) return false;
    RT_FUTURE(self)->blocking = truth;
    return true;
}

static rt_value get_message(rt_value self)
{
    rt_value message = rt_future_message(RT_FUTURE(self));
    return rt_retained(message ? message : RT_NONE);
}

static bool set_message(rt_value self, rt_value v)
{
    rt_future *future = RT_FUTURE(self);

    if (!future->failed) rt_future_set_message(future, v);
    return true;
}

static rt_value get_loop(rt_value self)
{
    return rt_retained((rt_value)RT_FUTURE(self)->loop);
}

static rt_value get_result(rt_value self)
{
    rt_future *future = RT_FUTURE(self);
    bool has_result = future->state == RT_FUTURE_FINISHED && !future->failed;
    return rt_retained(has_result ? future->result : RT_NONE);
}

static rt_value get_exception(rt_value self)
{
    return rt_retained(RT_FUTURE(self)->failed ? RT_FUTURE(self)->result : RT_NONE);
}

static rt_value get_log_traceback(rt_value self)
{
    return RT_BOOL(RT_FUTURE(self)->unretrieved);
}

static bool set_log_traceback(rt_value self, rt_value v)
{
    int truth = v ? rt_truth(v) : 0;

    if (truth < 0) return false;
    if (truth)
        return rt_raise_format(&rt_exc_ValueError, "_log_traceback can only be set to False");
    RT_FUTURE(self)->unretrieved = false;
    return true;
}

static rt_value get_source_traceback(rt_value self)
{
    rt_value origin = rt_origin_of(RT_OBJECT(self));
    return rt_retained(origin ? origin : RT_NONE);
}

/* ---- the type ---- */

static rt_value future_init(rt_value cls, rt_value given)
{
    rt_loop *loop = given && given != RT_NONE ? rt_loop_checked(given) : rt_loop_current();
    if (!loop) return 0;

    rt_type *type = (rt_type *)cls;
    rt_future *future = rt_object_new(type, type->size);
    rt_future_init(future, loop);
    return (rt_value)future;
}

/* loop= among the arguments of a call; 0 = it is not. */
static rt_value given_loop(const rt_args *args)
{
    for (uint32_t i = 0; i < args->named; i++)
        if (!strcmp(rt_str_text(args->names[i], NULL), "loop"))
            return args->values[args->positional + i];
    return 0;
}

/* A subclass with an __init__ of its own may take other arguments: it gets the current loop
 * meanwhile, or what is called loop. */
static rt_value future_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def init = {"Future", "*, loop=None", (void (*)(void))future_init, 2, 1};
    if (!rt_takes_arguments(cls, &rt_future_type))
        return future_init((rt_value)cls, given_loop(args));
    return rt_native_call(&init, (rt_value)cls, args);
}

rt_value rt_future_init_method(rt_value self, rt_value given)
{
    rt_loop *loop = given && given != RT_NONE ? rt_loop_checked(given) : rt_loop_current();
    if (!loop) return 0;

    rt_loop *before = RT_FUTURE(self)->loop;
    RT_FUTURE(self)->loop = RT_LOOP(rt_retained((rt_value)loop));
    RT_RELEASE((rt_value)before);
    return RT_NONE;
}

rt_value rt_future_repr_once(rt_value self, rt_value (*repr)(rt_value self))
{
    if (!rt_repr_enter(self)) return rt_str_c("...");
    rt_value text = repr(self);
    rt_repr_leave();
    return text;
}

static rt_value repr_parts(rt_value self)
{
    rt_value parts = rt_list_new(4);

    if (parts && rt_future_repr_state(RT_FUTURE(self), parts) &&
        rt_future_repr_rest(RT_FUTURE(self), parts))
        return rt_future_repr_join(self, parts);
    RT_RELEASE_OPT(parts);
    return 0;
}

static rt_value future_repr(rt_value self)
{
    return rt_future_repr_once(self, repr_parts);
}

static void future_dealloc(rt_object *self)
{
    rt_future_report_unretrieved((rt_future *)self);
    rt_future_release((rt_future *)self);
    rt_free(self, self->type->size);
}

rt_value rt_future_class_getitem(rt_value cls, rt_value item)
{
    return rt_generic_alias_new(cls, item);
}

RT_METHODS(future) = {
#include "lib/future.def"
    RT_METHODS_END};

static const rt_getset_def future_getsets[] = {
    {"_state", get_state, NULL},
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_source_traceback", get_source_traceback, NULL},
    {"_cancel_message", get_message, set_message},
    {"_loop", get_loop, NULL},
    {"_result", get_result, NULL},
    {"_exception", get_exception, NULL},
    {"_log_traceback", get_log_traceback, set_log_traceback},
    {0},
};

rt_type rt_future_type = {
    .head = RT_TYPE_HEAD,
    .name = "_asyncio.Future",
    .size = sizeof(rt_future),
    .base = &rt_object_type,
    .dealloc = future_dealloc,
    .traverse = rt_future_traverse,
    .clear = rt_future_clear,
    .finalize = rt_future_collect,
    .construct = future_construct,
    .repr = future_repr,
    .iter = future_await,
    .await = future_await,
    .methods = rt_future_methods,
    .getsets = future_getsets,
};

rt_type rt_custom_future_type = {
    .head = RT_TYPE_HEAD,
    .name = "_asyncio.Future",
    .size = sizeof(rt_custom_future),
    .flags = RT_TYPE_FINAL,
    .base = &rt_future_type,
    .dealloc = future_dealloc,
    .traverse = rt_future_traverse,
    .clear = rt_future_clear,
    .finalize = rt_future_collect,
    .repr = future_repr,
    .iter = future_await,
    .await = future_await,
};
