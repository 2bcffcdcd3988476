"""heapq: a priority queue over a list. The operations on a heap are C (_heapq)."""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace


def nlargest(n, iterable, key=None):
    if n < 1:
        return []
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    if n < 1:
        return []
    return sorted(iterable, key=key)[:n]


class _Entry:
    """The next value of one of merge's iterables; of equal values the earlier iterable's comes first."""

    __slots__ = ('key', 'place', 'value', 'step', 'reverse')

    def __init__(self, place, step, reverse):
        self.place = place
        self.step = step
        self.reverse = reverse

    def __lt__(self, other):
        if self.reverse:
            if other.key < self.key:
                return True
            if self.key < other.key:
                return False
        else:
            if self.key < other.key:
                return True
            if other.key < self.key:
                return False
        return self.place < other.place


def merge(*iterables, key=None, reverse=False):
    heap = []
    for place, iterable in enumerate(iterables):
        entry = _Entry(place, iter(iterable).__next__, reverse)
        try:
            entry.value = entry.step()
        except StopIteration:
            continue
        entry.key = entry.value if key is None else key(entry.value)
        heap.append(entry)
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry.value
        try:
            entry.value = entry.step()
        except StopIteration:
            heappop(heap)
            continue
        entry.key = entry.value if key is None else key(entry.value)
        heapreplace(heap, entry)
