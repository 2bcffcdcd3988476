# Lists whose items are known, and every way for something else to get into them.
xs = [1, 2, 3]
xs.append(4)
print(sum(xs), xs[1:], xs[-1], xs[::2])
def fill(l, v): l.append(v); return l
ys = fill([], 1)
zs = fill([], "a")
print(ys + zs, ys * 2)
def odd(l):
    l[0] = "zero"
bits = [0] * 5
bits[2] = 1
odd(bits)
print(bits)
flags = [False] * 4
flags[1] = True
for i, f in enumerate(flags): print(i, f, end=" ")
print(flags.count(True), sorted(flags), [not f for f in flags])
fl = [1.0, 2.5]
fl[0] += 1
fl.append(3)
print(fl, fl[0] * 2, max(fl), [x * x for x in fl])
t = 0.0
for x in [0.5, 1.5]: t += x
print(t)
nest = [[1, 2], [3]]
nest[0].append("n")
for r in nest: r.append(None)
print(nest, nest[0][0] + 1)
def grow(any_list):
    for l in any_list: l.append(2.5)
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 7
grow(grid)
print(grid, grid[0][3])
big = [2**61, 2**62 - 1]
big[0] += 2**61; big[1] += 1
print(big)
cnt = [0] * 3
for i in range(10): cnt[i % 3] += i
print(cnt)
class Holder:
    def __init__(self): self.l = []
def leak(o): o.l.append("leaked")
h = Holder(); h.l.append(1); leak(h); print(h.l[0] + 1, h.l)
a = [3, 1, 2]; a.sort(); a.reverse(); a.insert(1, 9); a.extend([7, 8]); print(a, a.pop(), a.pop(0), a.index(9))
b = a; b += ["x"]; print(a)
c = a.copy(); c.append(2.5); print(a, c)
a[1:2] = ["s", None]; print(a)
del a[0]; print(a)
e = []
try: e[0]
except IndexError as x: print(x)
try: e.pop()
except IndexError as x: print(x)
def ret(): return [1]
r = ret(); r.append(2)
def esc(f): return f()
q = esc(ret); q.append("q"); print(r, q)
store = {"l": [1, 2]}
store["l"].append("d"); print(store)
l2 = [1, 2]; tup = (l2,); tup[0].append("t"); print(l2[2], l2)
l3 = [1]; clo = lambda: l3.append("c"); clo(); print(l3)
class It:
    def __eq__(self, o): o.append("eq"); return True
l4 = [1]; print(l4 == It(), l4)
m = [1, 2.5]; print(m[0] + m[1], m[1] ** 2)
s = [i for i in range(5) if i % 2]; print(s, s[0] << 3)
st = ["a", "b"]; st[0] += "z"; print(st, "-".join(st))
w = [1]; w.append(w); print(len(w), w[1][0])
x, *y = [1, 2, 3]; y.append("u"); print(x, y)
import random
def sw(l): l[0], l[1] = l[1], l[0]
sw(st); print(st)
for item in [1, "a", 2.5, None, True]: print(item, end=",")
print()
it = iter([1, 2]); print(next(it), next(it), next(it, "end"))
g = [1, 2, 3]
for v in g:
    if v < 3: g.append(v + 10)
    if len(g) > 6: break
print(g)
def known(f):
    try:
        return f()
    except (NameError, UnboundLocalError) as e:
        return e
def after_loop(items):
    for item in items:
        pass
    return item
def in_range(n):
    for item in range(n): pass
    return item
print(known(lambda: after_loop([1, 2])), known(lambda: after_loop([])), known(lambda: in_range(2)), known(lambda: in_range(0)))
