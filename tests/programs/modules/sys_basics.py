# sys: argv, exit, version facts, stdout and stderr, limits, intern, getsizeof kinds, exc_info.
# args: first "second arg"
import sys

print(sys.argv[1:], len(sys.argv), type(sys.argv).__name__)
print(sys.version_info >= (3, 11), sys.version_info[:2], sys.version_info.major)
print(sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.getrecursionlimit())
sys.stdout.write("written\n")
n = sys.stdout.write("no newline")
print()
print("count", n)
print("to stdout", file=sys.stdout)
print("to stderr", file=sys.stderr)
sys.stderr.write("also to stderr\n")
sys.stdout.flush()
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig)
print(sys.exc_info())
try:
    raise ValueError("current")
except ValueError:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb is not None)
print(sys.exc_info() == (None, None, None))
print("sys" in sys.modules, "no_such_module" in sys.modules)
print(sys.intern("abc") == "abc", isinstance(sys.path, list), sys.platform)


def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1


old = sys.getrecursionlimit()
sys.setrecursionlimit(300)
shallow = depth()
sys.setrecursionlimit(old)
print(shallow < 300, sys.getrecursionlimit() == old)
print("a", "b", sep="-", end="!\n", flush=True)
try:
    sys.exit("caught")
except SystemExit as error:
    print(error.code)
for line in ["one", "two"]:
    print(line, end="", file=sys.stdout)
print(file=sys.stdout)
