# Runs a workload of bench/ on uvloop: uvloop_run.py PROGRAM ARGUMENTS...
import runpy
import sys

import uvloop

uvloop.install()
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
