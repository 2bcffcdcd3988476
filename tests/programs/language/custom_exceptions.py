# User exception classes: hierarchy, own __init__ and __str__, attributes, matching order, errors.
class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, what, where="store"):
        super().__init__(f"{what} not found in {where}")
        self.what = what
        self.where = where


class CodeError(AppError):
    code = 500

    def __str__(self):
        return f"[{self.code}] {' '.join(map(str, self.args))}"


class Forbidden(CodeError):
    code = 403


class Silent(Exception):
    def __init__(self, value):
        self.value = value


class Rich(Exception):
    """An exception with a repr of its own."""

    def __init__(self, a, b=2, *, c=3):
        super().__init__(a, b)
        self.c = c

    def __repr__(self):
        return f"Rich({self.args}, c={self.c})"


class Both(KeyError, ValueError):
    pass


def catch(error):
    try:
        raise error
    except Forbidden as e:
        return f"Forbidden {e}"
    except CodeError as e:
        return f"CodeError {e}"
    except NotFound as e:
        return f"NotFound {e} / {e.what} / {e.where}"
    except AppError as e:
        return f"AppError {e!r}"
    except (KeyError, OSError) as e:
        return f"key or os {e!r} {isinstance(e, ValueError)}"
    except Exception as e:
        return f"other {type(e).__name__} {e}"


for error in (AppError("plain"), AppError(), NotFound("key"), NotFound("key", where="cache"),
              CodeError("bad", 1), Forbidden("no"), Forbidden(), Silent(5), Rich(1), Both("b"),
              OSError("o"),
              AppError, Forbidden):
    print(catch(error))

s = Silent(7)
print(repr(s), str(s), s.args, s.value)
r = Rich("x", c=9)
print(r, repr(r), r.args, r.c, Rich.__doc__, Rich.__name__)
print(repr(NotFound("a")), repr(Forbidden("x", 1)), [AppError("in list")])
print(issubclass(Forbidden, AppError), issubclass(NotFound, CodeError),
      isinstance(Both(), LookupError))
print([c.__name__ for c in Forbidden.__mro__])
print(isinstance(s, Exception), isinstance(s, (KeyError, Silent)), Exception in Silent.__bases__)


class Validation(AppError):
    def __init__(self, errors):
        self.errors = dict(errors)
        super().__init__(len(self.errors))

    def __bool__(self):
        return bool(self.errors)

    def __len__(self):
        return len(self.errors)

    def __iter__(self):
        return iter(self.errors.items())


def validate(form):
    errors = {}
    if not form.get("name"):
        errors["name"] = "required"
    if not isinstance(form.get("age"), int):
        errors["age"] = f"not a number: {form.get('age')!r}"
    if errors:
        raise Validation(errors)
    return True


for form in ({"name": "x", "age": 5}, {"name": ""}, {"age": "old"}):
    try:
        print(validate(form))
    except Validation as problem:
        print(len(problem), list(problem), problem)

kinds = (ValueError, KeyError)
try:
    raise Both("dynamic")
except kinds as e:
    print("tuple variable", e)


def pick():
    print("pick evaluated")
    return ValueError


try:
    raise ValueError("x")
except KeyError:
    print("no")
except pick() as e:
    print("picked", e)
try:
    try:
        raise KeyError("a")
    except "not a class":
        pass
except TypeError as e:
    print(e)
try:
    NotFound()
except TypeError as e:
    print(e)
try:
    raise type("Made", (AppError,), {"x": 5})("by type()")
except AppError as e:
    print(type(e).__name__, e, e.x)
