"""glob: the files whose paths fit a pattern."""

from fnmatch import _matcher
from os import fspath, scandir
from os.path import isdir, join, lexists, split


def _magic(s):
    return (b'*', b'?', b'[') if isinstance(s, bytes) else ('*', '?', '[')


def has_magic(s):
    return any(mark in s for mark in _magic(s))


def escape(pathname):
    empty = pathname[:0]
    opening, closing = (b'[', b']') if isinstance(pathname, bytes) else ('[', ']')
    result = empty
    for i in range(len(pathname)):
        c = pathname[i:i + 1]
        result += opening + c + closing if c in _magic(pathname) else c
    return result


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def _is_recursive(pattern):
    return pattern == '**' or pattern == b'**'


class _Search:
    """The options of one search: where relative patterns begin, and what `**` and hidden names mean."""

    def __init__(self, root, recursive, include_hidden):
        self.root = root
        self.recursive = recursive
        self.include_hidden = include_hidden

    def place(self, path):
        """Where the path of a result is to be looked for."""
        return path if self.root is None else join(self.root, path)

    def paths(self, pattern):
        folder, name = split(pattern)
        if not has_magic(pattern):
            if (name and lexists(self.place(pattern))) or (not name and isdir(self.place(folder))):
                yield pattern
            return
        recursive = self.recursive and _is_recursive(name)
        if not folder:
            yield from self.below(folder, name, False) if recursive else self.fitting(folder, name, False)
            return
        folders = self.paths(folder) if folder != pattern and has_magic(folder) else [folder]
        for parent in folders:
            if recursive:
                found = self.below(parent, name, False)
            elif has_magic(name):
                found = self.fitting(parent, name, False)
            else:
                found = self.exactly(parent, name)
            for inner in found:
                yield join(parent, inner)

    def exactly(self, folder, name):
        if not name and isdir(self.place(folder)) or name and lexists(self.place(join(folder, name))):
            return [name]
        return []

    def fitting(self, folder, pattern, folders_only):
        fits = _matcher(pattern)
        hidden = self.include_hidden or _is_hidden(pattern)
        return [name for name in self.names(folder, folders_only)
                if (hidden or not _is_hidden(name)) and fits(name)]

    def names(self, folder, folders_only):
        place = self.place(folder) or (b'.' if isinstance(folder, bytes) else '.')
        names = []
        try:
            with scandir(place) as found:
                for entry in found:
                    try:
                        if not folders_only or entry.is_dir():
                            names.append(entry.name)
                    except OSError:
                        pass
        except OSError:
            pass
        return names

    def below(self, folder, pattern, folders_only):
        if not folder or isdir(self.place(folder)):
            yield pattern[:0]
            yield from self.all_below(folder, folders_only)

    def all_below(self, folder, folders_only):
        for name in self.names(folder, folders_only):
            if self.include_hidden or not _is_hidden(name):
                yield name
                for inner in self.all_below(join(folder, name) if folder else name, folders_only):
                    yield join(name, inner)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if dir_fd is not None:
        raise NotImplementedError('dir_fd unavailable on this platform')
    if root_dir is not None:
        root_dir = fspath(root_dir)
    found = _Search(root_dir, recursive, include_hidden).paths(pathname)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        return (path for path in found if path)
    return found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))
