/* os_process.c: the module _os: the process, its environment, and the machine it runs on. */
#include "sched/threads.h"
#include "lib/os_call.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/interrupt.h"
#include "value/bytes.h"
#include "value/str.h"
#include "value/struct_sequence.h"

extern char **environ;

/* ---- who runs */

#define NUMBER(name)                                                                               \
    rt_value rt_os_##name(void)                                                                    \
    {                                                                                              \
        return RT_INT(name());                                                                     \
    }
NUMBER(getpid)
NUMBER(getppid)
NUMBER(getuid)
NUMBER(geteuid)
NUMBER(getgid)
NUMBER(getegid)
NUMBER(getpgrp)

rt_value rt_os_umask(rt_value mask)
{
    int bits;
    return rt_os_int(mask, &bits) ? RT_INT(umask((mode_t)bits)) : 0;
}

/* ---- signals and ends */

/* What a process sends to itself is handled at once. */
static rt_value sent(int result)
{
    return result == 0 && !rt_interrupt_check() ? 0 : rt_os_done(result);
}

rt_value rt_os_kill(rt_value pid, rt_value signal)
{
    int process, number;
    if (!rt_os_int(pid, &process) || !rt_os_int(signal, &number)) return 0;
    return sent(kill((pid_t)process, number));
}

rt_value rt_os_killpg(rt_value pgid, rt_value signal)
{
    int group, number;
    if (!rt_os_int(pgid, &group) || !rt_os_int(signal, &number)) return 0;
    return sent(killpg((pid_t)group, number));
}

/* At once: nothing is flushed. */
rt_value rt_os_exit_now(rt_value status)
{
    int code;
    if (!rt_os_int(status, &code)) return 0;
    _exit(code);
}

rt_value rt_os_abort(void)
{
    abort();
}

/* ---- other processes */

rt_value rt_os_system(rt_value command)
{
    rt_path p;
    if (!rt_path_read(&p, command, "system", "command", 0)) return 0;
    rt_pause pause;
    rt_pause_begin(&pause);
    int status = system(p.text);
    rt_pause_end(&pause);
    rt_path_end(&p);
    return RT_INT(status);
}

rt_value rt_os_waitpid(rt_value pid, rt_value options)
{
    int process, how, status = 0;
    if (!rt_os_int(pid, &process) || !rt_os_int(options, &how)) return 0;
    rt_pause pause;
    rt_pause_begin(&pause);
    pid_t ended;
    do {
        ended = waitpid((pid_t)process, &status, how);
    } while (ended < 0 && errno == EINTR);
    int error = errno;
    rt_pause_end(&pause);
    errno = error;
    if (ended < 0) return rt_os_done(-1);
    return rt_tuple_of(2, (rt_value[]){RT_INT(ended), RT_INT(status)});
}

/* ---- the environment */

/* All of it as a dict of bytes. */
rt_value rt_os_environment(void)
{
    rt_value dict = rt_dict_new();
    for (char **entry = environ; *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals) continue;
        rt_value name = rt_bytes_new(*entry, (size_t)(equals - *entry));
        rt_value text = rt_bytes_new(equals + 1, strlen(equals + 1));
        if (!rt_dict_find(dict, name)) rt_dict_store(dict, name, text);
        RT_RELEASE(name);
        RT_RELEASE(text);
    }
    return dict;
}

static bool is_variable_name(const char *name)
{
    if (*name && !strchr(name, '=')) return true;
    return rt_raise_format(&rt_exc_ValueError, "illegal environment variable name");
}

rt_value rt_os_putenv(rt_value name, rt_value v)
{
    rt_path variable, text;
    if (!rt_path_read(&variable, name, "putenv", "name", 0)) return 0;
    bool fine = rt_path_read(&text, v, "putenv", "value", 0);
    int result = 0;
    if (fine) {
        fine = is_variable_name(variable.text);
        if (fine) result = setenv(variable.text, text.text, 1);
        rt_path_end(&text);
    }
    rt_path_end(&variable);
    return fine ? rt_os_done(result) : 0;
}

rt_value rt_os_unsetenv(rt_value name)
{
    rt_path variable;
    if (!rt_path_read(&variable, name, "unsetenv", "name", 0)) return 0;
    int result = unsetenv(variable.text);
    rt_path_end(&variable);
    return rt_os_done(result);
}

/* ---- the machine */

rt_value rt_os_cpu_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? rt_retained(RT_NONE) : RT_INT(count);
}

rt_value rt_os_sched_getaffinity(rt_value pid)
{
    int process;
    cpu_set_t set;
    if (!rt_os_int(pid, &process)) return 0;
    if (sched_getaffinity((pid_t)process, sizeof set, &set) < 0) return rt_os_done(-1);
    rt_value numbers = rt_set_new();
    for (int i = 0; i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &set)) rt_set_push(numbers, RT_INT(i));
    return numbers;
}

rt_value rt_os_getloadavg(void)
{
    double loads[3];
    if (getloadavg(loads, 3) != 3)
        return rt_raise_format(&rt_exc_OSError, "Load averages are unobtainable");
    return rt_tuple_of(
        3, (rt_value[]){rt_float_new(loads[0]), rt_float_new(loads[1]), rt_float_new(loads[2])});
}

rt_value rt_os_uname(void)
{
    struct utsname names;
    if (uname(&names) < 0) return rt_os_done(-1);
    return rt_struct_new(&rt_uname_result_type,
                         (rt_value[]){rt_str_c(names.sysname), rt_str_c(names.nodename),
                                      rt_str_c(names.release), rt_str_c(names.version),
                                      rt_str_c(names.machine)});
}

rt_value rt_os_times(void)
{
    struct tms used;
    clock_t elapsed = times(&used);
    double rate = (double)sysconf(_SC_CLK_TCK);
    return rt_struct_new(&rt_times_result_type,
                         (rt_value[]){rt_float_new((double)used.tms_utime / rate),
                                      rt_float_new((double)used.tms_stime / rate),
                                      rt_float_new((double)used.tms_cutime / rate),
                                      rt_float_new((double)used.tms_cstime / rate),
                                      rt_float_new((double)elapsed / rate)});
}

rt_value rt_os_urandom(rt_value size)
{
    int64_t count;
    if (!rt_to_i64(size, &count)) return 0;
    if (count < 0) return rt_raise_format(&rt_exc_ValueError, "negative argument not allowed");
    rt_value made = rt_bytes_sized((size_t)count);
    if (!made) return 0;
    for (int64_t at = 0; at < count;) {
        ssize_t got = getrandom(RT_BYTES(made)->text + at, (size_t)(count - at), 0);
        if (got > 0) {
            at += got;
        } else if (errno != EINTR) {
            RT_RELEASE(made);
            return rt_os_done(-1);
        }
    }
    return made;
}

rt_value rt_os_strerror(rt_value code)
{
    int number;
    return rt_os_int(code, &number) ? rt_str_c(strerror(number)) : 0;
}
