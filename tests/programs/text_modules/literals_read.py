# ast.literal_eval: literals of all kinds, and what it refuses.
import ast

for text in ('1', '-2', '+3', '1_000', '0xff', '0b101', '0o17', '1.5', '-1e-3', '.5', '3j', '1+2j', '-1.5-2j', "'a'", '"b"',
             r"'it\'s\n\x41\u00e9\101'", "'a' 'b'", "b'ab\\x00'", "r'\\n'", "'''tri\nple'''", 'None', 'True', 'False', '()', '(1,)',
             '(1)', '(1, 2)', '1, 2', '[]', '[1, [2, (3,)], ]', '{}', "{'a': 1, 'b': [None]}", '{1, 2}', '{1: 2,}', 'set()',
             ' [1,\n 2] # end', "{'k': {'x': (1.5, -2)}}", "[\n 'a', # first\n 'b',\n]"):
    value = ast.literal_eval(text)
    print(repr(text), repr(value), type(value).__name__)
for text in ('x', 'f(1)', '1+1', '[x]', '__import__("os")', 'a.b', '-"a"', '[1, f()]', '"a" + "b"'):
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(repr(text), str(error).split(' object at')[0])
for text in ('', '[1', '1 2', "'abc", '{1: }', '[1 2]', ')'):
    try:
        print(ast.literal_eval(text))
    except SyntaxError as error:
        print(repr(text), type(error).__name__)
print(sum(ast.literal_eval(line)['n'] for line in "{'n': 1}\n{'n': 2}".splitlines()))
