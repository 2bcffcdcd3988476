/* sleep.c: asyncio.sleep.
 *
 * In: a delay in seconds and a result. Out: the result, after one turn of the loop (delay <= 0) or
 * after the time. The timer is an entry of the loop's heap for the task itself. */
#include "aio/aio.h"

#include "sched/frame.h"
#include "sched/loop_policy.h"

typedef struct sleep_frame {
    rt_frame head;
    rt_value delay, result;
} sleep_frame;
_Static_assert(sizeof(sleep_frame) <= sizeof(struct rt_sleep_frame),
               "fits in what generated code embeds");

enum { SLEEP_NEW, SLEEP_WAITS };

static const rt_slot sleep_slots[] = {
    {"delay", offsetof(sleep_frame, delay), RT_SLOT_VALUE, 0},
    {"result", offsetof(sleep_frame, result), RT_SLOT_VALUE, 0},
};
static const uint16_t live[] = {0, 1};
static const rt_suspend_point sleep_points[] = {
    [SLEEP_NEW] = {.live = live, .live_count = 2},
    [SLEEP_WAITS] = {.live = live, .live_count = 2},
};

const rt_code rt_sleep_code = {
    .name = "sleep",
    .qualname = "sleep",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = rt_sleep_resume,
    .frame_size = sizeof(sleep_frame),
    .slot_count = 2,
    .suspend_count = 2,
    .slots = sleep_slots,
    .suspend_points = sleep_points,
};

void rt_sleep_init(rt_frame *frame, rt_value delay, rt_value result)
{
    *(sleep_frame *)frame = (sleep_frame){
        .head = {.code = &rt_sleep_code}, .delay = delay, .result = result ? result : RT_NONE};
}

/* delay <= 0 is one turn of the loop, whatever kind of number it is. */
static rt_value wait(rt_frame *leaf, rt_value delay)
{
    int no_delay = rt_compare_truth(RT_LE, delay, RT_INT(0));
    double seconds;

    if (no_delay < 0) return 0;
    if (no_delay) return rt_suspend(leaf, RT_NONE);
    if (!rt_loop_running() || !rt_seconds(delay, &seconds)) return 0;
    return rt_suspend_until(leaf, rt_loop_time() + seconds);
}

rt_value rt_sleep_leaf(rt_frame *leaf, rt_value delay)
{
    if (RT_IS_INT(delay) && (int64_t)delay <= (int64_t)RT_INT(0)) return rt_suspend(leaf, RT_NONE);
    rt_value result = wait(leaf, delay);
    RT_RELEASE(delay);
    return result;
}

rt_value rt_sleep_resume(rt_frame *frame, rt_value input)
{
    sleep_frame *self = (sleep_frame *)frame;

    if (input && frame->state == SLEEP_NEW) {
        frame->state = SLEEP_WAITS;
        input = rt_sleep_leaf(frame, rt_retained(self->delay));
        if (input) return input;
    }
    rt_value result = input ? rt_retained(self->result) : 0;
    RT_RELEASE_OPT(input);
    rt_frame_clear(frame);
    return result;
}

rt_value rt_sleep_await(rt_frame *frame, rt_frame *parent, rt_value delay, rt_value result)
{
    rt_sleep_init(frame, delay, result);
    frame->parent = parent;
    return rt_sleep_resume(frame, RT_NONE);
}
