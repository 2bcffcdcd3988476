/* threads.h: threads, and the one lock under which they run the program and touch its data.
 *
 * The lock is taken only once a second thread exists. A thread keeps it until it pauses: around
 * calls that wait for the operating system, at the loop's turns, and where a function begins after
 * others have waited for a while. What belongs to a thread alone (rt_state, the running loop, the
 * context) is exchanged at a pause. */
#ifndef ASYNCC_SCHED_THREADS_H
#define ASYNCC_SCHED_THREADS_H

#include <pthread.h>

#include "sched/loop.h"

typedef struct rt_pause {
    rt_thread_state state;
    rt_loop *loop;
    rt_value context;
    bool released;
} rt_pause;

/* ---- threads */

typedef struct rt_thread {
    struct rt_thread *previous, *next; /* of those that run, the main thread first */
    void (*run)(void *argument);
    void *argument;
    rt_value locals;      /* a dict, what belongs to the thread; 0 = none yet; owned */
    rt_loop *policy_loop; /* set_event_loop; counted; NULL = none */
    bool policy_set;      /* by set_event_loop: no loop is made any more */
    bool waited_for;      /* the program ends after it */
} rt_thread;

/* Is there more than the main thread, or has there been? Only then does the lock count. */
extern bool rt_threads_several;

/* The thread that runs. */
rt_thread *rt_thread_current(void);
bool rt_thread_is_main(void);
/* Its dict; borrowed. 0 = raised. */
rt_value rt_thread_locals(void);
rt_thread *rt_threads_first(void);
rt_value rt_thread_name(void); /* as threading has it; owned; 0 = raised */

/* Starts a thread that runs run(argument) under the lock. `id` may be NULL: then it is detached,
 * else the caller joins it. `locals`: its dict (consumed), or 0. False: RuntimeError is pending. */
bool rt_thread_start(pthread_t *id, void (*run)(void *argument), void *argument, rt_value locals,
                     bool waited_for);

/* The program's end: threading's own function is called (0 = none; consumed), then it waits for
 * the threads that are waited for. The others never run again. */
void rt_threads_at_end(rt_value callable);
void rt_threads_finish(void);
void rt_threads_end(void); /* of the part sched */
/* In a child of fork(): the thread that called it is the only one. */
void rt_threads_forked(void);

/* ---- pauses */

/* Around a call that may wait: other threads run meanwhile. */
void rt_pause_begin(rt_pause *pause);
void rt_pause_end(const rt_pause *pause);

/* Lets others run, if any wait for the lock. */
void rt_thread_yield(void);

/* ---- waking a loop that waits (wake.c) */
void rt_wake(const rt_loop *loop); /* from any thread, and from signal handlers */
void rt_wake_wait(rt_loop *loop,
                  double timeout); /* until woken or the time is up; negative: without end */
bool rt_wake_open(rt_loop *loop);  /* before the first rt_wake; false: OSError is pending */
void rt_wake_close(rt_loop *loop);
void rt_wake_drain(const rt_loop *loop); /* takes the wake-ups that have come */

#endif
