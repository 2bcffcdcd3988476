# datetime: date, time, datetime, timedelta: construction, arithmetic, comparison, formatting.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isoformat(),
      d.isocalendar(), d.toordinal())
print(d + timedelta(days=1), d - timedelta(weeks=1), d - date(2024, 1, 1),
      (d - date(2023, 12, 25)).days, d.replace(year=2020))
print(d < date(2024, 3, 1), d == date(2024, 2, 29), max(d, date(2023, 1, 1)),
      date.fromisoformat("2021-12-31"), date.fromordinal(738000))
print(d.strftime("%d.%m.%Y %A %a %B %b %j %y %%"), f"{d:%Y/%m/%d}", date.min, date.max,
      d.timetuple().tm_yday, d.ctime())
t = time(9, 5, 7, 123456)
print(t, repr(t), t.hour, t.microsecond, t.isoformat(), time(12), time(23, 59), t.replace(hour=1),
      t < time(10), f"{t:%H:%M}")
print(time(1, 2, 3).isoformat(), time(1, 2).isoformat("seconds"), time.fromisoformat("04:05:06"),
      t.isoformat(timespec="milliseconds"))
dt = datetime(2024, 1, 31, 13, 45, 30)
print(dt, repr(dt), dt.date(), dt.time(), dt.isoformat(), dt.isoformat(" "), dt.weekday(),
      dt.timetuple()[:6])
print(dt + timedelta(hours=12, minutes=20), dt - timedelta(seconds=31), dt - datetime(2024, 1, 1),
      dt.replace(minute=0, second=0))
print(datetime.strptime("31/01/24 07:08", "%d/%m/%y %H:%M"),
      datetime.fromisoformat("2024-05-06T07:08:09.5"), datetime.combine(d, t))
print(dt.strftime("%Y-%m-%d %I:%M:%S %p"), f"{dt:%H-%M-%S}", dt.strftime("%f"),
      dt == datetime(2024, 1, 31, 13, 45, 30), dt > datetime(2023, 1, 1))
td = timedelta(days=1, hours=25, minutes=-5, milliseconds=1500)
print(td, repr(td), td.days, td.seconds, td.microseconds, td.total_seconds(), -td, abs(-td), td * 2,
      td / 2, td // 3)
print(timedelta(hours=1) / timedelta(minutes=20), timedelta(hours=5) // timedelta(hours=2),
      timedelta(hours=5) % timedelta(hours=2))
print(timedelta(seconds=90), timedelta(days=-1, seconds=5), timedelta(microseconds=1), timedelta(),
      bool(timedelta()), timedelta(weeks=2))
print(sum([timedelta(minutes=50)] * 3, timedelta()),
      divmod(timedelta(hours=3), timedelta(minutes=70)), sorted([timedelta(2), timedelta(1)]))
print(hash(d) == hash(date(2024, 2, 29)), {d: "leap"}[date(2024, 2, 29)],
      timedelta(1) > timedelta(hours=23), td.__class__.__name__)
utc = datetime(2024, 1, 1, tzinfo=timezone.utc)
plus2 = timezone(timedelta(hours=2))
print(utc, utc.isoformat(), utc.astimezone(plus2), utc.timestamp(),
      datetime.fromtimestamp(86400, timezone.utc), plus2, utc.utcoffset())
print(utc == datetime(2024, 1, 1, 2, tzinfo=plus2), datetime(2024, 1, 1, tzinfo=plus2) - utc,
      utc.tzname(), timezone(timedelta(minutes=-90), "X").tzname(None))
print(date.today() >= date(2024, 1, 1), datetime.now() > datetime(2024, 1, 1),
      datetime.now(timezone.utc) > utc)


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)))
month = date(2024, 2, 1)
days = [month + timedelta(n) for n in range(31) if (month + timedelta(n)).month == 2]
print(len(days), days[-1], [x.day for x in days if x.weekday() == 0])
for label, action in [
    ("date", lambda: date(2023, 2, 29)),
    ("month", lambda: date(2024, 13, 1)),
    ("year", lambda: date(0, 1, 1)),
    ("hour", lambda: time(24)),
    ("iso", lambda: date.fromisoformat("2024-1-1")),
    ("parse", lambda: datetime.strptime("x", "%Y")),
    ("rest", lambda: datetime.strptime("2024 x", "%Y")),
    ("compare", lambda: d < 5),
    ("aware", lambda: utc < dt),
    ("add", lambda: d + 1),
    ("overflow", lambda: date.max + timedelta(1)),
    ("big", lambda: timedelta(days=10 ** 10)),
    ("add dates", lambda: dt + dt),
]:
    try:
        print(label, action())
    except (ValueError, TypeError, OverflowError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
