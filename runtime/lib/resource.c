/* resource.c: the module resource: limits of the process and what it has used. */
#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

#include "exc/exception.h"
#include "value/struct_sequence.h"
#include "value/tuple.h"

static bool check(int result, const char *complaint)
{
    if (result == 0) return true;
    if (errno == EINVAL || errno == EPERM)
        return rt_raise_format(&rt_exc_ValueError, "%s", complaint);
    return rt_raise_os_error(errno, 0);
}

static bool resource_argument(rt_value v, int64_t *out)
{
    if (!rt_to_i64(v, out)) return false;
    if (*out >= 0 && *out < RLIM_NLIMITS) return true;
    return rt_raise_format(&rt_exc_ValueError, "invalid resource specified");
}

rt_value rt_resource_getrlimit(rt_value resource)
{
    struct rlimit limit;
    int64_t which;

    if (!resource_argument(resource, &which)) return 0;
    if (!check(getrlimit((__rlimit_resource_t)which, &limit), "invalid resource specified"))
        return 0;
    return rt_tuple_of(
        2, (rt_value[]){RT_INT((int64_t)limit.rlim_cur), RT_INT((int64_t)limit.rlim_max)});
}

/* Two numbers out of any iterable; -1 is no limit. */
static bool limits_argument(rt_value v, struct rlimit *out)
{
    rt_value pair = rt_tuple_from(v);
    int64_t current, most;

    if (!pair) return false;
    const rt_tuple *items = RT_TUPLE(pair);
    bool read = items->count == 2
                    ? rt_to_i64(items->items[0], &current) && rt_to_i64(items->items[1], &most)
                    : rt_raise_format(&rt_exc_ValueError, "expected a tuple of 2 integers") != 0;
    RT_RELEASE(pair);
    if (read) *out = (struct rlimit){(rlim_t)current, (rlim_t)most};
    return read;
}

rt_value rt_resource_setrlimit(rt_value resource, rt_value limits)
{
    struct rlimit limit;
    int64_t which;

    if (!resource_argument(resource, &which) || !limits_argument(limits, &limit)) return 0;
    int result = setrlimit((__rlimit_resource_t)which, &limit);
    if (!check(result, errno == EINVAL ? "current limit exceeds maximum limit"
                                       : "not allowed to raise maximum limit"))
        return 0;
    return rt_retained(RT_NONE);
}

static rt_value seconds(struct timeval time)
{
    return rt_float_new((double)time.tv_sec + (double)time.tv_usec * 1e-6);
}

rt_value rt_resource_getrusage(rt_value who)
{
    struct rusage u;
    int64_t whose;

    if (!rt_to_i64(who, &whose)) return 0;
    if (!check(getrusage((__rusage_who_t)whose, &u), "invalid who parameter")) return 0;
    rt_value items[] = {
        seconds(u.ru_utime), seconds(u.ru_stime),   RT_INT(u.ru_maxrss),  RT_INT(u.ru_ixrss),
        RT_INT(u.ru_idrss),  RT_INT(u.ru_isrss),    RT_INT(u.ru_minflt),  RT_INT(u.ru_majflt),
        RT_INT(u.ru_nswap),  RT_INT(u.ru_inblock),  RT_INT(u.ru_oublock), RT_INT(u.ru_msgsnd),
        RT_INT(u.ru_msgrcv), RT_INT(u.ru_nsignals), RT_INT(u.ru_nvcsw),   RT_INT(u.ru_nivcsw),
    };
    return rt_struct_new(&rt_struct_rusage_type, items);
}

rt_value rt_resource_getpagesize(void)
{
    return RT_INT(sysconf(_SC_PAGESIZE));
}
