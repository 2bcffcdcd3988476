"""signal. Handlers are called by the main thread at the next function that begins, or in a loop's turn."""

import _signal
from _named_numbers import NamedNumber
from _signal import alarm, pause, raise_signal, strsignal


class Signals(NamedNumber):
    _names = {
        1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 4: 'SIGILL', 5: 'SIGTRAP', 6: 'SIGABRT', 7: 'SIGBUS',
        8: 'SIGFPE', 9: 'SIGKILL', 10: 'SIGUSR1', 11: 'SIGSEGV', 12: 'SIGUSR2', 13: 'SIGPIPE',
        14: 'SIGALRM', 15: 'SIGTERM', 16: 'SIGSTKFLT', 17: 'SIGCHLD', 18: 'SIGCONT', 19: 'SIGSTOP',
        20: 'SIGTSTP', 21: 'SIGTTIN', 22: 'SIGTTOU', 23: 'SIGURG', 24: 'SIGXCPU', 25: 'SIGXFSZ',
        26: 'SIGVTALRM', 27: 'SIGPROF', 28: 'SIGWINCH', 29: 'SIGIO', 30: 'SIGPWR', 31: 'SIGSYS',
        34: 'SIGRTMIN', 64: 'SIGRTMAX'}


class Handlers(NamedNumber):
    _names = {0: 'SIG_DFL', 1: 'SIG_IGN'}


SIGHUP = Signals(1)
SIGINT = Signals(2)
SIGQUIT = Signals(3)
SIGILL = Signals(4)
SIGTRAP = Signals(5)
SIGABRT = SIGIOT = Signals(6)
SIGBUS = Signals(7)
SIGFPE = Signals(8)
SIGKILL = Signals(9)
SIGUSR1 = Signals(10)
SIGSEGV = Signals(11)
SIGUSR2 = Signals(12)
SIGPIPE = Signals(13)
SIGALRM = Signals(14)
SIGTERM = Signals(15)
SIGCHLD = SIGCLD = Signals(17)
SIGCONT = Signals(18)
SIGSTOP = Signals(19)
SIGTSTP = Signals(20)
SIGTTIN = Signals(21)
SIGTTOU = Signals(22)
SIGURG = Signals(23)
SIGXCPU = Signals(24)
SIGXFSZ = Signals(25)
SIGVTALRM = Signals(26)
SIGPROF = Signals(27)
SIGWINCH = Signals(28)
SIGIO = SIGPOLL = Signals(29)
SIGPWR = Signals(30)
SIGSYS = Signals(31)
SIGRTMIN = Signals(34)
SIGRTMAX = Signals(64)
NSIG = 65

SIG_DFL = Handlers(0)
SIG_IGN = Handlers(1)

_handlers = {}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum, /):
    if not 0 < signalnum < NSIG:
        raise ValueError('signal number out of range')
    if signalnum in _handlers:
        return _handlers[signalnum]
    if _signal.ignored(signalnum):
        return SIG_IGN
    return default_int_handler if signalnum == 2 else SIG_DFL


def signal(signalnum, handler, /):
    if isinstance(handler, int):
        if handler != 0 and handler != 1:
            raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
        handler = Handlers(handler)
        how = int(handler)
    elif callable(handler):
        how = 3 if handler is default_int_handler and signalnum == 2 else 2
    else:
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    before = getsignal(signalnum)
    _signal.set(signalnum, how, handler)
    _handlers[int(signalnum)] = handler
    return before


def siginterrupt(signalnum, flag, /):
    pass


def valid_signals():
    known = set(Signals)
    for number in range(1, NSIG):
        if number not in Signals._names and number not in (32, 33):
            known.add(number)
    return known
