"""Templates of other shapes: their delimiter, the names, the whole pattern; what is wrong in one."""
import string
from string import Template
class T(Template):
    delimiter = '@'
    idpattern = r'[a-z]+(?:\.[a-z]+)*'
class P(Template):
    pattern = r'''
    \[(?:(?P<escaped>\[)|(?P<named>[a-z]+)\]|(?P<braced>\d+)\]|(?P<invalid>))
    '''
class B(Template):
    braceidpattern = r'[A-Z ]+'
    flags = 0
print(T('@a.b @@ @{c.d} @X').safe_substitute({'a.b': 1, 'c.d': 2, 'X': 3}))
print(P('[x] [[ [12] [?').safe_substitute({'x': 'X', '12': 'Y'}))
print(B('$low ${UP CASE} $Up').safe_substitute({'low': 1, 'UP CASE': 2, 'Up': 3}))
for text in ('a $b ${c} $$ $', 'x\n  $1', '$', '${un', 'ok $fine', '${_x}$__y', '$ſ'):
    t = Template(text)
    try: print(repr(t.substitute(b=1, c=2, fine=3, _x=4, __y=5)))
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
    print(t.safe_substitute({'b': 1}), t.is_valid(), t.get_identifiers())
print(Template('$a $b').substitute({'a': 1, 'b': 2}, b=3), Template.pattern.groupindex, Template.delimiter)
try: Template('$who').substitute()
except KeyError as e: print('KeyError', e)
class Bad(Template):
    pattern = r'(?P<named>x)|(?P<escaped>y)|(?P<braced>z)|(?P<invalid>w)|(v)'
try: Bad('v').substitute()
except ValueError as e: print(e.args[0])
