/* sys.h: the values of the module sys that are made when the module is asked for them, and what
 * start-up tells it. */
#ifndef ASYNCC_LIB_SYS_H
#define ASYNCC_LIB_SYS_H

#include "value/object.h"

void rt_sys_set_argv(int argc,
                     char **argv); /* kept as pointers: they live as long as the process */

/* All owned. */
rt_value rt_sys_argv(void);
rt_value rt_sys_executable(void);
rt_value rt_sys_path(void);
rt_value rt_sys_flags(void);
rt_value rt_sys_hash_info(void);
rt_value rt_sys_int_info(void);
rt_value rt_sys_float_info(void);
rt_value rt_sys_version_info(void);
rt_value rt_sys_stream(int descriptor);      /* what it is now */
rt_value rt_standard_stream(int descriptor); /* the original; borrowed */

#endif
