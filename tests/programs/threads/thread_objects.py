# threading.Thread: its life, names, daemons, subclasses, timers, what a thread has of its own.
import threading
import time
from threading import Thread


def work(n, out):
    print("work", n, threading.current_thread().name)
    out.append(n)


results = []
t = Thread(target=work, args=(1, results))
print(repr(t), t.is_alive(), t.ident, t.daemon)
t.start()
t.join()
print(t.is_alive(), results, t.name, t.ident is not None)


class Named(Thread):
    def run(self):
        print("run of", self.name)


named = Named(name="mine")
named.start()
named.join()
for mistake in (named.start, Named().join, threading.current_thread().join):
    try:
        mistake()
    except RuntimeError as error:
        print(error)
print(threading.current_thread() is threading.main_thread(), threading.active_count())
print([thread.name for thread in threading.enumerate()])

gate = threading.Event()
waiting = [Thread(target=gate.wait, name=f"w{i}", daemon=i == 2) for i in range(3)]
for thread in waiting:
    thread.start()
print([(thread.name, thread.daemon, thread.is_alive()) for thread in threading.enumerate()])
gate.set()
for thread in waiting:
    thread.join()
print(threading.active_count())

local = threading.local()
local.x = 1


def set_local():
    print(hasattr(local, "x"))
    local.x = 2
    print(local.x, local.__dict__)


t = Thread(target=set_local)
t.start()
t.join()
print(local.x)


class Counter(threading.local):
    step = 5

    def __init__(self, start):
        self.value = start


counter = Counter(3)
counter.step = 6


def count():
    print(counter.step, counter.value)
    counter.value += counter.step


t = Thread(target=count)
t.start()
t.join()
print(counter.step, counter.value)

timer = threading.Timer(0.01, print, ["timer"])
timer.start()
timer.join()
timer = threading.Timer(100, print, ["never"])
timer.start()
timer.cancel()
timer.join()


def for_ever():
    while True:
        time.sleep(0.005)


Thread(target=for_ever, daemon=True).start()

seen = False


def notice():
    global seen
    time.sleep(0.01)
    seen = True


def is_seen():
    return seen


t = Thread(target=notice)
t.start()
while not is_seen():  # gives way without ever waiting
    pass
t.join()
print("seen")


def boom():
    raise ValueError("in a thread")


threading.excepthook = lambda args: print("hook:", args.exc_type, args.exc_value, args.thread.name)
t = Thread(target=boom, name="B")
t.start()
t.join()


threading.excepthook = threading.__excepthook__


def leave():
    raise SystemExit(3)


t = Thread(target=leave)
t.start()
t.join()


def late():
    time.sleep(0.02)
    print("late, but the program waits")


Thread(target=late).start()
print("the main thread ends")
