"""collections: containers beside the built-in ones.

deque, defaultdict and OrderedDict are C (_collections), and so are the parts of the others that are
called often. What is Python has a module each, compiled where a program names it.
"""

from _collections import OrderedDict, defaultdict, deque
from collections.chain_map import ChainMap
from collections.counter import Counter
from collections.named_tuples import namedtuple
from collections.user_dict import UserDict
from collections.user_list import UserList
from collections.user_string import UserString
