# An event loop from scratch on generators: tasks, timers in virtual time, channels, joins, errors.
import heapq


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds


class Join:
    def __init__(self, task):
        self.task = task


class Receive:
    def __init__(self, channel):
        self.channel = channel


class Channel:
    def __init__(self):
        self.items = []
        self.waiting = []


class Task:
    def __init__(self, name, generator):
        self.name, self.generator = name, generator
        self.result = self.error = None
        self.done = False
        self.joiners = []


class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.timers = []
        self.counter = 0
        self.trace = []

    def spawn(self, name, generator):
        task = Task(name, generator)
        self.ready.append((task, None, None))
        return task

    def send(self, channel, item):
        if channel.waiting:
            self.ready.append((channel.waiting.pop(0), item, None))
        else:
            channel.items.append(item)

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.timers)
                self.ready.append((task, None, None))
            task, value, error = self.ready.pop(0)
            self.step(task, value, error)

    def step(self, task, value, error):
        try:
            request = task.generator.throw(error) if error else task.generator.send(value)
        except StopIteration as stop:
            self.finish(task, stop.value, None)
        except Exception as failure:
            self.finish(task, None, failure)
        else:
            self.handle(task, request)

    def handle(self, task, request):
        if isinstance(request, Sleep):
            self.counter += 1
            heapq.heappush(self.timers, (self.now + request.seconds, self.counter, task))
        elif isinstance(request, Join):
            if request.task.done:
                self.ready.append((task, request.task.result, request.task.error))
            else:
                request.task.joiners.append(task)
        elif isinstance(request, Receive):
            if request.channel.items:
                self.ready.append((task, request.channel.items.pop(0), None))
            else:
                request.channel.waiting.append(task)
        elif request is None:
            self.ready.append((task, None, None))
        else:
            self.ready.append((task, None, TypeError(f"cannot wait for {request!r}")))

    def finish(self, task, result, error):
        task.done, task.result, task.error = True, result, error
        self.trace.append((self.now, task.name, result if error is None else repr(error)))
        for joiner in task.joiners:
            self.ready.append((joiner, result, error))


loop = Loop()


def say(*parts):
    print(f"t={loop.now:<3}", *parts)


def napper(name, *naps):
    for n in naps:
        yield Sleep(n)
        say(name, "slept", n)
    return sum(naps)


def producer(channel, n):
    for i in range(n):
        yield Sleep(2)
        loop.send(channel, i)
    loop.send(channel, None)


def consumer(name, channel):
    got = []
    while True:
        item = yield Receive(channel)
        if item is None:
            loop.send(channel, None)
            return name, got
        got.append(item)
        say(name, "got", item)
        yield Sleep(3)


def failing():
    yield Sleep(1)
    raise ValueError("broken")


def main():
    a = loop.spawn("a", napper("a", 5, 5))
    b = loop.spawn("b", napper("b", 3, 3, 3))
    say("both together", (yield Join(a)) + (yield Join(b)))
    channel = Channel()
    loop.spawn("producer", producer(channel, 5))
    consumers = [loop.spawn(n, consumer(n, channel)) for n in ("x", "y")]
    for c in consumers:
        say((yield Join(c)))
    try:
        yield Join(loop.spawn("failing", failing()))
    except ValueError as error:
        say("caught", error)
    try:
        yield "nonsense"
    except TypeError as error:
        say(error)
    yield
    return "end"


task = loop.spawn("main", main())
loop.run()
print(task.result, loop.now)
for entry in loop.trace:
    print(entry)
