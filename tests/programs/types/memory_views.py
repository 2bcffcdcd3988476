# Views of bytes, bytearrays and arrays: what they show, what they change, where they stand for bytes.
import asyncio
import os
import socket
import struct
import tempfile
from array import array


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(range(16))
view = memoryview(data)
print(len(view), view[3], view[-1], view.readonly, view.nbytes, view.shape, view.strides, view.obj is data)
part = view[4:8]
part[0] = 255
part[1:3] = b'xy'
print(data, bytes(part), part.tolist(), part.hex('-'), part == data[4:8])
print(bytes(view[::-3]), view[::2].contiguous, view[::2].tobytes()[:3], list(view[12:]), 255 in view)
with view[:4] as words:
    print(words.cast('I')[0], words.cast('H').tolist(), words.cast('b').format, words.cast('@i').format)
attempt(lambda: words[0])
attempt(lambda: data.append(1))
attempt(lambda: view[99])
attempt(lambda: view.cast('d').cast('i'))
for bad in ('x', 300, -1, None):
    attempt(lambda: view.__setitem__(0, bad))
attempt(lambda: memoryview(b'abc').__setitem__(0, 1))
attempt(lambda: memoryview('abc'))
attempt(lambda: view.__setitem__(slice(0, 2), b'abc'))
part.release()
view.release()
data.append(1)
print(len(data), hash(memoryview(b'abc')) == hash(b'abc'), {memoryview(b'k'): 1}[b'k'])

whole = memoryview(b'GET /index HTTP/1.1\r\n')
print(b'-'.join([whole[:3], whole[4:10]]), b'>' + whole[:3], bytearray(whole[4:10]), str(whole[:3], 'ascii'))
print(bytes(whole).split(), int(whole[-3:-2]), int.from_bytes(whole[:2], 'big'), b'GET'.startswith(whole[:1]))
print(struct.unpack('>HH', whole[:4]), struct.unpack_from('<I', whole, 4), whole[:3] == b'GET', b'GET' == whole[:3])
room = bytearray(8)
struct.pack_into('>I', memoryview(room)[2:], 1, 0xdeadbeef)
print(room.hex())
match whole[:2]:
    case [first, second]:
        print('pattern', first, second)

# arrays
numbers = array('i', [5, 3, 8])
numbers.append(-1)
numbers.extend(range(2))
numbers[1:2] = array('i', [30, 31])
print(numbers, numbers.itemsize, numbers.typecode, numbers.pop(), sum(numbers), sorted(numbers), numbers[::2], 31 in numbers)
shown = memoryview(numbers)
shown[0] = 77
print(numbers[0], shown.format, shown.tolist(), shown == array('d', shown), shown.cast('B')[:4].tolist())
attempt(lambda: numbers.append(1))
shown.release()
numbers.append(1)
for code, bad in (('b', 200), ('B', -1), ('H', 70000), ('i', 2 ** 40), ('Q', 2 ** 64), ('d', 'x'), ('x', 1)):
    attempt(lambda: array(code, [bad]))
print(array('f', [0.1]), array('u', 'añb'), array('h', b'\x01\x00\x02\x00'), array('d'), array('b', [1]) * 3)
print(numbers < array('i', [80]), numbers == list(numbers), array('B', b'ab').tobytes(), bytes(array('h', [1, 2])))
swapped = array('H', [1, 256])
swapped.byteswap()
swapped.reverse()
del swapped[0]
print(swapped, swapped.index(256), swapped.count(1))
attempt(lambda: swapped.index(5))

# files and sockets
with tempfile.TemporaryFile() as file:
    print(file.write(whole[:4]), file.write(array('H', [1, 2])))
    file.seek(0)
    print(file.read())
left, right = socket.socketpair()
with left, right:
    left.sendall(whole[:5])
    buffer = bytearray(8)
    with memoryview(buffer) as target:
        print(right.recv_into(target[2:]), os.write(left.fileno(), whole[:2]), right.recv(9))
    print(buffer)


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(memoryview(b'line one\nline two\n')[5:])
    reader.feed_eof()
    print(await reader.readline(), await reader.read())

asyncio.run(main())
