# *args and **kwargs: gathering, passing on, stars in calls, order of evaluation, errors.
def show(*args, **kwargs):
    print(args, kwargs)


show()
show(1, 2)
show(a=1, b=2)
show(1, *[2, 3], *(4,), 5, *"ab")
show(**{"x": 1}, y=2, **{"z": 3})
show(*range(3), k=[1], *[9])


def first_and_rest(first, *rest):
    return f"{first!r} then {len(rest)}"


print(first_and_rest(1))
print(first_and_rest(1, 2, 3))
print(first_and_rest(*"hello"))


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


print(forward(max, 3, 9, 2))
print(forward(sorted, [3, 1, 2], reverse=True))
print(forward(forward, forward, len, "four"))


def total(*numbers, start=0):
    for number in numbers:
        start += number
    return start


print(total(), total(1, 2, 3), total(1, start=10), total(*[5] * 4, start=-20))


def tag(name, *children, **attributes):
    inside = "".join(children)
    attrs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{attrs}>{inside}</{name}>"


print(tag("p", "hello"))
print(tag("div", tag("b", "x"), tag("i", "y"), id="main", lang="en"))


def trace(label, value):
    print("eval", label)
    return value


show(trace("a", 1), *trace("star", [2]), k=trace("k", 3), **trace("dstar", {"m": 4}))


def change(*args, **kwargs):
    kwargs["new"] = 1
    args += (99,)
    return args, kwargs


values = [1, 2]
options = {"old": 0}
print(change(*values, **options))
print(values, options)

print([*range(3), *"xy", *{7: 8}], (*[1], 2), {*[3], *[3]}, {**{"a": 1}, "b": 2, **{"a": 3}})


def named(a, b):
    return a - b


pair = {"b": 1, "a": 10}
print(named(**pair), named(*(5, 3)), named(1, **{"b": 2}))

for call in (
    lambda: named(*[1]),
    lambda: named(*[1, 2, 3]),
    lambda: named(1, **{"a": 2}),
    lambda: named(**{"a": 1, "b": 2, "c": 3}),
    lambda: show(*5),
    lambda: show(**5),
    lambda: show(x=1, **{"x": 2}),
    lambda: first_and_rest(),
):
    try:
        call()
    except TypeError as error:
        print(str(error).replace("__main__.", ""))
