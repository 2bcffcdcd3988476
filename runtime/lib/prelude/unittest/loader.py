"""unittest: finding tests, and suites of them."""

from fnmatch import fnmatchcase

from unittest.case import _classes



class TestSuite:
    """Tests and suites in a row; the fixtures of a class stand around its tests."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={list(self)}>'

    def _flat(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def run(self, result):
        current, ready = None, True
        for test in self._flat():
            if result.shouldStop:
                break
            if type(test) is not current:
                _leave(current, ready, result)
                current = type(test)
                ready = _enter(current, result)
            if ready:
                test.run(result)
        _leave(current, ready, result)
        return result


class _ClassFixture:
    """Stands for a class's fixture in reports."""

    failureException = AssertionError

    def __init__(self, name, cls):
        self.name = f'{name} ({cls.__module__}.{cls.__qualname__})'

    def id(self):
        return self.name

    def shortDescription(self):
        return None

    def __str__(self):
        return self.name


def _attempt(name, cls, function, result):
    import sys
    from unittest.case import SkipTest
    try:
        function()
        return True
    except SkipTest as reason:
        result.addSkip(_ClassFixture(name, cls), str(reason))
    except Exception:
        result.addError(_ClassFixture(name, cls), sys.exc_info())
    return False


def _enter(cls, result):
    if getattr(cls, '__unittest_skip__', False):
        return True
    if _attempt('setUpClass', cls, cls.setUpClass, result):
        return True
    _attempt('setUpClass', cls, cls.doClassCleanups, result)
    return False


def _leave(cls, ready, result):
    if cls is None or getattr(cls, '__unittest_skip__', False):
        return
    if ready:
        _attempt('tearDownClass', cls, cls.tearDownClass, result)
        _attempt('tearDownClass', cls, cls.doClassCleanups, result)


class TestLoader:
    testMethodPrefix = 'test'
    testNamePatterns = None
    suiteClass = TestSuite
    errors = []

    def getTestCaseNames(self, testCaseClass):
        names = []
        for name in dir(testCaseClass):
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)):
                full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
                if self.testNamePatterns is None or any(fnmatchcase(full, p) for p in self.testNamePatterns):
                    names.append(name)
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def _classes_of(self, module_name):
        found = [cls for cls in _classes if cls.__module__ == module_name and '.' not in cls.__qualname__]
        return sorted(found, key=lambda cls: cls.__name__)

    def loadTestsFromModule(self, module, *, pattern=None):
        name = module if isinstance(module, str) else module.__name__
        return self.suiteClass([self.loadTestsFromTestCase(cls) for cls in self._classes_of(name)])

    def loadTestsFromName(self, name, module=None):
        class_name, _, method = name.partition('.')
        module_name = '__main__' if module is None else module if isinstance(module, str) else module.__name__
        for cls in self._classes_of(module_name):
            if cls.__name__ == class_name:
                return self.suiteClass([cls(method)]) if method else self.loadTestsFromTestCase(cls)
        raise AttributeError(f"module '{module_name}' has no attribute '{class_name}'")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()
