"""timeit: how long functions take. Statements in strings would need a compiler at run time: they are refused."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _callable(what, name):
    if isinstance(what, str):
        if what == 'pass':
            return None
        raise NotImplementedError(f'timeit: {name} must be a function: code in strings is not supported')
    if not callable(what):
        raise ValueError(f'{name} is neither a string nor callable')
    return what


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self._setup = _callable(setup, 'setup')
        self._stmt = _callable(stmt, 'stmt')
        self.timer = timer

    def timeit(self, number=default_number):
        function = self._stmt or int
        if self._setup is not None:
            self._setup()
        start = self.timer()
        for _ in range(number):
            function()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Doubles and more until the loops take 0.2 seconds."""
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
