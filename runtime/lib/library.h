/* library.h: what the program uses of the library, made ready when it starts. */
#ifndef ASYNCC_LIB_LIBRARY_H
#define ASYNCC_LIB_LIBRARY_H

#include "value/object.h"

/* Makes the objects of a program's rows (NULL, or ended by NULL) and readies its classes. */
void rt_library_start(rt_library_row *const *rows);

/* Puts an object (owned) into a variable of the runtime's that is released at exit; returns it. */
rt_value rt_library_keep(rt_value *slot, rt_value object);

/* Releases the objects of all rows and modules. */
void rt_library_end(void);

#endif
