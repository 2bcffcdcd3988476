# The source of functions and classes, frames of running calls, facts of sys.
import sys, inspect
print(sys.flags.optimize, sys.flags.dev_mode, sys.int_info, sys.hash_info.width, sys.get_int_max_str_digits(), sys.float_repr_style)
try: str(10**5000)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0); print(len(str(10**5000)))
try: sys.set_int_max_str_digits(5)
except ValueError as e: print(e)
try: 1/0
except ZeroDivisionError: print(repr(sys.exception()), sys.exc_info()[0])
print(sys.exception())
class Foo:
    """doc"""
    x = """
multi
"""
    def m(self, a=(1,
                   2)):
        # comment
        s = '''
zzz
'''
        return s

    class In:
        def q(self): return 1
# a comment
# two
@staticmethod
def bar(
    x,
):
    if x:

        return 1
    # end
    return 2
z = 1
lam = lambda: 3
print(inspect.getsource(Foo)); print(inspect.getsource(Foo.m)); print(inspect.getsource(bar), inspect.getcomments(bar)); print(inspect.getsourcelines(Foo.In), inspect.getsource(lam))
def who(): return inspect.currentframe().f_code.co_name, inspect.stack()[1].function, inspect.stack()[1].lineno
def caller(): return who()
print(caller())
fi = inspect.stack()[0]
print(fi.function, fi.lineno, fi.code_context, fi.index, fi[3], inspect.getframeinfo(inspect.currentframe()).function)
try: inspect.getsource(int)
except TypeError as e: print(e)
def outer():
    def inner(): return 1
    return inner
print(inspect.getsource(outer()))
async def co():
    "doc"
    return 1
print(inspect.getsource(co), inspect.getdoc(co), inspect.getmembers(Foo.In, inspect.isfunction)[0][0])
