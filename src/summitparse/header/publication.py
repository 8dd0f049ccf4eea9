"""Reads the line that says when a release was published: date, time, zone, place and what stands around them."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from summitparse.countries import find_places
from summitparse.findings import Span
from summitparse.lexicon import load
from summitparse.lines.forms import form
from summitparse.lines.read import Line
from summitparse.text.words import any_of

# A publication line is short; what is longer is prose with a date in it.
LONGEST = 160
# Beside date and time there may stand a place, an agency, a reference number: not a sentence.
MOST_OTHER_WORDS = 8
MOST_FIELD_WORDS = 20
_ENDS_PROSE = (".", "!", "?", '"', "”")
_UNIVERSAL = frozenset({"Z", "UTC", "GMT"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, a time or both, as a line gives them; `other` are the stretches of the line that are neither."""

    date: Span | None
    time: Span | None
    day: dt.date | None
    clock: str | None
    prefix: str = ""
    other: tuple[Span, ...] = ()
    month: str | None = None

    @property
    def value(self) -> str | None:
        """ISO 8601, as far as the line goes."""
        if self.day is None:
            return self.month
        return self.day.isoformat() + (f"T{self.clock}" if self.clock else "")


@cache
def months() -> dict[str, int]:
    """The number of a month by its name."""
    table = load("summitparse.layout", "publication")["months"]
    return {name: number for number, names in enumerate(table, 1) for name in names}


@cache
def _months_abroad() -> dict[str, int]:
    table = load("summitparse.layout", "publication")["months_abroad"]
    return {name: number for number, names in enumerate(table, 1) for name in names.split()}


def _number_of_month(name: str) -> str:
    return name if name.isdecimal() else str(months().get(name) or _months_abroad()[name])


@cache
def _weekdays_abroad() -> frozenset[str]:
    return frozenset(load("summitparse.layout", "publication")["weekdays_abroad"].split())


@cache
def date_pattern() -> re.Pattern[str]:
    """A date in words or digits, its parts in groups by the order they stand in."""
    month, abroad = any_of(months()), any_of(_months_abroad())
    weekday = r"(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?[,،]?\s{1,3}"
    day = r"\(?(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er)?\)?"
    year = r"(?P<{0}>(?:19|20)\d\d)"
    return re.compile(
        rf"(?:(?<![\w./-])|(?<=ends/))(?:{weekday})?(?:"
        rf"{year.format('y1')}(?P<sep>[-./])(?P<m1>[01]?\d)(?P=sep)(?P<d1>[0-3]?\d)(?=T\d|(?!\w))"
        rf"|{year.format('y8')}\s[-–]\s(?P<m8>[01]?\d)\s[-–]\s(?P<d8>[0-3]?\d)(?!\w)"
        rf"|(?P<a>[0-3]?\d)(?P<sep2>[-./])\s?(?P<b>[0-3]?\d)(?P=sep2)\s?{year.format('y2')}(?!\w)"
        rf"|(?P<d10>[0-3]?\d)(?P<sep3>[./])(?P<m10>[01]?\d)(?P=sep3)(?P<y10>[0-3]\d)(?![\w./])"
        rf"|{day.format('d3')}(?:\.?\s{{1,3}}|[-/.]|\s?(?:day\s)?of\s)(?P<m3>{month})(?:,?\s{{1,3}}|[-/.]){year.format('y3')}(?!\w)"
        rf"|{day.format('d9')}(?:\.?\s|-)(?:de\s)?(?P<m9>{abroad}),?\s(?:del?\s)?{year.format('y9')}"
        rf"(?:\s[rг]\.|-yil)?(?!\w)"
        rf"|{year.format('y11')}(?:\.|,|-yil(?:,|ning)?|\sm\.)?\s(?P<m11>{month}|{abroad})\s{day.format('d11')}(?!\w)"
        rf"|{year.format('y12')}\s?(?:年|년|-?оны)\s?(?P<m12>[01]?\d)(?:月|월|\s?(?:-?р\s|дугаар\s|дүгээр\s)?сарын)\s?"
        rf"(?P<d12>[0-3]?\d)(?:日|일)?(?!\d)"
        rf"|{day.format('d13')}\stháng\s(?P<m13>[01]?\d)\snăm\s{year.format('y13')}(?!\w)"
        rf"|(?P<m4>{month})\s{{1,3}}{day.format('d4')}(?:,\s{{0,3}}|\s{{1,3}}|/){year.format('y4')}(?!\w)"
        rf"|{day.format('d5')}\s{{1,3}}(?P<m5>{month})(?![\w])"
        rf"|(?P<m6>{month})\s{{1,3}}{day.format('d6')}(?!\w)"
        rf"|(?P<m7>{month})\s{{1,3}}{year.format('y7')}(?!\w)"
        rf")",
        re.IGNORECASE,
    )


_TIME = re.compile(
    r"(?<![\w.:])(?:(?:at|@)\s{1,2})?(?P<h>[0-2]?\d)(?:[:.h](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:\.\d{1,6})?)?)?"
    r"(?P<z0>Z)?\s{0,2}(?P<half>[ap]\.?m\.?(?!\w))?(?:\s{0,2}(?:hrs|hours|h)\b)?"
    r"(?:\s{0,2}\(?(?P<zone>(?:UTC|GMT)?\s?[+-][01]?\d(?::?[0-5]\d)?|[A-Z]{2,4}T|UTC|GMT|Z|"
    r"local time|Moscow time)\)?)?(?!\w)",
    re.IGNORECASE,
)
_T_TIME = re.compile(
    r"T(?P<h>[0-2]\d):?(?P<m>[0-5]\d)(?::?(?P<s>[0-5]\d)(?:\.\d{1,9})?)?(?P<zone>Z|[+-][01]\d:?[0-5]\d)?"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<h>[01]?\d):?(?P<m>[0-5]\d)?$", re.IGNORECASE)
_NAMES = re.compile(r"[^\W\d_a-z][\w’'-]{1,30}(?:(?:[ /]|, )[^\W\d_a-z][\w’'-]{1,30}){0,3},?")
_OTHER_WORD = re.compile(r"\w\S*")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[\s,;:|/•·()\[\]–—*_#-]+")


def is_updated(stamp: Stamp) -> bool:
    """Does the line say that it is the date of a change?"""
    return stamp.prefix in load("summitparse.layout", "publication")["updated"]


def read_stamp(line: Line, *, day_first: bool = True) -> Stamp | None:
    """The stamp of a line that is a publication line and nothing else, or None."""
    if len(line) > LONGEST or not _DIGIT.search(line.text):
        return None
    fields = [Line(line.start + a, line.start + b, line.text[a:b], 0) for a, b in split_fields(line.text)]
    if len(fields) > 1 and (stamp := read_fields(fields, day_first)):
        return stamp
    date = date_pattern().search(line.text)
    time = read_time(line.text, date)
    if date is None and time is None:
        return None
    if date is None and line.text.strip("()[] ") != time[0].group().strip("()[] "):  # type: ignore[index]
        return None
    day, month = calendar(date, day_first) if date else (None, None)
    if date and day is None and month is None and not date["m5"] and not date["m6"]:
        return None
    prefix, other = remainder(line, [m for m in (date, time[0] if time else None) if m])
    if prefix is None or (month and not prefix):  # "September 1980" alone is a heading
        return None
    at = line.start
    return Stamp(
        Span(at + date.start(), at + date.end()) if date else None,
        Span(at + time[0].start(), at + time[0].start() + len(time[0].group().rstrip())) if time else None,
        day,
        time[1] if time else None,
        prefix,
        tuple(Span(at + a, at + b) for a, b in other),
        month,
    )


def split_fields(text: str) -> list[tuple[int, int]]:
    """The parts of a line between bars and dots, and before a field behind a dash: `12 January 2024 | Press release`,
    `By: Press Unit – Date: …`."""
    edges = [0, *(found.start() for found in form("fields.joint").finditer(text)), len(text)]
    return [trim(text, a, b) for a, b in pairwise(edges) if trim(text, a, b)[0] < trim(text, a, b)[1]]


def read_fields(fields: Sequence[Line], day_first: bool) -> Stamp | None:
    """The first date that is no update, with a time in a field of its own."""
    stamps = [read_stamp(field, day_first=day_first) for field in fields]
    dated = [stamp for stamp in stamps if stamp and stamp.date and stamp.value]
    if not dated or sum(len(field.text.split()) for field in fields) > MOST_FIELD_WORDS:
        return None
    best = next((stamp for stamp in dated if not is_updated(stamp)), dated[0])
    clock = next((stamp for stamp in stamps if stamp and stamp.time and not stamp.date), None)
    known = {
        *load("summitparse.layout", "publication")["published"],
        *load("summitparse.layout", "publication")["about"],
    }
    signed = [form("byline").match(field.text[:1].upper() + field.text[1:]) is not None for field in fields]
    silent = [field for field, stamp, by in zip(fields, stamps, signed, strict=True) if not stamp and not by]
    if any(signed):  # "by Jane Roe | May 3, 2024 | Top Stories": a section of the site, unless the world knows it
        silent = [field for field in silent if find_places(field.text)]
    other = best.other + tuple(Span(f.start, f.end) for f in silent if f.text.casefold() not in known)
    if clock and not best.time:
        best = replace(best, time=clock.time, clock=clock.clock)
    return replace(best, other=other)


@dataclass(frozen=True, slots=True)
class BareDate:
    """A date inside a stretch of text, with offsets into it; `day` is None where the text gives no year."""

    start: int
    end: int
    day: dt.date | None


def read_date(text: str, day_first: bool = True) -> BareDate | None:
    """The first date of a short stretch of text."""
    found = date_pattern().search(text[:LONGEST])
    return BareDate(found.start(), found.end(), calendar(found, day_first)[0]) if found else None


def date_at_end(line: Line, day_first: bool = True) -> tuple[Span, dt.date] | None:
    """The day that a line ends with."""
    last = None
    for last in date_pattern().finditer(line.text[-LONGEST:]):  # noqa: B007 - the last one is what is looked for
        pass
    text = line.text[-LONGEST:]
    if last is None or last.end() < len(text.rstrip(" )]")):
        return None
    day = calendar(last, day_first)[0]
    if day is None:
        return None
    at = line.end - len(text)
    return Span(at + last.start(), at + last.end()), day


def calendar(found: re.Match[str], day_first: bool) -> tuple[dt.date | None, str | None]:
    """The calendar day of a date match; or the month, where no day is given, as `YYYY-MM`."""
    group = found.groupdict()
    if group["m7"]:
        return None, f"{group['y7']}-{months()[group['m7'].lower()]:02}"
    if group["y1"] or group["y8"]:
        n = "1" if group["y1"] else "8"
        parts = [(group["y" + n], group["m" + n], group["d" + n])]
    elif group["y2"]:
        dotted = day_first or group["sep2"] == "."
        first, second = (group["b"], group["a"]) if dotted else (group["a"], group["b"])
        parts = [(group["y2"], first, second), (group["y2"], second, first)]
    elif group["y10"]:
        month_last = day_first or group["sep3"] == "."
        first, second = (group["m10"], group["d10"])[:: 1 if month_last else -1]
        parts = [("20" + group["y10"], first, second), ("20" + group["y10"], second, first)]
    elif others := [k for k in ("9", "11", "12", "13") if group["y" + k]]:
        parts = [(group["y" + k], _number_of_month(group["m" + k].lower()), group["d" + k]) for k in others]
    else:
        n = "3" if group["y3"] else "4"
        if not group["y" + n]:
            return None, None
        parts = [(group["y" + n], str(months()[group["m" + n].lower()]), group["d" + n])]
    for year, month, day in parts:
        try:
            return dt.date(int(year), int(month), int(day)), None
        except ValueError:
            continue
    return None, None


def read_time(text: str, date: re.Match[str] | None) -> tuple[re.Match[str], str] | None:
    """The time of day beside the date: the nearest one that is no part of the date, with its ISO form."""
    if date and (exact := _T_TIME.match(text, date.end())):
        clock = iso_clock(exact)
        return (exact, clock) if clock else None
    for found in _TIME.finditer(text):
        if not (found["m"] or found["half"]) or (date and found.start() < date.end() and date.start() < found.end()):
            continue
        if clock := iso_clock(found):
            return found, clock
    return None


def iso_clock(found: re.Match[str]) -> str | None:
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    group = found.groupdict()
    half = (group.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""  # "15:30 pm" is seen
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return None
    return f"{hour:02}:{minute:02}:{second:02}" + iso_zone(group.get("z0") or group.get("zone") or "")


def iso_zone(zone: str) -> str:
    """`+03:00` or `Z`; a zone that is only named is looked up, and left out where the name is ambiguous."""
    zone = zone.strip()
    if zone.upper() in _UNIVERSAL:
        return "Z"
    if offset := _OFFSET.match(zone):
        return f"{offset['sign']}{int(offset['h']):02}:{offset['m'] or '00'}"
    return str(load("summitparse.layout", "publication")["zones"].get(zone.upper(), ""))


def remainder(line: Line, found: list[re.Match[str]]) -> tuple[str | None, list[tuple[int, int]]]:
    """What the line says besides: its prefix ("posted on") and other stretches. The prefix is None for prose."""
    spans: list[tuple[int, int]] = []
    at = 0
    for match in sorted(found, key=lambda m: m.start()):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line.text)))
    trimmed = [trim(line.text, a, b) for a, b in spans]
    prefix = " ".join(_SEPARATORS.sub(" ", line.text[trimmed[0][0] : trimmed[0][1]]).lower().split())
    table = load("summitparse.layout", "publication")
    known = {*table["published"], *table["updated"], *table["about"]}
    between = trimmed[:-1]  # "20.06.2023. 14:05": a stop there ends no sentence
    done = form("beside.done").match(line.text[slice(*trimmed[0])])
    others = [
        (a, b)
        for a, b in trimmed
        if a < b
        and line.text[a:b].strip(" .,:;|-–").lower() not in known
        and not form("weekday").fullmatch(line.text[a:b])
        and line.text[a:b].casefold() not in _weekdays_abroad()
        and not (line.text[a:b] == "." and (a, b) in between)
    ]
    others = [(a, b - 1) if (a, b) in between and _is_stopped_name(line.text, a, b) else (a, b) for a, b in others]
    if (
        others
        and line.text[slice(*others[-1])] == "."
        and (done or all(_NAMES.fullmatch(line.text, a, b) for a, b in others[:-1]))
    ):
        others.pop()  # "Velden, 3 August 2023."
    words = sum(len(_OTHER_WORD.findall(line.text[a:b])) for a, b in others)
    rest = [line.text[a:b] for a, b in others]
    if words > MOST_OTHER_WORDS or any(_ends_prose(piece.rstrip()) for piece in rest):
        return None, []
    if not done and any(word in table["prose"] for piece in rest for word in piece.lower().split()):
        return None, []
    return prefix, others


def _is_stopped_name(text: str, start: int, end: int) -> bool:
    """`Velden. May 3, 2024`: the stop parts a name from the date and ends no sentence."""
    return text[end - 1] == "." and _NAMES.fullmatch(text, start, end - 1) is not None


def _ends_prose(piece: str) -> bool:
    """`Velden, M.D.C.` ends no sentence."""
    return piece.endswith(_ENDS_PROSE) and not form("district.behind-place").search(piece)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _SEPARATORS.match(text[start]):
        start += 1
    while start < end and _SEPARATORS.match(text[end - 1]):
        end -= 1
    return start, end
