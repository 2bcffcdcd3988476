"""Diagnostics: each program under tests/errors/ says itself what `asyncc check` must report.

    x = (1 +            # error: '(' was never closed
    await f()           # error@1: 'await' outside function
    # error@7:3: MESSAGE      where line 7 has no room for a comment

The comment stands on the line of the report; MESSAGE is a part of the reported one; @COLUMN is
checked where given. `warning` works alike. A missing report and an unexpected one both fail.
"""
import re

from .case import ROOT, Case, Failure, describe_exit, run, shorten, tail, text_of

EXPECTATION = re.compile(r"# (error|warning)(?:@(?:(\d+):)?(\d+))?: (.*?)\s*(?=# (?:error|warning)[@:]|$)")
REPORT = re.compile(r".*?:(\d+):(\d+): (error|warning): (.*)")


def expectations(file):
    """(line, column or None, severity, part of the message) for each one in the file."""
    found = []
    text = file.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        for severity, elsewhere, column, message in EXPECTATION.findall(line):
            found.append((int(elsewhere or number), int(column) if column else None, severity, message))
    return found


def reports(stderr):
    found = []
    for line in text_of(stderr).splitlines():
        if match := REPORT.fullmatch(line):
            found.append((int(match[1]), int(match[2]), match[3], match[4]))
    return found


def fits(expected, report):
    line, column, severity, message = expected
    return report[0] == line and column in (None, report[1]) and report[2] == severity and message in report[3]


def match_up(expected, reported):
    """What is left on either side when each expectation has taken the first report it fits."""
    missing, unexpected = [], list(reported)
    for one in expected:
        taken = next((report for report in unexpected if fits(one, report)), None)
        if taken:
            unexpected.remove(taken)
        else:
            missing.append(one)
    return missing, unexpected


def describe(kind, item):
    line, column, severity, message = item
    return f"{kind}: {line}:{'*' if column is None else column}: {severity}: {message}"


def check_file(context, file):
    expected = expectations(file)
    output = run(context, [context.asyncc, "check", file.relative_to(ROOT)])
    missing, unexpected = match_up(expected, reports(output.stderr))
    problems = [describe("missing", item) for item in missing]
    problems += [describe("unexpected", item) for item in unexpected]
    wanted = 2 if any(item[2] == "error" for item in expected) else 0
    if output.exit_code != wanted:
        problems.append(f"{describe_exit(output.exit_code)}, not {wanted}\n{tail(output.stderr)}")
    if problems:
        raise Failure("\n".join(shorten(problems)))


def cases(context):
    for file in sorted((ROOT / "tests/errors").rglob("*.py")):
        yield Case(str(file.relative_to(ROOT)), lambda file=file: check_file(context, file))
