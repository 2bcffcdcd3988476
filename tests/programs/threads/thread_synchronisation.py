# Lock, RLock, Condition, Event, Semaphore, Barrier between threads, and their mistakes.
import threading
from threading import Thread


def together(target, count):
    threads = [Thread(target=target) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def attempt(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (RuntimeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


lock = threading.Lock()
total = 0


def add():
    global total
    for _ in range(1000):
        with lock:
            before = total
            total = before + 1


together(add, 4)
print(total, lock.locked())
attempt(lock.release)
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked())
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
lock.release()

again = threading.RLock()
print(again.acquire(), again.acquire())
again.release()


def other_thread():
    print(again.acquire(blocking=False))
    attempt(again.release)


together(other_thread, 1)
again.release()
attempt(again.release)

event = threading.Event()
print(event.wait(0.001), event.is_set())
together(event.set, 1)
print(event.wait(), event.is_set())

condition = threading.Condition()
items = []


def consume():
    with condition:
        condition.wait_for(lambda: items)
        print("got", items.pop())


t = Thread(target=consume)
t.start()
with condition:
    items.append("thing")
    condition.notify()
t.join()
attempt(condition.wait)
attempt(condition.notify)
with condition:
    print(condition.wait(0.001), condition.wait_for(lambda: False, 0.001))

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.001))
semaphore.release(2)
attempt(semaphore.acquire, False, 1)
attempt(semaphore.release, 0)
attempt(threading.Semaphore, -1)
attempt(threading.BoundedSemaphore(1).release)

inside = most = 0


def enter():
    global inside, most
    for _ in range(20):
        with semaphore:
            inside += 1
            most = max(most, inside)
            inside -= 1


together(enter, 5)
print(most <= 2, inside)

barrier = threading.Barrier(3, action=lambda: print("all here"))
places = []
together(lambda: places.append(barrier.wait()), 3)
print(sorted(places), barrier.n_waiting, barrier.broken)


def come_too_few():
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        print("broken")


together(come_too_few, 1)
print(barrier.broken)
barrier.reset()
print(barrier.broken)
