/* os_session.c: the module _os: sessions and groups of processes, identities, priorities, fork
 * and exec.
 *
 * In: numbers, and for exec a path with its arguments. Out: system calls. A child of fork goes on
 * in the thread that called it, which is its only one. */
#include "lib/os_call.h"

#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/threads.h"
#include "value/bytes.h"
#include "value/list.h"
#include "value/tuple.h"

extern char **environ;

#define DO_NOTHING_WITH(name)                                                                      \
    rt_value rt_os_##name(void)                                                                    \
    {                                                                                              \
        return rt_os_done(name() < 0 ? -1 : 0);                                                    \
    }
DO_NOTHING_WITH(setsid)
DO_NOTHING_WITH(sched_yield)

#define DO_WITH_NUMBER(name)                                                                       \
    rt_value rt_os_##name(rt_value v)                                                              \
    {                                                                                              \
        int number;                                                                                \
        return rt_os_int(v, &number) ? rt_os_done(name((id_t)number)) : 0;                         \
    }
DO_WITH_NUMBER(setuid)
DO_WITH_NUMBER(setgid)
DO_WITH_NUMBER(seteuid)
DO_WITH_NUMBER(setegid)

static rt_value number_or_error(int number)
{
    return number < 0 ? rt_os_done(-1) : RT_INT(number);
}

rt_value rt_os_getsid(rt_value pid)
{
    int number;
    return rt_os_int(pid, &number) ? number_or_error(getsid(number)) : 0;
}

rt_value rt_os_getpgid(rt_value pid)
{
    int number;
    return rt_os_int(pid, &number) ? number_or_error(getpgid(number)) : 0;
}

rt_value rt_os_setpgid(rt_value pid, rt_value group)
{
    int number, into;
    if (!rt_os_int(pid, &number) || !rt_os_int(group, &into)) return 0;
    return rt_os_done(setpgid(number, into));
}

rt_value rt_os_getgroups(void)
{
    gid_t groups[NGROUPS_MAX];
    int count = getgroups(NGROUPS_MAX, groups);
    rt_value list = count < 0 ? rt_os_done(-1) : rt_list_new((uint32_t)count);

    for (int i = 0; list && i < count; i++) rt_list_push(list, RT_INT(groups[i]));
    return list;
}

/* ---- priorities */

/* -1 is a priority like others: errno tells. */
static rt_value priority_or_error(int priority)
{
    return priority == -1 && errno ? rt_os_done(-1) : RT_INT(priority);
}

rt_value rt_os_nice(rt_value increment)
{
    int number;
    if (!rt_os_int(increment, &number)) return 0;
    errno = 0;
    return priority_or_error(nice(number));
}

rt_value rt_os_getpriority(rt_value which, rt_value who)
{
    int kind, number;
    if (!rt_os_int(which, &kind) || !rt_os_int(who, &number)) return 0;
    errno = 0;
    return priority_or_error(getpriority((__priority_which_t)kind, (id_t)number));
}

rt_value rt_os_setpriority(rt_value which, rt_value who, rt_value priority)
{
    int kind, number, value;
    if (!rt_os_int(which, &kind) || !rt_os_int(who, &number) || !rt_os_int(priority, &value))
        return 0;
    return rt_os_done(setpriority((__priority_which_t)kind, (id_t)number, value));
}

/* ---- fork and exec */

rt_value rt_os_fork(void)
{
    pid_t pid = fork();
    if (pid == 0) rt_threads_forked();
    return number_or_error(pid);
}

/* A list of bytes as a NULL-terminated array that borrows them. */
static char **texts_of(rt_value list)
{
    uint32_t count = RT_LIST(list)->count;
    char **texts = rt_alloc((count + 1) * sizeof *texts);

    for (uint32_t i = 0; i < count; i++)
        texts[i] = (char *)(uintptr_t)rt_bytes_text(RT_LIST(list)->items[i], NULL);
    texts[count] = NULL;
    return texts;
}

/* execve(path, arguments, environment or None), of bytes: comes back only where it failed. */
rt_value rt_os_execve(rt_value path, rt_value arguments, rt_value environment)
{
    char **argv = texts_of(arguments);
    char **envp = environment == RT_NONE ? environ : texts_of(environment);

    execve(rt_bytes_text(path, NULL), argv, envp);
    int error = errno;
    rt_free(argv, (RT_LIST(arguments)->count + 1) * sizeof *argv);
    if (environment != RT_NONE) rt_free(envp, (RT_LIST(environment)->count + 1) * sizeof *envp);
    return rt_raise_os_error(error, 0);
}
