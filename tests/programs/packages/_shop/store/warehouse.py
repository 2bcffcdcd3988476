from . import shelf as _shelf

_secret = 1


class Box:
    pass


class Warehouse:
    def cheapest(self):
        return min(_shelf.items.items(), key=lambda item: item[1])
