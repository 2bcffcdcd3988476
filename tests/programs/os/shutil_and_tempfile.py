"""shutil, tempfile, glob and fnmatch."""
import fnmatch
import glob
import os
import shutil
import tempfile

for pattern in ('*', '*.py', 'a?c', '[abc]x', '[!abc]x', '[a-c]*', '[]x]', '[', 'a[', '*a*b*', '', '?', '[z-a]', '**', '[!]x]', '[a-]', 'x.*y'):
    print(pattern, fnmatch.filter(['abc', 'a.py', '.py', 'bx', 'dx', ']', '[', 'a[', 'xaxbx', '', 'a', '-', 'x.zy', 'A.PY'], pattern))
print(fnmatch.fnmatch('a/b.c', '*.c'), fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'abc', b'a*'), glob.escape('a[1]*?.txt'), glob.has_magic('a*'))


def attempt(function, *arguments, **named):
    try:
        print(function.__name__, shown(function(*arguments, **named)))
    except Exception as error:
        print(function.__name__, type(error).__name__, shown(error))


def shown(value):
    return str(value).replace(folder, 'DIR')


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


with tempfile.TemporaryDirectory(prefix='asyncc-') as folder:
    print(os.path.isdir(folder), os.path.basename(folder).startswith('asyncc-'), len(os.path.basename(folder)), os.path.dirname(folder) == tempfile.gettempdir())
    print(oct(os.stat(folder).st_mode))
    j = lambda *names: os.path.join(folder, *names)
    os.makedirs(j('src', 'inner', '.hide'))
    write(j('src', 'a.txt'), 'a')
    write(j('src', 'b.py'), 'b')
    write(j('src', 'inner', 'c.txt'), 'c')
    write(j('src', 'inner', '.hide', 'd.txt'), 'd')
    os.symlink('a.txt', j('src', 'link'))
    os.chmod(j('src', 'a.txt'), 0o640)
    os.utime(j('src', 'a.txt'), (1000, 2000))

    print(shown(shutil.copytree(j('src'), j('all'))), sorted(os.listdir(j('all'))), os.path.islink(j('all', 'link')), os.stat(j('all', 'a.txt')).st_mtime)
    shutil.copytree(j('src'), j('some'), symlinks=True, ignore=shutil.ignore_patterns('*.py', 'inner'))
    print(sorted(os.listdir(j('some'))), os.path.islink(j('some', 'link')))
    attempt(shutil.copytree, j('src'), j('all'))
    shutil.copytree(j('src'), j('all'), dirs_exist_ok=True)
    print(shown(shutil.copy(j('src', 'a.txt'), j('all', 'inner'))), oct(os.stat(j('all', 'inner', 'a.txt')).st_mode), os.stat(j('all', 'inner', 'a.txt')).st_mtime == 2000)
    print(shown(shutil.copy2(j('src', 'a.txt'), j('copy2'))), os.stat(j('copy2')).st_mtime, shown(shutil.copyfile(j('src', 'b.py'), j('plain'))))
    attempt(shutil.copyfile, j('plain'), j('plain'))
    attempt(shutil.copy, j('none'), j('plain'))
    attempt(shutil.copyfile, j('plain'), j('src'))
    attempt(shutil.copyfile, j('src'), j('x'))
    print(shown(shutil.move(j('plain'), j('moved'))), os.path.exists(j('plain')), shown(shutil.move(j('moved'), j('some'))), shown(shutil.move(j('some'), j('all'))))
    attempt(shutil.move, j('none'), j('y'))
    write(j('moved'), 'again')
    write(j('all', 'moved'), 'there')
    attempt(shutil.move, j('moved'), j('all'))
    attempt(shutil.move, j('src'), j('src', 'inner', 'deep'))

    os.chdir(j('src'))
    for pattern in ('*', '*.txt', '*/*.txt', '**', '**/*.txt', 'inner', 'nope', '*/', '[ab].*', '.*', 'inner/*', './*.py', 'inner/c.txt', 'none/*'):
        print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
    print(sorted(glob.glob('*', root_dir=j('src', 'inner'))), sorted(glob.glob('**', recursive=True, include_hidden=True)), sorted(glob.glob(b'*.txt')), [shown(p) for p in sorted(glob.glob(j('*')))])
    print(next(glob.iglob('*.py')), glob.glob(''))
    os.chdir('/')

    attempt(shutil.rmtree, j('none'))
    shutil.rmtree(j('none'), ignore_errors=True)
    shutil.rmtree(j('none'), onerror=lambda function, path, info: print(function.__name__, shown(path), info[0].__name__))
    attempt(shutil.rmtree, j('src', 'link'))
    attempt(shutil.rmtree, j('src', 'a.txt'))
    shutil.rmtree(j('all'))
    print(sorted(os.listdir(folder)))
    print(shutil.which('sh') is not None, shutil.which('no-such-program-here'), shutil.which(j('copy2')), shutil.which('tool', path=folder))
    write(j('tool'), '#!/bin/sh')
    os.chmod(j('tool'), 0o755)
    print(shown(shutil.which('tool', path=folder)), shutil.disk_usage('/')._fields, shutil.disk_usage('/').total > 0)
    os.environ['COLUMNS'], os.environ['LINES'] = '100', '30'
    print(shutil.get_terminal_size(), shutil.get_terminal_size((1, 2)).columns)
print(os.path.exists(folder))

with tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='asyncc') as file:
    print(os.path.exists(file.name), file.name.endswith('.txt'), os.path.basename(file.name).startswith('asyncc'))
    file.write('one\ntwo\n')
    file.flush()
    print(open(file.name).read())
    file.seek(0)
    print(list(file), file.closed)
print(os.path.exists(file.name), file.closed)
kept = tempfile.NamedTemporaryFile(delete=False)
kept.write(b'bytes')
kept.close()
print(os.path.getsize(kept.name))
os.remove(kept.name)
with tempfile.TemporaryFile() as file:
    file.write(b'hidden')
    file.seek(0)
    print(file.read())
fd, name = tempfile.mkstemp('.x', 'y')
os.write(fd, b'z')
os.close(fd)
print(os.stat(name).st_size, oct(os.stat(name).st_mode), name.endswith('.x'), os.path.isabs(name))
os.remove(name)
with tempfile.SpooledTemporaryFile(max_size=4, mode='w+') as spooled:
    spooled.write('abc')
    print(spooled._rolled)
    spooled.write('def')
    spooled.seek(0)
    print(spooled._rolled, spooled.read())
directory = tempfile.TemporaryDirectory()
path = directory.name
print(os.path.isdir(path))
directory.cleanup()
print(os.path.isdir(path), tempfile.gettempprefix())
try:
    tempfile.mkdtemp('a', b'b')
except TypeError as error:
    print(error)
