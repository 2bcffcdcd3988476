# Integer loops: a sum, and a multiply-and-mask mix.
import sys


def sums(n):
    total = 0
    for i in range(n):
        total += i
    return total


def mix(n):
    x = 1
    for i in range(n):
        x = (x * 31 + i) & 0xFFFFF
    return x


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
print(sums(n), mix(n))
