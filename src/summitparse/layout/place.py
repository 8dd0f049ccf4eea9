"""Places in the head of a release: a line of its own below the date, or the dateline that opens the first paragraph."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summitparse.findings import Span
from summitparse.layout.lines import Line
from summitparse.layout.model import Published
from summitparse.layout.publication import read_date
from summitparse.lexicon import load

LONGEST_PLACE = 70
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_CAPS = r"[A-ZÀ-ÞŁŚŞİ][A-ZÀ-ÞŁŚŞİ.’'-]+(?:[ /-]{1,2}[A-ZÀ-ÞŁŚŞİ][A-ZÀ-ÞŁŚŞİ.’'-]+){0,4}"
_NAME = r"[A-ZÀ-ÞŁŚŞİ][\w.’'-]+(?:[ -](?:[A-ZÀ-ÞŁŚŞİ][\w.’'-]+|de|da|do|la|of|the|al|es|en)){0,4}"
_AGENCY = r"(?:\((?P<agency>[A-Z][\w .,/&-]{1,40})\)|/\s?[A-Z][\w .-]{1,30}\s?/)"
_AGENCY2, _AGENCY3 = _AGENCY.replace("agency", "agency2"), _AGENCY.replace("agency", "agency3")
_DATE = r"[^()\[\]–—:;]{4,40}?\d[^()\[\]–—:;]{0,20}?"
_DASH = r"\s{0,2}(?:[–—―]|(?<=\s)-{1,2}(?=\s)|--|(?<=\s)_(?=\s|$)|(?<=\)):)\s*"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPS})(?P<more>, {_NAME}){{0,2}}(?:,? (?P<date>{_DATE}))??\s{{0,2}}{_AGENCY}?{_DASH}"
    rf"|(?P<place2>{_NAME})(?:, {_NAME}){{0,2}}(?:,? (?P<date2>{_DATE}))\s{{0,2}}{_AGENCY2}?{_DASH}"
    rf"|(?P<place3>{_NAME})(?:, {_NAME}){{0,2}}\s{{0,2}}{_AGENCY3}{_DASH}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and date that open the first paragraph; the body begins at offset `body` of the text."""

    line: int
    body: int
    place: Span
    published: Published | None


def is_place_line(text: str, following: str | None) -> bool:
    """A line that is a place and nothing else: a few names, no sentence, and not cut off from the next line."""
    table = load("summitparse.layout", "places")
    words = text.split()
    if len(text) > LONGEST_PLACE or not words or len(words) > 9 or text[-1] in '.:;!?,”"’…' or not text[0].isupper():
        return False
    low = [word.strip("(),.").casefold() for word in words]
    if low[0] in table["starts"] or any(word in table["never"] for word in low) or any(c.isdigit() for c in text):
        return False
    if any(not word[0].isupper() and word.strip(",") not in table["small"] for word in words if word[0].isalpha()):
        return False
    return following is None or not following[0].islower()


def is_dateline(text: str) -> bool:
    """A line that is nothing but a dateline: "NAIROBI, Kenya (AP) —"."""
    found = _DATELINE.match(text[:160])
    return bool(found and found.end() >= len(text))


def read_dateline(lines: Sequence[Line], passed: Collection[int], day_first: bool) -> Dateline | None:
    """The dateline of the first line that is not among those `passed`."""
    i = next((i for i in range(min(len(lines), 60)) if i not in passed), None)
    if i is None:
        return None
    line = lines[i]
    found = _DATELINE.match(line.text[:160])
    if not found:
        return None
    name = next(name for name in ("place", "place2", "place3") if found[name])
    words = [word.casefold() for word in _WORD.findall(found[name])]
    table = load("summitparse.layout", "places")
    if not words or any(word in table["not_datelines"] for word in words):
        return None
    date_group = {"place": "date", "place2": "date2", "place3": None}[name]
    published = None
    if date_group and found[date_group]:
        stamp = read_date(found[date_group], day_first)
        if stamp is None:
            return None
        at = line.start + found.start(date_group)
        if stamp.day:
            published = Published(Span(at + stamp.start, at + stamp.end), stamp.day.isoformat(), stamp.day)
    if found.end() == len(line.text) and not (i + 1 < len(lines)):
        return None
    span = Span(line.start + found.start(name), line.start + found.end(name))
    return Dateline(i, line.start + found.end(), span, published)
