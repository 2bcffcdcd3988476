# Division by zero in every numeric form, and the words of each; inside expressions and tasks.
import asyncio


def attempt(label, action):
    try:
        print(label, "=", action())
    except ZeroDivisionError as error:
        print(label, "->", error)


zero, fzero, false = 0, 0.0, False
big = 10 ** 30
attempt("int /", lambda: 1 / zero)
attempt("int //", lambda: 1 // zero)
attempt("int %", lambda: 1 % zero)
attempt("divmod", lambda: divmod(1, zero))
attempt("float /", lambda: 1.0 / zero)
attempt("float //", lambda: 1.0 // fzero)
attempt("float %", lambda: 1.0 % fzero)
attempt("float divmod", lambda: divmod(1.0, fzero))
attempt("mixed", lambda: 1 / fzero)
attempt("bool", lambda: 5 / false)
attempt("bool //", lambda: True // false)
attempt("zero / zero", lambda: zero / zero)
attempt("big /", lambda: big / zero)
attempt("big //", lambda: big // zero)
attempt("big %", lambda: big % zero)
attempt("big / float", lambda: big / fzero)
attempt("0 ** -1", lambda: zero ** -1)
attempt("0.0 ** -2", lambda: fzero ** -2)
attempt("0.0 ** -0.5", lambda: fzero ** -0.5)
attempt("pow", lambda: pow(0, -3))
attempt("negative zero", lambda: 1 / -0.0)
x = 10
try:
    x /= zero
except ZeroDivisionError as error:
    print("in place", error, x)
try:
    x //= zero
except ZeroDivisionError as error:
    print("in place", error, x)
items = [1]
try:
    items[0] %= zero
except ZeroDivisionError as error:
    print("item", error, items)


def average(numbers):
    return sum(numbers) / len(numbers)


attempt("average", lambda: average([]))
attempt("average ok", lambda: average([1, 2]))
attempt("comprehension", lambda: [10 // n for n in (5, 2, 0, 1)])
attempt("generator", lambda: sum(10 / n for n in range(3)))
attempt("chained", lambda: 1 < 1 / zero < 2)
attempt("short circuit", lambda: zero and 1 / zero)
attempt("conditional", lambda: 1 / zero if zero else "skipped")
attempt("argument", lambda: max(1, 1 % zero))
attempt("f-string", lambda: f"{1 / zero}")


async def divide(a, b):
    await asyncio.sleep(0)
    return a / b


async def main():
    results = await asyncio.gather(divide(6, 3), divide(1, 0), divide(1.0, 0.0),
                                   return_exceptions=True)
    print([str(r) for r in results])
    try:
        await divide(1, 0)
    except ArithmeticError as error:
        print(type(error).__name__, error.args)


asyncio.run(main())
