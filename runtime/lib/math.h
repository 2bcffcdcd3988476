/* math.h: what the files of the module math share: its two errors. */
#ifndef ASYNCC_LIB_MATH_H
#define ASYNCC_LIB_MATH_H

#include "value/object.h"

rt_value rt_math_domain_error(void); /* ValueError; 0 */
rt_value rt_math_range_error(void);  /* OverflowError; 0 */

#endif
