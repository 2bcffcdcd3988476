"""base64: bytes as text in bases 16, 32, 64 and 85, and back."""

import binascii

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_A85 = bytes(range(33, 118))
_URL_SAFE = bytes.maketrans(b'+/', b'-_')
_URL_SAFE_BACK = bytes.maketrans(b'-_', b'+/')

MAXLINESIZE = 76
MAXBINSIZE = 57


def _bytes_of(s):
    """An argument to decode: bytes-like, or a str of ASCII."""
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(
            f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


# ---- base 64

def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        altchars = _bytes_of(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_URL_SAFE)


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(_URL_SAFE_BACK))


def _input_type_check(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from None
    if view.format not in ('c', 'b', 'B'):
        raise TypeError(f'expected single byte elements, not {view.format!r} from {s.__class__.__name__}')


def encodebytes(s):
    """In lines, as mail has them."""
    _input_type_check(s)
    return b''.join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    _input_type_check(s)
    return binascii.a2b_base64(s)


def encode(input, output):
    """From one file to another."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


# ---- base 32: eight digits for five bytes

def _b32_encode(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    encoded = bytearray()
    for i in range(0, len(s), 5):
        group = s[i:i + 5]
        number = int.from_bytes(group, 'big') << 8 * (5 - len(group))
        digits = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(group) * 8 + 4) // 5
        encoded += digits[:used] + b'=' * (8 - used)
    return bytes(encoded)


def _b32_decode(alphabet, s, casefold, map01):
    s = _bytes_of(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes_of(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    padding = length - len(s)
    values = {digit: value for value, digit in enumerate(alphabet)}
    decoded = bytearray()
    for i in range(0, len(s), 8):
        number = 0
        group = s[i:i + 8]
        for digit in group:
            if digit not in values:
                raise binascii.Error('Non-base32 digit found') from None
            number = number << 5 | values[digit]
        decoded += (number << 5 * (8 - len(group))).to_bytes(5, 'big')
    if length % 8 or padding not in {0, 1, 3, 4, 6}:
        raise binascii.Error('Incorrect padding')
    whole = (8 - padding) * 5 // 8  # bytes of a last group with padding
    return bytes(decoded[:len(decoded) - 5 + whole] if padding and decoded else decoded)


def b32encode(s):
    return _b32_encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32_decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32_encode(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32_decode(_B32_HEX, s, casefold, None)


# ---- base 16

def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# ---- base 85: five digits for four bytes

def _85_encode(b, alphabet, pad, foldnuls=False, foldspaces=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    padding = -len(b) % 4
    if padding:
        b = bytes(b) + b'\0' * padding
    encoded = []
    for i in range(0, len(b), 4):
        word = int.from_bytes(b[i:i + 4], 'big')
        if foldnuls and not word:
            encoded.append(b'z')
        elif foldspaces and word == 0x20202020:
            encoded.append(b'y')
        else:
            encoded.append(bytes(alphabet[word // 85 ** power % 85] for power in (4, 3, 2, 1, 0)))
    if padding and not pad:
        if encoded[-1] == b'z':
            encoded[-1] = alphabet[:1] * 5
        encoded[-1] = encoded[-1][:-padding]
    return b''.join(encoded)


def b85encode(b, pad=False):
    return _85_encode(b, _B85, pad)


def b85decode(b):
    b = _bytes_of(b)
    values = {digit: value for value, digit in enumerate(_B85)}
    padding = -len(b) % 5
    b = bytes(b) + b'~' * padding
    decoded = []
    for i in range(0, len(b), 5):
        word = 0
        for place, digit in enumerate(b[i:i + 5], i):
            if digit not in values:
                raise ValueError(f'bad base85 character at position {place}') from None
            word = word * 85 + values[digit]
        if word >= 1 << 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {i}') from None
        decoded.append(word.to_bytes(4, 'big'))
    result = b''.join(decoded)
    return result[:-padding] if padding else result


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    encoded = _85_encode(b, _A85, pad, True, foldspaces)
    if adobe:
        encoded = b'<~' + encoded
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [encoded[i:i + wrapcol] for i in range(0, len(encoded), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        encoded = b'\n'.join(lines)
    return encoded + b'~>' if adobe else encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes_of(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    decoded = []
    word = count = 0
    for digit in bytes(b) + b'u' * 4:
        if 33 <= digit <= 117:
            word = word * 85 + digit - 33
            count += 1
            if count == 5:
                if word >= 1 << 32:
                    raise ValueError('Ascii85 overflow') from None
                decoded.append(word.to_bytes(4, 'big'))
                word = count = 0
        elif digit == 122:
            if count:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded.append(b'\0\0\0\0')
        elif foldspaces and digit == 121:
            if count:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded.append(b'    ')
        elif digit not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(digit)}')
    result = b''.join(decoded)
    padding = 4 - count
    return result[:-padding] if padding else result
