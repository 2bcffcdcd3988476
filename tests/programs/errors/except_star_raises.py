# What one clause of except* raises comes out alone, what several raise in a group.
def f(e, *more):
    try:
        raise e
    except* KeyError as g:
        print("key", repr(g))
        raise ValueError(1)
    except* TimeoutError as g:
        print("timeout", repr(g))
        raise ValueError(58)

for e in (TimeoutError(3), KeyError(3), ExceptionGroup("g", [TimeoutError(1)]), ExceptionGroup("g", [TimeoutError(1), KeyError(2), OSError(4)])):
    try:
        f(e)
    except Exception as x:
        print(repr(x), repr(x.__context__), repr(x.__cause__))
def g(e, lone=True):
    for i in range(2):
        try:
            raise e
        except* KeyError:
            raise e
        except* TimeoutError:
            raise
        finally:
            pass
for e in (TimeoutError(3), KeyError(3), ExceptionGroup("g", [TimeoutError(1)]),  ExceptionGroup("g", [TimeoutError(1), KeyError(2), OSError(4)])):
    try:
        g(e)
    except Exception as x:
        print(repr(x), repr(x.__context__), repr(x.__cause__))
