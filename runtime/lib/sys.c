/* sys.c: the modules sys and gc. */
#include "lib/sys.h"

#include <float.h>
#include <gnu/libc-version.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exc/exception.h"
#include "exc/handled.h"
#include "lib/stdio.h"
#include "value/int.h"
#include "value/list.h"
#include "value/str.h"
#include "value/struct_sequence.h"
#include "value/tuple.h"

/* ---- what the process was started with */

static struct {
    int argc;
    char **argv;
} command_line;

void rt_sys_set_argv(int argc, char **argv)
{
    command_line.argc = argc;
    command_line.argv = argv;
}

rt_value rt_sys_argv(void)
{
    rt_value list = rt_list_new((uint32_t)command_line.argc);
    for (int i = 0; i < command_line.argc; i++) rt_list_push(list, rt_str_c(command_line.argv[i]));
    return list;
}

/* The folder of the program alone: its modules are compiled in, and nothing else is imported. */
rt_value rt_sys_path(void)
{
    const char *program = command_line.argc ? command_line.argv[0] : "";
    const char *slash = strrchr(program, '/');
    rt_value list = rt_list_new(1);
    rt_list_push(list, rt_str_new(program, slash ? (size_t)(slash - program) : 0));
    return list;
}

/* What runs Python for a program that starts `sys.executable -c ...`: the python3 of PATH, or else
 * the program itself, so that there is something. */
rt_value rt_sys_executable(void)
{
    char path[4096];
    for (const char *at = getenv("PATH"), *end; at && *at; at = *end ? end + 1 : end) {
        end = strchrnul(at, ':');
        int size = snprintf(path, sizeof path, "%.*s/python3", (int)(end - at), at);
        if (size < (int)sizeof path && access(path, X_OK) == 0)
            return rt_str_new(path, (size_t)size);
    }
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    return rt_str_new(path, size < 0 ? 0 : (size_t)size);
}

rt_value rt_sys_stream(int descriptor)
{
    return rt_retained(rt_current_stream(descriptor));
}

rt_value rt_sys_getdefaultencoding(void)
{
    return rt_str_c("utf-8");
}

rt_value rt_sys_version_info(void)
{
    return rt_struct_new(&rt_version_info_type, (rt_value[]){RT_INT(3), RT_INT(11), RT_INT(7),
                                                             rt_str_c("final"), RT_INT(0)});
}

rt_value rt_sys_float_info(void)
{
    return rt_struct_new(&rt_float_info_type,
                         (rt_value[]){rt_float_new(DBL_MAX), RT_INT(DBL_MAX_EXP),
                                      RT_INT(DBL_MAX_10_EXP), rt_float_new(DBL_MIN),
                                      RT_INT(DBL_MIN_EXP), RT_INT(DBL_MIN_10_EXP), RT_INT(DBL_DIG),
                                      RT_INT(DBL_MANT_DIG), rt_float_new(DBL_EPSILON),
                                      RT_INT(FLT_RADIX), RT_INT(1)});
}

rt_value rt_sys_int_info(void)
{
    return rt_struct_new(&rt_int_info_type,
                         (rt_value[]){RT_INT(30), RT_INT(4), RT_INT(4300), RT_INT(640)});
}

rt_value rt_sys_hash_info(void)
{
    return rt_struct_new(&rt_hash_info_type,
                         (rt_value[]){RT_INT(64), RT_INT(((int64_t)1 << 61) - 1), RT_INT(314159),
                                      RT_INT(0), RT_INT(1000003), rt_str_c("siphash13"), RT_INT(64),
                                      RT_INT(128), RT_INT(0)});
}

/* As of a program that is run without any of CPython's options. */
rt_value rt_sys_flags(void)
{
    enum { HASH_RANDOMIZATION = 11, DEV_MODE = 13, SAFE_PATH = 16, INT_DIGITS = 17, COUNT = 18 };
    rt_value items[COUNT];
    for (int i = 0; i < COUNT; i++) items[i] = RT_INT(0);
    items[HASH_RANDOMIZATION] = RT_INT(1);
    items[DEV_MODE] = items[SAFE_PATH] = rt_retained(RT_FALSE);
    items[INT_DIGITS] = RT_INT(-1);
    return rt_struct_new(&rt_flags_type, items);
}

/* ---- the running program */

rt_value rt_sys_exception(void)
{
    rt_value handled = rt_handled();
    return rt_retained(handled ? handled : RT_NONE);
}

rt_value rt_sys_get_int_max_str_digits(void)
{
    return RT_INT(rt_int_max_str_digits);
}

rt_value rt_sys_set_int_max_str_digits(rt_value most)
{
    int64_t number;
    if (!rt_to_i64(most, &number)) return 0;
    if (number && number < 640)
        return rt_raise_format(&rt_exc_ValueError, "maxdigits must be 0 or larger than 640");
    rt_int_max_str_digits = number;
    return rt_retained(RT_NONE);
}

/* How long a thread waits for its turn before it asks for it: sched/threads.c. */
rt_value rt_sys_getswitchinterval(void)
{
    return rt_float_new(0.005);
}

rt_value rt_sys_is_finalizing(void)
{
    return rt_retained(RT_FALSE);
}

rt_value rt_sys_getfilesystemencodeerrors(void)
{
    return rt_str_c("surrogateescape");
}

rt_value rt_sys_exc_info(void)
{
    rt_value handled = rt_handled();
    if (!handled)
        return rt_tuple_of(
            3, (rt_value[]){rt_retained(RT_NONE), rt_retained(RT_NONE), rt_retained(RT_NONE)});
    rt_value traceback = rt_getattr(handled, RT_NAME("__traceback__"));
    if (!traceback) return 0;
    return rt_tuple_of(
        3, (rt_value[]){rt_retained((rt_value)RT_TYPE(handled)), rt_retained(handled), traceback});
}

rt_value rt_sys_getrecursionlimit(void)
{
    return RT_INT(rt_recursion_limit);
}

rt_value rt_sys_setrecursionlimit(rt_value limit)
{
    int64_t number;
    if (!rt_to_i64(limit, &number)) return 0;
    if (number > INT32_MAX || number < INT32_MIN)
        return rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C int");
    if (number < 1)
        return rt_raise_format(&rt_exc_ValueError,
                               "recursion limit must be greater or equal than 1");
    if (number <= rt_state.depth)
        return rt_raise_format(&rt_exc_RecursionError,
                               "cannot set the recursion limit to %lld at the "
                               "recursion depth %u: the limit is too low",
                               (long long)number, rt_state.depth);
    rt_state.depth_limit = rt_recursion_limit = (uint32_t)number;
    return rt_retained(RT_NONE);
}

rt_value rt_sys_intern(rt_value string)
{
    if (rt_is_str(string)) return rt_retained(rt_intern_value(string));
    return rt_raise_format(&rt_exc_TypeError, "intern() argument must be str, not %T", string);
}

rt_value rt_sys_getrefcount(rt_value object)
{
    return RT_INT(RT_IS_INT(object) ? 1 : RT_OBJECT(object)->refs);
}

/* The fixed part; what a container has allocated beside it is for its __sizeof__ to tell. */
rt_value rt_sys_getsizeof(rt_value object, rt_value absent)
{
    (void)absent;
    return RT_INT(RT_TYPE(object)->size);
}

rt_value rt_sys_libc_version(void)
{
    return rt_str_c(gnu_get_libc_version());
}
