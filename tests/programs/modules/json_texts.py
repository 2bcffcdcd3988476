"""json: odd texts, errors and their places, options of both directions, subclasses."""
import collections
import enum
import json
import sys

TEXTS = [
    '', ' ', '{', '[', '{}', '[]', '[1,]', '[1 2]', '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', '{a:1}', "{'a':1}",
    '"abc', '"a\nb"', '"\\q"', '"\\u12"', '"\\u12G4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"',
    '"\\ud83d\\u00"', '"\\', '"\\"', '"\\u', '"\\u1', '"tab\tx"', '"\x00"', '-', '-1', '01', '1.', '1.5e', '1.5e+3', '1E400',
    '-0', '-0.0', 'nul', 'null', 'true', 'falsey', 'NaN', '-Infinity', 'Infinity', '[NaN, -Infinity]', '1 2', '[1]]',
    '\ufeff[]', '[1, 2, {"k": [true, null]}]', '  [ 1 ,\n 2 ]  ', '{"é": "ü\u2028", "é2": "\U0001f600"}', '{"é":, }',
    '["é" x]', '{"a": 1, "a": 2, "b": 3}', '123456789012345678901234567890', '1e5', '0.1', '-1.5E-7',
    '[' * 20 + ']' * 19, '{"a":[}', '/* c */ 1', '[1,,2]', '{"a":1,"b"}', '{"a" 1}', '"\\u0000\\n\\t\\"\\\\\\/\\b\\f\\r"',
    'True', '\u00a0[1]',
]

for text in TEXTS:
    try:
        print(ascii(text), '->', ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print(ascii(text), '->', e, '|', e.msg, e.pos, e.lineno, e.colno)

print(json.loads('{"a": [1, 2.5, {"b": 1}]}', object_hook=lambda d: sorted(d)))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=collections.OrderedDict))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list),
      json.loads('[1, 2.5, NaN]', parse_int=str, parse_float=repr, parse_constant=lambda c: '<' + c + '>'))
print(json.loads(b'{"x": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.JSONDecoder(strict=False).decode('"a\nb\t"'))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder().raw_decode('x {"a": 2} y', 2))
for bad in (None, 5, ['1']):
    try:
        json.loads(bad)
    except TypeError as e:
        print(e)


def boom(pairs):
    raise KeyError('hook')


try:
    json.loads('[{"a": 1}]', object_hook=boom)
except KeyError as e:
    print('hook raised', e)


class Color(enum.IntEnum):
    RED = 1


class Text(str):
    pass


class Number(float):
    def __repr__(self):
        return 'number!'


class Point:
    def __init__(self, x):
        self.x = x


VALUES = [
    None, True, 0, -5, 2 ** 70, 1.0, 1e16, 1e-7, 1.5e300, 'a"b\\c\n\t\r\b\f\x01\x7f\x1f', 'é\u2028\U0001f600\ud800', [], {}, (),
    [[]], [{}], (1, 2), {'a': [1, {'b': None}]}, {1: 'i', 2.5: 'f', True: 't', None: 'n', 'é': 'e'}, Color.RED, [Color.RED],
    {Color.RED: Color.RED}, Text('sub'), Number(2.5), collections.OrderedDict(z=1, a=2), {'z': 1, 'a': {'y': 1, 'b': 2}},
    collections.Counter('aab'), collections.defaultdict(list, k=[1]), [float('inf'), float('-inf'), float('nan')],
]
OPTIONS = [{}, {'indent': 2}, {'indent': 0}, {'indent': '\t', 'ensure_ascii': False}, {'separators': (',', ':')},
           {'sort_keys': True, 'indent': 1, 'separators': (' ;', ' =')}, {'ensure_ascii': False}]
for value in VALUES:
    for options in OPTIONS:
        try:
            print(json.dumps(value, **options).encode('utf-8', 'surrogatepass'))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)

loop = [1]
loop.append({'in': loop})
deep = []
for _ in range(5000):
    deep = [deep]
for name, value, options in [
    ('circular', loop, {}), ('circular', loop, {'indent': 1}), ('set', {1}, {}), ('bytes', b'x', {}), ('object', [Point(1)], {}),
    ('key', {(1, 2): 3}, {}), ('skipped', {(1, 2): 3, 'a': 1}, {'skipkeys': True}),
    ('all skipped', {(1, 2): 3}, {'skipkeys': True}), ('nan', [float('nan')], {'allow_nan': False}),
    ('inf', float('inf'), {'allow_nan': False, 'indent': 1}), ('mixed keys', {1: 1, 'a': 2}, {'sort_keys': True}),
    ('default', [Point(3)], {'default': vars}), ('default of default', Point(Point(4)), {'default': lambda p: p.x}),
    ('repr', Point(1), {'default': lambda p: f'<{p.x}>'}), ('complex', {'a': 1j}, {}), ('deep', deep, {}),
]:
    try:
        print(name, json.dumps(value, **options))
    except (TypeError, ValueError, RecursionError) as e:
        print(name, type(e).__name__, e)
try:
    json.loads('[' * 100000)
except RecursionError as e:
    print(e)


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {'x': o.x, '__type__': 'Point'}
        return super().default(o)


print(json.dumps({'p': Point([Point(1)])}, cls=PointEncoder), ''.join(PointEncoder(indent=1).iterencode([Point(2)])))
try:
    json.dumps(object, cls=PointEncoder)
except TypeError as e:
    print(e)
json.dump({'to': ['stdout', 1]}, sys.stdout, indent=4)
print()
