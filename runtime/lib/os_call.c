/* os_call.c: path arguments of system calls, and what comes back from the calls (os_call.h). */
#include "lib/os_call.h"

#include <errno.h>
#include <fcntl.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/codec.h"
#include "value/int.h"
#include "value/slice.h"
#include "value/str.h"

/* ---- paths */

rt_value rt_os_fspath(rt_value path)
{
    if (rt_is_str(path) || rt_is_bytes(path)) return rt_retained(path);
    rt_value method = rt_special(path, RT_NAME("__fspath__"));
    if (!method && RT_RAISED()) return 0;
    if (!method)
        return rt_raise_format(&rt_exc_TypeError,
                               "expected str, bytes or os.PathLike object, not %T", path);
    rt_value text = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    if (!text || rt_is_str(text) || rt_is_bytes(text)) return text;
    rt_raise_format(&rt_exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T",
                    path, text);
    RT_RELEASE(text);
    return 0;
}

static bool has_fspath(rt_value v)
{
    return !RT_IS_INT(v) && rt_type_lookup(RT_TYPE(v), RT_NAME("__fspath__"));
}

static bool refuse_path(rt_value v, const char *function, const char *argument, unsigned allowed)
{
    static const char *const kinds[] = {
        "string, bytes or os.PathLike",
        "string, bytes, os.PathLike or integer",
        "string, bytes, os.PathLike or None",
        "string, bytes, os.PathLike, integer or None",
    };
    return rt_raise_format(&rt_exc_TypeError, "%s: %s should be %s, not %T", function, argument,
                           kinds[allowed], v);
}

/* Lone surrogates stand for bytes that are no UTF-8. */
static bool encode_path(rt_path *path)
{
    size_t size;
    if (rt_is_str(path->object)) {
        rt_value errors = rt_intern("surrogateescape", 15);
        path->encoded = rt_encode(path->object, 0, errors);
        if (!path->encoded) return false;
        path->text = rt_bytes_text(path->encoded, &size);
    } else {
        path->text = rt_bytes_text(path->object, &size);
    }
    return strlen(path->text) == size || rt_raise_format(&rt_exc_ValueError, "embedded null byte");
}

bool rt_path_read(rt_path *path, rt_value v, const char *function, const char *argument,
                  unsigned allowed)
{
    *path = (rt_path){0};
    if (allowed & RT_PATH_NONE && (!v || v == RT_NONE)) {
        path->text = ".";
        return true;
    }
    bool is_path = rt_is_str(v) || rt_is_bytes(v) || has_fspath(v);
    if (!is_path && allowed & RT_PATH_DESCRIPTOR && rt_has_index(v)) {
        if (!rt_os_int(v, &path->descriptor)) return false;
        path->object = rt_retained(v);
        return true;
    }
    if (!is_path) return refuse_path(v, function, argument, allowed);
    path->object = rt_os_fspath(v);
    if (!path->object) return false;
    if (encode_path(path)) return true;
    rt_path_end(path);
    return false;
}

void rt_path_end(rt_path *path)
{
    RT_RELEASE_OPT(path->object);
    RT_RELEASE_OPT(path->encoded);
    *path = (rt_path){0};
}

/* ---- results */

rt_value rt_path_done(rt_path *path, int status)
{
    rt_value result = status < 0 ? rt_raise_os_error(errno, path->object) : rt_retained(RT_NONE);
    rt_path_end(path);
    return result;
}

rt_value rt_paths_done(rt_path *from, rt_path *to, int status)
{
    if (status < 0) {
        rt_value text = rt_str_c(strerror(errno));
        rt_value args[] = {RT_INT(errno), text, from->object, RT_NONE, to->object};
        rt_raise_new(&rt_exc_OSError, 5, args);
        RT_RELEASE(text);
    }
    rt_path_end(from);
    rt_path_end(to);
    return status < 0 ? 0 : rt_retained(RT_NONE);
}

rt_value rt_os_done(int status)
{
    return status < 0 ? rt_raise_os_error(errno, 0) : rt_retained(RT_NONE);
}

rt_value rt_os_name(const char *text, size_t size, rt_value like)
{
    if (like && rt_is_bytes(like)) return rt_bytes_new(text, size);
    return rt_decode(text, size, 0, rt_intern("surrogateescape", 15));
}

/* ---- other arguments */

bool rt_os_int(rt_value v, int *out)
{
    int64_t number;
    if (!rt_to_i64(v, &number)) return false;
    *out = (int)number;
    if (number == *out) return true;
    return rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C int");
}

bool rt_os_folder(rt_value dir_fd, int *out)
{
    *out = AT_FDCWD;
    if (!dir_fd || dir_fd == RT_NONE) return true;
    if (rt_has_index(dir_fd)) return rt_os_int(dir_fd, out);
    return rt_raise_format(&rt_exc_TypeError, "argument should be integer or None, not %T", dir_fd);
}
