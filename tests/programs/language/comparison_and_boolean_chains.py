# Comparison chains, in, is, not, and/or mixing, short circuits, evaluation order and counts.
calls = []


def v(x):
    calls.append(x)
    return x


def run(label, action):
    calls.clear()
    result = action()
    print(f"{label:<28}{result!r:<8}{calls}")


run("1 < 2 < 3", lambda: v(1) < v(2) < v(3))
run("1 < 0 < 3", lambda: v(1) < v(0) < v(3))
run("3 > 2 >= 2 != 1", lambda: v(3) > v(2) >= v(2) != v(1))
run("1 == 1 == 2 == 3", lambda: v(1) == v(1) == v(2) == v(3))
run("1 in [1] in [[1]]", lambda: v(1) in v([1]) in v([[1]]))
run("(1 < 2) < 3", lambda: (v(1) < v(2)) < v(3))
run("not 1 < 2", lambda: not v(1) < v(2))
run("not (1 or 0) and 5", lambda: not (v(1) or v(0)) and v(5))
run("0 or '' or [] or 7 or 8", lambda: v(0) or v("") or v([]) or v(7) or v(8))
run("1 and 'a' and [] and 9", lambda: v(1) and v("a") and v([]) and v(9))
run("1 or 2 and 0", lambda: v(1) or v(2) and v(0))
run("(1 or 2) and 0", lambda: (v(1) or v(2)) and v(0))
run("0 and 1 or 2", lambda: v(0) and v(1) or v(2))
run("not 0 == 0", lambda: not v(0) == v(0))
run("a if 0 else b if 1 else c", lambda: v("a") if v(0) else v("b") if v(1) else v("c"))
run("1 if 2 else 3 or 4", lambda: v(1) if v(2) else v(3) or v(4))
run("x is None is None", lambda: v(None) is v(None) is None)
run("1 < 2 and 2 < 1 or 3", lambda: v(1) < v(2) and v(2) < v(1) or v(3))
run("'b' in 'abc' != 'x'", lambda: v("b") in v("abc") != v("x"))
run("1 not in (2, 3)", lambda: v(1) not in (v(2), v(3)))
run("-1 ** 2 < 0", lambda: -v(1) ** v(2) < v(0))
run("1 + 2 < 2 * 2", lambda: v(1) + v(2) < v(2) * v(2))
run("f(a) < f(b) == True", lambda: v(1) < v(2) == True)
run("lambda in or", lambda: (v(None) or (lambda: v("called")))())
run("all gen", lambda: all(v(x) < 3 for x in (1, 2, 3, 4)))
run("any gen", lambda: any(v(x) > 1 for x in (1, 2, 3, 4)))
run("dict order", lambda: {v("k1"): v("v1"), v("k2"): v("v2")}["k1"])
run("args order", lambda: max(v(1), *v([5, 2]), key=lambda x: -x))
run("subscript order", lambda: v([10, 20])[v(0)])
run("slice order", lambda: v("abcdef")[v(1):v(5):v(2)])
run("binary order", lambda: v(10) - v(3) - v(2) ** v(2))
run("attribute call", lambda: v("a-b").split(v("-")))
run("f-string", lambda: f"{v(1)}{v('x'):>{v(3)}}")
run("tuple", lambda: (v(1), v(2), *v((3,))))
run("set", lambda: len({v(1), v(1), v(2)}))
run("comparison of lists", lambda: v([1, 2]) < v([1, 3]) < v([2]))


def store():
    a = [0, 0]
    a[v(0)], a[v(1)] = v("x"), v("y")
    d = {}
    d[v("key")] = v("value")
    a[v(0)] += v("z")
    return a, d


run("stores", store)


class Odd:
    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return []

    def __contains__(self, x):
        return "yes"


o = Odd()
print(o == 1, o != 1, o < 1 < 2, 5 in o, 5 not in o, not o == 1, [1] == o)
nan = float("nan")
print(nan == nan, nan in [nan], nan != nan, (nan,) == (nan,), nan is nan, not nan)
print(1 == 1.0 == True, 0 == False == 0.0, "" == 0, [] == (), None == False, {} == set(),
      1 is not 2)
