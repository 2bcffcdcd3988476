# sys.argv: arguments are strings, in order; the exit code is computed from them.
# exit: 6
# args: 1 two "three four" -x --flag=5 ""
import sys

print(len(sys.argv), sys.argv[1:])
numbers = [int(a) for a in sys.argv[1:] if a.isdigit()]
flags = {}
words = []
for arg in sys.argv[1:]:
    if arg.startswith("--"):
        key, _, value = arg[2:].partition("=")
        flags[key] = int(value)
    elif arg.startswith("-"):
        flags[arg[1:]] = True
    else:
        words.append(arg)
print(numbers, flags, words)
print(type(sys.argv[0]).__name__, all(isinstance(a, str) for a in sys.argv))
sys.exit(numbers[0] + flags["flag"])
