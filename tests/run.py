#!/usr/bin/env python3
"""Runs the tests of asyncc and prints `N passed, N failed` as its last line.

    tests/run.py [--build DIR] [--jobs N] [--list] [--update] [WORD...]

With WORDs, only the tests whose name contains one of them. Each suite of tests/harness/ turns
what it finds in its folder into named cases; this file picks, runs and counts them.
"""
import argparse
import concurrent.futures
import os
import signal
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import commands, errors, golden, hostile, install, network, programs, readme, reference, units  # noqa: E402
from harness.case import Context, run_case  # noqa: E402

SUITES = (units, commands, errors, hostile, golden, programs, readme, reference, install, network)
PROGRESS_EVERY = 100
MOST_DOUBTS = 20


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", help="the build directory (default: build)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--python", help="the CPython 3.11 to compare with")
    parser.add_argument("--list", action="store_true", help="print the names of the tests")
    parser.add_argument("--update", action="store_true", help="rewrite goldens and docs/library.md")
    parser.add_argument("words", nargs="*", metavar="WORD")
    return parser.parse_args()


def collect(context, words):
    cases = [case for suite in SUITES for case in suite.cases(context)]
    return [case for case in cases if not words or any(word in case.name for word in words)]


def report(result):
    print(f"FAILED {result.name}\n{result.message}", flush=True)


def run_all(cases, jobs):
    """Runs the cases in parallel, prints failures as they come, and now and then how far it is."""
    results, doubtful = [], []
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        pending = {pool.submit(run_case, case): case for case in cases}
        for done, future in enumerate(concurrent.futures.as_completed(pending), 1):
            case, result = pending[future], future.result()
            if result.failed and case.keeps_time:
                doubtful.append((case, result))
            else:
                results.append(result)
                if result.failed:
                    report(result)
            if done % PROGRESS_EVERY == 0:
                print(f"{done} of {len(cases)} done", flush=True)
    results += [run_alone(case, result, len(doubtful)) for case, result in doubtful]
    return sum(result.passed for result in results), sum(result.failed for result in results)


def run_alone(case, result, count):
    """Once more for a program that failed beside others: on a busy machine a sleep of 10 ms may end
    after one of 20 ms. When many fail it is not for want of time."""
    if count <= MOST_DOUBTS:
        result = run_case(case)
    if result.failed:
        report(result)
    else:
        print(f"passed when run alone: {case.name}", flush=True)
    return result


def main():
    # A shell starts what it puts into the background with SIGINT ignored, and programs inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    arguments = parse_arguments()
    context = Context(arguments.build, arguments.python)
    if arguments.update:
        golden.update(context, arguments.words)
        if not arguments.words:
            reference.update(context)
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
