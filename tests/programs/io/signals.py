"""Signals: handlers of the module signal and of the loop."""
import asyncio
import os
import signal
import time


def names():
    print(signal.SIGTERM, repr(signal.SIGTERM), signal.SIGTERM.name, signal.SIGTERM.value, f'{signal.SIGINT}')
    print(signal.Signals(9), repr(signal.Signals(9)), signal.Signals['SIGUSR1'], signal.SIGKILL == 9, isinstance(signal.SIGHUP, int))
    print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.strsignal(signal.SIGTERM))
    print([s.name for s in signal.Signals][:5], len(signal.valid_signals()))
    try:
        signal.Signals(99)
    except ValueError as e:
        print(e)


def handlers():
    def handler(number, frame):
        print('handler', number, signal.Signals(number).name)

    print(repr(signal.getsignal(signal.SIGUSR1)), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    time.sleep(0.01)
    signal.raise_signal(signal.SIGUSR1)
    print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    for number, action in ((signal.SIGKILL, handler), (99, handler), (signal.SIGTERM, 5), (signal.SIGTERM, 'x')):
        try:
            signal.signal(number, action)
        except (OSError, ValueError, TypeError) as e:
            print(type(e).__name__, e)


def interrupted():
    try:
        signal.raise_signal(signal.SIGINT)
        time.sleep(1)
    except KeyboardInterrupt:
        print('interrupted')

    def raising(number, frame):
        raise RuntimeError('from the handler')

    signal.signal(signal.SIGALRM, raising)
    try:
        signal.raise_signal(signal.SIGALRM)
        time.sleep(1)
    except RuntimeError as e:
        print(e)


async def in_loop():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, lambda: (print('terminating'), stop.set()))
    loop.add_signal_handler(signal.SIGUSR1, print, 'usr1', 'with arguments')
    os.kill(os.getpid(), signal.SIGUSR1)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))

    async def coroutine():
        pass

    for number, callback in ((signal.SIGTERM, coroutine), (signal.SIGKILL, print), (99, print), ('x', print)):
        try:
            loop.add_signal_handler(number, callback)
        except (TypeError, ValueError, RuntimeError) as e:
            print(type(e).__name__, e)


async def stopped_main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, asyncio.current_task().cancel)
    os.kill(os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled by SIGINT')


names()
handlers()
interrupted()
asyncio.run(in_loop())
asyncio.run(stopped_main())


async def interrupted_after_it():
    """The loop before had a handler for SIGINT; it is closed: the signal is what it was."""
    try:
        asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled by the runner')
        raise


try:
    asyncio.run(interrupted_after_it())
except KeyboardInterrupt:
    print('interrupted')
