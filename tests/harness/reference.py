"""docs/library.md: which modules and names of CPython's library are in, as the compiler itself says.

Every public name of every module is imported in one program that `asyncc check` reads: what it
refuses is not there. `make update` writes the document anew. The test fails when a name that the
document promises is refused, or one that it denies is there; names that only another minor version
of CPython has do not count.
"""
import json
import re
import tempfile
from pathlib import Path

from .case import ROOT, Case, Failure, run, tail

DOCUMENT = ROOT / "docs/library.md"
ROW = re.compile(r"^\| `([\w.]+)` \| (.*) \|$", re.M)
REFUSED = re.compile(r"^Refused as a whole: (.*)\.$", re.M)
ERROR = re.compile(r"^names\.py:(\d+):\d+: error: ", re.M)

HEAD = """# The library

Which functions, classes and values of CPython 3.11's library a program can use. What is not there is refused
when the program is compiled, with its place. This page is written from what the compiler accepts (`make
update`), and the tests check it.

| module | not there |
| --- | --- |
"""

# Runs in CPython: the public modules, or what modules define.
MODULES = """
import json, pkgutil, sys
names = {n for n in sys.stdlib_module_names if not n.startswith('_')} - {'antigravity', 'this', 'idlelib', 'test'}
names |= {'os.path'}
for package in ('asyncio', 'collections', 'concurrent', 'importlib', 'json', 'logging', 'unittest', 'urllib', 'http', 'email', 'xml'):
    module = __import__(package)
    for found in pkgutil.iter_modules(module.__path__, package + '.'):
        last = found.name.rpartition('.')[2]
        if not last.startswith('_'):
            names.add(found.name)
print(json.dumps(sorted(names)))
"""
NAMES = """
import importlib, json, keyword, sys, types
def is_own(module, value):
    home = getattr(value, '__module__', None)
    return home in (None, module.__name__, '_' + module.__name__) and not isinstance(value, (types.ModuleType, int, bytes, str, tuple))
def public(module):
    names = getattr(module, '__all__', None)
    found = names or [n for n, v in vars(module).items() if not n.startswith('_') and is_own(module, v)]
    return [n for n in sorted(set(found)) if not keyword.iskeyword(n)]
print(json.dumps({n: public(importlib.import_module(n)) for n in json.load(sys.stdin)}))
"""


def ask(context, script, data=None):
    output = run(context, [context.python, "-W", "ignore", "-c", script], json.dumps(data).encode())
    if output.exit_code:
        raise Failure(tail(output.stderr))
    return json.loads(output.stdout)


def refused_lines(context, lines):
    """Which of these lines, one import each, the compiler refuses."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "names.py").write_text("\n".join(lines) + "\n")
        output = run(context, [context.asyncc, "check", "names.py"], cwd=folder)
    return {lines[int(number) - 1] for number in ERROR.findall(output.stderr.decode())}


def find(context):
    """The modules refused as a whole, and for each other one the names it lacks."""
    modules = ask(context, MODULES)
    refused = refused_lines(context, [f"import {module}" for module in modules])
    present = [module for module in modules if f"import {module}" not in refused]
    names = ask(context, NAMES, present)
    imports = [f"from {module} import {name}" for module in present for name in names[module]]
    absent = refused_lines(context, imports)
    missing = {m: [n for n in names[m] if f"from {m} import {n}" in absent] for m in present}
    return [module for module in modules if module not in present], missing, names


def stored():
    text = DOCUMENT.read_text()
    split = {module: re.findall(r"`(\w+)`", names) for module, names in ROW.findall(text)}
    return re.findall(r"`([\w.]+)`", REFUSED.search(text)[1]), split


def check(context):
    refused, missing, names = find(context)
    refused_there, missing_there = stored()
    wrong = [f"{m}: refused as a whole" for m in refused if m in missing_there]
    wrong += [f"{m}: there after all" for m in refused_there if m in missing]
    for module in missing:
        told = missing_there.get(module)
        if told is None and module not in refused_there:
            continue
        wrong += [f"{module}.{n}: not there" for n in missing[module] if n not in (told or ())]
        wrong += [f"{module}.{n}: there after all" for n in told or () if n in names[module] and n not in missing[module]]
    if wrong:
        raise Failure("docs/library.md is out of date; `make update` writes it\n" + "\n".join(wrong))


def cases(context):
    yield Case("reference/library", lambda: check(context))


def update(context):
    refused, missing, _ = find(context)
    rows = [f"| `{module}` | {', '.join(f'`{n}`' for n in names) or '-'} |" for module, names in missing.items()]
    rest = f"\nRefused as a whole: {', '.join(f'`{module}`' for module in refused)}.\n"
    text = HEAD + "\n".join(rows) + "\n" + rest
    if not DOCUMENT.exists() or DOCUMENT.read_text() != text:
        DOCUMENT.write_text(text)
        print(f"{DOCUMENT.relative_to(ROOT)}: rewritten")
