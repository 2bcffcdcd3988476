"""calendar, cmd, locale and mimetypes."""
import calendar
import cmd
import datetime
import io
import locale
import mimetypes
import time

print(calendar.month(2024, 2)); calendar.prmonth(2023, 10, w=4, l=2); print(calendar.calendar(2025)); print(calendar.TextCalendar(6).formatyear(2024, m=4))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 5, 17), calendar.day_name[2], list(calendar.day_abbr), list(calendar.month_name), calendar.month_abbr[12])
print(calendar.monthcalendar(2024, 9), calendar.firstweekday(), calendar.timegm(time.gmtime(1700000000)), calendar.timegm((2024, 1, 1, 0, 0, 0)))
c = calendar.Calendar(firstweekday=6)
print(list(c.itermonthdates(2024, 2))[0], c.monthdays2calendar(2024, 2)[-1], list(c.iterweekdays()), list(c.itermonthdays3(2024, 12))[-1], list(c.itermonthdays4(2024, 1))[:2], len(c.yeardayscalendar(2024)))
calendar.setfirstweekday(calendar.SUNDAY); print(calendar.weekheader(3), calendar.month(2024, 1)); calendar.setfirstweekday(0)
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9)):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e)
print(calendar.HTMLCalendar().formatmonth(2024, 2))


class Shell(cmd.Cmd):
    prompt = "> "
    intro = "hi"

    def do_add(self, arg):
        "add A B: the sum"
        self.stdout.write(f"{sum(int(x) for x in arg.split())}\n")

    def do_quit(self, arg):
        return True

    def help_about(self):
        print("about what", file=self.stdout)

    def default(self, line):
        if line == "EOF":
            return True
        super().default(line)

    def postloop(self):
        self.stdout.write("bye\n")


out = io.StringIO()
s = Shell(stdin=io.StringIO("add 2 3\nhelp\nhelp add\nhelp nope\n?about\n\nbogus x\n!ls\nadd 1\nquit\nnever\n"), stdout=out)
s.use_rawinput = False
s.cmdloop()
print(out.getvalue())
s.columnize([f"item{i}" for i in range(30)], 60); print(out.getvalue()[-300:])
s.onecmd("add 7 8"); print(s.parseline("a b c"), s.parseline(""), s.parseline("?x"), s.lastcmd)
print(locale.setlocale(locale.LC_ALL, "C"), locale.getpreferredencoding(), locale.format_string("%d items", 1234567, grouping=True), locale.localeconv()["decimal_point"], locale.atof("1.5"), locale.str(2.5))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as e:
    print(e)
for name in ("a.html", "b.tar.gz", "c.TGZ", "d.jpeg", "http://x/y.json?q", "e", "f.unknown", "/p/g.PNG", "h.py", ".bashrc", "data:text/html,x", "i.svgz", "j.mp4", "k.js", "l.rtf"):
    print(name, mimetypes.guess_type(name), mimetypes.guess_type(name, strict=False))
print(mimetypes.guess_extension("text/html"), mimetypes.guess_extension("image/jpeg"), mimetypes.guess_all_extensions("text/plain")[:3], mimetypes.guess_extension("no/such"))
mimetypes.add_type("x/y", ".xyz"); print(mimetypes.guess_type("q.xyz"), mimetypes.guess_extension("x/y"), mimetypes.types_map[".css"])
