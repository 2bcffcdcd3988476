#!/usr/bin/env python3
"""Checks the rules of the house that a compiler does not: `make lint`.

    tools/lint.py [--build DIR] [--no-cppcheck]

Layers: a folder may include its own headers and those of the layers before it. Files have a head
comment, at most 1,000 lines, of at most 100 columns. cppcheck finds nothing.
"""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 1000
MAX_COLUMNS = 100

# From the bottom up; "" are the files of compiler/ itself, the driver and the command line.
LAYERS = {
    "compiler": ["base", "syntax", "sema", "ir", "emit", "back", ""],
    "runtime": ["mem", "value", "exc", "sched", "aio", "io", "lib"],
}

# Interfaces that lower layers may include all the same: (layer, header): the reason.
UPWARD = {
    ("mem", "value/object.h"): "the head of every object is what memory is about",
    ("mem", "value/type.h"): "the slots of a type say how its objects are traversed and freed",
    ("value", "exc/exception.h"): "any operation on a value may raise",
}

SUFFIXES = (".c", ".h", ".def", ".re", ".y", ".py", ".sh")
INCLUDE = re.compile(r'^\s*#\s*include\s+"(?:(\w+)/)?([\w.]+)"')


def tracked_files():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def layer_of(file):
    """("compiler", "ir") for compiler/ir/x.c; None for files that are in no layer."""
    parts = file.relative_to(ROOT).parts
    if parts[0] not in LAYERS:
        return None
    layer = parts[1] if len(parts) > 2 else ""
    return (parts[0], layer) if layer in LAYERS[parts[0]] else None


def check_layers(file, lines):
    side, layer = layer_of(file) or (None, None)
    if side is None:
        return
    order = LAYERS[side]
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match or match[2].endswith(".def"):
            continue
        folder, header = match[1] or "", match[2]
        name = f"{folder}/{header}" if folder else header
        known = folder in order and (ROOT / side / folder / header).exists()
        if known and order.index(folder) > order.index(layer) and (layer, name) not in UPWARD:
            yield number, f"{layer}/ must not know of {name}"


def check_shape(file, lines):
    if len(lines) > MAX_LINES:
        yield 1, f"{len(lines)} lines; {MAX_LINES} at most"
    if file.suffix in (".c", ".h", ".def") and not (lines and lines[0].startswith("/*")):
        yield 1, "no head comment"
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_COLUMNS and file.suffix in (".c", ".h"):
            yield number, f"{len(line)} columns; {MAX_COLUMNS} at most"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"


def check_files():
    problems = 0
    for file in tracked_files():
        relative = file.relative_to(ROOT)
        if file.suffix not in SUFFIXES or relative.parts[0] in ("samples", "tests", "bench"):
            continue
        lines = file.read_text().splitlines()
        for check in (check_layers, check_shape):
            for number, message in check(file, lines):
                print(f"{relative}:{number}: {message}")
                problems += 1
    return problems


def run_cppcheck(build):
    """cppcheck over the compiler and the runtime; it keeps its results, so that it is quick again."""
    kept = build / "cppcheck"
    kept.mkdir(parents=True, exist_ok=True)
    command = [
        "cppcheck", "--quiet", "--std=c11", "--language=c", f"-j{os.cpu_count() or 2}",
        "--enable=warning,performance,portability", "--inline-suppr", "--error-exitcode=1",
        f"--suppressions-list={ROOT}/tools/cppcheck-suppressions", f"--cppcheck-build-dir={kept}",
        "-D_GNU_SOURCE", "-D__GNUC__", "-Icompiler", "-Iruntime", f"-I{build}/gen", "compiler", "runtime",
    ]
    return subprocess.run(command, cwd=ROOT).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", type=Path)
    parser.add_argument("--no-cppcheck", action="store_true")
    arguments = parser.parse_args()
    problems = check_files()
    if not arguments.no_cppcheck:
        problems += run_cppcheck(arguments.build.resolve())
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
