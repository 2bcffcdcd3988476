/* asyncgen.c: the type async_generator, and what runs its frame.
 *
 * In: objects made by rt_coro_new of async generator code. Out: iteration for `async for`, the
 * operations asend, athrow and aclose (their types stand in asyncgen_operation.c), and the table
 * of live generators that the loop's shutdown closes. */
#include "sched/asyncgen.h"

#include "exc/exception.h"
#include "exc/handled.h"
#include "sched/asyncgen_operation.h"
#include "sched/await.h"
#include "sched/loop.h"
#include "sched/task.h"
#include "value/arguments.h"

/* ---- the table of live generators ----
 * A generator is entered when it is first iterated while a loop runs. Its `extra` is its index. */

typedef struct live_entry {
    rt_coro *agen; /* not counted: it leaves the table when it is freed */
    rt_loop *loop; /* not counted; NULL = it is closed */
} live_entry;

static live_entry *live;
static uint32_t live_count, live_capacity;

static void live_enter(rt_coro *agen)
{
    if (live_count == live_capacity) {
        uint32_t capacity = live_capacity ? 2 * live_capacity : 8;
        live = rt_realloc(live, live_capacity * sizeof *live, capacity * sizeof *live);
        live_capacity = capacity;
    }
    agen->extra = RT_INT(live_count);
    live[live_count++] = (live_entry){agen, rt_running_loop};
}

/* Takes a generator out and tells its loop. False: it was not in. */
static bool live_leave(rt_coro *agen, rt_loop **loop)
{
    if (!agen->extra) return false;

    uint32_t index = RT_INT_VALUE(agen->extra);
    *loop = live[index].loop;
    live[index] = live[--live_count];
    live[index].agen->extra = RT_INT(index);
    agen->extra = 0;
    return true;
}

void rt_asyncgens_loop_closes(const rt_loop *loop)
{
    for (uint32_t i = 0; i < live_count; i++)
        if (live[i].loop == loop) live[i].loop = NULL;
}

rt_value rt_asyncgens_take(rt_loop *loop)
{
    rt_value list = rt_list_new(0);

    for (uint32_t i = 0; list && i < live_count; i++) {
        if (live[i].loop != loop) continue;
        if (!rt_list_push(list, rt_retained((rt_value)live[i].agen))) {
            RT_RELEASE(list);
            return 0;
        }
    }
    for (uint32_t i = live_count; i-- > 0;)
        if (live[i].loop == loop) live_leave(live[i].agen, &loop);
    return list;
}

void rt_end_asyncgens(void)
{
    if (live) rt_free(live, live_capacity * sizeof *live);
    live = NULL;
    live_count = live_capacity = 0;
}

/* ---- running the frame ---- */

void rt_asyncgen_first(rt_coro *agen)
{
    if (agen->flags & RT_AGEN_STARTED) return;
    agen->flags |= RT_AGEN_STARTED;
    if (rt_running_loop) live_enter(agen);
}

/* Until the operation is over, `handled` keeps what the awaiting frame handles, which is below what
 * the generator handles. */
static void enter_handled(rt_coro *agen, rt_value input)
{
    rt_value own = agen->handled,
             below = rt_state.handled && rt_state.handled != rt_state.handled_hidden
                         ? rt_state.handled
                         : rt_state.handled_below;

    RT_RETAIN_OPT(below);
    agen->handled = rt_handled_take();
    rt_state.handled = own;
    rt_state.handled_below = below;
    if (!input && own) rt_raise_pending_here();
}

rt_value rt_asyncgen_run(rt_frame *self, rt_coro *agen, rt_value input)
{
    agen->status = RT_CORO_AWAITED;
    agen->flags |= RT_AGEN_BUSY;
    agen->frame.parent = self;
    agen->frame.flags = RT_FRAME_OBJECT;
    bool counted = rt_frame_enter_below(&agen->frame, self, &input);
    enter_handled(agen, input);
    rt_value hidden = rt_state.handled_hidden;
    rt_state.handled_hidden = 0; /* what the consumer sees, the generator does */
    rt_value result = agen->frame.code->resume(&agen->frame, input);
    rt_state.handled_hidden = hidden;
    if (RT_LIKELY(counted)) RT_LEAVE();
    return result == RT_PENDING ? result : rt_asyncgen_left(agen, result);
}

static void mark_closed(rt_coro *agen)
{
    agen->flags |= RT_AGEN_CLOSED;
    rt_coro_mark_closed(agen);
}

static rt_value left_by_yield(rt_coro *agen, bool closing)
{
    agen->status = RT_CORO_SUSPENDED;
    if (!closing) return rt_state.yielded;
    RT_RELEASE(rt_state.yielded);
    return rt_raise_format(&rt_exc_RuntimeError, "async generator ignored GeneratorExit");
}

/* The body returned or raised: the end for a loop, success for an aclose. */
static rt_value left_by_end(rt_coro *agen, rt_value result, bool closing)
{
    mark_closed(agen);
    if (result) {
        RT_RELEASE(result);
        if (closing) return RT_NONE;
        rt_raise((rt_value)&rt_exc_StopAsyncIteration, 0);
        return 0;
    }
    if (!closing || !rt_pending(&rt_exc_GeneratorExit)) return 0;
    rt_clear_pending();
    return RT_NONE;
}

rt_value rt_asyncgen_left(rt_coro *agen, rt_value result)
{
    bool closing = agen->flags & RT_AGEN_CLOSING;
    rt_value inner = rt_state.handled, below = rt_state.handled_below;

    agen->flags &= ~(RT_AGEN_BUSY | RT_AGEN_CLOSING);
    agen->frame.parent = NULL;
    rt_state.handled = rt_state.handled_below = 0;
    rt_handled_put(agen->handled);
    agen->handled = inner; /* 0, unless it yielded inside an except block */
    RT_RELEASE_OPT(below);
    return result == RT_YIELD ? left_by_yield(agen, closing) : left_by_end(agen, result, closing);
}

rt_value rt_asyncgen_anext(rt_frame *self, rt_coro *agen)
{
    rt_asyncgen_first(agen);
    if (agen->flags & RT_AGEN_BUSY)
        return rt_raise_format(&rt_exc_RuntimeError,
                               "anext(): asynchronous generator is already running");
    if (agen->status == RT_CORO_CLOSED) {
        rt_raise((rt_value)&rt_exc_StopAsyncIteration, 0);
        return 0;
    }
    return rt_asyncgen_run(self, agen, RT_NONE);
}

/* ---- the type ---- */

static rt_value asyncgen_aiter(rt_value self)
{
    return rt_retained(self);
}

static rt_value asyncgen_anext(rt_value self)
{
    return rt_operation_new(RT_CORO(self), RT_OPERATION_ASEND, RT_NONE);
}

rt_value rt_asyncgen_aclose(rt_value agen)
{
    return rt_operation_new(RT_CORO(agen), RT_OPERATION_ACLOSE, RT_NONE);
}

rt_value rt_async_generator_asend(rt_value self, rt_value v)
{
    return rt_operation_new(RT_CORO(self), RT_OPERATION_ASEND, v);
}

rt_value rt_async_generator_athrow(rt_value self, rt_value type, rt_value value, rt_value traceback)
{
    rt_value items[3] = {type, value ? value : RT_NONE, traceback ? traceback : RT_NONE};
    for (int i = 0; i < 3; i++) RT_RETAIN(items[i]);
    rt_value thrown = rt_tuple_of(3, items);
    if (!thrown) return 0;
    rt_value operation = rt_operation_new(RT_CORO(self), RT_OPERATION_ATHROW, thrown);
    RT_RELEASE(thrown);
    return operation;
}

static rt_value get_running(rt_value self)
{
    return RT_BOOL(RT_CORO(self)->flags & RT_AGEN_BUSY);
}

/* The loop closes an abandoned generator in a task, since its end may await. */
typedef struct closer {
    rt_observer base;
    rt_value operation;
} closer;

static void closer_run(rt_observer *self, rt_value future)
{
    rt_value task = rt_task_of(((closer *)self)->base.loop, ((closer *)self)->operation, 0, 0);
    (void)future;
    if (task)
        RT_RELEASE(task);
    else
        rt_unraisable(NULL, ((closer *)self)->operation);
}

static void closer_dealloc(rt_object *self)
{
    RT_RELEASE(((closer *)self)->operation);
    rt_free(self, sizeof(closer));
}

static rt_type closer_type = {
    .head = RT_TYPE_HEAD,
    .name = "asyncgen_closer",
    .size = sizeof(closer),
    .dealloc = closer_dealloc,
};

static void close_in_task(rt_coro *agen, rt_loop *loop)
{
    closer *self = rt_object_new(&closer_type, sizeof *self);

    self->base.run = closer_run;
    self->base.loop = loop;
    agen->head.refs++;
    self->operation = rt_asyncgen_aclose((rt_value)agen);
    agen->head.refs--;
    rt_loop_post(loop, rt_observer_subject(&self->base), 0);
    RT_RELEASE((rt_value)self);
}

/* Where a loop has seen it, that closes it, and one that is closed does nothing. An aclose() that
 * the generator would not have is not asked for again: it is closed here. True: it lives on. */
static bool end_of_unfinished(rt_coro *agen)
{
    rt_loop *loop = NULL;
    bool known = live_leave(agen, &loop);

    if (agen->status > RT_CORO_SUSPENDED || agen->flags & RT_AGEN_ENDING) return false;
    agen->flags |= RT_AGEN_ENDING;
    if (!known || agen->flags & RT_AGEN_CLOSED) return rt_coro_finalize(agen);
    if (loop) close_in_task(agen, loop);
    return loop;
}

static void asyncgen_dealloc(rt_object *self)
{
    rt_coro *agen = (rt_coro *)self;

    if (end_of_unfinished(agen)) return;
    rt_frame_clear(&agen->frame);
    RT_RELEASE_OPT(agen->handled);
    rt_free(self, rt_coro_size(agen));
}

/* In a cycle of garbage: as in dealloc, where the loop can close it. */
static void asyncgen_collect(rt_object *self)
{
    end_of_unfinished((rt_coro *)self);
}

RT_METHODS(async_generator) = {
#include "lib/asyncgen.def"
    RT_METHODS_END};

static const rt_getset_def asyncgen_getsets[] = {
    {"__name__", rt_coro_name, NULL},       {"__qualname__", rt_coro_qualname, NULL},
    {"ag_running", get_running, NULL},      {"ag_frame", rt_coro_frame_object, NULL},
    {"ag_code", rt_coro_code_object, NULL}, {0},
};

rt_type rt_async_generator_type = {
    .head = RT_TYPE_HEAD,
    .name = "async_generator",
    .size = sizeof(rt_coro),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = asyncgen_dealloc,
    .traverse = rt_coro_traverse,
    .clear = rt_coro_clear,
    .finalize = asyncgen_collect,
    .repr = rt_coro_repr,
    .aiter = asyncgen_aiter,
    .anext = asyncgen_anext,
    .methods = rt_async_generator_methods,
    .getsets = asyncgen_getsets,
};
