"""graphlib: the order in which things can be done that depend on others."""

from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class _Node:
    """`waits_for` counts what must be done before: -1 = handed out, -2 = done."""

    __slots__ = ('node', 'waits_for', 'followers')

    def __init__(self, node):
        self.node = node
        self.waits_for = 0
        self.followers = []


class TopologicalSorter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._handed_out = 0
        self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _info(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._info(node).waits_for += len(predecessors)
        for before in predecessors:
            self._info(before).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [each.node for each in self._nodes.values() if each.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].waits_for = -1
        self._ready.clear()
        self._handed_out += len(ready)
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._done < self._handed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if info.waits_for >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if info.waits_for == -2:
                raise ValueError(f'node {node!r} was already marked done')
            info.waits_for = -2
            for follower in info.followers:
                after = self._nodes[follower]
                after.waits_for -= 1
                if after.waits_for == 0:
                    self._ready.append(follower)
            self._done += 1

    def _find_cycle(self):
        """Depth first; `path` leads to the node at hand, `left` has what is still to be tried of each on it."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, left, places = [start], [iter(self._nodes[start].followers)], {start: 0}
            seen.add(start)
            while path:
                node = next(left[-1], left)
                if node is left:
                    del places[path.pop()]
                    left.pop()
                elif node in places:
                    return path[places[node]:] + [node]
                elif node not in seen:
                    seen.add(node)
                    places[node] = len(path)
                    path.append(node)
                    left.append(iter(self._nodes[node].followers))
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
