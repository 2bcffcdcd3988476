/* os_call.h: what every function of os does around its system call: paths in, errors and names
 * out. */
#ifndef ASYNCC_LIB_OS_CALL_H
#define ASYNCC_LIB_OS_CALL_H

#include <sys/types.h>

#include "value/object.h"

/* A path argument. Filled in by rt_path_read, emptied by rt_path_done or rt_path_end. */
typedef struct rt_path {
    const char *text; /* NUL-terminated; NULL: the descriptor was given instead */
    int descriptor;
    rt_value object;  /* what errors name: a str, bytes or int; owned */
    rt_value encoded; /* the bytes that text points into; owned, or 0 */
} rt_path;

/* What a path argument may be beside str, bytes and os.PathLike. */
enum { RT_PATH_DESCRIPTOR = 1, RT_PATH_NONE = 2 /* the current folder */ };

/* `function` and `argument` are for the TypeError. False = raised, and nothing is to be emptied. */
bool rt_path_read(rt_path *path, rt_value v, const char *function, const char *argument,
                  unsigned allowed);
void rt_path_end(rt_path *path);

/* The end of a call on a path: None, or OSError for errno with the path's name where the status
 * is negative. Empties the path. */
rt_value rt_path_done(rt_path *path, int status);

/* The same for calls on two paths. */
rt_value rt_paths_done(rt_path *from, rt_path *to, int status);

/* The end of a call without a path: None, or OSError for errno. */
rt_value rt_os_done(int status);

/* A name from the system as a str, whatever its bytes are; or as bytes where `like` is bytes. */
rt_value rt_os_name(const char *text, size_t size, rt_value like);

/* os.fspath(): a str or bytes. Owned. */
rt_value rt_os_fspath(rt_value path);

/* An int argument that the system takes as C's int. */
bool rt_os_int(rt_value v, int *out);

/* An optional descriptor of a folder: AT_FDCWD for none. */
bool rt_os_folder(rt_value dir_fd, int *out);

#endif
