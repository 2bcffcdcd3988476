# Integer literals of every base that do not fit a word.
print(-0xcbf29ce484222325, -0x10, - 10**30, -(0xffffffffffffffffff), -123456789012345678901234567890)
FNV = 0xcbf29ce484222325
def fnv(s):
    h = FNV
    for b in s.encode(): h = ((h ^ b) * 0x100000001b3) & 0xFFFFFFFFFFFFFFFF
    return h
print(hex(fnv("hello")), 0xFFFFFFFFFFFFFFFF, 0o7777777777777777777777777, 0b1 << 70, -0o7777777777777777777777777, 0X8000000000000000)
