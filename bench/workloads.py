"""The tables of the benchmark: what is measured, and who takes part."""
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Workload:
    """A program bench/<name>.py, which the peers have under the same name."""

    name: str
    label: str
    full: list  # arguments
    idle: list  # for next to no work: what starting up costs
    count: int  # of operations in full
    unit: str  # what an operation is
    limit: str = "limits"  # the C by hand

    def share(self, part):
        """The arguments for a part of the work."""
        return self.full[:-1] + [str(max(int(self.full[-1]) // part, 1))]


SCHEDULER = [
    Workload("await_flat", "await, flat", ["10000000"], ["1"], 10_000_000, "await"),
    Workload("await_deep", "await, 500 deep", ["10000"], ["1"], 5_000_000, "await"),
    Workload("switch", "switch, 2 tasks", ["2", "4000000"], ["2", "2"], 4_000_000, "switch"),
    Workload("switch", "switch, 1,000 tasks", ["1000", "4000000"], ["1000", "1000"], 4_000_000, "switch"),
    Workload("spawn", "spawn, switch, join", ["1000000"], ["0"], 1_000_000, "task"),
    Workload("queue_items", "queue, 1 to 1", ["1", "1000000"], ["1", "1"], 1_000_000, "item"),
    Workload("queue_items", "queue, 10 to 10", ["10", "1000000"], ["10", "10"], 1_000_000, "item"),
]
COMPUTING = [
    Workload("loops", "integer loops", ["20000000"], ["1"], 40_000_000, "turn"),
    Workload("sieve", "sieve", ["4000000"], ["10"], 4_000_000, "number", "limits_cpu"),
    Workload("nbody", "n-body", ["200000"], ["1"], 200_000, "step", "limits_cpu"),
    Workload("dict_count", "dict counting", ["200"], ["1"], 200, "round", "limits_cpu"),
    Workload("strings", "string building", ["2000000"], ["1"], 2_000_000, "piece", "limits_cpu"),
    Workload("methods", "method calls", ["5000000"], ["1"], 5_000_000, "call", "limits_cpu"),
    Workload("sort_list", "list sorting", ["300000"], ["10"], 300_000, "item", "limits_cpu"),
]
SLEEPERS = Workload("sleepers", "asleep at once", ["1000000"], ["1"], 1_000_000, "task")


@dataclass
class Runner:
    """Somebody who runs the workloads. `part`: gets 1/part of the work, being slow."""

    name: str
    needs: tuple  # commands; all must be there
    prepare: object  # (workload, out) -> the command without arguments, or None
    part: int = 1
    only: tuple = ()  # names of workloads; empty = those of the scheduler


def sh(*command, **options):
    return subprocess.run(command, check=True, **options)


def once(path, make):
    """Makes a file that is older than nothing: once for each run of the benchmark."""
    if path not in _made:
        make()
        _made.add(path)
    return path


_made = set()


def by_hand(workload, out):
    path = f"{out}/{workload.limit}"
    once(path, lambda: sh("cc", "-O2", "-o", path, f"{HERE}/{workload.limit}.c", "-lm"))
    return [path, workload.name]


def built(asyncc):
    def prepare(workload, out):
        path = f"{out}/{workload.name}"
        once(path, lambda: sh(asyncc, "build", f"{HERE}/{workload.name}.py", "-o", path))
        return [path]

    return prepare


def script(*command):
    return lambda workload, out: [*command, f"{HERE}/{workload.name}.py"]


def go(workload, out):
    path, source = f"{out}/peer_go", f"{HERE}/peers/go/bench.go"
    return [once(path, lambda: sh("go", "build", "-o", path, source)), workload.name]


def node(workload, out):
    return ["node", f"{HERE}/peers/node/bench.js", workload.name]


def rust(workload, out):
    folder, target = f"{HERE}/peers/rust", os.path.abspath(f"{out}/peer_rust")
    path = f"{target}/release/bench"
    cargo = ["cargo", "build", "--release", "--offline", "-q", "--config", "config.toml"]
    once(path, lambda: sh(*cargo, "--target-dir", target, cwd=folder))
    return [path, workload.name]


def cpp(workload, out):
    path, source = f"{out}/peer_cpp", f"{HERE}/peers/cpp/bench.cpp"
    return [once(path, lambda: sh("g++", "-std=c++20", "-O2", "-o", path, source)), workload.name]


def nim(workload, out):
    path, source = f"{out}/peer_nim", f"{HERE}/peers/nim/bench.nim"
    options = ["-d:release", "--hints:off", f"--nimcache:{out}/nimcache", f"-o:{path}"]
    return [once(path, lambda: sh("nim", "c", *options, source, stderr=subprocess.DEVNULL)), workload.name]


def libuv(workload, out):
    path, source = f"{out}/peer_libuv", f"{HERE}/peers/libuv/bench.c"
    return [once(path, lambda: sh("cc", "-O2", "-o", path, source, "-luv")), workload.name]


def runners(asyncc):
    """Everybody, the C by hand and asyncc first."""
    both = tuple(w.name for w in SCHEDULER + COMPUTING + [SLEEPERS])
    computing = ("loops",)
    scheduler = tuple(w.name for w in SCHEDULER + [SLEEPERS])
    uvloop = f"{HERE}/peers/uvloop_run.py"
    return [
        Runner("C by hand", ("cc",), by_hand, only=both),
        Runner("asyncc build", ("cc",), built(asyncc), only=both),
        Runner("asyncc run", (), script(asyncc, "run"), only=both),
        Runner("C++20", ("g++",), cpp, only=scheduler + computing),
        Runner("Rust, tokio", ("cargo",), rust, part=4, only=scheduler + computing),
        Runner("Go", ("go",), go, part=4, only=scheduler + computing),
        Runner("Node", ("node",), node, part=10, only=scheduler + computing),
        Runner("Nim", ("nim",), nim, part=10, only=scheduler + computing),
        Runner("libuv", ("cc",), libuv, only=("sleepers",)),
        Runner("PyPy", ("pypy3",), script("pypy3"), part=20, only=both),
        Runner("CPython, uvloop", ("/usr/bin/python3",), script("/usr/bin/python3", uvloop), 50, scheduler),
        Runner("CPython", (), script(sys.executable), 50, both),
    ]


def missing(runner):
    """What a runner lacks, or None."""
    for command in runner.needs:
        if not shutil.which(command):
            return command
    if "uvloop" in runner.name:
        found = subprocess.run(["/usr/bin/python3", "-c", "import uvloop"], capture_output=True)
        return "python3-uvloop" if found.returncode else None
    if "tokio" in runner.name and not os.path.isdir("/usr/share/cargo/registry"):
        return "librust-tokio-dev"
    return None
