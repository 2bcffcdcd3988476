/* interrupt.h: Ctrl-C: KeyboardInterrupt in the main thread; but while asyncio.run runs, the first
 * one cancels the main task instead. */
#ifndef ASYNCC_SCHED_INTERRUPT_H
#define ASYNCC_SCHED_INTERRUPT_H

#include <signal.h>

#include "sched/task.h"

/* Set by the signal's handler. Who waits in the main thread, the loop at each iteration and the
 * next function that begins look at it. */
extern volatile sig_atomic_t rt_interrupted;

/* What io/ does about the signals that the program handles itself (io/signals.c); NULL = there are
 * none. */
typedef struct rt_signal_slots {
    bool (*dispatch)(void); /* calls the handlers of those that have come; false: raised */
    void (*loop_closes)(const rt_loop *loop); /* its handlers' signals are the system's again */
    void (*end)(void);
} rt_signal_slots;
extern const rt_signal_slots *rt_signals;

/* Of a signal handler: the main thread is to call rt_interrupt_take soon. */
void rt_interrupt_announce(void);
/* SIGINT is KeyboardInterrupt again. False: errno says why not. */
bool rt_interrupt_install(void);

/* From now on, interrupts are for this task (borrowed until unwatch). */
void rt_interrupt_watch(rt_task *task);
void rt_interrupt_unwatch(void);
uint32_t rt_interrupt_count(void); /* since watch */

/* Acts on what rt_interrupted says. False: KeyboardInterrupt is pending. */
bool rt_interrupt_take(void);
/* After a call that a signal may have ended early: the same, where it is the main thread's turn. */
bool rt_interrupt_check(void);

/* Around the run of a loop: an interrupt ends the wait of the main thread's one. */
void rt_interrupt_loop_begins(rt_loop *loop);
void rt_interrupt_loop_ends(rt_loop *loop);

void rt_init_interrupts(void);
void rt_end_interrupts(void);

#endif
