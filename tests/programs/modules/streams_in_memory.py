# io: BytesIO and what getbuffer shows of it, StringIO, readinto of files; gc as programs use it.
import gc
import io
import tempfile


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b'hello\nworld\n')
print(b.read(3), b.readline(), b.readlines(), b.seek(-3, 2), b.read(), b.write(b'!!'), b.getvalue(), b.truncate(4), b.getvalue())
room = bytearray(3)
print(b.seek(0), b.readinto(room), room, b.readinto(memoryview(room)[1:]), room, b.tell(), b.read1(2))
print(b.seek(8), b.write(memoryview(b'far')), b.getvalue(), b.seek(-2, 1), b.read(), list(io.BytesIO(b'a\nb')))
attempt(lambda: b.seek(-1))
attempt(lambda: io.BytesIO('text'))
attempt(lambda: b.write('text'))
with b.getbuffer() as shown:
    shown[0] = ord('J')
    print(len(shown), shown[:5].tobytes(), b.getvalue())
    attempt(lambda: b.write(b'more than fits'))
    attempt(lambda: b.truncate(1))
print(b.seek(0, 2), b.write(b'end'), b.getvalue())
b.close()
attempt(lambda: b.read())
print(b.closed)

s = io.StringIO('one\ntwo\n')
print([s.readline(), s.read(), s.write('x'), s.getvalue(), s.seek(0), list(s), s.tell(), s.truncate(2), s.getvalue()])
attempt(lambda: s.write(b'a'))
attempt(lambda: s.truncate(-1))

with tempfile.TemporaryFile() as file:
    file.write(bytes(range(100)) * 200)
    file.seek(0)
    block = bytearray(15000)
    print(file.readinto(block), file.readinto(memoryview(block)[:7]), file.tell(), file.readinto(block), file.readinto(block))
    attempt(lambda: file.readinto(b'fixed'))


class Node:
    def __init__(self):
        self.itself = self


gc.disable()
print(gc.isenabled(), gc.get_threshold(), len(gc.get_count()), gc.garbage)
nodes = [Node() for _ in range(10)]
del nodes
print(gc.collect() >= 10)
gc.set_threshold(500, 5)
gc.enable()
gc.freeze()
print(gc.isenabled(), gc.get_threshold(), gc.collect())
attempt(lambda: gc.collect(5))
