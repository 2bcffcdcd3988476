/* os_descriptor.c: the module _os: descriptors of open files, pipes and terminals. */
#include "sched/threads.h"
#include "lib/os_call.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/struct_sequence.h"

/* Runs `call` into `result` until no signal interrupts it; other threads run meanwhile. */
#define WAIT_FOR(result, call)                                                                     \
    do {                                                                                           \
        rt_pause pause;                                                                            \
        rt_pause_begin(&pause);                                                                    \
        do {                                                                                       \
            (result) = (call);                                                                     \
        } while ((result) < 0 && errno == EINTR);                                                  \
        int error = errno;                                                                         \
        rt_pause_end(&pause);                                                                      \
        errno = error;                                                                             \
    } while (0)

static rt_value number_or_error(int64_t number)
{
    return number < 0 ? rt_os_done(-1) : rt_int_new(number);
}

/* ---- opening and closing */

rt_value rt_os_open(rt_value path, rt_value flags, rt_value mode, rt_value dir_fd)
{
    rt_path p;
    int how, folder, bits = 0777, descriptor;
    if (!rt_os_folder(dir_fd, &folder)) return 0;
    if (!rt_path_read(&p, path, "open", "path", 0)) return 0;
    if (!rt_os_int(flags, &how) || (mode && !rt_os_int(mode, &bits))) {
        rt_path_end(&p);
        return 0;
    }
    WAIT_FOR(descriptor, openat(folder, p.text, how | O_CLOEXEC, (mode_t)bits));
    if (descriptor < 0) return rt_path_done(&p, descriptor);
    rt_path_end(&p);
    return RT_INT(descriptor);
}

rt_value rt_os_close(rt_value fd)
{
    int descriptor;
    return rt_os_int(fd, &descriptor) ? rt_os_done(close(descriptor)) : 0;
}

rt_value rt_os_dup(rt_value fd)
{
    int descriptor;
    if (!rt_os_int(fd, &descriptor)) return 0;
    return number_or_error(fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
}

rt_value rt_os_dup2(rt_value fd, rt_value fd2, rt_value inheritable)
{
    int from, to, inherit = inheritable ? rt_truth(inheritable) : 1;
    if (inherit < 0 || !rt_os_int(fd, &from) || !rt_os_int(fd2, &to)) return 0;
    return number_or_error(inherit ? dup2(from, to) : dup3(from, to, O_CLOEXEC));
}

static rt_value pipe_with(int flags)
{
    int ends[2];
    if (pipe2(ends, flags) < 0) return rt_os_done(-1);
    return rt_tuple_of(2, (rt_value[]){RT_INT(ends[0]), RT_INT(ends[1])});
}

rt_value rt_os_pipe(void)
{
    return pipe_with(O_CLOEXEC);
}

rt_value rt_os_pipe2(rt_value flags)
{
    int bits;
    return rt_os_int(flags, &bits) ? pipe_with(bits) : 0;
}

/* ---- reading and writing */

rt_value rt_os_read(rt_value fd, rt_value length)
{
    int descriptor;
    int64_t wanted;
    if (!rt_os_int(fd, &descriptor) || !rt_to_i64(length, &wanted)) return 0;
    if (wanted < 0) {
        errno = EINVAL;
        return rt_os_done(-1);
    }
    if (wanted > INT32_MAX) wanted = INT32_MAX;
    char *buffer = rt_try_alloc((size_t)wanted + 1);
    if (!buffer) return rt_raise_format(&rt_exc_MemoryError, "");
    ssize_t got;
    WAIT_FOR(got, read(descriptor, buffer, (size_t)wanted));
    rt_value result = got < 0 ? rt_os_done(-1) : rt_bytes_new(buffer, (size_t)got);
    rt_free(buffer, (size_t)wanted + 1);
    return result;
}

rt_value rt_os_write(rt_value fd, rt_value data)
{
    int descriptor;
    if (!rt_os_int(fd, &descriptor)) return 0;
    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               data);
    size_t size;
    const char *bytes = rt_bytes_text(data, &size);
    ssize_t written;
    WAIT_FOR(written, write(descriptor, bytes, size));
    return number_or_error(written);
}

rt_value rt_os_pread(rt_value fd, rt_value length, rt_value offset)
{
    int descriptor;
    int64_t wanted, from;
    if (!rt_os_int(fd, &descriptor) || !rt_to_i64(length, &wanted) || !rt_to_i64(offset, &from))
        return 0;
    if (wanted < 0) {
        errno = EINVAL;
        return rt_os_done(-1);
    }
    char *buffer = rt_try_alloc((size_t)wanted + 1);
    if (!buffer) return rt_raise_format(&rt_exc_MemoryError, "");
    ssize_t got;
    WAIT_FOR(got, pread(descriptor, buffer, (size_t)wanted, from));
    rt_value result = got < 0 ? rt_os_done(-1) : rt_bytes_new(buffer, (size_t)got);
    rt_free(buffer, (size_t)wanted + 1);
    return result;
}

rt_value rt_os_pwrite(rt_value fd, rt_value data, rt_value offset)
{
    int descriptor;
    int64_t to;
    if (!rt_os_int(fd, &descriptor) || !rt_to_i64(offset, &to)) return 0;
    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               data);
    size_t size;
    const char *bytes = rt_bytes_text(data, &size);
    ssize_t written;
    WAIT_FOR(written, pwrite(descriptor, bytes, size, to));
    return number_or_error(written);
}

/* offset: None = where in_fd stands, which then moves. */
rt_value rt_os_sendfile(rt_value out_fd, rt_value in_fd, rt_value offset, rt_value count)
{
    int to, from;
    int64_t start = 0, most;
    if (!rt_os_int(out_fd, &to) || !rt_os_int(in_fd, &from) || !rt_to_i64(count, &most)) return 0;
    if (offset != RT_NONE && !rt_to_i64(offset, &start)) return 0;
    off_t place = start;
    ssize_t sent;
    WAIT_FOR(sent, sendfile(to, from, offset == RT_NONE ? NULL : &place, (size_t)most));
    return number_or_error(sent);
}

rt_value rt_os_fdatasync(rt_value fd)
{
    int descriptor, result;
    if (!rt_os_int(fd, &descriptor)) return 0;
    WAIT_FOR(result, fdatasync(descriptor));
    return rt_os_done(result);
}

rt_value rt_os_lseek(rt_value fd, rt_value position, rt_value how)
{
    int descriptor, whence;
    int64_t offset;
    if (!rt_os_int(fd, &descriptor) || !rt_to_i64(position, &offset) || !rt_os_int(how, &whence))
        return 0;
    return number_or_error(lseek(descriptor, offset, whence));
}

rt_value rt_os_ftruncate(rt_value fd, rt_value length)
{
    int descriptor;
    int64_t size;
    if (!rt_os_int(fd, &descriptor) || !rt_to_i64(length, &size)) return 0;
    return rt_os_done(ftruncate(descriptor, size));
}

rt_value rt_os_fsync(rt_value fd)
{
    int descriptor, result;
    if (!rt_os_int(fd, &descriptor)) return 0;
    WAIT_FOR(result, fsync(descriptor));
    return rt_os_done(result);
}

/* ---- what a descriptor is like */

rt_value rt_os_isatty(rt_value fd)
{
    int descriptor;
    return rt_os_int(fd, &descriptor) ? rt_retained(RT_BOOL(isatty(descriptor))) : 0;
}

rt_value rt_os_get_terminal_size(rt_value fd)
{
    struct winsize size;
    int descriptor = STDOUT_FILENO;
    if (fd && !rt_os_int(fd, &descriptor)) return 0;
    if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return rt_os_done(-1);
    return rt_struct_new(&rt_terminal_size_type,
                         (rt_value[]){RT_INT(size.ws_col), RT_INT(size.ws_row)});
}

/* Sets or clears one flag by F_GETFL and its like; -1 in errno's way. */
static int change_flag(int descriptor, int get, int set, int flag, bool on)
{
    int flags = fcntl(descriptor, get);
    return flags < 0 ? flags : fcntl(descriptor, set, on ? flags | flag : flags & ~flag);
}

rt_value rt_os_get_blocking(rt_value fd)
{
    int descriptor;
    if (!rt_os_int(fd, &descriptor)) return 0;
    int flags = fcntl(descriptor, F_GETFL);
    return flags < 0 ? rt_os_done(-1) : rt_retained(RT_BOOL(!(flags & O_NONBLOCK)));
}

rt_value rt_os_set_blocking(rt_value fd, rt_value blocking)
{
    int descriptor, on = rt_truth(blocking);
    if (on < 0 || !rt_os_int(fd, &descriptor)) return 0;
    return rt_os_done(change_flag(descriptor, F_GETFL, F_SETFL, O_NONBLOCK, !on));
}

rt_value rt_os_get_inheritable(rt_value fd)
{
    int descriptor;
    if (!rt_os_int(fd, &descriptor)) return 0;
    int flags = fcntl(descriptor, F_GETFD);
    return flags < 0 ? rt_os_done(-1) : rt_retained(RT_BOOL(!(flags & FD_CLOEXEC)));
}

rt_value rt_os_set_inheritable(rt_value fd, rt_value inheritable)
{
    int descriptor, on = rt_truth(inheritable);
    if (on < 0 || !rt_os_int(fd, &descriptor)) return 0;
    return rt_os_done(change_flag(descriptor, F_GETFD, F_SETFD, FD_CLOEXEC, !on));
}
