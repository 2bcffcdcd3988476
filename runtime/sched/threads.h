/* threads.h: the one lock under which threads run the program and touch the runtime's data.
 *
 * It is taken only once a second thread exists. A thread keeps it until it pauses: around calls
 * that wait for the operating system, and at the loop's turns while other threads have work. What
 * belongs to a thread alone (rt_state, the running loop, the context) is exchanged at a pause. */
#ifndef ASYNCC_SCHED_THREADS_H
#define ASYNCC_SCHED_THREADS_H

#include "sched/loop.h"

typedef struct rt_pause {
    rt_thread_state state;
    rt_loop *loop;
    rt_value context;
    bool released;
} rt_pause;

/* Before the first thread is made: from now on, pauses release the lock. */
void rt_threads_begin(void);
void rt_threads_end(void);

/* A new thread takes the lock and starts with a state of its own; at its end it gives it back. */
void rt_thread_enter(void);
void rt_thread_leave(void);

/* Around a call that may wait: other threads run meanwhile. */
void rt_pause_begin(rt_pause *pause);
void rt_pause_end(const rt_pause *pause);

/* ---- waking a loop that waits (wake.c) */
void rt_wake(void);                /* from any thread, and from signal handlers */
void rt_wake_wait(double timeout); /* until woken or the time is up; negative: without end */
bool rt_wake_open(void);           /* before the first rt_wake; false: OSError is pending */
void rt_wake_close(void);

#endif
