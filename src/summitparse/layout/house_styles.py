"""Speaker labels without a colon, as houses print them: "Mr. ROE of Kent. …", "The PRESIDENT. …", "President Roe – …",
and a label on a line of its own. None counts alone: the style has to come again."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.lines.forms import form
from summitparse.lines.labels import Label, core, is_possible, is_sure, labels_of
from summitparse.lines.read import Line

# So many labels make a style; capitals alone need more.
LEAST, LEAST_CAPITALS = 2, 3
_BRACKETS = ("[]", "()", "<>")
_ENDS = (".", "!", "?", "…", "”", '"')


def house_labels(lines: Sequence[Line], free: Sequence[bool]) -> list[Label | None]:
    """The labels of the lines in a style that comes at least twice; only lines that are `free` are looked at."""
    found: list[Label | None] = [None] * len(lines)
    styles: tuple[Callable[[int], Label | None], ...] = (
        lambda i: _read(form("label.stop"), lines[i], with_article=True),
        lambda i: _read(form("label.dash"), lines[i], with_article=False),
        lambda i: _on_its_own(lines, i, apart=False),
    )
    again: tuple[Callable[[int], Label | None], ...] = (
        lambda i: _on_its_own(lines, i, apart=True),
        lambda i: _capitals(lines[i]),
    )
    for style in (*styles, *again):
        labels = [style(i) if ok else None for i, ok in enumerate(free)]
        labels = _again(labels) if style in again else labels
        if sum(label is not None for label in labels) >= LEAST:
            found = [label or other for label, other in zip(found, labels, strict=True)]
    return found


def _again(labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels of at least two speakers who all come again; one of them has to be a speaker by the form alone."""
    counts = Counter(label.text for label in labels if label)
    speakers = {text for text, count in counts.items() if count >= LEAST}
    if len(speakers) < LEAST or not any(is_sure(text) for text in speakers):
        return [None] * len(labels)
    return [label if label and label.text in speakers else None for label in labels]


def sure_by_style(lines: Sequence[Line], read: Sequence[Label | None]) -> list[bool]:
    """Which labels with a colon are sure because others look like them: a country or an agency in brackets behind the
    name ("Jane Roe (Norway): …"), a country behind a comma, or a surname in capitals."""
    bracketed = [bool(label and _tells_origin(line, label)) for line, label in zip(lines, read, strict=True)]
    capitals = [bool(label and _is_capital(label.text)) for label in read]
    texts = {label.text for label, capital in zip(read, capitals, strict=True) if label and capital}
    if len(texts) < LEAST or sum(capitals) < LEAST_CAPITALS:
        capitals = [False] * len(read)
    if sum(bracketed) < LEAST:
        bracketed = [False] * len(read)
    return [a or b for a, b in zip(bracketed, capitals, strict=True)]


def _read(pattern: re.Pattern[str], line: Line, *, with_article: bool) -> Label | None:
    match = pattern.match(line.text)
    if match is None or not (is_sure(match["label"]) or (with_article and _is_office(match["label"]))):
        return None
    last = core(match["label"])[-1].casefold()
    if last in labels_of("honorifics") or len(last) == 1:
        return None  # "… and Prevention Director Dr. Jane Roe", "Dr. J. Roe": the full stop is of the abbreviation
    start = line.start + match.start("label")
    return Label(Span(start, start + len(match["label"])), line.start + match.end(), match["label"])


def _on_its_own(lines: Sequence[Line], i: int, *, apart: bool) -> Label | None:
    """ "President Roe", "**Minister Roe**", "[Minister Roe]" or "JOURNALIST" above a line that is at least a sentence;
    `apart` with a blank line between."""
    text = lines[i].text.strip("*_ ")
    if text[:1] + text[-1:] in _BRACKETS:
        text = text[1:-1].rstrip(": ")
    below = lines[i + 1] if i + 1 < len(lines) else None
    if not text or below is None or bool(below.gap) != apart:
        return None
    low = text.casefold()
    first = low.split()[0].rstrip(".")
    opens = first in labels_of("titles") or first in labels_of("honorifics") or low in labels_of("roles")
    if not opens or text.endswith(_ENDS) or not is_sure(text):
        return None
    if not below.text.endswith(_ENDS) or is_sure(below.text.rstrip(".")):
        return None
    start = lines[i].start + lines[i].text.index(text)
    return Label(Span(start, start + len(text)), lines[i].end, text)


def _capitals(line: Line) -> Label | None:
    """ "JOURNALIST When will it open?": nothing but the capitals tells the label."""
    match = form("label.capitals").match(line.text)
    if match is None:
        return None
    return Label(Span(line.start, line.start + match.end("label")), line.start + match.end(), match["label"])


def _is_office(label: str) -> bool:
    """ "The PRESIDENT", "The Acting Chair"."""
    words = core(label)
    low = [word.casefold() for word in words]
    if len(words) < 2 or low[0] != "the" or len(words) > 4:
        return False
    return all(word in labels_of("titles") for word in low[1:]) or all(word.isupper() for word in words[1:])


def _tells_origin(line: Line, label: Label) -> bool:
    match = form("label.bracket").match(line.text, label.span.end - line.start)
    name, _, of = label.text.partition(", ")
    if of and country_of(of):  # "Jane Roe, Norway: …"
        return len(core(name)) > 1 and is_possible(name)
    named = len(core(label.text)) > 1 and is_possible(label.text)
    return named and match is not None and (match["of"].isupper() or country_of(match["of"]) is not None)


def _is_capital(label: str) -> bool:
    return label.isupper() and len(label.split()[-1]) > 3 and is_possible(label)
