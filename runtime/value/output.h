/* output.h: the standard streams beneath print, sys.stdout and tracebacks. Writing and flushing as
 * such stand in object.h. */
#ifndef ASYNCC_VALUE_OUTPUT_H
#define ASYNCC_VALUE_OUTPUT_H

#include "value/object.h"

/* Writes all of it to a descriptor, however often that takes. False: errno tells why. */
bool rt_write_all(int descriptor, const char *text, size_t size);

/* The error number with which writing to standard output has failed since it was last asked for;
 * 0 = none. What could not be written is dropped. */
int rt_out_error(void);

/* While sys.stderr is something else, this writes to it: false where that fails. NULL = the
 * descriptor. */
extern bool (*rt_err_target)(const char *text, size_t size);

/* Whether each write goes out at once. */
void rt_out_unbuffered(bool unbuffered);

void rt_init_output(void);
void rt_end_output(void);

#endif
