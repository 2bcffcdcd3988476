/* interrupt.c: SIGINT while asyncio.run runs.
 *
 * In: the signal. Out: a cancelled main task, or KeyboardInterrupt. The handler only sets a flag and
 * wakes the loop. A program stuck in a computation does not look at the flag: a
 * second interrupt that finds the first one still waiting ends the process as without a handler. */
#include "sched/interrupt.h"

#include "sched/threads.h"

volatile sig_atomic_t rt_interrupted;

static rt_task *main_task;
static uint32_t count;
static struct sigaction before;

static void on_interrupt(int number)
{
    if (rt_interrupted) {
        signal(number, SIG_DFL);
        raise(number);
    }
    rt_interrupted = 1;
    rt_wake();
}

void rt_interrupt_watch(rt_task *task)
{
    struct sigaction action = {.sa_handler = on_interrupt};

    main_task = task;
    count = 0;
    if (!rt_wake_open()) rt_clear_pending(); /* then an interrupt waits for the next timer */
    sigaction(SIGINT, NULL, &before);
    if (before.sa_handler == SIG_DFL) sigaction(SIGINT, &action, NULL);
}

void rt_interrupt_unwatch(void)
{
    main_task = NULL;
    sigaction(SIGINT, &before, NULL);
}

uint32_t rt_interrupt_count(void)
{
    return count;
}

bool rt_interrupt_take(void)
{
    rt_interrupted = 0;
    if (main_task && count++ == 0 && !rt_future_done(&main_task->future)) {
        rt_task_cancel(main_task, 0);
        return true;
    }
    rt_raise((rt_value)&rt_exc_KeyboardInterrupt, 0);
    return false;
}
