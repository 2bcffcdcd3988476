"""A job runner, as somebody would write it."""
# exit: 2
import argparse
import asyncio
import json
import logging
import logging.handlers
import os
import random
import shlex
import statistics
import sys
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any, Awaitable, Callable, Optional
from urllib.parse import urlencode, urlparse, parse_qs

logger = logging.getLogger("jobs")


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    command: list[str] = field(compare=False, default_factory=list)
    retries: int = field(compare=False, default=0)


def timed(func: Callable[..., Awaitable[Any]]):
    @wraps(func)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            logger.debug("%s took %s", func.__name__, "some time" if time.perf_counter() - start >= 0 else "?")
    return wrapper


class Runner:
    def __init__(self, workers: int, rng: random.Random):
        self.queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self.workers = workers
        self.rng = rng
        self.stats: Counter[str] = Counter()
        self.durations: deque[float] = deque(maxlen=100)
        self.log = logging.LoggerAdapter(logger, {"component": "runner"})

    @timed
    async def execute(self, job: Job) -> Optional[str]:
        delay = self.rng.uniform(0.0, 0.002)
        await asyncio.sleep(0)  # for `delay`, but real time would let the workers race
        self.durations.append(round(delay, 6))
        if self.rng.random() < 0.25:
            raise RuntimeError(f"{job.name} exploded")
        return " ".join(shlex.quote(c) for c in job.command)

    async def worker(self, n: int):
        while True:
            job = await self.queue.get()
            try:
                result = await self.execute(job)
                self.stats["ok"] += 1
                self.log.info("[w%d] %s -> %s", n, job.name, result)
            except RuntimeError as exc:
                self.stats["failed"] += 1
                if job.retries < 2:
                    job.retries += 1
                    self.log.warning("retrying %s (%d): %s", job.name, job.retries, exc)
                    await self.queue.put(job)
                else:
                    self.log.error("giving up on %s", job.name, exc_info=False)
            finally:
                self.queue.task_done()

    async def run(self, jobs):
        for j in jobs:
            self.queue.put_nowait(j)
        tasks = [asyncio.create_task(self.worker(i), name=f"worker-{i}") for i in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def parse_args(argv=None):
    p = argparse.ArgumentParser(prog="jobs", description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("urls", nargs="*", default=["http://x.y/?a=1"], help="where from")
    p.add_argument("-w", "--workers", type=int, default=1, help="number of workers")
    p.add_argument("--seed", type=int, default=7, help="seed")
    p.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING"], help="level")
    g = p.add_mutually_exclusive_group()
    g.add_argument("--json", action="store_true", help="print JSON")
    g.add_argument("--plain", action="store_true", help="print text")
    return p.parse_args(argv)


def setup_logging(level: str, path: Path):
    root = logging.getLogger()
    root.setLevel(getattr(logging, level))
    fmt = logging.Formatter("%(levelname).1s %(name)s %(module)s.%(funcName)s: %(message)s [%(component)s]", defaults={"component": "-"})
    console = logging.StreamHandler(sys.stdout)
    console.setFormatter(fmt)
    fileh = logging.handlers.RotatingFileHandler(path, maxBytes=4000, backupCount=1, encoding="utf-8")
    fileh.setFormatter(logging.Formatter("%(relativeCreated)d %(message)s"))
    root.handlers[:] = [console, fileh]


async def amain(args) -> int:
    rng = random.Random(args.seed)
    runner = Runner(args.workers, rng)
    jobs = []
    for i, url in enumerate(args.urls * 6):
        q = parse_qs(urlparse(url).query)
        jobs.append(Job(rng.randrange(10), f"job{i}", ["fetch", url, urlencode(q, doseq=True), "it's"]))
    await runner.run(jobs)
    summary = {"stats": dict(runner.stats), "n": len(runner.durations), "mean": round(statistics.fmean(runner.durations), 9), "p": statistics.quantiles(runner.durations, n=4)[1] > 0, "td": str(timedelta(seconds=90))}
    if args.json:
        print(json.dumps(summary, indent=2, sort_keys=True))
    else:
        for k, v in sorted(summary.items()):
            print(f"{k:>8}: {v}")
    return 0 if runner.stats["failed"] < 10 else 1


def main(argv=None) -> int:
    args = parse_args(argv)
    path = Path("/tmp") / f"jobs-{os.getpid()}.log"
    setup_logging(args.log_level, path)
    try:
        return asyncio.run(amain(args))
    finally:
        logging.shutdown()
        print(len(path.read_text().splitlines()) > 3)
        path.unlink()


if __name__ == "__main__":
    main(["--log-level", "DEBUG"])
    main(["-w2", "--json", "--seed", "3", "http://h/?q=a+b&z=%20"])
    sys.exit(main(["--bogus"]))
