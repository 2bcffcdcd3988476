# Captured variables live in cells, parameters included; classes and their methods share __class__.
def counter(start):
    def step(by=1):
        nonlocal start
        start += by
        return start

    class Base:
        size = start

        def __init__(self):
            super().__init__()
            self.step = step

    return step, Base
