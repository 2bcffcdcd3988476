/* threads.c: the lock of the runtime, and the threads that run under it.
 *
 * In: functions to run in threads, and threads that want to run. Out: one of them at a time, in the
 * order in which they asked, so that a loop which pauses for a moment really lets others run. Who
 * has waited for SWITCH_INTERVAL asks the running thread for a pause at its next call. */
#include "sched/threads.h"

#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "exc/exception.h"
#include "mem/collect.h"
#include "sched/context.h"
#include "sched/interrupt.h"

enum { STACK_SIZE = 64 << 20, SWITCH_INTERVAL = 5 * 1000 * 1000 /* nanoseconds */ };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turn;
static uint64_t next_ticket, serving; /* the lock is held by who has the ticket `serving` */
bool rt_threads_several;
static bool ending; /* nobody but the main thread runs any more */
static sem_t ended; /* one unit a thread that is waited for and has ended */

static rt_thread main_thread = {.waited_for = false};
static rt_thread *threads = &main_thread; /* those that run; changed under the lock */
static _Thread_local rt_thread *own;      /* NULL in the main thread */
static rt_value end_callable;

/* ---- the lock ---- */

static struct timespec after_interval(void)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += SWITCH_INTERVAL;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    return until;
}

static void lock(void)
{
    pthread_mutex_lock(&mutex);
    uint64_t ticket = next_ticket++;
    while (ticket != serving) {
        struct timespec until = after_interval();
        uint64_t seen = serving;
        int error = pthread_cond_timedwait(&turn, &mutex, &until);
        if (error == ETIMEDOUT && seen == serving) rt_want_attention();
    }
    pthread_mutex_unlock(&mutex);
}

static void unlock(void)
{
    pthread_mutex_lock(&mutex);
    serving++;
    pthread_cond_broadcast(&turn);
    pthread_mutex_unlock(&mutex);
}

/* ---- threads ---- */

rt_thread *rt_thread_current(void)
{
    return own ? own : &main_thread;
}

bool rt_thread_is_main(void)
{
    return !own;
}

rt_thread *rt_threads_first(void)
{
    return threads;
}

/* Stores `key`; consumes the value. What cannot be stored is not there. */
static void describe(rt_value locals, rt_value key, rt_value v)
{
    if (!v || !rt_dict_store(locals, key, v)) rt_clear_pending();
    RT_RELEASE_OPT(v);
}

static void identify(rt_value locals)
{
    describe(locals, RT_NAME("ident"), RT_INT((int64_t)pthread_self()));
    describe(locals, RT_NAME("native_id"), RT_INT(gettid()));
}

rt_value rt_thread_locals(void)
{
    rt_thread *thread = rt_thread_current();

    if (thread->locals) return thread->locals;
    thread->locals = rt_dict_new();
    identify(thread->locals);
    if (thread == &main_thread) describe(thread->locals, RT_NAME("name"), rt_str_c("MainThread"));
    return thread->locals;
}

/* Its locals' "name", or what their "thread", an object of threading, says. */
rt_value rt_thread_name(void)
{
    rt_value locals = rt_thread_locals();
    rt_value object = rt_dict_find(locals, RT_NAME("thread")),
             name = rt_dict_find(locals, RT_NAME("name"));

    if (object) return rt_getattr(object, RT_NAME("name"));
    return name ? rt_retained(name) : rt_str_c("Dummy-1");
}

static void enter(rt_thread *thread)
{
    own = thread;
    lock();
    rt_state = (rt_thread_state){.depth_limit = rt_recursion_limit};
    rt_running_loop = NULL;
    rt_context = 0;
}

/* What the thread kept goes, and may run the program once more. */
static void release_own(rt_thread *thread)
{
    rt_value locals = thread->locals;
    rt_loop *loop = thread->policy_loop;

    thread->locals = 0;
    thread->policy_loop = NULL;
    RT_RELEASE_OPT(locals);
    if (loop) RT_RELEASE((rt_value)loop);
    RT_RELEASE_OPT(rt_context);
    rt_context = 0;
}

static void init_turn(void)
{
    pthread_condattr_t attributes;

    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&turn, &attributes);
    pthread_condattr_destroy(&attributes);
}

/* Before the first thread is made, by the main thread: from now on, pauses release the lock. */
static void begin_several(void)
{
    if (rt_threads_several) return;
    init_turn();
    sem_init(&ended, 0, 0);
    rt_thread_locals();
    rt_threads_several = true;
    lock();
}

static void link_thread(rt_thread *thread)
{
    rt_thread *last = threads;

    while (last->next) last = last->next;
    last->next = thread;
    thread->previous = last;
}

static void unlink_thread(rt_thread *thread)
{
    thread->previous->next = thread->next;
    if (thread->next) thread->next->previous = thread->previous;
    rt_free(thread, sizeof *thread);
}

static void *thread_main(void *argument)
{
    rt_thread *thread = argument;

    enter(thread);
    if (thread->locals) identify(thread->locals);
    thread->run(thread->argument);
    release_own(thread);
    if (thread->waited_for) sem_post(&ended);
    unlink_thread(thread);
    unlock();
    return NULL;
}

/* Signals go to the main thread alone. */
static int create(pthread_t *id, rt_thread *thread, bool detached)
{
    pthread_attr_t attributes;
    sigset_t all, before;

    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    if (detached) pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    int error = pthread_create(id, &attributes, thread_main, thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return error;
}

bool rt_thread_start(pthread_t *id, void (*run)(void *argument), void *argument, rt_value locals,
                     bool waited_for)
{
    rt_thread *thread = rt_alloc(sizeof *thread);
    pthread_t nobody;

    *thread =
        (rt_thread){.run = run, .argument = argument, .locals = locals, .waited_for = waited_for};
    begin_several();
    link_thread(thread);
    if (create(id ? id : &nobody, thread, !id) == 0) return true;
    RT_RELEASE_OPT(locals);
    unlink_thread(thread);
    rt_raise_format(&rt_exc_RuntimeError, "can't start new thread");
    return false;
}

/* ---- pauses ---- */

void rt_pause_begin(rt_pause *pause)
{
    pause->released = rt_threads_several && !ending;
    if (!pause->released) return;
    pause->state = rt_state;
    rt_collect_hold += rt_state.task != NULL;
    pause->loop = rt_running_loop;
    pause->context = rt_context;
    unlock();
}

void rt_pause_end(const rt_pause *pause)
{
    if (!pause->released) return;
    lock();
    rt_state = pause->state;
    rt_running_loop = pause->loop;
    rt_context = pause->context;
    rt_collect_hold -= rt_state.task != NULL;
    rt_state.depth_limit = rt_recursion_limit;
    if (rt_interrupted && rt_thread_is_main()) rt_want_attention();
}

void rt_thread_yield(void)
{
    rt_pause pause;

    if (!rt_threads_several || serving + 1 == next_ticket) return;
    rt_pause_begin(&pause);
    rt_pause_end(&pause);
}

/* ---- the end ---- */

void rt_threads_at_end(rt_value callable)
{
    RT_RELEASE_OPT(end_callable);
    end_callable = callable;
}

void rt_threads_forked(void)
{
    rt_thread *current = rt_thread_current();

    main_thread.next = current == &main_thread ? NULL : current;
    current->next = NULL;
    if (current != &main_thread) current->previous = &main_thread;
    pthread_mutex_init(&mutex, NULL);
    init_turn(); /* those who waited in the parent would be waited for */
    next_ticket = serving + 1;
}

static bool any_waited_for(void)
{
    for (rt_thread *thread = threads; thread; thread = thread->next)
        if (thread->waited_for) return true;
    return false;
}

void rt_threads_finish(void)
{
    rt_value callable = end_callable;
    rt_pause pause;

    end_callable = 0;
    rt_value result = callable ? rt_call(callable, 0, NULL) : RT_NONE;
    if (!result) rt_unraisable("Exception ignored in", callable);
    RT_RELEASE_OPT(result);
    RT_RELEASE_OPT(callable);
    while (any_waited_for()) {
        rt_pause_begin(&pause);
        sem_wait(&ended);
        rt_pause_end(&pause);
    }
    ending = true;
}

void rt_threads_end(void)
{
    RT_RELEASE_OPT(end_callable);
    end_callable = 0;
    release_own(&main_thread);
    if (!rt_threads_several || main_thread.next)
        return; /* who still runs must never get the lock */
    unlock();
    rt_threads_several = false;
}
