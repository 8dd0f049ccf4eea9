"""Places in the head of a release: a line of its own below the date, or the dateline that opens the first paragraph."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summitparse.countries import country_of, find_places
from summitparse.findings import Span
from summitparse.layout.lines import Line
from summitparse.layout.model import Published
from summitparse.layout.publication import BareDate, read_date
from summitparse.lexicon import load

LONGEST_PLACE = 70
MOST_ABOVE = 3
# A paragraph and no headline.
LEAST_PARAGRAPH = 150
# More words in capitals without a comma are a headline.
MOST_CAPITALS = 4
_OUTLINE = re.compile(r"[A-Z]\.? ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# A hyphen belongs to its word and parts no words: read both ways, a line of hyphens would be tried in millions of ways.
_CAPS = r"[A-ZÀ-ÞŁŚŞİ][A-ZÀ-ÞŁŚŞİ’'-]+(?:[ /]{1,2}[A-ZÀ-ÞŁŚŞİ][A-ZÀ-ÞŁŚŞİ.’'-]+){0,4}"
_NAME = (
    r"[A-ZÀ-ÞŁŚŞİ][\w.’'-]+(?:/[A-ZÀ-ÞŁŚŞİ][\w.’'-]+)?(?: (?:[A-ZÀ-ÞŁŚŞİ][\w.’'-]+|de|da|do|la|of|the|al|es|en)){0,4}"
)
_AGENCY = r"(?:\((?:[A-Z][\w .,/&-]{1,40})\)|/\s?[A-Z][\w .-]{1,30}\s?/\.?|\.\s[A-Z]{4,16}(?=\s[–—/-]))"
_AGENCY_WORD = r"(?:(?P<agency>[A-Z][\w.-]{2,19}) ?)"
_AGENCY_NAME = re.compile(r"(?:\(|/ ?)(?P<name>[A-Za-z][\w .-]{0,20}\w)\s?(?:\)|/)")
_DATE = r"(?=[^()\[\]–—:;]{0,40}\d)[^()\[\]–—:;]{4,60}?"
_DASH = r"\s{0,2}(?:[–—―]|(?<=\s)-{1,2}(?=\s)|--|(?<=\s)_(?=\s|$)|(?<=\)):)\s*"
# How a dateline ends: a dash, an agency between slashes, or after a date a full stop.
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPS})(?:, {_NAME}){{0,2}}?(?:,? (?P<date>{_DATE}))??\s{{0,2}}{_AGENCY}?{_DASH}",
        rf"(?P<place>{_NAME})(?:, {_NAME}){{0,2}}?,? (?P<date>{_DATE})\s{{0,2}}{_AGENCY}?{_DASH}",
        rf"(?P<place>{_NAME})(?:, {_NAME}){{0,2}}?,? (?P<date>{_DATE}),? (?P<agency>[A-Z]{{2,8}}){_DASH}",
        rf"(?P<place>{_NAME})[.:] (?P<date>{_DATE})\.? {_AGENCY_WORD}?{_DASH}",
        rf"(?P<place>{_NAME})(?:, {_NAME}){{0,2}}?(?P<date>(?!))?\s{{0,2}}{_AGENCY}{_DASH}",
        rf"(?P<place>{_NAME})(?:, {_NAME}){{0,2}}?(?:{_DASH}| \(|,? )(?P<date>{_DATE})\)?\s?(?:{_DASH}|:\s+)",
        rf"(?P<place>{_NAME}), (?P<agency>[A-Z]{{3,8}})(?P<date>(?!))?{_DASH}",
        rf"(?P<place>{_NAME}), (?P<country>{_NAME})(?P<date>(?!))?{_DASH}",
        rf"(?P<place>{_NAME}, (?P<region>[A-Z]\.? ?[A-Z]\.?|{_NAME}))(?P<date>(?!))?(?:{_DASH}|-\s)",
        rf"(?P<place>{_NAME})(?:, {_NAME}){{0,2}}?,? (?P<date>{_DATE})\.?\s{{0,2}}/\s?[A-Z][\w .-]{{1,30}}\s?/[.:]?\s+",
        rf"(?P<place>{_CAPS})(?:, {_NAME}){{0,2}}?,? (?P<date>{_DATE})\.\s+(?=[A-Z])",
    )
)


_DATE_ALONE = re.compile(rf"\(?(?P<date>{_DATE})\)?{_DASH}(?=\S)")
_BARE_PLACE = re.compile(r"(?P<place>[A-Z]{4,20}(?: [A-Z]{4,20})?) {1,6}(?=[A-Z][a-z]|A )")


def _match(text: str) -> re.Match[str] | None:
    """The dateline that a line begins with: a place, and what stands for its date is a date and no more."""
    table = load("summitparse.layout", "places")
    for pattern in _DATELINES:
        found = pattern.match(text[:160])
        if found is None:
            continue
        words = [word.casefold() for word in _WORD.findall(found["place"])]
        if not words or words[0] in table["starts"] or any(word in table["not_datelines"] for word in words):
            continue
        country = found.groupdict().get("country")
        if country and not country_of(country):
            continue
        region = found.groupdict().get("region")
        if region and not find_places(found["place"].replace(".", "")):
            continue  # "Waco, Texas-", "Wilmington, DE —"
        agency = found.groupdict().get("agency")
        if agency and not found["date"] and agency.casefold() not in load("summitparse.layout", "agencies")["names"]:
            continue
        if not found["date"] or _is_date(found["date"]):
            return found
    return None


def _is_date(text: str) -> bool:
    """Is all of it one date?"""
    date = read_date(text)
    return bool(date and text.strip(" .,") == text[date.start : date.end].strip(" .,"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and date that open the first paragraph, or one of them; the body begins at offset `body` of the
    text. `date` is the whole of its date, with a year or not."""

    line: int
    body: int
    place: Span | None
    published: Published | None
    agency: Span | None = None
    date: Span | None = None


def is_place_line(text: str, following: str | None) -> bool:
    """A line that is a place and nothing else: a few names, no sentence, and not cut off from the next line."""
    table = load("summitparse.layout", "places")
    words = text.split()
    if len(text) > LONGEST_PLACE or not words or len(words) > 9 or text[-1] in '.:;!?,”"’…' or not text[0].isupper():
        return False
    low = [word.strip("(),.").casefold() for word in words]
    low = [word for word, after in zip(low, [*low[1:], ""], strict=True) if after not in table["buildings"]] or low
    if text.isupper() and len(words) > MOST_CAPITALS and "," not in text:
        return False  # a headline
    if (
        ":" in text
        or _OUTLINE.match(text)
        or low[0] in table["starts"]
        or any(word in table["never"] for word in low)
        or any(c.isdigit() for c in text)
    ):
        return False
    if any(not word[0].isupper() and word.strip(",") not in table["small"] for word in words if word[0].isalpha()):
        return False
    return following is None or not following[0].islower()


def is_dateline(text: str) -> bool:
    """A line that is nothing but a dateline: "NAIROBI, Kenya (AP) —"."""
    found = _match(text)
    return bool(found and found.end() >= len(text))


def is_dated_dateline(text: str) -> bool:
    """Does the line begin with a dateline that has a date or an agency?"""
    found = _match(text)
    return bool(found and (found["date"] or found.group().rstrip(" –—-").endswith((")", "/"))))


def read_dateline(lines: Sequence[Line], passed: Collection[int], day_first: bool) -> Dateline | None:
    """The dateline of the first lines that are not among those `passed`. It opens the body, so nothing but a headline
    or a lead of a line each may stand above it."""
    above = 0
    for i, line in enumerate(lines[:60]):
        if i in passed:
            continue
        dateline = _read(lines, i, day_first)
        if dateline or above == MOST_ABOVE or (i + 1 < len(lines) and not lines[i + 1].gap) or len(line) > 250:
            return dateline
        above += 1
    return None


def _bare_place(text: str) -> tuple[int, int] | None:
    """`VELDEN Jane Roe opened …`, a dash lost: where a town in capitals ends, and where the sentence begins."""
    found = _BARE_PLACE.match(text)
    town = find_places(found["place"]) if found else []
    if not found or not town or town[0].span != Span(0, len(found["place"])) or len(text) < LEAST_PARAGRAPH:
        return None
    return found.end("place"), found.end()


def _read(lines: Sequence[Line], i: int, day_first: bool) -> Dateline | None:
    line = lines[i]
    if bare := _bare_place(line.text):
        return Dateline(i, line.start + bare[1], Span(line.start, line.start + bare[0]), None)
    found = _match(line.text)
    if not found:
        return _read_date_alone(line, i, day_first)
    if found.end() == len(line.text) and i + 1 == len(lines):
        return None
    published = None
    date = read_date(found["date"], day_first) if found["date"] else None
    if date:
        published = _published(date, line.start + found.start("date"))
    span = Span(line.start + found.start("place"), line.start + found.end("place"))
    word = _AGENCY_NAME.search(found.group())
    agency = Span(line.start + word.start("name"), line.start + word.end("name")) if word else None
    if found.groupdict().get("agency"):
        agency = Span(line.start + found.start("agency"), line.start + found.end("agency"))
    dated = Span(line.start + found.start("date"), line.start + found.end("date")) if date else None
    return Dateline(i, line.start + found.end(), span, published, agency, dated)


def _read_date_alone(line: Line, i: int, day_first: bool) -> Dateline | None:
    """`4 December 2020 – The port …`: a day with its year, and no place."""
    found = _DATE_ALONE.match(line.text[:100])
    date = read_date(found["date"], day_first) if found and _is_date(found["date"]) else None
    published = _published(date, line.start + found.start("date")) if found and date else None
    if not found or published is None:
        return None
    return Dateline(i, line.start + found.end(), None, published)


def _published(date: BareDate, at: int) -> Published | None:
    """The date as the publication's; `at` is where the stretch begins that it was read from. None without a year."""
    if date.day is None:
        return None
    return Published(Span(at + date.start, at + date.end), date.day.isoformat(), date.day)
