/* select.c: poll and epoll for programs that wait for descriptors themselves (the module
 * _select).
 *
 * In: descriptors and the events that are wanted. Out: those that are ready. A wait that a signal
 * ends early goes on after the signal's handler has run; other threads run meanwhile. */
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <sys/epoll.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "sched/interrupt.h"
#include "sched/loop.h"
#include "sched/threads.h"
#include "value/dict.h"
#include "value/int.h"
#include "value/list.h"
#include "value/tuple.h"

static bool number_of(rt_value v, int *out)
{
    int64_t number;

    if (!rt_is_int(v) || !rt_int_word(v, &number))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               v);
    *out = (int)number;
    return true;
}

/* ---- waiting */

typedef int wait_fn(void *context, int milliseconds);

/* How many are ready, after `seconds` at the latest (None: without end). -1: raised. */
static int wait_for(wait_fn *wait, void *context, rt_value seconds)
{
    double until = -1;
    rt_pause pause;

    if (seconds != RT_NONE) {
        if (!rt_seconds(seconds, &until)) return -1;
        until = rt_loop_time() + fmax(until, 0);
    }
    for (;;) {
        double left = until < 0 ? -1 : fmax(until - rt_loop_time(), 0);
        rt_pause_begin(&pause);
        int count = wait(context, left < 0 ? -1 : (int)fmin(ceil(left * 1e3), 1e9));
        int error = errno;
        rt_pause_end(&pause);
        if (count >= 0) return count;
        if (error != EINTR) {
            rt_raise_os_error(error, 0);
            return -1;
        }
        if (!rt_interrupt_check()) return -1;
    }
}

static bool push_ready(rt_value list, int fd, int events)
{
    return rt_list_push(list, rt_tuple_of(2, (rt_value[]){RT_INT(fd), RT_INT(events)}));
}

/* ---- poll */

typedef struct polling {
    struct pollfd *polled;
    uint32_t count;
} polling;

static int wait_polling(void *context, int milliseconds)
{
    const polling *p = context;
    return poll(p->polled, p->count, milliseconds);
}

static bool fill_polling(polling *p, rt_value wanted)
{
    rt_value key, item;
    uint32_t cursor = 0, i = 0;
    int events;

    while (rt_dict_iterate(wanted, &cursor, &key, &item)) {
        if (!number_of(key, &p->polled[i].fd) || !number_of(item, &events)) return false;
        p->polled[i++].events = (short)events;
    }
    return true;
}

/* poll({fd: events}, seconds or None): the ready ones as (fd, events), in the order of the dict. */
rt_value rt_select_poll(rt_value wanted, rt_value seconds)
{
    polling p = {.count = RT_DICT(wanted)->used};
    size_t size = (p.count + 1) * sizeof *p.polled;
    rt_value list = 0;

    p.polled = rt_alloc(size);
    memset(p.polled, 0, size);
    int ready = fill_polling(&p, wanted) ? wait_for(wait_polling, &p, seconds) : -1;
    if (ready >= 0) list = rt_list_new((uint32_t)ready);
    for (uint32_t i = 0; list && i < p.count; i++)
        if (p.polled[i].revents) push_ready(list, p.polled[i].fd, (uint16_t)p.polled[i].revents);
    rt_free(p.polled, size);
    return list;
}

/* ---- epoll */

rt_value rt_select_epoll_create(rt_value flags)
{
    int number;

    if (!number_of(flags, &number)) return 0;
    int descriptor = epoll_create1(number | EPOLL_CLOEXEC);
    return descriptor < 0 ? rt_raise_os_error(errno, 0) : RT_INT(descriptor);
}

/* operation: 1 = add, 2 = remove, 3 = change. */
rt_value rt_select_epoll_ctl(rt_value epfd, rt_value operation, rt_value fd, rt_value events)
{
    int set, what, descriptor;
    int64_t wanted;

    if (!number_of(epfd, &set) || !number_of(operation, &what) || !number_of(fd, &descriptor) ||
        !rt_to_i64(events, &wanted))
        return 0;
    struct epoll_event event = {.events = (uint32_t)wanted, .data.fd = descriptor};
    if (epoll_ctl(set, what, descriptor, &event) < 0) return rt_raise_os_error(errno, 0);
    return rt_retained(RT_NONE);
}

typedef struct epolling {
    struct epoll_event *events;
    int set, most;
} epolling;

static int wait_epolling(void *context, int milliseconds)
{
    const epolling *e = context;
    return epoll_wait(e->set, e->events, e->most, milliseconds);
}

rt_value rt_select_epoll_wait(rt_value epfd, rt_value seconds, rt_value most)
{
    epolling e = {0};
    rt_value list = 0;

    if (!number_of(epfd, &e.set) || !number_of(most, &e.most)) return 0;
    size_t size = (size_t)e.most * sizeof *e.events;
    e.events = rt_alloc(size);
    int ready = wait_for(wait_epolling, &e, seconds);
    if (ready >= 0) list = rt_list_new((uint32_t)ready);
    for (int i = 0; list && i < ready; i++)
        push_ready(list, e.events[i].data.fd, (int)e.events[i].events);
    rt_free(e.events, size);
    return list;
}

/* A descriptor, or that of an object with fileno(). */
rt_value rt_select_descriptor(rt_value file)
{
    int64_t number;

    if (rt_is_int(file)) {
        if (!rt_to_i64(file, &number)) return 0;
    } else {
        rt_value method = rt_try_getattr(file, RT_NAME("fileno"));
        if (!method) {
            rt_clear_pending();
            return rt_raise_format(&rt_exc_TypeError,
                                   "argument must be an int, or have a fileno() method.");
        }
        rt_value given = rt_call(method, 0, NULL);
        RT_RELEASE(method);
        bool fine = given && rt_is_int(given) && rt_to_i64(given, &number);
        RT_RELEASE_OPT(given);
        if (!fine)
            return RT_RAISED()
                       ? 0
                       : rt_raise_format(&rt_exc_TypeError, "fileno() returned a non-integer");
    }
    if (number < 0)
        return rt_raise_format(&rt_exc_ValueError,
                               "file descriptor cannot be a negative integer (%d)", (int)number);
    return RT_INT(number);
}
