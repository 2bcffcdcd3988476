# uuid: the class in all its parts, and the five ways to make one.
import copy
import random
import uuid


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), f'{u}', u.hex, u.int, int(u), u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version)
print(u.time, u.clock_seq, u.node, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low)
print(uuid.UUID('{12345678123456781234567812345678}') == u, uuid.UUID(bytes_le=u.bytes_le) == u, hash(u) == hash(u.int))
print(uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), uuid.UUID(int=5, version=4), sorted([uuid.UUID(int=3), uuid.UUID(int=1)]))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'http://python.org/'))
print(uuid.uuid1(node=5, clock_seq=3).node, uuid.uuid1().version, uuid.uuid4().version, uuid.uuid4().variant)
print(len({uuid.uuid4() for _ in range(500)}), len({uuid.uuid1() for _ in range(500)}), copy.deepcopy(u) == u, u == 3)
for wrong in ('x', 'z' * 32, '5' * 31, 3):
    attempt(lambda: uuid.UUID(wrong))
attempt(lambda: uuid.UUID())
attempt(lambda: uuid.UUID(bytes=b'abc'))
attempt(lambda: uuid.UUID(int=1 << 128))
attempt(lambda: uuid.UUID(int=5, version=9))
attempt(lambda: uuid.UUID(fields=(1, 2, 3)))
attempt(lambda: uuid.UUID(fields=(1 << 33, 2, 3, 4, 5, 6)))
attempt(lambda: setattr(u, 'int', 3))
attempt(lambda: u < 3)
random.seed(7)
print(uuid.UUID(int=random.getrandbits(128), version=4))
