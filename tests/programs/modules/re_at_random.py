# re: random patterns over random texts, which the oracle decides.
import random
import re

R = random.Random(4)
ATOMS = ["a", "b", "c", ".", r"\d", r"\w", r"\s", r"\W", "[ab]", "[^a]", "[a-c]", r"\b", r"\B", "^", "$", r"\A", r"\Z",
         "é", "[é-ü]", "ß", "K", "k", "1", " ", r"\n", "-", r"[\w-]", r"[\s\d]", "[]a]", "[^]]", "ſ", "(?:)"]
COUNTS = ["*", "+", "?", "{2}", "{1,2}", "{0,}", "{,2}", "*?", "+?", "??", "{1,3}?", "*+", "++", "?+"]


class Maker:
    """Makes one pattern; knows how many groups it has."""

    def __init__(self):
        self.groups = 0

    def make(self, depth):
        kind = R.random()
        if depth <= 0 or kind < .35:
            return R.choice(ATOMS)
        inner = depth - 1
        if kind < .5:
            return self.make(inner) + self.make(inner)
        if kind < .58:
            return "(?:" + "|".join(self.make(inner) for _ in range(R.randint(2, 3))) + ")"
        if kind < .72:
            self.groups += 1
            name = f"?P<g{self.groups}>" if R.random() < .2 else ""
            return f"({name}{self.make(inner)})"
        if kind < .86:
            return "(?:" + self.make(inner) + ")" + R.choice(COUNTS)
        if kind < .9:
            return R.choice(["(?=", "(?!"]) + self.make(inner) + ")"
        if kind < .93:
            return R.choice(["(?<=", "(?<!"]) + R.choice(["a", "ab", "[ab].", "é", r"\b", "^"]) + ")"
        if kind < .95 and self.groups:
            return f"\\{R.randint(1, self.groups)}"
        if kind < .965:
            return "(?>" + self.make(inner) + ")"
        if kind < .98 and self.groups:
            return f"(?({R.randint(1, self.groups)}){self.make(inner)}|{self.make(inner)})"
        return R.choice(["(?i:", "(?s:", "(?m:", "(?-i:", "(?a:"]) + self.make(inner) + ")"


texts = ["".join(R.choice("aabbcé kK1 -\nßſüAB") for _ in range(R.randint(0, 12))) for _ in range(5)]
for _ in range(120):
    pattern, flags = Maker().make(R.randint(2, 5)), R.choice([0, 0, 0, 2, 8, 16, 10, 256, 258, 64])
    try:
        compiled = re.compile(pattern, flags)
    except re.error as error:
        print(ascii(pattern), flags, error)
        continue
    for text in texts:
        found = compiled.search(text)
        print(ascii(pattern), flags, ascii(text), found and (found.regs, found.lastindex, found.lastgroup))
        whole, part = compiled.fullmatch(text), compiled.match(text, 2, 6)
        print(whole and whole.regs, part and part.regs, ascii(compiled.findall(text)), ascii(compiled.split(text, 3)),
              ascii(compiled.sub(r"<\g<0>>", text)), [m.span() for m in compiled.finditer(text, 1)])
