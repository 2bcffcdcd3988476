"""Random programs of tasks, for comparing in which order things happen.

In: a seed. Out: a program whose every step prints: tasks, gathers, sleeps, locks, queues, events,
conditions, cancellations, timeouts, groups, shields, callbacks, async generators, exceptions and
finally blocks. It ends in any case, since main gives up after a while and cancels what is left.
What CPython leaves open is avoided: the order of sets, and when an object is freed.
"""
from .writer import Writer

FUNCTIONS = 5
DEEPEST = 3

PROLOGUE = '''
import asyncio
import contextlib
import contextvars

crew = []
var = contextvars.ContextVar("var", default=0)


class Fault(Exception):
    pass


class Mishap(Fault):
    pass


def describe(x):
    if isinstance(x, BaseExceptionGroup):
        return f"{type(x).__name__}({x.message!r}, {[describe(e) for e in x.exceptions]})"
    if isinstance(x, BaseException):
        return f"{type(x).__name__}{x.args}"
    if isinstance(x, (list, tuple)):
        return [describe(e) for e in x]
    if isinstance(x, asyncio.Task):
        return x.get_name()
    return repr(x)


def origin(x):
    return describe(x.__cause__), x.__suppress_context__


def note(who, *what):
    print(who, *[w if isinstance(w, str) else describe(w) for w in what])


def now():
    return round(asyncio.get_running_loop().time() * 1000)


def end_of(task):
    if task.cancelled():
        return "cancelled"
    return describe(task.exception() or task.result())


def settle(future, value):
    note("settle", value, future.done())
    if not future.done():
        if isinstance(value, Exception):
            future.set_exception(value)
        else:
            future.set_result(value)


async def numbers(who, count, pause):
    note(who, "numbers")
    try:
        for i in range(count):
            await asyncio.sleep(pause)
            yield i
        note(who, "numbers end")
    finally:
        note(who, "numbers finally")


async def hold(who, lock, pause):
    note(who, "wants")
    async with lock:
        note(who, "holds", now())
        await asyncio.sleep(pause)
    return now()


class Guard:
    def __init__(self, who, pause, quiet):
        self.who, self.pause, self.quiet = who, pause, quiet

    async def __aenter__(self):
        note(self.who, "enter")
        await asyncio.sleep(self.pause)
        return self

    async def __aexit__(self, kind, error, traceback):
        note(self.who, "exit", error)
        await asyncio.sleep(self.pause)
        return self.quiet


class Wrapped:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        note("wrapped")
        result = yield from self.coro.__await__()
        note("unwrapped", result)
        return result
'''

SHARED = {
    "lock": ("asyncio.Lock()", 2),
    "semaphore": ("asyncio.Semaphore(2)", 1),
    "event": ("asyncio.Event()", 2),
    "condition": ("asyncio.Condition()", 1),
    "queue": ("asyncio.Queue(1)", 1),
    "heap": ("asyncio.PriorityQueue()", 1),
    "barrier": ("asyncio.Barrier(2)", 1),
}

MAIN = '''
async def main():
    for turn in range(3):
        try:
            async with asyncio.timeout(0.5):
                starts = [f(f"{turn}{f.__name__}") for f in (f0, f1, f2)]
                note("main", await asyncio.gather(*starts, return_exceptions=turn > 0))
        except BaseException as error:
            note("main", error, *origin(error))
    left = asyncio.all_tasks() - {asyncio.current_task()}
    left = sorted(left, key=lambda task: (len(task.get_name()), task.get_name()))
    note("left", left, now())
    for task in left:
        task.cancel()
    note("main", await asyncio.gather(*left, return_exceptions=True))
    note("crew", [end_of(task) for task in crew if task.done()])


asyncio.run(main())
'''


class OrderProgram(Writer):
    def __init__(self, seed):
        super().__init__(seed)
        self.line()
        self.line()
        for name, (maker, count) in SHARED.items():
            for i in range(count):
                self.line(f"{name}{i} = {maker}")
        for index in range(FUNCTIONS):
            self.function(index)
        self.lines += MAIN.splitlines()

    # ---- functions and blocks

    def function(self, index):
        self.index, self.depth, self.tasks, self.in_loop = index, 0, [], False
        self.line()
        self.line()
        with self.block(f"async def f{index}(who):"):
            self.line(f"note(who, {self.quoted('begin')}, now())")
            for _ in range(self.between(1, 3) if index < FUNCTIONS - 1 else 1):
                self.pick_row({OrderProgram.attempt: 2, OrderProgram.statements: 1})(self)
            self.line(f"return {self.number()}")

    def statements(self, least=1, most=4):
        known = list(self.tasks)
        for _ in range(self.between(least, most)):
            deep = self.depth >= DEEPEST
            kinds = {k: w for k, w in KINDS.items() if not (deep and k in COMPOUND)}
            self.pick_row(kinds)(self)
        self.tasks = known

    def nested(self, head, least=1, most=3, loop=None):
        """A block of statements below `head`; `loop` says whether break belongs to it."""
        outer = self.in_loop
        self.in_loop = outer if loop is None else loop
        self.depth += 1
        with self.block(head):
            self.statements(least, most)
        self.depth -= 1
        self.in_loop = outer

    # ---- parts of statements

    def quoted(self, text):
        return f'"{text}{self.number()}"'

    def pause(self):
        return self.pick("0", "0", "0.001", "0.002", "0.003", "0.005", "0.007", "0.011")

    def limit(self):
        return self.pick("0.001", "0.004", "0.006", "0.012", "0.02")

    def shared(self, name):
        return f"{name}{self.between(0, SHARED[name][1] - 1)}"

    def coro(self):
        """An expression that gives a coroutine."""
        if self.index == FUNCTIONS - 1 or self.chance(0.3):
            return self.pick(
                f"asyncio.sleep({self.pause()}, {self.number()})",
                f"asyncio.wait_for({self.shared('event')}.wait(), {self.limit()})",
                f"hold(who, {self.shared('lock')}, {self.pause()})",
            )
        callee = self.between(self.index + 1, FUNCTIONS - 1)
        return f'f{callee}(who + ".{self.number()}")'

    def awaitable(self):
        if self.tasks and self.chance(0.3):
            task = self.pick(*self.tasks)
            return self.pick(task, task, f"asyncio.shield({task})")
        coro = self.coro()
        table = {
            coro: 12,
            f"asyncio.create_task({coro})": 3,
            f"asyncio.shield({coro})": 2,
            f"Wrapped({coro})": 2,
            f"asyncio.wait_for({coro}, {self.limit()})": 3,
        }
        return self.pick_row(table)

    def awaitables(self):
        return ", ".join(self.awaitable() for _ in range(self.between(0, 3)))

    def fault(self):
        return f"{self.pick('Fault', 'Mishap', 'ValueError')}({self.number()})"

    # ---- simple statements

    def note_place(self):
        self.line(f"note(who, {self.quoted('at')}, {self.pick('now()', 'var.get()', 'len(crew)')})")

    def sleep(self):
        self.line(f"await asyncio.sleep({self.pause()})")

    def wait(self):
        self.line(f"note(who, {self.quoted('got')}, await {self.awaitable()})")

    def spawn(self):
        task = self.fresh("t")
        self.line(f"{task} = asyncio.create_task({self.coro()})")
        self.tasks.append(task)
        if self.chance(0.4):
            self.line(f"crew.append({task})")
        if self.chance(0.2):
            self.line(f"{task}.add_done_callback(lambda task: note(who, {self.quoted('done')}, task.cancelled()))")

    def cancel(self):
        if self.tasks:
            task = self.pick(*self.tasks)
            message = self.pick("", "", self.quoted("why"))
            self.line(f"note(who, {self.quoted('cancel')}, {task}.cancel({message}), {task}.cancelling())")
        else:
            self.cancel_crew()

    def cancel_crew(self):
        with self.block("if crew:"):
            self.line(f"note(who, {self.quoted('cancels')}, crew[{self.number()} % len(crew)].cancel())")

    def cancel_self(self):
        self.line("asyncio.current_task().cancel()")

    def look(self):
        if self.tasks:
            task = self.pick(*self.tasks)
            self.line(f"note(who, {self.quoted('task')}, {task}.done() and end_of({task}), {task}.cancelling())")
        else:
            self.line("note(who, asyncio.current_task(), asyncio.current_task().cancelling())")

    def fail(self):
        with self.block(f"if {self.pick('len(crew) % 2', 'now() % 2', 'True', 'var.get()')}:"):
            cause = self.pick("", "", " from None", f" from {self.fault()}")
            self.line(f"raise {self.fault()}{cause}")

    def leave(self):
        with self.block(f"if {self.pick('len(crew) % 2', 'now() % 3 == 0')}:"):
            choices = ["break", "continue"] if self.in_loop else []
            self.line(self.pick(f"return {self.number()}", *choices))

    def set_variable(self):
        self.line(f"var.set({self.number()})")

    def event(self):
        event = self.shared("event")
        wait = f"note(who, await asyncio.wait_for({event}.wait(), {self.limit()}))"
        self.line(self.pick(f"{event}.set()", f"{event}.set()", f"{event}.clear()", wait))

    def queue(self):
        queue = self.pick(self.shared("queue"), self.shared("heap"))
        put, get = f"{queue}.put({self.number()})", f"{queue}.get()"
        self.line(
            self.pick(
                f"await {put}",
                f"{queue}.empty() or note(who, {self.quoted('item')}, await {get})",
                f"await asyncio.wait_for({put}, {self.limit()})",
                f"note(who, {self.quoted('item')}, await asyncio.wait_for({get}, {self.limit()}))",
                f"note(who, {queue}.qsize(), {queue}.full())",
            )
        )

    def barrier(self):
        with self.block(f"async with asyncio.timeout({self.limit()}):"):
            self.line(f"note(who, {self.quoted('barrier')}, await {self.shared('barrier')}.wait())")

    def notify(self):
        with self.block(f"async with {self.shared('condition')}:"):
            self.line(f"{self.lines[-1].split()[-1][:-1]}.{self.pick('notify()', 'notify_all()')}")

    def condition(self):
        condition = self.shared("condition")
        with self.block(f"async with {condition}:"):
            with self.block(f"async with asyncio.timeout({self.limit()}):"):
                self.line(f"note(who, {self.quoted('condition')}, await {condition}.wait())")

    def callback(self):
        call = self.pick("call_soon(", f"call_later({self.pause()}, ")
        self.line(f"asyncio.get_running_loop().{call}note, who, {self.quoted('callback')})")

    def future(self):
        future = self.fresh("u")
        value = self.pick(str(self.number()), self.fault())
        self.line(f"{future} = asyncio.get_running_loop().create_future()")
        self.line(f"asyncio.get_running_loop().call_later({self.pause()}, settle, {future}, {value})")
        self.line(f"note(who, {self.quoted('future')}, await {future})")

    def gather(self):
        keep = self.pick("", "return_exceptions=True")
        arguments = ", ".join(part for part in (self.awaitables(), keep) if part)
        self.line(f"note(who, {self.quoted('gather')}, await asyncio.gather({arguments}))")

    def wait_some(self):
        if not self.tasks:
            self.spawn()
        when = self.pick("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
        limit = self.pick("", f", timeout={self.limit()}")
        tasks = ", ".join(self.tasks)
        self.line(f"done, rest = await asyncio.wait([{tasks}], return_when=asyncio.{when}{limit})")
        self.line(f"note(who, {self.quoted('wait')}, sorted(end_of(task) for task in done), len(rest))")

    def close(self):
        coro = self.fresh("c")
        self.line(f"{coro} = {self.coro()}")
        self.line(f"{coro}.close()")

    # ---- compound statements

    def attempt(self):
        self.nested("try:", 2, 4)
        clauses = self.random.sample(list(CLAUSES), self.between(0, 2))
        for clause in sorted(clauses, key=list(CLAUSES).index):
            self.handler(clause, CLAUSES[clause])
        if clauses and self.chance(0.2):
            self.nested("else:")
        if not clauses or self.chance(0.4):
            self.nested("finally:", 1, 2, loop=False)

    def handler(self, clause, name):
        with self.block(f"except {clause} as {name}:"):
            self.line(f"note(who, {self.quoted('caught')}, {name}, *origin({name}))")
            if self.chance(0.4):
                self.depth += 1
                self.statements(1, 2)
                self.depth -= 1
            if self.chance(0.6 if "Cancelled" in clause or "Base" in clause else 0.2):
                self.line(self.pick("raise", "raise", f"raise {self.fault()}", f"raise {self.fault()} from {name}"))

    def attempt_group(self):
        self.nested("try:")
        for kind in self.random.sample(("Mishap", "ValueError", "TimeoutError", "Exception"), self.between(1, 2)):
            name = self.fresh("g")
            with self.block(f"except* {kind} as {name}:"):
                self.line(f"note(who, {self.quoted('caught')}, {name})")
                if self.chance(0.2):
                    self.line(f"raise {self.fault()}")

    def task_group(self):
        group = self.fresh("group")
        self.depth += 1
        with self.block(f"async with asyncio.TaskGroup() as {group}:"):
            for _ in range(self.between(1, 3)):
                self.line(f"{group}.create_task({self.coro()})")
            if self.chance(0.5):
                self.statements(1, 2)
        self.depth -= 1

    def timeout(self):
        name = self.fresh("limit")
        self.nested(f"async with asyncio.timeout({self.limit()}) as {name}:")
        self.line(f"note(who, {name}.expired())")

    def locked(self):
        self.nested(f"async with {self.pick(self.shared('lock'), self.shared('semaphore'))}:")

    def guarded(self):
        quiet = self.pick("False", "False", "True")
        self.nested(f"async with Guard(who + {self.quoted('/')}, {self.pause()}, {quiet}):")

    def suppressed(self):
        self.nested(f"with contextlib.suppress({self.pick('Fault', 'TimeoutError', 'asyncio.CancelledError')}):")

    def repeat(self):
        self.nested(f"for {self.fresh('i')} in range({self.between(1, 3)}):", loop=True)
        if self.chance(0.2):
            self.nested("else:", 1, 1)

    def iterate(self):
        item = self.fresh("n")
        source = f"numbers(who + {self.quoted('~')}, {self.between(0, 3)}, {self.pause()})"
        if self.chance(0.4):
            self.line(f"note(who, [{item} async for {item} in {source}])")
            return
        opened = self.fresh("a")
        with self.block(f"async with contextlib.aclosing({source}) as {opened}:"):
            self.nested(f"async for {item} in {opened}:", 1, 2, loop=True)

    def completed(self):
        if not self.tasks:
            self.spawn()
        item = self.fresh("w")
        limit = self.pick("", f", timeout={self.limit()}")
        with self.block(f"for {item} in asyncio.as_completed([{', '.join(self.tasks)}]{limit}):"):
            self.line(f"note(who, {self.quoted('completed')}, await {item})")


CLAUSES = {
    "Mishap": "m",
    "(Fault, ValueError)": "f",
    "TimeoutError": "o",
    "asyncio.CancelledError": "c",
    "Exception": "x",
    "BaseException": "b",
}

COMPOUND = {
    OrderProgram.attempt: 16,
    OrderProgram.attempt_group: 3,
    OrderProgram.task_group: 6,
    OrderProgram.timeout: 5,
    OrderProgram.locked: 5,
    OrderProgram.guarded: 4,
    OrderProgram.suppressed: 2,
    OrderProgram.repeat: 4,
    OrderProgram.iterate: 3,
    OrderProgram.completed: 2,
}
KINDS = {
    OrderProgram.note_place: 6,
    OrderProgram.sleep: 10,
    OrderProgram.wait: 10,
    OrderProgram.spawn: 12,
    OrderProgram.cancel: 5,
    OrderProgram.cancel_crew: 2,
    OrderProgram.cancel_self: 1,
    OrderProgram.look: 2,
    OrderProgram.fail: 4,
    OrderProgram.leave: 2,
    OrderProgram.set_variable: 1,
    OrderProgram.event: 4,
    OrderProgram.queue: 4,
    OrderProgram.barrier: 1,
    OrderProgram.notify: 2,
    OrderProgram.condition: 1,
    OrderProgram.callback: 2,
    OrderProgram.future: 2,
    OrderProgram.gather: 6,
    OrderProgram.wait_some: 3,
    OrderProgram.close: 1,
    **COMPOUND,
}


def program(seed):
    return PROLOGUE + OrderProgram(seed).text()
