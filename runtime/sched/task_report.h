/* task_report.h: what the program waits for, as text: at SIGQUIT, for `asyncc ps` and `asyncc
 * pstree`, and where nothing can ever wake it. */
#ifndef ASYNCC_SCHED_TASK_REPORT_H
#define ASYNCC_SCHED_TASK_REPORT_H

#include <stdio.h>

#include "sched/loop.h"

/* The tasks as a tree, each below who waits for it, with its frames and their lines. */
void rt_report_tree(FILE *out, const rt_loop *loop);
/* The tasks as a table: name, stack, who waits for it. */
void rt_report_table(FILE *out, const rt_loop *loop);

/* All tasks wait and nothing can wake one: the tree on stderr, and what waits in circles. */
void rt_report_deadlock(const rt_loop *loop);

#endif
