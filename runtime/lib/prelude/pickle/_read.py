"""pickle: objects from bytes, protocols 2 to 5."""

import struct
import sys
from io import BytesIO

from pickle._names import UnpicklingError, find_name


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._file = file
        self.memo = {}

    def find_class(self, module, name):
        return find_name(module, name)

    def persistent_load(self, pid):
        raise UnpicklingError('unsupported persistent id encountered')

    def load(self):
        self._stack, self._outer = [], []
        while True:
            code = self._file.read(1)
            if not code:
                raise EOFError('Ran out of input')
            if code == b'.':
                return self._stack.pop()
            step = _steps.get(code)
            if step is None:
                raise UnpicklingError(f"invalid load key, {_shown_key(code)}.")
            step(self)

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _number(self, form):
        return struct.unpack(form, self._read(struct.calcsize(form)))[0]

    def _push(self, value):
        self._stack.append(value)

    def _to_mark(self):
        items = self._stack
        self._stack = self._outer.pop()
        return items

    # ---- the steps

    def _proto(self):
        version = self._number('B')
        if version > 5:
            raise ValueError(f'unsupported pickle protocol: {version}')

    def _mark(self):
        self._outer.append(self._stack)
        self._stack = []

    def _long(self):
        self._push(int.from_bytes(self._read(self._number('B')), 'little', signed=True))

    def _long_long(self):
        self._push(int.from_bytes(self._read(self._number('<i')), 'little', signed=True))

    def _text(self, form):
        self._push(self._read(self._number(form)).decode('utf-8', 'surrogatepass'))

    def _tuple(self, size):
        items = self._stack[-size:]
        del self._stack[-size:]
        self._push(tuple(items))

    def _memoize(self):
        self.memo[len(self.memo)] = self._stack[-1]

    def _append(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _extend(self):
        items = self._to_mark()
        target = self._stack[-1]
        if isinstance(target, list):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _set_item(self):
        value = self._stack.pop()
        key = self._stack.pop()
        self._stack[-1][key] = value

    def _set_items(self):
        items = self._to_mark()
        target = self._stack[-1]
        for place in range(0, len(items), 2):
            target[items[place]] = items[place + 1]

    def _add_items(self):
        items = self._to_mark()
        self._stack[-1].update(items)

    def _frozen(self):
        items = self._to_mark()
        self._push(frozenset(items))

    def _of_mark(self):
        items = self._to_mark()
        self._push(tuple(items))

    def _drop_mark(self):
        self._to_mark()

    def _global(self):
        module = self._line()
        self._push(self.find_class(module, self._line()))

    def _line(self):
        return self._file.readline()[:-1].decode()

    def _stack_global(self):
        name = self._stack.pop()
        self._push(self.find_class(self._stack.pop(), name))

    def _reduce(self):
        args = self._stack.pop()
        self._stack[-1] = self._stack[-1](*args)

    def _new(self):
        args = self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args)

    def _new_with_keywords(self):
        keywords, args = self._stack.pop(), self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args, **keywords)

    def _build(self):
        state = self._stack.pop()
        made = self._stack[-1]
        own = getattr(made, '__setstate__', None)
        if own is not None:
            own(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            attributes = made.__dict__
            for name, value in state.items():
                attributes[sys.intern(name)] = value
        for name, value in (slots or {}).items():
            object.__setattr__(made, name, value)

    def _persistent(self):
        self._push(self.persistent_load(self._stack.pop()))


def _shown_key(code):
    return f"'\\x{code[0]:02x}'" if not 32 <= code[0] < 127 or code == b"'" else f"'{code.decode()}'"


_steps = {
    b'\x80': Unpickler._proto, b'\x95': lambda u: u._read(8), b'(': Unpickler._mark, b'N': lambda u: u._push(None),
    b'\x88': lambda u: u._push(True), b'\x89': lambda u: u._push(False), b'K': lambda u: u._push(u._number('B')),
    b'M': lambda u: u._push(u._number('<H')), b'J': lambda u: u._push(u._number('<i')), b'\x8a': Unpickler._long,
    b'\x8b': Unpickler._long_long, b'G': lambda u: u._push(u._number('>d')), b'\x8c': lambda u: u._text('B'),
    b'X': lambda u: u._text('<I'), b'\x8d': lambda u: u._text('<Q'), b'C': lambda u: u._push(u._read(u._number('B'))),
    b'B': lambda u: u._push(u._read(u._number('<I'))), b'\x8e': lambda u: u._push(u._read(u._number('<Q'))),
    b'\x96': lambda u: u._push(bytearray(u._read(u._number('<Q')))), b')': lambda u: u._push(()),
    b'\x85': lambda u: u._tuple(1), b'\x86': lambda u: u._tuple(2), b'\x87': lambda u: u._tuple(3),
    b't': Unpickler._of_mark, b']': lambda u: u._push([]), b'}': lambda u: u._push({}), b'\x8f': lambda u: u._push(set()),
    b'a': Unpickler._append, b'e': Unpickler._extend, b's': Unpickler._set_item, b'u': Unpickler._set_items,
    b'\x90': Unpickler._add_items, b'\x91': Unpickler._frozen, b'\x94': Unpickler._memoize,
    b'q': lambda u: u.memo.__setitem__(u._number('B'), u._stack[-1]),
    b'r': lambda u: u.memo.__setitem__(u._number('<I'), u._stack[-1]), b'h': lambda u: u._push(u.memo[u._number('B')]),
    b'j': lambda u: u._push(u.memo[u._number('<I')]), b'0': lambda u: u._stack.pop() if u._stack else u._to_mark(),
    b'1': Unpickler._drop_mark, b'2': lambda u: u._push(u._stack[-1]), b'c': Unpickler._global,
    b'\x93': Unpickler._stack_global, b'R': Unpickler._reduce, b'\x81': Unpickler._new,
    b'\x92': Unpickler._new_with_keywords, b'b': Unpickler._build, b'Q': Unpickler._persistent,
}


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(BytesIO(data)).load()
