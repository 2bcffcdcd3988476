#!/usr/bin/env python3
"""Random programs, run by CPython and by asyncc: both must print the same and exit alike.

    tests/fuzz/fuzz.py order -n 1000        random programs of tasks, in virtual time
    tests/fuzz/fuzz.py order --seed 17      only this one, printed with both answers

A program that fails is made smaller and kept below BUILD/fuzz/; the exit code is then 1.
"""
import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.fuzz import oracle, order, shrink

WRITERS = {"order": order}
SECONDS = 20
FILTERED = (oracle.STUCK, -14)  # CPython does not get to the end of it either


def run_asyncc(asyncc, file):
    """asyncc's Output; exit code None: it did not end."""
    modes = {"ASYNCC_VIRTUAL_TIME": "1", "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            [asyncc, "run", file], env=os.environ | modes, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        return oracle.Output(late.stdout or b"", late.stderr or b"", None)
    return oracle.Output(done.stdout, done.stderr, done.returncode)


def run_both(asyncc, text):
    """CPython's Output and, where CPython has an answer, asyncc's, for a program in the same file."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        expected = oracle.ask(text, file.name)
        return expected, None if expected.exit_code in FILTERED else run_asyncc(asyncc, file.name)


def first_difference(expected, actual):
    """The first line that differs, by its number and both texts; None where there is none."""
    wanted, got = expected.splitlines(), actual.splitlines()
    for number in range(max(len(wanted), len(got))):
        pair = [lines[number].decode("utf-8", "replace") if number < len(lines) else None for lines in (wanted, got)]
        if pair[0] != pair[1]:
            return number + 1, *pair
    return None


def failure_of(asyncc, text):
    """How the two differ, as a text; None where they agree or where CPython has no answer."""
    expected, actual = run_both(asyncc, text)
    if not actual:
        return None
    where = first_difference(expected.stdout, actual.stdout)
    if where:
        return "line %d\n  CPython: %s\n  asyncc:  %s" % where
    if expected.exit_code != actual.exit_code:
        last = actual.stderr.decode("utf-8", "replace").splitlines()[-3:]
        return f"exit code\n  CPython: {expected.exit_code}\n  asyncc:  {actual.exit_code}, " + "\n    ".join(last)
    return None


def kind_of(failure):
    """Failures of one kind may be exchanged for each other while a program shrinks."""
    head = failure.split("\n")[0].split()[0]
    return head, "refused" if "asyncc:  2," in failure else ""


def work(job):
    asyncc, name, seed, shrinks = job
    text = WRITERS[name].program(seed)
    failure = failure_of(asyncc, text)
    if failure and shrinks:
        kind = kind_of(failure)

        def fails(candidate):
            found = failure_of(asyncc, candidate)
            return found is not None and kind_of(found) == kind

        text = shrink.shrink(text, WRITERS[name].PROLOGUE, fails)
        failure = failure_of(asyncc, text) or failure
    return seed, text, failure


def show(asyncc, text):
    for name, output in zip(("CPython", "asyncc"), run_both(asyncc, text)):
        if not output:
            continue
        print(f"---- {name}: exit code {output.exit_code}")
        print(output.stdout.decode("utf-8", "replace"), output.stderr.decode("utf-8", "replace"), sep="")


def run_many(arguments, asyncc, folder):
    folder.mkdir(parents=True, exist_ok=True)
    start, failures = time.monotonic(), 0
    jobs = [(asyncc, arguments.writer, seed, not arguments.keep_whole)
            for seed in range(arguments.first, arguments.first + arguments.count)]
    with multiprocessing.Pool(arguments.jobs) as pool:
        for seed, text, failure in pool.imap_unordered(work, jobs):
            if not failure:
                continue
            failures += 1
            file = folder / f"{arguments.writer}-{seed}.py"
            file.write_text(text, encoding="utf-8")
            print(f"{file}: {failure}", flush=True)
            if failures >= arguments.most:
                pool.terminate()
                break
    print(f"{len(jobs)} programs from seed {arguments.first} in {time.monotonic() - start:.0f} s: {failures} failed")
    return failures > 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("writer", choices=WRITERS)
    parser.add_argument("--build", default="build", help="the folder that asyncc was built in")
    parser.add_argument("-n", "--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--seed", type=int, help="print this program and what becomes of it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--most", type=int, default=10, help="stop after so many failures")
    parser.add_argument("--keep-whole", action="store_true", help="do not shrink")
    arguments = parser.parse_args()
    asyncc = str((ROOT / arguments.build / "asyncc").resolve())
    if arguments.seed is not None:
        text = WRITERS[arguments.writer].program(arguments.seed)
        print(text)
        show(asyncc, text)
        return 0
    return run_many(arguments, asyncc, ROOT / arguments.build / "fuzz")


if __name__ == "__main__":
    sys.exit(main())
