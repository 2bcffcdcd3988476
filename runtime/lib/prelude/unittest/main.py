"""unittest: a program of tests."""

import sys

from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner


class TestProgram:
    """Takes -v, -q, -f, -k PATTERN and names of classes and methods from the command line."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        self.module = module
        self.testLoader = testLoader
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        names = self._parse(list(sys.argv if argv is None else argv)[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = (testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module))
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=self.verbosity, failfast=self.failfast)
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())

    def _parse(self, args):
        names, patterns = [], []
        while args:
            arg = args.pop(0)
            if arg in ('-v', '--verbose'):
                self.verbosity = 2
            elif arg in ('-q', '--quiet'):
                self.verbosity = 0
            elif arg in ('-f', '--failfast'):
                self.failfast = True
            elif arg in ('-b', '--buffer', '-c', '--catch', '--locals'):
                pass
            elif arg == '-k' and args:
                pattern = args.pop(0)
                patterns.append(pattern if '*' in pattern else f'*{pattern}*')
            elif arg.startswith('-'):
                sys.stderr.write(f'error: unrecognized arguments: {arg}\n')
                sys.exit(2)
            else:
                names.append(arg)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        return names


main = TestProgram
