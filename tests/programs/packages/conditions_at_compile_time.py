"""Branches for other versions and systems need not compile; those for this one run."""
import sys

import _guarded

print(_guarded.batched, _guarded.text, _guarded.kind, _guarded.only_there())
print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info < (3, 11), sys.version_info <= (3, 11))
for limit in ((3,), (3, 11), (3, 11, 0), (4,), (2, 7)):
    print(limit, sys.version_info > limit, sys.version_info[:2] > limit, sys.version_info[:2] == limit)
if sys.version_info < (3, 11):
    print('older')
elif sys.version_info <= (3, 11):
    print('at most 3.11')
elif sys.version_info[:2] <= (3, 11):
    print('some 3.11')



class Elsewhere:
    platform = 'win32'
    version_info = (2, 7)


def of_parameter(sys):
    if sys.platform == 'win32':
        return 'there', 'old' if sys.version_info < (3,) else 'new'
    return 'here'


def of_local():
    def inner():
        if sys.version_info >= (3,):
            return 'new'
        return 'old'
    sys = Elsewhere
    return inner()


print(of_parameter(Elsewhere), of_parameter(sys), of_local())
if not sys.version_info >= (3, 12) and __name__ == '__main__':
    print('main')
