# heapq and bisect: pushing, popping, merging, n largest, priorities with ties, sorted insertion.
import bisect
import heapq

heap = []
for n in [5, 3, 8, 1, 9, 2]:
    heapq.heappush(heap, n)
print(heap, heap[0], [heapq.heappop(heap) for _ in range(6)])
data = [9, 7, 5, 3, 1, 8, 6]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 4), data)
print(heapq.nlargest(3, [5, 1, 9, 7]), heapq.nsmallest(2, "hello"),
      heapq.nlargest(2, ["aa", "b", "cccc"], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge(["z", "a"], ["y"], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)), heapq.nsmallest(10, [2, 1]),
      heapq.nlargest(0, [1]))
tasks = []
for i, (priority, name) in enumerate([(2, "write"), (1, "plan"), (2, "read"), (1, "think")]):
    heapq.heappush(tasks, (priority, i, name))
print([heapq.heappop(tasks)[2] for _ in range(len(tasks))])


def dijkstra(graph, start):
    distance = {start: 0}
    queue = [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for neighbour, weight in graph[node].items():
            new = d + weight
            if new < distance.get(neighbour, float("inf")):
                distance[neighbour] = new
                heapq.heappush(queue, (new, neighbour))
    return distance


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))


def heap_sort(items):
    items = list(items)
    heapq.heapify(items)
    while items:
        yield heapq.heappop(items)


print(list(heap_sort([3, 1, 2])), list(heap_sort("heap")),
      [-x for x in heap_sort(-x for x in [3, 1, 2])])
ugly, seen = [1], {1}
out = []
while len(out) < 15:
    n = heapq.heappop(ugly)
    out.append(n)
    for f in (2, 3, 5):
        if n * f not in seen:
            seen.add(n * f)
            heapq.heappush(ugly, n * f)
print(out)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0),
      bisect.bisect(a, 9))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort(a, 0)
print(a, bisect.bisect(a, 3, 2, 4), bisect.bisect_left(["a", "c"], "b"), bisect.bisect_left([], 1))


def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 60, 77, 89, 90, 100)])
people = [("ann", 20), ("bob", 30)]
bisect.insort(people, ("cy", 25), key=lambda p: p[1])
print(people, bisect.bisect_left(people, 30, key=lambda p: p[1]))


def index(sorted_list, x):
    i = bisect.bisect_left(sorted_list, x)
    if i != len(sorted_list) and sorted_list[i] == x:
        return i
    raise ValueError(f"{x} not found")


print(index([1, 3, 5], 3))
for label, action in [
    ("index", lambda: index([1, 3], 2)),
    ("pop", lambda: heapq.heappop([])),
    ("replace", lambda: heapq.heapreplace([], 1)),
    ("mixed", lambda: heapq.heapify([1, "a"])),
    ("tuple", lambda: heapq.heappush((1,), 2)),
    ("bisect", lambda: bisect.bisect([1, 2], "a")),
    ("low", lambda: bisect.bisect([1], 1, -1)),
]:
    try:
        print(label, action())
    except (ValueError, IndexError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
