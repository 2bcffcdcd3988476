"""pickle: objects as bytes. The format is CPython's, protocols 2 to 5; the lower ones are written as 2."""

import copyreg
import struct
import sys
from io import BytesIO
from types import BuiltinFunctionType, FunctionType

from pickle._names import PicklingError, note_name

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_BATCH = 1000


def _int_bytes(x):
    return x.to_bytes((x.bit_length() >> 3) + 1, 'little', signed=True) if x else b''


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        self._file = file
        self.proto = max(protocol, 2)
        self.memo = {}

    def clear_memo(self):
        self.memo = {}

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        self._parts = []
        self.save(obj)
        body = b''.join(self._parts) + b'.'
        head = b'\x80' + bytes([self.proto])
        if self.proto >= 4 and len(body) >= 4:
            head += b'\x95' + struct.pack('<Q', len(body))
        self._file.write(head + body)

    # ---- the memo: what was written before is named by its number

    def _memoize(self, obj):
        number = len(self.memo)
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self._parts.append(b'\x94')
        else:
            self._parts.append(b'q' + bytes([number]) if number < 256 else b'r' + struct.pack('<I', number))

    def _get(self, number):
        self._parts.append(b'h' + bytes([number]) if number < 256 else b'j' + struct.pack('<I', number))

    # ---- one object

    def save(self, obj):
        persistent = self.persistent_id(obj)
        if persistent is not None:
            self.save(persistent)
            self._parts.append(b'Q')
            return
        cls = type(obj)
        if obj is None or cls is bool:
            self._parts.append(b'N' if obj is None else b'\x88' if obj else b'\x89')
        elif cls is int:
            self._save_int(obj)
        elif cls is float:
            self._parts.append(b'G' + struct.pack('>d', obj))
        elif id(obj) in self.memo:
            self._get(self.memo[id(obj)][0])
        elif cls in _savers:
            _savers[cls](self, obj)
        elif isinstance(obj, type) or cls in (FunctionType, BuiltinFunctionType):
            self._save_global(obj, getattr(obj, '__qualname__', obj.__name__))
        else:
            self._save_reduced(obj)

    def _save_int(self, obj):
        if 0 <= obj < 256:
            self._parts.append(b'K' + bytes([obj]))
        elif 0 <= obj < 65536:
            self._parts.append(b'M' + struct.pack('<H', obj))
        elif -0x80000000 <= obj < 0x80000000:
            self._parts.append(b'J' + struct.pack('<i', obj))
        else:
            data = _int_bytes(obj)
            size = len(data)
            self._parts.append((b'\x8a' + bytes([size]) if size < 256 else b'\x8b' + struct.pack('<i', size)) + data)

    def _save_str(self, obj):
        data = obj.encode('utf-8', 'surrogatepass')
        short = len(data) < 256 and self.proto >= 4
        self._parts.append((b'\x8c' + bytes([len(data)]) if short else b'X' + struct.pack('<I', len(data))) + data)
        self._memoize(obj)

    def _save_bytes(self, obj):
        if self.proto < 3:
            import codecs
            self._save_parts((codecs.encode, (obj.decode('latin-1'), 'latin1'), None, None, None), obj)
            return
        self._parts.append((b'C' + bytes([len(obj)]) if len(obj) < 256 else b'B' + struct.pack('<I', len(obj))) + obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(obj)
            return
        self._parts.append(b'\x96' + struct.pack('<Q', len(obj)) + bytes(obj))
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._parts.append(b')')
            return
        if len(obj) > 3:
            self._parts.append(b'(')
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:  # it is in itself, and was written on the way
            self._parts.append(b'0' * len(obj) if len(obj) <= 3 else b'1')
            self._get(self.memo[id(obj)][0])
            return
        self._parts.append(b't' if len(obj) > 3 else (b'\x85', b'\x86', b'\x87')[len(obj) - 1])
        self._memoize(obj)

    def _save_list(self, obj):
        self._parts.append(b']')
        self._memoize(obj)
        self._append(iter(obj))

    def _append(self, items):
        for batch in _batches(items):
            if len(batch) > 1:
                self._parts.append(b'(')
            for item in batch:
                self.save(item)
            self._parts.append(b'e' if len(batch) > 1 else b'a')

    def _save_dict(self, obj):
        self._parts.append(b'}')
        self._memoize(obj)
        self._set_items(iter(obj.items()))

    def _set_items(self, items):
        for batch in _batches(items):
            if len(batch) > 1:
                self._parts.append(b'(')
            for key, value in batch:
                self.save(key)
                self.save(value)
            self._parts.append(b'u' if len(batch) > 1 else b's')

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_parts((set, (list(obj),), None, None, None), obj)
            return
        self._parts.append(b'\x8f')
        self._memoize(obj)
        for batch in _batches(iter(obj)):
            self._parts.append(b'(')
            for item in batch:
                self.save(item)
            self._parts.append(b'\x90')

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_parts((frozenset, (list(obj),), None, None, None), obj)
            return
        self._parts.append(b'(')
        for item in obj:
            self.save(item)
        self._parts.append(b'\x91')
        self._memoize(obj)

    def _save_global(self, obj, name):
        if '<locals>' in name:
            raise AttributeError(f"Can't pickle local object {name!r}")
        module = getattr(obj, '__module__', None) or '__main__'
        if '<lambda>' in name:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed")
        note_name(module, name, obj)
        if self.proto >= 4:
            self.save(sys.intern(module))
            self.save(sys.intern(name))
            self._parts.append(b'\x93')
        else:
            self._parts.append(f'c{module}\n{name}\n'.encode())
        self._memoize(obj)

    def _save_reduced(self, obj):
        cls = type(obj)
        own = getattr(self, 'reducer_override', None)
        reduced = NotImplemented if own is None else own(obj)
        if reduced is NotImplemented:
            table = getattr(self, 'dispatch_table', None)
            if table is not None and cls in table:
                reduced = (*table[cls](obj), None, None, None)[:5]
            else:
                reduced = copyreg.reduction(obj)
        else:
            reduced = (*reduced, None, None, None)[:5]
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
        else:
            self._save_parts(reduced, obj)

    def _save_parts(self, reduced, obj):
        function, args, state, items, pairs = reduced
        if function is copyreg.__newobj__:
            self.save(args[0])
            self.save(args[1:])
            self._parts.append(b'\x81')
        elif function is copyreg.__newobj_ex__ and self.proto >= 4:
            for arg in args:
                self.save(arg)
            self._parts.append(b'\x92')
        else:
            self.save(function)
            self.save(args)
            self._parts.append(b'R')
        if id(obj) in self.memo:
            self._parts.append(b'0')
            self._get(self.memo[id(obj)][0])
        else:
            self._memoize(obj)
        if items is not None:
            self._append(items)
        if pairs is not None:
            self._set_items(pairs)
        if state is not None:
            self.save(state)
            self._parts.append(b'b')


_savers = {str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray,
           tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
           frozenset: Pickler._save_frozenset}


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()
