# Stacks as lists: of tracebacks and of the calls that are running.
import traceback, sys, io
def f(n):
    if n == 0:
        raise ValueError("bad", n)
    return f(n - 1) + 1
def g():
    try:
        f(2)
    except ValueError as e:
        raise RuntimeError("outer") from e
try:
    g()
except RuntimeError as e:
    tb = e.__traceback__
    for fr in traceback.extract_tb(tb):
        print(fr, fr.name, fr.lineno, fr.line, fr[2], fr.colno, fr.end_colno)
    print("".join(traceback.format_list(traceback.extract_tb(e.__cause__.__traceback__))))
    te = traceback.TracebackException.from_exception(e)
    print("".join(te.format()), str(te), list(te.format_exception_only()), te.stack[-1].name)
    print("".join(te.format(chain=False)))
    print(traceback.extract_tb(tb, limit=1), traceback.extract_tb(tb, -1))
    print([(fr.f_code.co_name, l) for fr, l in traceback.walk_tb(tb)])
    traceback.print_list(traceback.extract_tb(tb), file=sys.stdout)
def where():
    print("".join(traceback.format_stack()))
    traceback.print_stack(file=sys.stdout)
    s = traceback.extract_stack()
    print(s[-1].name, s[-2].name, len(s), s[-1].line)
    return traceback.extract_stack(limit=2)
def outer(): return where()
print(outer())
def rec(n):
    if n: return rec(n - 1)
    traceback.print_stack(limit=3, file=sys.stdout)
    [][1]
try: rec(10)
except IndexError: print("".join(traceback.format_list(traceback.extract_tb(sys.exc_info()[2]))))
print(traceback.format_list([("a.py", 3, "fn", "x = 1"), ("b.py", 4, "gn", None)]))
traceback.print_stack()

noted = ValueError('noted')
noted.add_note('one\ntwo')
noted.add_note('')
print(traceback.format_exception_only(noted), traceback.format_exception(noted))
