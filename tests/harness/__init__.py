"""The suites of tests/run.py. A suite has cases(context), which finds its tests."""
