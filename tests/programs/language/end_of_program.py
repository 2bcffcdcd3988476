# What ends with the program sees its variables as they were.
X = "text"
N = [1, 2]
F = 2.5
def gen():
    try:
        yield 1
    finally:
        print("closing", X, N, F)
        try:
            print(len(N), F * 2, X + "a")
        except Exception as e:
            print(type(e), e)
g = gen()
next(g)
Y = "later"
class C:
    def __del__(self):
        print("del", X, Y)
c = C()
c.me = c
