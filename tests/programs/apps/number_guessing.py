# A number guessing game against a seeded secret, by bisection and by chance; statistics of many games.
import random


def play(secret, strategy, low=1, high=100):
    guesses = []
    while True:
        guess = strategy(low, high)
        guesses.append(guess)
        if guess == secret:
            return guesses
        if guess < secret:
            low = guess + 1
        else:
            high = guess - 1


def bisect(low, high):
    return (low + high) // 2


def make_random(seed):
    rng = random.Random(seed)

    def strategy(low, high):
        return rng.randint(low, high)
    return strategy


def hint(guess, secret):
    distance = abs(guess - secret)
    if distance == 0:
        return "correct!"
    warmth = "hot" if distance <= 5 else "warm" if distance <= 15 else "cold"
    return f"{'too low' if guess < secret else 'too high'}, {warmth}"


random.seed(2024)
secret = random.randint(1, 100)
for name, strategy in (("bisection", bisect), ("chance", make_random(3))):
    print(name)
    for number, guess in enumerate(play(secret, strategy), 1):
        print(f"  guess {number}: {guess} - {hint(guess, secret)}")
counts = {}
for secret in range(1, 101):
    n = len(play(secret, bisect))
    counts[n] = counts.get(n, 0) + 1
for n in sorted(counts):
    print(f"{n} guesses: {counts[n]:>3} {'*' * counts[n]}")
by_chance = [len(play(s, make_random(s))) for s in range(1, 101)]
average = sum(by_chance) / len(by_chance)
print(f"by chance: {average:.2f} on average, {min(by_chance)} to {max(by_chance)}")
