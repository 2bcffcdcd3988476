"""Descriptors: open, read, write, pipe, dup, seek; and numbers of the process."""
# exit: 3
import os

path = f'/tmp/asyncc-fd-{os.getpid()}'
fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b'hello world'), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.read(fd, 100), os.read(fd, 1))
print(os.lseek(fd, 0, os.SEEK_END), os.fstat(fd).st_size, os.isatty(fd), os.get_inheritable(fd), os.get_blocking(fd))
os.ftruncate(fd, 4)
os.fsync(fd)
os.lseek(fd, 0, 0)
with os.fdopen(fd, 'r+b') as file:
    print(file.read(), file.fileno() == fd)
for attempt in (lambda: os.close(fd), lambda: os.read(fd, 1), lambda: os.write(1, 'text'), lambda: os.read(0, -1), lambda: os.open('/nope/x', os.O_RDONLY),
                lambda: os.open(path, os.O_CREAT | os.O_EXCL), lambda: os.close('x'), lambda: os.close(1 << 40), lambda: os.dup(999), lambda: os.fstat(999),
                lambda: os.lseek(999, 0, 0), lambda: os.kill(0, 999), lambda: os.urandom(-1), lambda: os.fdopen('x'), lambda: os.get_terminal_size(999)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error).replace(path, 'PATH'))
os.remove(path)

reader, writer = os.pipe()
os.write(writer, b'through the pipe')
other = os.dup(writer)
os.close(writer)
os.write(other, b'!')
os.close(other)
print(os.read(reader, 1000), os.read(reader, 1000))
os.close(reader)
reader, writer = os.pipe()
os.set_blocking(reader, False)
try:
    os.read(reader, 1)
except BlockingIOError as error:
    print(error, error.errno)
os.close(reader)
try:
    os.write(writer, b'x')
except BrokenPipeError as error:
    print(error)
os.close(writer)

print(os.getpid() > 0, os.getppid() > 0, os.getuid() >= 0, os.cpu_count() >= 1, len(os.urandom(8)), os.urandom(0))
print(os.strerror(2), os.strerror(9999), os.uname().sysname, len(os.uname()), os.terminal_size((80, 24)), os.terminal_size((80, 24)).columns)
print(len(os.times()), len(os.getloadavg()), len(os.sched_getaffinity(0)) >= 1, type(os.statvfs('/').f_bsize))
print(os.waitstatus_to_exitcode(os.system('exit 5')), os.WIFEXITED(0), os.WIFSIGNALED(9), os.WTERMSIG(9))
for attempt in (lambda: os.terminal_size((1,)), lambda: os.terminal_size(), lambda: os.stat_result((1,)), lambda: os.terminal_size(3)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
print('last line', flush=True)
os._exit(3)
