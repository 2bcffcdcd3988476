/* signals.c: the module _signal: handlers of the program for signals, called by the main thread or
 * posted to a loop.
 *
 * In: signals. Out: calls of handler(number, None) where the main thread next looks (interrupt.h),
 * or the handle of loop.add_signal_handler in its loop. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/context.h"
#include "sched/handle.h"
#include "sched/interrupt.h"
#include "sched/loop_policy.h"
#include "sched/threads.h"
#include "value/int.h"
#include "value/str.h"

enum { SIGNAL_COUNT = 65 };

static rt_value handlers[SIGNAL_COUNT];        /* callables; 0 = none */
static rt_handle *loop_handlers[SIGNAL_COUNT]; /* NULL = none */
static volatile sig_atomic_t arrived[SIGNAL_COUNT];

static void on_signal(int number)
{
    arrived[number] = 1;
    rt_interrupt_announce();
}

static void post_to_loop(int number)
{
    rt_handle *handle = loop_handlers[number];

    rt_loop_post(handle->loop, RT_SUBJECT(handle, RT_SUBJECT_HANDLE), 0);
}

static bool call_handler(int number)
{
    rt_value handler = rt_retained(handlers[number]);
    rt_value result = rt_call2(handler, RT_INT(number), RT_NONE);

    RT_RELEASE(handler);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static bool dispatch(void)
{
    for (int number = 1; number < SIGNAL_COUNT; number++) {
        if (!arrived[number]) continue;
        arrived[number] = 0;
        if (loop_handlers[number])
            post_to_loop(number);
        else if (handlers[number] && !call_handler(number))
            return false;
    }
    return true;
}

static void drop_handle(int number)
{
    rt_handle *handle = loop_handlers[number];

    loop_handlers[number] = NULL;
    if (handle) RT_RELEASE((rt_value)handle);
}

static void end(void)
{
    for (int number = 1; number < SIGNAL_COUNT; number++) {
        if (handlers[number] || loop_handlers[number]) signal(number, SIG_DFL);
        drop_handle(number);
        rt_store(&handlers[number], 0);
        arrived[number] = 0;
    }
}

/* What the system does where the program has no handler: for SIGINT, KeyboardInterrupt. */
static bool reset_signal(int number)
{
    if (number == SIGINT) return rt_interrupt_install();
    return signal(number, SIG_DFL) != SIG_ERR;
}

static void loop_closes(const rt_loop *loop)
{
    for (int number = 1; number < SIGNAL_COUNT; number++) {
        if (!loop_handlers[number] || loop_handlers[number]->loop != loop) continue;
        drop_handle(number);
        reset_signal(number);
    }
}

static const rt_signal_slots slots = {dispatch, loop_closes, end};

static bool number_of(rt_value v, int *out)
{
    int64_t number;

    if (!rt_is_int(v) || !rt_int_word(v, &number))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               v);
    *out = (int)number;
    if (number > 0 && number < SIGNAL_COUNT) return true;
    return rt_raise_format(&rt_exc_ValueError, "signal number out of range");
}

static bool catch_signal(int number)
{
    struct sigaction action = {.sa_handler = on_signal};

    rt_signals = &slots;
    return sigaction(number, &action, NULL) == 0;
}

/* set(number, how, callable or None): how is 0 for the system's default, 1 to ignore, 2 to call, 3
 * for KeyboardInterrupt. */
rt_value rt_signal_set(rt_value number_value, rt_value how_value, rt_value callable)
{
    int number, how;
    bool fine;

    if (!number_of(number_value, &number)) return 0;
    if (!rt_thread_is_main())
        return rt_raise_format(&rt_exc_ValueError,
                               "signal only works in main thread of the main interpreter");
    how = (int)RT_INT_VALUE(how_value);
    switch (how) {
    case 0: fine = signal(number, SIG_DFL) != SIG_ERR; break;
    case 1: fine = signal(number, SIG_IGN) != SIG_ERR; break;
    case 2: fine = catch_signal(number); break;
    default: fine = rt_interrupt_install();
    }
    if (!fine) return rt_raise_os_error(errno, 0);
    drop_handle(number);
    rt_store(&handlers[number], how == 2 ? rt_retained(callable) : 0);
    return rt_retained(RT_NONE);
}

/* ignored(number): does the system ignore it, as it did before the program began? */
rt_value rt_signal_ignored(rt_value number_value)
{
    struct sigaction action;
    int number;

    if (!number_of(number_value, &number)) return 0;
    return RT_BOOL(sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN);
}

/* ---- in a loop ---- */

rt_value rt_signal_watch(rt_value v, rt_value number_value, rt_value callback, rt_value args)
{
    rt_loop *loop = rt_loop_checked(v);
    int number;

    if (!loop || !number_of(number_value, &number) || !rt_loop_check_open(loop) ||
        !rt_wake_open(loop))
        return 0;
    if (!rt_thread_is_main())
        return rt_raise_format(&rt_exc_RuntimeError,
                               "set_wakeup_fd only works in main thread of the main interpreter");
    if (!catch_signal(number))
        return rt_raise_format(&rt_exc_RuntimeError, "sig %d cannot be caught", number);
    rt_value context = rt_context_copy();
    drop_handle(number);
    loop_handlers[number] = rt_handle_new(&rt_handle_type, loop, callback, args, context);
    RT_RELEASE_OPT(context);
    return rt_retained(RT_NONE);
}

/* Whether there was a handler. */
rt_value rt_signal_unwatch(rt_value number_value)
{
    int number;

    if (!number_of(number_value, &number)) return 0;
    if (!loop_handlers[number]) return rt_retained(RT_FALSE);
    drop_handle(number);
    if (!reset_signal(number)) return rt_raise_os_error(errno, 0);
    return rt_retained(RT_TRUE);
}

/* ---- sending and waiting ---- */

rt_value rt_signal_raise(rt_value number_value)
{
    int number;

    if (!number_of(number_value, &number)) return 0;
    if (raise(number)) return rt_raise_os_error(errno, 0);
    return rt_interrupt_check() ? rt_retained(RT_NONE) : 0;
}

rt_value rt_signal_alarm(rt_value seconds)
{
    int64_t number;

    if (!rt_is_int(seconds) || !rt_int_word(seconds, &number))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               seconds);
    return RT_INT(alarm((unsigned)number));
}

rt_value rt_signal_pause(void)
{
    rt_pause released;

    rt_pause_begin(&released);
    pause();
    rt_pause_end(&released);
    return rt_interrupt_check() ? rt_retained(RT_NONE) : 0;
}

rt_value rt_signal_text(rt_value number_value)
{
    int number;

    if (!number_of(number_value, &number)) return 0;
    return rt_str_c(strsignal(number));
}
