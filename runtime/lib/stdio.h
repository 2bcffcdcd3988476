/* stdio.h: the standard streams as the program sees them. */
#ifndef ASYNCC_LIB_STDIO_H
#define ASYNCC_LIB_STDIO_H

#include "value/object.h"

/* What sys.stdin, sys.stdout or sys.stderr is now, by descriptor; borrowed. */
rt_value rt_current_stream(int descriptor);

void rt_init_stdio(void);
void rt_end_stdio(void);

#endif
