# inspect: signatures of every kind of callable, binding, documentation, members.
import asyncio
import functools
import inspect
from typing import Optional, Any


def plain(a, /, b: int, *args: str, c=1, d: float = 2.5, **kw: Any) -> Optional[int]:
    """Sum things.

        indented
    done
    """


class Point:
    """A point."""

    scale = 2

    def __init__(self, x: int, y: int = 0, *, label=None):
        self.x, self.y = x, y

    def move(self, dx, dy=0) -> "Point":
        """Moves it."""
        return self

    @classmethod
    def origin(cls, *names):
        return cls(0)

    @staticmethod
    def helper(q, r=(1, 2)):
        pass

    @property
    def size(self):
        """How big."""
        return 1


class Child(Point):
    def move(self, dx, dy=1):
        return self


class Callme:
    def __call__(self, a, *rest):
        pass


class Made:
    def __new__(cls, p, q=3):
        return super().__new__(cls)


class Empty:
    pass


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@logged
def greet(name, greeting="hi"):
    """Greets."""
    return f"{greeting} {name}"


async def co(a, *, timeout: float | None = None) -> list[int]:
    pass


for thing in (plain, Point, Point.move, Point(1).move, Point.origin, Point.helper, Child, Callme(),
              Callme, Made, Empty, greet, co, lambda x, *y: 0, functools.partial(plain, 1),
              functools.partial(greet, greeting="yo"), functools.partial(greet, "bob"),
              functools.partial(Point(1).move, dx=1)):
    s = inspect.signature(thing)
    print(s, repr(s), [p.name for p in s.parameters.values()])
print(inspect.signature(greet, follow_wrapped=False), greet.__name__, greet.__wrapped__ is inspect.unwrap(greet))
s = inspect.signature(plain)
for p in s.parameters.values():
    print(p, repr(p), p.kind, repr(p.kind), p.kind.description, p.kind == inspect.Parameter.KEYWORD_ONLY, p.default, p.annotation)
print(s.return_annotation, s.empty is inspect.Signature.empty, inspect._empty if hasattr(inspect, "_empty") else "")
b = s.bind(1, 2, 3, 4, c=5, z=6)
print(b, b.args, b.kwargs, b.arguments)
b.apply_defaults()
print(b)
b = s.bind(1, b=2)
b.apply_defaults()
print(b, b.args, b.kwargs)
for args, kw in (((), {}), ((1,), {}), ((1, 2), {"b": 3}), ((1,), {"a": 1, "b": 2})):
    try:
        print(s.bind(*args, **kw))
    except TypeError as e:
        print("TypeError", e)
t = inspect.signature(greet)
for args, kw in (((1, 2, 3), {}), ((1,), {"zz": 3}), ((), {"greeting": 1})):
    try:
        print(t.bind(*args, **kw))
    except TypeError as e:
        print("TypeError", e)
print(t.bind_partial(greeting=3), t == inspect.signature(greet), t == s)
P = inspect.Parameter
new = inspect.Signature([P("a", P.POSITIONAL_ONLY), P("k", P.KEYWORD_ONLY, default=3, annotation=int)], return_annotation=str)
print(new, new.replace(return_annotation=inspect.Signature.empty), P("z", P.VAR_KEYWORD).replace(name="w"))
for bad in (lambda: inspect.Signature([P("k", P.KEYWORD_ONLY), P("a", P.POSITIONAL_ONLY)]),
            lambda: inspect.Signature([P("a", P.POSITIONAL_OR_KEYWORD, default=1), P("b", P.POSITIONAL_OR_KEYWORD)]),
            lambda: inspect.Signature([P("a", P.KEYWORD_ONLY), P("a", P.KEYWORD_ONLY)]),
            lambda: P("1a", P.KEYWORD_ONLY), lambda: P(3, P.KEYWORD_ONLY), lambda: P("a", 9),
            lambda: P("a", P.VAR_POSITIONAL, default=2), lambda: inspect.signature(5)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(inspect.getdoc(plain)); print(inspect.getdoc(Child), inspect.getdoc(Child(1).move), inspect.getdoc(Point.size))
print(inspect.cleandoc("  a\n     b\n    c\n\n"))
print(inspect.getfullargspec(plain)); print(inspect.getfullargspec(Point(1).move))
print([n for n, v in inspect.getmembers(Child(1)) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(Child, inspect.isroutine) if not n.startswith("__")])
print(inspect.getmro(Child), inspect.isdatadescriptor(Point.size), inspect.isroutine(len), inspect.isroutine(Point), inspect.ismethoddescriptor(str.upper))
print(inspect.getattr_static(Point(1), "size") is Point.__dict__["size"], inspect.getattr_static(Point(3), "x"), inspect.getattr_static(Point, "scale"), inspect.getattr_static(Point, "nope", None))
print(inspect.ismodule(inspect), inspect.iscode(plain.__code__), inspect.get_annotations(plain))


# a registry that injects by parameter name
class Container:
    def __init__(self):
        self.providers = {}

    def provide(self, f):
        self.providers[f.__name__] = f
        return f

    async def call(self, f):
        kwargs = {}
        for name, p in inspect.signature(f).parameters.items():
            if name in self.providers:
                v = self.providers[name]()
                kwargs[name] = await v if inspect.isawaitable(v) else v
            elif p.default is inspect.Parameter.empty:
                raise LookupError(f"cannot inject {name!r} into {f.__name__}{inspect.signature(f)}")
        r = f(**kwargs)
        return await r if inspect.iscoroutine(r) else r


c = Container()


@c.provide
def config():
    return {"port": 80}


@c.provide
async def db():
    await asyncio.sleep(0)
    return "db!"


async def handler(db, config, limit=10):
    return db, config, limit


def broken(nothing):
    pass


async def main():
    print(await c.call(handler))
    try:
        await c.call(broken)
    except LookupError as e:
        print(e)


asyncio.run(main())
