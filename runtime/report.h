/* report.h: how a running program is asked for its tasks, from outside.
 *
 * Who asks sends RT_REPORT_SIGNAL with a number (sigqueue): a descriptor of its own, which the
 * program opens by way of /proc, times RT_REPORT_KINDS, plus what it wants. The report ends with a
 * NUL. That a process is such a program is told by the name of one of its threads. */
#ifndef ASYNCC_REPORT_H
#define ASYNCC_REPORT_H

#include <signal.h>

#define RT_REPORT_SIGNAL (SIGRTMIN + 12)
#define RT_REPORT_THREAD "asyncc-program"

enum { RT_REPORT_TREE, RT_REPORT_TABLE, RT_REPORT_KINDS };

#endif
