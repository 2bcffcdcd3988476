"""os: what is built upon listing and making folders."""

from _os import entries, lstat, mkdir, mode_of, rename, rmdir, stat
from .path import _FILE, _FOLDER, _KIND, _LINK, _marks, exists, islink, join, split
from _os import fspath


class DirEntry:
    """What scandir gives: a name, with what the folder tells about it."""

    __slots__ = ('name', 'path', '_kind', '_inode', '_stat', '_lstat')

    def __init__(self, name, path, kind, inode):
        self.name = name
        self.path = path
        self._kind = kind
        self._inode = inode
        self._stat = self._lstat = None

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def inode(self):
        return self._inode

    def _is(self, kind, follow):
        known = self._kind
        if not known or follow and known == _LINK:
            mode = mode_of(self.path, follow)
            known = 0 if mode is None else mode & _KIND
        return known == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is(_FOLDER, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(_FILE, follow_symlinks)

    def is_symlink(self):
        return self._is(_LINK, False)

    def stat(self, *, follow_symlinks=True):
        if follow_symlinks and self.is_symlink():
            if self._stat is None:
                self._stat = stat(self.path)
            return self._stat
        if self._lstat is None:
            self._lstat = lstat(self.path)
        return self._lstat


DirEntry.__module__ = 'posix'


class ScandirIterator:
    def __init__(self, path):
        self._path = '.' if path is None else path if isinstance(path, int) else fspath(path)
        self._entries = iter(entries(path))

    def __iter__(self):
        return self

    def __next__(self):
        name, kind, inode = next(self._entries)
        path = name if isinstance(self._path, int) else join(self._path, name)
        return DirEntry(name, path, kind, inode)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self._entries = iter(())


ScandirIterator.__module__ = 'posix'


def scandir(path=None):
    return ScandirIterator(path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = split(name)
    if not tail:
        head, tail = split(head)
    if head and tail and not exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else was faster
        if tail == _marks(tail)[1]:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _is_folder(name):
            raise


def _is_folder(path):
    mode = mode_of(path)
    return mode is not None and mode & _KIND == _FOLDER


def removedirs(name):
    rmdir(name)
    head, tail = split(name)
    if not tail:
        head, tail = split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = split(head)


def renames(old, new):
    head, tail = split(new)
    if head and tail and not exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(top, topdown, onerror, followlinks):
    folders, files, inner = [], [], []
    try:
        found = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    for entry in found:
        if entry.is_dir():
            folders.append(entry.name)
            if not topdown and (followlinks or not entry.is_symlink()):
                inner.append(entry.path)
        else:
            files.append(entry.name)
    if topdown:
        yield top, folders, files
        for name in folders:  # which the caller may have changed
            path = join(top, name)
            if followlinks or not islink(path):
                yield from _walk(path, topdown, onerror, followlinks)
        return
    for path in inner:
        yield from _walk(path, topdown, onerror, followlinks)
    yield top, folders, files
