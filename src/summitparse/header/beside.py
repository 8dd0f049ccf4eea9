"""What stands beside the date in a publication line: the place, an agency, now and then the headline."""

from collections.abc import Sequence
from functools import cache

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.header.credits import is_agency, is_own_agency
from summitparse.header.headline import is_office
from summitparse.header.place import is_known_place, is_place_line, is_topic
from summitparse.header.publication import Stamp
from summitparse.lexicon import load
from summitparse.lines.forms import form
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence

LEAST_TITLE_BESIDE = 3
INITIALS = 3
_LEADS = frozenset({"in ", "at "})

Stamps = Sequence[tuple[int, Stamp]]


def words(line: Line, span: Span) -> str:
    """What a line says in a span of it."""
    return line.text[span.start - line.start : span.end - line.start]


def title_beside(line: Line, stamp: Stamp) -> Span | None:
    """`Joint communiqué on harbours (12 January 2024)`: headline and date on one line."""
    for span in stamp.other:
        text = words(line, span)
        if len(text.split()) >= LEAST_TITLE_BESIDE and not is_office(text) and not ends_sentence(text):
            return span
    return None


def place_beside(lines: Sequence[Line], stamps: Stamps) -> Span | None:
    for i, stamp in stamps:
        for span in stamp.other:
            text = words(lines[i], span)
            start, end = _place_within(text)
            where = text[start:end]
            town, _, behind = where.rpartition(", ")
            seat = bool(town) and (is_known_place(town) or country_of(behind) is not None)  # "Lomé, Togolese Republic"
            named = is_place_line(where, None) and not is_agency(text) and not is_topic(where, lines)
            if named and (seat or not is_office(text[start:])):
                return Span(span.start + start, span.start + end)
    return None


def _place_within(text: str) -> tuple[int, int]:
    """Where the place is in what stands beside a date."""
    done = form("beside.done").match(text)
    if done:
        return done.span("place")
    start = _behind_lead(text)
    behind = form("office.behind-place").search(text, start) or form("other-calendar.behind-place").search(text)
    behind = behind or form("beside.before-article").search(text)
    end = behind.start() if behind else len(text)
    return start, end if form("district.behind-place").search(text, start, end) else len(text[:end].rstrip("."))


def _behind_lead(text: str) -> int:
    """Where the place may begin: behind "in", a field's name, the kind or the number of a release and who publishes it
    ("Press release No. 12 – Ministry of Harbours, Velden")."""
    start = 0
    for joint in form("lead.joint").finditer(text):
        part = text[start : joint.start()].strip(" .:")
        named = part.casefold() in _kinds() or is_office(part) or form("number").match(part)
        if not (named or (joint.start() == start and joint.group().strip())):
            break
        start = joint.end()
    return start + (3 if text[start : start + 3] in _LEADS else 0)


@cache
def _kinds() -> frozenset[str]:
    table = load("summitparse.layout", "publication")
    fields = load("summitparse.layout", "furniture")["fields"]
    return frozenset({"", *table["published"], *table["about"], *fields["place"], *fields["date"]})


def agencies_beside(lines: Sequence[Line], stamps: Stamps) -> list[Span]:
    named = ((span, words(lines[i], span)) for i, stamp in stamps for span in stamp.other)
    return [span for span, name in named if is_agency(name) or is_own_agency(lines, name)]


def is_initials(text: str) -> bool:
    """`GIS`: three capitals that are no town of the world."""
    return len(text) == INITIALS and text.isalpha() and text.isupper() and not is_known_place(text)


def without_agency(lines: Sequence[Line], where: Span | None) -> tuple[Span | None, Span | None]:
    """`VNA – Velden`, `Velden, DPI`: the agency is no part of the place. The place, or None, and the agency."""
    line = next((line for line in lines if where and line.start <= where.start < line.end), None)
    if where is None or line is None:
        return where, None
    text = words(line, where)
    if is_own_agency(lines, text) or is_initials(text):
        return None, where
    for joint in form("agency.joint").finditer(text):
        before, behind = text[: joint.start()], text[joint.end() :]
        known = bool(joint.group().strip(" ,")) and is_agency(before)
        if known or is_own_agency(lines, before):
            return Span(where.start + joint.end(), where.end), Span(where.start, where.start + joint.start())
        if is_own_agency(lines, behind):
            return Span(where.start, where.start + joint.start()), Span(where.start + joint.end(), where.end)
    return where, None
