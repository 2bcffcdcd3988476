"""unittest: test cases whose methods are coroutines, all on a loop of the test's own."""

from asyncio.runners import Runner
from contextvars import copy_context
from inspect import iscoroutinefunction

from unittest.case import TestCase, _classes


class IsolatedAsyncioTestCase(TestCase):
    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._runner = None
        self._context = copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _call_setup(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._await(self.asyncSetUp)

    def _call_test(self, method):
        if self._maybe_await(method) is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})', DeprecationWarning,
                 stacklevel=4)

    def _call_teardown(self):
        self._await(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _call_cleanup(self, function, args, kwargs):
        self._maybe_await(function, *args, **kwargs)

    def _await(self, function, *args, **kwargs):
        return self._runner.run(function(*args, **kwargs), context=self._context)

    def _maybe_await(self, function, *args, **kwargs):
        if iscoroutinefunction(function):
            return self._await(function, *args, **kwargs)
        return self._context.run(function, *args, **kwargs)

    def run(self, result=None):
        self._runner = Runner(debug=True)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None


_classes.remove(IsolatedAsyncioTestCase)
