/* clock.c: the machine's clocks, and virtual ones in their place.
 *
 * In: readings, jumps, and what holds time to the machine's pace. Out: nanoseconds. */
#include "sched/clock.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* So much does a reading of the virtual clock take. */
enum { TICK = 100 };

bool rt_clock_is_virtual;

static int64_t passed;     /* virtual time, but for what has flowed since `flows_from` */
static int64_t flows_from; /* on the machine's clock, while there are holds */
static int64_t wall_start; /* the machine's date when virtual time was 0 */
static uint32_t holds;

static int64_t machine(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return now.tv_sec * RT_SECOND + now.tv_nsec;
}

void rt_clock_init(void)
{
    const char *wish = getenv("ASYNCC_VIRTUAL_TIME");

    rt_clock_is_virtual = wish && *wish && strcmp(wish, "0") != 0;
    passed = 0;
    holds = 0;
    wall_start = machine(CLOCK_REALTIME);
}

int64_t rt_clock_monotonic(void)
{
    if (!rt_clock_is_virtual) return machine(CLOCK_MONOTONIC);
    passed += TICK;
    return holds ? passed + machine(CLOCK_MONOTONIC) - flows_from : passed;
}

int64_t rt_clock_wall(void)
{
    return rt_clock_is_virtual ? wall_start + rt_clock_monotonic() : machine(CLOCK_REALTIME);
}

void rt_clock_hold(void)
{
    if (holds++ == 0) flows_from = machine(CLOCK_MONOTONIC);
}

void rt_clock_release(void)
{
    if (--holds == 0) passed += machine(CLOCK_MONOTONIC) - flows_from;
}

bool rt_clock_can_jump(void)
{
    return rt_clock_is_virtual && !holds && passed < INT64_MAX / 2;
}

void rt_clock_jump(int64_t nanoseconds)
{
    passed += nanoseconds < INT64_MAX / 2 ? nanoseconds : INT64_MAX / 2;
}
