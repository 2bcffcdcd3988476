"""What all suites share: where things are, a test case, running a command, showing a difference."""
import dataclasses
import difflib
import os
import shutil
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
SHOWN_LINES = 40


class Failure(Exception):
    """A test that failed; the text says how."""


@dataclasses.dataclass
class Case:
    """A test. `check` raises Failure, or returns None, or (passed, failed, message) for several."""

    name: str
    check: Callable[[], object]
    keeps_time: bool = False  # its outcome may hang on the load of the machine


@dataclasses.dataclass
class Result:
    name: str
    passed: int
    failed: int
    message: str = ""


def run_case(case):
    try:
        counts = case.check()
    except Failure as failure:
        return Result(case.name, 0, 1, str(failure))
    except Exception:  # a fault of the harness fails the test instead of ending the run
        return Result(case.name, 0, 1, traceback.format_exc())
    return Result(case.name, *(counts or (1, 0)))


@dataclasses.dataclass
class Output:
    stdout: bytes
    stderr: bytes
    exit_code: int


class Context:
    """The build under test, and the CPython it is compared with."""

    def __init__(self, build, python):
        self.build = Path(build).resolve()
        self.asyncc = self.build / "asyncc"
        if not self.asyncc.exists():
            sys.exit(f"tests/run.py: there is no {self.asyncc}; `make` builds it")
        self.scratch = self.build / "tests"
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.python = python or find_python()
        self.environment = clean_environment()
        self.sanitized = "-fsanitize" in (self.build / ".flags").read_text()


def find_python():
    """CPython 3.11: this interpreter if it is one. Other versions differ in words and order."""
    if sys.version_info[:2] == (3, 11):
        return sys.executable
    found = shutil.which("python3.11")
    if not found:
        sys.exit("tests/run.py: CPython 3.11 is the oracle and was not found; see --python")
    return found


def clean_environment():
    """The caller's environment without what could change a program's output."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "ASYNCC", "MAKE", "MFLAGS"))}
    kept.update(
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="0",
        PYTHONDONTWRITEBYTECODE="1",
        NO_COLOR="1",
        ASAN_OPTIONS="detect_leaks=1:exitcode=99:detect_stack_use_after_return=0",
        UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1",
    )
    return kept


def run(context, command, stdin=b"", cwd=ROOT, timeout=60, **environment):
    """Runs a command to its end; a Failure when that does not come."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=dict(context.environment, **environment),
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise Failure(f"no end after {timeout} s: {' '.join(map(str, command))}") from None
    except OSError as error:
        raise Failure(str(error)) from None
    return Output(done.stdout, done.stderr, done.returncode)


def describe_exit(code):
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"


def shorten(lines):
    if len(lines) <= SHOWN_LINES:
        return lines
    return lines[:SHOWN_LINES] + [f"... {len(lines) - SHOWN_LINES} lines more"]


def text_of(data):
    return data.decode("utf-8", "backslashreplace")


def difference(expected, actual, expected_name="expected", actual_name="actual"):
    """The difference of two texts, for people."""
    lines = difflib.unified_diff(
        text_of(expected).splitlines(),
        text_of(actual).splitlines(),
        expected_name,
        actual_name,
        n=2,
        lineterm="",
    )
    found = list(lines) or ["(they differ in line ends)"]
    return "\n".join(shorten(found))


def tail(data):
    """The end of a program's stderr, where the reason of a failure stands."""
    lines = text_of(data).splitlines()
    return "\n".join(lines[-SHOWN_LINES:])
