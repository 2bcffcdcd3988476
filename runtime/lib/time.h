/* time.h: the values of the module time that are made when the module is asked for them. All
 * owned. */
#ifndef ASYNCC_LIB_TIME_H
#define ASYNCC_LIB_TIME_H

#include "value/object.h"

rt_value rt_time_timezone(void);
rt_value rt_time_altzone(void);
rt_value rt_time_daylight(void);
rt_value rt_time_tzname(void);

#endif
