/* time.c: the module time: clocks, sleep, and calendar time through the C library. */
#include "lib/time.h"

#include <errno.h>
#include <math.h>
#include <time.h>

#include "exc/exception.h"
#include "sched/clock.h"
#include "sched/interrupt.h"
#include "sched/threads.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"
#include "value/struct_sequence.h"
#include "value/tuple.h"

/* ---- clocks */

static int64_t machine_ns(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * RT_SECOND + now.tv_nsec;
}

#define CLOCK(name, nanoseconds)                                                                   \
    rt_value rt_time_##name(void)                                                                  \
    {                                                                                              \
        return rt_float_new((double)(nanoseconds) / (double)RT_SECOND);                            \
    }                                                                                              \
    rt_value rt_time_##name##_ns(void)                                                             \
    {                                                                                              \
        return rt_int_new(nanoseconds);                                                            \
    }
CLOCK(time, rt_clock_wall())
CLOCK(monotonic, rt_clock_monotonic())
CLOCK(process_time, machine_ns(CLOCK_PROCESS_CPUTIME_ID))
CLOCK(thread_time, machine_ns(CLOCK_THREAD_CPUTIME_ID))

/* A clock by its number. Those that can be moved are the loop's. */
static bool read_clock(rt_value clock, int64_t *out)
{
    int64_t id;
    struct timespec now;
    if (!rt_to_i64(clock, &id)) return false;
    if (id == CLOCK_REALTIME || id == CLOCK_MONOTONIC) {
        *out = id == CLOCK_REALTIME ? rt_clock_wall() : rt_clock_monotonic();
        return true;
    }
    if (clock_gettime((clockid_t)id, &now) != 0) return rt_raise_os_error(errno, 0);
    *out = (int64_t)now.tv_sec * RT_SECOND + now.tv_nsec;
    return true;
}

rt_value rt_time_clock_gettime(rt_value clock)
{
    int64_t now;
    return read_clock(clock, &now) ? rt_float_new((double)now * 1e-9) : 0;
}

rt_value rt_time_clock_gettime_ns(rt_value clock)
{
    int64_t now;
    return read_clock(clock, &now) ? rt_int_new(now) : 0;
}

/* Seconds as a number: floats, and what has __index__. */
static bool seconds_argument(rt_value seconds, double *out)
{
    if (rt_is_instance_of(seconds, &rt_float_type)) return rt_to_double(seconds, out);
    rt_value number = rt_int_index(seconds);
    if (!number) return false;
    bool fine = rt_int_to_double(number, out);
    RT_RELEASE(number);
    return fine;
}

/* A sleep that a signal ends goes on until the deadline. False: an interrupt raised. */
static bool sleep_for(int64_t length)
{
    int64_t until = machine_ns(CLOCK_MONOTONIC) + length;
    struct timespec deadline = {until / RT_SECOND, until % RT_SECOND};
    int error;

    do {
        rt_pause pause;
        rt_pause_begin(&pause);
        error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL);
        rt_pause_end(&pause);
        if (error == EINTR && !rt_interrupt_check()) return false;
    } while (error == EINTR);
    return true;
}

rt_value rt_time_sleep(rt_value seconds)
{
    double length;
    if (!seconds_argument(seconds, &length)) return 0;
    if (isnan(length))
        return rt_raise_format(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    if (length < 0) return rt_raise_format(&rt_exc_ValueError, "sleep length must be non-negative");
    if (length > 9.2e9)
        return rt_raise_format(&rt_exc_OverflowError,
                               "timestamp too large to convert to C _PyTime_t");
    int64_t nanoseconds = (int64_t)ceil(length * (double)RT_SECOND);
    if (rt_clock_can_jump())
        rt_clock_jump(nanoseconds);
    else if (!sleep_for(nanoseconds))
        return 0;
    return rt_retained(RT_NONE);
}

/* ---- calendar time as struct_time */

static rt_value struct_time(const struct tm *tm)
{
    const int64_t numbers[RT_TIME_ITEMS] = {tm->tm_year + 1900LL,  tm->tm_mon + 1,  tm->tm_mday,
                                            tm->tm_hour,           tm->tm_min,      tm->tm_sec,
                                            (tm->tm_wday + 6) % 7, tm->tm_yday + 1, tm->tm_isdst};
    rt_value items[RT_TIME_NAMES];
    for (int i = 0; i < RT_TIME_ITEMS; i++) items[i] = RT_INT(numbers[i]);
    items[RT_TIME_ITEMS] = rt_str_c(tm->tm_zone);
    items[RT_TIME_ITEMS + 1] = RT_INT(tm->tm_gmtoff);
    return rt_struct_new(&rt_struct_time_type, items);
}

/* The time given in seconds, or now. */
static bool time_argument(rt_value seconds, time_t *out)
{
    if (!seconds || seconds == RT_NONE) {
        *out = (time_t)(rt_clock_wall() / RT_SECOND);
        return true;
    }
    double number;
    if (!seconds_argument(seconds, &number)) return false;
    if (isnan(number))
        return rt_raise_format(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    if (fabs(number) > 9.2e18)
        return rt_raise_format(&rt_exc_OverflowError, "timestamp out of range for platform time_t");
    *out = (time_t)floor(number);
    return true;
}

typedef struct tm *convert_fn(const time_t *seconds, struct tm *out);

static bool broken_down(rt_value seconds, convert_fn *convert, struct tm *tm)
{
    time_t when;
    if (!time_argument(seconds, &when)) return false;
    if (convert(&when, tm)) return true;
    return rt_raise_format(&rt_exc_OverflowError, "timestamp out of range for platform time_t");
}

rt_value rt_time_gmtime(rt_value seconds)
{
    struct tm tm;
    if (!broken_down(seconds, gmtime_r, &tm)) return 0;
    tm.tm_zone = "UTC";
    return struct_time(&tm);
}

rt_value rt_time_localtime(rt_value seconds)
{
    struct tm tm;
    return broken_down(seconds, localtime_r, &tm) ? struct_time(&tm) : 0;
}

/* The nine items of a time tuple; or the local time now. */
static bool tuple_argument(rt_value tuple, const char *function, struct tm *tm)
{
    if (!tuple) return broken_down(0, localtime_r, tm);
    if (!RT_IS_TUPLE(tuple))
        return rt_raise_format(&rt_exc_TypeError, "Tuple or struct_time argument required");
    if (RT_TUPLE(tuple)->count != RT_TIME_ITEMS)
        return rt_raise_format(&rt_exc_TypeError, "%s(): illegal time tuple argument", function);
    int64_t items[RT_TIME_ITEMS];
    for (int i = 0; i < RT_TIME_ITEMS; i++)
        if (!rt_to_i64(RT_TUPLE(tuple)->items[i], &items[i])) return false;
    *tm = (struct tm){.tm_year = (int)(items[0] - 1900),
                      .tm_mon = (int)items[1] - 1,
                      .tm_mday = (int)items[2],
                      .tm_hour = (int)items[3],
                      .tm_min = (int)items[4],
                      .tm_sec = (int)items[5],
                      .tm_wday = (int)(items[6] + 1) % 7,
                      .tm_yday = (int)items[7] - 1,
                      .tm_isdst = (int)items[8]};
    if (RT_TYPE(tuple) == &rt_struct_time_type &&
        RT_TUPLE(tuple)->items[RT_TIME_ITEMS] != RT_NONE) {
        size_t size;
        tm->tm_zone = rt_str_text(RT_TUPLE(tuple)->items[RT_TIME_ITEMS], &size);
        tm->tm_gmtoff = RT_INT_VALUE(RT_TUPLE(tuple)->items[RT_TIME_ITEMS + 1]);
    }
    return true;
}

rt_value rt_time_mktime(rt_value tuple)
{
    struct tm tm;
    if (!tuple_argument(tuple, "mktime", &tm)) return 0;
    tm.tm_wday = -1; /* stays so only where the conversion failed */
    time_t when = mktime(&tm);
    if (when == -1 && tm.tm_wday == -1)
        return rt_raise_format(&rt_exc_OverflowError, "mktime argument out of range");
    return rt_float_new((double)when);
}

/* ---- text */

/* Zero in the place of month, day and day of the year means the first, as in C-style tuples. */
static bool check_ranges(struct tm *tm)
{
    static const char *const names[] = {"month",  "day of month", "hour",
                                        "minute", "seconds",      "day of year"};
    if (tm->tm_mon == -1) tm->tm_mon = 0;
    if (tm->tm_mday == 0) tm->tm_mday = 1;
    if (tm->tm_yday == -1) tm->tm_yday = 0;
    const int values[] = {tm->tm_mon, tm->tm_mday - 1, tm->tm_hour,
                          tm->tm_min, tm->tm_sec,      tm->tm_yday};
    const int limits[] = {11, 30, 23, 59, 61, 365};
    for (int i = 0; i < 6; i++)
        if (values[i] < 0 || values[i] > limits[i])
            return rt_raise_format(&rt_exc_ValueError, "%s out of range", names[i]);
    return true;
}

rt_value rt_time_strftime(rt_value format, rt_value tuple)
{
    struct tm tm;
    if (!rt_is_str(format))
        return rt_raise_format(&rt_exc_TypeError, "strftime() argument 1 must be str, not %T",
                               format);
    if (!tuple_argument(tuple, "strftime", &tm) || !check_ranges(&tm)) return 0;
    size_t size, capacity = 256;
    const char *pattern = rt_str_text(format, &size);
    if (size == 0) return rt_str_empty();
    for (;; capacity *= 2) { /* 0 means "no room", or a text that is empty indeed */
        char *text = rt_alloc(capacity);
        size_t written = strftime(text, capacity, pattern, &tm);
        rt_value result = written || capacity >= size * 256 ? rt_str_new(text, written) : 0;
        rt_free(text, capacity);
        if (result) return result;
    }
}

static rt_value asctime_of(const struct tm *tm)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return rt_str_format("%s %s%3d %.2d:%.2d:%.2d %d", days[tm->tm_wday], months[tm->tm_mon],
                         tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec, tm->tm_year + 1900);
}

rt_value rt_time_asctime(rt_value tuple)
{
    struct tm tm;
    return tuple_argument(tuple, "asctime", &tm) && check_ranges(&tm) ? asctime_of(&tm) : 0;
}

rt_value rt_time_ctime(rt_value seconds)
{
    struct tm tm;
    return broken_down(seconds, localtime_r, &tm) ? asctime_of(&tm) : 0;
}

/* ---- the time zone */

rt_value rt_time_timezone(void)
{
    tzset();
    return RT_INT(timezone);
}

rt_value rt_time_daylight(void)
{
    tzset();
    return RT_INT(daylight);
}

rt_value rt_time_altzone(void)
{
    tzset();
    return RT_INT(daylight ? timezone - 3600 : timezone);
}

rt_value rt_time_tzname(void)
{
    tzset();
    return rt_tuple_of(2, (rt_value[]){rt_str_c(tzname[0]), rt_str_c(tzname[1])});
}
