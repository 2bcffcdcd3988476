/* loop.c: the ring of what is ready, one iteration of the loop, and running it.
 *
 * In: entries that tasks, futures, handles and timers post. Out: they run in the order of
 * posting; an iteration runs what was ready when it began, as asyncio's does. */
#include "sched/loop.h"

#include <math.h>

#include "exc/handled.h"
#include "report.h"
#include "sched/asyncgen.h"
#include "sched/clock.h"
#include "sched/context.h"
#include "sched/debug.h"
#include "sched/future.h"
#include "sched/handle.h"
#include "sched/interrupt.h"
#include "sched/log.h"
#include "sched/loop_timers.h"
#include "sched/report_request.h"
#include "sched/shuffle.h"
#include "sched/task.h"
#include "sched/task_report.h"
#include "sched/threads.h"

rt_loop *rt_running_loop;

/* ---- the ring ---- */

void rt_loop_grow(rt_loop *loop)
{
    uint32_t old = loop->ready_capacity, capacity = old ? 2 * old : 64;
    uintptr_t *ring = rt_alloc(capacity * sizeof *ring);

    for (uint32_t i = loop->ready_first; i != loop->ready_end; i++)
        ring[i & (capacity - 1)] = *rt_loop_ready_word(loop, i);
    if (loop->ready) rt_free(loop->ready, old * sizeof *ring);
    loop->ready = ring;
    loop->ready_capacity = capacity;
}

/* ---- waiting ---- */

/* A loop that watches descriptors asks in every turn, any other one only where it waits. */
static bool poll(rt_loop *loop, double timeout)
{
    if (loop->poller) return loop->poller_slots->poll(loop, timeout);
    if (timeout != 0) rt_wake_wait(loop, timeout);
    return true;
}

/* ---- one iteration ---- */

static const double clock_resolution = 1e-9;
static const double longest_wait = 24 * 3600;

/* How long the operating system may keep us: negative = until something happens. asyncio waits
 * whole milliseconds, so that timers which are less apart come due together. */
static double poll_timeout(const rt_loop *loop)
{
    if (rt_loop_has_ready(loop) || loop->stopping) return 0;
    if (!loop->timer_count) return -1;
    double left = loop->timers[0].when - rt_loop_time();
    if (left > longest_wait) return longest_wait;
    return left > 0 ? ceil((left - clock_resolution) * 1e3) * 1e-3 : 0;
}

/* No timer, no descriptor, no thread and no handler of a signal: who waits now waits for ever. */
static bool is_stuck(const rt_loop *loop)
{
    return loop->task_count && !loop->poller && !rt_signals && !rt_threads_first()->next;
}

static bool end_deadlock(const rt_loop *loop)
{
    rt_report_deadlock(loop);
    rt_raise_format(&rt_exc_RuntimeError, "deadlock: every task waits for another");
    return false;
}

/* Waits up to `timeout`, or moves virtual time on when the operating system has nothing. */
static bool wait_for_work(rt_loop *loop, double timeout)
{
    if (timeout < 0 && is_stuck(loop) && !rt_interrupted) return end_deadlock(loop);
    if (timeout <= 0 || !rt_clock_can_jump()) return poll(loop, timeout);
    if (!poll(loop, 0)) return false;
    if (!rt_loop_has_ready(loop) && !rt_interrupted)
        rt_clock_jump((int64_t)(timeout * (double)RT_SECOND));
    return true;
}

/* Where all that the turn before did was to hand data to readers, nothing that this process did can
 * have made a descriptor ready since the operating system was asked: it need not be asked again
 * before those who got the data have run. */
static bool can_skip_poll(rt_loop *loop)
{
    bool quiet =
        loop->quiet && loop->quiet == loop->turn && rt_loop_has_ready(loop) && !loop->writers;

    loop->quiet = 0;
    return quiet;
}

/* All that comes before what is ready runs: what has become ready meanwhile. */
static bool prepare_turn(rt_loop *loop)
{
    if (loop->timers_cancelled) rt_timers_drop_cancelled(loop);
    double timeout = poll_timeout(loop);

    if (!can_skip_poll(loop) && !wait_for_work(loop, timeout)) return false;
    if (timeout == 0) rt_thread_yield();
    if (RT_UNLIKELY(rt_interrupted) && !rt_interrupt_check()) return false;
    if (loop->timer_count || rt_clock_is_virtual)
        rt_timers_post_due(loop, rt_loop_time() + clock_resolution);
    if (RT_UNLIKELY(rt_shuffles)) rt_shuffle_ready(loop);
    return true;
}

/* There is work, and nothing else that prepare_turn would look at. */
static inline bool is_prepared(const rt_loop *loop)
{
    return rt_loop_has_ready(loop) && !loop->timer_count && !loop->poller && !rt_interrupted &&
           !rt_threads_several && !rt_clock_is_virtual && !rt_shuffles;
}

bool rt_loop_run_once(rt_loop *loop)
{
    return (is_prepared(loop) || prepare_turn(loop)) && rt_loop_run_ready(loop);
}

/* ---- running ---- */

bool rt_loop_check_open(const rt_loop *loop)
{
    if (!loop->closed) return true;
    rt_raise_format(&rt_exc_RuntimeError, "Event loop is closed");
    return false;
}

rt_value rt_loop_check_refused(rt_loop *loop, rt_value result)
{
    if (RT_LIKELY(!loop->refused)) return result;
    loop->refused = false;
    RT_RELEASE_OPT(result);
    rt_loop_check_open(loop);
    return 0;
}

static bool check_can_run(const rt_loop *loop)
{
    if (!rt_loop_check_open(loop)) return false;
    if (!loop->running && !rt_running_loop) return true;
    rt_raise_format(&rt_exc_RuntimeError,
                    loop->running ? "This event loop is already running"
                                  : "Cannot run the event loop while another loop is running");
    return false;
}

bool rt_loop_run_forever(rt_loop *loop)
{
    struct rt_task *outer_task = rt_state.task;
    bool went_on;

    if (!check_can_run(loop)) return false;
    if (!rt_thread_is_main() && !rt_wake_open(loop)) return false;
    rt_running_loop = loop;
    loop->running = true;
    loop->thread = rt_thread_current();
    rt_state.task = NULL;
    loop->head.refs++;
    rt_interrupt_loop_begins(loop);
    rt_handled_outside outside = rt_handled_enter();
    do went_on = rt_loop_run_once(loop);
    while (went_on && !loop->stopping);
    rt_handled_leave(outside);
    rt_interrupt_loop_ends(loop);
    rt_state.task = outer_task;
    rt_origin_coroutines = false;
    loop->stopping = loop->running = false;
    loop->thread = NULL;
    rt_running_loop = NULL;
    RT_RELEASE((rt_value)loop);
    return went_on;
}

/* Stops the loop when the future that run_until_complete waits for is done. */
static void stopper_run(rt_observer *self, rt_value future)
{
    rt_future *done = RT_FUTURE(future);
    bool interrupted = done->failed && (rt_is_instance_of(done->result, &rt_exc_SystemExit) ||
                                        rt_is_instance_of(done->result, &rt_exc_KeyboardInterrupt));

    done->unretrieved = false;
    if (!interrupted) self->loop->stopping = true;
}

static void stopper_dealloc(rt_object *self)
{
    rt_free(self, sizeof(rt_observer));
}

static rt_type stopper_type = {
    .head = RT_TYPE_HEAD,
    .name = "loop_stopper",
    .size = sizeof(rt_observer),
    .dealloc = stopper_dealloc,
};

static rt_observer *new_stopper(rt_loop *loop)
{
    rt_observer *stopper = rt_object_new(&stopper_type, sizeof *stopper);

    stopper->loop = loop;
    stopper->run = stopper_run;
    stopper->name = "_run_until_complete_cb";
    return stopper;
}

/* The end of run_until_complete: the future's result, whatever ended the loop. */
static rt_value completed_result(rt_future *future, bool went_on, bool own_task)
{
    if (!went_on) {
        if (own_task && future->failed) future->unretrieved = false;
        return 0;
    }
    if (!rt_future_done(future))
        return rt_raise_format(&rt_exc_RuntimeError, "Event loop stopped before Future completed.");
    return rt_future_result(future);
}

rt_value rt_loop_run_until_complete(rt_loop *loop, rt_value awaitable)
{
    if (!check_can_run(loop)) return 0;

    bool own_task = !rt_is_future(awaitable);
    rt_value v = rt_ensure_future(awaitable, loop);
    if (!v) return 0;
    rt_future *future = RT_FUTURE(v);
    rt_observer *stopper = new_stopper(loop);

    if (own_task) RT_TASK(v)->future.flags |= RT_TASK_QUIET_DESTROY;
    rt_future_add_subject(future, rt_observer_subject(stopper));
    bool went_on = rt_loop_run_forever(loop);
    rt_future_remove_subject(future, rt_observer_subject(stopper));
    rt_value result = completed_result(future, went_on, own_task);
    RT_RELEASE((rt_value)stopper);
    RT_RELEASE(v);
    return result;
}

/* ---- closing ---- */

static void drop_ready(rt_loop *loop)
{
    while (rt_loop_has_ready(loop)) {
        rt_ready entry = rt_loop_take_ready(loop);
        rt_ready_release(&entry);
    }
}

/* Tells the logger what nobody but a debugger wants to know (consumed); its failures
 * are nobody's. */
static void log_small(rt_log_place place, rt_value text)
{
    rt_log(RT_LOG_DEBUG, place, text, 0);
    rt_clear_pending();
}

bool rt_loop_close(rt_loop *loop)
{
    if (loop->running) {
        rt_raise_format(&rt_exc_RuntimeError, "Cannot close a running event loop");
        return false;
    }
    if (loop->closed) return true;
    if (loop->debug && rt_log_is_wanted())
        log_small((rt_log_place){"asyncio/base_events.py", "close", 676},
                  rt_str_format("Close %R", loop));
    loop->closed = true;
    rt_asyncgens_loop_closes(loop);
    if (loop->pool) loop->close_pool(loop);
    if (rt_signals) rt_signals->loop_closes(loop);
    if (loop->poller) loop->poller_slots->close(loop);
    drop_ready(loop);
    rt_timers_drop(loop);
    rt_wake_close(loop);
    return true;
}

static void report(FILE *out, const rt_loop *loop, int kind)
{
    if (kind == RT_REPORT_TABLE)
        rt_report_table(out, loop);
    else
        rt_report_tree(out, loop);
}

rt_loop *rt_loop_new(void)
{
    rt_loop *loop = rt_object_new(&rt_loop_type, sizeof(rt_loop));
    rt_report_loop = report;

    loop->slow_callback = 0.1;
    loop->debug = rt_debug_wanted();
    if (rt_log_is_wanted())
        log_small((rt_log_place){"asyncio/selector_events.py", "__init__", 54},
                  rt_str_c("Using selector: EpollSelector"));
    return loop;
}

static void loop_clear(rt_object *self)
{
    rt_loop *loop = (rt_loop *)self;
    rt_value handler = loop->exception_handler, factory = loop->task_factory,
             executor = loop->default_executor;

    loop->exception_handler = loop->task_factory = loop->default_executor = 0;
    drop_ready(loop);
    rt_timers_drop(loop);
    RT_RELEASE_OPT(handler);
    RT_RELEASE_OPT(factory);
    RT_RELEASE_OPT(executor);
}

void rt_loop_dealloc(rt_object *self)
{
    rt_loop *loop = (rt_loop *)self;

    loop->closed = true;
    rt_asyncgens_loop_closes(loop);
    if (loop->pool) loop->close_pool(loop);
    if (loop->poller) loop->poller_slots->close(loop);
    loop_clear(self);
    rt_wake_close(loop);
    if (loop->ready) rt_free(loop->ready, loop->ready_capacity * sizeof(uintptr_t));
    if (loop->timers) rt_free(loop->timers, loop->timer_capacity * sizeof(rt_timer));
    rt_free(self, sizeof *loop);
}

void rt_loop_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_loop *loop = (rt_loop *)self;

    for (uint32_t i = loop->ready_first; i != loop->ready_end; i++) {
        rt_subject subject = *rt_loop_ready_word(loop, i);
        visit((rt_value)RT_SUBJECT_OBJECT(subject), context);
        if (RT_SUBJECT_TAG(subject) < RT_SUBJECT_OBSERVER) continue;
        rt_value argument = *rt_loop_ready_word(loop, ++i);
        if (argument) visit(argument, context);
    }
    for (uint32_t i = 0; i < loop->timer_count; i++)
        if (loop->timers[i].target) visit((rt_value)loop->timers[i].target, context);
    if (loop->poller) loop->poller_slots->traverse(loop, visit, context);
    if (loop->exception_handler) visit(loop->exception_handler, context);
    if (loop->task_factory) visit(loop->task_factory, context);
    if (loop->default_executor) visit(loop->default_executor, context);
}

void rt_loop_clear(rt_object *self)
{
    loop_clear(self);
}
