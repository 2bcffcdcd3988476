/* sleep.c: asyncio.sleep.
 *
 * In: a delay in seconds and a result. Out: the result, after one turn of the loop (delay <= 0) or
 * after the time. The timer is an entry of the loop's heap for the future that the frame awaits. */
#include "aio/aio.h"

#include "sched/frame.h"
#include "sched/loop_policy.h"

typedef struct sleep_frame {
    rt_frame head;
    rt_value delay, result, future;
} sleep_frame;
_Static_assert(sizeof(sleep_frame) <= sizeof(struct rt_sleep_frame),
               "fits in what generated code embeds");

enum { SLEEP_NEW, SLEEP_TURN, SLEEP_TIME };

static const rt_slot sleep_slots[] = {
    {"delay", offsetof(sleep_frame, delay), RT_SLOT_VALUE, 0},
    {"result", offsetof(sleep_frame, result), RT_SLOT_VALUE, 0},
    {"future", offsetof(sleep_frame, future), RT_SLOT_VALUE, 1},
};
static const uint16_t new_live[] = {0, 1}, turn_live[] = {1}, time_live[] = {1, 2};
static const rt_suspend_point sleep_points[] = {
    [SLEEP_NEW] = {.live = new_live, .live_count = 2},
    [SLEEP_TURN] = {.live = turn_live, .live_count = 1},
    [SLEEP_TIME] = {.live = time_live, .live_count = 2},
};

const rt_code rt_sleep_code = {
    .name = "sleep",
    .qualname = "sleep",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = rt_sleep_resume,
    .frame_size = sizeof(sleep_frame),
    .slot_count = 3,
    .suspend_count = 3,
    .slots = sleep_slots,
    .suspend_points = sleep_points,
};

void rt_sleep_init(rt_frame *frame, rt_value delay, rt_value result)
{
    sleep_frame *self = (sleep_frame *)frame;

    self->head = (rt_frame){.code = &rt_sleep_code};
    self->delay = delay;
    self->result = result ? result : RT_NONE;
    self->future = 0;
}

/* delay <= 0, whatever kind of number it is; -1 = raised. */
static int is_no_delay(rt_value delay)
{
    return RT_IS_INT(delay) ? (int64_t)delay <= (int64_t)RT_INT(0)
                            : rt_compare_truth(RT_LE, delay, RT_INT(0));
}

/* The end by an exception. */
static rt_value give_up(sleep_frame *self)
{
    rt_frame_clear(&self->head);
    return 0;
}

/* One turn of the loop. With nothing to return, the frame that awaits is resumed itself. */
static rt_value wait_turn(sleep_frame *self)
{
    rt_frame *parent = self->head.parent;

    RT_RELEASE(self->delay);
    if (self->result == RT_NONE && parent && !self->head.flags) {
        self->head.state = RT_FRAME_DONE;
        return rt_suspend(parent, RT_NONE);
    }
    self->head.state = SLEEP_TURN;
    return rt_suspend(&self->head, RT_NONE);
}

static rt_value wait_time(sleep_frame *self)
{
    double seconds;
    rt_loop *loop = rt_loop_running();

    if (!loop || !rt_seconds(self->delay, &seconds)) return give_up(self);
    rt_future *future = rt_future_new(loop);
    rt_timer_add(loop, (rt_timed *)future, rt_loop_time() + seconds);
    future->blocking = true;
    RT_RELEASE(self->delay);
    self->future = (rt_value)future;
    self->head.state = SLEEP_TIME;
    return rt_suspend(&self->head, self->future);
}

static rt_value finish(sleep_frame *self, rt_value input)
{
    RT_RELEASE(input);
    self->head.state = RT_FRAME_DONE;
    return self->result;
}

rt_value rt_sleep_resume(rt_frame *frame, rt_value input)
{
    sleep_frame *self = (sleep_frame *)frame;
    int no_delay;

    switch (frame->state) {
    case SLEEP_NEW:
        no_delay = input ? is_no_delay(self->delay) : -1;
        if (no_delay < 0) return give_up(self);
        return no_delay ? wait_turn(self) : wait_time(self);
    case SLEEP_TIME:
        rt_timer_cancel(RT_FUTURE(self->future)->loop, (rt_timed *)self->future);
        if (!input) return give_up(self);
        RT_RELEASE(self->future);
        return finish(self, input);
    default: return input ? finish(self, input) : give_up(self);
    }
}
