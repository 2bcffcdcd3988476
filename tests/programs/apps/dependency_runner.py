# A dependency-ordered task runner: topological order, cycles found, parallel run with futures.
import asyncio

TASKS = {
    "deploy": ["build", "test"],
    "test": ["compile", "fixtures"],
    "build": ["compile", "assets"],
    "compile": ["fetch"],
    "assets": ["fetch"],
    "fixtures": [],
    "fetch": [],
}


class CycleError(Exception):
    pass


def topological(graph):
    order, state = [], {}

    def visit(node, path):
        if state.get(node) == "done":
            return
        if node in path:
            cycle = path[path.index(node):] + [node]
            raise CycleError(" -> ".join(cycle))
        for needed in graph.get(node, []):
            visit(needed, path + [node])
        state[node] = "done"
        order.append(node)

    for node in sorted(graph):
        visit(node, [])
    return order


def levels(graph):
    level = {}
    for node in topological(graph):
        level[node] = max((level[d] + 1 for d in graph.get(node, [])), default=0)
    result = {}
    for node, number in level.items():
        result.setdefault(number, []).append(node)
    return [sorted(result[number]) for number in sorted(result)]


class Runner:
    def __init__(self, graph, failing=()):
        self.graph = graph
        self.failing = set(failing)
        self.tasks = {}
        self.log = []

    async def run_one(self, name):
        needed = [self.start(d) for d in self.graph[name]]
        outcomes = await asyncio.gather(*needed, return_exceptions=True)
        broken = [d for d, o in zip(self.graph[name], outcomes) if isinstance(o, Exception)]
        if broken:
            self.log.append(f"{name} skipped")
            raise RuntimeError(f"{name} needs {', '.join(broken)}")
        self.log.append(f"{name} starts")
        await asyncio.sleep(0)
        if name in self.failing:
            self.log.append(f"{name} fails")
            raise RuntimeError(f"{name} failed")
        self.log.append(f"{name} ok")
        return len(name)

    def start(self, name):
        if name not in self.tasks:
            self.tasks[name] = asyncio.create_task(self.run_one(name), name=name)
        return self.tasks[name]

    async def run(self, *targets):
        return await asyncio.gather(*map(self.start, targets), return_exceptions=True)


async def main():
    print(topological(TASKS))
    for number, names in enumerate(levels(TASKS)):
        print(number, names)
    runner = Runner(TASKS)
    print(await runner.run("deploy"))
    for line in runner.log:
        print(" ", line)
    print(sorted(runner.tasks))
    runner = Runner(TASKS, failing=["assets"])
    print([str(o) for o in await runner.run("deploy", "test")])
    print(runner.log)
    for graph in ({"a": ["b"], "b": ["c"], "c": ["a"]}, {"x": ["x"]}, {"p": ["q"]}):
        try:
            print(topological(graph))
        except CycleError as error:
            print("cycle:", error)


asyncio.run(main())
