"""linecache: lines of files, which are read once."""

import os

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    return cache[filename][2] if filename in cache else updatecache(filename, module_globals)


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Drops what has changed since it was read."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        size, changed, _, path = cache[name]
        try:
            now = os.stat(path)
        except OSError:
            del cache[name]
            continue
        if (now.st_size, now.st_mtime) != (size, changed):
            del cache[name]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    try:
        found = os.stat(filename)
        with open(filename, encoding='utf-8') as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, filename
    return lines


def lazycache(filename, module_globals):
    return False
