"""Random programs of tasks, for comparing in which order things happen.

In: a seed. Out: a program whose every step prints: tasks, gathers, sleeps, cancellations, timeouts,
groups, shields, callbacks, futures, contexts, async generators and managers, exceptions with all that
they come from, and finally blocks; what is shared between tasks comes from order_shared.py. It ends in
any case, since main gives up after a while and cancels what is left. What CPython leaves open is avoided:
the order of sets, and when an object in a traceback's frames is freed.
"""
from . import order_text
from .order_shared import SHARED_KINDS, SharedObjects, shared_lines

PROLOGUE = order_text.PROLOGUE + shared_lines()
FUNCTIONS = 5
GENERATORS = 2
DEEPEST = 3


class OrderProgram(SharedObjects):
    def __init__(self, seed):
        super().__init__(seed)
        for index in range(GENERATORS):
            self.generator(index)
        for index in range(FUNCTIONS):
            self.function(index)
        self.lines += order_text.MAIN.splitlines()

    # ---- functions and blocks

    def function(self, index):
        self.begin(index)
        with self.block(f"async def f{index}(who):"):
            self.line(f"note(who, {self.quoted('begin')}, now())")
            for _ in range(self.between(1, 3) if index < FUNCTIONS - 1 else 1):
                self.pick_row({OrderProgram.attempt: 2, OrderProgram.statements: 1})(self)
            self.line(f"return {self.number()}")

    def begin(self, index):
        self.index, self.depth, self.tasks, self.in_loop, self.yields = index, 0, [], False, False
        self.line()
        self.line()

    def generator(self, index):
        """It calls none of the functions of tasks, which may ask it."""
        self.begin(FUNCTIONS - 1)
        self.yields = True
        with self.block(f"async def g{index}(who):"):
            self.line(f"note(who, {self.quoted('begin')}, now())")
            self.line(f"yield {self.number()}")
            self.pick_row({OrderProgram.attempt: 3, OrderProgram.statements: 1})(self)
            self.line(f"note(who, {self.quoted('end')})")

    def statements(self, least=1, most=4):
        known = list(self.tasks)
        for _ in range(self.between(least, most)):
            deep = self.depth >= DEEPEST
            kinds = {k: w for k, w in KINDS.items() if not (deep and k in COMPOUND)}
            if self.yields:
                kinds[OrderProgram.give] = 25
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

    def coro(self):
        """An expression that gives a coroutine."""
        if self.index == FUNCTIONS - 1 or self.chance(0.3):
            return self.pick(
                f"asyncio.sleep({self.pause()}, {self.number()})",
                f"asyncio.sleep({self.pause()}, {self.number()})",
                f"plain({self.number()})",
                self.shared_coro(),
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
            f"asyncio.wait_for({coro}, {self.pick('0', 'None', '-1')})": 1,
            f"asyncio.gather({coro}, {self.coro()})": 1,
        }
        return self.pick_row(table)

    def awaitables(self):
        return ", ".join(self.awaitable() for _ in range(self.between(0, 3)))

    def fault(self):
        kind = self.pick("Fault", "Mishap", "ValueError", "Fault", "Mishap", "TimeoutError")
        return f"{kind}({self.number()})"

    # ---- simple statements

    def note_place(self):
        self.line(f"note(who, {self.quoted('at')}, {self.pick('now()', 'var.get()', 'len(crew)', 'handled()')})")

    def sleep(self):
        self.line(f"await asyncio.sleep({self.pause()})")

    def wait(self):
        self.line(f"note(who, {self.quoted('got')}, await {self.awaitable()})")

    def spawn(self):
        task = self.fresh("t")
        context = self.pick("", "", "", ", context=contextvars.copy_context()", f", name=unique({self.quoted('T')})")
        self.line(f"{task} = asyncio.create_task({self.coro()}{context})")
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
            if self.chance(0.15):
                self.line(f"note(who, {self.quoted('uncancel')}, {task}.uncancel())")
        else:
            self.cancel_crew()

    def cancel_crew(self):
        with self.block("if crew:"):
            self.line(f"note(who, {self.quoted('cancels')}, crew[{self.number()} % len(crew)].cancel())")

    def cancel_self(self):
        self.line(f"asyncio.current_task().cancel({self.pick('', self.quoted('self'))})")

    def uncancel(self):
        self.line(f"note(who, {self.quoted('uncancel')}, asyncio.current_task().uncancel())")

    def give(self):
        self.line(f"note(who, {self.quoted('got')}, (yield {self.number()}))")

    def look(self):
        if self.tasks:
            task = self.pick(*self.tasks)
            if self.chance(0.3):
                self.line(f"note(who, {self.quoted('task')}, state_of({task}))")
            self.line(f"note(who, {self.quoted('task')}, {task}.done() and end_of({task}), {task}.cancelling())")
        else:
            self.line("note(who, asyncio.current_task(), asyncio.current_task().cancelling())")

    def fail(self):
        with self.block(f"if {self.pick('len(crew) % 2', 'now() % 2', 'True', 'var.get()')}:"):
            cause = self.pick("", "", " from None", f" from {self.fault()}")
            if self.chance(0.2):
                kind = self.pick("ExceptionGroup", "BaseExceptionGroup")
                self.line(f"raise {kind}({self.quoted('some')}, [{self.fault()}, {self.fault()}]){cause}")
            else:
                self.line(f"raise {self.fault()}{cause}")

    def leave(self):
        with self.block(f"if {self.pick('len(crew) % 2', 'now() % 3 == 0')}:"):
            choices = ["break", "continue"] if self.in_loop else []
            self.line(self.pick("return" if self.yields else f"return {self.number()}", *choices))

    def set_variable(self):
        self.line(f"var.set({self.number()})")

    def callback(self):
        loop = "asyncio.get_running_loop()"
        call = self.pick("call_soon(", f"call_later({self.pause()}, ", f"call_at({loop}.time() + {self.pause()}, ")
        context = self.pick("", "", ", context=contextvars.copy_context()")
        whats = [f"note, who, {self.quoted('callback')}", f"lambda: note(who, {self.quoted('var')}, var.get(), handled())"]
        whats += [f"attempt, who, {action}" for action in self.shared_actions()]
        if self.tasks:
            whats += [f"{self.pick(*self.tasks)}.cancel"] * 2
        if self.chance(0.2):
            handle = self.fresh("h")
            self.line(f"{handle} = {loop}.{call}{self.pick(*whats)}{context})")
            self.line(self.pick(f"{handle}.cancel()", f"{loop}.call_soon({handle}.cancel)"))
            self.line(f"note(who, {handle}.cancelled())")
        else:
            self.line(f"{loop}.{call}{self.pick(*whats)}{context})")

    def bad_callback(self):
        self.line(f"asyncio.get_running_loop().call_soon([].pop)")

    def future(self):
        future = self.fresh("u")
        value = self.pick(str(self.number()), self.fault(), "None")
        self.line(f"{future} = asyncio.get_running_loop().create_future()")
        self.line(f"asyncio.get_running_loop().call_later({self.pause()}, settle, {future}, {value})")
        self.line(f"note(who, {self.quoted('future')}, await {self.pick(future, f'asyncio.shield({future})')})")

    def post(self):
        """A future that one task waits for and another settles."""
        place = f"posts[{self.between(0, 2)}]"
        if self.chance(0.5):
            self.line(f"settle({place}, {self.pick(str(self.number()), self.fault(), 'None')})")
            with self.block(f"if {place}.done():"):
                self.line(f"{place} = asyncio.get_running_loop().create_future()")
        else:
            self.line(f"note(who, {self.quoted('post')}, await asyncio.wait_for({place}, {self.limit()}))")

    def turn(self):
        self.line(f"note(who, {self.quoted('turns')}, await turns({self.between(0, 3)}))")

    def by_hand(self):
        coro = self.fresh("c")
        self.line(f"{coro} = {self.coro()}")
        with self.block("try:"):
            self.line(f"{coro}.throw({self.pick(self.fault(), 'asyncio.CancelledError()', 'GeneratorExit()')})")
        with self.block("except BaseException as error:"):
            self.line(f"note(who, {self.quoted('by hand')}, origin(error))")

    def gathering(self):
        """A gather that is cancelled, or looked at, as a future."""
        future = self.fresh("o")
        self.line(f"{future} = asyncio.gather({self.awaitables() or self.coro()})")
        self.line(self.pick(f"await asyncio.sleep({self.pause()})", f"asyncio.get_running_loop().call_soon({future}.cancel)"))
        self.line(f"note(who, {self.quoted('gathering')}, {future}.done(), {future}.cancel(), {future}.cancelled())")
        self.line(f"note(who, {self.quoted('gathering')}, await {future})")

    def steps(self):
        """An async generator asked by hand."""
        agen = self.fresh("a")
        own = f"g{self.between(0, GENERATORS - 1)}(who)"
        self.line(f"{agen} = {'echo(who, 3)' if self.yields else self.pick('echo(who, 3)', own)}")
        asks = [f"asend({self.number()})", f"athrow({self.fault()})", "__anext__()", "aclose()"]
        with self.block("try:"):
            self.line(f"note(who, {self.quoted('step')}, await {self.pick(f'{agen}.__anext__()', f'anext({agen}, 0)')})")
            for _ in range(self.between(1, 3)):
                self.line(f"note(who, {self.quoted('step')}, await {agen}.{self.pick(*asks)})")
        with self.block("except (StopAsyncIteration, RuntimeError) as error:"):
            self.line(f"note(who, {self.quoted('steps')}, origin(error))")
        with self.block("finally:"):
            self.line(f"await end({agen})")

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
            self.line(f"note(who, {self.quoted('caught')}, {name}, origin({name}))")
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
                self.line(f"note(who, {self.quoted('caught')}, origin({name}))")
                if self.chance(0.3):
                    self.line(self.pick("raise", f"raise {self.fault()}", f"await asyncio.sleep({self.pause()})"))

    def task_group(self):
        group = self.fresh("group")
        self.depth += 1
        with self.block(f"async with asyncio.TaskGroup() as {group}:"):
            for _ in range(self.between(1, 3)):
                self.line(f"{group}.create_task({self.coro()})")
            if self.chance(0.2):
                self.line(f"asyncio.get_running_loop().call_later({self.pause()}, attempt, who, {group}.create_task, plain(1))")
            if self.chance(0.5):
                self.statements(1, 2)
        self.depth -= 1

    def timeout(self):
        name = self.fresh("limit")
        loop = "asyncio.get_running_loop()"
        limits = (f"timeout({self.limit()})", f"timeout({self.limit()})", f"timeout_at({loop}.time() + {self.limit()})")
        with self.block(f"async with asyncio.{self.pick(*limits, f'timeout({self.pause()})')} as {name}:"):
            if self.chance(0.2):
                self.line(f"{name}.reschedule({self.pick('None', f'{loop}.time() + {self.limit()}')})")
            self.depth += 1
            self.statements(1, 3)
            self.depth -= 1
        self.line(f"note(who, {name}.expired())")

    def set_context(self):
        token = self.fresh("k")
        self.line(f"{token} = var.set({self.number()})")
        self.nested("try:")
        with self.block("finally:"):
            self.line(f"attempt(who, var.reset, {token})")

    def guarded(self):
        quiet = self.pick("False", "False", "True")
        self.nested(f"async with Guard(who + {self.quoted('/')}, {self.pause()}, {quiet}):")

    def managed(self):
        self.nested(f"async with managed(who + {self.quoted('=')}, {self.pause()}):")

    def pushed(self):
        stack = self.fresh("s")
        with self.block(f"async with contextlib.AsyncExitStack() as {stack}:"):
            self.line(f"{stack}.callback(note, who, {self.quoted('popped')})")
            self.line(f"await {stack}.enter_async_context(managed(who + {self.quoted('=')}, {self.pause()}))")
            self.line(f"{stack}.push_async_callback(asyncio.sleep, {self.pause()})")
            self.depth += 1
            self.statements(1, 2)
            self.depth -= 1

    def generate(self):
        """A generator of today's handled exception, asked inside and outside of except blocks."""
        inner = self.fresh("j")
        self.line(f"{inner} = inner_numbers(who)")
        self.line(f"note(who, next({inner}))")
        self.nested("try:")
        with self.block("except Exception as x:"):
            self.line(f"note(who, next({inner}))")
        with self.block("finally:"):
            self.line(f"{inner}.close()")

    def suppressed(self):
        self.nested(f"with contextlib.suppress({self.pick('Fault', 'TimeoutError', 'asyncio.CancelledError')}):")

    def repeat(self):
        self.nested(f"for {self.fresh('i')} in range({self.between(1, 3)}):", loop=True)
        if self.chance(0.2):
            self.nested("else:", 1, 1)

    def iterate(self):
        item = self.fresh("n")
        source, close = f"numbers(who + {self.quoted('~')}, {self.between(0, 3)}, {self.pause()})", "contextlib.aclosing"
        if not self.yields and self.chance(0.5):
            source, close = f"g{self.between(0, GENERATORS - 1)}(who + {self.quoted('~')})", "closing"
        if self.chance(0.4):
            self.line(f"note(who, [{item} async for {item} in {source}{self.pick('', f' if {item} != 1')}])")
            return
        if self.chance(0.3):
            self.nested(f"async for {item} in {source}:", 1, 2, loop=True)
            return
        opened = self.fresh("a")
        with self.block(f"async with {close}({source}) as {opened}:"):
            self.nested(f"async for {item} in {opened}:", 1, 2, loop=True)

    def comprehend(self):
        """Awaits inside of comprehensions."""
        item = self.fresh("e")
        count = self.between(1, 3)
        self.line(self.pick(
            f"note(who, [await plain({item}) for {item} in range({count})])",
            f"note(who, [{item} for {item} in range({count}) if await asyncio.sleep({self.pause()}, True)])",
            f"note(who, await asyncio.gather(*[asyncio.sleep({self.pause()}, {item}) for {item} in range({count})]))",
            f"note(who, list({{{item}: await asyncio.sleep(0, {item}) for {item} in range({count})}}.items()))",
        ))

    def race(self):
        """A deadline, and what ends at the very same time."""
        future, pause = self.fresh("u"), self.limit()
        self.line(f"{future} = asyncio.get_running_loop().create_future()")
        act = self.pick(f"settle, {future}, {self.number()}", f"settle, {future}, {self.fault()}", f"{future}.cancel")
        self.line(f"asyncio.get_running_loop().call_later({pause}, {act})")
        with self.block("try:"):
            self.line(self.pick(
                f"note(who, {self.quoted('race')}, await asyncio.wait_for({future}, {pause}))",
                f"note(who, {self.quoted('race')}, await asyncio.wait_for(asyncio.shield({future}), {pause}))",
                f"note(who, {self.quoted('race')}, await asyncio.wait_for(asyncio.sleep({pause}, 1), {pause}))",
                f"note(who, {self.quoted('race')}, [x.done() for x in sum(map(list, await asyncio.wait([{future}], timeout={pause})), [])])",
            ))
        with self.block("except (TimeoutError, asyncio.CancelledError, Fault, ValueError) as error:"):
            self.line(f"note(who, {self.quoted('raced')}, origin(error), {future}.cancelled())")

    def stubborn(self):
        """A finally block that awaits, and is cancelled there once more."""
        task = self.fresh("t")
        self.line(f"{task} = asyncio.create_task(hold_on(who, {self.pause()}, {self.pause()}))")
        self.tasks.append(task)
        for _ in range(self.between(1, 2)):
            self.line(f"asyncio.get_running_loop().call_later({self.pause()}, {task}.cancel, {self.quoted('stop')})")
        if self.chance(0.5):
            self.line(f"note(who, await asyncio.wait({{{task}}}, timeout={self.limit()}) is not None, {task}.done())")

    def streamed(self):
        """A stream reader that is fed as time goes by."""
        reader, loop = self.fresh("r"), "asyncio.get_running_loop()"
        self.line(f"{reader} = asyncio.StreamReader(limit=8)")
        for data in ('b"ab\\ncd"', 'b"\\n"', 'b"0123456789abcdefghij"')[:self.between(1, 3)]:
            self.line(f"{loop}.call_later({self.pause()}, attempt, who, {reader}.feed_data, {data})")
        self.line(f"{loop}.call_later({self.pick('0.005', '0.011', '0.02')}, {reader}.feed_eof)")
        with self.block("try:"):
            for _ in range(self.between(1, 3)):
                read = self.pick("readline()", "read(3)", "readexactly(4)", 'readuntil(b"c")', "read()")
                waits = f"{reader}.{read}"
                waits = self.pick(waits, waits, f"asyncio.wait_for({waits}, {self.limit()})")
                self.line(f"note(who, {self.quoted('read')}, await {waits})")
        with self.block("except (ValueError, EOFError, asyncio.LimitOverrunError, TimeoutError) as error:"):
            self.line(f"note(who, {self.quoted('not read')}, type(error).__name__, {reader}.at_eof())")

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
    OrderProgram.attempt: 18,
    OrderProgram.attempt_group: 4,
    OrderProgram.task_group: 6,
    OrderProgram.timeout: 6,
    OrderProgram.locked: 5,
    OrderProgram.guarded: 4,
    OrderProgram.managed: 3,
    OrderProgram.pushed: 2,
    OrderProgram.generate: 2,
    OrderProgram.set_context: 1,
    OrderProgram.suppressed: 2,
    OrderProgram.repeat: 4,
    OrderProgram.iterate: 6,
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
    OrderProgram.uncancel: 1,
    OrderProgram.look: 3,
    OrderProgram.fail: 4,
    OrderProgram.leave: 2,
    OrderProgram.set_variable: 1,
    OrderProgram.callback: 4,
    OrderProgram.bad_callback: 1,
    OrderProgram.future: 2,
    OrderProgram.post: 3,
    OrderProgram.turn: 1,
    OrderProgram.by_hand: 1,
    OrderProgram.gather: 6,
    OrderProgram.gathering: 2,
    OrderProgram.steps: 2,
    OrderProgram.comprehend: 2,
    OrderProgram.race: 2,
    OrderProgram.stubborn: 2,
    OrderProgram.streamed: 1,
    OrderProgram.wait_some: 3,
    OrderProgram.close: 1,
    **SHARED_KINDS,
    **COMPOUND,
}


def program(seed):
    return PROLOGUE + OrderProgram(seed).text()
