"""unittest: fixtures, assertions, subtests, skips, coroutines; the program's exit code."""
# exit: 1
import asyncio
import io
import logging
import unittest
import warnings


def fact(n):
    if n < 0:
        raise ValueError("negative: %d" % n)
    return 1 if n < 2 else n * fact(n - 1)


class FactTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass", cls.__name__)

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass", cls.__name__)

    def setUp(self):
        self.items = [1, 2]
        self.addCleanup(print, "cleanup", self._testMethodName)

    def tearDown(self):
        print("tearDown", self.id())

    def test_values(self):
        """Values are right."""
        for n, want in ((0, 1), (3, 6), (5, 120)):
            with self.subTest(n=n):
                self.assertEqual(fact(n), want)
        print(self.shortDescription(), str(self), repr(self))

    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            fact(-1)
        print("caught", cm.exception)
        self.assertRaises(ValueError, fact, -2)
        with self.assertRaisesRegex(ValueError, r"negative: -\d"):
            fact(-3)

    def test_messages(self):
        checks = [
            lambda: self.assertEqual(1, 2), lambda: self.assertEqual(1.5, "b", "note"), lambda: self.assertTrue(0), lambda: self.assertFalse([1]),
            lambda: self.assertIn(3, [1]), lambda: self.assertNotIn(1, [1]), lambda: self.assertIsNone(0), lambda: self.assertIsNotNone(None),
            lambda: self.assertIs(1, 2), lambda: self.assertIsInstance(1, str), lambda: self.assertGreater(1, 2), lambda: self.assertLess(2, 1),
            lambda: self.assertGreaterEqual(1, 2), lambda: self.assertLessEqual(2, 1), lambda: self.assertAlmostEqual(1.0, 1.1), lambda: self.assertAlmostEqual(1, 2, delta=0.5),
            lambda: self.assertNotEqual(1, 1), lambda: self.assertRegex("abc", "x+"), lambda: self.assertNotRegex("abc", "b"), lambda: self.assertRaises(KeyError, int, "1"),
            lambda: self.assertNotAlmostEqual(1.0, 1.0), lambda: self.fail("on purpose"), lambda: self.assertIsNot(self, self), lambda: self.assertSetEqual({1}, {2}),
            lambda: self.assertNotIsInstance(1, int)]
        for check in checks:
            try:
                check()
            except self.failureException as e:
                print(type(e).__name__, str(e).replace(str(id(self)), "ID")[:90].split(" object at")[0])
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertDictEqual({"a": 1}, {"a": 1}); self.assertListEqual([1], [1]); self.assertTupleEqual((1,), (1,)); self.assertSequenceEqual([1], (1,))

    def test_logs_and_warnings(self):
        with self.assertLogs("app", level="INFO") as cm:
            logging.getLogger("app").info("hello")
            logging.getLogger("app.sub").error("bad")
        print(cm.output, len(cm.records))
        with self.assertWarns(DeprecationWarning):
            warnings.warn("old", DeprecationWarning)

    @unittest.skip("not now")
    def test_skipped(self):
        print("never")

    @unittest.skipIf(True, "condition")
    def test_skip_if(self):
        print("never")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)

    def test_skip_inside(self):
        self.skipTest("inside")


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        await self.queue.put(1)
        print("asyncSetUp")

    async def asyncTearDown(self):
        print("asyncTearDown")

    def setUp(self):
        print("setUp")

    async def test_queue(self):
        self.addAsyncCleanup(self.later)
        self.assertEqual(await self.queue.get(), 1)
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(self.queue.get(), 0.01)

    async def later(self):
        print("async cleanup")

    async def test_gather(self):
        async def twice(x):
            await asyncio.sleep(0)
            return 2 * x
        self.assertEqual(await asyncio.gather(*(twice(i) for i in range(3))), [0, 2, 4])

    def test_plain(self):
        print("plain")


class Failing(unittest.TestCase):
    def test_fail(self):
        self.assertEqual([1, 2], [1, 3])

    def test_error(self):
        {}["missing"]

    def test_sub(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertEqual(i % 2, 0)

    @unittest.expectedFailure
    def test_surprise(self):
        pass


class NoTests:
    def test_x(self):
        print("not a test case")


if __name__ == "__main__":
    out = io.StringIO()
    suite = unittest.TestSuite()
    suite.addTest(Failing("test_fail")); suite.addTests([Failing("test_sub"), Failing("test_error"), Failing("test_surprise")])
    result = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
    print(result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), len(result.unexpectedSuccesses), suite.countTestCases())
    print([line for line in out.getvalue().split("\n") if line.startswith(("FAIL", "ERROR", "test_", "  test_", "UNEXP", "AssertionError"))])
    print(unittest.defaultTestLoader.getTestCaseNames(AsyncTest))
    unittest.main()
