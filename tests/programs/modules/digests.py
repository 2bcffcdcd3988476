# hashlib, hmac, secrets and zlib.
import hashlib
import hmac
import io
import secrets
import zlib


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


for name in sorted(hashlib.algorithms_available):
    for length in (0, 1, 63, 64, 128, 129, 1000):
        digest = hashlib.new(name, b'ab' * length)
        digest.update(memoryview(b'zz'))
        print(name, length, digest.hexdigest(20) if 'shake' in name else digest.hexdigest())

h = hashlib.sha256(b'first ')
half = h.copy()
h.update(b'second')
print(h.name, h.digest_size, h.block_size, h.hexdigest(), half.digest()[:4], hashlib.new('SHA256', b'x').name)
print(hashlib.blake2b(b'x', digest_size=8, key=b'k', salt=b'a', person=b'b').hexdigest(), hashlib.sha1(string=b'a').digest())
print(hashlib.file_digest(io.BytesIO(b'abc'), 'sha256').hexdigest(), hashlib.shake_128(b'a').digest(3))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10).hex(), hashlib.scrypt(b'p', salt=b's', n=16, r=8, p=1)[:4])
attempt(lambda: hashlib.new('foo'))
attempt(lambda: hashlib.md5('text'))
attempt(lambda: hashlib.sha256(3))
attempt(lambda: h.hexdigest(5))
attempt(lambda: hashlib.blake2b(digest_size=99))
attempt(lambda: hashlib.pbkdf2_hmac('sha1', b'p', b's', 0))

mac = hmac.new(b'key', b'message', hashlib.sha256)
mac.update(b' goes on')
print(mac.name, mac.digest_size, mac.block_size, mac.hexdigest(), mac.copy().digest() == mac.digest())
print(hmac.new(b'k' * 200, b'm', 'sha512').hexdigest()[:16], hmac.digest(b'k', b'm', 'md5'))
print(hmac.compare_digest(mac.hexdigest(), mac.hexdigest()), hmac.compare_digest(b'a', b'ab'))
attempt(lambda: hmac.new('k', b'm', 'md5'))
attempt(lambda: hmac.new(b'k', 'm', 'md5'))
attempt(lambda: hmac.new(b'k'))
attempt(lambda: hmac.compare_digest(b'a', 'a'))

print(len(secrets.token_hex(8)), len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), secrets.randbelow(1),
      secrets.choice(['only']), secrets.compare_digest('a', 'b'), secrets.randbits(4) < 16)
attempt(lambda: secrets.randbelow(0))

data = bytes(range(256)) * 300
packed = zlib.compress(data, 9)
print(len(packed), zlib.decompress(packed) == data, zlib.crc32(data), zlib.adler32(data), zlib.compress(b'a', wbits=-15))
maker = zlib.compressobj(wbits=31)
pieces = maker.compress(data[:50000]) + maker.compress(data[50000:]) + maker.flush()
reader = zlib.decompressobj(47)
out = b''.join(reader.decompress(pieces[i:i + 100]) for i in range(0, len(pieces), 100))
print(out == data, reader.eof, reader.unused_data)
reader = zlib.decompressobj()
out, rest = b'', packed + b'behind'
while not reader.eof:
    out += reader.decompress(rest, 1000)
    rest = reader.unconsumed_tail
print(out == data, reader.unused_data, reader.flush())
for broken in (b'', b'abc', packed[:-1], packed[:-4] + b'abcd'):
    attempt(lambda: zlib.decompress(broken))
attempt(lambda: zlib.compress('text'))
attempt(lambda: zlib.compress(b'a', 10))
attempt(lambda: maker.compress(b'a'))
attempt(lambda: zlib.decompressobj(wbits=3))
