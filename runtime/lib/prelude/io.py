"""io: streams in memory, and the names of those over files (_io has the classes)."""

from builtins import open

from _io import (
    BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOWrapper, UnsupportedOperation,
)

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class IOBase:
    """A stream in memory; `_pos` is the place of reading and writing."""

    closed = False
    _closed_message = 'I/O operation on closed file.'

    def _check_open(self):
        if self.closed:
            raise ValueError(self._closed_message)

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def tell(self):
        self._check_open()
        return self._pos

    def readlines(self, hint=-1, /):
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class StringIO(TextIOBase):
    """Text in parts, which are joined when it is read."""

    _closed_message = 'I/O operation on closed file'
    encoding = errors = newlines = None
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._translates = newline is None
        self._line_end = newline
        self._set('')
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._check_open()
        text = s
        if self._translates:
            text = s.replace('\r\n', '\n').replace('\r', '\n')
        elif self._line_end in ('\r', '\r\n'):
            text = s.replace('\n', self._line_end)
        self._put(text)
        return len(s)

    def getvalue(self):
        self._check_open()
        return self._joined()

    def read(self, size=-1, /):
        buffer = self._opened()
        start = self._pos
        end = len(buffer) if size is None or size < 0 else min(start + size, len(buffer))
        self._pos = max(start, end)
        return buffer[start:end]

    def readline(self, size=-1, /):
        buffer = self._opened()
        start = self._pos
        found = buffer.find('\n', start)
        end = len(buffer) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._pos = max(start, end)
        return buffer[start:end]

    def _opened(self):
        self._check_open()
        return self._joined()

    def truncate(self, size=None, /):
        buffer = self._opened()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError(f'Negative size value {size}')
        if size < len(buffer):
            self._set(buffer[:size])
        return size

    def _put(self, data):
        """Writes at the place; writes at the end are only gathered."""
        if self._pos == self._length:
            self._parts.append(data)
            self._length += len(data)
        else:
            buffer = self._joined()
            buffer += '\0' * (self._pos - len(buffer))
            self._set(buffer[:self._pos] + data + buffer[self._pos + len(data):])
        self._pos += len(data)
        return len(data)

    def _joined(self):
        if len(self._parts) != 1:
            self._parts = [''.join(self._parts)]
        return self._parts[0]

    def _set(self, buffer):
        self._parts = [buffer]
        self._length = len(buffer)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._pos = pos if whence == 0 else self._pos if whence == 1 else self._length
        return self._pos


class BytesIO(BufferedIOBase):
    """Bytes in a bytearray, which getbuffer shows; nothing of it may be added or cut off meanwhile."""

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._data = bytearray(initial_bytes or b'')
        self._pos = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def _taken(self, end):
        start = self._pos
        self._pos = max(start, end)
        return bytes(self._data[start:end])

    def read(self, size=-1, /):
        self._check_open()
        length = len(self._data)
        return self._taken(length if size is None or size < 0 else min(self._pos + size, length))

    def readline(self, size=-1, /):
        self._check_open()
        found = self._data.find(b'\n', self._pos)
        end = len(self._data) if found < 0 else found + 1
        return self._taken(end if size is None or size < 0 else min(end, self._pos + size))

    def write(self, b, /):
        if isinstance(b, (str, int)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        self._check_open()
        data = b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()
        gap = self._pos - len(self._data)
        if gap > 0 and data:
            self._data += b'\0' * gap
        end = self._pos + len(data)
        self._data[self._pos:end] = data
        self._pos = end
        return len(data)

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError(f'negative size value {size}')
        del self._data[size:]
        return size

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        view = memoryview(b).cast('B')
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'negative seek value {pos}')
        elif whence == 1:
            pos += self._pos
        elif whence == 2:
            pos += len(self._data)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self._pos = max(pos, 0)
        return self._pos
