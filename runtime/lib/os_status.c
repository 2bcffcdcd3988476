/* os_status.c: the module _os: what the system knows of files, and changes of it. */
#include "lib/os_call.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "exc/exception.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"
#include "value/struct_sequence.h"
#include "value/tuple.h"

#define SECOND 1000000000LL /* in nanoseconds */

/* ---- stat */

static rt_value seconds_of(struct timespec time)
{
    return rt_float_new((double)time.tv_sec + 1e-9 * (double)time.tv_nsec);
}

static rt_value nanoseconds_of(struct timespec time)
{
    return rt_int_new(time.tv_sec * SECOND + time.tv_nsec);
}

static rt_value stat_result(const struct stat *s)
{
    const rt_value items[RT_STRUCT_MOST] = {
        RT_INT(s->st_mode),
        rt_int_new((int64_t)s->st_ino),
        rt_int_new((int64_t)s->st_dev),
        rt_int_new((int64_t)s->st_nlink),
        RT_INT(s->st_uid),
        RT_INT(s->st_gid),
        rt_int_new(s->st_size),
        RT_INT(s->st_atim.tv_sec),
        RT_INT(s->st_mtim.tv_sec),
        RT_INT(s->st_ctim.tv_sec),
        seconds_of(s->st_atim),
        seconds_of(s->st_mtim),
        seconds_of(s->st_ctim),
        nanoseconds_of(s->st_atim),
        nanoseconds_of(s->st_mtim),
        nanoseconds_of(s->st_ctim),
        RT_INT(s->st_blksize),
        rt_int_new(s->st_blocks),
        rt_int_new((int64_t)s->st_rdev),
    };
    return rt_struct_new(&rt_stat_result_type, items);
}

/* follow_symlinks: 0 = yes; AT_SYMLINK_NOFOLLOW as the system wants it. -1 = raised. */
static int follow_flag(rt_value follow_symlinks)
{
    int follow = follow_symlinks ? rt_truth(follow_symlinks) : 1;
    return follow < 0 ? -1 : follow ? 0 : AT_SYMLINK_NOFOLLOW;
}

static rt_value stat_path(rt_value path, rt_value dir_fd, int flags, const char *function,
                          unsigned allowed)
{
    rt_path p;
    int folder;
    struct stat status;
    if (!rt_os_folder(dir_fd, &folder)) return 0;
    if (!rt_path_read(&p, path, function, "path", allowed)) return 0;
    int result = p.text ? fstatat(folder, p.text, &status, flags)
                        : fstatat(p.descriptor, "", &status, AT_EMPTY_PATH);
    if (result < 0) return rt_path_done(&p, result);
    rt_path_end(&p);
    return stat_result(&status);
}

rt_value rt_os_stat(rt_value path, rt_value dir_fd, rt_value follow_symlinks)
{
    int flags = follow_flag(follow_symlinks);
    return flags < 0 ? 0 : stat_path(path, dir_fd, flags, "stat", RT_PATH_DESCRIPTOR);
}

rt_value rt_os_lstat(rt_value path, rt_value dir_fd)
{
    return stat_path(path, dir_fd, AT_SYMLINK_NOFOLLOW, "lstat", 0);
}

rt_value rt_os_fstat(rt_value fd)
{
    int descriptor;
    struct stat status;
    if (!rt_os_int(fd, &descriptor)) return 0;
    return fstat(descriptor, &status) < 0 ? rt_os_done(-1) : stat_result(&status);
}

/* The type and permission bits of a path, or None where there is nothing to be found: what
 * os.path asks, without an exception on the way. */
rt_value rt_os_mode_of(rt_value path, rt_value follow_symlinks)
{
    rt_path p;
    struct stat status;
    int flags = follow_flag(follow_symlinks);
    if (flags < 0) return 0;
    if (!rt_path_read(&p, path, "stat", "path", RT_PATH_DESCRIPTOR)) {
        if (!rt_pending(&rt_exc_ValueError)) return 0;
        rt_clear_pending(); /* no file is called so */
        return rt_retained(RT_NONE);
    }
    int result = p.text ? fstatat(AT_FDCWD, p.text, &status, flags) : fstat(p.descriptor, &status);
    rt_path_end(&p);
    return result < 0 ? rt_retained(RT_NONE) : RT_INT(status.st_mode);
}

rt_value rt_os_statvfs(rt_value path)
{
    rt_path p;
    struct statvfs s;
    if (!rt_path_read(&p, path, "statvfs", "path", RT_PATH_DESCRIPTOR)) return 0;
    int result = p.text ? statvfs(p.text, &s) : fstatvfs(p.descriptor, &s);
    if (result < 0) return rt_path_done(&p, result);
    rt_path_end(&p);
    const uint64_t numbers[] = {s.f_bsize,  s.f_frsize,  s.f_blocks, s.f_bfree,
                                s.f_bavail, s.f_files,   s.f_ffree,  s.f_favail,
                                s.f_flag,   s.f_namemax, s.f_fsid};
    enum { COUNT = sizeof numbers / sizeof *numbers };
    rt_value items[COUNT];
    for (int i = 0; i < COUNT; i++) items[i] = rt_int_new((int64_t)numbers[i]);
    return rt_struct_new(&rt_statvfs_result_type, items);
}

/* ---- permissions */

rt_value rt_os_access(rt_value path, rt_value mode, rt_value dir_fd, rt_value effective_ids,
                      rt_value follow_symlinks)
{
    rt_path p;
    int bits, folder, flags = follow_flag(follow_symlinks);
    int effective = effective_ids ? rt_truth(effective_ids) : 0;
    if (flags < 0 || effective < 0 || !rt_os_int(mode, &bits)) return 0;
    if (!rt_os_folder(dir_fd, &folder) || !rt_path_read(&p, path, "access", "path", 0)) return 0;
    int result = faccessat(folder, p.text, bits, flags | (effective ? AT_EACCESS : 0));
    rt_path_end(&p);
    return rt_retained(RT_BOOL(result == 0));
}

rt_value rt_os_chmod(rt_value path, rt_value mode, rt_value dir_fd, rt_value follow_symlinks)
{
    rt_path p;
    int bits, folder, flags = follow_flag(follow_symlinks);
    if (flags < 0 || !rt_os_folder(dir_fd, &folder)) return 0;
    if (!rt_path_read(&p, path, "chmod", "path", RT_PATH_DESCRIPTOR)) return 0;
    if (!rt_os_int(mode, &bits)) {
        rt_path_end(&p);
        return 0;
    }
    return rt_path_done(&p, p.text ? fchmodat(folder, p.text, (mode_t)bits, flags)
                                   : fchmod(p.descriptor, (mode_t)bits));
}

rt_value rt_os_chown(rt_value path, rt_value uid, rt_value gid, rt_value dir_fd,
                     rt_value follow_symlinks)
{
    rt_path p;
    int user, group, folder, flags = follow_flag(follow_symlinks);
    if (flags < 0 || !rt_os_int(uid, &user) || !rt_os_int(gid, &group)) return 0;
    if (!rt_os_folder(dir_fd, &folder)) return 0;
    if (!rt_path_read(&p, path, "chown", "path", RT_PATH_DESCRIPTOR)) return 0;
    return rt_path_done(&p, p.text ? fchownat(folder, p.text, (uid_t)user, (gid_t)group, flags)
                                   : fchown(p.descriptor, (uid_t)user, (gid_t)group));
}

/* ---- size and times */

rt_value rt_os_truncate(rt_value path, rt_value length)
{
    rt_path p;
    int64_t size;
    if (!rt_path_read(&p, path, "truncate", "path", RT_PATH_DESCRIPTOR)) return 0;
    if (!rt_to_i64(length, &size)) {
        rt_path_end(&p);
        return 0;
    }
    return rt_path_done(&p, p.text ? truncate(p.text, size) : ftruncate(p.descriptor, size));
}

/* Seconds as a float or an int, rounded down to nanoseconds. */
static bool time_of_seconds(rt_value v, struct timespec *out)
{
    if (!rt_is_instance_of(v, &rt_float_type)) {
        int64_t seconds;
        if (!rt_to_i64(v, &seconds)) return false;
        *out = (struct timespec){seconds, 0};
        return true;
    }
    double whole, number = rt_float_value(v), part = modf(number, &whole);
    if (isnan(number))
        return rt_raise_format(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    if (fabs(whole) > 9.2e18)
        return rt_raise_format(&rt_exc_OverflowError, "timestamp out of range for platform time_t");
    *out = (struct timespec){(time_t)whole, (long)floor(part * 1e9)};
    if (out->tv_nsec >= 0) return true;
    out->tv_nsec += SECOND;
    out->tv_sec--;
    return true;
}

static bool time_of_nanoseconds(rt_value v, struct timespec *out)
{
    int64_t number;
    if (!rt_to_i64(v, &number)) return false;
    int64_t seconds = number / SECOND, rest = number % SECOND;
    if (rest < 0) rest += SECOND, seconds--;
    *out = (struct timespec){seconds, rest};
    return true;
}

/* Two times out of utime's arguments; now where there are none. */
static bool utime_arguments(rt_value times, rt_value ns, struct timespec out[2])
{
    bool has_times = times && times != RT_NONE;
    if (has_times && ns)
        return rt_raise_format(&rt_exc_ValueError,
                               "utime: you may specify either 'times' or 'ns' but not both");
    out[0].tv_nsec = out[1].tv_nsec = UTIME_NOW;
    if (!has_times && !ns) return true;
    rt_value pair = ns ? ns : times;
    if (!RT_IS_TUPLE(pair) || RT_TUPLE(pair)->count != 2)
        return rt_raise_format(&rt_exc_TypeError,
                               ns ? "utime: 'ns' must be a tuple of two ints"
                                  : "utime: 'times' must be either a tuple of two ints or None");
    bool (*convert)(rt_value, struct timespec *) = ns ? time_of_nanoseconds : time_of_seconds;
    return convert(RT_TUPLE(pair)->items[0], &out[0]) && convert(RT_TUPLE(pair)->items[1], &out[1]);
}

rt_value rt_os_utime(rt_value path, rt_value times, rt_value ns, rt_value dir_fd,
                     rt_value follow_symlinks)
{
    rt_path p;
    struct timespec both[2];
    int folder, flags = follow_flag(follow_symlinks);
    if (flags < 0 || !rt_os_folder(dir_fd, &folder)) return 0;
    if (!rt_path_read(&p, path, "utime", "path", RT_PATH_DESCRIPTOR)) return 0;
    if (!utime_arguments(times, ns, both)) {
        rt_path_end(&p);
        return 0;
    }
    return rt_path_done(&p, p.text ? utimensat(folder, p.text, both, flags)
                                   : futimens(p.descriptor, both));
}
