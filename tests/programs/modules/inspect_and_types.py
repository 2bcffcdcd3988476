# inspect and types around coroutines and functions: kinds, states, signatures, SimpleNamespace.
import asyncio
import inspect
import types


async def coro(a, b=1, *args, c, d=2, **kw):
    """Doc of coro."""
    await asyncio.sleep(0)


def plain(x: int, y="s") -> str:
    """First line.

    Second line.
    """


def gen():
    yield


async def agen():
    yield


class Thing:
    """A thing."""

    def method(self, q):
        pass

    async def amethod(self):
        pass

    @staticmethod
    def static(s):
        pass


CHECKS = ["isfunction", "iscoroutinefunction", "isgeneratorfunction", "isasyncgenfunction",
          "isclass",
          "ismethod", "isbuiltin", "iscoroutine", "isgenerator", "isasyncgen", "isawaitable",
          "callable"]
c, g, a = coro(1, c=2), gen(), agen()
THINGS = [("coro", coro), ("coro()", c), ("plain", plain), ("gen", gen), ("gen()", g),
          ("agen", agen), ("agen()", a),
          ("Thing", Thing), ("method", Thing().method), ("amethod", Thing().amethod), ("len", len),
          ("lambda", lambda: 1), ("5", 5)]
for name, thing in THINGS:
    yes = [check for check in CHECKS if (callable(thing) if check == "callable" else getattr(inspect, check)(thing))]
    print(f"{name:<8}", " ".join(yes))
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
g.close()
c.close()
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c))


async def states():
    task_coro = coro(1, c=1)
    task = asyncio.create_task(task_coro)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(task_coro))
    await task
    print(inspect.getcoroutinestate(task_coro), inspect.isawaitable(task),
          inspect.iscoroutine(task))


asyncio.run(states())
print(inspect.signature(coro), inspect.signature(plain), inspect.signature(Thing.method),
      inspect.signature(Thing().method))
for name, parameter in inspect.signature(coro).parameters.items():
    print(name, parameter.kind.name, parameter.default is inspect.Parameter.empty)
print(inspect.getdoc(plain), plain.__annotations__, coro.__doc__, Thing.__doc__, plain.__defaults__,
      coro.__kwdefaults__)
print([name for name, value in inspect.getmembers(Thing, inspect.isfunction)])

ns = types.SimpleNamespace(a=1, b="x")
ns.c = [2]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[2]), vars(ns))
print(isinstance(plain, types.FunctionType), isinstance(Thing().method, types.MethodType),
      isinstance(len, types.BuiltinFunctionType))
print(isinstance(g, types.GeneratorType), isinstance(c, types.CoroutineType),
      isinstance(None, types.NoneType))
print(isinstance(lambda: 0, types.LambdaType), type(types).__name__,
      types.MappingProxyType({"a": 1})["a"])
proxy = types.MappingProxyType({"a": 1})
try:
    proxy["b"] = 2
except TypeError as error:
    print(error)
bound = types.MethodType(lambda self, x: (self, x), "me")
print(bound(5))
New = type("New", (Thing,), {"x": 5, "get": lambda self: self.x})
print(New().get(), New.__name__, New.__bases__[0].__name__, issubclass(New, Thing))


@types.coroutine
def old_style():
    yield
    return "old"


async def uses_old():
    return await old_style()


print(asyncio.run(uses_old()))
