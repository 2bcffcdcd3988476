# Graph algorithms: BFS, DFS, Dijkstra, topological order, components, spanning tree, mazes.
EDGES = [("a", "b", 4), ("a", "c", 2), ("b", "c", 1), ("b", "d", 5), ("c", "d", 8), ("c", "e", 10),
         ("d", "e", 2), ("d", "f", 6), ("e", "f", 3), ("x", "y", 1)]


class Graph:
    def __init__(self, edges=(), directed=False):
        self.adjacent = {}
        self.directed = directed
        for a, b, w in edges:
            self.add(a, b, w)

    def add(self, a, b, weight=1):
        self.adjacent.setdefault(a, {})[b] = weight
        self.adjacent.setdefault(b, {})
        if not self.directed:
            self.adjacent[b][a] = weight

    def bfs(self, start):
        seen, queue = {start: None}, [start]
        for node in queue:
            for other in sorted(self.adjacent[node]):
                if other not in seen:
                    seen[other] = node
                    queue.append(other)
        return seen

    def path(self, start, goal):
        parents = self.bfs(start)
        if goal not in parents:
            return None
        path = [goal]
        while parents[path[-1]] is not None:
            path.append(parents[path[-1]])
        return path[::-1]

    def dfs(self, node, seen=None):
        seen = set() if seen is None else seen
        seen.add(node)
        yield node
        for other in sorted(self.adjacent[node]):
            if other not in seen:
                yield from self.dfs(other, seen)

    def dijkstra(self, start):
        distance, done = {start: 0}, set()
        while True:
            rest = [(d, n) for n, d in distance.items() if n not in done]
            if not rest:
                return distance
            d, node = min(rest)
            done.add(node)
            for other, weight in self.adjacent[node].items():
                if d + weight < distance.get(other, float("inf")):
                    distance[other] = d + weight

    def components(self):
        left, found = set(self.adjacent), []
        while left:
            part = set(self.bfs(min(left)))
            found.append(sorted(part))
            left -= part
        return found

    def spanning_tree(self):
        parent = {n: n for n in self.adjacent}

        def root(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n

        chosen = []
        for w, a, b in sorted((w, a, b) for a in self.adjacent for b,
                              w in self.adjacent[a].items() if a < b):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                chosen.append((a, b, w))
        return chosen

    def has_cycle(self):
        state = {}

        def visit(n):
            state[n] = "open"
            for m in self.adjacent[n]:
                if state.get(m) == "open" or (m not in state and visit(m)):
                    return True
            state[n] = "done"
            return False

        return any(n not in state and visit(n) for n in sorted(self.adjacent))


g = Graph(EDGES)
print(g.path("a", "f"), g.path("a", "x"), list(g.dfs("a")))
print(g.dijkstra("a"), g.components())
tree = g.spanning_tree()
print(tree, sum(w for *_, w in tree))
print(Graph([("a", "b", 1), ("b", "c", 1), ("c", "a", 1)], True).has_cycle(),
      Graph([("a", "b", 1), ("a", "c", 1), ("b", "c", 1)], True).has_cycle())

MAZE = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########
"""


def solve(text):
    grid = [list(line) for line in text.strip().splitlines()]
    where = {c: (y, x) for y, row in enumerate(grid) for x, c in enumerate(row) if c in "SE"}
    queue, parents = [where["S"]], {where["S"]: None}
    while queue:
        y, x = queue.pop(0)
        if (y, x) == where["E"]:
            break
        for step in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            if grid[step[0]][step[1]] != "#" and step not in parents:
                parents[step] = y, x
                queue.append(step)
    at, length = parents[where["E"]], 1
    while at != where["S"]:
        grid[at[0]][at[1]] = "*"
        at, length = parents[at], length + 1
    return length, "\n".join("".join(row) for row in grid)


length, drawing = solve(MAZE)
print(length)
print(drawing)


def islands(rows):
    cells = {(y, x) for y, row in enumerate(rows) for x, c in enumerate(row) if c == "1"}
    sizes = []
    while cells:
        stack, size = [cells.pop()], 1
        while stack:
            y, x = stack.pop()
            for n in {(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)} & cells:
                cells.remove(n)
                stack.append(n)
                size += 1
        sizes.append(size)
    return sorted(sizes)


print(islands(["11000", "11010", "00010", "10101"]))
