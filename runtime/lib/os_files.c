/* os_files.c: the module _os: folders and the names in them. */
#include "lib/os_call.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/tuple.h"

/* ---- the current folder */

static rt_value current_folder(bool as_bytes)
{
    char path[PATH_MAX];
    if (!getcwd(path, sizeof path)) return rt_os_done(-1);
    return as_bytes ? rt_bytes_new(path, strlen(path)) : rt_os_name(path, strlen(path), 0);
}

rt_value rt_os_getcwd(void)
{
    return current_folder(false);
}

rt_value rt_os_getcwdb(void)
{
    return current_folder(true);
}

rt_value rt_os_chdir(rt_value path)
{
    rt_path p;
    if (!rt_path_read(&p, path, "chdir", "path", RT_PATH_DESCRIPTOR)) return 0;
    return rt_path_done(&p, p.text ? chdir(p.text) : fchdir(p.descriptor));
}

/* ---- what is in a folder */

static DIR *open_folder(const rt_path *path)
{
    if (path->text) return opendir(path->text);
    int own = dup(path->descriptor); /* closedir closes it */
    DIR *folder = own < 0 ? NULL : fdopendir(own);
    if (folder) rewinddir(folder);
    return folder;
}

/* Makes what the caller wants of an entry: an owned value, 0 = raised. */
typedef rt_value entry_fn(const struct dirent *entry, rt_value like);

static bool list_entries(DIR *folder, rt_value like, entry_fn *make, rt_value list)
{
    const struct dirent *entry;
    while ((errno = 0, entry = readdir(folder))) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        rt_value made = make(entry, like);
        if (!made) return false;
        rt_list_push(list, made);
    }
    return true;
}

static rt_value read_folder(rt_value path, const char *function, entry_fn *make)
{
    rt_path p;
    if (!rt_path_read(&p, path, function, "path", RT_PATH_DESCRIPTOR | RT_PATH_NONE)) return 0;
    DIR *folder = open_folder(&p);
    rt_value list = folder ? rt_list_new(8) : 0;
    bool fine = folder && list_entries(folder, p.object, make, list);
    int error = fine ? errno : folder ? 0 : errno;
    if (folder) closedir(folder);
    if (error) {
        errno = error;
        rt_path_done(&p, -1);
    } else {
        rt_path_end(&p);
    }
    if (!RT_RAISED()) return list;
    RT_RELEASE_OPT(list);
    return 0;
}

static rt_value entry_name(const struct dirent *entry, rt_value like)
{
    return rt_os_name(entry->d_name, strlen(entry->d_name), like);
}

rt_value rt_os_listdir(rt_value path)
{
    return read_folder(path, "listdir", entry_name);
}

/* (name, type of the file as in st_mode or 0 where the folder does not tell, number). */
static rt_value entry_triple(const struct dirent *entry, rt_value like)
{
    rt_value name = entry_name(entry, like);
    if (!name) return 0;
    return rt_tuple_of(
        3, (rt_value[]){name, RT_INT(DTTOIF(entry->d_type)), rt_int_new((int64_t)entry->d_ino)});
}

rt_value rt_os_entries(rt_value path)
{
    return read_folder(path, "scandir", entry_triple);
}

/* ---- making and removing names */

typedef struct folder_call { /* the arguments of a call on one path in an optional folder */
    rt_path path;
    int folder;
} folder_call;

static bool folder_call_read(folder_call *call, rt_value path, rt_value dir_fd,
                             const char *function)
{
    return rt_os_folder(dir_fd, &call->folder) &&
           rt_path_read(&call->path, path, function, "path", 0);
}

rt_value rt_os_mkdir(rt_value path, rt_value mode, rt_value dir_fd)
{
    folder_call call;
    int bits = 0777;
    if (mode && !rt_os_int(mode, &bits)) return 0;
    if (!folder_call_read(&call, path, dir_fd, "mkdir")) return 0;
    return rt_path_done(&call.path, mkdirat(call.folder, call.path.text, (mode_t)bits));
}

rt_value rt_os_mkfifo(rt_value path, rt_value mode, rt_value dir_fd)
{
    folder_call call;
    int bits = 0666;
    if (mode && !rt_os_int(mode, &bits)) return 0;
    if (!folder_call_read(&call, path, dir_fd, "mkfifo")) return 0;
    return rt_path_done(&call.path, mkfifoat(call.folder, call.path.text, (mode_t)bits));
}

static rt_value unlink_by(rt_value path, rt_value dir_fd, const char *function, int flags)
{
    folder_call call;
    if (!folder_call_read(&call, path, dir_fd, function)) return 0;
    return rt_path_done(&call.path, unlinkat(call.folder, call.path.text, flags));
}

rt_value rt_os_rmdir(rt_value path, rt_value dir_fd)
{
    return unlink_by(path, dir_fd, "rmdir", AT_REMOVEDIR);
}

rt_value rt_os_unlink(rt_value path, rt_value dir_fd)
{
    return unlink_by(path, dir_fd, "unlink", 0);
}

rt_value rt_os_remove(rt_value path, rt_value dir_fd)
{
    return unlink_by(path, dir_fd, "remove", 0);
}

rt_value rt_os_readlink(rt_value path, rt_value dir_fd)
{
    folder_call call;
    char target[PATH_MAX];
    if (!folder_call_read(&call, path, dir_fd, "readlink")) return 0;
    ssize_t size = readlinkat(call.folder, call.path.text, target, sizeof target);
    if (size < 0) return rt_path_done(&call.path, -1);
    rt_value name = rt_os_name(target, (size_t)size, call.path.object);
    rt_path_end(&call.path);
    return name;
}

/* ---- calls on two names */

static bool read_both(rt_path *from, rt_path *to, rt_value src, rt_value dst, const char *function)
{
    if (!rt_path_read(from, src, function, "src", 0)) return false;
    if (rt_path_read(to, dst, function, "dst", 0)) return true;
    rt_path_end(from);
    return false;
}

static rt_value rename_by(rt_value src, rt_value dst, rt_value src_fd, rt_value dst_fd,
                          const char *function)
{
    rt_path from, to;
    int from_folder, to_folder;
    if (!rt_os_folder(src_fd, &from_folder) || !rt_os_folder(dst_fd, &to_folder) ||
        !read_both(&from, &to, src, dst, function))
        return 0;
    return rt_paths_done(&from, &to, renameat(from_folder, from.text, to_folder, to.text));
}

rt_value rt_os_rename(rt_value src, rt_value dst, rt_value src_dir_fd, rt_value dst_dir_fd)
{
    return rename_by(src, dst, src_dir_fd, dst_dir_fd, "rename");
}

rt_value rt_os_replace(rt_value src, rt_value dst, rt_value src_dir_fd, rt_value dst_dir_fd)
{
    return rename_by(src, dst, src_dir_fd, dst_dir_fd, "replace");
}

rt_value rt_os_link(rt_value src, rt_value dst, rt_value follow_symlinks)
{
    rt_path from, to;
    int follow = follow_symlinks ? rt_truth(follow_symlinks) : 0;
    if (follow < 0 || !read_both(&from, &to, src, dst, "link")) return 0;
    return rt_paths_done(
        &from, &to, linkat(AT_FDCWD, from.text, AT_FDCWD, to.text, follow ? AT_SYMLINK_FOLLOW : 0));
}

rt_value rt_os_symlink(rt_value src, rt_value dst, rt_value target_is_directory, rt_value dir_fd)
{
    (void)target_is_directory; /* Windows wants to know */
    rt_path from, to;
    int folder;
    if (!rt_os_folder(dir_fd, &folder) || !read_both(&from, &to, src, dst, "symlink")) return 0;
    return rt_paths_done(&from, &to, symlinkat(from.text, folder, to.text));
}
