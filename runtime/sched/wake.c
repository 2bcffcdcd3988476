/* wake.c: the loop's wait, and what ends it early.
 *
 * In: a timeout; wake-ups from other threads and from signal handlers, through an event descriptor
 * that is opened when there can be any. Out: the wait is over. */
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/threads.h"

bool rt_wake_open(rt_loop *loop)
{
    if (loop->wake) return true;
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (descriptor < 0) rt_raise_os_error(errno, 0);
    loop->wake = descriptor + 1;
    return descriptor >= 0;
}

void rt_wake_close(rt_loop *loop)
{
    if (loop->wake) close(loop->wake - 1);
    loop->wake = 0;
}

void rt_wake(const rt_loop *loop)
{
    uint64_t one = 1;
    int before = errno;

    /* full: it is awake anyway */
    if (loop->wake && write(loop->wake - 1, &one, sizeof one) < 0) errno = before;
}

void rt_wake_drain(const rt_loop *loop)
{
    uint64_t count;
    if (read(loop->wake - 1, &count, sizeof count) < 0) return; /* somebody else has */
}

void rt_wake_wait(rt_loop *loop, double timeout)
{
    struct pollfd polled = {.fd = loop->wake - 1, .events = POLLIN};
    struct timespec span, *limit = NULL;
    rt_pause pause;

    if (timeout >= 0 && timeout < 1e9) {
        span.tv_sec = (time_t)timeout;
        span.tv_nsec = (long)((timeout - (double)span.tv_sec) * 1e9);
        limit = &span;
    }
    rt_pause_begin(&pause);
    int count = ppoll(&polled, loop->wake != 0, limit, NULL);
    rt_pause_end(&pause);
    if (count > 0) rt_wake_drain(loop);
}
