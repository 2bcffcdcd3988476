"""A module with parts for other versions, other systems, and its use as a program."""
import os
import sys

if sys.version_info >= (3, 12):
    from itertools import batched
    import not_in_any_python
elif sys.version_info[:2] == (3, 11):
    batched = 'not yet'
if sys.hexversion < 0x03000000:
    import ConfigParser
if sys.version_info[0] == 2 or sys.version_info.major < 3:
    text = unicode
elif sys.version_info.minor == 11 and sys.version_info >= (3, 11, 0):
    text = str
if sys.platform == 'win32':
    import winreg
    kind = 'windows'
elif os.name == 'nt':
    kind = winreg.kind
else:
    kind = 'posix'


def only_there():
    if sys.platform == 'darwin':
        import Foundation
        return Foundation.name
    if sys.version_info > (3, 11):
        return 'newer than 3.11 itself'
    return 'never'


if __name__ == '__main__':
    import not_in_any_python_either
    print('as a program')

from sys import hexversion, version_info
if version_info >= (3, 13):
    import not_in_any_python_at_all
if hexversion >= 0x30c00a2:
    from itertools import batched
