"""logging.config and logging.handlers: dictConfig, rotation, memory, queues; factories and captured warnings."""
import asyncio
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile
import warnings

class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()

class OnlyEven(logging.Filter):
    def __init__(self, param=None):
        super().__init__()
        self.param = param
    def filter(self, record):
        return record.getMessage()[-1] in self.param

CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "simple": {"format": "%(levelname)s - %(name)s - %(message)s"},
        "brace": {"format": "{levelname:>8} {message}", "style": "{"},
        "up": {"()": Upper, "fmt": "up %(message)s"},
    },
    "filters": {"even": {"()": OnlyEven, "param": "02468"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "level": "DEBUG", "formatter": "simple", "stream": "ext://sys.stdout"},
        "brace": {"class": "logging.StreamHandler", "formatter": "brace", "stream": "ext://sys.stdout", "filters": ["even"]},
        "up": {"class": "logging.StreamHandler", "formatter": "up", "stream": "ext://sys.stdout"},
        "mem": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "target": "up"},
    },
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["console"], "propagate": False},
        "app.sub": {"level": "INFO", "handlers": ["brace"], "propagate": True},
        "mem": {"level": "INFO", "handlers": ["mem"], "propagate": False},
    },
    "root": {"level": "WARNING", "handlers": ["console"]},
}
logging.config.dictConfig(CONFIG)
app = logging.getLogger("app"); sub = logging.getLogger("app.sub"); other = logging.getLogger("other")
for i in range(3):
    app.debug("d%d", i); sub.info("s%d", i); other.info("no"); other.error("o%d", i)
m = logging.getLogger("mem")
m.info("one"); m.info("two"); print("--"); m.error("three"); m.info("left")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"x": {"class": "logging.StreamHandler", "formatter": "zz"}}},
            {"version": 1, "loggers": {"q": {"level": "LOUD"}}}, {"version": 1, "root": {"handlers": ["none"]}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as e:
        print("ValueError:", e, "|", repr(e.__cause__)[:60])

with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, "r.log")
    h = logging.handlers.RotatingFileHandler(p, maxBytes=60, backupCount=2)
    h.setFormatter(logging.Formatter("%(message)s"))
    r = logging.getLogger("rot"); r.propagate = False; r.setLevel("DEBUG"); r.addHandler(h)
    for i in range(12):
        r.info("message number %02d", i)
    h.close()
    for n in sorted(os.listdir(d)):
        print(n, open(os.path.join(d, n)).read().split("\n"))
    p2 = os.path.join(d, "plain.log")
    logging.basicConfig(filename=p2, filemode="w", force=True, format="%(levelname)s:%(message)s", level=logging.INFO, encoding="utf-8")
    logging.info("into file é"); logging.debug("not")
    try:
        raise ValueError("boom")
    except ValueError as e:
        logging.error("caught", exc_info=e)
    logging.shutdown()
    print(open(p2, encoding="utf-8").read())
    t = logging.handlers.TimedRotatingFileHandler(os.path.join(d, "t.log"), when="midnight", backupCount=3)
    print(t.suffix, t.interval, t.when)
    t.close()
    w = logging.handlers.WatchedFileHandler(os.path.join(d, "w.log"))
    w.emit(logging.makeLogRecord({"msg": "a"})); os.rename(os.path.join(d, "w.log"), os.path.join(d, "w2.log")); w.emit(logging.makeLogRecord({"msg": "b"})); w.close()
    print(open(os.path.join(d, "w.log")).read(), open(os.path.join(d, "w2.log")).read())

q = queue.Queue()
out = logging.StreamHandler(sys.stdout); out.setFormatter(logging.Formatter("Q %(name)s %(message)s"))
listener = logging.handlers.QueueListener(q, out, respect_handler_level=True)
logging.basicConfig(handlers=[logging.handlers.QueueHandler(q)], force=True, level="INFO")
listener.start()
async def main():
    logging.getLogger("w").info("in queue %s", 5)
    await asyncio.to_thread(logging.getLogger("thr").warning, "from thread")
asyncio.run(main())
listener.stop()
logging.basicConfig(stream=sys.stdout, force=True, format="%(name)s %(levelname)s %(message).20s")
logging.captureWarnings(True)
warnings.warn("old thing", UserWarning)
logging.captureWarnings(False)
old = logging.getLogRecordFactory()
def factory(*args, **kw):
    rec = old(*args, **kw)
    rec.custom = 42
    return rec
logging.setLogRecordFactory(factory)
logging.basicConfig(stream=sys.stdout, force=True, format="%(custom)d %(message)s")
logging.warning("with custom")
class MyLogger(logging.Logger):
    def trace(self, msg, *a, **k):
        self._log(5, msg, a, **k)
logging.setLoggerClass(MyLogger)
logging.addLevelName(5, "TRACE")
x = logging.getLogger("traced"); x.setLevel(5)
x.trace("tr %s", 1)
print(x, type(x).__name__)
try:
    logging.basicConfig(foo=1, force=True)
except ValueError as e:
    print(e)
try:
    logging.basicConfig(stream=sys.stdout, filename="x", force=True)
except ValueError as e:
    print(e)
try:
    logging.getLogger(3)
except TypeError as e:
    print(e)
class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.records = []
    def emit(self, record):
        self.records.append(self.format(record))
lh = ListHandler()
logging.root.addHandler(lh)
logging.error("e %s", 1)
logging.warning("w")
print(lh.records, lh)
logging.root.removeHandler(lh)
lg = logging.getLogger("filt"); lg.addFilter(lambda r: r.levelno != 30); lg.warning("hidden"); lg.error("seen")
