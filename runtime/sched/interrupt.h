/* interrupt.h: Ctrl-C while a loop runs: the first one cancels the main task, the next ones raise
 * KeyboardInterrupt out of the loop. */
#ifndef ASYNCC_SCHED_INTERRUPT_H
#define ASYNCC_SCHED_INTERRUPT_H

#include <signal.h>

#include "sched/task.h"

/* Set by the signal's handler; the loop looks at it once an iteration. */
extern volatile sig_atomic_t rt_interrupted;

/* From now on, interrupts are for this task (borrowed until unwatch). */
void rt_interrupt_watch(rt_task *task);
void rt_interrupt_unwatch(void);
uint32_t rt_interrupt_count(void); /* since watch */

/* Acts on what rt_interrupted says. False: KeyboardInterrupt is pending. */
bool rt_interrupt_take(void);

#endif
