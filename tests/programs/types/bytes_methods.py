# bytes and bytearray: literals, repr, methods, slices, conversion, comparison, errors.
b = b"hello world"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], b[0:1], list(b"AZ"), b"h" in b, 104 in b)
print(b.find(b"o"), b.rfind(b"o"), b.index(b"wor"), b.count(b"l"), b.startswith(b"he"),
      b.endswith(b"x"))
print(b.split(), b.split(b"o"), b.replace(b"l", b"L"), b.upper(), b.title(), b.capitalize(),
      b.swapcase())
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"-".join([b"a", b"b"]), b"a-b".partition(b"-"),
      b"a\nb".splitlines())
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"AB".isupper(),
      b"ab".islower())
print(b"ab".center(6, b"*"), b"7".zfill(3), b"a".ljust(3, b"."), b"a".rjust(3),
      b"x\ty".expandtabs(4))
print(b"ab" + b"cd", b"ab" * 3, b"a" < b"b", b"a" == b"a", b"a" == "a", b"abc" != b"abd",
      hash(b"a") == hash(b"a"))
print(b"\x00\x7f\x80\xff\n\t\r\\'", b'"', b"'", b"\"'", br"\x", b"\101", bytes([65, 10, 200]))
print(bytes(), bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)),
      bytes((255,)))
print("héllo".encode(), b"h\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"abc".decode("ascii"))
print(b"\xff\xfea".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"),
      "é".encode("ascii", "replace"))
print("é€".encode("ascii", "ignore"), "é€".encode("ascii", "backslashreplace"),
      "€".encode("ascii", "xmlcharrefreplace"))
print(b"\xde\xad".hex(), bytes.fromhex("dead BEEF"), b"abc".hex(":"), b"\x01\x02\x03".hex("-", 2))
print(b"%d-%s" % (5, b"x"), b"%05.1f|%x" % (2.5, 255), b"abc".removeprefix(b"a"),
      b"abc".removesuffix(b"c"))
print(max(b"abc"), sum(b"abc"), sorted(b"cab"), [x for x in b"ab"], {b"k": 1}[b"k"], bool(b""),
      min(b"ba"))
print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"))
for i, value in enumerate(b"xyz"):
    print(i, value, chr(value), end=" ")
print()

ba = bytearray(b"abc")
ba.append(100)
ba.extend(b"ef")
ba[0] = 65
ba[1:3] = b"--"
print(ba, len(ba), bytes(ba), ba[0], ba[1:3], ba == b"A--def")
ba += b"!"
ba.insert(0, 33)
print(ba.pop(), ba.decode(), ba.upper())
del ba[0]
ba.reverse()
print(ba, bytearray(2), bytearray([1, 2]), ba.find(b"d"), isinstance(ba, bytes))
ba.clear()
print(ba, bool(ba), bytearray(b"x") + b"y", b"x" + bytearray(b"y"))


def checksum(data):
    value = 0
    for byte in data:
        value = (value * 31 + byte) & 0xFFFFFFFF
    return value


print(checksum(b"the quick brown fox"), f"{checksum(bytes(100)):08x}")


def xor(data, key):
    return bytes(a ^ key[i % len(key)] for i, a in enumerate(data))


secret = xor(b"attack at dawn", b"key")
print(secret, xor(secret, b"key"))
packet = bytes([2]) + len(b"payload").to_bytes(2, "big") + b"payload"
kind, size = packet[0], int.from_bytes(packet[1:3], "big")
print(packet, kind, size, packet[3:3 + size])

for label, action in [
    ("index", lambda: b"a"[3]),
    ("add str", lambda: b"a" + "b"),
    ("str add", lambda: "a" + b"b"),
    ("value", lambda: bytes([256])),
    ("negative", lambda: bytes([-1])),
    ("bytes str", lambda: bytes("a")),
    ("bytes list", lambda: bytes(["a"])),
    ("count", lambda: bytes(-1)),
    ("decode", lambda: b"ab\xffcd".decode("utf-8")),
    ("short", lambda: b"\xe2\x82".decode("utf-8")),
    ("ascii", lambda: b"\x80".decode("ascii")),
    ("encode", lambda: "aé".encode("ascii")),
    ("latin", lambda: "€".encode("latin-1")),
    ("codec", lambda: "a".encode("no-such")),
    ("join", lambda: b"".join(["a"])),
    ("in", lambda: "a" in b"abc"),
    ("in big", lambda: 300 in b"abc"),
    ("fromhex", lambda: bytes.fromhex("zz")),
    ("less", lambda: b"a" < "b"),
    ("find", lambda: b"a".find("a")),
    ("array value", lambda: bytearray(b"a").append(256)),
    ("array hash", lambda: hash(bytearray())),
]:
    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
