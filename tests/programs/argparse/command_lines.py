"""argparse: options, arguments, subcommands, groups, errors, help and usage."""
# exit: 3
import argparse
import os
import sys

os.environ["COLUMNS"] = "80"


def attempt(parser, argv):
    try:
        print(argv, "->", parser.parse_args(argv))
    except SystemExit as e:
        print(argv, "exit", e.code)


def show(parser):
    parser.print_help()
    print("=" * 20)


sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog="fetch", description="Fetch many URLs concurrently and report on how long that took, "
                            "with retries and backoff.", epilog="See the manual for more. %(prog)s is fast.")
p.add_argument("urls", nargs="+", metavar="URL", help="what to fetch")
p.add_argument("-n", "--concurrency", type=int, default=4, help="how many at once (default: %(default)s)")
p.add_argument("-t", "--timeout", type=float, default=5.0, metavar="SECONDS", help="give up after that many seconds; this is a long explanation that has to be wrapped at some point")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--mode", choices=["fast", "slow"], default="fast", help="mode of %(prog)s, one of %(choices)s")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
p.add_argument("--dry-run", action="store_true", help="do nothing")
p.add_argument("--no-cache", dest="cache", action="store_false")
p.add_argument("-H", "--header", action="append", metavar="NAME:VALUE")
p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="use colours")
p.add_argument("--secret", help=argparse.SUPPRESS)
show(p)
attempt(p, ["http://a", "http://b", "-n", "8", "-vv", "--mode=slow", "-Ha:b", "--header", "c:d"])
attempt(p, [])
attempt(p, ["x", "--mode", "medium"])
attempt(p, ["x", "-n", "many"])
attempt(p, ["x", "-n"])
attempt(p, ["x", "--bogus", "-q"])
attempt(p, ["--version"])
attempt(p, ["x", "--no-color", "--dry", "--no-cache", "--t", "1"])
attempt(p, ["x", "--ver"])
attempt(p, ["-vvn3", "x", "--", "-y"])
attempt(p, ["-h"])
print(p.parse_known_args(["u", "--zzz", "1", "-n2"]))

q = argparse.ArgumentParser(prog="tool", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
sub = q.add_subparsers(dest="command", required=True, help="sub-command help", metavar="COMMAND")
a = sub.add_parser("add", help="add things", aliases=["a", "plus"], description="Adds.")
a.add_argument("x", type=int)
a.add_argument("y", type=int, nargs="?", default=7, help="second")
a.set_defaults(func="do_add")
r = sub.add_parser("remove", help="remove things")
g = r.add_mutually_exclusive_group(required=True)
g.add_argument("--all", action="store_true", help="everything")
g.add_argument("--name", help="only that")
g2 = r.add_mutually_exclusive_group()
g2.add_argument("-a")
g2.add_argument("-b", action="store_const", const=42)
show(q)
show(a)
show(r)
for argv in (["add", "1", "2"], ["a", "5"], ["remove"], ["remove", "--all"], ["remove", "--all", "--name", "z"],
             ["remove", "--name=q", "-b"], ["bogus"], [], ["add", "x"], ["add", "1", "--foo"]):
    attempt(q, argv)

s = argparse.ArgumentParser(prog="PROG", usage="%(prog)s [options] things", add_help=False, allow_abbrev=False, prefix_chars="-+")
grp = s.add_argument_group("special", "special things that are described here")
grp.add_argument("+x", nargs=2, metavar=("A", "B"), type=int)
grp.add_argument("--pair", nargs="*", default=["d"])
s.add_argument("--opt", nargs="?", const="C", default="D")
s.add_argument("--rest", nargs=argparse.REMAINDER)
s.add_argument("--ext", action="extend", nargs="+", type=int)
s.add_argument("--ac", action="append_const", const=1, dest="l")
s.add_argument("--ad", action="append_const", const=2, dest="l")
show(s)
for argv in (["+x", "1", "2"], ["+x", "1"], ["--pair"], ["--pair", "a", "b"], ["--opt"], ["--opt", "z"],
             ["--rest", "a", "-b", "--c"], ["--ext", "1", "2", "--ext", "3"], ["--ac", "--ad", "--ac"], ["--op", "z"]):
    attempt(s, argv)

n = argparse.ArgumentParser(prog="neg")
n.add_argument("numbers", nargs="*", type=float)
n.add_argument("--int", type=int)
attempt(n, ["-1", "-2.5"])
attempt(n, ["--int", "-4", "7"])
attempt(n, ["--int=-4", "-x"])


def even(text):
    value = int(text)
    if value % 2:
        raise argparse.ArgumentTypeError(f"{value} is odd")
    return value


e = argparse.ArgumentParser(prog="even", exit_on_error=False)
e.add_argument("--even", type=even, default="6")
attempt(e, ["--even", "4"])
attempt(e, [])
try:
    e.parse_args(["--even", "3"])
except argparse.ArgumentError as err:
    print("ArgumentError:", err, "|", err.argument_name, "|", err.message)
for make in (lambda: e.add_argument("--even"), lambda: e.add_argument("x", required=True), lambda: e.add_argument("--z", nargs=0),
             lambda: e.add_argument("--y", action="bogus"), lambda: e.add_argument("--y", type="int"), lambda: e.add_argument("--", )):
    try:
        make()
    except (ValueError, TypeError, argparse.ArgumentError) as err:
        print(type(err).__name__, err)

parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--config", help="configuration file", type=argparse.FileType("r"))
child = argparse.ArgumentParser(prog="child", parents=[parent], formatter_class=argparse.RawDescriptionHelpFormatter,
                                description="  keeps\n    its shape\n")
child.add_argument("infile", nargs="?", default="-")
show(child)
attempt(child, ["--config", "/nonexistent/file"])
attempt(child, ["a"])
ns = argparse.Namespace(a=1, b="two")
print(ns, ns == argparse.Namespace(b="two", a=1), "a" in ns, vars(ns))
child.parse_args(["q"], namespace=ns)
print(ns)
print(child.get_default("infile"), repr(p.format_usage()))
act = child.add_argument("--act", type=int, choices=range(3))
print(act)
attempt(child, ["--act", "5"])
i = argparse.ArgumentParser(prog="inter")
i.add_argument("--foo"); i.add_argument("cmd"); i.add_argument("rest", nargs="*", type=int)
print(i.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
w = argparse.ArgumentParser(prog="a-program-with-a-very-long-name-that-goes-on-and-on-for-more-than-half-a-line")
for o in ("--alpha", "--beta", "--gamma-delta"):
    w.add_argument(o, metavar="VALUE")
w.add_argument("one"); w.add_argument("two", nargs=2)
show(w)
class Shout(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())
c = argparse.ArgumentParser(prog="c", formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=60))
c.add_argument("--shout", action=Shout, help="louder and louder and louder and louder and louder")
c.add_argument("--really-long-option-name", help="x")
show(c)
attempt(c, ["--shout", "hey"])
c.exit(3, "bye\n")
