"""Programs: each one under samples/ and tests/programs/ prints under asyncc what CPython prints.

A program is run by CPython, by `asyncc run`, and by the binary of `asyncc build`; stdout and exit
code must be the same, byte for byte. Directives among a program's first lines:

    # stdin: TEXT       its standard input, with \\n and the like; more lines add to it
    # args: A B         its arguments
    # exit: N           the exit code that CPython, too, must give (else it is not checked there)
    # stderr: compare   stderr must be the same too, apart from addresses and the frames of files
                        that are not the program's own

Files and folders whose names begin with an underscore are modules and packages for others to import.
"""
import dataclasses
import hashlib
import json
import re
import shlex

from .case import ROOT, Case, Failure, Output, describe_exit, difference, run, tail

FOLDERS = ("samples", "tests/programs")
DIRECTIVE = re.compile(rb"# (stdin|args|exit|stderr): ?(.*)")
DIRECTIVE_LINES = 12
SECONDS = 60
TRIES = 3


@dataclasses.dataclass
class Program:
    path: str  # relative to the project's root
    digest: str
    stdin: bytes = b""
    arguments: tuple = ()
    exit_code: int | None = None
    compare_stderr: bool = False


def read_program(file):
    data = file.read_bytes()
    digest = hashlib.sha256(data)
    for helper in sorted([*file.parent.glob("_*.py"), *file.parent.glob("_*/**/*.py")]):
        digest.update(helper.read_bytes())
    program = Program(str(file.relative_to(ROOT)), digest.hexdigest())
    for line in data.splitlines()[:DIRECTIVE_LINES]:
        if match := DIRECTIVE.fullmatch(line):
            apply_directive(program, match[1].decode(), match[2].decode())
    return program


def apply_directive(program, kind, text):
    if kind == "stdin":
        program.stdin += text.encode().decode("unicode_escape").encode("latin-1")
    elif kind == "args":
        program.arguments = tuple(shlex.split(text))
    elif kind == "exit":
        program.exit_code = int(text)
    elif kind == "stderr":
        program.compare_stderr = text.strip() == "compare"


def ask_oracle(context, program, again=False):
    """CPython's output, kept under build/oracle since it only changes with the program; `again`:
    asked anew."""
    key = hashlib.sha256(f"{context.python} {program.path} {program.digest}".encode()).hexdigest()
    kept = ROOT / "build" / "oracle" / f"{key}.json"
    if kept.exists() and not again:
        stored = json.loads(kept.read_text())
        return Output(stored["stdout"].encode("latin-1"), stored["stderr"].encode("latin-1"), stored["exit"])
    output = run_program(context, program, [context.python, program.path])
    if program.exit_code is not None and output.exit_code != program.exit_code:
        raise Failure(f"CPython: {describe_exit(output.exit_code)}, not {program.exit_code}\n{tail(output.stderr)}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    stored = {"stdout": output.stdout.decode("latin-1"), "stderr": output.stderr.decode("latin-1")}
    kept.write_text(json.dumps(stored | {"exit": output.exit_code}))
    return output


def run_program(context, program, command):
    return run(context, [*command, *program.arguments], program.stdin, timeout=SECONDS)


def normalise_stderr(data):
    """Takes away what may differ: addresses, the project's own folder (CPython makes the path of a
    program absolute), and traceback frames of CPython's library."""
    data = data.replace(f"{ROOT}/".encode(), b"")
    lines, own = [], True
    for line in re.sub(rb"0x[0-9a-f]+", b"0xADDRESS", data).splitlines():
        if line.startswith(b"  File "):
            own = b'File "/' not in line and b'File "<' not in line
        elif not line.startswith(b"    "):
            own = True
        if own:
            lines.append(line)
    return b"\n".join(lines) + b"\n"


def compare(program, expected, actual):
    if expected.stdout != actual.stdout:
        raise Failure(difference(expected.stdout, actual.stdout, "CPython", "asyncc") + "\n" + tail(actual.stderr))
    if expected.exit_code != actual.exit_code:
        raise Failure(
            f"{describe_exit(actual.exit_code)}; CPython: {describe_exit(expected.exit_code)}\n{tail(actual.stderr)}"
        )
    if program.compare_stderr:
        wanted, got = normalise_stderr(expected.stderr), normalise_stderr(actual.stderr)
        if wanted != got:
            raise Failure(difference(wanted, got, "CPython's stderr", "asyncc's stderr"))


def compare_runs(context, program, command):
    """Programs sleep for hundredths of a second; on a machine that is busy elsewhere either side can
    oversleep. So a difference counts when it is there three times, CPython being asked anew."""
    for attempt in range(TRIES):
        expected = ask_oracle(context, program, again=attempt > 0)
        try:
            compare(program, expected, run_program(context, program, command))
            return
        except Failure:
            if attempt == TRIES - 1:
                raise


def check_run(context, program):
    compare_runs(context, program, [context.asyncc, "run", program.path])


def check_build(context, program):
    """Unoptimised, which compiles in a third of the time; samples are built as users do, but not under
    the sanitizers, where optimising takes minutes."""
    binary = context.scratch / program.path.replace("/", "-").removesuffix(".py")
    as_users_do = program.path.startswith("samples/") and not context.sanitized
    level = [] if as_users_do else ["-O0"]
    built = run(context, [context.asyncc, "build", *level, program.path, "-o", binary], timeout=120)
    if built.exit_code:
        raise Failure(f"build: {describe_exit(built.exit_code)}\n{tail(built.stderr)}")
    try:
        compare_runs(context, program, [binary])
    finally:
        binary.unlink(missing_ok=True)


def cases(context):
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("[!_]*.py")):
            if any(part.startswith("_") for part in file.relative_to(ROOT).parts):
                continue
            program = read_program(file)
            yield Case(f"{program.path} (run)", lambda p=program: check_run(context, p), True)
            yield Case(f"{program.path} (build)", lambda p=program: check_build(context, p), True)
