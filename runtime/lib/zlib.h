/* zlib.h: what the rows of the module zlib need beside its functions. */
#ifndef ASYNCC_LIB_ZLIB_H
#define ASYNCC_LIB_ZLIB_H

#include "asyncc.h"

rt_value rt_zlib_version(void); /* a str */

#endif
