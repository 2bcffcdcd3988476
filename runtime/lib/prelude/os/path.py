"""os.path: paths as text, and questions about the files that they name."""

from _os import fspath, getcwd, getcwdb, lstat, mode_of, readlink, stat

curdir, pardir, extsep, sep, pathsep = '.', '..', '.', '/', ':'
altsep = None
defpath, devnull = '/bin:/usr/bin', '/dev/null'
supports_unicode_filenames = False

_FOLDER, _FILE, _LINK, _KIND = 0o040000, 0o100000, 0o120000, 0o170000


# -- text ------------------------------------------------------------------------------------------

def _marks(path):
    """'/', '.', '..' and '' in the path's own type."""
    return (b'/', b'.', b'..', b'') if isinstance(path, bytes) else ('/', '.', '..', '')


def _check_mixed(function, paths):
    """What join and its kin say where str and bytes come together, or something else altogether."""
    kinds = {str: False, bytes: False}
    for path in paths:
        for kind in kinds:
            if isinstance(path, kind):
                kinds[kind] = True
                break
        else:
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, '
                            f'not {type(path).__name__!r}') from None
    if kinds[str] and kinds[bytes]:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    return fspath(s)


def isabs(s):
    s = fspath(s)
    return s.startswith(_marks(s)[0])


def join(a, *p):
    a = fspath(a)
    slash = _marks(a)[0]
    path = a
    try:
        if not p:
            path[:0] + slash
        for part in map(fspath, p):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _check_mixed('join', (a,) + p)
        raise
    return path


def split(p):
    p = fspath(p)
    slash = _marks(p)[0]
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return head.rstrip(slash) or head, tail


def basename(p):
    p = fspath(p)
    return p[p.rfind(_marks(p)[0]) + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    slash, dot = _marks(p)[:2]
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    name = p[start:at] if at > start else p[:0]
    if name.lstrip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = fspath(p)
    return p[:0], p


def normpath(path):
    path = fspath(path)
    slash, dot, dots, empty = _marks(path)
    if not path:
        return dot
    root = empty
    if path.startswith(slash):  # two slashes at the start, and no more, have a meaning of their own
        root = slash * 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else slash
    parts = []
    for part in path.split(slash):
        if part == empty or part == dot:
            continue
        if part != dots or not root and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = fspath(path)
    if not isabs(path):
        path = join(getcwdb() if isinstance(path, bytes) else getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path = fspath(path)
    slash, dot, dots, _ = _marks(path)
    start = dot if start is None else fspath(start)
    try:
        there = [part for part in abspath(path).split(slash) if part]
        here = [part for part in abspath(start).split(slash) if part]
    except (TypeError, AttributeError, BytesWarning):
        _check_mixed('relpath', (path, start))
        raise
    shared = len(commonprefix([here, there]))
    return slash.join([dots] * (len(here) - shared) + there[shared:]) or dot


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(fspath, paths))
    slash, dot, _, empty = _marks(paths[0])
    try:
        rooted = {path.startswith(slash) for path in paths}
        parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    except (TypeError, AttributeError):
        _check_mixed('commonpath', paths)
        raise
    if len(rooted) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    return (slash if rooted.pop() else empty) + slash.join(commonprefix(parts))


# -- with the environment --------------------------------------------------------------------------

def expanduser(path):
    path = fspath(path)
    slash, _, _, empty = _marks(path)
    tilde = '~' if isinstance(path, str) else b'~'
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    home = _home(path[1:end])
    if home is None:
        return path
    if isinstance(path, bytes):
        home = home.encode('utf-8', 'surrogateescape')
    return home.rstrip(slash) + path[end:] or slash


def _home(user):
    """The folder of a user, by $HOME or the accounts file; None where there is none."""
    from os import environ, getuid
    if not user and 'HOME' in environ:
        return environ['HOME']
    if isinstance(user, bytes):
        user = user.decode('utf-8', 'surrogateescape')
    try:
        with open('/etc/passwd', encoding='utf-8', errors='surrogateescape') as accounts:
            for line in accounts:
                fields = line.rstrip('\n').split(':')
                if len(fields) > 5 and (fields[0] == user if user else fields[2] == str(getuid())):
                    return fields[5]
    except OSError:
        pass
    return None


def _variable(path, at):
    """The name of the variable whose '$' stands before `at`, and the place behind it."""
    if path[at:at + 1] == '{':
        end = path.find('}', at)
        return (path[at + 1:end], end + 1) if end >= 0 else ('', at)
    end = at
    while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == '_'):
        end += 1
    return path[at:end], end


def expandvars(path):
    from os import environ
    path = fspath(path)
    if isinstance(path, bytes):
        return expandvars(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    result, start = '', 0
    while (at := path.find('$', start)) >= 0:
        name, end = _variable(path, at + 1)
        result += path[start:at] + (environ[name] if name in environ else path[at:end])
        start = end
    return result + path[start:]


# -- files -----------------------------------------------------------------------------------------

def _kind(path, follow=True):
    mode = mode_of(path, follow)
    return None if mode is None else mode & _KIND


def exists(path):
    return mode_of(path) is not None


def lexists(path):
    return mode_of(path, False) is not None


def isfile(path):
    return _kind(path) == _FILE


def isdir(s):
    return _kind(s) == _FOLDER


def islink(path):
    return _kind(path, False) == _LINK


def ismount(path):
    try:
        here = lstat(path)
        if here.st_mode & _KIND == _LINK:
            return False
        path = fspath(path)
        above = lstat(realpath(join(path, _marks(path)[2])))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):
    return stat(filename).st_size


def getmtime(filename):
    return stat(filename).st_mtime


def getatime(filename):
    return stat(filename).st_atime


def getctime(filename):
    return stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(stat(f1), stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(stat(fp1), stat(fp2))


def realpath(filename, *, strict=False):
    filename = fspath(filename)
    return abspath(_resolve(filename[:0], filename, strict, {})[0])


def _resolve(path, rest, strict, seen):
    """`path`, free of links, with the parts of `rest` added; and whether all links lead somewhere.
    `seen` has the links that were followed, None for those that are being followed."""
    slash, dot, dots, _ = _marks(rest)
    if rest.startswith(slash):
        path = slash
    parts = [part for part in rest.split(slash) if part and part != dot]
    for i, part in enumerate(parts):
        if part == dots:
            path = _parent(path, dots)
            continue
        inner = join(path, part)
        try:
            is_link = lstat(inner).st_mode & _KIND == _LINK
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = inner
            continue
        if inner in seen and seen[inner] is not None:
            path = seen[inner]
            continue
        if inner in seen:
            if strict:
                stat(inner)  # says that there are too many levels
            return join(inner, *parts[i + 1:]), False
        seen[inner] = None
        path, fine = _resolve(path, readlink(inner), strict, seen)
        if not fine:
            return join(path, *parts[i + 1:]), False
        seen[inner] = path
    return path, True


def _parent(path, dots):
    if not path:
        return dots
    head, tail = split(path)
    return join(head, dots, dots) if tail == dots else head
