# Conway's game of life on sets and on grids: gliders, blinkers, wrapping, detection of cycles.
def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(live):
    counts = {}
    for cell in live:
        for n in neighbours(cell):
            counts[n] = counts.get(n, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in live)}


def parse(text):
    return {(x, y) for y, line in enumerate(text.split()) for x, c in enumerate(line) if c == "#"}


def show(live, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in live else "." for x in range(width)))


def step_grid(grid):
    height, width = len(grid), len(grid[0])
    new = []
    for y in range(height):
        row = []
        for x in range(width):
            n = sum(
                grid[(y + dy) % height][(x + dx) % width]
                for dy in (-1, 0, 1) for dx in (-1, 0, 1)
                if (dx, dy) != (0, 0)
            )
            row.append(1 if n == 3 or (grid[y][x] and n == 2) else 0)
        new.append(row)
    return new


def normalised(live):
    left, top = min(x for x, _ in live), min(y for _, y in live)
    return frozenset((x - left, y - top) for x, y in live)


def fate(live, limit=50):
    seen = {}
    for generation in range(limit):
        if not live:
            return f"dies at {generation}"
        shape = normalised(live)
        if shape in seen:
            period = generation - seen[shape]
            kind = f"period {period}" if period > 1 else "still"
            return f"{kind} from {seen[shape]}"
        seen[shape] = generation
        live = step(live)
    return f"alive with {len(live)} cells"


glider = parse(".#. ..# ###")
for generation in range(3):
    print("generation", generation)
    show(glider, 6, 5)
    glider = step(glider)
patterns = {
    "block": "## ##",
    "blinker": "###",
    "toad": ".### ###.",
    "glider": ".#. ..# ###",
    "single": "#",
    "r-pentomino": ".## ##. .#.",
    "line of five": "#####",
    "beacon": "##.. ##.. ..## ..##",
}
for name, text in patterns.items():
    print(f"{name:<14}{fate(parse(text))}")
grid = [[0] * 8 for _ in range(6)]
for x, y in parse(".#. ..# ###"):
    grid[y][x] = 1
start = [row[:] for row in grid]
count = 0
while True:
    grid = step_grid(grid)
    count += 1
    if grid == start:
        break
print("back home after", count, "generations, cells", sum(map(sum, grid)))
