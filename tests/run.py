#!/usr/bin/env python3
"""Runs the tests of asyncc and prints `N passed, N failed` as its last line.

    tests/run.py [--build DIR] [--jobs N] [--list] [--update golden] [WORD...]

With WORDs, only the tests whose name contains one of them. Each suite of tests/harness/ turns
what it finds in its folder into named cases; this file picks, runs and counts them.
"""
import argparse
import concurrent.futures
import os
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import commands, errors, golden, hostile, install, programs, readme, units  # noqa: E402
from harness.case import Context, run_case  # noqa: E402

SUITES = (units, commands, errors, hostile, golden, programs, readme, install)
PROGRESS_EVERY = 100


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", help="the build directory (default: build)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--python", help="the CPython 3.11 to compare with")
    parser.add_argument("--list", action="store_true", help="print the names of the tests")
    parser.add_argument("--update", choices=["golden"], help="rewrite stored results")
    parser.add_argument("words", nargs="*", metavar="WORD")
    return parser.parse_args()


def collect(context, words):
    cases = [case for suite in SUITES for case in suite.cases(context)]
    return [case for case in cases if not words or any(word in case.name for word in words)]


def run_all(cases, jobs):
    """Runs the cases in parallel; prints each failure as it comes, and now and then how far we are."""
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        pending = [pool.submit(run_case, case) for case in cases]
        for done, future in enumerate(concurrent.futures.as_completed(pending), 1):
            result = future.result()
            passed += result.passed
            failed += result.failed
            if result.failed:
                print(f"FAILED {result.name}\n{result.message}", flush=True)
            if done % PROGRESS_EVERY == 0:
                print(f"{done} of {len(cases)} done, {failed} failed", flush=True)
    return passed, failed


def main():
    arguments = parse_arguments()
    context = Context(arguments.build, arguments.python)
    if arguments.update:
        golden.update(context, arguments.words)
        return 0
    cases = collect(context, arguments.words)
    if arguments.list:
        print("\n".join(case.name for case in cases))
        return 0
    start = time.monotonic()
    passed, failed = run_all(cases, arguments.jobs)
    print(f"in {time.monotonic() - start:.1f} s", flush=True)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
