# Matrices as lists of lists and as a class: product, transpose, determinant, inverse, power, print.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, index):
        if isinstance(index, tuple):
            i, j = index
            return self.rows[i][j]
        return self.rows[index]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        return Matrix([k * a for a in row] for row in self.rows)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([sum(a * b for a,
                           b in zip(row, col)) for col in columns] for row in self.rows)

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def transposed(self):
        return Matrix(zip(*self.rows))

    def minor(self, i, j):
        return Matrix(row[:j] + row[j + 1:] for k, row in enumerate(self.rows) if k != i)

    def determinant(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum(
            (-1) ** j * self[0, j] * self.minor(0, j).determinant() for j in range(self.shape[1])
        )

    def inverse(self):
        n = len(self.rows)
        work = [list(map(float, row)) + [float(i == j) for j in range(n)]
                for i, row in enumerate(self.rows)]
        for col in range(n):
            pivot = max(range(col, n), key=lambda r: abs(work[r][col]))
            if work[pivot][col] == 0:
                raise ZeroDivisionError("singular matrix")
            work[col], work[pivot] = work[pivot], work[col]
            scale = work[col][col]
            work[col] = [x / scale for x in work[col]]
            for r in range(n):
                if r != col:
                    factor = work[r][col]
                    work[r] = [x - factor * y for x, y in zip(work[r], work[col])]
        return Matrix(row[n:] for row in work)

    def __str__(self):
        width = max(len(f"{x:g}") for row in self.rows for x in row)
        return "\n".join("[" + " ".join(f"{x:>{width}g}" for x in row) + "]" for row in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a * 3, 3 * a == a * 3, a @ b, sep="\n--\n")
print(a.transposed() == Matrix([[1, 3], [2, 4]]), a.shape, a[1, 0], a[0], a.determinant())
print(Matrix([[2, -3, 1], [2, 0, -1], [1, 4, 5]]).determinant())
print(Matrix([[1, 1], [1, 0]]) ** 10)
print((Matrix([[1, 1], [1, 0]]) ** 300)[0, 1])
print(Matrix([[4, 7], [2, 6]]).inverse())
print(Matrix([[2, 0], [0, 4]]).inverse() @ Matrix([[2, 0], [0, 4]]))
for action in (lambda: a @ Matrix([[1, 2, 3]]), lambda: Matrix([[1], [1, 2]]),
               lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a[5, 5]):
    try:
        print(action())
    except (ValueError, ZeroDivisionError, IndexError) as error:
        print(type(error).__name__, error)
pascal = [[1]]
for _ in range(6):
    last = pascal[-1]
    pascal.append([1] + [x + y for x, y in zip(last, last[1:])] + [1])
for row in pascal:
    print(" ".join(map(str, row)).center(20))
