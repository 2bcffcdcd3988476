# Items of lists of one type, read and written where they are: by words, from the end, out of range.


def f():
    a = [1.0, 2.5]
    a[0] = 3.0
    a[1] += a[0]
    b = [True] * 4
    b[2] = False
    b[-1] = False
    s = "héllo"
    out = []
    for i in range(len(s)):
        if s[i] == s[-i - 1]:
            out.append(s[i])
    print(a, b, out, len(out), a[-1])
    try:
        print(a[5])
    except IndexError as e:
        print(e)
    try:
        a[-3] = 1.0
    except IndexError as e:
        print(e)
    x = [i * 0.5 for i in range(5)]
    y = x[2]
    x[2] = 9.0
    print(y, x, x[2] < x[3], "a" < "b", "ab" >= "b", "a" != "b")
    print(out.append("z"), out)
f()


def g(n):
    prime = [True] * (n + 1)
    k = n * n * 10**30 // 10**30
    while k > 0:
        if k <= n:
            prime[k] = False
        k -= 2
    return sum(prime)


print(g(9))
