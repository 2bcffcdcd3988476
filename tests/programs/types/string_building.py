# Strings built step by step: joins, formats, alignment tables, reversal, counting.
def table(rows, headers):
    widths = [max(len(str(row[i])) for row in [headers] + rows) for i in range(len(headers))]
    line = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    out = [line, "|" + "|".join(f" {h:^{w}} " for h, w in zip(headers, widths)) + "|", line]
    for row in rows:
        cells = [f" {c:>{w}} " if isinstance(c, (int, float)) else f" {c:<{w}} " for c,
                 w in zip(row, widths)]
        out.append("|" + "|".join(cells) + "|")
    return "\n".join(out + [line])


print(table([["apple", 3, 0.5], ["kiwi", 12, 10.25], ["", -1, 100]], ["fruit", "qty", "price"]))


def run_length(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}")
        i = j
    return "".join(out)


def expand(s):
    out, n = "", ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out += c * int(n)
            n = ""
    return out


print(run_length("aaabccd"), expand(run_length("aaabccd")), expand("12x3y"))


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line] if line else lines


for line in wrap("the quick brown fox jumps over the lazy dog again and again", 16):
    print(f"[{line:<16}] [{line:>16}] [{line:^16}]")


def roman(n):
    out = ""
    for value, digits in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                          (50, "L"), (40, "XL"),
                          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= value:
            out += digits
            n -= value
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
vowels = "aeiou"
print("".join(c for c in "programming" if c not in vowels),
      "".join(c.upper() if c in vowels else c for c in "education"))
print(" ".join(w[::-1] for w in "hello world".split()), " ".join("hello world".split()[::-1]),
      "hello"[::-1])
print("".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in "hello world"))
s = ""
for i in range(1000):
    s += chr(97 + i % 26)
print(len(s), s[:5], s[-5:], s.count("a"), s.find("xyz"), s.replace("abc", "").count("d"))
acc = []
for n in range(1, 16):
    acc.append("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else str(n))
print(" ".join(acc))
words = "it was the best of times it was the worst of times".split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{w:<6}{'*' * n}")


def anagrams(words):
    groups = {}
    for w in words:
        groups.setdefault("".join(sorted(w)), []).append(w)
    return [g for g in groups.values() if len(g) > 1]


print(anagrams("listen silent enlist google elbow below inch".split()))


def diamond(n):
    rows = [" " * (n - i) + "*" * (2 * i - 1) for i in range(1, n + 1)]
    return "\n".join(rows + rows[-2::-1])


print(diamond(4))


def to_hex(data):
    digits = "0123456789abcdef"
    return "".join(digits[b >> 4] + digits[b & 15] for b in data)


def base64(data):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out += "".join(alphabet[n >> shift & 63] for shift in (18, 12, 6,
                                                               0))[:len(chunk) + 1] + "=" * (3 - len(chunk))
    return out


print(to_hex("hé".encode()), base64(b"Hello, World!"), base64(b"ab"), base64(b""),
      base64("日本".encode()))
print("{:>10}|{:<10}|{:^10}".format(*"abc"), "{0:{1}{2}{3}}".format("x", "*", "^", 7),
      f"{'=' * 3:>{2 + 3}}", "%-5s|%5s" % ("a", "b"))
