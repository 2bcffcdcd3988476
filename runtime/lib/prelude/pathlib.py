"""pathlib: paths as objects: PurePath for the text, Path for the files."""

import io
import os
from fnmatch import _matcher
from os.path import expanduser, isdir, isfile, islink, ismount, lexists, realpath

__all__ = ['PurePath', 'PurePosixPath', 'Path', 'PosixPath']


def _texts(args):
    for arg in args:
        if isinstance(arg, PurePath):
            yield str(arg)
            continue
        text = os.fspath(arg)
        if not isinstance(text, str):
            raise TypeError('argument should be a str object or an os.PathLike object returning str, '
                            f'not {type(text)!r}')
        yield str(text)


def _parse(texts):
    """Root and parts of the texts joined: what is absolute begins anew, '.' and '' mean nothing."""
    root, parts = '', []
    for text in texts:
        if text.startswith('/'):
            root = '//' if text.startswith('//') and not text.startswith('///') else '/'
            parts = []
        parts += [part for part in text.split('/') if part and part != '.']
    return root, tuple(parts)


class PurePath:
    """`_root` is '', '/' or '//'; `_tail` has the parts behind it."""

    __slots__ = ('_root', '_tail', '_text')

    def __new__(cls, *args):
        return _make(PurePosixPath if cls is PurePath else cls, *_parse(_texts(args)))

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        if self._text is None:
            self._text = self._root + '/'.join(self._tail) or '.'
        return self._text

    __fspath__ = as_posix = __str__

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        plain = b'-._~/' + bytes(range(48, 58)) + bytes(range(65, 91)) + bytes(range(97, 123))
        return 'file://' + ''.join(chr(b) if b in plain else f'%{b:02X}' for b in bytes(self))

    # -- comparison --

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    # -- parts --

    drive = property(lambda self: '', doc='What Windows has before the root.')

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def parts(self):
        return (self._root, *self._tail) if self._root else self._tail

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind('.')
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return _make(type(self), self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return self._root != ''

    def is_reserved(self):
        return False

    # -- other paths --

    def _named(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return _make(type(self), self._root, self._tail[:-1] + (name,))

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._named(name)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self._named(self.stem + suffix)

    def relative_to(self, *other):
        if not other:
            raise TypeError('need at least one argument')
        root, tail = _parse(_texts(other))
        if root != self._root or self._tail[:len(tail)] != tail:
            shown = root + '/'.join(tail)
            raise ValueError(f'{str(self)!r} is not in the subpath of {shown!r} '
                             'OR one path is relative and the other is absolute.')
        return _make(type(self), '', self._tail[len(tail):])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def joinpath(self, *args):
        return self._joined(_texts(args))

    def _joined(self, texts):
        root, tail = _parse(texts)
        return _make(type(self), root, tail) if root else _make(type(self), self._root, self._tail + tail)

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(key, '__fspath__'):
            return NotImplemented
        return self._joined(_texts((key,)))

    def __rtruediv__(self, key):
        if not isinstance(key, str) and not hasattr(key, '__fspath__'):
            return NotImplemented
        return _make(type(self), *_parse(_texts((key, self))))

    def match(self, path_pattern):
        root, patterns = _parse(_texts((path_pattern,)))
        if not root and not patterns:
            raise ValueError('empty pattern')
        tail = self._tail
        if root and (root != self._root or len(tail) != len(patterns)) or len(patterns) > len(tail):
            return False
        return all(_matcher(pattern)(part) for pattern, part in zip(reversed(patterns), reversed(tail)))


def _make(cls, root, tail):
    self = object.__new__(cls)
    self._root, self._tail, self._text = root, tail, None
    return self


class _Parents:
    """The logical ancestors of a path, the nearest first."""

    __slots__ = ('_path',)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return _make(type(path), path._root, path._tail[:-index - 1])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePosixPath(PurePath):
    __slots__ = ()


# -- files -----------------------------------------------------------------------------------------

class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args):
        return _make(PosixPath if cls is Path else cls, *_parse(_texts(args)))

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def expanduser(self):
        if self._root or not self._tail or not self._tail[0].startswith('~'):
            return self
        home = expanduser(self._tail[0])
        if home.startswith('~'):
            raise RuntimeError('Could not determine home directory.')
        return type(self)(home, *self._tail[1:])

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        found = realpath(self, strict=strict)
        if not strict:
            try:
                os.stat(found)
            except OSError as error:
                if error.errno == 40:
                    raise RuntimeError(f'Symlink loop from {found!r}')
        return type(self)(found)

    # -- questions --

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.stat(self, follow_symlinks=False)

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return isdir(self)

    def is_file(self):
        return isfile(self)

    def is_symlink(self):
        return islink(self)

    def is_mount(self):
        return ismount(self)

    def is_fifo(self):
        return os.path._kind(self) == 0o010000

    def is_socket(self):
        return os.path._kind(self) == 0o140000

    def is_block_device(self):
        return os.path._kind(self) == 0o060000

    def is_char_device(self):
        return os.path._kind(self) == 0o020000

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def readlink(self):
        return type(self)(os.readlink(self))

    # -- contents --

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with io.open(self, 'rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with io.open(self, 'r', -1, encoding, errors) as file:
            return file.read()

    def write_bytes(self, data):
        with io.open(self, 'wb') as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with io.open(self, 'w', -1, encoding, errors, newline) as file:
            return file.write(data)

    # -- folders --

    def iterdir(self):
        for name in os.listdir(self):
            yield _make(type(self), self._root, self._tail + (name,))

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        return self._glob(_pattern_parts(pattern))

    def rglob(self, pattern):
        return self._glob(('**', *_pattern_parts(pattern)))

    def _glob(self, parts):
        if isdir(self):
            yield from _select(self, parts)

    # -- changes --

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not isdir(self):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


# -- patterns --------------------------------------------------------------------------------------

def _pattern_parts(pattern):
    root, parts = _parse(_texts((pattern,)))
    if root:
        raise NotImplementedError('Non-relative patterns are unsupported')
    return (*parts, '') if pattern.endswith('/') else parts


def _select(path, parts):
    """The paths below a folder that fit; a part '' at the end wants a folder."""
    if not parts or not parts[0]:
        yield path
        return
    first, rest = parts[0], parts[1:]
    if first == '**':
        seen = set()
        for folder in _folders(path):
            for found in _select(folder, rest):
                if found not in seen:
                    seen.add(found)
                    yield found
        return
    if '**' in first:
        raise ValueError("Invalid pattern: '**' can only be an entire path component")
    if not any(mark in first for mark in '*?['):
        inner = path / first
        if isdir(inner) if rest else lexists(inner) if first == '..' else os.path.exists(inner):
            yield from _select(inner, rest)
        return
    fits = _matcher(first)
    for entry in _entries(path):
        if fits(entry.name) and (not rest or entry.is_dir()):
            yield from _select(_make(type(path), path._root, path._tail + (entry.name,)), rest)


def _entries(path):
    try:
        with os.scandir(path) as found:
            return list(found)
    except PermissionError:
        return []


def _folders(path):
    yield path
    for entry in _entries(path):
        if entry.is_dir() and not entry.is_symlink():
            yield from _folders(_make(type(path), path._root, path._tail + (entry.name,)))
