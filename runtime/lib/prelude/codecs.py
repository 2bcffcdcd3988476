"""codecs: encodings by name, whole and in pieces.

Encodings of text are those of str.encode; hex, base64, zlib and rot13 are there as well.
"""

import builtins

BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

_short = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'latin-1': 'iso8859-1', 'latin1': 'iso8859-1', 'l1': 'iso8859-1',
          'iso-8859-1': 'iso8859-1', 'us-ascii': 'ascii', 'utf16': 'utf-16', 'utf32': 'utf-32', 'windows-1252': 'cp1252',
          '646': 'ascii', 'rot-13': 'rot13', 'base-64': 'base64', 'hex-codec': 'hex', 'base64-codec': 'base64',
          'zlib-codec': 'zlib', 'zip': 'zlib'}


# ---- transforms

def _rot13(text, errors='strict'):
    turned = []
    for char in text:
        if 'a' <= char <= 'z':
            char = chr((ord(char) - 84) % 26 + 97)
        elif 'A' <= char <= 'Z':
            char = chr((ord(char) - 52) % 26 + 65)
        turned.append(char)
    return ''.join(turned)


def _to_hex(data, errors='strict'):
    import binascii
    return binascii.b2a_hex(data)


def _from_hex(data, errors='strict'):
    import binascii
    return binascii.a2b_hex(data)


def _to_base64(data, errors='strict'):
    import base64
    return base64.encodebytes(data)


def _from_base64(data, errors='strict'):
    import base64
    return base64.decodebytes(data)


def _to_zlib(data, errors='strict'):
    import zlib
    return zlib.compress(data)


def _from_zlib(data, errors='strict'):
    import zlib
    return zlib.decompress(data)


_transforms = {'rot13': (_rot13, _rot13), 'hex': (_to_hex, _from_hex), 'base64': (_to_base64, _from_base64),
               'zlib': (_to_zlib, _from_zlib)}


def _normal(encoding):
    name = encoding.lower().replace('_', '-').replace(' ', '-')
    return _short.get(name, name)


def encode(obj, encoding='utf-8', errors='strict'):
    transform = _transforms.get(_normal(encoding))
    if transform is not None:
        return transform[0](obj, errors)
    if not isinstance(obj, str):
        lookup(encoding)
        raise TypeError(f'{_normal(encoding)} encoder: argument must be str, not {type(obj).__name__}')
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    transform = _transforms.get(_normal(encoding))
    if transform is not None:
        return transform[1](obj, errors)
    return bytes(obj).decode(encoding, errors)


encode.__module__ = decode.__module__ = '_codecs'


# ---- codecs as objects

class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        return self

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>'


class IncrementalEncoder:
    encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self._begun = False

    def encode(self, input, final=False):
        """Byte order marks come once."""
        if self._begun and self.encoding in ('utf-16', 'utf-32'):
            return encode(input, self.encoding + '-le', self.errors)
        if self._begun and self.encoding == 'utf-8-sig':
            return encode(input, 'utf-8', self.errors)
        self._begun = True
        return encode(input, self.encoding, self.errors)

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self.reset()

    def reset(self):
        self._rest = b''

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]

    def decode(self, input, final=False):
        """What is whole; the beginning of a character waits for its end."""
        data = self._rest + bytes(input)
        begun = 0 if final or _normal(self.encoding) in _transforms else _begun(data, self.encoding)
        self._rest = data[len(data) - begun:]
        return decode(data[:len(data) - begun], self.encoding, self.errors)


def _begun(data, encoding):
    """How many bytes at the end are the beginning of a character."""
    unit = 4 if encoding.startswith('utf-32') else 2 if encoding.startswith('utf-16') else 1
    for size in (3, 2, 1):
        if size > len(data) or (len(data) - size) % unit:
            continue
        try:
            data[len(data) - size:].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start == 0 and error.reason in ('unexpected end of data', 'truncated data'):
                return size
    return 0


class BufferedIncrementalDecoder(IncrementalDecoder):
    pass


class StreamWriter(Codec):
    encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write(''.join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.stream.close()


class StreamReader(Codec):
    encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._decoder = getincrementaldecoder(self.encoding)(errors)
        self._text = ''

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = chars if chars >= 0 else size
        while wanted < 0 or len(self._text) < wanted:
            data = self.stream.read() if wanted < 0 else self.stream.read(max(wanted, 64))
            self._text += self._decoder.decode(data, not data)
            if not data or wanted < 0:
                break
        text = self._text if wanted < 0 else self._text[:wanted]
        self._text = self._text[len(text):]
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or lines and lines[0].endswith('\n'):
                break
            data = self.stream.read(72)
            if not data:
                break
            self._text += self._decoder.decode(data)
        line = lines[0] if lines else ''
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = ''
        self._decoder.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.stream.close()


_known = {}


def lookup(encoding):
    name = _normal(encoding)
    if name not in _known:
        if name not in _transforms:
            ''.encode(encoding)

        def encode_whole(input, errors='strict'):
            return encode(input, name, errors), len(input)

        def decode_whole(input, errors='strict'):
            return decode(input, name, errors), len(input)

        kinds = [type(kind.__name__, (kind,), {'encoding': name})
                 for kind in (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder)]
        _known[name] = CodecInfo(encode_whole, decode_whole, *kinds, name=name)
    return _known[name]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    if 'b' not in mode:
        mode += 'b'
    info = lookup(encoding)
    file = StreamReaderWriter(builtins.open(filename, mode, buffering), info.streamreader, info.streamwriter, errors)
    file.encoding = encoding
    return file
