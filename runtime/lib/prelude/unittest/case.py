"""unittest: a test with its fixtures, and assertions."""

import sys
from unittest.differences import by_lines, of_texts, shown, shown_pair
from unittest.result import TestResult


class SkipTest(Exception):
    pass


# ---- what is said of tests beforehand

def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            skipped.__name__, skipped.__doc__ = item.__name__, item.__doc__
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


# ---- contexts of assertions

class _AssertRaises:
    """With a pattern, the exception's text must match it."""

    def __init__(self, test_case, expected, pattern, msg):
        self.test_case = test_case
        self.expected = expected
        self.pattern = pattern
        self.msg = msg

    def call(self, function, args, kwargs):
        self.name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)

    name = None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            expected = getattr(self.expected, '__name__', str(self.expected))
            self._fail(f'{expected} not raised by {self.name}' if self.name else f'{expected} not raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value
        if self.pattern is not None:
            from re import compile
            pattern = compile(self.pattern) if isinstance(self.pattern, (str, bytes)) else self.pattern
            if not pattern.search(str(exc_value)):
                self._fail(f'"{pattern.pattern}" does not match "{str(exc_value)}"')
        return True


class _AssertWarns(_AssertRaises):
    def __enter__(self):
        import warnings
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return False
        expected = getattr(self.expected, '__name__', str(self.expected))
        first = None
        for found in self.warnings:
            if not isinstance(found.message, self.expected):
                continue
            first = first or found.message
            if self.pattern is not None:
                from re import search
                if not search(self.pattern, str(found.message)):
                    continue
            self.warning, self.filename, self.lineno = found.message, found.filename, found.lineno
            return False
        if first is not None:
            self._fail(f'"{self.pattern}" does not match "{first}"')
        self._fail(f'{expected} not triggered by {self.name}' if self.name else f'{expected} not triggered')


class _LoggingWatcher:
    def __init__(self):
        self.records, self.output = [], []


class _AssertLogs:
    """A handler in place of the logger's own, which keeps what is logged."""

    def __init__(self, test_case, logger, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._check_level(level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        import logging
        watcher = self.watcher = _LoggingWatcher()

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        self.before = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        name = logging.getLevelName(self.level)
        records = self.watcher.records
        if self.no_logs and records:
            raise self.test_case.failureException(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.no_logs and not records:
            raise self.test_case.failureException(
                f'no logs of level {name} or higher triggered on {self.logger.name}')


# ---- test cases

class _ShouldStop(Exception):
    """A subtest has failed and the run is to end."""


class _Outcome:
    """What has come of one test so far: the errors, and whether it was skipped."""

    def __init__(self, test, result):
        self.test = test
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_error = None

    def attempt(self, function, *args):
        """Calls; False when that failed."""
        try:
            function(*args)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self.success = False
            self.result.addSkip(self.test, str(reason))
        except _ShouldStop:
            self.success = False
        except BaseException:
            self.fail(self.test, sys.exc_info())
        return False

    def fail(self, test, error):
        if self.expecting_failure:
            self.expected_error = error
            return
        self.success = False
        if test is not self.test:
            self.result.addSubTest(self.test, test, error)
        elif issubclass(error[0], test.failureException):
            self.result.addFailure(test, error)
        else:
            self.result.addError(test, error)


_classes = []  # of the program, as they are defined


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups = []
        _classes.append(cls)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        self._testMethodDoc = getattr(method, '__doc__', None)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        cls = type(self)
        return f'{self._testMethodName} ({cls.__module__}.{cls.__qualname__}.{self._testMethodName})'

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>'

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    # ---- running

    def _call_setup(self):
        self.setUp()

    def _call_test(self, method):
        if method() is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})', DeprecationWarning,
                 stacklevel=3)

    def _call_teardown(self):
        self.tearDown()

    def _call_cleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self, TestResult())
        while self._cleanups:
            outcome.attempt(self._call_cleanup, *self._cleanups.pop())
        return outcome.success

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (type(self), method):
                if getattr(item, '__unittest_skip__', False):
                    result.addSkip(self, getattr(item, '__unittest_skip_why__', ''))
                    return result
            self._run(method, result)
            return result
        finally:
            result.stopTest(self)

    def _run(self, method, result):
        outcome = self._outcome = _Outcome(self, result)
        expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(
            method, '__unittest_expecting_failure__', False)
        try:
            if outcome.attempt(self._call_setup):
                outcome.expecting_failure = expecting
                outcome.attempt(self._call_test, method)
                outcome.expecting_failure = False
                outcome.attempt(self._call_teardown)
            self.doCleanups()
            self._tell(outcome, expecting)
        finally:
            self._outcome = None

    def _tell(self, outcome, expecting):
        if not outcome.success:
            return
        if not expecting:
            outcome.result.addSuccess(self)
        elif outcome.expected_error:
            outcome.result.addExpectedFailure(self, outcome.expected_error)
        else:
            outcome.result.addUnexpectedSuccess(self)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # ---- assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _check(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard))

    def _differ(self, msg, text, difference):
        """Fails with a text and a difference, where that is not too long."""
        if self.maxDiff is not None and len(difference) > self.maxDiff:
            difference = f'\nDiff is {len(difference)} characters long. Set self.maxDiff to None to see it.'
        self.fail(self._formatMessage(msg, text + difference))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._check(False, msg, f'{shown(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._check(False, msg, f'{shown(expr)} is not false')

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = self._type_equality_funcs.get(type(first))
            if own is not None:
                (getattr(self, own) if isinstance(own, str) else own)(first, second, msg=msg)
                return
        if first == second:
            return
        compare = _by_type.get(type(first)) if type(first) is type(second) else None
        if compare is not None:
            compare(self, first, second, msg)
        self._check(False, msg, '%s != %s' % shown_pair(first, second))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f'{shown(first)} == {shown(second)}')

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f'{shown(expr1)} is not {shown(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f'unexpectedly identical: {shown(expr1)}')

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f'{shown(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f'{shown(member)} not found in {shown(container)}')

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f'{shown(member)} unexpectedly found in {shown(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f'{shown(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f'{shown(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f'{shown(a)} not less than {shown(b)}')

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f'{shown(a)} not less than or equal to {shown(b)}')

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f'{shown(a)} not greater than {shown(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f'{shown(a)} not greater than or equal to {shown(b)}')

    def _almost(self, first, second, places, delta):
        """The difference, whether it counts as none, and the words for how near that is."""
        if places is not None and delta is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            return diff, diff <= delta, f'{shown(delta)} delta'
        places = 7 if places is None else places
        return diff, round(diff, places) == 0, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        diff, near, how = self._almost(first, second, places, delta)
        self._check(near, msg, f'{shown(first)} != {shown(second)} within {how} ({shown(diff)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        diff, near, how = self._almost(first, second, places, delta)
        standard = f'{shown(first)} == {shown(second)} within {how}'
        if delta is not None:
            standard += f' ({shown(diff)} difference)'
        self._check(first != second and not near, msg, standard)

    def assertRaises(self, expected_exception, *args, msg=None, **kwargs):
        return _context(_AssertRaises(self, expected_exception, None, msg), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, msg=None, **kwargs):
        return _context(_AssertRaises(self, expected_exception, expected_regex, msg), args, kwargs)

    def assertWarns(self, expected_warning, *args, msg=None, **kwargs):
        return _context(_AssertWarns(self, expected_warning, None, msg), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, msg=None, **kwargs):
        return _context(_AssertWarns(self, expected_warning, expected_regex, msg), args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        from re import compile
        pattern = compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        from re import compile
        pattern = compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = pattern.search(text)
        if found:
            self._check(False, msg, f'Regex matched: {text[found.start():found.end()]!r} matches {pattern.pattern!r} '
                                    f'in {text!r}')

    # ---- containers

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence'
        if seq_type is not None:
            name = seq_type.__name__
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{place} sequence is not a {name}: {shown(seq)}')
        if seq1 == seq2:
            return
        text = '%ss differ: %s != %s\n' % (name.capitalize(), *shown_pair(seq1, seq2))
        for place, (a, b) in enumerate(zip(seq1, seq2)):
            if a != b:
                text += '\nFirst differing element %d:\n%s\n%s\n' % (place, *shown_pair(a, b))
                break
        else:
            # sequences of different types are never equal, but their items may be
            if seq_type is None and len(seq1) == len(seq2) and type(seq1) is not type(seq2):
                return
        if len(seq1) != len(seq2):
            which, longer, shorter = ('First', seq1, seq2) if len(seq1) > len(seq2) else ('Second', seq2, seq1)
            text += (f'\n{which} {name} contains {len(longer) - len(shorter)} additional elements.\n'
                     f'First extra element {len(shorter)}:\n{shown(longer[len(shorter)])}\n')
        self._differ(msg, text, by_lines(seq1, seq2))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for left, right, where in ((set1, set2, 'first set but not the second'),
                                   (set2, set1, 'second set but not the first')):
            only = left.difference(right)
            if only:
                lines.append(f'Items in the {where}:')
                lines.extend([repr(item) for item in only])
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._differ(msg, '%s != %s' % shown_pair(d1, d2), by_lines(d1, d2))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        text = '%s != %s' % shown_pair(first, second)
        if max(len(first), len(second)) > self._diffThreshold:
            self._check(False, msg, text)
        self._differ(msg, text, of_texts(first, second))

    def assertCountEqual(self, first, second, msg=None):
        """The same elements, each as often, in any order."""
        first, second = list(first), list(second)
        lines = []
        counted = []
        for item in first + second:
            if item in counted:
                continue
            counted.append(item)
            a, b = first.count(item), second.count(item)
            if a != b:
                lines.append(f'First has {a}, Second has {b}:  {item!r}')
        if lines:
            self.fail(self._formatMessage(msg, 'Element counts were not equal:\n' + '\n'.join(lines)))


_by_type = {list: TestCase.assertListEqual, tuple: TestCase.assertTupleEqual, dict: TestCase.assertDictEqual,
            set: TestCase.assertSetEqual, frozenset: TestCase.assertSetEqual, str: TestCase.assertMultiLineEqual}


def _context(context, args, kwargs):
    if not args:
        return context
    function, *args = args
    context.call(function, args, kwargs)


class _SubTest:
    """A part of a test whose failure does not end it."""

    def __init__(self, test_case, message, params):
        self.test_case = test_case
        self.message = message
        self.params = {**(test_case._subtest.params if test_case._subtest else {}), **params}
        self.failureException = test_case.failureException

    def __enter__(self):
        self.outer = self.test_case._subtest
        self.test_case._subtest = self
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.test_case._subtest = self.outer
        outcome = self.test_case._outcome
        if exc_type is None or outcome is None:
            return False
        if issubclass(exc_type, SkipTest):
            outcome.result.addSkip(self, str(exc_value))
            return True
        if not issubclass(exc_type, Exception) or outcome.expecting_failure:
            return False
        outcome.fail(self, (exc_type, exc_value, tb))
        if outcome.result.failfast:
            raise _ShouldStop
        return True

    def _description(self):
        parts = [] if self.message is None else [f'[{self.message}]']
        if self.params:
            parts.append(f'({", ".join([f"{name}={value!r}" for name, value in self.params.items()])})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


class FunctionTestCase(TestCase):
    """A function as a test case."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, testFunc, tearDown
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def id(self):
        return self._functions[1].__name__

    def shortDescription(self):
        return self._description
