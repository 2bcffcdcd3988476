"""platform: what machine and system this is."""

import os
from collections import namedtuple

from _platform import libc_version

uname_result = namedtuple('uname_result', 'system node release version machine')


def uname():
    return uname_result(*os.uname())


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(executable='', bits='', linkage=''):
    return '64bit', 'ELF'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return 'glibc', libc_version()


def platform(aliased=False, terse=False):
    found = uname()
    libc = 'glibc' + libc_version()
    if terse:
        return f'{found.system}-{found.release}-{libc}'
    return f'{found.system}-{found.release}-{found.machine}-with-{libc}'


def python_version():
    return '3.11.7'


def python_version_tuple():
    return '3', '11', '7'


def python_implementation():
    return 'CPython'


def python_compiler():
    return 'GCC 12.2.0'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return 'main', 'Dec  4 2023 12:00:00'


def freedesktop_os_release():
    found = {}
    for path in ('/etc/os-release', '/usr/lib/os-release'):
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                for line in file:
                    name, equals, value = line.strip().partition('=')
                    if equals and not name.startswith('#'):
                        found[name] = value.strip('"\'')
            found.setdefault('ID', 'linux')
            return found
    raise OSError(2, 'Unable to read files /etc/os-release, /usr/lib/os-release')
