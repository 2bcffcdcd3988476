"""unittest: test cases, suites and what runs them."""

from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, expectedFailure, skip, skipIf, skipUnless,
)
from unittest.async_case import IsolatedAsyncioTestCase
from unittest.loader import TestLoader, TestSuite, defaultTestLoader
from unittest.main import TestProgram, main
from unittest.result import TestResult
from unittest.runner import TextTestResult, TextTestRunner
