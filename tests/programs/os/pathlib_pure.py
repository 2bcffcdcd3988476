"""pathlib: paths as text."""
from pathlib import Path, PurePath, PurePosixPath, PosixPath

for text in ['a/b/c.tar.gz', '/a/./b//c', '', '.', '/', '//', '///', '//x/y', '..', 'a/..', '.hidden', 'a.', 'a.b.', 'dir/.x.y', '...', 'x/']:
    p = PurePosixPath(text)
    print(repr(p), str(p), p.parts, repr(p.root), repr(p.anchor), repr(p.drive), repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, list(p.parents), p.is_absolute())
print(PurePath('a', 'b', '/c', 'd'), PurePath('a') / 'b' / PurePath('c'), '/root' / PurePath('x'), PurePath('a') / '/b', PurePath(), PurePath('a', ''), Path('a').joinpath('b', 'c'))
p = PurePosixPath('/usr/lib/python3.11/os.py')
print(p.with_name('x.txt'), p.with_stem('io'), p.with_suffix('.pyc'), p.with_suffix(''), p.relative_to('/usr'), p.relative_to('/usr', 'lib'), p.is_relative_to('/usr'), p.is_relative_to('/etc'))
print(p.parents[0], p.parents[2], p.parents[-1], len(p.parents), p.parents[1:3], p.parents, p.parent.parent)
print(p.match('*.py'), p.match('python*/*.py'), p.match('/usr/*.py'), p.match('/*/*/*/os.py'), p.match('b'), PurePath('a.PY').match('*.py'))
print(p.as_posix(), p.as_uri(), PurePosixPath('/a b/ü').as_uri(), bytes(p), p.__fspath__())
print(PurePath('a') == PurePath('a/'), PurePath('a') == 'a', PurePath('a') != PurePath('b'), hash(PurePath('a/b')) == hash(PurePath('a//b')), Path('a') == PurePath('a'))
print(sorted([PurePath('b'), PurePath('a/c'), PurePath('a'), PurePath('a-b')]), PurePath('a') < PurePath('b') >= PurePath('a'), {PurePath('x'), PurePath('x')})
print(type(Path('a')), type(PurePath('a')), isinstance(Path('a'), PurePosixPath), issubclass(PosixPath, Path), type(Path('a').parent).__name__, type(Path('a') / 'b').__name__)
print(f'{p}', '%s' % p, f'{p!r}', str(p) + '!', len(str(p)), [str(x) for x in p.parents])
for attempt in (lambda: PurePath(3), lambda: PurePath('a') / 3, lambda: 3 / PurePath('a'), lambda: PurePath('/').with_name('x'), lambda: p.with_name(''),
                lambda: p.with_name('a/b'), lambda: p.with_suffix('x'), lambda: p.with_suffix('.'), lambda: p.relative_to('/etc'), lambda: p.relative_to(),
                lambda: PurePath('a').as_uri(), lambda: p.match(''), lambda: p.parents[9], lambda: PurePath('a') < 'b', lambda: setattr(p, 'x', 1), lambda: PurePath(b'a'),
                lambda: PurePath('a').relative_to('/a'), lambda: PurePath('').with_suffix('.x')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(type(Path())):
    def shout(self):
        return str(self).upper()


m = Mine('a', 'b')
m.extra = 1
print(m.shout(), (m / 'c').shout(), type(m.parent).__name__, repr(m), m.extra)
match Path('x/y.txt'):
    case Path(name=name, suffix='.txt'):
        print('matched', name)
