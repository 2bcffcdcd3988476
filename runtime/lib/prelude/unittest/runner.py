"""unittest: tests run with their results shown as they come."""

import sys
import time

from unittest.case import _SubTest
from unittest.result import TestResult


class _Stream:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text)

    def writeln(self, text=''):
        self.stream.write(text + '\n')

    def flush(self):
        self.stream.flush()


class TextTestResult(TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._line_open = False

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')
            self.stream.flush()
            self._line_open = True

    def _show(self, word, sign):
        if self.showAll:
            self.stream.writeln(word)
        elif self.dots:
            self.stream.write(sign)
        self.stream.flush()

    def _show_of(self, test, word, sign):
        """The same where the line may be of another test: of parts of tests there are several."""
        part = isinstance(test, _SubTest)
        if self.showAll and (part or not self._line_open):
            if self._line_open:
                self.stream.writeln()
            self.stream.write(f'{"  " if part else ""}{self.getDescription(test)} ... ')
        self._line_open = False
        self._show(word, sign)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show_of(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._show_of(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show_of(test, 'FAIL', 'F')

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._show_of(subtest, *(('FAIL', 'F') if failed else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show_of(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - start
        result.printErrors()
        write = self.stream.writeln
        if hasattr(result, 'separator2'):
            write(result.separator2)
        write(f'Ran {result.testsRun} test{"" if result.testsRun == 1 else "s"} in {taken:.3f}s')
        write()
        counts = [('failures', len(result.failures)), ('errors', len(result.errors))] if not result.wasSuccessful() else []
        counts += [('skipped', len(result.skipped)), ('expected failures', len(result.expectedFailures)),
                   ('unexpected successes', len(result.unexpectedSuccesses))]
        details = ', '.join([f'{name}={count}' for name, count in counts if count])
        write(('OK' if result.wasSuccessful() else 'FAILED') + (f' ({details})' if details else ''))
        self.stream.flush()
        return result
