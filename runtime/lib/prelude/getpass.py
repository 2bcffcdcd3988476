"""getpass: a password from the terminal without its echo, and who is there."""

import os
import sys


class GetPassWarning(UserWarning):
    pass


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    with open('/etc/passwd', encoding='utf-8') as file:
        for line in file:
            fields = line.split(':')
            if len(fields) > 2 and fields[2] == str(os.getuid()):
                return fields[0]
    raise KeyError(f'getpwuid(): uid not found: {os.getuid()}')


def getpass(prompt='Password: ', stream=None):
    """From a terminal the echo is off (stty does that); from anything else the line is just read."""
    if not sys.stdin.isatty():
        from warnings import warn
        warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
        out = stream or sys.stderr
        print('Warning: Password input may be echoed.', file=out)
        return _read(prompt, out)
    os.system('stty -echo')
    try:
        return _read(prompt, stream or sys.stderr)
    finally:
        os.system('stty echo')
        print(file=stream or sys.stderr)


def _read(prompt, out):
    out.write(prompt)
    out.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip('\n')
