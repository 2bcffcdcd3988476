"""gzip: files of compressed bytes (RFC 1952)."""

import builtins
import struct
import time
import zlib

from io import SEEK_CUR, SEEK_SET, BytesIO

READ, WRITE = 1, 2
_NAME = 8

_BEST, _FAST = 9, 1


class BadGzipFile(OSError):
    pass


def _header(name, level, mtime):
    """What stands before the compressed bytes."""
    if mtime is None:
        mtime = time.time()
    extra = 2 if level == _BEST else 4 if level == _FAST else 0
    return (struct.pack('<BBBBLBB', 0x1f, 0x8b, 8, _NAME if name else 0, int(mtime), extra, 255)
            + (name + b'\0' if name else b''))


def _end(data_sum, size):
    return struct.pack('<LL', data_sum, size & 0xffffffff)


def compress(data, compresslevel=9, *, mtime=None):
    if mtime == 0:
        return zlib.compress(data, compresslevel, 31)
    packed = zlib.compress(data, compresslevel, -zlib.MAX_WBITS)
    return _header(b'', compresslevel, mtime) + packed + _end(zlib.crc32(data), memoryview(data).nbytes)


def decompress(data):
    return _Members(BytesIO(data), False).read()


class _Members:
    """The bytes of all members of a file of compressed bytes, one after the other."""

    def __init__(self, fileobj, shows_sums=True):
        self.fileobj = fileobj
        self.mtime = None
        self._shows_sums = shows_sums
        self._ready = b''   # decompressed, not read yet
        self._input = b''   # read, not decompressed yet
        self._inflate = None
        self._done = False

    def _take(self, n):
        """n bytes of the file, or an error."""
        while len(self._input) < n:
            more = self.fileobj.read(max(n, 8192))
            if not more:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            self._input += more
        taken = self._input[:n]
        self._input = self._input[n:]
        return taken

    def _skip_text(self):
        while self._take(1) != b'\0':
            pass

    def _begin(self):
        """Reads a header: False at the end of the file."""
        if not self._input:
            self._input = self.fileobj.read(8192)
        if not self._input:
            return False
        magic = self._take(2)
        if magic != b'\x1f\x8b':
            raise BadGzipFile(f'Not a gzipped file ({magic!r})')
        method, flags, self.mtime = struct.unpack('<BBIxx', self._take(8))
        if method != 8:
            raise BadGzipFile('Unknown compression method')
        if flags & 4:
            self._take(struct.unpack('<H', self._take(2))[0])
        if flags & _NAME:
            self._skip_text()
        if flags & 16:
            self._skip_text()
        if flags & 2:
            self._take(2)
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self._sum = self._size = 0
        return True

    def _finish(self):
        self._input = self._inflate.unused_data
        self._inflate = None
        data_sum, size = struct.unpack('<II', self._take(8))
        if data_sum != self._sum:
            raise BadGzipFile('CRC check failed'
                              + (f' {hex(data_sum)} != {hex(self._sum)}' if self._shows_sums else ''))
        if size != self._size & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        while self._input[:1] == b'\0':
            self._input = self._input.lstrip(b'\0')

    def _fill(self):
        """More decompressed bytes: False at the end."""
        if self._done or (self._inflate is None and not self._begin()):
            self._done = True
            return False
        if not self._input:
            self._input = self.fileobj.read(8192)
            if not self._input and not self._inflate.eof:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        data = self._inflate.decompress(self._input)
        self._input = b''
        self._sum = zlib.crc32(data, self._sum)
        self._size += len(data)
        self._ready += data
        if self._inflate.eof:
            self._finish()
        return True

    def read(self, size=-1):
        if size is None or size < 0:
            parts = [self._ready]
            self._ready = b''
            while self._fill():
                parts.append(self._ready)
                self._ready = b''
            return b''.join(parts)
        while len(self._ready) < size and self._fill():
            pass
        return self._cut(size)

    def _cut(self, size):
        data = self._ready[:size]
        self._ready = self._ready[size:]
        return data

    def readline(self, size=-1):
        while (found := self._ready.find(b'\n')) < 0 and (size < 0 or len(self._ready) < size) and self._fill():
            pass
        end = found + 1 if found >= 0 else len(self._ready)
        return self._cut(end if size < 0 else min(end, size))


class GzipFile:
    """A file that is compressed while it is written, and decompressed while it is read."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        if mode and 'b' not in mode:
            mode += 'b'
        self._own = None
        if fileobj is None:
            fileobj = self._own = builtins.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        self.name = filename if isinstance(filename, (str, bytes)) else filename.__fspath__()
        mode = mode or getattr(fileobj, 'mode', 'rb')
        self.fileobj = fileobj
        self.mode = READ if mode.startswith('r') else WRITE
        self.closed = False
        self._position = 0
        if self.mode == READ:
            self._members = _Members(fileobj)
        elif mode.startswith(('w', 'a', 'x')):
            self._level = compresslevel
            self._sum = 0
            self._deflate = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
            fileobj.write(_header(self._short_name(), compresslevel, mtime))
        else:
            raise ValueError(f'Invalid mode: {mode!r}')

    def _short_name(self):
        name = self.name if isinstance(self.name, str) else self.name.decode('latin-1')
        name = name.rpartition('/')[2].removesuffix('.gz')
        try:
            return name.encode('latin-1')
        except UnicodeEncodeError:
            return b''

    def __repr__(self):
        return f'<gzip {self.fileobj!r} {hex(id(self))}>'

    def _check(self, mode):
        if self.closed:
            raise ValueError('I/O operation on closed file' if mode == READ else 'write() on closed GzipFile object')
        if self.mode != mode:
            raise OSError(9, f'{"read" if mode == READ else "write"}() on {"write" if mode == READ else "read"}-only '
                             'GzipFile object')

    @property
    def mtime(self):
        return self._members.mtime

    def write(self, data):
        self._check(WRITE)
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).tobytes()
        self.fileobj.write(self._deflate.compress(data))
        self._sum = zlib.crc32(data, self._sum)
        self._position += len(data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        self._check(READ)
        data = self._members.read(size)
        self._position += len(data)
        return data

    read1 = read

    def readline(self, size=-1):
        self._check(READ)
        data = self._members.readline(size)
        self._position += len(data)
        return data

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.mode == WRITE and not self.closed:
            self.fileobj.write(self._deflate.flush(zlib_mode))
            self.fileobj.flush()

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == WRITE:
                self.fileobj.write(self._deflate.flush())
                self.fileobj.write(_end(self._sum, self._position))
        finally:
            if self._own is not None:
                self._own.close()

    def fileno(self):
        return self.fileobj.fileno()

    def tell(self):
        return self._position

    def rewind(self):
        self.fileobj.seek(0)
        self._members = _Members(self.fileobj)
        self._position = 0

    def seek(self, offset, whence=SEEK_SET):
        """Reading only, but for places ahead: those are filled with zeros when writing."""
        if whence == SEEK_CUR:
            offset += self._position
        elif whence != SEEK_SET:
            raise ValueError('Seek from end not supported')
        if self.mode == WRITE:
            if offset < self._position:
                raise OSError('Negative seek in write mode')
            self.write(bytes(offset - self._position))
            return self._position
        if offset < self._position:
            self.rewind()
        self.read(offset - self._position)
        return self._position

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def __enter__(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def __exit__(self, *exc_info):
        self.close()


class _TextFile:
    """A GzipFile read and written as text."""

    def __init__(self, file, encoding, errors, newline):
        self.buffer = file
        self.encoding = encoding or 'UTF-8'
        self.errors = errors or 'strict'
        self._newline = newline
        self._rest = None  # what is left to read, once reading has begun

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def write(self, text):
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None else text

    def read(self, size=-1):
        if self._rest is None:
            self._rest = self._decoded(self.buffer.read())
        end = len(self._rest) if size is None or size < 0 else size
        text = self._rest[:end]
        self._rest = self._rest[end:]
        return text

    def readline(self, size=-1):
        if self._rest is None:
            return self._decoded(self.buffer.readline(size))
        found = self._rest.find('\n')
        return self.read(found + 1 if found >= 0 else -1)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self):
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    elif encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    elif errors is not None:
        raise ValueError("Argument 'errors' not supported in binary mode")
    elif newline is not None:
        raise ValueError("Argument 'newline' not supported in binary mode")
    binary = mode.replace('t', '')
    if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        file = GzipFile(filename, binary, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, binary, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    return _TextFile(file, encoding, errors, newline) if 't' in mode else file
