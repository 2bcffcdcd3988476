/* interrupt.c: SIGINT.
 *
 * In: the signal. Out: KeyboardInterrupt in the main thread, or a cancelled main task. The handler
 * only sets a flag, wakes the loop and asks for attention. A program stuck in a computation without
 * calls does not look at the flag: a second interrupt that finds the first one still waiting ends
 * the process as without a handler. */
#include "sched/interrupt.h"

#include "exc/exception.h"
#include "sched/threads.h"

volatile sig_atomic_t rt_interrupted;

static rt_task *main_task;
static uint32_t count;
static rt_loop *volatile main_loop; /* which the main thread runs; NULL = none */
static bool handled;                /* the handler is ours */

static void on_interrupt(int number)
{
    if (rt_interrupted) {
        signal(number, SIG_DFL);
        raise(number);
    }
    rt_interrupted = 1;
    rt_want_attention();
    if (main_loop) rt_wake(main_loop);
}

void rt_interrupt_watch(rt_task *task)
{
    main_task = task;
    count = 0;
}

void rt_interrupt_unwatch(void)
{
    main_task = NULL;
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

bool rt_interrupt_check(void)
{
    return !rt_interrupted || !rt_thread_is_main() || rt_interrupt_take();
}

/* Without a descriptor to wake it by, the loop sees an interrupt at its next timer. */
void rt_interrupt_loop_begins(rt_loop *loop)
{
    if (!rt_thread_is_main()) return;
    if (handled && !rt_wake_open(loop)) rt_clear_pending();
    main_loop = loop;
}

void rt_interrupt_loop_ends(rt_loop *loop)
{
    if (main_loop == loop) main_loop = NULL;
}

static bool attend(void)
{
    rt_thread_yield();
    return rt_interrupt_check();
}

void rt_init_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_interrupt}, before;

    rt_attend = attend;
    handled = sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler == SIG_DFL &&
              sigaction(SIGINT, &action, NULL) == 0;
}

void rt_end_interrupts(void)
{
    if (handled) signal(SIGINT, SIG_DFL);
    handled = false;
    rt_interrupted = 0;
}
