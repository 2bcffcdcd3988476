/* running.h: asking a running program what its tasks wait for (asyncc ps, asyncc pstree). */
#ifndef ASYNCC_RUNNING_H
#define ASYNCC_RUNNING_H

#include <stdbool.h>

/* Prints the tasks of the process whose number is `text`, as a tree or as a table. Returns the exit
 * code; a process that is not a program of asyncc's is left alone. */
int running_show(const char *text, bool tree);

#endif
