/* atexit.h: the end of a program. */
#ifndef ASYNCC_LIB_ATEXIT_H
#define ASYNCC_LIB_ATEXIT_H

#include "value/object.h"

/* Called when the program is over (program.c); set once there is something to do, so that a
 * program that registers nothing is not linked with atexit.c. */
extern void (*rt_atexit_hook)(void);

#endif
