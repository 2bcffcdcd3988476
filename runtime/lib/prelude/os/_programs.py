"""os: other programs in the place of this one, beside it, or at the end of a pipe."""

import _process

from _os import _exit, close, execve as _execve, fork, fspath, pipe, setpgid, waitpid

from ._environment import _environment
from .path import defpath

P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
_ENOENT, _ENOTDIR = 2, 20


def _bytes_of(value):
    value = fspath(value)
    return value.encode('utf-8', 'surrogateescape') if isinstance(value, str) else value


def _arguments(name, args):
    if not isinstance(args, (tuple, list)):
        raise TypeError(f'{name}() arg 2 must be a tuple or list')
    if not args:
        raise ValueError(f'{name}() arg 2 must not be empty')
    args = [_bytes_of(arg) for arg in args]
    if not args[0]:
        raise ValueError(f'{name}() arg 2 first element cannot be empty')
    return args


def _entries(env):
    return [_bytes_of(key) + b'=' + _bytes_of(value) for key, value in env.items()]


def _own_environment():
    return _entries(_environment(str))


def execv(path, argv, /):
    try:
        _execve(_bytes_of(path), _arguments('execv', argv), _own_environment())
    except OSError as failure:
        raise type(failure)(failure.errno, failure.strerror) from None


def execve(path, argv, env):
    try:
        _execve(_bytes_of(path), _arguments('execve', argv), _entries(env))
    except OSError as failure:
        raise type(failure)(failure.errno, failure.strerror, path) from None


def execvpe(file, args, env):
    """The file is looked for in the folders of PATH."""
    name, args, entries = _bytes_of(file), _arguments('execvpe', args), _entries(env)
    if b'/' in name:
        return _execve(name, args, entries)
    path = _bytes_of(env.get('PATH') or defpath)
    last = None
    for folder in path.split(b':'):
        try:
            _execve(folder + b'/' + name, args, entries)
        except OSError as failure:
            if last is None or failure.errno not in (_ENOENT, _ENOTDIR):
                last = failure
    raise type(last)(last.errno, last.strerror)


def execvp(file, args):
    execvpe(file, args, _environment(str))


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def _spawn(mode, execute, *args):
    pid = fork()
    if pid == 0:
        try:
            execute(*args)
        except BaseException:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    status = waitpid(pid, 0)[1]
    return status >> 8 if not status & 0x7f else -(status & 0x7f)


def spawnv(mode, file, args):
    return _spawn(mode, execv, file, args)


def spawnve(mode, file, args, env):
    return _spawn(mode, execve, file, args, env)


def spawnvp(mode, file, args):
    return _spawn(mode, execvp, file, args)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def setpgrp():
    setpgid(0, 0)


class _PipeFile:
    """The file of popen: closing it tells how the command ended."""

    def __init__(self, stream, pid):
        self._stream, self._pid = stream, pid

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return iter(self._stream)

    def close(self):
        self._stream.close()
        returncode = _process.wait(self._pid, None)
        if returncode == 0:
            return None
        return returncode << 8  # as wait() tells an exit


def popen(cmd, mode='r', buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError(f'invalid cmd type ({type(cmd)}, expected string)')
    if mode not in ('r', 'w'):
        raise ValueError(f'invalid mode {mode!r}')
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    reading, writing = pipe()
    ours, theirs = (reading, writing) if mode == 'r' else (writing, reading)
    standard = (-1, theirs, -1) if mode == 'r' else (theirs, -1, -1)
    try:
        pid = _process.spawn([b'/bin/sh'], [b'/bin/sh', b'-c', _bytes_of(cmd)], None, None, standard, (), (1, 0, -1))
    finally:
        close(theirs)
    return _PipeFile(open(ours, mode, buffering), pid)
