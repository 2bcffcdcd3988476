"""Documents: every ```console block of README.md and docs/ is run, and prints what it shows.

A line `$ COMMAND` is run by sh where the project's folders are at hand and `asyncc` is on the
PATH; the lines up to the next `$` are its output, stdout and stderr together. `...` in a shown
line stands for any text, a line that is only `...` for any lines. A ```python block whose first
line is a comment `# NAME.py` is there as that file.
"""
import os
import re
import tempfile
from pathlib import Path

from .case import ROOT, Case, Failure, difference, run, text_of

BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
PROGRAM = re.compile(r"^```python\n(# (\w+\.py)\n.*?)^```", re.M | re.S)
FOLDERS = ("samples", "tests", "docs", "bench")


def commands(block):
    """(command, shown output) for each `$` line of a block."""
    found = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append([line[2:].rstrip("\n"), ""])
        elif found:
            found[-1][1] += line
    return found


def pattern_of(shown):
    lines = shown.splitlines(keepends=True)
    return "".join(
        "(?:.*\n)*?" if line == "...\n" else ".*?".join(map(re.escape, line.split("...")))
        for line in lines
    )


def check_block(context, document, block):
    with tempfile.TemporaryDirectory() as folder:
        for name in FOLDERS:
            if (ROOT / name).exists():
                os.symlink(ROOT / name, Path(folder, name))
        os.symlink(context.build, Path(folder, "build"))
        for text, name in PROGRAM.findall(document):
            Path(folder, name).write_text(text)
        path = f"{context.build}:{os.environ['PATH']}"
        for command, shown in commands(block):
            output = run(context, ["sh", "-c", f"exec 2>&1; {command}"], cwd=folder, PATH=path)
            if not re.fullmatch(pattern_of(shown), text_of(output.stdout)):
                raise Failure(f"$ {command}\n" + difference(shown.encode(), output.stdout, "shown", "actual"))


def cases(context):
    for file in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        if not file.exists():
            continue
        text = file.read_text()
        for match in BLOCK.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            name = f"{file.relative_to(ROOT)}:{line}"
            yield Case(name, lambda d=text, b=match[1]: check_block(context, d, b))
