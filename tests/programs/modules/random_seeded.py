# random with seeds: the Mersenne Twister's numbers, choices, shuffles, distributions, states.
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(10)], random.randrange(100), random.randrange(0, 100, 7))
print(random.choice("abcdef"), random.choice([10, 20, 30]), random.choice(range(1000)))
print(random.uniform(1, 10), random.uniform(-1, 1))
items = list(range(10))
random.shuffle(items)
print(items)
print(random.sample(range(100), 5), random.sample("abcdef", 3), random.sample([1, 2, 3], k=3))
print(random.choices("abc", k=6), random.choices([1, 2, 3], weights=[10, 1, 1], k=8))
print(random.choices("xyz", cum_weights=[1, 2, 10], k=4))
print(random.getrandbits(8), random.getrandbits(64), random.getrandbits(100))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1))
print(random.expovariate(2), random.triangular(0, 10, 5), random.betavariate(1, 2))
print(random.randbytes(5))

for seed in (0, 1, 12345, -5, 2 ** 40, "text", b"bytes", 1.5, "x"):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 10 ** 6))

a, b = random.Random(7), random.Random(7)
print([a.random() == b.random() for _ in range(3)], a.randint(1, 10 ** 9) == b.randint(1, 10 ** 9))
c = random.Random(8)
print(c.random() != a.random(), [c.randint(0, 9) for _ in range(12)])
state = c.getstate()
first = [c.random() for _ in range(3)]
c.setstate(state)
print(first == [c.random() for _ in range(3)])
random.seed(99)
big = [random.randrange(10 ** 20) for _ in range(2)]
print(big, random.randint(-5, -1), random.randint(3, 3), random.randrange(1))

rng = random.Random(2024)
inside = sum(1 for _ in range(2000) if rng.random() ** 2 + rng.random() ** 2 <= 1)
print("pi is about", 4 * inside / 2000)
counts = [0] * 6
for _ in range(600):
    counts[rng.randrange(6)] += 1
print(counts, sum(counts))
deck = [rank + suit for suit in "SH" for rank in "AKQ"]
rng.shuffle(deck)
print(deck, rng.choice(deck))
walk = [0]
for _ in range(20):
    walk.append(walk[-1] + rng.choice([-1, 1]))
print(walk)
for label, action in [
    ("empty", lambda: random.choice([])),
    ("randint", lambda: random.randint(5, 1)),
    ("randrange", lambda: random.randrange(0)),
    ("sample", lambda: random.sample([1, 2], 3)),
    ("sample set", lambda: random.sample({1, 2}, 1)),
    ("randint float", lambda: random.randint(1.5, 3)),
    ("weights", lambda: random.choices("ab", weights=[1])),
]:
    try:
        print(label, action())
    except (IndexError, ValueError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
