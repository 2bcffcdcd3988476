/* The scheduler through its C interface: frames written by hand in place of generated ones.
 *
 * The tests run inside rt_main, as the body of the main module, so that the runtime is as a program
 * finds it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "aio/aio.h"
#include "sched/coro.h"
#include "sched/handle.h"
#include "sched/loop_policy.h"
#include "sched/loop_timers.h"
#include "sched/task.h"
#include "value/list.h"

static const rt_source source = {"test.py", "", 0, "__main__"};

/* ---- what the frames note ---- */

static int noted[64];
static int note_count;

static void note(int what)
{
    if (note_count < 64) noted[note_count++] = what;
}

static void assert_noted(int count, const int *expected)
{
    assert_int_equal(note_count, count);
    for (int i = 0; i < count; i++) assert_int_equal(noted[i], expected[i]);
    note_count = 0;
}
#define ASSERT_NOTED(...)                                                                          \
    assert_noted(sizeof((int[]){__VA_ARGS__}) / sizeof(int), (int[]){__VA_ARGS__})

/* ---- async def ticker(id, turns): for _ in range(turns): note(id); await sleep(0) ---- */

typedef struct ticker_frame {
    rt_frame head;
    int id, turns;
    struct rt_sleep_frame sleep;
} ticker_frame;

static rt_value ticker_resume(rt_frame *frame, rt_value input)
{
    ticker_frame *self = (ticker_frame *)frame;

    if (frame->state == 1) goto resumed;
    if (!input) return 0;
    for (; self->turns > 0; self->turns--) {
        note(self->id);
        input = rt_sleep_await(&self->sleep.head, frame, RT_INT(0), 0);
        if (input == RT_PENDING) {
            frame->state = 1;
            return input;
        }
    resumed:
        if (!input) {
            note(-self->id);
            return 0;
        }
        RT_RELEASE(input);
    }
    return RT_INT(self->id);
}

static const rt_suspend_point no_slots[] = {{0}, {.child = offsetof(ticker_frame, sleep)}};
static const rt_code ticker_code = {
    .name = "ticker",
    .qualname = "ticker",
    .source = &source,
    .kind = RT_CODE_COROUTINE,
    .resume = ticker_resume,
    .frame_size = sizeof(ticker_frame),
    .suspend_count = 2,
    .suspend_points = no_slots,
};

static void ticker_init(rt_frame *frame, int id, int turns)
{
    ticker_frame *self = (ticker_frame *)frame;
    self->head = (rt_frame){.code = &ticker_code};
    self->id = id;
    self->turns = turns;
}

static rt_value ticker(int id, int turns)
{
    rt_value coro = rt_coro_new(&ticker_code);
    ticker_init(RT_CORO_FRAME(coro), id, turns);
    return coro;
}

static rt_value ticker_task(int id, int turns)
{
    rt_value task = rt_task_new(&ticker_code);
    ticker_init(rt_task_frame(task), id, turns);
    return rt_task_start(task, 0);
}

/* ---- async def waiter(awaitable): note(1); v = await awaitable; note(2); return v ---- */

typedef struct waiter_frame {
    rt_frame head;
    rt_value awaitable;
} waiter_frame;

static rt_value waiter_resume(rt_frame *frame, rt_value input)
{
    waiter_frame *self = (waiter_frame *)frame;

    if (frame->state == 0) {
        if (!input) {
            RT_RELEASE(self->awaitable);
            return 0;
        }
        note(1);
        input = rt_await(frame, self->awaitable);
        if (input == RT_PENDING) {
            frame->state = 1;
            return input;
        }
    }
    RT_RELEASE(self->awaitable);
    note(input ? 2 : 3);
    return input;
}

static const rt_slot waiter_slots[] = {
    {"awaitable", offsetof(waiter_frame, awaitable), RT_SLOT_VALUE, 0}};
static const uint16_t waiter_live[] = {0};
static const rt_suspend_point waiter_points[] = {{.live = waiter_live, .live_count = 1},
                                                 {.live = waiter_live, .live_count = 1}};
static const rt_code waiter_code = {
    .name = "waiter",
    .qualname = "waiter",
    .source = &source,
    .kind = RT_CODE_COROUTINE,
    .resume = waiter_resume,
    .frame_size = sizeof(waiter_frame),
    .slot_count = 1,
    .slots = waiter_slots,
    .suspend_count = 2,
    .suspend_points = waiter_points,
};

/* Consumes the awaitable. */
static rt_value waiter(rt_value awaitable)
{
    rt_value coro = rt_coro_new(&waiter_code);
    waiter_frame *self = (waiter_frame *)RT_CORO_FRAME(coro);
    self->head.code = &waiter_code;
    self->awaitable = awaitable;
    return coro;
}

/* ---- def counter(): yields 0, 1, 2, ... and notes its end ---- */

typedef struct counter_frame {
    rt_frame head;
    int next;
} counter_frame;

static rt_value counter_resume(rt_frame *frame, rt_value input)
{
    counter_frame *self = (counter_frame *)frame;

    if (!input) {
        note(99);
        return 0;
    }
    RT_RELEASE(input);
    frame->state = 1;
    if (self->next == 3) return RT_INT(42);
    rt_state.yielded = RT_INT(self->next++);
    return RT_YIELD;
}

static const rt_code counter_code = {
    .name = "counter",
    .qualname = "counter",
    .source = &source,
    .kind = RT_CODE_GENERATOR,
    .resume = counter_resume,
    .frame_size = sizeof(counter_frame),
    .suspend_count = 2,
    .suspend_points = no_slots,
};

/* ---- helpers ---- */

/* Runs a coroutine (consumed) as asyncio.run does. */
static rt_value run(rt_value coro)
{
    rt_value result = rt_asyncio_run(coro, 0);
    RT_RELEASE(coro);
    return result;
}

/* asyncio.run over gather of tasks made by `make`, since tasks need a running loop. */
typedef rt_value make_fn(void);
static make_fn *to_make;

static rt_value maker_resume(rt_frame *frame, rt_value input)
{
    waiter_frame *self = (waiter_frame *)frame;

    if (!input) {
        RT_RELEASE_OPT(self->awaitable);
        return 0;
    }
    if (frame->state == 0) {
        self->awaitable = to_make();
        if (!self->awaitable) return 0;
        input = rt_await(frame, self->awaitable);
        frame->state = 1;
        if (input == RT_PENDING) return input;
    }
    RT_RELEASE(self->awaitable);
    self->awaitable = 0;
    return input;
}

static const rt_code maker_code = {
    .name = "maker",
    .qualname = "maker",
    .source = &source,
    .kind = RT_CODE_COROUTINE,
    .resume = maker_resume,
    .frame_size = sizeof(waiter_frame),
    .slot_count = 1,
    .slots = waiter_slots,
    .suspend_count = 2,
    .suspend_points = waiter_points,
};

static rt_value run_made(make_fn *make)
{
    to_make = make;
    return run(rt_coro_new(&maker_code));
}

static void assert_raised(rt_type *type)
{
    assert_true(rt_pending(type));
    rt_clear_pending();
}

/* ---- tests ---- */

static void a_coroutine_runs_to_its_result(void **state)
{
    (void)state;
    assert_true(run(ticker(7, 2)) == RT_INT(7));
    ASSERT_NOTED(7, 7);
}

static rt_value two_tickers(void)
{
    rt_value tasks[] = {ticker_task(1, 3), ticker_task(2, 2)};
    rt_value both = rt_gather(tasks, 2, false);
    RT_RELEASE(tasks[0]);
    RT_RELEASE(tasks[1]);
    return both;
}

static void tasks_take_turns(void **state)
{
    (void)state;
    rt_value results = run_made(two_tickers);
    assert_true(RT_LIST(results)->items[0] == RT_INT(1));
    assert_true(RT_LIST(results)->items[1] == RT_INT(2));
    RT_RELEASE(results);
    ASSERT_NOTED(1, 2, 1, 2, 1);
}

static void awaiting_a_coroutine_object_joins_its_frame(void **state)
{
    (void)state;
    assert_true(run(waiter(waiter(ticker(5, 1)))) == RT_INT(5));
    ASSERT_NOTED(1, 1, 5, 2, 2);
}

static void a_coroutine_is_awaited_once(void **state)
{
    (void)state;
    rt_value inner = ticker(5, 0);
    assert_true(run(waiter(rt_retained(inner))) == RT_INT(5));
    assert_true(run(waiter(inner)) == 0);
    assert_raised(&rt_exc_RuntimeError);
}

static void awaiting_nonsense_is_a_type_error(void **state)
{
    (void)state;
    assert_true(run(waiter(RT_INT(3))) == 0);
    assert_raised(&rt_exc_TypeError);
    ASSERT_NOTED(1, 3);
}

/* ---- cancellation and timeouts ---- */

static rt_value cancelled_ticker(void)
{
    rt_value task = ticker_task(4, 1000);
    rt_task_cancel(RT_TASK(task), 0);
    return task;
}

static void a_cancelled_task_never_starts(void **state)
{
    (void)state;
    assert_true(run_made(cancelled_ticker) == 0);
    assert_raised(&rt_exc_CancelledError);
    assert_int_equal(note_count, 0);
}

static rt_value slow_sleep(void)
{
    rt_value coro = rt_coro_new(&rt_wait_for_code), inner = rt_coro_new(&rt_sleep_code);
    rt_sleep_init(RT_CORO_FRAME(inner), RT_INT(100), 0);
    rt_wait_for_init(RT_CORO_FRAME(coro), inner, rt_float_new(0.001));
    return coro;
}

static void wait_for_gives_up(void **state)
{
    (void)state;
    assert_true(run_made(slow_sleep) == 0);
    assert_raised(&rt_exc_TimeoutError);
}

/* ---- timers ---- */

static rt_value sleeper(double delay, int result)
{
    rt_value coro = rt_coro_new(&rt_sleep_code);
    rt_sleep_init(RT_CORO_FRAME(coro), rt_float_new(delay), RT_INT(result));
    return waiter(coro);
}

static rt_value two_sleepers(void)
{
    rt_value coros[] = {sleeper(0.004, 1), sleeper(0.001, 2)};
    rt_value both = rt_gather(coros, 2, false);
    RT_RELEASE(coros[0]);
    RT_RELEASE(coros[1]);
    return both;
}

static void results_come_in_the_order_of_the_arguments(void **state)
{
    (void)state;
    rt_value results = run_made(two_sleepers);
    assert_true(RT_LIST(results)->items[0] == RT_INT(1));
    assert_true(RT_LIST(results)->items[1] == RT_INT(2));
    RT_RELEASE(results);
    ASSERT_NOTED(1, 1, 2, 2);
}

static void timers_come_out_in_order(void **state)
{
    (void)state;
    rt_loop *loop = rt_loop_new();
    rt_future *futures[50];

    for (int i = 0; i < 50; i++) {
        futures[i] = rt_future_new(loop);
        rt_timer_add(loop, (rt_timed *)futures[i], (double)((i * 7) % 50) / 1e6);
    }
    rt_timer_cancel(loop, (rt_timed *)futures[0]);
    rt_timer_cancel(loop, (rt_timed *)futures[31]);
    double last = -1;
    int left = 48;
    for (rt_timers_drop_cancelled(loop); loop->timer_count;
         rt_timers_drop_cancelled(loop), left--) {
        assert_true(loop->timers[0].when > last);
        last = loop->timers[0].when;
        rt_timer_cancel(loop, loop->timers[0].target);
    }
    assert_int_equal(left, 0);
    for (int i = 0; i < 50; i++) RT_RELEASE((rt_value)futures[i]);
    RT_RELEASE((rt_value)loop);
}

/* ---- futures ---- */

static void a_future_is_set_once(void **state)
{
    (void)state;
    rt_loop *loop = rt_loop_new();
    rt_future *future = rt_future_new(loop);

    assert_true(rt_future_result(future) == 0);
    assert_raised(&rt_exc_InvalidStateError);
    rt_future_finish(future, RT_INT(1));
    assert_true(rt_future_result(future) == RT_INT(1));
    assert_true(rt_future_set_result_method((rt_value)future, RT_INT(2)) == 0);
    assert_raised(&rt_exc_InvalidStateError);
    assert_false(rt_future_cancel(future, 0));
    RT_RELEASE((rt_value)future);
    RT_RELEASE((rt_value)loop);
}

static void a_closed_loop_refuses(void **state)
{
    (void)state;
    rt_loop *loop = rt_loop_new();

    assert_true(rt_loop_close(loop));
    assert_false(rt_loop_run_forever(loop));
    assert_raised(&rt_exc_RuntimeError);
    RT_RELEASE((rt_value)loop);
}

/* ---- by hand ---- */

static void a_generator_is_driven_by_next(void **state)
{
    (void)state;
    rt_value generator = rt_coro_new(&counter_code);

    for (int i = 0; i < 3; i++) assert_true(rt_next(generator) == RT_INT(i));
    assert_true(rt_next(generator) == 0);
    assert_false(RT_RAISED());
    assert_true(rt_next(generator) == 0);
    RT_RELEASE(generator);
}

static void the_result_of_a_generator_is_in_stop_iteration(void **state)
{
    (void)state;
    rt_value generator = rt_coro_new(&counter_code);

    for (int i = 0; i < 3; i++) assert_true(rt_coro_send(generator, RT_NONE) == RT_INT(i));
    assert_true(rt_coro_send(generator, RT_NONE) == 0);
    assert_true(rt_pending(&rt_exc_StopIteration));
    assert_true(rt_take_stop_value() == RT_INT(42));
    RT_RELEASE(generator);
}

static void a_forgotten_generator_is_closed(void **state)
{
    (void)state;
    rt_value generator = rt_coro_new(&counter_code);

    assert_true(rt_next(generator) == RT_INT(0));
    RT_RELEASE(generator);
    ASSERT_NOTED(99);
}

static void a_coroutine_driven_by_hand_yields_its_future(void **state)
{
    (void)state;
    rt_loop *loop = rt_loop_new();
    rt_value future = (rt_value)rt_future_new(loop), coro = waiter(rt_retained(future));

    rt_value awaited = rt_coro_send(coro, RT_NONE);
    assert_true(awaited == future);
    RT_RELEASE(awaited);
    rt_future_finish(RT_FUTURE(future), RT_INT(8));
    assert_true(rt_coro_send(coro, RT_NONE) == 0);
    assert_true(rt_take_stop_value() == RT_INT(8));
    RT_RELEASE(coro);
    RT_RELEASE(future);
    RT_RELEASE((rt_value)loop);
    ASSERT_NOTED(1, 2);
}

static void closing_runs_the_end_of_a_coroutine(void **state)
{
    (void)state;
    rt_loop *loop = rt_loop_new();
    rt_value coro = waiter((rt_value)rt_future_new(loop));

    RT_RELEASE(rt_coro_send(coro, RT_NONE));
    assert_true(rt_coro_close(RT_CORO(coro)));
    ASSERT_NOTED(1, 3);
    RT_RELEASE(coro);
    RT_RELEASE((rt_value)loop);
}

/* ---- inside the runtime ---- */

static int forget_notes(void **state)
{
    (void)state;
    note_count = 0;
    return 0;
}

static int failures;

static rt_value main_body(const rt_value *cells, const rt_value *args)
{
    (void)cells, (void)args;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_coroutine_runs_to_its_result, forget_notes),
        cmocka_unit_test_setup(tasks_take_turns, forget_notes),
        cmocka_unit_test_setup(awaiting_a_coroutine_object_joins_its_frame, forget_notes),
        cmocka_unit_test_setup(a_coroutine_is_awaited_once, forget_notes),
        cmocka_unit_test_setup(awaiting_nonsense_is_a_type_error, forget_notes),
        cmocka_unit_test_setup(a_cancelled_task_never_starts, forget_notes),
        cmocka_unit_test_setup(wait_for_gives_up, forget_notes),
        cmocka_unit_test_setup(results_come_in_the_order_of_the_arguments, forget_notes),
        cmocka_unit_test_setup(timers_come_out_in_order, forget_notes),
        cmocka_unit_test_setup(a_future_is_set_once, forget_notes),
        cmocka_unit_test_setup(a_closed_loop_refuses, forget_notes),
        cmocka_unit_test_setup(a_generator_is_driven_by_next, forget_notes),
        cmocka_unit_test_setup(the_result_of_a_generator_is_in_stop_iteration, forget_notes),
        cmocka_unit_test_setup(a_forgotten_generator_is_closed, forget_notes),
        cmocka_unit_test_setup(a_coroutine_driven_by_hand_yields_its_future, forget_notes),
        cmocka_unit_test_setup(closing_runs_the_end_of_a_coroutine, forget_notes),
    };
    failures = cmocka_run_group_tests_name("sched", tests, NULL, NULL);
    return RT_NONE;
}

static const rt_code main_code = {
    .name = "<module>",
    .qualname = "<module>",
    .source = &source,
    .kind = RT_CODE_MODULE,
    .entry = main_body,
};

int main(int argc, char **argv)
{
    const rt_program program = {.main = &main_code};
    int exit_code = rt_main(argc, argv, &program);
    return failures ? failures : exit_code;
}
