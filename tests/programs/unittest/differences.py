# unittest: how failures say what differs, and tracebacks that begin and end in the test.
import io
import re
import unittest


class Differences(unittest.TestCase):
    def test_lists(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], 'of a kind')

    def test_long_lists(self):
        self.assertEqual(list(range(40)), list(range(39)) + [99])

    def test_too_long(self):
        self.assertEqual(['x' * 50] * 30, ['y' * 50] * 30)

    def test_tuples(self):
        self.assertEqual((1, 2), (1, 2, 3))

    def test_dicts(self):
        self.assertEqual({'a': 1, 'b': [2]}, {'a': 1, 'b': [3]})

    def test_texts(self):
        self.assertEqual('hello world', 'hello there')

    def test_lines(self):
        self.assertMultiLineEqual('a\nb\nc\n', 'a\nx\nc\n')

    def test_long_words(self):
        self.assertEqual('a' * 100 + 'b' + 'c' * 50, 'a' * 100 + 'd' + 'c' * 50)

    def test_numbers(self):
        self.assertEqual(10 ** 100, 10 ** 100 + 1)

    def test_sets(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_chain(self):
        try:
            self.helper()
        except ZeroDivisionError as error:
            raise ValueError('outer') from error

    def helper(self):
        return 1 / 0

    def test_in_helper(self):
        self.check(3)

    def check(self, value):
        self.assertIn(value, [1, 2])

    def test_parts(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)
        with self.subTest('skipped'):
            self.skipTest('not now')

    def test_context(self):
        with self.assertRaises(KeyError):
            {}.get(1)


stream = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Differences)
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
print(re.sub(r'in \d\.\d+s', 'in a moment', stream.getvalue()))
print(result)
