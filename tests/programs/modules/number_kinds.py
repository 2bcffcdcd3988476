# numbers: built-in numbers are of their kinds, though the program names only one of the classes.
import numbers


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __mul__(self, factor):
        return Vector(*(p * factor for p in self.parts)) if isinstance(factor, numbers.Real) else NotImplemented

    __rmul__ = __mul__

    def __repr__(self):
        return f'Vector{self.parts}'


print(Vector(1, 2) * 3, 2 * Vector(1, 2), Vector(1, 2) * 0.5, True * Vector(5))
for factor in (1j, '2', None):
    try:
        print(Vector(1) * factor)
    except TypeError as error:
        print(error)
