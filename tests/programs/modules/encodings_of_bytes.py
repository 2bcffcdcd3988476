# binascii and base64: every base there and back, and what is said of broken text.
import base64
import binascii


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


for data in (b'', b'a', b'ab', b'abc', b'\xff\xfe\x00', bytes(range(60)), bytearray(b'array'), memoryview(b'view')):
    print(binascii.b2a_base64(data), binascii.hexlify(data), binascii.crc32(data), binascii.crc_hqx(data, 7))
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.encodebytes(data), base64.b16encode(data))
    print(base64.b32encode(data), base64.b32hexencode(data), base64.b85encode(data), base64.b85encode(data, pad=True))
    print(base64.a85encode(data), base64.a85encode(data, adobe=True, wrapcol=10), binascii.b2a_uu(data[:45]))
    whole = bytes(data)
    print([decode(encode(data)) == whole for encode, decode in (
        (base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
        (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode),
        (base64.a85encode, base64.a85decode), (binascii.hexlify, binascii.unhexlify))])

broken = (b'YQ==', b'YQ=', b'YQ', b'Y', b'YWJj\n', 'YWJj', 'YWJ\u00e9', b'YW!!Jj', b'=YWJj', b'YWJj=', b'YQ==YQ==', b'Y===',
          3, None)
for text in broken:
    for decode in (binascii.a2b_base64, base64.b64decode, base64.urlsafe_b64decode, base64.b32decode, base64.b85decode,
                   base64.a85decode, base64.b16decode, binascii.unhexlify):
        attempt(lambda: decode(text))
    attempt(lambda: base64.b64decode(text, validate=True))

attempt(lambda: binascii.hexlify(b'abcdef', ':'))
attempt(lambda: binascii.hexlify(b'abcdef', b'-', 2))
attempt(lambda: binascii.b2a_hex('a'))
attempt(lambda: base64.b64encode('a'))
attempt(lambda: base64.b64decode(b'__4=', altchars='_-'))
attempt(lambda: base64.b32decode('me======', casefold=True))
attempt(lambda: base64.a85decode(b'zz!zz'))
attempt(lambda: base64.b85decode(b'~~~~~'))
attempt(lambda: binascii.a2b_uu(binascii.b2a_uu(b'hello')))
print(binascii.Error.__mro__, binascii.crc32(b'def', binascii.crc32(b'abc')) == binascii.crc32(b'abcdef'))

# Characters as escapes of string literals.
for s in ("aé€😀\n\t\\'\"\x00\x7f", "plain", "", "\ud800"):
    b = s.encode("unicode_escape"); print(b, b.decode("unicode_escape") == s, s.encode("unicode-escape") == b)
print(rb"\x41\u00e9\U0001F600\101\7\n\q\'\"\\ z".decode("unicode_escape"), b"\xe9".decode("unicode_escape"))
for b in (b"\\x4", b"\\u12", b"ab\\", b"\\U00110000", b"\\xzz"):
    try: print(b.decode("unicode_escape"))
    except UnicodeDecodeError as e: print(e)
print(b"a\\x4".decode("unicode_escape", "replace"), "a\\nb".encode().decode("unicode_escape"))
