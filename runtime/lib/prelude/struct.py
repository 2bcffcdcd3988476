"""struct: values in bytes, laid out as a format says (_struct does it)."""

import _struct


class error(Exception):
    pass


def calcsize(format, /):
    return _struct.calcsize(error, format)


def pack(format, /, *v):
    return _struct.pack(error, format, v)


def unpack(format, buffer, /):
    return _struct.unpack(error, format, buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct.unpack_from(error, format, buffer, offset)


def pack_into(format, /, *args):
    if len(args) < 2:
        raise error(f"pack_into expected {('buffer', 'offset')[len(args)]} argument")
    buffer, offset, *v = args
    _struct.pack_into(error, format, buffer, offset, tuple(v))


def iter_unpack(format, buffer, /):
    size = _struct.calcsize(error, format)
    if not size:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(buffer) % size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
    return (_struct.unpack_from(error, format, buffer, at) for at in range(0, len(buffer), size))


class Struct:
    """A format that is used again and again."""

    __slots__ = ('format', 'size')

    def __init__(self, format):
        self.size = _struct.calcsize(error, format)
        self.format = format.decode() if isinstance(format, bytes) else format

    def pack(self, *v):
        return _struct.pack(error, self.format, v)

    def unpack(self, buffer, /):
        return _struct.unpack(error, self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return _struct.unpack_from(error, self.format, buffer, offset)

    def pack_into(self, *args):
        pack_into(self.format, *args)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)


Struct.__module__ = '_struct'
