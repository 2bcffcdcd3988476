/* wrap.c: futures of concurrent.futures as futures of a loop: asyncio.wrap_future, and with it
 * run_in_executor of any executor.
 *
 * In: a future that some thread will set. Out: a future of the loop, set in the loop: the source's
 * callback posts a transfer and wakes the loop. Cancelling the loop's future cancels the source. */
#include "aio/aio.h"
#include "exc/exception.h"
#include "sched/loop_policy.h"
#include "sched/threads.h"
#include "value/str.h"

/* An observer of the loop's side; as a callable, also the source's callback. */
typedef struct transfer {
    rt_observer base;
    rt_value future; /* of the loop */
    rt_value source;
} transfer;

extern rt_type rt_future_transfer_type;

/* source.name(); owned, 0 = raised. */
static rt_value ask(const transfer *self, rt_value name)
{
    return rt_call_method(self->source, name, 0, NULL);
}

static bool is_of_module(const rt_type *type, const char *module)
{
    rt_value name = rt_type_lookup((rt_type *)type, RT_NAME("__module__"));
    return name && rt_is_str(name) && !strcmp(rt_str_text(name, NULL), module);
}

rt_value rt_exception_of_thread(rt_value exception)
{
    static const struct {
        const char *name;
        rt_type *type;
    } rows[] = {{"CancelledError", &rt_exc_CancelledError},
                {"InvalidStateError", &rt_exc_InvalidStateError}};
    const rt_type *type = RT_TYPE(exception);

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(type->name, rows[i].name) || !is_of_module(type, "concurrent.futures._base"))
            continue;
        rt_value args = rt_getattr(exception, RT_NAME("args"));
        rt_value made = args ? rt_call_spread((rt_value)rows[i].type, args, 0) : 0;
        RT_RELEASE_OPT(args);
        RT_RELEASE(exception);
        return made ? made : rt_catch();
    }
    return exception;
}

/* In the loop: the source is done. */
static void deliver(rt_observer *base, rt_value nothing)
{
    transfer *self = (transfer *)base;
    rt_future *future = RT_FUTURE(self->future);

    (void)nothing;
    if (rt_future_done(future)) return;
    rt_value cancelled = ask(self, RT_NAME("cancelled"));
    if (cancelled == RT_TRUE) {
        rt_future_cancel(future, 0);
        return;
    }
    rt_value exception = cancelled ? ask(self, RT_NAME("exception")) : 0;
    rt_value result = exception == RT_NONE ? ask(self, RT_NAME("result")) : 0;
    if (result)
        rt_future_finish(future, result);
    else if (exception && exception != RT_NONE)
        rt_future_fail(future, rt_exception_of_thread(rt_retained(exception)));
    else
        rt_future_fail(future, rt_catch());
    RT_RELEASE_OPT(cancelled);
    RT_RELEASE_OPT(exception);
}

/* The loop's future is done: where it was cancelled, the source is to be too. */
static void check_cancelled(rt_observer *base, rt_value future)
{
    transfer *self = (transfer *)base;

    if (RT_FUTURE(future)->state != RT_FUTURE_CANCELLED) return;
    rt_value answer = ask(self, RT_NAME("cancel"));
    if (!answer) rt_unraisable(NULL, self->source);
    RT_RELEASE_OPT(answer);
}

static transfer *transfer_new(rt_loop *loop, rt_value future, rt_value source,
                              void (*run)(rt_observer *self, rt_value future))
{
    transfer *self = rt_object_new(&rt_future_transfer_type, sizeof *self);

    self->base.loop = loop;
    self->base.run = run;
    self->base.name = "_chain_future.<locals>._call_check_cancel";
    self->future = rt_retained(future);
    self->source = rt_retained(source);
    return self;
}

/* In any thread: the source calls its callback. */
static rt_value transfer_call(rt_value v, const rt_args *args)
{
    transfer *self = (transfer *)v;
    rt_loop *loop = RT_FUTURE(self->future)->loop;

    (void)args;
    if (loop->closed && rt_future_done(RT_FUTURE(self->future))) return RT_NONE;
    if (!rt_loop_check_open(loop)) return 0;
    rt_loop_post(loop, rt_observer_subject(&self->base), 0);
    rt_wake(loop);
    return RT_NONE;
}

static void transfer_dealloc(rt_object *object)
{
    transfer *self = (transfer *)object;

    RT_RELEASE(self->future);
    RT_RELEASE(self->source);
    rt_free(object, sizeof *self);
}

static void transfer_traverse(rt_object *object, rt_visit_fn *visit, void *context)
{
    transfer *self = (transfer *)object;

    visit(self->future, context);
    visit(self->source, context);
}

rt_type rt_future_transfer_type = {
    .head = RT_TYPE_HEAD,
    .name = "future_transfer",
    .size = sizeof(transfer),
    .base = &rt_object_type,
    .dealloc = transfer_dealloc,
    .traverse = transfer_traverse,
    .call = transfer_call,
};

rt_value rt_wrap_future(rt_loop *loop, rt_value source)
{
    if (rt_is_future(source)) return rt_retained(source);
    if (!rt_wake_open(loop)) return 0;
    rt_value future = (rt_value)rt_future_new(loop);
    transfer *canceller = transfer_new(loop, future, source, check_cancelled);
    transfer *callback = transfer_new(loop, future, source, deliver);
    rt_value argument = (rt_value)callback;

    rt_future_add_subject(RT_FUTURE(future), rt_observer_subject(&canceller->base));
    rt_value added = rt_call_method(source, RT_NAME("add_done_callback"), 1, &argument);
    RT_RELEASE((rt_value)canceller);
    RT_RELEASE((rt_value)callback);
    if (added) {
        RT_RELEASE(added);
        return future;
    }
    RT_RELEASE(future);
    return 0;
}

rt_value rt_asyncio_wrap_future(rt_value source, rt_value given)
{
    rt_loop *loop = given && given != RT_NONE ? rt_loop_checked(given) : rt_loop_current();
    return loop ? rt_wrap_future(loop, source) : 0;
}

/* executor.submit(function, *args), as a future of the loop. */
rt_value rt_executor_submit(rt_loop *loop, rt_value executor, rt_value function, rt_value args)
{
    rt_value first = rt_tuple_of(1, (rt_value[]){rt_retained(function)});
    rt_value all = first ? rt_binary(RT_ADD, first, args) : 0;
    rt_value submit = all ? rt_getattr(executor, RT_NAME("submit")) : 0;
    rt_value source = submit ? rt_call_spread(submit, all, 0) : 0;
    rt_value future = source ? rt_wrap_future(loop, source) : 0;

    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(all);
    RT_RELEASE_OPT(submit);
    RT_RELEASE_OPT(source);
    return future;
}
