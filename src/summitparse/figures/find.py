"""Figures from text, without a parser: numbers are read, and each is told by its neighbours what it is."""

import re
from bisect import bisect_right
from functools import cache

from summitparse.figures.bounds import bound_before, bound_behind, change_before, or_equal
from summitparse.figures.classify import classify
from summitparse.figures.digits import read_digits
from summitparse.figures.model import Item, Number
from summitparse.figures.ordinals import ROMAN, SUFFIX, ordinal_at, roman_at
from summitparse.figures.ranges import join_ranges
from summitparse.figures.reject import SKIP, attached
from summitparse.figures.resolve import resolve
from summitparse.figures.spelled import read_spelled
from summitparse.figures.tables import words
from summitparse.findings import FigureFinding, Span, TimeFindings
from summitparse.layout import Layout, clean_copy

_DIGIT_RUN = re.compile(r"\d+")
_ROMAN_ANCHOR = re.compile(r"(?<![\w'’.&/-])(?=[IVXLC]{1,8}(?:th)?[ ][^\W\d_])")


def find_figures(text: str | Layout, *, times: TimeFindings | None = None) -> tuple[FigureFinding, ...]:
    """All figures in text order; they never overlap. Linear in the text.

    `times` are the time expressions of the same text: a number in one of them counts nothing. Without them dates,
    clock times and durations are told by their shape. The publication line of a `Layout` holds no figure.
    """
    layout = text if isinstance(text, Layout) else None
    clean = layout.clean if layout else clean_copy(str(text))
    blocked = Blocked(layout, times)
    low = lower(clean)
    items = read_items(clean, low)
    items = [item for item in join_ranges(clean, low, items) if not blocked.blocks(item)]
    for item in items:
        surround(clean, low, item)
    return tuple(_finding(item) for item in resolve(clean, low, items, layout))


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


@cache
def _anchor() -> re.Pattern[str]:
    """Where a number may begin: a digit or a number word."""
    table = words()
    begin = {*table.units, *table.tens, *table.vague, *table.folds, *table.ordinal_units, *table.ordinal_powers}
    begin |= {"half", "quarter", "third", "dozen", "hundred", *(w for w in table.scales if not w.endswith("s"))}
    alternatives = "|".join(sorted(begin, key=lambda word: (-len(word), word)))
    return re.compile(rf"\d|[{''.join(table.vulgar)}]|(?<![^\W_])(?:{alternatives})(?![^\W_])")


def read_items(text: str, low: str) -> list[Item]:
    """Every number of the text with what it is beside; kind "" where its neighbours do not say."""
    items: list[Item] = []
    anchor, place = _anchor(), 0
    while found := anchor.search(low, place):
        start = found.start()
        item, place = _digits_item(text, low, start) if low[start].isdecimal() else _word_item(text, low, start)
        place = max(place, start + 1)
        if item and (not items or item.start >= items[-1].end):
            items.append(item)
            place = max(place, item.number.end)
    romans = [item for item in map(lambda m: _roman_item(text, m), _ROMAN_ANCHOR.finditer(text)) if item]
    if not romans:
        return items
    taken = [*items]
    for item in romans:
        if not any(item.start < other.end and other.start < item.end for other in _near(taken, item)):
            items.append(item)
    return sorted(items, key=lambda item: item.start)


def _near(items: list[Item], item: Item) -> list[Item]:
    at = bisect_right([other.start for other in items], item.start) if len(items) < 64 else _bisect(items, item.start)
    return items[max(0, at - 2) : at + 2]


def _bisect(items: list[Item], start: int) -> int:
    return bisect_right(items, start, key=lambda other: other.start)


def _roman_item(text: str, anchor: re.Match[str]) -> Item | None:
    found = ROMAN.match(text, anchor.start())
    return roman_at(text, found) if found and found.group() else None


def _digits_item(text: str, low: str, start: int) -> tuple[Item | None, int]:
    if start and low[start - 1] == "." and (start < 2 or not low[start - 2].isalnum()):
        start -= 1
    skip = SKIP.match(low, start)
    if skip and not (text[start - 1 : start] in "$€£" and start):
        return None, skip.end()
    number = read_digits(low, start)
    if number is None:
        run = _DIGIT_RUN.match(low, start)
        return None, run.end() if run else start + 1
    suffix = SUFFIX.match(low, number.end)
    if suffix and not number.grouped and number.value == number.value.to_integral_value():
        if attached(text, number):
            return None, suffix.end()
        number.end, number.style = suffix.end(), "ordinal"
        return ordinal_at(text, low, number), suffix.end()
    if not number.scaled and _glued(text, number):
        return classify(text, low, number, glued=True), number.end
    if attached(text, number):
        return classify(text, low, number, glued=True), number.end
    return classify(text, low, number), number.end


def _glued(text: str, number: Number) -> bool:
    """Whether a letter touches the digits behind: "5G", "3D", "777F"; only a unit or a currency is right there."""
    after = text[number.end : number.end + 1]
    return bool(after) and (after.isalpha() or after == "_")


def _word_item(text: str, low: str, start: int) -> tuple[Item | None, int]:
    if low[start] in words().vulgar:
        number: Number | None = Number(start, start + 1, words().vulgar[low[start]], style="fraction")
    else:
        number = read_spelled(low, start)
    if number is None:
        return None, start + 1
    if number.style == "ordinal":
        return ordinal_at(text, low, number), number.end
    return classify(text, low, number), number.end


class Blocked:
    """Stretches in which no number is a figure: time expressions and the publication line."""

    def __init__(self, layout: Layout | None, times: TimeFindings | None) -> None:
        spans = sorted({date.span for date in times.dates}) if times else []
        self.starts = [span.start for span in spans]
        self.spans = spans
        self.published = layout.header.published.span if layout and layout.header.published else None

    def blocks(self, item: Item) -> bool:
        """Amounts with a currency, a percent sign or a unit are figures even where a date was seen."""
        number = item.number
        if self.published and self.published.start < number.end and number.start < self.published.end:
            return True
        if item.kind in ("money", "percent", "quantity", "age") or not self.spans:
            return False
        at = bisect_right(self.starts, number.end - 1) - 1
        return any(span.start < number.end and number.start < span.end for span in self.spans[max(0, at - 2) : at + 1])


def surround(text: str, low: str, item: Item) -> None:
    """Words of bound on either side and the change that the verb before says."""
    item.left, item.right = item.start, item.end
    if item.kind in ("ordinal", "rank", "time"):
        return
    number = item.number
    small = (
        number.style in ("words", "fraction") and number.value < 10 and not number.scaled and item.kind in ("count", "")
    )
    before = bound_before(low, item.start, small=small)
    if number.style == "vague":
        item.bound = ">="
    if item.bound == "=" and before:
        item.bound, item.left = before.sign, before.place
    elif before and item.bound != "=":
        item.left = before.place
        if number.style != "vague":
            item.bound = before.sign
    behind = bound_behind(low, item.end)
    if behind and item.upper is None:
        if item.bound in ("=", "~") and behind.sign != "~" or item.bound == "=":
            item.bound, item.right = behind.sign, behind.place
    elif item.bound in "<>":
        item.bound, item.right = or_equal(low, item.right, item.bound)
    item.change = change_before(low, item.left, count=item.kind in ("count", ""))
    sign = text[number.start : number.start + 1]
    if item.kind == "percent" and item.change is None:
        if sign in "-−–" and number.value < 0:
            item.change = "down"
        elif text[item.start - 1 : item.start] == "+":
            item.change = "up"


def _finding(item: Item) -> FigureFinding:
    return FigureFinding(
        span=Span(item.left, item.right),
        number=Span(item.number.start, item.number.end),
        kind=item.kind,
        value=item.value,
        upper=item.upper,
        unit=item.unit,
        bound=item.bound,
        change=item.change,
        rule=item.rule,
    )
