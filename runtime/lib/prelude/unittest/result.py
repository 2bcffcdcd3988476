"""unittest: what came of tests."""

import traceback


# ---- tracebacks begin and end in the program's code

def _is_own(tb):
    return tb.tb_frame.f_code.co_filename.startswith('<library unittest')


def _begin_in_test(tb):
    while tb is not None and _is_own(tb):
        tb = tb.tb_next
    return tb


def _end_before_assertion(tb):
    last = None
    while tb is not None and not _is_own(tb):
        last, tb = tb, tb.tb_next
    if last is not None:
        last.tb_next = None


def _without_own_frames(error, tb, failure, seen):
    """The traceback of an exception, and of those that it was raised from, without unittest's part."""
    tb = _begin_in_test(tb)
    if type(error) is failure:
        _end_before_assertion(tb)
    for other in (error.__cause__, error.__context__):
        if other is not None and id(other) not in seen:
            seen.add(id(other))
            other.__traceback__ = _without_own_frames(other, other.__traceback__, failure, seen)
    return tb


class TestResult:
    failfast = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False
        self.collectedDurations = []

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def _text(self, err, test):
        error = err[1]
        tb = _without_own_frames(error, err[2], test.failureException, {id(error)})
        return ''.join(traceback.format_exception(err[0], error, tb))

    def _stop_if_wanted(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._stop_if_wanted()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._stop_if_wanted()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._text(err, test)))
            self._stop_if_wanted()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._stop_if_wanted()

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')
