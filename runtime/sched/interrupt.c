/* interrupt.c: SIGINT, and the moment at which other signals are handled.
 *
 * In: signals. Out: KeyboardInterrupt in the main thread, or a cancelled main task. The handler
 * only sets a flag, wakes the loop and asks for attention. A program stuck in a computation without
 * calls does not look at the flag: a second interrupt that finds the first one still waiting ends
 * the process as without a handler. */
#include "sched/interrupt.h"

#include "exc/exception.h"
#include "sched/report_request.h"
#include "sched/threads.h"

volatile sig_atomic_t rt_interrupted;
const rt_signal_slots *rt_signals;

static volatile sig_atomic_t interrupt_waits; /* for rt_interrupt_take */
/* The main task of asyncio.run, and how to cancel it. By a pointer: programs without tasks, which
 * have interrupts too, are linked without them. */
static rt_task *main_task;
static bool (*cancel_task)(rt_task *task);
static uint32_t count;
static rt_loop *volatile main_loop; /* which the main thread runs; NULL = none */
static bool handled;                /* the handler is ours */

void rt_interrupt_announce(void)
{
    rt_interrupted = 1;
    rt_want_attention();
    if (main_loop) rt_wake(main_loop);
}

static void on_interrupt(int number)
{
    if (interrupt_waits) {
        signal(number, SIG_DFL);
        raise(number);
    }
    interrupt_waits = 1;
    rt_interrupt_announce();
}

bool rt_interrupt_install(void)
{
    struct sigaction action = {.sa_handler = on_interrupt};

    handled = sigaction(SIGINT, &action, NULL) == 0;
    return handled;
}

static bool cancel(rt_task *task)
{
    if (rt_future_done(&task->future)) return false;
    rt_task_cancel(task, 0);
    return true;
}

void rt_interrupt_watch(rt_task *task)
{
    main_task = task;
    cancel_task = cancel;
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
    rt_report_answer(main_loop);
    if (rt_signals && !rt_signals->dispatch()) return false;
    if (!interrupt_waits) return true;
    interrupt_waits = 0;
    if (main_task && count++ == 0 && cancel_task(main_task)) return true;
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
    if (!rt_wake_open(loop)) rt_clear_pending();
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

void rt_give_way(void)
{
    rt_state.depth_limit = rt_recursion_limit;
    rt_thread_yield();
    if (rt_interrupted) rt_want_attention();
}

void rt_init_interrupts(void)
{
    struct sigaction before;

    rt_attend = attend;
    if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        rt_interrupt_install();
    rt_report_watch();
}

void rt_end_interrupts(void)
{
    if (rt_signals) rt_signals->end();
    rt_signals = NULL;
    if (handled) signal(SIGINT, SIG_DFL);
    rt_report_unwatch();
    handled = false;
    rt_interrupted = interrupt_waits = 0;
}
