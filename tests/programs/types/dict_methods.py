# dict: methods, views, order, merging, comparison, iteration, keys of many kinds, errors.
d = {"b": 2, "a": 1}
d["c"] = 3
d["a"] = 10
print(d, len(d), "a" in d, 1 in d, d["b"])
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 5), d.setdefault("n", []))
d["n"].append(1)
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d)
d.update({"x": 24, "b": 20})
d.update(y=25, z=26)
d.update([("p", 1), ("q", 2)])
print(d)
del d["b"]
d["b"] = "back at the end"
print(list(d))
copy = d.copy()
copy["a"] = None
print(d["a"], copy["a"], d == copy, d.copy() == d)
copy.clear()
print(copy, bool(copy), not copy)

print(dict(), dict(a=1, b=2), dict([("k", "v"), (1, 2)]), dict({"a": 1}, b=2),
      dict(zip("ab", [1, 2])))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(3), "x"))
print({**{"a": 1}, **{"b": 2}}, {"a": 1} | {"b": 2}, {"a": 1, "b": 1} | {"b": 2, "c": 3})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2}, {} == [])

mixed = {1: "int", "1": "str", (1, 2): "tuple", None: "none", 2.5: "float", True: "bool",
         b"k": "bytes"}
print(mixed, mixed[1], mixed[(1, 2)], mixed[None], mixed[1.0], len(mixed))
mixed[frozenset([1])] = "frozen"
print(mixed[frozenset({1})])

for key in d:
    print(key, end=" ")
for key, value in d.items():
    print(f"{key}={value}", end=" ")
for i, (k, v) in enumerate({"m": 1, "n": 2}.items()):
    print(i, k, v, end=" ")
print()
print({k: v * 2 for k, v in {"a": 1, "b": 2}.items() if v > 1}, {v: k for k, v in {"a": 1}.items()})
print(list(reversed({"a": 1, "b": 2})), sorted({"b": 1, "a": 2}), max({"x": 1, "y": 0}))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]),
      min({"a": 3, "b": 1}.items(), key=lambda p: p[1]))

keys = d.keys()
items = {"a": 1, "b": 2}.items()
print("a" in keys, len(keys), ("a", 1) in items, ("a", 2) in items, 2 in {"a": 2}.values())
d["new"] = 0
print("new" in keys, len(keys))
left, right = {"a": 1, "b": 2}, {"b": 3, "c": 4}
print(sorted(left.keys() & right.keys()), sorted(left.keys() | right.keys()),
      sorted(left.keys() - right.keys()))
print(sorted(left.keys() ^ right.keys()), left.keys() == {"a", "b"}, left.keys() <= {"a", "b", "c"})
print(left.keys(), left.values(), left.items(), {}.keys(), {}.items())
print(type(left.keys()).__name__, type(left.values()).__name__, type(left.items()).__name__)

nested = {"list": [1, {"deep": (1, {2})}], "d": {"e": {}}}
print(nested, nested["list"][1]["deep"][0], nested["d"]["e"])
nested["self"] = nested
print(nested)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:3], sum(big.values()), big[999])
big[0] = "again"
print(list(big)[-1])
groups = {}
for word in "apple bob avocado cat banana".split():
    groups.setdefault(word[0], []).append(word)
print(groups)

for label, action in [
    ("missing", lambda: {}["k"]),
    ("missing int", lambda: {"a": 1}[1]),
    ("missing tuple", lambda: {}[(1, 2)]),
    ("pop", lambda: {}.pop("k")),
    ("popitem", lambda: {}.popitem()),
    ("unhashable", lambda: {}[[1]]),
    ("unhashable dict", lambda: {{}: 1}),
    ("unhashable set", lambda: {(1, {2}): 1}),
    ("dict int", lambda: dict(5)),
    ("dict short", lambda: dict(["a"])),
    ("dict long", lambda: dict([(1, 2, 3)])),
    ("dict of int", lambda: dict([1])),
    ("add", lambda: {} + {}),
    ("or", lambda: {} | [1]),
    ("less", lambda: {} < {}),
    ("attribute", lambda: {}.push),
    ("get", lambda: {}.get()),
    ("update", lambda: {}.update(5)),
    ("hash", lambda: hash({})),
    ("keys index", lambda: {}.keys()[0]),
]:
    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
