# Counting words in a dict: keys are strings made once, looked up again and again.
import sys


def count_words(words, rounds):
    counts = {}
    for _ in range(rounds):
        for word in words:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def make_words(n):
    words = []
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        words.append("w" + str(x % 1000))
    return words


n = int(sys.argv[1]) if len(sys.argv) > 1 else 200
counts = count_words(make_words(10_000), n)
print(len(counts), sum(counts.values()), counts["w7"])
