"""Big ints with operands of one machine word or digit, at the bounds: products, quotients, remainders."""
import random
random.seed(5)
vals = [0, 1, -1, 2, 7, 10**6+7, 2**59, 2**60-1, 2**60, 2**61, 2**62-1, 2**62, 2**63-1, 2**63, 2**64, 2**120, 2**180-1, 3**200, 10**50, 2**61-1, 2**119-1, 2**120-1]
vals += [random.getrandbits(random.randrange(1, 400)) for _ in range(60)]
vals += [-v for v in vals]
h = 0
for a in vals:
    for b in vals:
        h = hash((h, a * b, a + b, a - b))
        if b: h = hash((h, a // b, a % b, divmod(a, b)))
        assert a * b == sum([a * b]) and (not b or (a // b) * b + a % b == a)
print(h)
for a in (3**200, -3**200):
    for b in (7, -7, 2**60-1, -(2**60-1), 2**60, 3, -3, 1, -1): print(a // b, a % b, a * b, b * a)
