/* uncaught.h: the end of a program by an exception. */
#ifndef ASYNCC_EXC_UNCAUGHT_H
#define ASYNCC_EXC_UNCAUGHT_H

#include "value/object.h"

/* What a process ended by KeyboardInterrupt reports, and how CPython ends it: by the signal. */
#define RT_EXIT_INTERRUPTED 130

/* Takes the pending exception and reports it as CPython does; the exit code. */
int rt_report_uncaught(void);

#endif
