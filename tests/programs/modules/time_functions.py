# time: clocks that move forward, sleep, struct_time, strftime and gmtime of fixed moments.
import time

a = time.monotonic()
b = time.monotonic()
print(b >= a, type(a).__name__, time.perf_counter() <= time.perf_counter())
print(time.time() > 1_600_000_000, isinstance(time.time_ns(), int), time.monotonic_ns() > 0)
start = time.perf_counter()
time.sleep(0.02)
elapsed = time.perf_counter() - start
print(0.019 <= elapsed < 0.5, time.sleep(0))
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.0099, time.process_time() >= 0, time.thread_time() >= 0)
t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday,
      t.tm_isdst)
print(tuple(t), t[0], len(t))
print(t)
for moment in (0, 86399, 951782400, 1709210096, 4102444800, -86400):
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %j", time.gmtime(moment)))
print(time.strftime("%A %B %d %I %p %y %% %U", time.gmtime(1709210096)))
print(time.asctime(time.gmtime(1709210096)))
parsed = time.strptime("2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S")
print(parsed.tm_yday, parsed.tm_wday, parsed[:6])
for label, action in [
    ("negative", lambda: time.sleep(-1)),
    ("string", lambda: time.sleep("1")),
    ("parse", lambda: time.strptime("nonsense", "%Y")),
    ("none", lambda: time.sleep()),
]:
    try:
        print(label, action())
    except (ValueError, TypeError) as error:
        print(label, type(error).__name__, error)


class Stopwatch:
    def __init__(self, clock=time.perf_counter):
        self.clock = clock
        self.laps = []

    def __enter__(self):
        self.started = self.clock()
        return self

    def lap(self):
        self.laps.append(self.clock() - self.started)

    def __exit__(self, *info):
        self.lap()


ticks = iter([0.0, 1.5, 4.0])
with Stopwatch(lambda: next(ticks)) as watch:
    watch.lap()
print(watch.laps)
with Stopwatch() as real:
    sum(range(1000))
print(len(real.laps), 0 <= real.laps[0] < 1)
