"""Whom a release names as its source: "Based on materials of …", "Photo: …", an agency's slug on a line of its own."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from summitparse.findings import Span
from summitparse.layout.lines import Line
from summitparse.lexicon import load

_BASED = re.compile(
    r"[\[(*_]{0,3}(?:(?:this\s)?(?:article|text|story|news|material)?\s?(?:is\s|was\s)?"
    r"(?:prepared\s)?based on|with|using|according to|from|prepared from)"
    r"\s(?:the\s)?(?:materials?|reports?|information|data|content)\s"
    r"(?:of|from|by|provided by)\s(?P<names>[^\n]{2,120})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\[(*_]{0,3}(?:photos?(?:\scredits?|\scourtesy(?:\sof)?|\sby)?|photograph(?:s|er)?|images?(?:\scredits?|\scourtesy)?|picture|video(?:\scredit)?|"
    r"(?:news\s|original\s)?sources?|credits?|via|author)\s?(?::|\s[–—-]\s|(?<=by)\s|(?<=of)\s|(?<=courtesy)\s)\s{0,3}(?P<names>[^\n]{2,120})",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[\[(/*_—–-]{0,3}\s?(?P<names>[A-Za-z][\w.-]{0,23}\w)\s?[\])/*_]{0,3}:?$")
_PARTS = re.compile(r"\s{0,3}(?:,|;|/|\||\band\b|&)\s{0,3}(?:and\s)?")
_END = re.compile(r"[\s.:;,)\]*_]+$")
LONGEST = 160
FOOT = 15


@dataclass(slots=True)
class Credits:
    spans: list[Span] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def find_credits(lines: Sequence[Line], taken: Collection[int], head: int) -> Credits:
    """All credits in the first `head` lines and at the foot."""
    found = Credits()
    for i, line in enumerate(lines):
        if i in taken or len(line) > LONGEST or not (i < head or i >= len(lines) - FOOT):
            continue
        match = _BASED.match(line.text) or _NAMED.match(line.text)
        if match and len(match["names"].split()) <= 12:
            named = names(line.start + match.start("names"), match["names"])
            found.spans += named
            found.lines |= {i} if named else set()
    return found


def is_slug(line: Line, after: Line | None, stamped: bool) -> bool:
    """A single word between blank lines that is an agency's or a site's name: "belta", "TASS", "example.org". Without
    a publication line in the head only an agency that is known is one."""
    word = _SLUG.match(line.text)
    if not word or not line.gap or (after is not None and not after.gap):
        return False
    name = word["names"]
    if is_agency(name):
        return True
    return stamped and (name.islower() or name.isupper() or "." in name)


def is_agency(text: str) -> bool:
    return text.casefold() in load("summitparse.layout", "agencies")["names"]


def slug(line: Line) -> Span:
    word = _SLUG.match(line.text)
    assert word
    return Span(line.start + word.start("names"), line.start + word.end("names"))


def names(start: int, text: str) -> list[Span]:
    """The single names of a list "A, B and C"."""
    spans: list[Span] = []
    at = 0
    for part in [*_PARTS.finditer(text), None]:
        end = part.start() if part else len(text)
        a, b = at, len(text[:end]) - len(_tail(text[at:end]))
        while a < b and text[a] in " ([*_":
            a += 1
        if a < b:
            spans.append(Span(start + a, start + b))
        at = part.end() if part else len(text)
    return spans


def _tail(text: str) -> str:
    found = _END.search(text)
    return found.group() if found else ""
