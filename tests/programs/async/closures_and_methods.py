# Async functions as closures, methods, decorated, stored, passed on, with defaults and varargs.
import asyncio
import functools


def make_counter(start):
    count = start

    async def increment(by=1):
        nonlocal count
        before = count
        await asyncio.sleep(0)
        count += by
        return before, count

    async def get():
        return count

    return increment, get


def timed(label):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            print("before", label)
            try:
                return await function(*args, **kwargs)
            finally:
                print("after", label)
        return wrapper
    return decorate


def retry(times):
    def decorate(function):
        async def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, attempt)
                except ValueError as error:
                    print("attempt", attempt, "failed:", error)
                    await asyncio.sleep(0)
            raise RuntimeError(f"failed {times} times")
        return wrapper
    return decorate


@timed("outer")
@timed("inner")
async def work(a, *, b=2):
    await asyncio.sleep(0)
    return a + b


@retry(3)
async def flaky(needed, attempt):
    if attempt < needed:
        raise ValueError(f"{attempt} < {needed}")
    return f"ok at {attempt}"


class Account:
    opened = 0

    def __init__(self, balance):
        self.balance = balance
        self.log = []

    @classmethod
    async def open(cls, balance):
        await asyncio.sleep(0)
        cls.opened += 1
        return cls(balance)

    @staticmethod
    async def fee(amount):
        await asyncio.sleep(0)
        return amount // 10

    async def withdraw(self, amount):
        fee = await self.fee(amount)
        if amount + fee > self.balance:
            raise ValueError(f"short by {amount + fee - self.balance}")
        self.balance -= amount + fee
        self.log.append(-amount)
        return self.balance

    async def __call__(self, *amounts):
        return [await self.withdraw(a) for a in amounts]


class Savings(Account):
    async def withdraw(self, amount):
        print("savings withdraw")
        return await super().withdraw(amount)


async def apply(function, *args, **kwargs):
    return await function(*args, **kwargs)


async def star(*args, k=0, **rest):
    await asyncio.sleep(0)
    return args, k, rest


async def main():
    increment, get = make_counter(10)
    print(await increment(), await increment(5), await get())
    print(await asyncio.gather(increment(), increment(), get()), await get())
    print(await work(1), await work(1, b=5), work.__name__)
    print(await flaky(2))
    try:
        await flaky(9)
    except RuntimeError as error:
        print(error)
    account = await Savings.open(100)
    print(type(account).__name__, await account.withdraw(20), account.log, Account.opened,
          Savings.opened)
    try:
        await account(30, 50)
    except ValueError as error:
        print(error, account.balance)
    print(await apply(account.withdraw, 10), await apply(star, 1, 2, k=3, z=4), await star(*"ab"))
    table = {"fee": Account.fee, "star": star}
    print(await table["fee"](55), await table["star"]())
    functions = [lambda i=i: star(i) for i in range(3)]
    print([await f() for f in functions])

    async def inner(depth):
        async def innermost():
            await asyncio.sleep(0)
            return depth * 2
        return await innermost()

    print(await inner(4), await asyncio.gather(*map(inner, [1, 2])))
    results = []

    async def collector(i):
        await asyncio.sleep(0)
        results.append(i * i)

    await asyncio.gather(*[collector(i) for i in range(5)])
    print(results)
    pick = (lambda flag: star("yes") if flag else star("no"))
    print(await pick(True), await pick(False))
    partial = functools.partial(star, 1, k=2)
    print(await partial(3))


asyncio.run(main())
