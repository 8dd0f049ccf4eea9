"""Quotation marks of one passage, with the part that each plays: opening or closing, double or single."""

import re
from dataclasses import dataclass

from summitparse.text.signs import CLOSING_MARKS, MARKS, OPENING_MARKS, any_of

_MARK = re.compile(any_of(MARKS))
_ELISION = re.compile(r"(?:s(?=-[A-Z])|\d\ds?|em|til|tis|twas|cause|round|bout|n|Neath|Tis|Twas|Til)\b")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+)?[\"＂'’]{1,2}$")
_DIMENSION = re.compile(r"\s?(?:x\s?\d|by\s\d|(?:wide|high|tall|long|deep|thick|in diameter|screen|pipe|gun)\b)")
OPENING, CLOSING, EITHER = "open", "close", "either"
# What may stand directly before an opening mark besides white space, and directly after a closing one.
_BEFORE = frozenset("([{—–-/…:") | OPENING_MARKS | frozenset("\"'＂")
_AFTER = frozenset(")]}—–-/….,;:!?*") | CLOSING_MARKS | frozenset("\"'＂“‘")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark of one or two characters. `role` is what its shape and its surroundings say; "either" leaves it
    to the marks around it."""

    start: int
    end: int
    role: str
    single: bool
    straight: bool = False


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of `text[start:end]`; apostrophes, feet and inches, minutes and seconds are left out."""
    marks: list[Mark] = []
    place = start
    while found := _MARK.search(text, place, end):
        at = found.start()
        char = text[at]
        width = 2 if char in "'`’‘" and text[at : at + 2] == 2 * char and at + 2 <= end else 1
        place = at + width
        single = width == 1 and char in "‘’‚‛'`‹›"
        before = text[at - 1] if at > start else " "
        after = text[place] if place < end else " "
        if char == '"' and after == '"' and not before.isalnum() and not text[place + 1 : place + 2].isalnum():
            place += 1  # an empty pair, as in code
            continue
        role = _role(text, char, before, after, place, single)
        if role:
            marks.append(Mark(at, place, role, single, char in "\"'`＂"))
    return marks


def _role(text: str, char: str, before: str, after: str, place: int, single: bool) -> str | None:
    opens = not after.isspace() and (before.isspace() or before in _BEFORE)
    closes = not before.isspace() and (after.isspace() or after in _AFTER)
    if single:
        return _single_role(text, char, before, after, place, opens, closes)
    if char in "«»":  # »…« in German and Danish
        reversed_ = (after.isalnum() and opens) if char == "»" else closes
        return OPENING if (char == "«") != reversed_ else CLOSING
    if before.isdigit() and char in "\"＂'’" and _measure(text, place):
        return None
    if opens and not closes:
        return OPENING
    if closes and not opens:
        return CLOSING
    if char in OPENING_MARKS:
        return OPENING
    return CLOSING if char in CLOSING_MARKS and char != "’" else EITHER


def _measure(text: str, place: int) -> bool:
    """Inches: after feet (6'2") or before the dimension (12" wide)."""
    return _FEET.search(text[max(0, place - 10) : place]) is not None or _DIMENSION.match(text, place) is not None


def _single_role(text: str, char: str, before: str, after: str, place: int, opens: bool, closes: bool) -> str | None:
    """A single mark, or None for an apostrophe."""
    if char in "‹›":
        return OPENING if char == "‹" else CLOSING
    if before.isalnum() and after.isalnum():
        return None
    if char in "'’" and before.isdigit() and not after.isalnum() and re.match(r"\s?\d", text[place : place + 2]):
        return None  # feet
    if (opens and not closes) or (char in "‘‚‛`" and not after.isspace()):
        return None if _ELISION.match(text, place) else OPENING
    if closes or (char in "’'" and not before.isspace()):
        return CLOSING
    return None
