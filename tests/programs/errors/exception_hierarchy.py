# The built-in exceptions: names, bases, arguments, str and repr, matching by a base class.
KINDS = [
    BaseException, SystemExit, KeyboardInterrupt, GeneratorExit, Exception, StopIteration,
    StopAsyncIteration,
    ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, AssertionError,
    AttributeError,
    BufferError, EOFError, ImportError, ModuleNotFoundError, LookupError, IndexError, KeyError,
    MemoryError,
    NameError, UnboundLocalError, OSError, BlockingIOError, ChildProcessError, ConnectionError,
    BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError,
    FileExistsError,
    FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError,
    ProcessLookupError, TimeoutError, ReferenceError, RuntimeError, NotImplementedError,
    RecursionError,
    SyntaxError, IndentationError, SystemError, TypeError, ValueError, UnicodeError, Warning,
    UserWarning,
    DeprecationWarning, RuntimeWarning,
]
for kind in KINDS:
    bases = [base.__name__ for base in kind.__mro__[1:-1]]
    print(f"{kind.__name__:<24}{' < '.join(bases)}")
for kind in KINDS:
    if kind in (SystemExit, KeyboardInterrupt, GeneratorExit):
        continue
    try:
        raise kind("message")
    except Exception as error:
        ok = type(error) is kind and str(error) in ("message", "'message'")
        if not ok:
            print("odd", kind.__name__, str(error))
    except BaseException as error:
        print("not an Exception:", type(error).__name__)
print(IOError is OSError, EnvironmentError is OSError)
for error in [ValueError(), ValueError("one"), ValueError("one", 2), ValueError(["list"]),
              KeyError("k"),
              OSError(2, "No such file"), OSError("text"), OSError(2, "No such file", "name.txt"),
              StopIteration(5), ImportError("x"), AssertionError(None),
              RuntimeError(ValueError("inner"))]:
    print(repr(error), "|", str(error), "|", error.args)
e = OSError(2, "No such file", "name.txt")
print(e.errno, e.strerror, e.filename, type(e).__name__, type(OSError(13, "denied")).__name__)
print(StopIteration(5).value, SystemExit(3).code)


def which(kind):
    try:
        raise kind("x")
    except ArithmeticError:
        return "arithmetic"
    except LookupError:
        return "lookup"
    except OSError:
        return "os"
    except (TypeError, ValueError):
        return "type or value"
    except RuntimeError:
        return "runtime"
    except Exception:
        return "exception"
    except BaseException:
        return "base"


for kind in (ZeroDivisionError, KeyError, FileNotFoundError, TimeoutError, UnicodeError, TypeError,
             RecursionError, NotImplementedError, AttributeError, KeyboardInterrupt, StopIteration):
    print(kind.__name__, "->", which(kind))
