"""subprocess: children and the pipes to them (_process starts them and waits)."""

import _process
from _os import close as _close, fspath as _fspath, kill as _kill, open as _open, pipe as _pipe
from types import GenericAlias

PIPE, STDOUT, DEVNULL = -1, -2, -3
_DEFAULT_PATH = '/bin:/usr/bin'


class SubprocessError(Exception):
    pass


def _get_output(self):
    return self.output


def _set_output(self, value):
    self.output = value


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        super().__init__(returncode, cmd)
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return f"Command '{self.cmd}' died with {_signal_text(-self.returncode)}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    stdout = property(_get_output, _set_output)


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        super().__init__(cmd, timeout)
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = property(_get_output, _set_output)


def _signal_text(number):
    from signal import Signals
    try:
        return repr(Signals(number))
    except ValueError:
        return f'unknown signal {number}'


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        shown = f'args={self.args!r}, returncode={self.returncode!r}'
        if self.stdout is not None:
            shown += f', stdout={self.stdout!r}'
        if self.stderr is not None:
            shown += f', stderr={self.stderr!r}'
        return f'{type(self).__name__}({shown})'

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _to_bytes(value):
    value = _fspath(value)
    return value.encode('utf-8', 'surrogateescape') if isinstance(value, str) else value


def _environment(env):
    if env is None:
        return None
    entries = []
    for key, value in env.items():
        key = _to_bytes(key)
        if b'=' in key:
            raise ValueError('illegal environment variable name')
        entries.append(key + b'=' + _to_bytes(value))
    return entries


def _search_path(env):
    import os
    found = (os.environ if env is None else env).get('PATH')
    return _to_bytes(_DEFAULT_PATH if found is None else found)


def _candidates(executable, env):
    """The files that the name of a program can mean."""
    executable = _to_bytes(executable)
    if b'/' in executable:
        return [executable]
    return [folder + b'/' + executable for folder in _search_path(env).split(b':') if folder]


def _identity(given, what, table):
    """The number of a user or a group; -1: the child has the parent's."""
    if given is None:
        return -1
    if isinstance(given, str):
        with open(table) as lines:
            for line in lines:
                fields = line.split(':')
                if fields[0] == given:
                    return int(fields[2])
        raise KeyError(f"get{'pwnam' if what == 'user' else 'grnam'}(): name not found: {given!r}")
    if not isinstance(given, int):
        raise TypeError(f'{what.capitalize()} must be a string or an integer, not {type(given)}')
    if given < 0:
        raise ValueError(f"{what.capitalize()} ID cannot be negative, got {given}")
    return given


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None,
                 startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False,
                 pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied '
                                  'but different. Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = encoding or errors or text or universal_newlines
        self._collected = self._input = None
        self._given = 0
        ours, theirs, opened = [-1, -1, -1], [-1, -1, -1], []
        try:
            self._redirect(stdin, stdout, stderr, ours, theirs, opened)
            self._start(args, executable, shell, cwd, env, theirs, pass_fds,
                        (1 if close_fds else 0, 1 if start_new_session else 0,
                         -1 if process_group is None else process_group, umask, _identity(user, 'user', '/etc/passwd'),
                         _identity(group, 'group', '/etc/group'), preexec_fn))
        except BaseException:
            for fd in ours:
                if fd >= 0:
                    _close(fd)
            raise
        finally:
            for fd in opened:
                _close(fd)
        self._open_pipes(ours, bufsize)

    def _redirect(self, stdin, stdout, stderr, ours, theirs, opened):
        """Descriptors for both sides; `opened` are those that only the child keeps."""
        for place, wanted in enumerate((stdin, stdout, stderr)):
            if wanted is None:
                continue
            if wanted == PIPE:
                reading, writing = _pipe()
                ours[place], theirs[place] = (writing, reading) if place == 0 else (reading, writing)
                opened.append(theirs[place])
            elif wanted == DEVNULL:
                theirs[place] = _open('/dev/null', 2)
                opened.append(theirs[place])
            elif wanted == STDOUT and place == 2:
                theirs[2] = theirs[1] if theirs[1] >= 0 else 1
            elif isinstance(wanted, int):
                theirs[place] = wanted
            else:
                theirs[place] = wanted.fileno()

    def _start(self, args, executable, shell, cwd, env, theirs, pass_fds, settings):
        arguments = [args] if isinstance(args, (str, bytes)) or hasattr(args, '__fspath__') else list(args)
        if shell:
            arguments = ['/bin/sh', '-c'] + arguments
            if executable:
                arguments[0] = executable
        if executable is None:
            executable = arguments[0]
        folder = None if cwd is None else _to_bytes(cwd)
        try:
            self.pid = _process.spawn(
                _candidates(executable, env), [_to_bytes(argument) for argument in arguments],
                _environment(env), folder, tuple(theirs), tuple(pass_fds), settings)
        except OSError as failure:
            named = executable
            if folder is not None and not _is_folder(folder):
                named = cwd
            raise type(failure)(failure.errno, failure.strerror, named) from None
        if self.pid is None:
            raise SubprocessError('Exception occurred in preexec_fn.')

    def _open_pipes(self, ours, bufsize):
        modes = ('wb', 'rb', 'rb')
        files = []
        for fd, mode in zip(ours, modes):
            if fd < 0:
                files.append(None)
            elif self.text_mode:
                files.append(open(fd, mode[0], 1 if bufsize == 1 else -1, self.encoding, self.errors))
            else:
                files.append(open(fd, mode, -1 if bufsize == 1 else bufsize))
        self.stdin, self.stdout, self.stderr = files

    def __repr__(self):
        shown = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        if len(shown) > 80:
            shown = shown[:76] + '...>'
        return shown

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    @property
    def universal_newlines(self):
        return self.text_mode

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in (self.stdout, self.stderr):
            if file:
                file.close()
        self._close_stdin()
        self.wait()

    def _close_stdin(self):
        if self.stdin:
            try:
                self.stdin.close()
            except BrokenPipeError:
                pass

    def poll(self):
        if self.returncode is None:
            self.returncode = _process.wait(self.pid, 0)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            self.returncode = _process.wait(self.pid, timeout)
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                _kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def _encoded_input(self, input):
        if not input:
            return b''
        if self.text_mode:
            return input.encode(self.encoding or 'utf-8', self.errors or 'strict')
        return input

    def _result(self, file, collected):
        if file is None:
            return None
        if not self.text_mode:
            return bytes(collected)
        decoded = collected.decode(self.encoding or 'utf-8', self.errors or 'strict')
        return decoded.replace('\r\n', '\n').replace('\r', '\n')

    def communicate(self, input=None, timeout=None):
        if self._collected is None:
            self._collected = (bytearray(), bytearray())
            self._input = self._encoded_input(input)
            if self.stdin:
                self.stdin.flush()
                if not self._input:
                    self._close_stdin()
        elif input:
            raise ValueError('Cannot send input after starting communication')
        until = None if timeout is None else _monotonic() + timeout
        if self._input and self.stdin and not self.stdin.closed:
            self._exchange(self.stdin.fileno(), until, timeout)
            self._close_stdin()
        self._exchange(-1, until, timeout)
        for file in (self.stdout, self.stderr):
            if file:
                file.close()
        self.wait(None if until is None else max(until - _monotonic(), 0))
        return (self._result(self.stdout, self._collected[0]), self._result(self.stderr, self._collected[1]))

    def _exchange(self, stdin, until, timeout):
        fds = tuple([file.fileno() if file and not file.closed else -1 for file in (self.stdout, self.stderr)])
        left = None if until is None else max(until - _monotonic(), 0)
        given, finished = _process.exchange(stdin, self._input[self._given:], fds, self._collected, left)
        self._given += given
        if not finished:
            raise TimeoutExpired(self.args, timeout, bytes(self._collected[0]) or None,
                                 bytes(self._collected[1]) or None)


def _monotonic():
    import time
    return time.monotonic()


def _is_folder(path):
    from _os import mode_of
    return ((mode_of(path) or 0) & 0o170000) == 0o040000


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    returncode = call(*popenargs, **kwargs)
    if returncode:
        raise CalledProcessError(returncode, kwargs.get('args', popenargs[0] if popenargs else None))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for keyword in ('stdout', 'check'):
        if keyword in kwargs:
            raise ValueError(f'{keyword} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        text = kwargs.get('universal_newlines') or kwargs.get('text') or kwargs.get('encoding') or kwargs.get('errors')
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = PIPE
        kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise
        returncode = process.poll()
        if check and returncode:
            raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, returncode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as failure:
        data = failure.output
        status = failure.returncode
    if data[-1:] == '\n':
        data = data[:-1]
    return status, data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """One line that Windows would split into these arguments."""
    words = []
    for argument in map(_text, seq):
        quoted = ' ' in argument or '\t' in argument or not argument
        word, slashes = '"' if quoted else '', 0
        for character in argument:
            if character == '\\':
                slashes += 1
                continue
            word += '\\' * (2 * slashes + 1 if character == '"' else slashes) + character
            slashes = 0
        word += '\\' * (2 * slashes if quoted else slashes)
        words.append(word + '"' if quoted else word)
    return ' '.join(words)


def _text(value):
    return _to_bytes(value).decode('utf-8', 'surrogateescape')
