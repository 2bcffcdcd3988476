"""tempfile: files and folders with names that nobody else has."""

import io
import os
from os.path import abspath, isdir, join, lexists

template = 'tmp'
tempdir = None
TMP_MAX = 10000

_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def _random_name():
    return ''.join(_letters[byte % len(_letters)] for byte in os.urandom(8))


def gettempprefix():
    return template


def gettempprefixb():
    return os.fsencode(template)


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _usable_folder()
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def _usable_folder():
    places = [os.environ.get(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp', os.getcwd()]
    for place in places:
        if place and isdir(place) and os.access(place, os.W_OK | os.X_OK):
            return abspath(place)
    raise FileNotFoundError(2, f'No usable temporary directory found in {[place for place in places if place]}')


def _named(suffix, prefix, dir):
    """The three parts of names, of one type."""
    given = [part for part in (suffix, prefix, dir) if part is not None]
    as_bytes = any(isinstance(part, bytes) for part in given)
    if as_bytes and any(isinstance(part, str) for part in given):
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    prefix = template if prefix is None and not as_bytes else gettempprefixb() if prefix is None else prefix
    suffix = ('', b'')[as_bytes] if suffix is None else suffix
    dir = (gettempdirb() if as_bytes else gettempdir()) if dir is None else os.fspath(dir)
    return suffix, prefix, dir


def _make(make, suffix, prefix, dir):
    """Tries names until `make` finds one that is free; what it gives, and the path."""
    suffix, prefix, dir = _named(suffix, prefix, dir)
    for _ in range(TMP_MAX):
        name = _random_name()
        path = join(dir, prefix + (name.encode() if isinstance(prefix, bytes) else name) + suffix)
        try:
            return make(path), abspath(path)
        except FileExistsError:
            pass
    raise FileExistsError(17, 'No usable temporary file name found')


def _open(path):
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)


def _make_folder(path):
    os.mkdir(path, 0o700)


def _check_free(path):
    if lexists(path):
        raise FileExistsError


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _make(_open, suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _make(_make_folder, suffix, prefix, dir)[1]


def mktemp(suffix='', prefix=template, dir=None):
    return _make(_check_free, suffix, prefix, dir)[1]


# -- files -----------------------------------------------------------------------------------------

class _TemporaryFileWrapper:
    """An open file that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closed = False

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>'

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        if self._closed:
            return
        self._closed = True
        try:
            self.file.close()
        finally:
            if self.delete:
                os.unlink(self.name)

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.unlink(name)
        os.close(fd)
        raise
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    try:
        return io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        raise


class SpooledTemporaryFile:
    """A stream in memory that becomes a file when it grows beyond a size."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = io.BytesIO() if 'b' in mode else io.StringIO()
        self._max_size = max_size
        self._options = (mode, buffering, encoding, newline, suffix, prefix, dir)
        self._errors = errors

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def rollover(self):
        if self._rolled:
            return
        old, self._file = self._file, TemporaryFile(*self._options, errors=self._errors)
        place = old.tell()
        self._file.write(old.getvalue())
        self._file.seek(place, 0)
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def write(self, s):
        written = self._file.write(s)
        self._check()
        return written

    def writelines(self, iterable):
        self._file.writelines(iterable)
        self._check()


# -- folders ---------------------------------------------------------------------------------------

class TemporaryDirectory:
    """A folder that is removed with all that is in it: at the end of `with`, or when it is not used any more."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._removed = True
        self.name = mkdtemp(suffix, prefix, dir)
        self._removed = False

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        from shutil import rmtree
        if not self._removed or lexists(self.name):
            self._removed = True
            rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    def __del__(self):
        if not self._removed:
            self.cleanup()
