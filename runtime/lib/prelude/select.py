"""select: which descriptors are ready, asked from the system by poll and epoll (_select)."""

import _select

from builtins import OSError as error

from _os import close as _close

PIPE_BUF = 4096
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 0x2000
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLLRDHUP, EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET = 0x2000, 1 << 28, 1 << 30, 1 << 31
EPOLL_CLOEXEC = 0x80000

_ADD, _REMOVE, _CHANGE = 1, 2, 3
_EBADF, _ENOENT = 9, 2


def select(rlist, wlist, xlist, timeout=None, /):
    """The objects of the three lists that can be read, written, or have something exceptional."""
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    wanted = {}
    asked = []
    for files, events in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        pairs = [(_select.descriptor(file), file) for file in files]
        asked.append(pairs)
        for fd, _ in pairs:
            wanted[fd] = wanted.get(fd, 0) | events
    found = dict(_select.poll(wanted, timeout))
    for events in found.values():
        if events & POLLNVAL:
            raise OSError(_EBADF, 'Bad file descriptor')
    answers = []
    for pairs, events in zip(asked, (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)):
        answers.append([file for fd, file in pairs if found.get(fd, 0) & events])
    return tuple(answers)


class poll:
    __c_type__ = True

    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_select.descriptor(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _select.descriptor(fd)
        if fd not in self._wanted:
            raise FileNotFoundError(_ENOENT, 'No such file or directory')
        self._wanted[fd] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_select.descriptor(fd)]

    def poll(self, timeout=None, /):
        """(descriptor, events) of those that are ready within `timeout` milliseconds."""
        return _select.poll(self._wanted, None if timeout is None or timeout < 0 else timeout / 1000)


class epoll:
    __c_type__ = True

    def __init__(self, sizehint=-1, flags=0):
        self._fd = _select.epoll_create(flags)

    def _open_fd(self):
        if self._fd < 0:
            raise ValueError('I/O operation on closed epoll object')
        return self._fd

    @classmethod
    def fromfd(cls, fd, /):
        self = cls.__new__(cls)
        self._fd = fd
        return self

    @property
    def closed(self):
        return self._fd < 0

    def fileno(self):
        return self._open_fd()

    def close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _close(fd)

    def __enter__(self):
        self._open_fd()
        return self

    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        _select.epoll_ctl(self._open_fd(), _ADD, _select.descriptor(fd), eventmask)

    def modify(self, fd, eventmask):
        _select.epoll_ctl(self._open_fd(), _CHANGE, _select.descriptor(fd), eventmask)

    def unregister(self, fd):
        _select.epoll_ctl(self._open_fd(), _REMOVE, _select.descriptor(fd), 0)

    def poll(self, timeout=None, maxevents=-1):
        if maxevents == -1:
            maxevents = 1023
        elif maxevents < 1:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        return _select.epoll_wait(self._open_fd(), None if timeout is None or timeout < 0 else timeout, maxevents)
