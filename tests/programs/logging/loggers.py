"""logging: records, levels, the tree of loggers, formats, adapters, filters, and what asyncio logs."""
import asyncio
import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,
                    format="%(levelname)-8s %(name)s %(funcName)s:%(lineno)d %(filename)s %(module)s %(threadName)s | %(message)s")
log = logging.getLogger(__name__)
child = logging.getLogger("app.db.pool")
parent = logging.getLogger("app")


class Service:
    def __init__(self):
        self.logger = logging.getLogger(f"{__name__}.{self.__class__.__name__}")

    async def work(self, n):
        self.logger.info("working on %d of %s", n, "ten")
        await asyncio.sleep(0)
        try:
            1 / (n - 1)
        except ZeroDivisionError:
            self.logger.exception("failed for %r", n)
        child.debug("dict %(a)s and %(b)d", {"a": 1, "b": 2})


async def main():
    log.info("starting")
    svc = Service()
    await asyncio.gather(*(svc.work(i) for i in range(3)))
    log.warning("done %s", [1, 2])
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "custom", "thing": 3})
    await asyncio.sleep(0)
    log.log(25, "odd level")
    logging.addLevelName(25, "NOTICE")
    log.log(25, "odd level named")
    log.error("no args 100%")
    parent.setLevel("ERROR")
    child.warning("not shown")
    child.error("shown")
    print(child, parent, log, logging.getLogger(), logging.root.handlers)
    print(child.parent, parent.parent, child.getEffectiveLevel(), child.isEnabledFor(10))
    print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(11))
    try:
        log.setLevel("NOPE")
    except ValueError as e:
        print(e)
    log.info("extra", extra={"user": "bob"})
    try:
        log.info("x", extra={"message": "bob"})
    except KeyError as e:
        print(e)
    logging.disable(logging.WARNING)
    log.warning("disabled")
    log.error("still")
    logging.disable(logging.NOTSET)
    adapter = logging.LoggerAdapter(log, {"req": 12})
    adapter.info("through adapter %d", 4)

    class Ctx(logging.LoggerAdapter):
        def process(self, msg, kwargs):
            return f"[{self.extra['req']}] {msg}", kwargs
    Ctx(log, {"req": 7}).warning("hi %s", "x")
    buf = io.StringIO()
    h = logging.StreamHandler(buf)
    h.setFormatter(logging.Formatter("{levelname}|{message:>20}|{user}", style="{"))
    class F(logging.Filter):
        def filter(self, record):
            record.user = "alice"
            return "secret" not in record.getMessage()
    h.addFilter(F())
    q = logging.getLogger("quiet")
    q.propagate = False
    q.addHandler(h)
    q.info("hello")
    q.info("secret")
    q.critical("bye", stack_info=False)
    print(buf.getvalue())
    f = logging.Formatter("$levelname ${message}", style="$")
    print(f.format(logging.makeLogRecord({"msg": "a %d", "args": (3,), "levelname": "X"})))
    for bad, style in (("%(message", "%"), ("{message", "{"), ("$", "$"), ("x", "{"), ("nothing", "%")):
        try:
            logging.Formatter(bad, style=style)
        except ValueError as e:
            print("bad:", e)
    try:
        logging.Formatter("x", style="?")
    except ValueError as e:
        print(e)
    fd = logging.Formatter("%(asctime)s %(message)s", "%Y")
    print(len(fd.format(logging.LogRecord("n", 10, "/a/b/c.py", 3, "m", (), None))) )
    print(len(logging.Formatter("%(asctime)s").format(logging.LogRecord("n", 10, "/a/b/c.py", 3, "m", (), None))))
    print(logging.LogRecord("n", 10, "/a/b/c.py", 3, "m", (), None))
    print(logging.getLogger("").name, logging.getLogger("a").getChild("b").name)
    print(logging.NullHandler(), logging.StreamHandler(sys.stdout), logging.FileHandler("/tmp/x.log", delay=True))
    logging.info("root func")
    logging.warning("root %s", "w")
    print(sorted(name for name in logging.root.manager.loggerDict if name.startswith("app")))

asyncio.run(main())
