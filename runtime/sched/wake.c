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

static int descriptor = -1;

bool rt_wake_open(void)
{
    if (descriptor >= 0) return true;
    descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (descriptor < 0) rt_raise_os_error(errno, 0);
    return descriptor >= 0;
}

void rt_wake_close(void)
{
    if (descriptor >= 0) close(descriptor);
    descriptor = -1;
}

void rt_wake(void)
{
    uint64_t one = 1;
    int before = errno;

    if (descriptor >= 0 && write(descriptor, &one, sizeof one) < 0) errno = before; /* full: it is awake anyway */
}

static void drain(void)
{
    uint64_t count;
    if (read(descriptor, &count, sizeof count) < 0) return; /* somebody else has */
}

void rt_wake_wait(double timeout)
{
    struct pollfd polled = {.fd = descriptor, .events = POLLIN};
    struct timespec span, *limit = NULL;
    rt_pause pause;

    if (timeout >= 0 && timeout < 1e9) {
        span.tv_sec = (time_t)timeout;
        span.tv_nsec = (long)((timeout - (double)span.tv_sec) * 1e9);
        limit = &span;
    }
    rt_pause_begin(&pause);
    int count = ppoll(&polled, descriptor >= 0, limit, NULL);
    rt_pause_end(&pause);
    if (count > 0) drain();
}
