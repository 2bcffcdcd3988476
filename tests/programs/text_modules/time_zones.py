"""zoneinfo: offsets, daylight saving, folds and gaps, now and in the far future."""
from datetime import datetime, timedelta, timezone, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

for key in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "America/Sao_Paulo", "Africa/Casablanca", "Europe/Dublin", "Pacific/Apia", "Asia/Tokyo", "Etc/GMT+5"):
    z = ZoneInfo(key)
    print(repr(z), z, z.key)
    for args in ((1900, 1, 1), (1950, 7, 1, 12), (1999, 12, 31, 23, 59), (2011, 12, 30), (2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (2024, 3, 10, 2, 30), (2024, 11, 3, 1, 30), (2024, 7, 1), (2037, 12, 1), (2099, 7, 1, 3), (2099, 1, 1), (2500, 3, 29, 2, 30)):
        for fold in (0, 1):
            dt = datetime(*args, tzinfo=z, fold=fold)
            print(dt.isoformat(), dt.utcoffset(), dt.dst(), dt.tzname(), dt.astimezone(timezone.utc).isoformat())
    for args in ((1890, 1, 1), (2024, 3, 31, 0, 59, 59), (2024, 3, 31, 1), (2024, 10, 27, 0, 30), (2024, 10, 27, 1, 30), (2024, 11, 3, 5, 30), (2024, 11, 3, 6, 30), (2060, 6, 1), (2060, 10, 31, 0, 30), (2060, 10, 31, 1, 30), (2060, 4, 3, 1)):
        d = datetime(*args, tzinfo=timezone.utc).astimezone(z)
        print(d.isoformat(), d.fold, d.tzname())
ny = ZoneInfo("America/New_York")
print(ny is ZoneInfo("America/New_York"), ZoneInfo.no_cache("America/New_York") is ny, ny.utcoffset(None), ZoneInfo("UTC").utcoffset(None), time(3, tzinfo=ny).utcoffset(), time(3, tzinfo=ZoneInfo("UTC")).tzname())
meet = datetime(2024, 5, 6, 9, 30, tzinfo=ny)
print(meet, meet.astimezone(ZoneInfo("Europe/Berlin")), meet + timedelta(days=200), f"{meet:%Y-%m-%d %H:%M %Z %z}", meet == meet.astimezone(timezone.utc), datetime(2024, 1, 1, tzinfo=ny) - datetime(2024, 1, 1, tzinfo=ZoneInfo("UTC")), repr(meet))
for bad in ("Nowhere/Land", "../etc/passwd", "/abs"):
    try:
        ZoneInfo(bad)
    except (ZoneInfoNotFoundError, ValueError) as e:
        print(type(e).__name__, e)
print("Europe/Paris" in available_timezones(), len(available_timezones()) > 400)
