/* os_error.c: OSError: the subclass for an errno, its arguments and its text. */
#include "exc/exception.h"

#include <errno.h>
#include <string.h>

#include "value/tuple.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)

static const struct {
    int number;
    rt_type *type;
} subclasses[] = {
    {EAGAIN, &rt_exc_BlockingIOError},
    {EALREADY, &rt_exc_BlockingIOError},
    {EINPROGRESS, &rt_exc_BlockingIOError},
    {EPIPE, &rt_exc_BrokenPipeError},
    {ESHUTDOWN, &rt_exc_BrokenPipeError},
    {ECHILD, &rt_exc_ChildProcessError},
    {ECONNABORTED, &rt_exc_ConnectionAbortedError},
    {ECONNREFUSED, &rt_exc_ConnectionRefusedError},
    {ECONNRESET, &rt_exc_ConnectionResetError},
    {EEXIST, &rt_exc_FileExistsError},
    {ENOENT, &rt_exc_FileNotFoundError},
    {EINTR, &rt_exc_InterruptedError},
    {EISDIR, &rt_exc_IsADirectoryError},
    {ENOTDIR, &rt_exc_NotADirectoryError},
    {EACCES, &rt_exc_PermissionError},
    {EPERM, &rt_exc_PermissionError},
    {ESRCH, &rt_exc_ProcessLookupError},
    {ETIMEDOUT, &rt_exc_TimeoutError},
};

static rt_type *subclass_for(rt_value number)
{
    for (size_t i = 0; i < sizeof(subclasses) / sizeof(subclasses[0]); i++)
        if (number == RT_INT(subclasses[i].number)) return subclasses[i].type;
    return &rt_exc_OSError;
}

rt_value rt_os_error_construct(rt_type *cls, const rt_args *args)
{
    if (cls == &rt_exc_OSError && args->positional >= 2) cls = subclass_for(args->values[0]);
    return rt_exc_construct(cls, args);
}

/* OSError(errno, strerror[, filename[, winerror[, filename2]]]): args keeps only the first two
 * then. */
bool rt_os_error_init(rt_value self, const rt_args *args)
{
    if (args->named) {
        rt_raise_format(&rt_exc_TypeError, "%V() takes no keyword arguments",
                        rt_type_name(RT_TYPE(self)));
        return false;
    }
    bool full = args->positional >= 2 && args->positional <= 5;
    if (full) {
        rt_exc_set_member(self, RT_OS_ERRNO, args->values[0]);
        rt_exc_set_member(self, RT_OS_STRERROR, args->values[1]);
        if (args->positional > 2) rt_exc_set_member(self, RT_OS_FILENAME, args->values[2]);
        if (args->positional > 4) rt_exc_set_member(self, RT_OS_FILENAME2, args->values[4]);
    }
    bool has_file = full && args->positional > 2 && args->values[2] != RT_NONE;
    rt_value old = EXC(self)->args;
    EXC(self)->args = rt_tuple_copy(has_file ? 2 : args->positional, args->values);
    RT_RELEASE(old);
    return true;
}

rt_value rt_os_error_str(rt_value self)
{
    const rt_value *m = EXC(self)->members;
    rt_value number = m[RT_OS_ERRNO], text = m[RT_OS_STRERROR];
    if (m[RT_OS_FILENAME] && m[RT_OS_FILENAME2])
        return rt_str_format("[Errno %V] %V: %R -> %R", number ? number : RT_NONE,
                             text ? text : RT_NONE, m[RT_OS_FILENAME], m[RT_OS_FILENAME2]);
    if (m[RT_OS_FILENAME])
        return rt_str_format("[Errno %V] %V: %R", number ? number : RT_NONE, text ? text : RT_NONE,
                             m[RT_OS_FILENAME]);
    if (number && text) return rt_str_format("[Errno %V] %V", number, text);
    return rt_exc_BaseException.str(self);
}

rt_value rt_raise_os_error(int number, rt_value filename)
{
    rt_value text = rt_str_c(strerror(number));
    rt_value args[] = {RT_INT(number), text, filename};
    rt_raise_new(&rt_exc_OSError, filename ? 3 : 2, args);
    RT_RELEASE(text);
    return 0;
}
