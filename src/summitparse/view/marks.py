"""The text of a release with its records marked where they stand, nested as they nest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitparse.records import Place, Release
from summitparse.view.markup import Html, element, join, text
from summitparse.view.wording import DOUBTFUL, Sure

# What is drawn outermost where two records hold the same words.
KINDS = ("quote", "position", "document", "figure", "range", "date", "name")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to a record; `first` is true for the first stretch of the record."""

    start: int
    end: int
    kind: str
    id: str
    first: bool = True
    detail: str = ""
    doubtful: bool = False


def find_marks(release: Release) -> list[Mark]:
    """All marks, in text order and the outer before the inner."""
    marks: list[Mark] = []
    for quote in release.quotes:
        detail = f"{quote.type.value} s-{quote.speaker or 'nobody'}"
        marks += _several(quote.spans, "quote", quote.id, detail, _is_doubtful(quote))
    for position in release.positions:
        detail = f"a-{position.act.value} s-{position.actor or 'nobody'}"
        marks += _several([position], "position", position.id, detail, _is_doubtful(position))
    for kind in ("document", "figure", "range", "date"):
        for record in getattr(release, f"{kind}s"):
            marks += _several([record], kind, record.id, "", _is_doubtful(record))
    for actor in release.actors:
        marks += _several(actor.mentions, "name", actor.id, "", False)
    return sorted((mark for mark in marks if mark.start < mark.end), key=_outermost_first)


def _is_doubtful(record: Sure) -> bool:
    return record.confidence < DOUBTFUL


def _several(places: Sequence[Place], kind: str, id_: str, detail: str, doubtful: bool) -> Iterator[Mark]:
    for number, place in enumerate(places):
        yield Mark(place.start, place.end, kind, id_, number == 0, detail, doubtful)


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, -mark.end, KINDS.index(mark.kind), mark.id


def mark_lines(shown: str, marks: Sequence[Mark], open_: Callable[[Mark], str]) -> Iterator[tuple[int, int, Html]]:
    """Each line that says something as its start, its end and its marked content; `shown` has the text's length.

    `open_` gives the tag of a span that begins a mark, or goes on with it where it had to be cut.
    """
    start, waiting, open_marks = 0, 0, []
    for line in shown.split("\n"):
        end = start + len(line)
        while waiting < len(marks) and marks[waiting].start < end:
            open_marks.append(marks[waiting])
            waiting += 1
        if line.strip():
            here = [mark for mark in open_marks if mark.end > start]
            yield start, end, _mark_line(shown, start, end, here, open_)
        open_marks = [mark for mark in open_marks if mark.end > end]
        start = end + 1


def _mark_line(shown: str, start: int, end: int, marks: Sequence[Mark], open_: Callable[[Mark], str]) -> Html:
    """One line: marks that cross each other are cut where they cross, so that elements nest."""
    edges = sorted({start, end, *(min(max(at, start), end) for mark in marks for at in (mark.start, mark.end))})
    parts: list[str] = []
    stack: list[Mark] = []
    waiting = 0
    for here, following in pairwise(edges):
        while any(mark.end <= here for mark in stack):
            reopened: list[Mark] = []
            while any(mark.end <= here for mark in stack):
                mark = stack.pop()
                parts.append("</span>")
                if mark.end > here:
                    reopened.append(mark)
            for mark in reversed(reopened):
                parts.append(open_(mark))
                stack.append(mark)
        while waiting < len(marks) and marks[waiting].start <= here:
            parts.append(open_(marks[waiting]))
            stack.append(marks[waiting])
            waiting += 1
        parts.append(text(shown[here:following]))
    return Html("".join(parts) + "</span>" * len(stack))


def opener(prefix: str) -> Callable[[Mark], str]:
    """Opens the marks of a page of the report; `prefix` keeps the ids of several releases on one page apart."""
    anchored: set[str] = set()

    def opened(mark: Mark) -> str:
        anchor = None
        if mark.first and mark.id not in anchored and mark.kind != "name":
            anchored.add(mark.id)
            anchor = f"{prefix}at-{mark.id}"
        classes = f"m {mark.kind} {mark.detail}{' doubtful' if mark.doubtful else ''}".strip()
        reach = None if mark.kind == "name" else "-1"
        whole = element("span", class_=classes, id=anchor, data_r=mark.id, tabindex=reach)
        return whole.removesuffix("</span>")

    return opened


def shown_text(text: str) -> str:
    """The text, as long as it is, with lines joined that were only broken to fit."""
    from summitparse.layout import find_layout

    return find_layout(text).clean


def text_body(release: Release, prefix: str) -> Html:
    """The whole text, a paragraph an element; raises ValueError for a release without its text."""
    if release.text is None:
        raise ValueError("the release has no text to show")
    shown = shown_text(release.text)
    title = release.title
    parts = []
    for start, end, content in mark_lines(shown, find_marks(release), opener(prefix)):
        is_title = title is not None and start <= title.start < end
        parts.append(element("p", content, class_="headline" if is_title else None, data_s=start))
    return join(parts)
