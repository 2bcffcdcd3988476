"""Parts of library modules and of builtins, replaced by the program and put back, as tests do."""
import asyncio
import builtins
import json
import math
import os
import random
import sys
import time
from time import sleep

math.factorial = lambda n: f'{n} factorial'
print(math.factorial(3), math.floor(2.5))

time.sleep = lambda seconds: print('time.sleep', seconds)
time.sleep(1000)
sleep(0)
from time import sleep as later
later(7)

json.dumps = lambda value, **keywords: 'dumped'
print(json.dumps([1]), json.loads('[1]'))

original_sleep = asyncio.sleep


async def no_sleep(delay, result=None):
    print('asyncio.sleep', delay)
    return await original_sleep(0, result)


async def main():
    asyncio.sleep = no_sleep
    try:
        print(await asyncio.sleep(3600, 'rested'))
    finally:
        asyncio.sleep = original_sleep
    print(await asyncio.sleep(0, 'again'))


asyncio.run(main())

setattr(random, 'random', lambda: 0.25)
print(random.random())
os.getcwd = lambda: '/nowhere'
print(os.getcwd())


class patched:
    """Sets attributes of an object for the length of a with statement."""

    def __init__(self, target, **values):
        self.target, self.values, self.kept = target, values, {}

    def __enter__(self):
        for name, value in self.values.items():
            self.kept[name] = getattr(self.target, name)
            setattr(self.target, name, value)

    def __exit__(self, *details):
        for name, value in self.kept.items():
            setattr(self.target, name, value)


def elapsed():
    start = time.monotonic()
    return time.monotonic() - start


ticks = iter([10.0, 12.5, 100.0, 103.0])
with patched(time, monotonic=lambda: next(ticks), time=lambda: 42.0):
    print(elapsed(), elapsed(), time.time())
print(0 <= elapsed() < 5, time.time() > 1e9)
with patched(math, pi=3, sqrt=abs):
    print(math.pi, math.sqrt(-9))
print(math.pi, math.sqrt(9))
with patched(random, randint=lambda low, high: high):
    print([random.randint(1, 6) for _ in range(3)])


def loud(*values, **keywords):
    real_print(*(str(v).upper() for v in values), **keywords)


real_print = builtins.print
builtins.print = loud
print('quiet words', len('abc'))
builtins.print = real_print
print('quiet words')
builtins.input = lambda prompt='': f'answer to {prompt}'
print(input('question'))

sys.exit = lambda code=0: print('exit', code)
sys.exit(3)
del math.tau
try:
    print(math.tau)
except AttributeError as error:
    print(error)
print(math.e, hasattr(math, 'tau'), hasattr(math, 'cos'))
