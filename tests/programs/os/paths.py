"""os.path: text of paths."""
import os.path
from os.path import basename, commonpath, commonprefix, dirname, join, normpath, split, splitext

for parts in [('a', 'b'), ('a/', 'b'), ('a', '/b', 'c'), ('', 'b'), ('a', ''), ('/',), ('a', '', 'b'), (b'a', b'b')]:
    print(parts, join(*parts))
for path in ['/a/b/c.tar.gz', 'a', '', '/', '//', '//a', 'a/', 'a/b/', '.bashrc', 'a/.b.c', '...', 'a.', '/a//b', b'x/y.z']:
    print(repr(path), split(path), repr(basename(path)), repr(dirname(path)), splitext(path))
for path in ['', '.', '..', 'a/../b', 'a/./b//c/', '/..', '/../a', '//a', '///a', '../../a', 'a/../..', 'a/b/../../..', b'a/../b']:
    print(repr(path), repr(normpath(path)))
print(os.path.isabs('/a'), os.path.isabs('a'), os.path.splitdrive('/a'), os.path.normcase('/A'))
print(commonprefix(['interspecies', 'interstellar', 'interstate']), commonprefix([]), commonprefix(['a']))
print(commonpath(['/usr/lib', '/usr/lib64/x', '/usr']), commonpath(['a/b/c', 'a/b/d']), repr(commonpath(['a', 'b'])), commonpath([b'/a']))
for path, start in [('/a/b/c', '/a'), ('/a', '/a/b/c'), ('/a/b', '/a/b'), ('/x/y', '/a/b')]:
    print(os.path.relpath(path, start))
print(os.path.abspath('x') == join(os.getcwd(), 'x'), os.path.relpath('x/y'), os.path.abspath('/a/../b'))
print(os.sep, os.curdir, os.pardir, os.extsep, os.pathsep, os.altsep, os.devnull, repr(os.linesep), os.name, os.path.sep)


class Place:
    def __fspath__(self):
        return 'some/place.txt'


class Bad:
    def __fspath__(self):
        return 3


print(join(Place(), 'x'), splitext(Place()), os.fspath(Place()), os.fspath(b'x'), os.fsencode('ü'), os.fsdecode(b'\xc3\xbc'), os.fsencode(Place()))
for attempt in (lambda: join('a', 3), lambda: join('a', b'b'), lambda: join(3, 'a'), lambda: os.fspath(3), lambda: os.fspath(Bad()),
                lambda: commonpath([]), lambda: commonpath(['/a', 'b']), lambda: os.path.relpath(''), lambda: basename(None),
                lambda: join('a', None), lambda: commonpath(['a', b'b']), lambda: os.path.exists(3.5), lambda: os.path.getsize('/nope/x')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(os.path.exists('/nope/x'), os.path.isfile('a\0b'), os.path.isdir('/'), os.path.islink('/'), os.path.lexists('/'), os.path.ismount('/'))


class Explicit(os.PathLike):
    def __fspath__(self):
        return 'explicit'


print(isinstance(Place(), os.PathLike), isinstance('x', os.PathLike), issubclass(Explicit, os.PathLike), os.path.join(Explicit(), 'x'), os.PathLike[str])
try:
    os.PathLike()
except TypeError as error:
    print(error)
