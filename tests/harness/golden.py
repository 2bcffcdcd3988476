"""Goldens: what a phase prints for a small program, stored next to it and compared.

The folder below tests/golden/ names the phase. `make update` rewrites the stored texts; the
version control's diff then shows what a change does to the compiler's output. The emitted C must
also compile without a warning.
"""
import shutil

from .case import ROOT, Case, Failure, describe_exit, difference, run, tail

FOLDER = ROOT / "tests/golden"

# folder: the command that prints, and what the stored text's name ends in
PHASES = {
    "tokens": (["check", "--dump=tokens"], ".txt"),
    "ast": (["check", "--dump=ast"], ".txt"),
    "types": (["check", "--dump=types"], ".txt"),
    "ir": (["check", "--dump=ir"], ".txt"),
    "emit": (["emit"], ".c"),
}
C_COMPILERS = ("gcc", "clang")
C_FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]


def print_phase(context, command, file):
    output = run(context, [context.asyncc, *command, file.relative_to(ROOT)])
    if output.exit_code:
        raise Failure(f"{describe_exit(output.exit_code)}\n{tail(output.stderr)}")
    return output.stdout


def check_golden(context, command, file, stored):
    actual = print_phase(context, command, file)
    if not stored.exists():
        raise Failure(f"{stored.relative_to(ROOT)} is missing; `make update` writes it")
    expected = stored.read_bytes()
    if actual != expected:
        raise Failure(difference(expected, actual, "stored", "now"))


def check_warnings(context, compiler, file):
    text = print_phase(context, PHASES["emit"][0], file)
    output = run(context, [compiler, *C_FLAGS, f"-I{context.build}/include", "-xc", "-"], text)
    if output.exit_code:
        raise Failure(tail(output.stderr))


def goldens():
    for phase, (command, suffix) in PHASES.items():
        for file in sorted((FOLDER / phase).rglob("*.py")):
            yield phase, command, file, file.with_suffix(suffix)


def cases(context):
    for phase, command, file, stored in goldens():
        name = str(file.relative_to(ROOT))
        yield Case(name, lambda c=command, f=file, s=stored: check_golden(context, c, f, s))
        if phase == "emit":
            for compiler in filter(shutil.which, C_COMPILERS):
                yield Case(f"{name} ({compiler})", lambda c=compiler, f=file: check_warnings(context, c, f))


def update(context, words):
    for _, command, file, stored in goldens():
        if words and not any(word in str(file) for word in words):
            continue
        try:
            text = print_phase(context, command, file)
        except Failure as failure:
            print(f"{file.relative_to(ROOT)}: not updated: {failure}")
            continue
        if not stored.exists() or stored.read_bytes() != text:
            stored.write_bytes(text)
            print(f"{stored.relative_to(ROOT)}: rewritten")
