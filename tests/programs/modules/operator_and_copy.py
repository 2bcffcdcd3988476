# operator's functions, itemgetter, attrgetter.
import copy
import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.sub(5, 3), operator.mul("a", 3), operator.truediv(7, 2),
      operator.floordiv(7, 2))
print(operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.pos(-1), operator.abs(-4),
      operator.invert(5))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4),
      operator.rshift(16, 2))
print(operator.eq(1, 1.0), operator.ne(1, 2), operator.lt(1, 2), operator.le(2, 2),
      operator.gt("b", "a"), operator.ge(1, 2))
print(operator.not_(0), operator.truth([]), operator.is_(None, None), operator.is_not(1, None),
      operator.index(True))
print(operator.contains([1, 2], 2), operator.countOf("banana", "a"), operator.indexOf([5, 6], 6),
      operator.concat([1], [2]))
items = [1, 2, 3]
operator.setitem(items, 0, "x")
operator.delitem(items, 1)
print(items, operator.getitem({"k": "v"}, "k"), operator.iadd(items, [9]), items,
      operator.length_hint([1, 2]))
rows = [("bob", 3, "x"), ("al", 1, "y"), ("cy", 2, "x")]
print(sorted(rows, key=itemgetter(1)), list(map(itemgetter(0, 2), rows)), itemgetter("a")({"a": 5}),
      itemgetter(-1)("abc"))
print(itemgetter(slice(1, 3))("abcd"), max(rows, key=itemgetter(0)),
      sorted(rows, key=itemgetter(2, 1)))


class Node:
    def __init__(self, value, child=None):
        self.value = value
        self.child = child

    def shout(self, times=1, end="!"):
        return str(self.value).upper() * times + end


n = Node("a", Node("b"))
print(attrgetter("value")(n), attrgetter("child.value")(n), attrgetter("value", "child.value")(n))
print(methodcaller("shout")(n), methodcaller("shout", 2, end="?")(n),
      list(map(methodcaller("upper"), "ab")))
from functools import reduce
print(reduce(operator.mul, range(1, 6)), reduce(operator.or_, [1, 2, 4]),
      sum(map(operator.mul, [1, 2], [3, 4])))

nested = {"list": [1, [2, 3]], "tuple": ([4],), "set": {5}, "n": None}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["list"][1].append("new")
nested["tuple"][0].append("new")
print(shallow["list"], deep["list"], shallow["list"] is nested["list"], deep["tuple"],
      deep == nested)
cycle = [1]
cycle.append(cycle)
other = copy.deepcopy(cycle)
print(other, other[1] is other, other is not cycle)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
c, d = copy.copy(n), copy.deepcopy(n)
print(c.child is n.child, d.child is n.child, d.child.value, type(d).__name__)
print(copy.copy((1, 2)) == (1, 2), copy.copy("s"), copy.copy(5), copy.copy([1, 2]),
      copy.copy({1, 2}), copy.copy({"a": 1}))


class Custom:
    def __init__(self, data):
        self.data = data

    def __copy__(self):
        print("copying")
        return Custom(self.data)

    def __deepcopy__(self, memo):
        print("deep copying")
        return Custom(copy.deepcopy(self.data, memo))


x = Custom([1])
y, z = copy.copy(x), copy.deepcopy([x])[0]
print(y.data is x.data, z.data is x.data, z.data)
for action in (lambda: itemgetter(5)([1]), lambda: attrgetter("zz")(n),
               lambda: methodcaller("zz")(n),
               lambda: operator.index(1.5), lambda: operator.add(1, "a"), lambda: itemgetter(),
               lambda: operator.indexOf([1], 2)):
    try:
        action()
    except (IndexError, AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
