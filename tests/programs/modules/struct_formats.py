"""struct: all formats, alignment, bounds, buffers, errors."""
import struct


def attempt(function, *arguments):
    try:
        print(function.__name__, arguments, function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)


class Index:
    def __index__(self):
        return 5

    def __repr__(self):
        return 'Index()'


for format in ('', 'i', '<i', '>i', '!H', 'bi', '<bi', '@bqb', 'ib0i', '3x', '10s3ih', 'n', '5p', 'e f d', '2?c', ' b\ti', 'iP', '0s', '<3h2Q'):
    print(repr(format), struct.calcsize(format))
for arguments in (('i', 1), ('<i', -1), ('>i', 258), ('=hbq', 1, -2, 3), ('bi', 1, 2), ('ib0i', 1, 2), ('3s5s2p', b'abcd', b'ab', b'xyz'), ('5p0p', b'abcdefg', b'x'), ('?c??', 5, b'x', [], 'a'),
                  ('>efd', 1.5, -2.25, 1e300), ('<e', 1 / 3), ('<e', 65519.0), ('<e', -0.0), ('<e', 6e-8), ('<e', 2.9e-8), ('<e', float('inf')), ('!d', float('nan')), ('f', 1e300), ('d', True), ('i', Index()), ('d', Index()),
                  ('Q', 2**64 - 1), ('P', 2**63), ('>Q', 2**63), ('q', -2**63), ('nN', -1, 1), ('<lL', -1, 2**32 - 1), ('lL', -1, 2**64 - 1), (b'h', 3), ('s', bytearray(b'z')), ('2h', 1, 2), ('0h',)):
    attempt(struct.pack, *arguments)
for arguments in (('i',), ('i', 1, 2), ('b', 200), ('<b', -129), ('B', -1), ('<B', 256), ('h', 40000), ('<h', 40000), ('H', -1), ('<H', -1), ('<H', 70000), ('i', 2**31), ('I', -1), ('I', 2**32), ('<I', -1), ('<I', 2**32), ('l', 2**63), ('<l', 2**31),
                  ('q', 2**70), ('Q', -1), ('<Q', 2**64), ('i', 'x'), ('i', 1.5), ('f', 'x'), ('s', 'x'), ('c', b'ab'), ('c', 3), ('z', 3), ('3', 3), ('<n', 1), ('9223372036854775807i', 1), (3, 1), ('<f', 1e300), ('e', 65520.0), ('?',)):
    attempt(struct.pack, *arguments)
data = bytes(range(1, 41))
for format in ('>hHiIqQ', '<hHiIqQ', '<12B', '4s?3x2h', '5p', '>b', 'efd', '<e', '<2ed', 'nNP'):
    size = struct.calcsize(format)
    print(format, struct.unpack(format, data[:size]), struct.unpack(format, b'\xff' * size))
for value in (0.0, 1.0, -2.5, 65504.0, 5.960464477539063e-08, float('inf')):
    print(struct.unpack('<e', struct.pack('<e', value)), struct.unpack('>f', struct.pack('>f', value)), struct.unpack('d', struct.pack('d', value)))
attempt(struct.unpack, 'i', b'abc')
attempt(struct.unpack, 'i', 'abcd')
attempt(struct.unpack, '<i', bytearray(4))
for offset in (0, 2, -4, -2, -20, 6, 9):
    attempt(struct.unpack_from, 'i', b'abcdefgh', offset)
buffer = bytearray(8)
for arguments in (('<hb', buffer, 1, -1, 3), ('<h', buffer, -2, 7), ('i', buffer, 6, 1), ('i', buffer, -2, 1), ('i', buffer, -20, 1), ('i', b'12345678', 0, 1), ('i', buffer), ('i',), ('i', buffer, 0), ('b', buffer, 0, 300)):
    attempt(struct.pack_into, *arguments)
print(buffer)
print(list(struct.iter_unpack('<hb', b'abcdef')), list(struct.iter_unpack('b', b'')))
attempt(struct.iter_unpack, 'hb', b'abcd')
attempt(struct.iter_unpack, '', b'abcd')
header = struct.Struct('!HBx4s')
print(header.size, header.format, header.pack(1, 2, b'data'), header.unpack(b'\0\1\2\0data'), header.unpack_from(b'__\0\1\2\0data', 2), list(header.iter_unpack(bytes(16))))
attempt(header.pack, 1)
attempt(header.unpack, b'a')
header.pack_into(buffer, 0, 9, 8, b'abcd')
print(buffer, struct.error, issubclass(struct.error, Exception))
