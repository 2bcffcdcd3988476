# pickle: plain data in CPython's format, instances of all kinds and back, what cannot be pickled.
import collections
import copyreg
import datetime
import decimal
import enum
import fractions
import io
import pickle
import struct
from dataclasses import dataclass, field
from typing import NamedTuple


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return vars(self) == vars(other)

    def __repr__(self):
        return f'{type(self).__name__}({self.__dict__})'


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = [1]


class Stateful:
    def __init__(self):
        self.kept, self.dropped = 1, open

    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        print('state', state)
        self.kept = state['kept'] + 1


class Reduced:
    def __init__(self, name):
        self.name = name

    def __reduce__(self):
        return Reduced, (self.name.upper(),)


class Registered:
    def __init__(self, value):
        self.value = value


class Stack(list):
    limit = 3


class Names(dict):
    pass


class Colour(enum.Enum):
    RED = 1
    BLUE = 'b'


class Pair(NamedTuple):
    left: int
    right: str = 'r'


@dataclass
class Order:
    number: int
    items: list = field(default_factory=list)

    class Line:
        pass


class Failure(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


copyreg.pickle(Registered, lambda r: (Registered, (r.value * 2,)))

plain = [None, True, False, 0, 255, 256, 65535, 65536, -1, -2 ** 31, 2 ** 31, 2 ** 64, -2 ** 100, 1.5, float('inf'), '', 'abc',
         'é' * 200, 'x' * 300, b'', b'abc', b'z' * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, [2, [3]]],
         {}, {'a': 1}, {'a': {'b': [1, 2]}, 'c': ()}, set(), {1}, frozenset({2}), range(1, 10, 2), slice(1, None), 3 + 4j,
         bytearray(b'ab'), int, len, ['same', 'same'], list(range(1005))]
for value in plain:
    for protocol in (2, 3, 4, 5):
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        if again != value or type(again) is not type(value):
            print('differs', value, again)
    print(repr(value)[:30], len(pickle.dumps(value)), pickle.dumps(value)[:40])

shared = [1]
twice = pickle.loads(pickle.dumps([shared, shared, {'s': shared}]))
print(twice[0] is twice[1] is twice[2]['s'])
ring = [1]
ring.append(ring)
again = pickle.loads(pickle.dumps(ring))
print(again[1] is again)
point = Point(1, None)
point.y = {'self': point}
again = pickle.loads(pickle.dumps(point))
print(again.y['self'] is again, pickle.loads(pickle.dumps(Point(1, [2, (3,)]))), pickle.dumps(Point(1, 'a')))
slotted = pickle.loads(pickle.dumps(Slotted()))
print(slotted.a, hasattr(slotted, 'b'), pickle.loads(pickle.dumps(Stateful())).kept, pickle.loads(pickle.dumps(Reduced('n'))).name)
print(pickle.loads(pickle.dumps(Registered(4))).value)
stack = Stack([1, 2])
stack.note = 'n'
again = pickle.loads(pickle.dumps(stack))
print(type(again).__name__, again, again.note, pickle.loads(pickle.dumps(Names(a=1))))
print(pickle.loads(pickle.dumps(Colour.BLUE)) is Colour.BLUE, pickle.loads(pickle.dumps(Pair(1))), pickle.loads(pickle.dumps(Point)) is Point)
print(pickle.loads(pickle.dumps([Order(1, ['a']), Order.Line])))
failure = pickle.loads(pickle.dumps(Failure(3, 'text')))
print(repr(failure), failure.code)
for value in (collections.OrderedDict(b=1, a=2), collections.Counter('aab'), collections.deque([1, 2], 3),
              collections.defaultdict(list, a=[1]), datetime.date(2024, 2, 29), datetime.timedelta(1, 2, 3),
              datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc), decimal.Decimal('1.50'), fractions.Fraction(1, 3)):
    again = pickle.loads(pickle.dumps(value))
    print(repr(again), again == value, type(again) is type(value))


def local():
    class Inner:
        pass
    return Inner()


for bad in (lambda: 0, local(), (i for i in range(2)), struct):
    try:
        pickle.dumps([bad])
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
for data in (b'', b'\x80\x04', b'zzz', b'\x80\x09.', b'\x80\x04\x8c\x05ab'):
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)

file = io.BytesIO()
pickler = pickle.Pickler(file)
for value in ('one', ['two'], Point(0, 0)):
    pickler.dump(value)
file.seek(0)
print(pickle.load(file), pickle.load(file))


class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f'{module}.{name} is forbidden')


try:
    Safe(io.BytesIO(pickle.dumps(point))).load()
except pickle.UnpicklingError as error:
    print(error)


class ByName(pickle.Pickler):
    def persistent_id(self, obj):
        return 'the point' if obj is point else None


class FromName(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()


file = io.BytesIO()
ByName(file).dump([point, 1])
file.seek(0)
print(FromName(file).load(), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
