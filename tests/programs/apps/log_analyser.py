# A log analyser over an embedded text: parsing, bad lines, grouping, percentiles, a report table.
LOG = """
2024-03-01 10:00:01 INFO  web   GET /index 200 12ms
2024-03-01 10:00:02 INFO  web   GET /about 200 8ms
2024-03-01 10:00:02 ERROR db    timeout after 500ms
2024-03-01 10:00:05 WARN  web   GET /slow 200 900ms
2024-03-01 10:00:07 INFO  web   POST /login 302 33ms
this line is broken
2024-03-01 10:00:09 ERROR web   GET /missing 404 2ms
2024-03-01 10:01:00 INFO  cron  job=backup status=ok
2024-03-01 10:01:30 INFO  cron  job=mail status=failed
2024-03-01 10:02:00 DEBUG cache hit ratio 0.87

2024-03-01 10:02:10 ERROR db    deadlock detected
2024-03-01 10:02:11 INFO  web   GET /index 200 15ms
"""


def parse(line):
    parts = line.split(None, 4)
    if len(parts) < 5 or parts[0].count("-") != 2:
        raise ValueError(f"cannot parse {line!r}")
    date, clock, level, source, message = parts
    h, m, s = map(int, clock.split(":"))
    return {"seconds": h * 3600 + m * 60 + s, "level": level, "source": source, "message": message}


def entries(text):
    bad = 0
    for number, line in enumerate(text.strip().splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield parse(line)
        except ValueError as error:
            bad += 1
            print(f"line {number}: {error}")
    print("bad lines:", bad)


def group_by(items, key):
    groups = {}
    for item in items:
        groups.setdefault(item[key], []).append(item)
    return groups


def percentile(values, p):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * p / 100))]


def request(entry):
    words = entry["message"].split()
    if entry["source"] == "web" and len(words) == 4:
        method, path, status, millis = words
        return method, path, int(status), int(millis.rstrip("ms"))
    return None


def fields(message):
    return dict(part.split("=", 1) for part in message.split() if "=" in part)


log = list(entries(LOG))
print(len(log), "entries over", log[-1]["seconds"] - log[0]["seconds"], "seconds")
for level, items in sorted(group_by(log, "level").items()):
    print(f"{level:<6}{len(items):>3} {'#' * len(items)}")

print(f"{'source':<8}|{'count':>6}|{'errors':>7}")
print("-" * 8 + "+" + "-" * 6 + "+" + "-" * 7)
for source, items in sorted(group_by(log, "source").items(), key=lambda kv: -len(kv[1])):
    errors = sum(1 for item in items if item["level"] == "ERROR")
    print(f"{source:<8}|{len(items):>6}|{errors:>7}")

requests = [r for r in map(request, log) if r]
times = [millis for *_, millis in requests]
print(f"requests {len(requests)}, mean {sum(times) / len(times):.2f} ms, p50 {percentile(times, 50)}, "
      f"p90 {percentile(times, 90)}, max {max(times)}")
paths = {}
for method, path, status, millis in requests:
    count, total = paths.get(path, (0, 0))
    paths[path] = count + 1, total + millis
for path, (count, total) in sorted(paths.items(), key=lambda kv: (-kv[1][0], kv[0])):
    print(f"  {path:.<12}{count:>3} {total / count:>8.1f} ms")
print([status for _, _, status, _ in requests if status >= 300])
print([fields(e["message"]) for e in log if e["source"] == "cron"])
gaps = [b["seconds"] - a["seconds"] for a, b in zip(log, log[1:])]
print("longest silence:", max(gaps), "s after", log[gaps.index(max(gaps))]["message"])
