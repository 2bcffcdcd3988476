"""shutil: copying, moving and removing files and trees of folders."""

import os
from fnmatch import filter
from os.path import basename, exists, isdir, islink, join, samefile
from stat import S_IMODE, S_ISFIFO


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """Not a file of the kind that can be copied."""


# -- files -----------------------------------------------------------------------------------------

def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or 65536):
        fdst.write(data)


def _is_same(src, dst):
    try:
        return samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _is_same(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    for path in (src, dst):
        if exists(path) and S_ISFIFO(os.stat(path).st_mode):
            raise SpecialFileError(f'`{os.fspath(path)}` is a named pipe')
    if not follow_symlinks and islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if follow_symlinks or not (islink(src) and islink(dst)):
        os.chmod(dst, S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    follow = follow_symlinks or not (islink(src) and islink(dst))
    status = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, S_IMODE(status.st_mode))


def _into(src, dst):
    return join(dst, basename(src)) if isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


# -- trees -----------------------------------------------------------------------------------------

def ignore_patterns(*patterns):
    def ignored(path, names):
        found = set()
        for pattern in patterns:
            found.update(filter(names, pattern))
        return found
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    with os.scandir(src) as found:
        entries = list(found)
    left_out = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        inner, target = join(src, entry.name), join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(inner), target)
            elif entry.is_symlink() and ignore_dangling_symlinks and not exists(inner):
                continue
            elif entry.is_dir():
                copytree(inner, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(inner, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((inner, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    if dir_fd is not None:
        raise NotImplementedError('dir_fd unavailable on this platform')

    def failed(function, place, error):
        if ignore_errors:
            return
        if onerror is None:
            raise error
        onerror(function, place, (type(error), error, error.__traceback__))

    try:
        os.lstat(path)
    except OSError as error:
        return failed(os.lstat, path, error)
    if islink(path):
        return failed(islink, path, OSError('Cannot call rmtree on a symbolic link'))
    _remove_tree(path, failed)


def _remove_tree(path, failed):
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError as error:
        failed(os.scandir, path, error)
        entries = []
    for entry in entries:
        inner = join(path, entry.name)
        if entry.is_dir(follow_symlinks=False):
            _remove_tree(inner, failed)
            continue
        try:
            os.unlink(inner)
        except OSError as error:
            failed(os.unlink, inner, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


def _is_inside(src, dst):
    src, dst = (os.path.abspath(path).rstrip('/') + '/' for path in (src, dst))
    return dst.startswith(src)


def move(src, dst, copy_function=copy2):
    target = dst
    if isdir(dst):
        if _is_same(src, dst) and not islink(src):
            os.rename(src, dst)
            return None
        target = join(dst, basename(os.fspath(src).rstrip('/')))
        if exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        _move_by_copy(src, target, copy_function)
    return target


def _move_by_copy(src, dst, copy_function):
    """Where the destination is on another file system, or something is wrong that copying will tell."""
    if islink(src):
        os.symlink(os.readlink(src), dst)
        os.unlink(src)
    elif isdir(src):
        if _is_inside(src, dst):
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
        copytree(src, dst, symlinks=True, copy_function=copy_function)
        rmtree(src)
    else:
        copy_function(src, dst)
        os.unlink(src)


# -- the system ------------------------------------------------------------------------------------

def disk_usage(path):
    from collections import namedtuple
    usage = namedtuple('usage', 'total used free', module='shutil')
    status = os.statvfs(path)
    return usage(status.f_blocks * status.f_frsize, (status.f_blocks - status.f_bfree) * status.f_frsize,
                 status.f_bavail * status.f_frsize)


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    for name in (user, group):
        if isinstance(name, str):
            raise LookupError(f'no such user or group: {name!r}')
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0

    columns, lines = number('COLUMNS'), number('LINES')
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(1)
        except OSError:
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def fits(file):
        return exists(file) and os.access(file, mode) and not isdir(file)

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get('PATH', None) or os.defpath
    for folder in dict.fromkeys(path.split(os.pathsep)):
        file = join(folder, cmd)
        if fits(file):
            return file
    return None
