# Programs in place of this one and beside it, sessions and priorities, reading and writing at places.
import os
import sys
import tempfile


def attempt(function, *args):
    try:
        return function(*args)
    except (OSError, TypeError, ValueError) as error:
        return f"{type(error).__name__} {error}"


def in_child(work):
    """What a child writes to its pipe, and how it ends."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writing, 1)
        try:
            work()
        finally:
            os._exit(9)
    os.close(writing)
    with open(reading) as file:
        text = file.read()
    return text, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


with os.popen("echo one; echo two; exit 3") as pipe:
    print(pipe.readline(), pipe.read())
pipe = os.popen("exit 3")
print(pipe.read(), pipe.close())
pipe = os.popen("cat", "w")
sys.stdout.flush()
pipe.write("written\n")
print(pipe.close())
print([line for line in os.popen("printf 'a\nb\n'")], attempt(os.popen, 5), attempt(os.popen, "x", "q"))
print(in_child(lambda: os.execv("/bin/echo", ["echo", "execv", "x y"])))
print(in_child(lambda: os.execvp("sh", ["sh", "-c", "echo $0 execvp; exit 4"])))
print(in_child(lambda: os.execve("/bin/sh", ["sh", "-c", "echo $A"], {"A": "from env"})))
print(in_child(lambda: os.execlp("echo", "echo", "l", "p")), in_child(lambda: os.execl("/bin/echo", "echo", "l")))
print(in_child(lambda: os.execvpe("sh", ["sh", "-c", "echo $B"], {"B": "b", "PATH": "/bin:/usr/bin"})))
print(in_child(lambda: os.write(1, f"{os.getsid(0) == os.getpid()} {os.setsid()} {os.getsid(0) == os.getpid()}".encode())))
print(attempt(os.execv, "/nonexistent", ["x"]), attempt(os.execvp, "nonexistent-program", ["x"]), attempt(os.execv, "/bin/ls", []))
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 6"), os.spawnv(os.P_WAIT, "/nonexistent", ["x"]))
pid = os.spawnlp(os.P_NOWAIT, "true", "true")
print(os.waitpid(pid, 0)[1])
print(in_child(lambda: (os.setpgrp(), os.write(1, str(os.getpgid(0) == os.getpid()).encode()))))
print(os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0), os.sched_yield(), type(os.getgroups()))
print(in_child(lambda: os.write(1, str(os.nice(3) - os.nice(0)).encode())))
print(attempt(os.getsid, 2**22 + 1), attempt(os.getpgid, 2**22 + 1))
with tempfile.TemporaryFile() as file:
    fd = file.fileno()
    print(os.pwrite(fd, b"0123456789", 5), os.pread(fd, 4, 7), os.pread(fd, 100, 20), os.lseek(fd, 0, os.SEEK_CUR))
    os.fdatasync(fd)
    reading, writing = os.pipe2(os.O_NONBLOCK)
    print(os.sendfile(writing, fd, 5, 4), os.read(reading, 10), os.get_blocking(reading))
    print(attempt(os.read, reading, 1), attempt(os.pread, fd, -1, 0), attempt(os.pwrite, fd, "text", 0))
