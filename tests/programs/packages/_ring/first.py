print('first begins')
from . import second
print('first goes on', second.name, hasattr(second, 'late'))
name = 'first'


def both():
    return name, second.name, second.other()
