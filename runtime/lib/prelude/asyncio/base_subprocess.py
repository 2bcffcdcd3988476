"""The transport of a child process: its pipes and its end."""

import _process
from _os import close
from subprocess import PIPE, Popen

from asyncio.protocols import BaseProtocol, Protocol
from asyncio.transports import SubprocessTransport
from asyncio.unix_pipes import connect_read_pipe, connect_write_pipe
from _polling import unwatch_reading, watch_reading


class _UnixSubprocessTransport(SubprocessTransport):
    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, waiter, **kwargs):
        super().__init__()
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._returncode = None
        self._exit_waiters = []
        self._pending_calls = []  # until the protocol knows its pipes; then None
        self._pipes = {fd: None for fd, wanted in enumerate((stdin, stdout, stderr)) if wanted == PIPE}
        self._proc = Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **kwargs)
        self._pid = self._proc.pid
        self._extra['subprocess'] = self._proc
        self._end = _process.watch(self._pid)
        watch_reading(loop, self._end, self._child_ended, ())
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        shown = type(self).__name__
        if self._closed:
            shown += ' closed'
        shown += f' pid={self._pid}'
        shown += ' running' if self._returncode is None else f' returncode={self._returncode}'
        for fd, name in enumerate(('stdin', 'stdout', 'stderr')):
            if self._pipes.get(fd) is not None:
                shown += f' {name}={self._pipes[fd].pipe}'
        return f'<{shown}>'

    def _child_ended(self):
        unwatch_reading(self._loop, self._end)
        close(self._end)
        self._loop.call_soon(self._process_exited, self._proc.wait())

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            if pipe is not None:
                pipe.pipe.close()
        if self._proc is not None and self._returncode is None and self._proc.returncode is None:
            self._proc.kill()

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def _running(self):
        if self._proc is None:
            raise ProcessLookupError()
        return self._proc

    def send_signal(self, signal):
        self._running().send_signal(signal)

    def terminate(self):
        self._running().terminate()

    def kill(self):
        self._running().kill()

    async def _connect_pipes(self, waiter):
        try:
            proc = self._proc
            for fd, file in enumerate((proc.stdin, proc.stdout, proc.stderr)):
                if file is None:
                    continue
                if fd == 0:
                    _, pipe = await connect_write_pipe(self._loop, lambda: _WritePipe(self, 0), file)
                elif fd == 1:
                    _, pipe = await connect_read_pipe(self._loop, lambda: _ReadPipe(self, 1), file)
                else:
                    _, pipe = await connect_read_pipe(self._loop, lambda: _ReadPipe(self, 2), file)
                self._pipes[fd] = pipe
            self._loop.call_soon(self._protocol.connection_made, self)
            for callback, data in self._pending_calls:
                self._loop.call_soon(callback, *data)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if not waiter.cancelled():
                waiter.set_exception(exc)
        else:
            if not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, callback, *data):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, data))
        else:
            self._loop.call_soon(callback, *data)

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)

    def _process_exited(self, returncode):
        self._returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        if self._returncode is None:
            return
        for pipe in self._pipes.values():
            if pipe is None or not pipe.disconnected:
                return
        self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = self._loop = self._proc = self._protocol = None


class _WritePipe(BaseProtocol):
    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class _ReadPipe(_WritePipe, Protocol):
    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)


def _check_options(universal_newlines, bufsize, encoding, errors, text):
    if universal_newlines:
        raise ValueError('universal_newlines must be False')
    if bufsize != 0:
        raise ValueError('bufsize must be 0')
    if text:
        raise ValueError('text must be False')
    if encoding is not None:
        raise ValueError('encoding must be None')
    if errors is not None:
        raise ValueError('errors must be None')


async def _start(loop, protocol, args, shell, stdin, stdout, stderr, kwargs):
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, waiter, **kwargs)
    try:
        await waiter
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport, protocol


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=PIPE, stdout=PIPE, stderr=PIPE,
                           universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None,
                           text=None, **kwargs):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    if not shell:
        raise ValueError('shell must be True')
    _check_options(universal_newlines, bufsize, encoding, errors, text)
    return await _start(self, protocol_factory(), cmd, True, stdin, stdout, stderr, kwargs)


async def subprocess_exec(self, protocol_factory, program, *args, stdin=PIPE, stdout=PIPE, stderr=PIPE,
                          universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None,
                          text=None, **kwargs):
    if shell:
        raise ValueError('shell must be False')
    _check_options(universal_newlines, bufsize, encoding, errors, text)
    return await _start(self, protocol_factory(), (program,) + args, False, stdin, stdout, stderr, kwargs)
