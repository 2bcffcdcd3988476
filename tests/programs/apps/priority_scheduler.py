# Priority scheduling with heapq: deadlines, preemption in slices, starvation cured by aging.
import heapq
from dataclasses import dataclass, field


@dataclass
class Process:
    name: str
    arrives: int
    needs: int
    priority: int
    left: int = field(init=False)
    started: int = -1
    finished: int = -1

    def __post_init__(self):
        self.left = self.needs

    @property
    def waited(self):
        return self.finished - self.arrives - self.needs


def workload():
    return [Process("A", 0, 5, 3), Process("B", 1, 3, 1), Process("C", 2, 8, 4),
            Process("D", 3, 2, 2), Process("E", 10, 4, 1)]


def simulate(processes, key, slice_length=None):
    """Runs all processes; key(process, now) orders the ready ones. Returns the chart."""
    waiting = sorted(processes, key=lambda p: p.arrives)
    ready, chart, now, order = [], [], 0, 0
    while waiting or ready:
        while waiting and waiting[0].arrives <= now:
            p = waiting.pop(0)
            heapq.heappush(ready, (key(p, now), order, p))
            order += 1
        if not ready:
            chart.append(".")
            now += 1
            continue
        _, _, p = heapq.heappop(ready)
        if p.started < 0:
            p.started = now
        run = min(p.left, slice_length or p.left)
        for _ in range(run):
            chart.append(p.name)
            now += 1
            while waiting and waiting[0].arrives <= now:
                q = waiting.pop(0)
                heapq.heappush(ready, (key(q, now), order, q))
                order += 1
        p.left -= run
        if p.left:
            heapq.heappush(ready, (key(p, now), order, p))
            order += 1
        else:
            p.finished = now
    return "".join(chart)


POLICIES = {
    "first come": (lambda p, now: p.arrives, None),
    "shortest job": (lambda p, now: p.needs, None),
    "priority": (lambda p, now: p.priority, None),
    "round robin": (lambda p, now: now, 2),
    "shortest left": (lambda p, now: p.left, 1),
    "aging": (lambda p, now: p.priority - (now - p.arrives) / 4, 2),
}
print(f"{'policy':<15}{'chart':<24}{'wait':>6}{'worst':>7}")
for name, (key, slice_length) in POLICIES.items():
    processes = workload()
    chart = simulate(processes, key, slice_length)
    waits = [p.waited for p in processes]
    print(f"{name:<15}{chart:<24}{sum(waits) / len(waits):>6.2f}{max(waits):>7}")
print("order of finishing by policy:")
for name, (key, slice_length) in POLICIES.items():
    processes = workload()
    simulate(processes, key, slice_length)
    print(f"  {name:<15}{' '.join(p.name for p in sorted(processes, key=lambda p: p.finished))}")
late = [Process("X", 3, 2, 1), Process("Y", 8, 1, 1)]
print(simulate(late, lambda p, now: p.priority))
for p in late:
    print(p)


def earliest_deadline(jobs):
    """jobs: (deadline, length, profit). The most profitable set that meets its deadlines."""
    chosen, time = [], 0
    for deadline, length, profit in sorted(jobs):
        heapq.heappush(chosen, (profit, length))
        time += length
        while time > deadline:
            _, dropped = heapq.heappop(chosen)
            time -= dropped
    return sum(profit for profit, _ in chosen), len(chosen), time


print(earliest_deadline([(4, 2, 10), (3, 1, 20), (6, 3, 5), (5, 2, 15), (9, 4, 30)]))
