"""os: files, folders, descriptors, processes and the environment (_os has the system calls)."""

from _os import (
    _exit, abort, access, chdir, chmod, chown, close, cpu_count, dup, dup2, fdatasync, fork, fspath, fstat, fsync,
    ftruncate, get_blocking, get_inheritable, get_terminal_size, getcwd, getcwdb, getegid, geteuid, getgid,
    getgroups, getloadavg, getpgid, getpgrp, getpid, getppid, getpriority, getsid, getuid, isatty, kill, killpg,
    link, listdir, lseek, lstat, mkdir, mkfifo, nice, open, pipe, pipe2, pread, pwrite, read, readlink, remove,
    rename, replace, rmdir, sched_getaffinity, sched_yield, sendfile, set_blocking, set_inheritable, setegid,
    seteuid, setgid, setpgid, setpriority, setsid, setuid, stat, stat_result, statvfs, statvfs_result, strerror,
    symlink, system, terminal_size, times, times_result, truncate, umask, uname, uname_result, unlink, urandom,
    utime, waitpid, write,
)

from abc import ABC, abstractmethod
from types import GenericAlias

from . import path
from ._environment import _Environ, _environment
from ._programs import (
    P_NOWAIT, P_NOWAITO, P_WAIT, execl, execle, execlp, execlpe, execv, execve, execvp, execvpe, popen, setpgrp, spawnl,
    spawnlp, spawnv, spawnve, spawnvp,
)
from ._folders import DirEntry, makedirs, removedirs, renames, scandir, walk
from .path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name, linesep = 'posix', '\n'
error = OSError

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_NOCTTY = 0, 1, 2, 0o100, 0o200, 0o400
O_TRUNC, O_APPEND, O_NONBLOCK, O_SYNC = 0o1000, 0o2000, 0o4000, 0o4010000
O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC = 0o200000, 0o400000, 0o2000000
WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE = 0, 64, 65, 66, 69, 70
EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_NOPERM, EX_CONFIG = 71, 72, 73, 74, 75, 77, 78

environ = _environment(str)
environb = _environment(bytes)


class PathLike(ABC):
    """What has __fspath__."""

    __slots__ = ()

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__fspath__') if cls is PathLike else NotImplemented

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


# -- the environment -------------------------------------------------------------------------------

def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value):
    from _os import putenv as put
    put(name, value)


def unsetenv(name):
    from _os import unsetenv as unset
    unset(name)


def get_exec_path(env=None):
    if env is None:
        env = environ
    return env.get('PATH', defpath).split(pathsep)


# -- names and descriptors -------------------------------------------------------------------------

def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    import io
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def closerange(fd_low, fd_high, /):
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass


# -- ends of processes -----------------------------------------------------------------------------

def wait():
    return waitpid(-1, 0)


def WIFEXITED(status):
    return status & 0x7f == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    return status & 0x7f not in (0, 0x7f)


def WTERMSIG(status):
    return status & 0x7f


def WIFSTOPPED(status):
    return status & 0xff == 0x7f


def WSTOPSIG(status):
    return WEXITSTATUS(status)


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f'invalid wait status: {status}')
