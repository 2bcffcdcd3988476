"""The command line from outside: what is printed and the exit code, for right and wrong uses.

Each row of COMMANDS is a test in a folder of its own, which holds the small programs of FILES.
"""
import dataclasses
import os
import tempfile
from pathlib import Path

from .case import Case, Failure, describe_exit, run, tail

FILES = {
    "hello.py": "print('hello')\n",
    "echo.py": "import sys\nprint(sys.argv[1:])\n",
    "four.py": "import sys\nsys.exit(4)\n",
    "raises.py": "raise ValueError('no')\n",
    "broken.py": "print('a'\n",
    "empty.py": "",
    "day.py": """
import asyncio, time

async def nap(name, hours):
    await asyncio.sleep(hours * 3600)
    print(name)

async def main():
    loop, start = asyncio.get_running_loop(), time.time()
    began = loop.time()
    await asyncio.gather(nap("late", 24), nap("early", 1), asyncio.to_thread(time.sleep, 0.01))
    time.sleep(3600)
    print(round((loop.time() - began) / 3600, 2), round((time.time() - start) / 3600, 2))

asyncio.run(main())
""",
    "deadlock.py": """
import asyncio

async def follow(tasks, index):
    await asyncio.sleep(0)
    await tasks[index]

async def main():
    tasks = []
    tasks.append(asyncio.create_task(follow(tasks, 1), name="left"))
    tasks.append(asyncio.create_task(follow(tasks, 0), name="right"))
    try:
        await asyncio.gather(*tasks)
    finally:
        print("finally")

asyncio.run(main())
""",
    "tree.py": """
import asyncio, os, signal

async def nap():
    await asyncio.sleep(0.02)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(nap(), name="one")
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGQUIT)
        await asyncio.gather(nap())
    print("end")

asyncio.run(main())
""",
    "waits.py": """
import asyncio

async def child():
    await asyncio.Event().wait()

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), name="sleeper")
        await asyncio.sleep(60)

asyncio.run(main())
""",
    "awaits.py": """
import asyncio

async def fetch(url, seconds):
    await asyncio.sleep(seconds)
    return len(url)

async def down(n):
    if n == 0:
        return 0
    return await down(n - 1) + 1

class Cache:
    async def get(self, key):
        await asyncio.sleep(0)
        return key

async def main():
    cache = Cache()
    total = 0
    best = None
    for i in range(3):
        total += await fetch("abc", 0.01 * i)
        if best is None:
            best = total
    task = asyncio.create_task(fetch("x", 0))
    later = fetch("y", 0)
    print(await task, await later, await down(5), best)
    try:
        print(await cache.get("k" * (1 // total)))
    finally:
        await asyncio.sleep(0)

asyncio.run(main())
""",
    "shuffled.py": """
import asyncio

async def say(n):
    print(n, end=" ")

async def main():
    await asyncio.gather(*[say(n) for n in range(8)])
    print()

asyncio.run(main())
""",
}


@dataclasses.dataclass
class Command:
    """What is typed after asyncc, and what must come of it: parts of the outputs, the exit code."""

    words: str
    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""
    stdin: str = ""
    then: str = ""  # a shell command that must succeed afterwards


# Starts ./waits, as process $p, and waits until it has its tasks.
WATCHED = "./waits & p=$!; while ! asyncc ps $p 2>/dev/null | grep -q sleeper; do sleep 0.05; done;"

COMMANDS = [
    Command("--version", stdout="asyncc 0."),
    Command("--help", stdout="usage: asyncc COMMAND"),
    Command("help run", stdout="usage: asyncc run"),
    Command("build --help", stdout="--static"),
    Command("", 2, stderr="no command given"),
    Command("rnu hello.py", 2, stderr="unknown command 'rnu'; did you mean 'run'?"),
    Command("hello.py", 2, stderr="did you mean 'asyncc run hello.py'?"),
    Command("build --statik hello.py", 2, stderr="did you mean '--static'?"),
    Command("run --static hello.py", 2, stderr="'asyncc run' has no option '--static'"),
    Command("run --dump=asr hello.py", 2, stderr="did you mean 'ast'?"),
    Command("run", 2, stderr="no file given"),
    Command("check hello.py four.py", 2, stderr="more than one file"),
    Command("run hello.py", stdout="hello\n"),
    Command("run -", stdout="hello\n", stdin="print('hello')\n"),
    Command("run empty.py"),
    Command("run echo.py a --dump=ast -o", stdout="['a', '--dump=ast', '-o']\n"),
    Command("run four.py", 4),
    Command("run raises.py", 1, stderr="ValueError: no"),
    Command("run broken.py", 2, stderr="broken.py:1:6: error: '(' was never closed"),
    Command("run --virtual-time day.py", stdout="early\nlate\n25.0 25.0\n"),
    Command("build -O0 day.py", then="ASYNCC_VIRTUAL_TIME=1 ./day | grep -qx '25.0 25.0'"),
    Command("run deadlock.py", 1, stdout="finally\n", stderr="cycle: left -> right -> left\n"),
    Command("run deadlock.py", 1, stderr="RuntimeError: deadlock: every task waits for another\n"),
    Command("build -O0 waits.py", then=f"{WATCHED} kill $p"),
    Command("build -O0 waits.py", then=f"{WATCHED} asyncc pstree $p | grep 'child .*waits.py:5'; e=$?; kill $p; exit $e"),
    Command("explain awaits.py", stdout="await: embeds the frame of fetch, 40 bytes\n"),
    Command("explain awaits.py", stdout="await: allocates a block for down: it leads back here"),
    Command("explain awaits.py", stdout="await: allocates: the coroutine fetch is kept in a variable"),
    Command("explain awaits.py", stdout="await: needs no frame: sleep suspends this one\n"),
    Command("explain awaits.py", stdout="    best: int on line 25, NoneType before\n"),
    Command("explain --dot awaits.py", stdout="_4 -> f6_6 [style=dashed]\n"),
    Command("explain broken.py", 2, stderr="broken.py:1:6: error: '(' was never closed"),
    Command("ps", 2, stderr="no process given"),
    Command("ps x", 2, stderr="'x' is not the number of a process"),
    Command("pstree 1", 2, stderr="process 1 is not a program of asyncc's"),
    Command("run tree.py", stdout="end\n", stderr="tree.py:12\n        ├── (T) one\n        │   └──  nap "),
    Command("run shuffled.py", stdout="0 1 2 3 4 5 6 7 \n"),
    Command("run --schedule-seed=1 shuffled.py", stdout="4 2 6 5 0 7 3 1 \n"),
    Command("run --schedule-seed=2 shuffled.py", stdout="1 5 6 3 0 4 7 2 \n"),
    Command("run --schedule-seed=x shuffled.py", 2, stderr="needs a number, not 'x'"),
    Command("check hello.py"),
    Command("check broken.py", 2, stderr="never closed"),
    Command("run .", 2, stderr="cannot read '.': Is a directory"),
    Command("run nowhere.py", 2, stderr="cannot read 'nowhere.py': No such file"),
    Command("check --dump=tokens hello.py", stdout="print"),
    Command("run --dump=ast hello.py", stdout="Module("),
    Command("build --dump=types hello.py"),
    Command("emit --dump=ir hello.py", stdout="print"),
    Command("check --timings hello.py", stderr="parse"),
    Command("emit hello.py", stdout="#include \"asyncc.h\""),
    Command("emit hello.py -o hello.c", then="grep -q main hello.c"),
    Command("emit hello.py -o nowhere/x.c", 2, stderr="cannot write 'nowhere/x.c'"),
    Command("emit --standalone hello.py -o h.c", then="grep -q lasyncc_rt h.c"),
    Command("build hello.py", then="./hello | grep -qx hello"),
    Command("build -O0 -g hello.py -o h", then="./h | grep -qx hello && nm h | grep -qw main"),
    Command("build -O3 --static hello.py -o h", then="./h | grep -qx hello"),
    Command("build hello.py -o .", 2, stderr="it is a directory"),
    Command("build --cc=false hello.py -o h", 2, stderr="what was run:\n  false "),
    Command("build --cc=nowhere-cc hello.py -o h", 2, stderr="--cc or $CC"),
    Command("build broken.py -o h", 2, stderr="never closed", then="test ! -e h"),
]


def check_command(context, command):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            Path(folder, name).write_text(text)
        words = [context.asyncc, *command.words.split()]
        output = run(context, words, command.stdin.encode(), cwd=folder)
        if output.exit_code != command.exit_code:
            raise Failure(f"{describe_exit(output.exit_code)}, not {command.exit_code}\n{tail(output.stderr)}")
        for name, part, whole in (
            ("stdout", command.stdout, output.stdout),
            ("stderr", command.stderr, output.stderr),
        ):
            if part.encode() not in whole:
                raise Failure(f"not in {name}: {part}\n{tail(whole)}")
        if not command.stderr and output.stderr:
            raise Failure(f"unexpected on stderr:\n{tail(output.stderr)}")
        path = f"{context.build}:{os.environ['PATH']}"
        if command.then and run(context, ["sh", "-c", command.then], cwd=folder, PATH=path).exit_code:
            raise Failure(f"afterwards this fails: {command.then}")


def cases(context):
    for command in COMMANDS:
        yield Case(f"command/asyncc {command.words}", lambda c=command: check_command(context, c))
