/* threads.c: the lock of the runtime.
 *
 * In: threads that want to run. Out: one of them at a time, in the order in which they asked, so
 * that a loop which pauses for a moment really lets others run. */
#include "sched/threads.h"

#include <pthread.h>

#include "mem/collect.h"
#include "sched/context.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turn = PTHREAD_COND_INITIALIZER;
static uint64_t next_ticket, serving; /* the lock is held by who has the ticket `serving` */
static bool several;

static void lock(void)
{
    pthread_mutex_lock(&mutex);
    uint64_t ticket = next_ticket++;
    while (ticket != serving) pthread_cond_wait(&turn, &mutex);
    pthread_mutex_unlock(&mutex);
}

static void unlock(void)
{
    pthread_mutex_lock(&mutex);
    serving++;
    pthread_cond_broadcast(&turn);
    pthread_mutex_unlock(&mutex);
}

void rt_threads_begin(void)
{
    if (several) return;
    several = true;
    lock();
}

void rt_threads_end(void)
{
    if (!several) return;
    unlock();
    several = false;
}

void rt_thread_enter(void)
{
    lock();
    rt_state = (rt_thread_state){.depth_limit = rt_state.depth_limit};
    rt_running_loop = NULL;
    rt_context = 0;
}

void rt_thread_leave(void)
{
    RT_RELEASE_OPT(rt_context);
    rt_context = 0;
    unlock();
}

void rt_pause_begin(rt_pause *pause)
{
    pause->released = several;
    if (!several) return;
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
}
