/* thread_lock.c: the locks of the module _thread: lock and RLock.
 *
 * In: threads that acquire and release. Out: one of them has the lock at a time. A lock is a flag
 * under the runtime's own lock; who finds it set waits in line for the semaphore of its place, and
 * looks again when woken, since others may have come first. */
#include <errno.h>
#include <semaphore.h>
#include <time.h>

#include "sched/interrupt.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/float.h"

typedef struct waiter {
    struct waiter *next;
    sem_t woken;
} waiter;

typedef struct lock {
    rt_object head;
    bool locked;
    waiter *first; /* the one who came last has next NULL */
} lock;

typedef struct rlock {
    lock base;
    const rt_thread *owner; /* NULL = none */
    pthread_t owner_id;
    uint32_t count;
} rlock;

#define LOCK(v) ((lock *)(v))
#define RLOCK(v) ((rlock *)(v))

static const double longest_wait = 9223372036.0; /* TIMEOUT_MAX */

/* ---- waiting in line ---- */

static struct timespec deadline_after(double seconds)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += (time_t)seconds;
    until.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    return until;
}

static void join_line(lock *self, waiter *place)
{
    waiter **end = &self->first;

    while (*end) end = &(*end)->next;
    *end = place;
}

static void leave_line(lock *self, waiter *place)
{
    waiter **link = &self->first;

    while (*link != place) link = &(*link)->next;
    *link = place->next;
}

/* 1 = woken, 0 = the time is up, -1 = an interrupt raised. */
static int wait_in_place(waiter *place, const struct timespec *until)
{
    rt_pause pause;
    int result, error;

    do {
        rt_pause_begin(&pause);
        result =
            until ? sem_clockwait(&place->woken, CLOCK_MONOTONIC, until) : sem_wait(&place->woken);
        error = errno;
        rt_pause_end(&pause);
        if (result < 0 && error == EINTR && !rt_interrupt_check()) return -1;
    } while (result < 0 && error == EINTR);
    return result == 0;
}

/* timeout < 0: without end. 1 = acquired, 0 = not, -1 = raised. */
static int acquire(lock *self, double timeout)
{
    struct timespec until = {0};
    waiter place = {0};
    int result = 1;

    if (!self->locked) return self->locked = true;
    if (timeout == 0) return 0;
    if (timeout > 0) until = deadline_after(timeout);
    sem_init(&place.woken, 0, 0);
    join_line(self, &place);
    while (result > 0 && self->locked) result = wait_in_place(&place, timeout > 0 ? &until : NULL);
    leave_line(self, &place);
    sem_destroy(&place.woken);
    if (result > 0)
        self->locked = true;
    else if (!self->locked && self->first)
        sem_post(&self->first->woken); /* it was our turn */
    return result;
}

static void release(lock *self)
{
    self->locked = false;
    if (self->first) sem_post(&self->first->woken);
}

/* acquire(blocking, timeout) of the program: what `acquire` takes. False: raised. */
static bool wait_length(rt_value blocking, rt_value timeout, double *seconds)
{
    int blocks = blocking ? rt_truth(blocking) : 1;

    *seconds = -1;
    if (blocks < 0 || (timeout && !rt_seconds(timeout, seconds))) return false;
    if (!blocks && *seconds != -1)
        rt_raise_format(&rt_exc_ValueError, "can't specify a timeout for a non-blocking call");
    else if (*seconds < 0 && *seconds != -1)
        rt_raise_format(&rt_exc_ValueError, "timeout value must be positive");
    else if (*seconds > longest_wait)
        rt_raise_format(&rt_exc_OverflowError, "timeout value is too large");
    else {
        if (!blocks) *seconds = 0;
        return true;
    }
    return false;
}

/* ---- lock ---- */

rt_value rt_thread_allocate_lock(void)
{
    return (rt_value)rt_object_new(&rt_lock_type, sizeof(lock));
}

rt_value rt_lock_acquire(rt_value self, rt_value blocking, rt_value timeout)
{
    double seconds;

    if (!wait_length(blocking, timeout, &seconds)) return 0;
    int acquired = acquire(LOCK(self), seconds);
    return acquired < 0 ? 0 : RT_BOOL(acquired);
}

rt_value rt_lock_enter(rt_value self)
{
    return rt_lock_acquire(self, 0, 0);
}

rt_value rt_lock_release(rt_value self)
{
    if (!LOCK(self)->locked) return rt_raise_format(&rt_exc_RuntimeError, "release unlocked lock");
    release(LOCK(self));
    return RT_NONE;
}

rt_value rt_lock_exit(rt_value self, rt_value args)
{
    (void)args;
    return rt_lock_release(self);
}

rt_value rt_lock_locked(rt_value self)
{
    return RT_BOOL(LOCK(self)->locked);
}

static rt_value lock_repr(rt_value self)
{
    return rt_str_format("<%s %s object at %p>", LOCK(self)->locked ? "locked" : "unlocked",
                         RT_TYPE(self)->name, (void *)self);
}

static rt_value lock_construct(rt_type *cls, const rt_args *args)
{
    (void)args;
    return rt_raise_format(&rt_exc_TypeError, "cannot create '%s' instances", cls->name);
}

static void lock_dealloc(rt_object *self)
{
    rt_free(self, self->type->size);
}

/* ---- RLock ---- */

static bool is_owned(const rlock *self)
{
    return self->owner == rt_thread_current() && self->count;
}

static void own(rlock *self, uint32_t count)
{
    self->owner = rt_thread_current();
    self->owner_id = pthread_self();
    self->count = count;
}

rt_value rt_rlock_acquire(rt_value self, rt_value blocking, rt_value timeout)
{
    double seconds;

    if (!wait_length(blocking, timeout, &seconds)) return 0;
    if (is_owned(RLOCK(self))) {
        RLOCK(self)->count++;
        return RT_TRUE;
    }
    int acquired = acquire(LOCK(self), seconds);
    if (acquired > 0) own(RLOCK(self), 1);
    return acquired < 0 ? 0 : RT_BOOL(acquired);
}

rt_value rt_rlock_enter(rt_value self)
{
    return rt_rlock_acquire(self, 0, 0);
}

rt_value rt_rlock_release(rt_value self)
{
    if (!is_owned(RLOCK(self)))
        return rt_raise_format(&rt_exc_RuntimeError, "cannot release un-acquired lock");
    if (--RLOCK(self)->count == 0) {
        RLOCK(self)->owner = NULL;
        release(LOCK(self));
    }
    return RT_NONE;
}

rt_value rt_rlock_exit(rt_value self, rt_value args)
{
    (void)args;
    return rt_rlock_release(self);
}

/* For Condition, which gives the lock up whole and takes it back as it was. */

rt_value rt_rlock_is_owned(rt_value self)
{
    return RT_BOOL(is_owned(RLOCK(self)));
}

rt_value rt_rlock_release_save(rt_value self)
{
    uint32_t count = RLOCK(self)->count;

    if (!count) return rt_raise_format(&rt_exc_RuntimeError, "cannot release un-acquired lock");
    RLOCK(self)->count = 1;
    RLOCK(self)->owner = rt_thread_current();
    return rt_rlock_release(self) ? RT_INT(count) : 0;
}

rt_value rt_rlock_acquire_restore(rt_value self, rt_value count)
{
    if (acquire(LOCK(self), -1) < 0) return 0;
    own(RLOCK(self), (uint32_t)RT_INT_VALUE(count));
    return RT_NONE;
}

static rt_value rlock_repr(rt_value self)
{
    rlock *lock = RLOCK(self);

    return rt_str_format("<%s %s object owner=%lld count=%u at %p>",
                         lock->base.locked ? "locked" : "unlocked", RT_TYPE(self)->name,
                         lock->count ? (long long)lock->owner_id : 0LL, lock->count, (void *)self);
}

static rt_value rlock_construct(rt_type *cls, const rt_args *args)
{
    (void)args;
    return (rt_value)rt_object_new(cls, cls->size);
}

/* ---- the types ---- */

static const rt_native_def lock_methods[] = {
#include "lib/lock.def"
    {0},
};

static const rt_native_def rlock_methods[] = {
#include "lib/rlock.def"
    {0},
};

rt_type rt_lock_type = {
    .head = RT_TYPE_HEAD,
    .name = "_thread.lock",
    .size = sizeof(lock),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = lock_dealloc,
    .construct = lock_construct,
    .repr = lock_repr,
    .methods = lock_methods,
};

rt_type rt_rlock_type = {
    .head = RT_TYPE_HEAD,
    .name = "_thread.RLock",
    .size = sizeof(rlock),
    .base = &rt_object_type,
    .dealloc = lock_dealloc,
    .construct = rlock_construct,
    .repr = rlock_repr,
    .methods = rlock_methods,
};
