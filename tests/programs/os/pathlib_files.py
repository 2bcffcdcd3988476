"""pathlib: files and folders by Path."""
import os
import shutil
import stat
import tempfile
from pathlib import Path


def shown(error):
    return f'{type(error).__name__} {error}'.replace(str(root), 'ROOT')


root = Path(tempfile.mkdtemp())
try:
    print(root.exists(), root.is_dir(), root.is_file(), root.is_absolute(), list(root.iterdir()))
    file = root / 'one.txt'
    print(file.write_text('first\nsecond\n'), file.read_text(), file.read_bytes(), file.exists(), file.is_file(), file.stat().st_size)
    print((root / 'data.bin').write_bytes(b'\0\1\2'), (root / 'data.bin').read_bytes())
    with file.open() as opened:
        print([line.rstrip() for line in opened])
    with (root / 'two.txt').open('w', encoding='utf-8') as opened:
        print('zwölf', file=opened)
    print((root / 'two.txt').read_text(encoding='utf-8'), os.path.getsize(root / 'two.txt'))
    (root / 'sub' / 'deep' / 'er').mkdir(parents=True)
    (root / 'sub').mkdir(exist_ok=True)
    (root / 'sub' / 'a.py').touch()
    (root / 'sub' / 'deep' / 'b.py').write_text('x = 1')
    (root / 'sub' / '.hidden.py').touch()
    (root / 'link').symlink_to('one.txt')
    (root / 'bad').symlink_to('nowhere')
    names = lambda paths: sorted(str(path.relative_to(root)) for path in paths)
    print(names(root.iterdir()))
    for pattern in ('*', '*.txt', '*.py', '**/*.py', '*/*.py', 'sub/*', '**', '**/deep', '[ot]*.txt', '?ne.txt', 'sub/a.py', 'none/*', '*/', 'sub/*/*.py', '[!o]*.txt'):
        print(pattern, names(root.glob(pattern)))
    print(names(root.rglob('*.py')), names(root.rglob('*.txt')), len(list(root.rglob('*'))))
    link = root / 'link'
    print(link.is_symlink(), link.exists(), link.readlink(), link.resolve() == file.resolve(), link.samefile(file), (root / 'bad').exists(), (root / 'bad').is_symlink())
    print(oct(stat.S_IMODE(link.lstat().st_mode)), stat.S_ISLNK(link.lstat().st_mode), stat.S_ISREG(link.stat().st_mode))
    file.chmod(0o600)
    print(oct(file.stat().st_mode))
    moved = file.rename(root / 'uno.txt')
    print(moved.name, file.exists(), moved.replace(root / 'one.txt').name)
    (root / 'hard').hardlink_to(file)
    print(file.stat().st_nlink)
    link.unlink()
    link.unlink(missing_ok=True)
    for attempt in (lambda: link.unlink(), lambda: (root / 'sub').rmdir(), lambda: (root / 'sub').mkdir(), lambda: (root / 'x' / 'y').mkdir(), lambda: (root / 'none').read_text(),
                    lambda: root.read_text(), lambda: (root / 'none').stat(), lambda: list((root / 'none').iterdir()), lambda: file.touch(exist_ok=False), lambda: file.write_text(3),
                    lambda: list(root.glob('')), lambda: list(root.glob('/x')), lambda: list(root.glob('**x')), lambda: (root / 'none').resolve(strict=True), lambda: file.mkdir(exist_ok=True)):
        try:
            print(attempt())
        except Exception as error:
            print(shown(error))
    os.chdir(root)
    print(Path.cwd() == root.resolve(), Path('one.txt').absolute() == root.resolve() / 'one.txt', Path('sub/../one.txt').resolve() == root.resolve() / 'one.txt', Path().resolve().name == root.name)
    print(Path('.').exists(), sorted(str(p) for p in Path().glob('*.txt')), sorted(str(p) for p in Path('sub').iterdir()))
    os.environ['HOME'] = '/home/me'
    print(Path.home(), Path('~/x').expanduser(), Path('a/~').expanduser())
    with open(Path('one.txt')) as opened:
        print(opened.name, opened.readline())
    print(shutil.copy(Path('one.txt'), Path('three.txt')), Path('three.txt').read_text() == Path('one.txt').read_text())
    os.chdir('/')
finally:
    shutil.rmtree(root)
print(root.exists())

with tempfile.TemporaryDirectory() as folder:
    place = Path(folder) / 'named'
    for encoding in (None, 'utf-8', 'UTF8', 'latin-1'):
        with open(place, 'w', encoding=encoding) as file:
            print(file.name == str(place), file.encoding == encoding, file.mode, file.errors)
