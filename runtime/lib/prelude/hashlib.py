"""hashlib: digests of bytes (_hashlib has the algorithms)."""

from _hashlib import (
    blake2b, blake2s, md5, pbkdf2_hmac, scrypt, sha1, sha224, sha256, sha384, sha3_224, sha3_256, sha3_384, sha3_512,
    sha512, shake_128, shake_256,
)
from _hashlib import new as _new

algorithms_guaranteed = {
    'blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
    'sha512', 'shake_128', 'shake_256',
}
algorithms_available = algorithms_guaranteed | {'md5-sha1', 'ripemd160', 'sha512_224', 'sha512_256', 'sm3'}


def new(name, data=b'', *, usedforsecurity=True, **kwargs):
    if name in ('blake2b', 'BLAKE2b'):
        return blake2b(data, **kwargs)
    if name in ('blake2s', 'BLAKE2s'):
        return blake2s(data, **kwargs)
    return _new(name, data)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    """The digest of what is left in a file opened for bytes."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        digestobj.update(fileobj.getbuffer())
        return digestobj
    while data := fileobj.read(_bufsize):
        digestobj.update(data)
    return digestobj
