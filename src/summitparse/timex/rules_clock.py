"""Rules for times of day, with zone and day: 10:35 a.m., 5 p.m. EST Nov. 9, noon, Friday morning, last night."""

import re
from dataclasses import replace

from summitparse.text.signs import DASHES
from summitparse.timex.fields import parts_of
from summitparse.timex.listed import listed
from summitparse.timex.points import Point, valid
from summitparse.timex.readings import Reading, known
from summitparse.timex.templates import Match

_NAMED = {"noon": "12:00", "midnight": "24:00", "midday": "12:00"}
_ISO = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:(T\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?)?")


def _time(value: str, zone: object = None) -> Reading:
    return Reading("point", "TIME", point=Point("day"), time=f"T{value}{zone or ''}")


def _clock(m: Match) -> Reading | None:
    hour, _, rest = m.words.form(m.named["c"]).partition(":")
    number = int(hour)
    if number > 24:
        return None
    return _time(f"{_hour(number, m):02d}:{rest}", _zone(m))


def _zone(m: Match) -> str:
    """EST is -05, UTC+3 is +03; ET, which changes with the season, says nothing."""
    zone, offset = m.meaning("z"), m.number("off")
    if m.has("long") and m.words.glued(m.named["long"]):  # GMT+05:30, +03:00
        sign = m.words.form(m.named["long"] - 1)
        return f"{'+' if sign == '+' else '-'}{m.words.form(m.named['long']).rjust(5, '0')}"
    if offset is None or not m.words.glued(m.named["off"]):
        return zone if isinstance(zone, str) else ""
    sign = "+" if m.words.form(m.named["off"] - 1) == "+" else "-"
    return f"{sign}{offset:02d}"


def _hour(number: int, m: Match) -> int:
    half = m.form("half")[0] if m.has("half") else ""
    if half == "p" and number < 12:
        return number + 12
    return 0 if half == "a" and number == 12 else number


def _hour_only(m: Match) -> Reading | None:
    number = m.number("n") or 0
    return _time(f"{_hour(number, m):02d}:00", _zone(m)) if 1 <= number <= 12 else None


def _zulu(m: Match) -> Reading | None:
    """0800 UTC."""
    form = m.form("n")
    if len(form) != 4 or not form.isdigit() or int(form[:2]) > 24 or int(form[2:]) > 59:
        return None
    if m.stands("tonnes_of_it"):
        return None  # 2000 MT of fish
    return _time(f"{form[:2]}:{form[2:]}", m.meaning("z"))


def _oclock(m: Match) -> Reading | None:
    """five o'clock, 4 in the morning, three o'clock in the afternoon."""
    number, part = m.number("n") or 0, m.name("t") or ""
    if not 1 <= number <= 12:
        return None
    return _time(f"{_in_part(number, part):02d}:00")


# Parts of the day whose hours are those behind noon.
_LATE_PARTS = frozenset({"TAF", "TEV"})


def _in_part(hour: int, part: str) -> int:
    """The hour of 24 that one of 12 is in a part of the day: 4 in the afternoon, 10 at night."""
    if part in _LATE_PARTS or (part == "TNI" and hour >= 6):
        return hour + 12 if hour < 12 else hour
    return 0 if part and hour == 12 else hour


def _oclock_half(m: Match) -> Reading | None:
    """half past three, a quarter to nine: in daylight where nothing else is said."""
    number = m.number("n") or 0
    if not 1 <= number <= 12 or m.before() not in listed("of_clock") or m.next() in listed("no_hour"):
        return None
    minute = 30 if m.has("half") else 15
    hour, minute = (number, minute) if m.has("past") else ((number - 1) or 12, 60 - minute)
    return _time(f"{hour:02d}:{minute:02d}")


def _clock_in_part(m: Match) -> Reading | None:
    """7:15 in the morning, 10 at night."""
    hour, _, minute = m.words.form(m.named["c"]).partition(":")
    number, part = int(hour), m.name("t") or ""
    if number > 12:
        return _time(f"{number:02d}:{minute}") if number < 25 else None
    return _time(f"{_in_part(number, part):02d}:{minute}")


MILITARY = frozenset({"at", "until", "till"})


def _military(m: Match) -> Reading | None:
    """at 1500 hours."""
    return _zulu(m) if m.before() in MILITARY else None


def _dotted(m: Match) -> Reading | None:
    """10.30 a.m., with the dot of the British."""
    hour, _, minute = m.words.form(m.named["c"]).partition(".")
    if len(minute) != 2 or int(minute) > 59 or not 1 <= int(hour) <= 12:
        return None
    return _time(f"{_hour(int(hour), m):02d}:{minute}", _zone(m))


def _lettered(m: Match) -> Reading | None:
    """14h30, 9h05, at 19h: the letter stands against the numbers."""
    hour, minute = m.number("n") or 0, m.words.form(m.named["k"]) if m.has("k") else "00"
    tight = m.tight(m.start + 1, m.end) and m.words.form(m.start + 1).islower()
    if not tight or len(minute) != 2 or hour > 24 or int(minute) > 59 or m.next() in listed("minutes"):
        return None
    if not m.has("k") and m.before() not in MILITARY:
        return None
    return _time(f"{hour:02d}:{minute}")


def _dotted_hours(m: Match) -> Reading | None:
    """14.30 hrs, behind a preposition of time; "it took 2.30 hours" is no time of day."""
    return _with_dot(m) if m.before() in listed("of_dotted_clock") else None


def _dotted_day(m: Match) -> Reading | None:
    """09.30: `clock_days` keeps it where a day stands beside it."""
    told = m.before() in listed("of_dotted_clock") or _opens_hours(m)
    return _with_dot(m) if told and m.before(2) not in listed("priced") else None


def _with_dot(m: Match) -> Reading | None:
    hour, _, minute = m.words.form(m.named["c"]).partition(".")
    if len(minute) != 2 or int(minute) > 59 or int(hour) > 24:
        return None
    return replace(_time(f"{int(hour):02d}:{minute}", _zone(m)), weak=True)


def _opens_hours(m: Match) -> bool:
    """10.00-16.30: two such numbers with a dash between them."""
    behind = m.next(1)
    return m.next() in DASHES and behind.count(".") == 1 and len(behind.partition(".")[2]) == 2


def _named(m: Match) -> Reading | None:
    """noon; 12 midnight."""
    if m.has("twelve") and m.number("twelve") != 12:
        return None
    return _time(_NAMED[m.form("n")], _zone(m))


def _mid_day(m: Match) -> Reading | None:
    return Reading("point", "TIME", point=Point("day"), time="TMI")


def _part(m: Match) -> Reading | None:
    return Reading("point", "TIME", point=Point("day"), time=m.name("t"), weak=not m.has("s"))


_HOURS = {"wee": "TNI", "small": "TNI", "dawn": "TMO", "predawn": "TMO", "late": "TNI", "early": "TMO"}


def _hours_of_day(m: Match) -> Reading | None:
    """the early morning hours, the wee hours: a part of the day, not a number of hours."""
    part = m.name("t") or _HOURS[m.form("h")]
    if not m.has("t") and not m.definite:
        return None
    return Reading("point", "TIME", point=Point("day"), time=part)


def _this_part(m: Match) -> Reading | None:
    days, anchor = _DAYS.get(m.name("s") or "", (0, "reference"))
    return Reading("shift", "TIME", unit="day", count=days, anchor=anchor, time=m.name("t"))


# How many days on, and from where: that morning, the previous evening, last night.
_DAYS = {"that": (0, "mention"), "same": (0, "mention"), "next": (1, "mention"), "following": (1, "mention")}
_DAYS |= {"previous": (-1, "mention"), "preceding": (-1, "mention")}
_DAYS |= {"last": (-1, "reference"), "yesterday": (-1, "reference"), "tomorrow": (1, "reference")}


def _weekday_part(m: Match) -> Reading | None:
    """Friday morning; Tuesday nights are all of them."""
    if m.last.endswith("s"):
        return known(f"XXXX-WXX-{m.number('w')}{m.name('t')}", "SET")
    return Reading("point", "TIME", point=Point("day"), weekday=m.number("w"), time=m.name("t"))


def _overnight_weekday(m: Match) -> Reading | None:
    return Reading("point", "TIME", point=Point("day"), weekday=m.number("w"), time="TNI")


def _overnight(m: Match) -> Reading | None:
    return Reading("shift", "TIME", unit="day", count=0, time="TNI")


def _numeric(m: Match) -> Reading | None:
    """30.01.2024, 7/6/2018, 2018-7-6: year first or last; which of two is the day `numeric` decides."""
    form = m.words.form(m.named["x"])
    if match := _ISO.fullmatch(form):
        year, month, day = (int(match[i]) for i in (1, 2, 3))
        point = Point("day", year, month, day)
        if not valid(point) or not 1000 <= year <= 2199:
            return None
        time = f"{match[4]}{match[5] or ''}" if match[4] else None
        return Reading("point", "TIME" if time else "DATE", point=point, time=time)
    parts = parts_of(form)
    if any(not part.isdigit() for part in parts) or len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    first, second, year = map(int, parts)
    if len(parts[2]) == 2:
        short = len(parts[0]) == 1 or len(parts[1]) == 1
        one_way = max(first, second) > 12  # 9-18-15 can only be a day of a month
        if (short and "." in form and not _told(m)) or ("-" in form and not (one_way and _told(m))):
            return None  # a section, a version; a score
        year += 1900 if year >= 50 else 2000
    elif not 1000 <= year <= 2199:
        return None
    month_first = Point("day", year, first, second)
    day_first = Point("day", year, second, first)
    if not valid(month_first) and not valid(day_first):
        return None
    sure = valid(month_first) != valid(day_first)
    return Reading("numeric", point=month_first if valid(month_first) else day_first, weak=not sure, value=form)


def _told(m: Match) -> bool:
    """Behind a preposition of time; not a score or a number of a telephone."""
    return m.before() in listed("of_dotted_clock") or m.before() in listed("of_numbers")


def _packed(m: Match) -> Reading | None:
    """20240130: the class has eight digits."""
    form = m.words.form(m.named["x"])
    year, month, day = int(form[:4]), int(form[4:6]), int(form[6:])
    point = Point("day", year, month, day)
    return Reading("point", point=point, weak=True) if valid(point) and month and 1900 <= year <= 2099 else None
