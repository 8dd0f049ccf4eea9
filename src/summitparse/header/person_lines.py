"""Lines that are nothing but a person: "Minister for Ports Jane Roe", "Jane Roe, Minister for Ports", "Jane Roe" above
or below "Minister for Ports", "Author: Jane Roe"."""

from functools import cache

from summitparse.findings import Span
from summitparse.header.authors import GRACE, LETTERS, is_name, opens_office
from summitparse.header.headline import is_office as names_office
from summitparse.lexicon import listed
from summitparse.lines.forms import form
from summitparse.lines.labels import is_sure, labels_of

LONGEST = 100
# No name and no office ends with them.
_NO_OFFICE = frozenset(".!?:")


def person_line(clean: str, line: Span, beside: str) -> Span | None:
    """Where the name stands in a line that is a person; `beside` is the line above or below it, that may be the office.
    A bare name without an office has to begin with a known given name, and capitals have to hold one."""
    found = form("person").fullmatch(clean, line.start, min(line.end, line.start + LONGEST + 1))
    if found is None or line.end - line.start > LONGEST or clean[line.end - 1] in _NO_OFFICE:
        return None
    start = found.start("name")
    text = form("office.behind-name").sub("", found["name"])
    if ":" in text:  # "Jane Roe: Falk Asks Too Much"
        return None
    end = start + len(text)
    given = [word.casefold() in _given_names() for word in text.split()]
    if text.isupper() and not any(given):
        return None
    parts = form("name-and-office").fullmatch(text)
    for mine, other in ((1, 2), (2, 1)) if parts else ():
        assert parts is not None
        if _name(parts[mine]) and opens_office(parts[other].split()):
            return Span(start + parts.start(mine), start + parts.end(mine))
    body = names_office(text) and not opens_office(text.split())  # "Office of the Prime Minister and Cabinet"
    held = is_sure(text) and len(given) > 1 and not body and text.casefold() not in labels_of("roles")
    return Span(start, end) if held or (_name(text) and (given[0] or is_office(beside))) else None


def biography(clean: str, line: Span) -> Span | None:
    """The name in a line below an article: "Jane Roe is the Minister for Ports."."""
    found = form("biography").fullmatch(clean, line.start, min(line.end, line.start + 2 * LONGEST))
    told = found is not None and _name(found["name"]) and opens_office(found["office"].split())
    return Span(*found.span("name")) if found and told else None


def _name(text: str) -> bool:
    bare = GRACE.sub("", text)
    return is_name(bare.title() if bare.isupper() else LETTERS.sub("", bare))


def is_office(line: str) -> bool:
    """ "Minister for Ports", "MINISTER FOR PORTS AND LAW", and nobody's name."""
    words = line.split()
    alone = opens_office(words) and not any(word.casefold() in _given_names() for word in words)
    return alone and len(line) <= LONGEST and line[-1:] not in _NO_OFFICE


@cache
def _given_names() -> frozenset[str]:
    names = listed("summitparse.actors", "given_names", "male") | listed("summitparse.actors", "given_names", "female")
    return frozenset(name.casefold() for name in names)
