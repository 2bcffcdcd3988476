# Backtracking: n queens by sets and by generators, a sudoku solver, a knight's tour check.
def queens(n):
    columns, up, down, placed = set(), set(), set(), []

    def place(row):
        if row == n:
            yield tuple(placed)
            return
        for col in range(n):
            if col in columns or row + col in up or row - col in down:
                continue
            columns.add(col)
            up.add(row + col)
            down.add(row - col)
            placed.append(col)
            yield from place(row + 1)
            placed.pop()
            columns.discard(col)
            up.discard(row + col)
            down.discard(row - col)

    yield from place(0)


print([sum(1 for _ in queens(n)) for n in range(1, 7)])
first = next(queens(8))
print(first)
for col in first:
    print(" ".join("Q" if c == col else "." for c in range(8)))
print(list(queens(4)), next(queens(3), "no solution"))

PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""


class Sudoku:
    def __init__(self, text):
        self.grid = [[0 if c == "." else int(c) for c in line] for line in text.split()]
        self.tries = 0

    def allowed(self, r, c):
        used = set(self.grid[r]) | {row[c] for row in self.grid}
        top, left = r - r % 3, c - c % 3
        for row in self.grid[top:top + 3]:
            used.update(row[left:left + 3])
        return [d for d in range(1, 10) if d not in used]

    def best_hole(self):
        best = None
        for r in range(9):
            for c in range(9):
                if self.grid[r][c] == 0:
                    options = self.allowed(r, c)
                    if best is None or len(options) < len(best[2]):
                        best = r, c, options
        return best

    def solve(self):
        hole = self.best_hole()
        if hole is None:
            return True
        r, c, options = hole
        for digit in options:
            self.tries += 1
            self.grid[r][c] = digit
            if self.solve():
                return True
        self.grid[r][c] = 0
        return False

    def __str__(self):
        lines = []
        for r, row in enumerate(self.grid):
            if r and r % 3 == 0:
                lines.append("------+-------+------")
            parts = [row[i:i + 3] for i in (0, 3, 6)]
            lines.append(" | ".join(" ".join(str(d or ".") for d in part) for part in parts))
        return "\n".join(lines)


s = Sudoku(PUZZLE)
print(s.solve(), s.tries)
print(s)
print(all(sorted(row) == list(range(1, 10)) for row in s.grid))
print(all(sorted(col) == list(range(1, 10)) for col in zip(*s.grid)))
bad = Sudoku(PUZZLE.replace("53..7", "55..7"))
print(bad.solve())


def subset_sum(numbers, target, chosen=()):
    if target == 0:
        yield chosen
    elif target > 0 and numbers:
        head, *rest = numbers
        yield from subset_sum(rest, target - head, chosen + (head,))
        yield from subset_sum(rest, target, chosen)


print(list(subset_sum([3, 9, 8, 4, 5, 7], 15)))


def coins(amount, kinds):
    if amount == 0:
        return 1
    if amount < 0 or not kinds:
        return 0
    return coins(amount - kinds[0], kinds) + coins(amount, kinds[1:])


print(coins(50, [25, 10, 5, 1]), [coins(n, (2, 3)) for n in range(8)])
