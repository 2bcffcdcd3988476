"""Child processes with streams."""
import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def outputs():
    process = await asyncio.create_subprocess_exec('sh', '-c', 'echo out; echo err >&2; exit 3', stdout=PIPE, stderr=PIPE)
    print(process.stdin, process.pid > 0)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_shell('echo a; echo b >&2; echo c', stdout=PIPE, stderr=STDOUT)
    print(sorted((await process.stdout.read()).split()), await process.wait())
    process = await asyncio.create_subprocess_shell('echo unseen', stdout=DEVNULL)
    print(await process.wait(), process.stdout, await process.communicate())


async def conversation():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    for word in (b'one\n', b'two\n'):
        process.stdin.write(word)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), await process.wait())


async def big():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    data = bytes(range(256)) * 8000
    out, err = await process.communicate(data)
    print(out == data, err)
    process = await asyncio.create_subprocess_shell('yes | head -c 300000; yes n | head -c 300000 >&2', stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate()
    print(len(out), len(err), process.returncode)


async def signals():
    process = await asyncio.create_subprocess_exec('sleep', '100')
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except asyncio.TimeoutError:
        print('still running', process.returncode)
    process.terminate()
    print(await process.wait(), process.returncode)
    process = await asyncio.create_subprocess_exec('sleep', '100')
    process.kill()
    print(await process.wait())
    for act in (process.kill, process.terminate, lambda: process.send_signal(1)):
        try:
            act()
        except ProcessLookupError as e:
            print('gone', e)


async def failures():
    for program in ('no-such-program', '/no/such/program', '/etc/passwd'):
        try:
            await asyncio.create_subprocess_exec(program)
        except OSError as e:
            print(type(e).__name__, e, e.filename)
    for options in ({'cwd': '/no/such/folder'}, {'text': True}, {'bufsize': 1}):
        try:
            await asyncio.create_subprocess_exec('true', **options)
        except (OSError, ValueError) as e:
            print(type(e).__name__, e)
    process = await asyncio.create_subprocess_shell('exec 0<&-; sleep 0.05', stdin=PIPE)
    await process.communicate(bytes(1_000_000))
    print(process.returncode)


async def surroundings():
    process = await asyncio.create_subprocess_shell('echo $NAME; pwd', stdout=PIPE, env={'NAME': 'value', 'PATH': '/usr/bin:/bin'}, cwd='/')
    print(await process.stdout.read())
    await process.wait()
    several = [await asyncio.create_subprocess_shell(f'exit {n}') for n in range(5)]
    print(await asyncio.gather(*[p.wait() for p in several]))


async def protocols():
    class Printing(asyncio.SubprocessProtocol):
        def __init__(self):
            self.done = asyncio.get_running_loop().create_future()
            self.seen = []

        def connection_made(self, transport):
            print('made', transport.get_pid() > 0)

        def pipe_data_received(self, fd, data):
            print('data', fd, data)

        def pipe_connection_lost(self, fd, exc):
            self.seen.append(fd)

        def process_exited(self):
            self.seen.append('exit')

        def connection_lost(self, exc):
            print(sorted(map(str, self.seen)), exc)
            self.done.set_result(None)

    transport, protocol = await asyncio.get_running_loop().subprocess_exec(Printing, 'echo', 'hello', stdin=None)
    await protocol.done
    print(transport.get_returncode())
    transport.close()


async def main():
    for part in (outputs, conversation, big, signals, failures, surroundings, protocols):
        print('--', part.__name__)
        await part()


asyncio.run(main())
