# A process supervisor: children are started, watched, restarted when they fail, and stopped in order.
import asyncio
import sys
from asyncio.subprocess import PIPE


class Service:
    """A command that should run. What it prints is passed on with its name."""

    def __init__(self, name, command, restarts=0):
        self.name, self.command, self.restarts = name, command, restarts
        self.process = None
        self.said = asyncio.Event()

    def log(self, text):
        print(f'[{self.name}] {text}')

    async def run(self):
        for attempt in range(self.restarts + 1):
            self.process = await asyncio.create_subprocess_shell(f'exec {self.command}', stdout=PIPE)
            self.log('started' if attempt == 0 else f'restarted ({attempt})')
            async for line in self.process.stdout:
                self.log(f'says {line.decode().strip()!r}')
                self.said.set()
            code = await self.process.wait()
            self.log(f'ended by signal {-code}' if code < 0 else f'ended with {code}')
            if code <= 0:
                return
            await asyncio.sleep(0.01 * 2 ** attempt)
        self.log('fails too often: given up')

    def stop(self):
        if self.process and self.process.returncode is None:
            self.process.terminate()


async def main():
    print('a job that succeeds, and one that fails')
    await Service('hello', 'echo hello').run()
    await Service('crash', 'sh -c "echo trying; exit 1"', restarts=2).run()

    print('a server that runs until it is stopped')
    server = Service('server', 'sh -c "echo ready; exec sleep 100"')
    running = asyncio.create_task(server.run())
    await server.said.wait()
    server.stop()
    await running

    print('one that does not listen')
    deaf = Service('deaf', """sh -c 'trap "" TERM; echo deaf; while :; do sleep 0.05; done'""")
    running = asyncio.create_task(deaf.run())
    await deaf.said.wait()
    deaf.stop()
    done, pending = await asyncio.wait([running], timeout=0.2)
    if pending:
        deaf.log('does not stop: killed')
        deaf.process.kill()
    await running

    print('through a pipe')
    sort = await asyncio.create_subprocess_exec('sort', stdin=PIPE, stdout=PIPE)
    out, _ = await sort.communicate(b'cherry\napple\nbanana\n')
    print(out.decode().split(), sort.returncode)


asyncio.run(main())
