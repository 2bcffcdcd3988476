# zoneinfo: offsets, names and folds of zones around their transitions, in the past and in the future.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


keys = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'UTC', 'Africa/Casablanca',
        'America/Sao_Paulo', 'Asia/Tokyo', 'Europe/Dublin', 'Pacific/Apia', 'Australia/Lord_Howe', 'Etc/GMT+5']
for key in keys:
    zone = ZoneInfo(key)
    print(zone, repr(zone), zone.key, zone is ZoneInfo(key))
    for year in (1900, 1945, 1975, 1999, 2011, 2024, 2037, 2080):
        for month in (1, 3, 7, 11):
            dt = datetime(year, month, 15, 12, tzinfo=zone)
            print(dt.isoformat(), dt.tzname(), dt.dst(), dt.astimezone(timezone.utc))
for start in (datetime(2024, 3, 31), datetime(2024, 10, 27), datetime(2050, 3, 27), datetime(2050, 10, 30)):
    for minutes in range(0, 240, 30):
        moment = (start + timedelta(minutes=minutes)).replace(tzinfo=timezone.utc)
        for key in ('Europe/Berlin', 'Europe/London'):
            local = moment.astimezone(ZoneInfo(key))
            print(local, local.fold, local.utcoffset(), local.timestamp() == moment.timestamp())
        wall = (start + timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo('Europe/Berlin'))
        print(wall, wall.replace(fold=1), wall.replace(fold=1).tzname())
meeting = datetime(2024, 6, 1, 9, 30, tzinfo=ZoneInfo('America/New_York'))
print(meeting, f'{meeting:%Y-%m-%d %H:%M %Z %z}', meeting.astimezone(ZoneInfo('Asia/Tokyo')), meeting + timedelta(days=200))
print(ZoneInfo('UTC').utcoffset(None), ZoneInfo('Europe/Berlin').utcoffset(None), 'Europe/Paris' in available_timezones())
attempt(lambda: ZoneInfo('No/Where'))
attempt(lambda: ZoneInfo('../etc/passwd'))
attempt(lambda: ZoneInfo('/etc/passwd'))
