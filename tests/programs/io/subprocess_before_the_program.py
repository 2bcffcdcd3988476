# What a child does before it becomes the program: preexec_fn, umask, user, group, sessions; in asyncio too.
import asyncio
import os
import subprocess
import tempfile


def show(*args, **keywords):
    done = subprocess.run(*args, capture_output=True, text=True, **keywords)
    print(done.returncode, repr(done.stdout), repr(done.stderr))


def refuse():
    raise ValueError("no")


with tempfile.TemporaryDirectory() as folder:
    show("umask", shell=True, umask=0o27)
    show("cat; echo $X; pwd; echo err >&2; exit 3", shell=True, input="in\n", cwd=folder if 0 else "/", env={"X": "x"}, preexec_fn=lambda: None)
    show(["sh", "-c", "ps -o sid= -p $$ | tr -d ' ' | grep -qx $$ && echo leader"], preexec_fn=os.setsid)
    show(["sh", "-c", "echo $$ > /dev/null; echo new"], start_new_session=True, umask=0o22)
    show(["id", "-u"], user=1)
    show(["id", "-g"], group=1)
    show(["id", "-u"], user="daemon", group="daemon")
    r, w = os.pipe()
    show(["sh", "-c", f"echo through >&{w}"], pass_fds=(w,), umask=0o22)
    os.close(w)
    print(os.read(r, 20))
    for wrong, keywords in (("true", {"preexec_fn": refuse}), ("nonexistent-program", {"umask": 0}), ("true", {"user": "nobody-there"}), ("true", {"user": -2}), ("true", {"cwd": "/nonexistent", "umask": 0})):
        try:
            subprocess.run([wrong], **keywords)
        except (subprocess.SubprocessError, OSError, KeyError, ValueError) as error:
            print(type(error).__name__, error)


async def main():
    process = await asyncio.create_subprocess_exec("sh", "-c", "umask; cat", stdin=subprocess.PIPE, stdout=subprocess.PIPE, umask=0o77, preexec_fn=os.setsid)
    print(await process.communicate(b"hello"), process.returncode)


asyncio.run(main())
