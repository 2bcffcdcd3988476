# queue: Queue, LifoQueue, PriorityQueue and SimpleQueue between threads.
import queue
from threading import Thread

q = queue.Queue(maxsize=2)
got = []


def produce():
    for i in range(5):
        q.put(i)
    q.put(None)


def consume():
    while (item := q.get()) is not None:
        got.append(item)
        q.task_done()
    q.task_done()


threads = [Thread(target=produce), Thread(target=consume)]
for t in threads:
    t.start()
q.join()
for t in threads:
    t.join()
print(got, q.empty(), q.full(), q.qsize())


def attempt(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (queue.Empty, queue.Full, ValueError) as error:
        print(repr(error))


attempt(q.get_nowait)
attempt(q.get, timeout=0.001)
attempt(q.get, timeout=-1)
q.put_nowait(1)
q.put_nowait(2)
attempt(q.put_nowait, 3)
attempt(q.put, 3, timeout=0.001)
attempt(q.put, 3, True, -5)
print(q.get(), q.get())
q.task_done()
q.task_done()
attempt(q.task_done)

for kind in (queue.LifoQueue, queue.PriorityQueue):
    ordered = kind()
    for item in (3, 1, 2):
        ordered.put(item)
    print(kind.__name__, [ordered.get() for _ in range(3)])

simple = queue.SimpleQueue()
attempt(simple.get, block=False)
attempt(simple.get, timeout=0.001)


def feed():
    for i in range(3):
        simple.put(i)


t = Thread(target=feed)
t.start()
print([simple.get() for _ in range(3)], simple.empty(), simple.qsize())
t.join()
print(queue.Queue[int])


def worker(jobs, done):
    while True:
        job = jobs.get()
        if job is None:
            return
        done.put((job, job * job))


jobs, done = queue.Queue(), queue.Queue()
workers = [Thread(target=worker, args=(jobs, done)) for _ in range(3)]
for w in workers:
    w.start()
for n in range(10):
    jobs.put(n)
for w in workers:
    jobs.put(None)
for w in workers:
    w.join()
print(sorted(done.get() for _ in range(done.qsize())))
