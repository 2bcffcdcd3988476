/* report_request.h: being asked from outside what the program waits for.
 *
 * SIGQUIT: the tree of tasks goes to stderr, and the program goes on. Other processes ask as
 * report.h says. */
#ifndef ASYNCC_SCHED_REPORT_REQUEST_H
#define ASYNCC_SCHED_REPORT_REQUEST_H

#include <stdio.h>

#include "sched/loop.h"

/* From now on, requests are answered. The thread that calls is named RT_REPORT_THREAD. */
void rt_report_watch(void);
void rt_report_unwatch(void);

/* Writes what a loop's tasks wait for; `kind`: an rt_report_kind of report.h. Who makes a loop sets
 * it, so that programs without one are linked without tasks. */
extern void (*rt_report_loop)(FILE *out, const rt_loop *loop, int kind);

/* At a safe point: answers what has been asked for. `loop`: the one that runs, or NULL. */
void rt_report_answer(const rt_loop *loop);

#endif
