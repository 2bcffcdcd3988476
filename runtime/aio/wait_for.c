/* wait_for.c: asyncio.wait_for, as a coroutine of four phases.
 *
 * In: an awaitable and a timeout. Out: its result, or TimeoutError once it has really been
 * cancelled. The coroutine waits for a future of its own, the waiter, that either the deadline or
 * the end of the awaitable sets, so that both take as many turns of the loop as in asyncio. */
#include "aio/aio.h"
#include "exc/exception.h"
#include "sched/frame.h"
#include "sched/loop_policy.h"

typedef struct wait_for_frame {
    rt_frame head;
    rt_value awaitable; /* as given, then its future */
    rt_value timeout;
    rt_value waiter, observer;
    rt_value error; /* the CancelledError that is being handled, and to go on with */
} wait_for_frame;
_Static_assert(sizeof(wait_for_frame) <= sizeof(struct rt_wait_for_frame),
               "fits in what generated code embeds");

enum {
    WAIT_NEW,
    WAIT_PLAIN,     /* without a timeout */
    WAIT_BOTH,      /* for the awaitable or the deadline */
    WAIT_TIMED_OUT, /* for the cancelled awaitable; then TimeoutError */
    WAIT_CANCELLED, /* for the cancelled awaitable; then our own CancelledError */
};

static const rt_slot slots[] = {
    {"fut", offsetof(wait_for_frame, awaitable), RT_SLOT_VALUE, 0},
    {"timeout", offsetof(wait_for_frame, timeout), RT_SLOT_VALUE, 0},
    {"waiter", offsetof(wait_for_frame, waiter), RT_SLOT_VALUE, 0},
    {"observer", offsetof(wait_for_frame, observer), RT_SLOT_VALUE, 0},
    {"error", offsetof(wait_for_frame, error), RT_SLOT_VALUE, 0},
};
static const uint16_t live[] = {0, 1, 2, 3, 4};
static const rt_suspend_point points[] = {
    {.live = live, .live_count = 5}, {.live = live, .live_count = 5},
    {.live = live, .live_count = 5}, {.live = live, .live_count = 5},
    {.live = live, .live_count = 5},
};

const rt_code rt_wait_for_code = {
    .name = "wait_for",
    .qualname = "wait_for",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = rt_wait_for_resume,
    .frame_size = sizeof(wait_for_frame),
    .slot_count = 5,
    .suspend_count = 5,
    .slots = slots,
    .suspend_points = points,
};

void rt_wait_for_init(rt_frame *frame, rt_value awaitable, rt_value timeout)
{
    *(wait_for_frame *)frame = (wait_for_frame){
        .head = {.code = &rt_wait_for_code}, .awaitable = awaitable, .timeout = timeout};
}

rt_value rt_wait_for_await(rt_frame *frame, rt_frame *parent, rt_value awaitable, rt_value timeout)
{
    rt_wait_for_init(frame, awaitable, timeout);
    frame->parent = parent;
    return rt_wait_for_resume(frame, RT_NONE);
}

/* ---- observers ---- */

typedef struct releaser {
    rt_observer base;
    rt_value waiter;
} releaser;

static void release_waiter(rt_observer *self, rt_value done)
{
    rt_future *waiter = RT_FUTURE(((releaser *)self)->waiter);
    (void)done;
    if (!rt_future_done(waiter)) rt_future_finish(waiter, RT_NONE);
}

static void releaser_dealloc(rt_object *self)
{
    RT_RELEASE(((releaser *)self)->waiter);
    rt_free(self, sizeof(releaser));
}

static void releaser_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit(((releaser *)self)->waiter, context);
}

static rt_type releaser_type = {
    .head = RT_TYPE_HEAD,
    .name = "waiter_releaser",
    .size = sizeof(releaser),
    .dealloc = releaser_dealloc,
    .traverse = releaser_traverse,
};

rt_observer *rt_release_waiter_new(rt_loop *loop, rt_future *waiter)
{
    releaser *self = rt_object_new(&releaser_type, sizeof *self);

    self->base.run = release_waiter;
    self->base.loop = loop;
    self->base.name = "_release_waiter";
    self->waiter = rt_retained((rt_value)waiter);
    return &self->base;
}

/* ---- phases ---- */

static rt_future *future_of(wait_for_frame *self)
{
    return RT_FUTURE(self->awaitable);
}

/* Lets go of everything and returns `result` (0 = raised). */
static rt_value leave(wait_for_frame *self, rt_value result)
{
    if (self->waiter) rt_future_end_timer(RT_FUTURE(self->waiter));
    rt_frame_clear(&self->head);
    return result;
}

static rt_value leave_with_result(wait_for_frame *self)
{
    return leave(self, rt_future_result(future_of(self)));
}

/* The awaitable becomes its future. */
static bool make_future(wait_for_frame *self, rt_loop *loop)
{
    rt_value future = rt_ensure_future(self->awaitable, loop);

    if (!future) return false;
    RT_RELEASE(self->awaitable);
    self->awaitable = future;
    return true;
}

/* A new waiter that the end of the awaitable sets. */
static void watch(wait_for_frame *self, rt_loop *loop)
{
    self->waiter = (rt_value)rt_future_new(loop);
    self->observer = (rt_value)rt_release_waiter_new(loop, RT_FUTURE(self->waiter));
    rt_future_add_subject(future_of(self), rt_observer_subject((rt_observer *)self->observer));
}

static void unwatch(wait_for_frame *self)
{
    rt_future_remove_subject(future_of(self), rt_observer_subject((rt_observer *)self->observer));
    RT_RELEASE(self->observer);
    RT_RELEASE(self->waiter);
    self->observer = self->waiter = 0;
}

static rt_value suspend(wait_for_frame *self, uint32_t state)
{
    self->head.state = state;
    RT_FUTURE(self->waiter)->blocking = true;
    return rt_suspend(&self->head, self->waiter);
}

/* Cancels the awaitable and waits until it has ended. */
static rt_value cancel_and_wait(wait_for_frame *self, rt_loop *loop, uint32_t state)
{
    watch(self, loop);
    rt_future_cancel(future_of(self), 0);
    return suspend(self, state);
}

static rt_value start_plain(wait_for_frame *self)
{
    rt_value result = rt_await(&self->head, self->awaitable);

    if (result != RT_PENDING) return leave(self, result);
    self->head.state = WAIT_PLAIN;
    return RT_PENDING;
}

static rt_value start_elapsed(wait_for_frame *self, rt_loop *loop)
{
    if (!make_future(self, loop)) return leave(self, 0);
    if (rt_future_done(future_of(self))) return leave_with_result(self);
    return cancel_and_wait(self, loop, WAIT_TIMED_OUT);
}

static rt_value start(wait_for_frame *self)
{
    rt_loop *loop = rt_loop_running();
    double seconds;
    int elapsed;

    if (!loop) return leave(self, 0);
    if (self->timeout == RT_NONE) return start_plain(self);
    elapsed = rt_compare_truth(RT_LE, self->timeout, RT_INT(0));
    if (elapsed < 0) return leave(self, 0);
    if (elapsed) return start_elapsed(self, loop);
    if (!rt_seconds(self->timeout, &seconds) || !make_future(self, loop)) return leave(self, 0);
    watch(self, loop);
    rt_future_set_timer(RT_FUTURE(self->waiter), rt_loop_time() + seconds);
    return suspend(self, WAIT_BOTH);
}

/* We were cancelled, or closed, while waiting for both. */
static rt_value interrupted(wait_for_frame *self, rt_loop *loop)
{
    if (!rt_pending(&rt_exc_CancelledError)) return leave(self, 0);
    self->error = rt_catch();
    if (rt_future_done(future_of(self))) {
        rt_value outer = rt_enter_handler(self->error), result = rt_future_result(future_of(self));
        rt_leave_handler(outer);
        return leave(self, result);
    }
    rt_future_end_timer(RT_FUTURE(self->waiter));
    unwatch(self);
    return cancel_and_wait(self, loop, WAIT_CANCELLED);
}

static rt_value resume_both(wait_for_frame *self, rt_value input)
{
    rt_loop *loop = RT_FUTURE(self->waiter)->loop;

    if (!input) return interrupted(self, loop);
    RT_RELEASE(input);
    if (rt_future_done(future_of(self))) return leave_with_result(self);
    rt_future_end_timer(RT_FUTURE(self->waiter));
    unwatch(self);
    return cancel_and_wait(self, loop, WAIT_TIMED_OUT);
}

/* The cancelled awaitable has ended: by its cancellation, as a rule. */
static rt_value resume_timed_out(wait_for_frame *self, rt_value input)
{
    unwatch(self);
    if (!input) return leave(self, 0);
    RT_RELEASE(input);
    rt_value result = rt_future_result(future_of(self));
    if (!result && rt_pending(&rt_exc_CancelledError)) {
        rt_value cause = rt_catch();
        rt_raise((rt_value)&rt_exc_TimeoutError, cause);
        rt_store(&RT_EXCEPTION_OBJECT(rt_state.exc)->context, cause); /* where it was caught */
    }
    return leave(self, result);
}

static rt_value resume_cancelled(wait_for_frame *self, rt_value input)
{
    unwatch(self);
    if (input) {
        RT_RELEASE(input);
        rt_rethrow(self->error);
        self->error = 0;
    } else {
        rt_value outer = rt_enter_handler(self->error);
        rt_raise_pending_here();
        rt_leave_handler(outer);
    }
    return leave(self, 0);
}

rt_value rt_wait_for_resume(rt_frame *frame, rt_value input)
{
    wait_for_frame *self = (wait_for_frame *)frame;

    switch (frame->state) {
    case WAIT_NEW: return input ? start(self) : leave(self, 0);
    case WAIT_PLAIN: return leave(self, input);
    case WAIT_BOTH: return resume_both(self, input);
    case WAIT_TIMED_OUT: return resume_timed_out(self, input);
    default: return resume_cancelled(self, input);
    }
}
