# The order in which sets are walked, after thousands of random operations: numbers and tuples only.
import random

random.seed(5)


def number():
    kind = random.random()
    if kind < 0.4:
        return random.randrange(-20, 60)
    if kind < 0.7:
        return random.randrange(0, 100000)
    if kind < 0.8:
        return random.randrange(-2 ** 70, 2 ** 70)
    if kind < 0.9:
        return (random.randrange(5), random.randrange(5))
    return random.random() * 10


def numbers(limit):
    return [number() for _ in range(random.randrange(limit))]


def change(s):
    op = random.randrange(8)
    if op < 4:
        s.add(number())
    elif op < 6:
        s.discard(random.choice(list(s)) if s else 0)
    elif op == 6 and s:
        s.pop()
    elif len(s) > 200:
        s.clear()


def combine(s, t):
    op = random.randrange(14)
    if op == 0:
        return s | t
    if op == 1:
        return s - t if random.random() < 0.5 else s & t
    if op == 2:
        s |= t
    elif op == 3:
        s ^= set(list(t)[:5])
    elif op == 4:
        s -= t if random.random() < 0.2 else set(list(t)[:3])
    elif op == 5:
        s.update(numbers(30))
    elif op == 6:
        return set(t)
    elif op == 7:
        return s.symmetric_difference(list(t))
    elif op == 8:
        s.update(dict.fromkeys(numbers(20)))
    elif op == 9:
        return s.union(t, [1, 2, 3])
    elif op == 10:
        s.intersection_update(list(t) + list(s)[:30])
    elif op == 11:
        return set(frozenset(t))
    elif op == 12:
        return s.difference(dict.fromkeys(t), numbers(5))
    else:
        return set(dict.fromkeys(t).keys() & s)
    return s


sets = [set() for _ in range(6)]
digest = 0
for step in range(4000):
    i, j = random.randrange(6), random.randrange(6)
    if random.random() < 0.4:
        change(sets[i])
    else:
        sets[i] = combine(sets[i], sets[j])
    digest = hash((digest, tuple(sets[i])))
    if step % 200 == 0:
        print(step, digest, len(sets[i]))

print({16, 1, 33, 2, 3}, {5, 100, 37, 8, 72}, {1, -1, -2, 0}, {(2, 1), (1, 2), (0, 0), (3, 3)})
print({16, 1, 33, 2, len("seven..")}, frozenset({5, 100, 37, 8, 72}), set([5, 100, 37, 8, 72]))
