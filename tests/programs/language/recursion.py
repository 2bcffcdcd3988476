# Recursion: simple, mutual, nested, over data structures, and where Python stops it.
import sys


def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


print([factorial(n) for n in range(10)], factorial(25))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(is_even(100), is_odd(77), is_even(7))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3))


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


print(len(hanoi(7, "A", "B", "C", [])), " ".join(hanoi(3, "A", "B", "C", [])))


def permutations(items):
    if not items:
        return [[]]
    result = []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            result.append([item] + rest)
    return result


print(permutations([1, 2, 3]))


def flatten(value):
    if isinstance(value, list):
        return [leaf for part in value for leaf in flatten(part)]
    return [value]


print(flatten([1, [2, [3, [4, []], 5]], [[6]]]))


def depth(value):
    return 1 + max((depth(v) for v in value), default=0) if isinstance(value, list) else 0


print(depth([]), depth([[[]]]), depth([1, [2, [3]]]))


def power_set(items):
    if not items:
        return [()]
    rest = power_set(items[1:])
    return rest + [(items[0],) + r for r in rest]


print(power_set("abc"))


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print(gcd(1071, 462), gcd(2 ** 80, 6 ** 40))


def quicksort(xs):
    if len(xs) < 2:
        return xs
    pivot, *rest = xs
    smaller = [x for x in rest if x < pivot]
    larger = [x for x in rest if x >= pivot]
    return quicksort(smaller) + [pivot] + quicksort(larger)


print(quicksort([5, 3, 9, 1, 5, 0, -4]))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print("RecursionError:", error)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(900))
print(isinstance(RecursionError(), RuntimeError), sys.getrecursionlimit())


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def walk(self):
        left = self.left.walk() if self.left else []
        right = self.right.walk() if self.right else []
        return left + [self.value] + right


tree = Node(4, Node(2, Node(1), Node(3)), Node(6, None, Node(7)))
print(tree.walk())
