"""Statements of random programs about what tasks share: locks, semaphores, events, conditions, queues, barriers.

In: OrderProgram's state and choices. Out: lines. Waiting always has a limit, or something that gives it up.
"""
from .writer import Writer

SHARED = {
    "lock": ("asyncio.Lock()", 2),
    "semaphore": ("asyncio.Semaphore(2)", 1),
    "bounded": ("asyncio.BoundedSemaphore(1)", 1),
    "event": ("asyncio.Event()", 2),
    "condition": ("asyncio.Condition()", 1),
    "queue": ("asyncio.Queue(1)", 2),
    "heap": ("asyncio.PriorityQueue()", 1),
    "stack": ("asyncio.LifoQueue(2)", 1),
    "barrier": ("asyncio.Barrier(2)", 1),
}


def shared_lines():
    """What makes them, and a list of all."""
    makers = {f"{name}{i}": maker for name, (maker, count) in SHARED.items() for i in range(count)}
    lines = [f"{name} = {maker}" for name, maker in makers.items()]
    return "\n".join(["", "", *lines, f"SHARED = [{', '.join(makers)}]", ""])


class SharedObjects(Writer):
    def shared(self, *names):
        name = self.pick(*names)
        return f"{name}{self.between(0, SHARED[name][1] - 1)}"

    def some_lock(self):
        return self.shared("lock", "lock", "semaphore", "bounded", "condition")

    def some_queue(self):
        return self.shared("queue", "queue", "heap", "stack")

    def shared_coro(self):
        """An expression that gives a coroutine."""
        return self.pick(
            f"asyncio.wait_for({self.shared('event')}.wait(), {self.limit()})",
            f"hold(who, {self.shared('lock')}, {self.pause()})",
            f"hold(who, {self.some_lock()}, {self.pause()})",
            f"drain(who, {self.some_queue()}, {self.between(1, 3)})",
            f"{self.some_queue()}.put({self.number()})",
            f"asyncio.wait_for({self.some_queue()}.get(), {self.limit()})",
        )

    def shared_actions(self):
        """Calls that need no waiting, as a function and its arguments."""
        queue = self.some_queue()
        return (
            f"{self.shared('event')}.set",
            f"{queue}.put_nowait, {self.number()}",
            f"{queue}.get_nowait",
            f"{queue}.task_done",
        )

    # ---- statements

    def locked(self):
        self.nested(f"async with {self.some_lock()}:")

    def acquired(self):
        lock = self.some_lock()
        self.line(f"note(who, {self.quoted('acquired')}, await {self.limited(f'{lock}.acquire()')}, {lock}.locked())")
        self.nested("try:")
        with self.block("finally:"):
            self.line(f"attempt(who, {lock}.release)")

    def limited(self, coro):
        return f"asyncio.wait_for({coro}, {self.limit()})"

    def event(self):
        event = self.shared("event")
        wait = f"note(who, await {self.limited(f'{event}.wait()')})"
        self.line(self.pick(f"{event}.set()", f"{event}.set()", f"{event}.clear()", wait, f"note(who, {event}.is_set())"))

    def queue(self):
        queue = self.some_queue()
        put, get = f"{queue}.put({self.number()})", f"{queue}.get()"
        self.line(
            self.pick(
                f"await {put}",
                f"{queue}.empty() or note(who, {self.quoted('item')}, await {get})",
                f"await {self.limited(put)}",
                f"note(who, {self.quoted('item')}, await {self.limited(get)})",
                f"note(who, {queue}.qsize(), {queue}.full(), state_of({queue}))",
                f"attempt(who, {queue}.put_nowait, {self.number()})",
                f"attempt(who, {queue}.get_nowait)",
                f"attempt(who, {queue}.task_done)",
                f"note(who, {self.quoted('joined')}, await {self.limited(f'{queue}.join()')})",
            )
        )

    def barrier(self):
        barrier = self.shared("barrier")
        if self.chance(0.2):
            self.line(f"await {barrier}.{self.pick('reset', 'reset', 'abort')}()")
            self.line(f"note(who, {barrier}.n_waiting, {barrier}.broken, state_of({barrier}))")
            return
        with self.block("try:"):
            with self.block(f"async with asyncio.timeout({self.limit()}):"):
                if self.chance(0.3):
                    self.nested(f"async with {barrier}:", 1, 2)
                self.line(f"note(who, {self.quoted('barrier')}, await {barrier}.wait())")
        with self.block("except asyncio.BrokenBarrierError as broken:"):
            self.line(f"note(who, {self.quoted('broken')}, origin(broken))")

    def notify(self):
        condition = self.shared("condition")
        with self.block(f"async with {condition}:"):
            self.line(f"{condition}.{self.pick('notify()', 'notify(2)', 'notify_all()')}")

    def condition(self):
        condition = self.shared("condition")
        with self.block(f"async with {condition}:"):
            with self.block(f"async with asyncio.timeout({self.limit()}):"):
                wait = self.pick("wait()", f"wait_for(lambda: {self.pick('now() % 2', 'len(crew) % 3')})")
                self.line(f"note(who, {self.quoted('condition')}, await {condition}.{wait})")
            self.line(f"note(who, {self.quoted('condition')}, {condition}.locked())")

    def state(self):
        self.line(f"note(who, {self.quoted('state')}, state_of({self.shared(*SHARED)}))")


SHARED_KINDS = {
    SharedObjects.acquired: 3,
    SharedObjects.event: 4,
    SharedObjects.queue: 6,
    SharedObjects.barrier: 2,
    SharedObjects.notify: 2,
    SharedObjects.condition: 2,
    SharedObjects.state: 2,
}
