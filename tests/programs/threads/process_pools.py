# Calls made by other processes: results, errors, what the child does to its own copy, beside a loop.
import asyncio
import concurrent.futures
import os
import time


class Own(Exception):
    pass


def cpu_bound():
    return sum(i * i for i in range(10 ** 5))


def square(x):
    return x * x


def everything(x):
    return [x, (1.5, -2, None, True), {"k": b"bytes", 3: {1, 2}}, frozenset([4]), bytearray(b"x"), 2j, 10 ** 30, float("inf"), "é☃"]


def fail(kind, *args):
    raise kind(*args)


state = {"n": 0}


def change():
    state["n"] += 1
    return state["n"] > 0, os.getpid()


def die():
    os._exit(3)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error.args, type(error.__cause__).__name__)


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        print("custom process pool", await loop.run_in_executor(pool, cpu_bound))
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, i) for i in range(10)]))
        try:
            await loop.run_in_executor(pool, fail, ValueError, "in the loop")
        except ValueError as error:
            print(repr(error))


if __name__ == "__main__":
    print("before")
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(square, range(5))), list(pool.map(square, [1, 2, 3], chunksize=2)))
        print(pool.submit(everything, "x").result())
        attempt(pool.submit(fail, KeyError, "key", 1).result)
        attempt(pool.submit(fail, Own, "own").result)
        fine, pid = pool.submit(change).result()
        print(fine, pid != os.getpid(), state)
        futures = [pool.submit(square, n) for n in range(3)]
        print(sorted(f.result() for f in concurrent.futures.as_completed(futures)))
    attempt(lambda: pool.submit(square, 1))
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        attempt(pool.submit(die).result)
    attempt(lambda: concurrent.futures.ProcessPoolExecutor(0))
    asyncio.run(main())
