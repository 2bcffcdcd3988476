# sys.exit with a message: it goes to stderr, the exit code is 1.
# exit: 1
# The message goes to stderr.
import sys

print("working")
problems = ["no input", "no output"]
if problems:
    sys.exit("error: " + ", ".join(problems))
print("never printed")
