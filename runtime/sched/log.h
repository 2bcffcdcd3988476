/* What asyncio's logger is told. */
#ifndef ASYNCC_SCHED_LOG_H
#define ASYNCC_SCHED_LOG_H

#include "asyncc.h"

typedef enum rt_log_level {
    RT_LOG_DEBUG = 10,
    RT_LOG_WARNING = 30,
    RT_LOG_ERROR = 40
} rt_log_level;

/* Where in CPython's asyncio the same is said, which formats can show. */
typedef struct rt_log_place {
    const char *file, *function;
    int line;
} rt_log_place;

/* Whether anybody wants to know of what is less than a warning. */
bool rt_log_is_wanted(void);

/* A text (consumed; 0 = raised) and an exception (borrowed; 0 = none) for the logger. Where the
 * program has no logging, they are printed on stderr, as by a logger that nobody has configured.
 * False: raised. */
bool rt_log(rt_log_level level, rt_log_place place, rt_value text, rt_value exception);

#endif
