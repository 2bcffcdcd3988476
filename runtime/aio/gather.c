/* gather.c: asyncio.gather.
 *
 * In: awaitables. Out: a future of the list of their results, or of the first exception. One
 * observer watches all children; the outer future's cancel() asks every child to cancel. */
#include "aio/aio.h"
#include "sched/coro.h"
#include "sched/loop_policy.h"
#include "sched/task.h"
#include "value/tuple.h"

typedef struct gathering {
    rt_custom_future base;
    rt_value children; /* a tuple of futures, with repetitions as given */
    bool cancel_requested;
} gathering;

extern rt_type rt_gathering_type;

typedef struct watcher {
    rt_observer base;
    gathering *outer; /* counted */
    uint32_t finished, total;
    bool return_exceptions;
} watcher;

/* ---- children are done ---- */

/* What return_exceptions=True shows for a child. */
static rt_value outcome(rt_future *child)
{
    if (child->state == RT_FUTURE_CANCELLED) {
        rt_value given = rt_future_message(child);
        rt_value message = given ? rt_retained(given) : rt_str_c("");
        rt_value error = message ? rt_call1((rt_value)&rt_exc_CancelledError, message) : 0;
        RT_RELEASE_OPT(message);
        return error;
    }
    child->unretrieved = false;
    return rt_retained(child->result);
}

static void fail_outer(rt_future *outer, rt_value exception)
{
    if (exception)
        rt_future_fail(outer, exception);
    else
        rt_future_fail(outer, rt_catch());
}

static void all_done(watcher *self)
{
    rt_future *outer = &self->outer->base.future;
    rt_tuple *children = RT_TUPLE(self->outer->children);
    rt_value results = rt_list_new(children->count);

    for (uint32_t i = 0; results && i < children->count; i++) {
        rt_value item = outcome(RT_FUTURE(children->items[i]));
        if (item && rt_list_push(results, item)) continue;
        RT_RELEASE(results);
        results = 0;
    }
    if (!results) {
        fail_outer(outer, 0);
    } else if (self->outer->cancel_requested) {
        RT_RELEASE(results);
        fail_outer(outer,
                   rt_future_cancelled_error(RT_FUTURE(children->items[children->count - 1])));
    } else {
        rt_future_finish(outer, results);
    }
}

static void child_done(rt_observer *base, rt_value future)
{
    watcher *self = (watcher *)base;
    rt_future *child = RT_FUTURE(future), *outer = &self->outer->base.future;

    self->finished++;
    if (rt_future_done(outer)) {
        child->unretrieved = false;
        return;
    }
    if (!self->return_exceptions && child->state == RT_FUTURE_CANCELLED) {
        fail_outer(outer, rt_future_cancelled_error(child));
    } else if (!self->return_exceptions && child->failed) {
        child->unretrieved = false;
        fail_outer(outer, rt_retained(child->result));
    } else if (self->finished == self->total) {
        all_done(self);
    }
}

static bool cancel_children(rt_future *outer, rt_value message)
{
    gathering *self = (gathering *)outer;
    rt_tuple *children = RT_TUPLE(self->children);
    bool taken = false;

    for (uint32_t i = 0; i < children->count; i++)
        if (rt_future_cancel(RT_FUTURE(children->items[i]), message)) taken = true;
    if (taken) self->cancel_requested = true;
    return taken;
}

/* ---- the two objects ---- */

static void watcher_dealloc(rt_object *self)
{
    RT_RELEASE((rt_value)((watcher *)self)->outer);
    rt_free(self, sizeof(watcher));
}

static void watcher_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit((rt_value)((watcher *)self)->outer, context);
}

static rt_type watcher_type = {
    .head = RT_TYPE_HEAD,
    .name = "gather_watcher",
    .size = sizeof(watcher),
    .dealloc = watcher_dealloc,
    .traverse = watcher_traverse,
};

static void gathering_dealloc(rt_object *self)
{
    rt_value children = ((gathering *)self)->children;

    rt_future_report_unretrieved((rt_future *)self);
    rt_future_release((rt_future *)self);
    rt_free(self, sizeof(gathering));
    RT_RELEASE_OPT(children);
}

static void gathering_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_future_traverse(self, visit, context);
    if (((gathering *)self)->children) visit(((gathering *)self)->children, context);
}

rt_type rt_gathering_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncio.tasks._GatheringFuture",
    .size = sizeof(gathering),
    .flags = RT_TYPE_FINAL,
    .base = &rt_custom_future_type,
    .dealloc = gathering_dealloc,
    .traverse = gathering_traverse,
    .clear = rt_future_clear,
    .finalize = rt_future_collect,
};

/* Consumes the children. */
static gathering *new_gathering(rt_loop *loop, rt_value children)
{
    gathering *outer = rt_object_new(&rt_gathering_type, sizeof *outer);

    rt_future_init(&outer->base.future, loop);
    outer->base.cancel = cancel_children;
    outer->children = children;
    return outer;
}

static watcher *new_watcher(gathering *outer, bool return_exceptions)
{
    watcher *self = rt_object_new(&watcher_type, sizeof *self);

    self->base.run = child_done;
    self->base.loop = outer->base.future.loop;
    self->base.name = "gather.<locals>._done_callback";
    self->outer = outer;
    RT_RETAIN((rt_value)outer);
    self->return_exceptions = return_exceptions;
    return self;
}

/* ---- gathering ---- */

/* The arguments and their futures, for those that may come twice. */
typedef struct known_futures {
    const rt_value *arguments;
    const rt_tuple *futures; /* of the first ones */
    rt_value index;          /* a dict of those looked at so far; 0 = nobody has asked yet */
    uint32_t indexed;
} known_futures;

/* The future of an argument that came before; borrowed; 0 = none, or raised. */
static rt_value find_known(known_futures *known, uint32_t count, rt_value argument)
{
    if (!known->index) known->index = rt_dict_new();
    if (!known->index) return 0;
    for (; known->indexed < count; known->indexed++)
        if (!rt_dict_store(known->index, known->arguments[known->indexed],
                           known->futures->items[known->indexed]))
            return 0;
    return rt_dict_find(known->index, argument);
}

/* Nobody has seen a coroutine before that has not been started: a task starts it. */
static bool is_fresh(rt_value argument)
{
    return RT_IS_COROUTINE(argument) && RT_CORO(argument)->status == RT_CORO_CREATED;
}

/* What the loop's factory makes may be anything. */
static void mark_quiet(rt_value task)
{
    if (RT_TYPE(task) == &rt_task_type) RT_TASK(task)->future.flags |= RT_TASK_QUIET_DESTROY;
}

/* The future of an argument, the one made before where the same argument came before. Owned. */
static rt_value future_of(known_futures *known, uint32_t i, rt_loop *loop, bool *is_new)
{
    rt_value argument = known->arguments[i], future;

    *is_new = rt_is_unstarted_task(argument);
    if (*is_new) {
        future = rt_task_start_on(loop, rt_retained(argument), 0);
        if (future) mark_quiet(future);
        return future;
    }
    if (!is_fresh(argument)) {
        future = find_known(known, i, argument);
        if (future) return rt_retained(future);
        if (RT_RAISED()) return 0;
    }
    future = rt_ensure_future(argument, loop);
    if (!future) return 0;
    if (future != argument) mark_quiet(future);
    *is_new = true;
    return future;
}

static rt_value gather_none(void)
{
    rt_loop *loop = rt_loop_current();
    rt_value list = loop ? rt_list_new(0) : 0;

    if (!list) return 0;
    rt_future *future = rt_future_new(loop);
    rt_future_finish(future, list);
    return (rt_value)future;
}

/* Are the arguments themselves what is waited for? */
static bool are_futures(const rt_loop *loop, const rt_value *arguments, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!rt_is_future(arguments[i])) return false;
    return !loop->task_factory;
}

/* Makes the futures of the arguments and has the watcher watch the new ones. */
static bool watch_all(gathering *outer, watcher *self, const rt_value *awaitables)
{
    rt_tuple *futures = RT_TUPLE(outer->children);
    bool own = futures->items != awaitables, fine = true, is_new;
    known_futures known = {.arguments = awaitables, .futures = futures};

    for (uint32_t i = 0; i < futures->count; i++) {
        rt_value future = fine ? future_of(&known, i, outer->base.future.loop, &is_new) : 0;
        fine = future != 0;
        if (own)
            futures->items[i] = fine ? future : RT_NONE;
        else
            RT_RELEASE_OPT(future);
        if (!fine || !is_new) continue;
        self->total++;
        rt_future_add_subject(RT_FUTURE(future), rt_observer_subject(&self->base));
    }
    RT_RELEASE_OPT(known.index);
    return fine;
}

/* `tuple`: that holds the arguments; 0 = none does. */
static rt_value gather(const rt_value *awaitables, uint32_t count, bool return_exceptions,
                       rt_value tuple)
{
    if (count == 0) return gather_none();
    bool has_loop = rt_is_future(awaitables[0]) && !rt_is_unstarted_task(awaitables[0]);
    rt_loop *loop = has_loop ? RT_FUTURE(awaitables[0])->loop : rt_loop_current();
    if (!loop) return 0;

    bool shares = tuple && are_futures(loop, awaitables, count);
    gathering *outer = new_gathering(loop, shares ? rt_retained(tuple) : rt_tuple_new(count));
    watcher *self = new_watcher(outer, return_exceptions);
    bool fine = watch_all(outer, self, awaitables);
    RT_RELEASE((rt_value)self);
    if (fine) return (rt_value)outer;
    outer->base.future.state =
        RT_FUTURE_CANCELLED; /* children that are done do not care any more */
    RT_RELEASE((rt_value)outer);
    return 0;
}

rt_value rt_gather(const rt_value *awaitables, uint32_t count, bool return_exceptions)
{
    return gather(awaitables, count, return_exceptions, 0);
}

rt_value rt_asyncio_gather(rt_value awaitables, rt_value return_exceptions)
{
    int truth = return_exceptions ? rt_truth(return_exceptions) : 0;

    if (truth < 0) return 0;
    return gather(RT_TUPLE(awaitables)->items, RT_TUPLE(awaitables)->count, truth, awaitables);
}
