# Recursive coroutines: factorial, trees, mutual recursion, 300 levels of await.
import asyncio


async def factorial(n):
    if n <= 1:
        return 1
    await asyncio.sleep(0)
    return n * await factorial(n - 1)


async def fib(n):
    if n < 2:
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


async def plain_fib(n):
    return n if n < 2 else await plain_fib(n - 1) + await plain_fib(n - 2)


async def even(n):
    return True if n == 0 else await odd(n - 1)


async def odd(n):
    return False if n == 0 else await even(n - 1)


async def dive(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await dive(n - 1)


async def dive_and_fail(n):
    if n == 0:
        await asyncio.sleep(0)
        raise ValueError("at the bottom")
    try:
        await dive_and_fail(n - 1)
    finally:
        if n % 100 == 0:
            print("unwinding", n)


async def tree_sum(node):
    if node is None:
        return 0
    value, left, right = node
    await asyncio.sleep(0)
    return value + sum(await asyncio.gather(tree_sum(left), tree_sum(right)))


async def walk(tree, path=()):
    for key, value in tree.items():
        if isinstance(value, dict):
            await walk(value, path + (key,))
        else:
            await asyncio.sleep(0)
            print("/".join(path + (key,)), value)


async def hanoi(n, a, b, c, moves):
    if n:
        await hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        await asyncio.sleep(0)
        await hanoi(n - 1, b, a, c, moves)


async def forever(n):
    return await forever(n + 1)


async def deep_tasks(n):
    if n == 0:
        return "bottom"
    return await asyncio.create_task(deep_tasks(n - 1))


async def numbers(tree):
    if isinstance(tree, list):
        for part in tree:
            async for leaf in numbers(part):
                yield leaf
    else:
        yield tree


async def main():
    print(await factorial(10), await factorial(30))
    print(await fib(7), await plain_fib(12))
    print(await even(50), await odd(33), await even(7))
    print(await dive(300))
    print(await asyncio.gather(*(dive(n) for n in (1, 10, 100, 250))))
    try:
        await dive_and_fail(300)
    except ValueError as error:
        print("caught", error)
    tree = (1, (2, (3, None, None), None), (4, None, (5, None, None)))
    print(await tree_sum(tree))
    await walk({"etc": {"hosts": 1, "ssh": {"config": 2}}, "tmp": 3, "empty": {}})
    moves = []
    await hanoi(4, "A", "B", "C", moves)
    print(len(moves), " ".join(moves[:6]))
    try:
        await forever(0)
    except RecursionError as error:
        print("RecursionError", str(error).split(" while")[0])
    print(await deep_tasks(50))
    print([n async for n in numbers([1, [2, [3, [4]], 5], [[6]]])])
    task = asyncio.create_task(dive(100))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at depth 100")


asyncio.run(main())
