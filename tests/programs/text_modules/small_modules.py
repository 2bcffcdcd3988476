"""Small modules: keyword, graphlib, sched, timeit, platform, html, http."""
import asyncio
import graphlib
import html
import html.entities
import keyword
import platform
import sched
import sys
import time
import timeit
from graphlib import CycleError, TopologicalSorter
from http import HTTPMethod, HTTPStatus

print(len(keyword.kwlist), keyword.iskeyword("async"), keyword.iskeyword("match"), keyword.issoftkeyword("match"))
graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
print([sorted(x) for x in [list(TopologicalSorter({"b": ["a"], "c": ["b"]}).static_order())]], list(TopologicalSorter({3: [1, 2], 4: [3]}).static_order()))
ts = TopologicalSorter()
ts.add("web", "db", "cache"); ts.add("db", "net"); ts.add("cache", "net"); ts.add("lone")
ts.prepare()
while ts:
    ready = ts.get_ready()
    print(sorted(ready))
    ts.done(*ready)
for bad in (lambda: list(TopologicalSorter({1: [2], 2: [3], 3: [1], 4: [1]}).static_order()), lambda: ts.add(1), lambda: ts.done("zz"), lambda: ts.done("db"), lambda: TopologicalSorter().get_ready(), lambda: ts.prepare()):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e, e.args[1] if len(e.args) > 1 else "")


async def build(graph):
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    done = []
    async def work(n):
        await asyncio.sleep(0)
        done.append(n)
        sorter.done(n)
    while sorter.is_active():
        await asyncio.gather(*(work(n) for n in sorter.get_ready()))
    return done
print(asyncio.run(build({"app": ["lib1", "lib2"], "lib1": ["core"], "lib2": ["core"]})))

now = 0.0
def advance(d):
    global now
    now += d
s = sched.scheduler(lambda: now, advance)
def act(*a, **k):
    print(now, a, k)
s.enter(5, 1, act, ("five",)); e = s.enter(2, 2, act, ("two b",), {"k": 1}); s.enter(2, 1, act, ("two a",)); s.enterabs(9, 1, act)
x = s.enter(3, 1, act, ("never",)); s.cancel(x)
print(len(s.queue), s.empty(), e.time, e.priority, s.queue[0].argument, s.run(blocking=False))
s.run()
print(s.empty(), now)
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat(lambda: 1, number=2, repeat=3)), timeit.default_timer is time.perf_counter)
print(platform.system(), platform.python_version(), platform.python_implementation(), platform.machine() == platform.uname().machine, platform.node() != "", platform.platform().startswith("Linux-"), platform.python_version_tuple(), platform.architecture()[0])
print(html.escape("<a href=\"x\">'&'</a>"), html.escape("'\"", quote=False))
print(html.unescape("&lt;p&gt; &amp;amp; &copy;&eacute; &#65;&#x42; &#128; &notit; &noti &bogus; &#0; &#xD800; &#x110000; &nbsp;| &Aacute &NotEqualTilde; & &#; &#13;&#1;"))
print(len(html.entities.html5), html.entities.html5["euro;"])
print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(503).phrase, HTTPStatus.IM_A_TEAPOT.value, HTTPStatus.OK == 200, HTTPStatus.CREATED.description, f"{HTTPStatus.OK}", HTTPStatus.OK.name, int(HTTPStatus.GONE), "%d" % HTTPStatus.OK, HTTPStatus["OK"] is HTTPStatus.OK, len(HTTPStatus))
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod("PUT").description, HTTPMethod.GET == "GET", [m.value for m in HTTPMethod])
try:
    HTTPStatus(999)
except ValueError as e:
    print(e)
print({HTTPStatus.OK: 1}[200], HTTPStatus.MOVED_PERMANENTLY in (301, 302), sorted([HTTPStatus.OK, HTTPStatus.CONTINUE]))
