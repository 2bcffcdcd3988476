# Properties and case mappings of characters in every script, summed up by planes of 4,096.


def properties(c):
    return (c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isupper(), c.islower(),
            c.istitle(), c.isspace(), c.isprintable(), c.isidentifier(), ("a" + c).isidentifier())


def mappings(c):
    return c.upper() + c.lower() + c.title() + c.casefold() + c.swapcase()


def digest(codes):
    total = 0
    for code in codes:
        c = chr(code)
        for yes in properties(c):
            total = (total * 2 + yes) % 1000000007
        for other in mappings(c):
            total = (total * 31 + ord(other)) % 1000000007
    return total


for first in list(range(0, 0x3000, 0x1000)) + [0xA000, 0xF000, 0x10000, 0x11000, 0x1E000, 0x1F000]:
    print(hex(first), digest(range(first, first + 0x1000)))
for c in "\u037a\u0e33\u0eb3\u2e2f\ufc5e\ufdfa\ufe70\uff9e\u1885\u2118\u00b7\u0387\u19da":
    print(ascii(c), c.isidentifier(), ("a" + c).isidentifier())
