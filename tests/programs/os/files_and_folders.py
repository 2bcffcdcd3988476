"""Making, listing, walking, renaming and removing files and folders, and what goes wrong."""
import os
import os.path as p
import stat

root = f'/tmp/asyncc-os-{os.getpid()}'
os.mkdir(root)
start = os.getcwd()
os.chdir(root)
print(os.getcwd() == root, os.getcwdb() == root.encode())


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def shown(error):
    return f'{type(error).__name__} {error}'.replace(root, 'ROOT')


def attempt(function, *arguments, **named):
    try:
        print(function.__name__, function(*arguments, **named))
    except Exception as error:
        print(function.__name__, shown(error))


os.makedirs('a/b/c')
os.makedirs('a/b/c', exist_ok=True)
attempt(os.makedirs, 'a/b/c')
attempt(os.mkdir, 'a')
attempt(os.mkdir, 'x/y')
write('a/one.txt', 'one')
write('a/b/two.txt', 'two two')
write('a/b/c/three', '')
os.symlink('one.txt', 'a/link')
os.symlink('nowhere', 'a/dangling')
os.symlink('b', 'a/folder')
print(sorted(os.listdir('a')), sorted(os.listdir(b'a')), os.listdir('a/b/c'))
for folder, folders, files in sorted(os.walk('a')):
    print(folder, sorted(folders), sorted(files))
for folder, folders, files in os.walk('a', topdown=False):
    print(folder, len(folders), len(files))
for folder, folders, files in os.walk('a'):
    folders[:] = [name for name in folders if name != 'b']
    print(folder, sorted(folders))
print(list(os.walk('nowhere')))
list(os.walk('nowhere', onerror=lambda error: print(shown(error))))
with os.scandir('a') as found:
    for entry in sorted(found, key=lambda entry: entry.name):
        print(entry, entry.name, entry.path, entry.is_dir(), entry.is_dir(follow_symlinks=False), entry.is_file(), entry.is_symlink(),
              os.fspath(entry), entry.inode() == os.lstat(entry.path).st_ino)
print(p.exists('a/link'), p.exists('a/dangling'), p.lexists('a/dangling'), p.islink('a/link'), p.isfile('a/link'), p.isdir('a/folder'))
print(os.readlink('a/link'), os.readlink(b'a/link'), p.realpath('a/link') == p.realpath('a') + '/one.txt', p.samefile('a/link', 'a/one.txt'))

status = os.stat('a/b/two.txt')
print(status.st_size, stat.S_ISREG(status.st_mode), status[6], status[stat.ST_SIZE], len(status), isinstance(status, tuple), p.getsize('a/b/two.txt'))
print(type(status.st_mtime), type(status[8]), type(status.st_mtime_ns), int(status.st_mtime) == status[8])
os.utime('a/one.txt', (1000000000, 1000000001.5))
print(p.getmtime('a/one.txt'), p.getatime('a/one.txt'), os.stat('a/one.txt').st_mtime_ns)
os.utime('a/one.txt', ns=(5, 7_000_000_009))
print(os.stat('a/one.txt').st_mtime_ns, os.stat('a/one.txt').st_mtime, os.stat('a/link', follow_symlinks=False).st_size)
os.chmod('a/one.txt', 0o640)
print(oct(os.stat('a/one.txt').st_mode), stat.filemode(os.stat('a/one.txt').st_mode), stat.filemode(os.lstat('a/link').st_mode))
print(os.access('a/one.txt', os.R_OK), os.access('nowhere', os.F_OK), os.access('a', os.F_OK | os.X_OK))
os.truncate('a/one.txt', 2)
print(open('a/one.txt').read())

os.rename('a/one.txt', 'a/uno.txt')
os.replace('a/uno.txt', 'a/b/two.txt')
print(open('a/b/two.txt').read(), p.exists('a/uno.txt'))
os.renames('a/b/c/three', 'new/place/three')
print(p.exists('a/b/c'), os.listdir('new/place'))
attempt(os.rename, 'nowhere', 'else')
attempt(os.remove, 'nowhere')
attempt(os.remove, b'nowhere')
attempt(os.rmdir, 'a')
attempt(os.rmdir, 'a/link')
attempt(os.listdir, 'nowhere')
attempt(os.listdir, 'a/b/two.txt')
attempt(os.scandir, 'nowhere')
attempt(os.chdir, 'nowhere')
attempt(os.stat, 'nowhere')
attempt(os.readlink, 'a')
attempt(os.link, 'nowhere', 'else')
attempt(os.symlink, 'a', 'a')
attempt(os.stat, 3.5)
attempt(os.mkdir, None)
attempt(os.listdir, 3.5)
attempt(os.rename, 3, 'x')
attempt(os.stat, 'a\0b')
attempt(os.utime, 'a', 3)
attempt(os.chmod, 'nowhere', 0o600)
os.link('a/b/two.txt', 'a/again')
print(os.stat('a/again').st_nlink)
try:
    open('nowhere/x')
except OSError as error:
    print(error.errno, error.strerror, error.filename, error.filename2, error.args)
try:
    os.rename('nowhere', 'else')
except OSError as error:
    print(error.errno, error.strerror, error.filename, error.filename2, error.args)

for folder, folders, files in os.walk('.', topdown=False):
    for name in files:
        os.remove(p.join(folder, name))
    for name in folders:
        path = p.join(folder, name)
        os.unlink(path) if p.islink(path) else os.rmdir(path)
print(os.listdir('.'))
os.chdir(start)
os.rmdir(root)
