"""The name of whoever publishes: in a letterhead, beside "Press release:", at the foot, or as what announces."""

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import takewhile

from summitparse.findings import Span
from summitparse.header.headline import is_office
from summitparse.header.publication import read_date
from summitparse.layout import Layout
from summitparse.lexicon import listed, load
from summitparse.lines.read import Line, read_lines
from summitparse.rules import weigh
from summitparse.text.signs import STOPS

HEAD_LINES = 12
FOOT_LINES = 6
LONGEST = 110
_WORD, _CAPITAL = r"[\w’'-]{1,30}", r"[A-Z][\w’'-]{0,30}"
# What goes on in a name that a sentence begins with.
_FURTHER = rf"(?:,? (?:{_CAPITAL}|and|the)){{0,6}}"
_WITH_SENTENCES = frozenset({"paragraph", "item"})
_NAME = rf"{_CAPITAL}(?:,? (?:{_CAPITAL}|of|and|the|for|on|in)){{0,12}}"


def letterhead(layout: Layout) -> list[Span]:
    """The lines above the headline, between it and the body, and the last ones: where a publisher is named."""
    lines = read_lines(layout.clean)
    title = layout.header.title
    head = list(takewhile(lambda line: len(line) < LONGEST or _holds(title, line), lines[:HEAD_LINES]))
    head = [line for line in head if not _holds(title, line)]
    foot = [line for line in lines[len(head) + 2 :][-FOOT_LINES:] if len(line) < LONGEST]
    return [Span(line.start, line.end) for line in [*head, *foot]]


def _holds(title: Span | None, line: Line) -> bool:
    return title is not None and title.start <= line.start < title.end


def issuer_name(layout: Layout, lines: list[Span]) -> Span | None:
    """The first of these that there is: a field, an office above the headline or at the foot, the body that the first
    sentence begins with."""
    rule, name = next(_names(layout, lines), ("", None))
    if name is not None:
        weigh(rule, name)
    return name


def _names(layout: Layout, lines: list[Span]) -> Iterator[tuple[str, Span]]:
    """Each name with the rule that finds it, the surest first."""
    clean, title = layout.clean, layout.header.title
    for span in lines:
        top = title is None or span.start < title.start or span.start < title.end + 400
        if top and (found := _field().match(clean, span.start, span.end)):
            yield "issuer.field", Span(*found.span("name"))
    above = [span for span in lines if title and span.end <= title.start]
    yield from (("issuer.letterhead", span) for span in above if is_body(clean[span.start : span.end]))
    yield from (("issuer.holder", span) for span in above if _is_holder(clean[span.start : span.end]))
    for span in reversed([span for span in lines if span not in above]):
        text = without_date(clean, span)
        if any(char in "@0123456789" for char in text):
            continue
        if is_body(text):
            yield "issuer.foot", Span(span.start, span.start + len(text))
        elif found := _closing().search(clean, span.start, span.end):
            yield "issuer.signature", Span(*found.span("name"))
    if leading := _leading(layout):
        yield "issuer.subject", leading


def without_date(clean: str, span: Span) -> str:
    """A line without the date that it ends with: "MINISTRY OF HARBOURS 12 MAY 2016"."""
    text = clean[span.start : span.end]
    date = read_date(text)
    return text[: date.start].rstrip(" ,") if date and date.start and date.end >= len(text) - 1 else text


def is_body(text: str) -> bool:
    """`MINISTRY OF LAW`, `Minister for Harbours`: a line that names a body and nothing else."""
    return is_office(text) and any(word.strip(",").capitalize() in _bodies() for word in text.split())


def _is_holder(text: str) -> bool:
    low = text.casefold()
    return len(text) < LONGEST and low.startswith(_offices()) and not text.endswith(STOPS)


def _leading(layout: Layout) -> Span | None:
    block = next((block for block in layout.blocks if block.kind in _WITH_SENTENCES), None)
    found = _subject().match(layout.clean, block.span.start, block.span.end) if block else None
    return Span(*found.span("name")) if found else None


_bodies = partial(listed, "summitparse.issuer", "names", "bodies")


@cache
def _offices() -> tuple[str, ...]:
    return tuple(load("summitparse.issuer", "names")["offices"])


@cache
def _field() -> re.Pattern[str]:
    fields = "|".join(load("summitparse.issuer", "names")["fields"])
    return re.compile(rf"(?i:{fields}):? ?(?<=[: ])(?P<name>{_NAME})$")


@cache
def _closing() -> re.Pattern[str]:
    """ "J. Roe Director of Information Ministry of Harbours"."""
    bodies = "|".join(sorted(_bodies()))
    return re.compile(
        rf"(?:{'|'.join(load('summitparse.issuer', 'names')['signing'])}) (?:of|for|to) (?:{_WORD} ){{1,3}}"
        rf"(?P<name>(?:{bodies}) (?:of|for) {_WORD}(?:,? {_WORD}){{0,7}})$"
    )


@cache
def _subject() -> re.Pattern[str]:
    """ "The Harbour Committee decided", "The Ministry of Harbours (MoH) announced"."""
    table = load("summitparse.issuer", "names")
    bodies, verbs = "|".join(sorted(_bodies())), "|".join(table["verbs"])
    return re.compile(
        rf"(?:The |Today,? the )?(?P<name>(?:(?:{_CAPITAL},? |and |of |for ){{0,6}}(?:{bodies})"
        rf"|(?:{bodies}) (?:of|for) {_CAPITAL}{_FURTHER})(?: \([A-Z][\w-]{{1,12}}\))?)"
        rf" (?=(?:{verbs})\b)"
    )
