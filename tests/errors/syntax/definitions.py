# Functions and classes, their parameters, and what stands inside them.
def f(a, a): pass                       # error@10: duplicate argument 'a' in function definition
def f(a=1, b): pass                     # error@12: non-default argument follows default argument
def f(*): pass                          # error@7: named arguments must follow bare *
def f(**k, a): pass                     # error@12: arguments cannot follow var-keyword argument
def f(a, /, b, /): pass                 # error@16: / may appear only once
def f(*a, /): pass                      # error@11: / must be ahead of *
def f(*a=1): pass                       # error@9: var-positional argument cannot have default value
def f((a, b)): pass                     # error@7: Function parameters cannot be parenthesized
def f(a=): pass                         # error@8: expected default value expression
def f() pass                            # error@9: expected ':'
def f: pass                             # error@6: expected '('
lambda (a): a                           # error@8: Lambda expression parameters cannot be parenthesized
class A(x for x in y): pass             # error: invalid syntax
return                                  # error@1: 'return' outside function
yield 1                                 # error@1: 'yield' outside function
await x                                 # error@1: 'await' outside function
break                                   # error@1: 'break' outside loop
continue                                # error@1: 'continue' not properly in loop
async with a: pass                      # error@1: 'async with' outside async function
[x async for x in y]                    # error@1: asynchronous comprehension outside of an asynchronous function


def g():
    await x                             # error@5: 'await' outside async function
    async for x in y: pass              # error@5: 'async for' outside async function
    from a import *                     # error@19: import * only allowed at module level
    return [(yield) for y in z]         # error@14: 'yield' inside list comprehension


async def h():
    yield 1
    return 2                            # error@5: 'return' with value in async generator


async def i():
    yield from x                        # error@5: 'yield from' inside async function
    for x in y:
        try: pass
        except* A: break                # error@20: 'break', 'continue' and 'return' cannot appear in an except* block
    try: pass
    except: pass                        # error@5: default 'except:' must be last
    except A: pass
    @decorator                          # error: invalid syntax
