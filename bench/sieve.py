# The sieve of Eratosthenes.
import sys


def sieve(n):
    prime = [True] * (n + 1)
    prime[0] = prime[1] = False
    i = 2
    while i * i <= n:
        if prime[i]:
            k = i * i
            while k <= n:
                prime[k] = False
                k += i
        i += 1
    count = 0
    for flag in prime:
        if flag:
            count += 1
    return count


n = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
print(sieve(n))
