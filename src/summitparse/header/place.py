"""Places in the head of a release: a line of its own below the date, or the dateline that opens the first paragraph."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summitparse.countries import country_of, find_countries, find_places
from summitparse.findings import Span
from summitparse.header.publication import BareDate, read_date
from summitparse.lexicon import load
from summitparse.lines.forms import form, form_within
from summitparse.lines.model import Published
from summitparse.lines.read import Line

LONGEST_PLACE = 70
MOST_ABOVE = 3
# And so many items of a list.
MOST_LISTED = 8
# A paragraph and no headline.
LEAST_PARAGRAPH = 150
# More words in capitals without a comma are a headline.
MOST_CAPITALS = 4
# Shorter words are no sign of a heading.
LEAST_WORD = 4
_SMALL = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_OUTLINE = re.compile(r"[A-Z]\.? ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_AGENCY_NAME = re.compile(
    r"(?:\(|/ ?)(?:Corr\. )?(?P<name>[A-Za-z][\w .-]{0,20}\w|[A-Z][\w ,&’'-]{20,88}\w)\s?(?:\)|/)"
)
# The forms of a dateline, the ones with most in them first.
_DATELINES = (
    "dateline.dated",
    "dateline.signed",
    "dateline.dated-and-signed",
    "dateline.capitals-sentence",
    "dateline.sentence",
    "dateline.date-first",
    "dateline.capitals",
    "dateline.agency",
    "dateline.place-and-agency",
    "dateline.country",
    "dateline.region",
    "dateline.town",
)
# Forms with so little else that the place has to be known; and those whose agency has.
_OF_KNOWN_PLACE = frozenset({"dateline.region", "dateline.town"})
_OF_KNOWN_AGENCY = frozenset({"dateline.signed", "dateline.place-and-agency"})


def _match(text: str) -> re.Match[str] | None:
    """The dateline that a line begins with: a place, and what stands for its date is a date and no more."""
    table = load("summitparse.layout", "places")
    for name in _DATELINES:
        found = form_within(name, text)
        if found is None:
            continue
        words = [word.casefold() for word in _WORD.findall(found["place"])]
        if not words or words[0] in table["starts"] or any(word in table["not_datelines"] for word in words):
            continue
        said = found.groupdict()
        if said.get("country") and not country_of(said["country"]):
            continue
        if name in _OF_KNOWN_PLACE and not is_known_place(found["place"]):
            continue
        agency = (said.get("agency") or "").casefold()
        if name in _OF_KNOWN_AGENCY and agency not in load("summitparse.layout", "agencies")["names"]:
            continue
        if not said.get("date") or _is_date(said["date"]):
            return found
    return None


def is_known_place(place: str) -> bool:
    """Does it begin with a town or region of the world: "Waco, Texas", "Wilmington, DE", "Rabat"."""
    plain = "".join(c for c in unicodedata.normalize("NFD", place.replace(".", "")) if not unicodedata.combining(c))
    found = [*find_places(place.replace(".", "")), *find_places(plain)]  # "Lomé" is listed as "Lome"
    return any(one.span.start == 0 for one in found)


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
    town, _, land = text.rpartition(", ")
    if town and any(one.span == Span(0, len(land)) for one in find_countries(land)):  # "Castries, Trinidad and Tobago"
        text = town
    words = text.split()
    closed = text and text[-1] in '.:;!?,”"’…' and not form("district.behind-place").search(text)
    if len(text) > LONGEST_PLACE or not words or len(words) > 9 or closed or not text[0].isupper():
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


def is_topic(text: str, lines: Sequence[Line]) -> bool:
    """Whether a line that looks like a place is a heading: the text has one of its words in small letters too
    ("Bilateral Relations"), and no part of it is a known place or the name of a venue."""
    table = load("summitparse.layout", "places")
    words = [word.casefold() for word in _WORD.findall(text)]
    venue = any(word in table["venues"] or word in table["buildings"] for word in words)
    if venue or find_countries(text) or any(is_known_place(part.strip()) for part in re.split("[,(]", text)):
        return False
    wanted = {word for word in words if len(word) >= LEAST_WORD}
    return "/" in text or any(wanted & set(_SMALL.findall(line.text)) for line in lines)


def is_dateline(text: str) -> bool:
    """A line that is nothing but a dateline: "NAIROBI, Kenya (AP) —"."""
    found = _match(text)
    return bool(found and found.end() >= len(text))


def is_dated_dateline(text: str) -> bool:
    """Does the line begin with a dateline that has a date or an agency?"""
    found = _match(text)
    return bool(found and (found.groupdict().get("date") or found.group().rstrip(" –—-").endswith((")", "/"))))


def opens_with_dateline(text: str) -> bool:
    """Does the line begin with a dateline: "VELDEN, May 3 – The port"?"""
    return _match(text) is not None


def read_dateline(lines: Sequence[Line], passed: Collection[int], day_first: bool) -> Dateline | None:
    """The dateline of the first lines that are not among those `passed`. It opens the body, so nothing but a headline
    or a lead of a line each may stand above it."""
    above = listed = 0
    for i, line in enumerate(lines[:60]):
        if i in passed:
            continue
        if form("marker").match(line.text) and listed < MOST_LISTED:
            listed += 1  # what a release says in short
            continue
        dateline = _read(lines, i, day_first)
        if dateline or above == MOST_ABOVE or (i + 1 < len(lines) and not lines[i + 1].gap) or len(line) > 250:
            return dateline
        above += 1
    return None


def _bare_place(text: str) -> tuple[int, int] | None:
    """`VELDEN Jane Roe opened …`, a dash lost: where a town in capitals ends, and where the sentence begins."""
    found = form("dateline.bare-town").match(text)
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
    given = found.groupdict().get("date")
    date = read_date(given, day_first) if given else None
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
    found = form_within("dateline.date-alone", line.text)
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
