# What `with` does with managers of known classes: results, exceptions, names that change meanwhile.
import asyncio
import contextlib


class Plain:
    def __init__(self, name, quiet=False):
        self.name, self.quiet = name, quiet

    def __enter__(self):
        print('enter', self.name)
        return 2.5 if self.quiet else self

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is None)
        return self.quiet


class Derived(Plain):
    def __exit__(self, kind, error, traceback):
        print('derived')
        return super().__exit__(kind, error, traceback)


class Counting:
    def __enter__(self):
        return 7

    def __exit__(self, *what):
        print('counted', len(what), what[1])


class Wrong:
    def __enter__(self):
        return 1

    def __exit__(self):
        return True


class Failing:
    def __enter__(self):
        raise KeyError('enter')

    def __exit__(self, kind, error, traceback):
        print('never')


class FailingLate:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        raise KeyError('exit')


class Half:
    def __enter__(self):
        print('half entered')


def renamed():
    manager = Plain('first')
    with manager as inside:
        manager = Plain('second')
        print(inside is manager, manager.name)
    return manager.name


def early(n):
    for i in range(n):
        with Plain(i) as p, Derived(str(i), True) as d:
            if i == 1:
                continue
            if i == 3:
                return p.name, d
            if i == 2:
                raise ValueError(i)
            print('body', i, d + 1.5)


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error, repr(error.__context__))


def wrong():
    with Wrong() as one:
        print(one + 1)


def failing():
    with Failing():
        print('never')


def failing_late():
    with FailingLate():
        raise ValueError('body')


def half():
    with Half():
        print('never')


def counting():
    with Counting() as seven:
        print(seven * 6)
    with Counting():
        raise OSError('lost')


def of_instance():
    manager = Plain('own')
    manager.__exit__ = lambda *a: print('not asked')
    with manager:
        pass


for function in renamed, wrong, failing, failing_late, half, counting, of_instance:
    attempt(function)
attempt(early, 5)


class Async:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print('aexit', self.name, kind and kind.__name__)
        return kind is ValueError


class AsyncPlain:
    def __aenter__(self):
        return asyncio.sleep(0, 'slept')

    def __aexit__(self, *what):
        return asyncio.sleep(0, False)


async def nested():
    async with Async('a') as a, Async('b') as b:
        print(a, b)
        raise ValueError
    async with AsyncPlain() as slept:
        print(slept)
    try:
        async with Async('c'):
            raise KeyError('c')
    except KeyError as error:
        print('left', error)


async def cancelled():
    async with Async('d'):
        await asyncio.sleep(10)


async def locks():
    lock, order = asyncio.Lock(), []

    async def hold(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(*[hold(name) for name in 'xyz'])
    print(order, lock.locked())


async def main():
    await nested()
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await locks()
    with contextlib.suppress(ZeroDivisionError):
        1 / 0


asyncio.run(main())
