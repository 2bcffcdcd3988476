"""Unit tests: each build/unit/test_* is a cmocka program; each test in it counts."""
import re

from .case import Case, Failure, describe_exit, run, tail


def check_binary(context, binary):
    output = run(context, [binary], timeout=300, CMOCKA_MESSAGE_OUTPUT="TAP")
    lines = (output.stdout + output.stderr).decode(errors="replace").splitlines()
    passed = sum(bool(re.match(r"ok \d+", line)) for line in lines)
    failed = [line for line in lines if re.match(r"not ok \d+", line)]
    if not failed and output.exit_code == 0 and passed:
        return passed, 0
    if not failed:
        raise Failure(f"{describe_exit(output.exit_code)}\n{tail(output.stdout + output.stderr)}")
    return passed, len(failed), "\n".join(failed) + "\n" + tail(output.stderr)


def cases(context):
    for binary in sorted((context.build / "unit").glob("test_*")):
        if binary.suffix == "":
            yield Case(f"unit/{binary.name}", lambda binary=binary: check_binary(context, binary))
