# Chained calls: fluent builders, methods returning self, attribute chains, conditional chains.
class Query:
    def __init__(self, rows):
        self.rows = list(rows)

    def where(self, **conditions):
        return Query(r for r in self.rows if all(r.get(k) == v for k, v in conditions.items()))

    def filter(self, predicate):
        return Query(r for r in self.rows if predicate(r))

    def order_by(self, key, reverse=False):
        return Query(sorted(self.rows, key=lambda r: r[key], reverse=reverse))

    def select(self, *names):
        return Query({n: r[n] for n in names} for r in self.rows)

    def limit(self, n):
        return Query(self.rows[:n])

    def group(self, key):
        groups = {}
        for r in self.rows:
            groups.setdefault(r[key], []).append(r)
        return {k: Query(v) for k, v in groups.items()}

    def sum(self, key):
        return sum(r[key] for r in self.rows)

    def __len__(self):
        return len(self.rows)

    def __iter__(self):
        return iter(self.rows)

    def __repr__(self):
        return f"Query({self.rows})"


people = Query([
    {"name": "ann", "city": "oslo", "age": 31}, {"name": "bob", "city": "rome", "age": 25},
    {"name": "cy", "city": "oslo", "age": 47}, {"name": "di", "city": "rome", "age": 38},
])
print(people.where(city="oslo").order_by("age", reverse=True).select("name", "age"))
print(people.filter(lambda r: r["age"] > 30).order_by("name").limit(2).select("name").rows)
print({k: (len(q), q.sum("age")) for k, q in people.group("city").items()},
      [r["name"] for r in people.where(city="x")])


class Html:
    def __init__(self):
        self.parts, self.open = [], []

    def tag(self, name, **attributes):
        text = "".join(f' {k.rstrip("_")}="{v}"' for k, v in attributes.items())
        self.parts.append("  " * len(self.open) + f"<{name}{text}>")
        self.open.append(name)
        return self

    def text(self, value):
        self.parts.append("  " * len(self.open) + str(value))
        return self

    def end(self, count=1):
        for _ in range(count):
            name = self.open.pop()
            self.parts.append("  " * len(self.open) + f"</{name}>")
        return self

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda **attributes: self.tag(name, **attributes)

    def __str__(self):
        return "\n".join(self.parts)


page = (
    Html()
    .html()
    .body(class_="main")
    .p(id="x").text("hello").end()
    .ul()
    .li().text(1).end()
    .li().text(2).end(4)
)
print(page)
print("  Hello, World  ".strip().lower().replace(",", "").split()[1].title().center(9, "*")[::-1])
print([1, 2, 3].copy().__len__().bit_length().__add__(1).__str__().zfill(3))


class Node:
    def __init__(self, value):
        self.value, self.next = value, None

    def append(self, value):
        node = self
        while node.next:
            node = node.next
        node.next = Node(value)
        return self


chain = Node(1).append(2).append(3)
print(chain.next.next.value, chain.next.next.next)
chain.next.value = chain.value = chain.next.next.value * 10
chain.next.next.value += 1
print(chain.value, chain.next.value, chain.next.next.value)
matrix = {"rows": [[1, 2], [3, 4]], "meta": {"names": ("a", "b")}}
matrix["rows"][1][0] += matrix["rows"][0][-1]
matrix["meta"]["names"] += ("c",)
matrix["rows"].append([*matrix["rows"][0], 9])
print(matrix, matrix["meta"]["names"][-1].upper() * 2, (lambda d: d["rows"][-1])(matrix)[::-1])


class Options:
    def __init__(self, **values):
        self.__dict__.update(values)

    def with_(self, **values):
        return Options(**{**self.__dict__, **values})

    def __repr__(self):
        return f"Options({', '.join(f'{k}={v!r}' for k, v in sorted(self.__dict__.items()))})"


base = Options(debug=False, level=1)
print(base, base.with_(level=3), base.with_(debug=True).with_(name="x", level=base.level + 1))
