# global and nonlocal.
nonlocal x                              # error@1: nonlocal declaration not allowed at module level


def f(p):
    global p                            # error@5: name 'p' is parameter and global
    a = 1
    global a                            # error@5: name 'a' is assigned to before global declaration
    print(b)
    global b                            # error@5: name 'b' is used prior to global declaration
    global c                            # error@5: name 'c' is nonlocal and global
    nonlocal c
    nonlocal d                          # error@5: no binding for nonlocal 'd' found
    global e
    e: int = 1                          # error@5: annotated name 'e' can't be global
    import g
    global g


def outer():
    v = w = 1

    def inner():
        nonlocal v
        w = 2
        nonlocal w                      # error@9: name 'w' is assigned to before nonlocal declaration

    class C:
        nonlocal v

        def method(self):
            nonlocal __class__
