/* clock.h: the clocks that programs and the loop read: the machine's, or virtual ones.
 *
 * Virtual time (ASYNCC_VIRTUAL_TIME=1, `asyncc run --virtual-time`) stands still while the program
 * computes. The loop moves it to the next timer when nothing is ready, time.sleep() by its length,
 * and each reading by a tick, so that a program that waits for the time to pass sees it pass; the
 * loop reads it in every turn, as asyncio's does. While
 * something outside the loop is at work (a thread, a child process), its pace is the machine's. */
#ifndef ASYNCC_SCHED_CLOCK_H
#define ASYNCC_SCHED_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#define RT_SECOND 1000000000LL /* in nanoseconds, which all clocks count */

extern bool rt_clock_is_virtual;

void rt_clock_init(void); /* looks at the environment */

int64_t rt_clock_monotonic(void); /* from an unspecified moment on; virtual time begins at 0 */
int64_t rt_clock_wall(void);      /* since 1970 */

/* Around what works outside the loop: in between, time flows. They nest. */
void rt_clock_hold(void);
void rt_clock_release(void);

/* Can the time be moved, in place of waiting? */
bool rt_clock_can_jump(void);
/* Moves it; only where it can be. */
void rt_clock_jump(int64_t nanoseconds);

#endif
