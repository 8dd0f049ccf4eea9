"""Figures from text, without a parser: numbers are read, and each is told by its neighbours what it is."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from summitparse.currencies import letters_of
from summitparse.figures.bounds import bound_before, bound_behind, change_before, moved_before, or_equal
from summitparse.figures.classify import classify, ratio_at
from summitparse.figures.digits import read_digits, sign_before
from summitparse.figures.forms import form, form_before
from summitparse.figures.model import AMOUNTS, HYPHENS, Item
from summitparse.figures.ordinals import SUFFIX, ordinal_at, roman_at
from summitparse.figures.ranges import join_ranges
from summitparse.figures.reject import SKIP, attached, phone_end, version_end
from summitparse.figures.resolve import resolve
from summitparse.findings import FigureFinding, Span, TimeFindings
from summitparse.layout import Layout, clean_copy
from summitparse.numbers import Number, around, read_spelled, words
from summitparse.numbers.anchor import anchor_of_numbers
from summitparse.numbers.roman import ROMAN
from summitparse.rules import weigh
from summitparse.text.tables import Cells
from summitparse.uncollected import uncollected

_WHOLE = ("money", "ratio")
_UNTOLD = ("", "count")
_JOINED = ("sub-", "mid-", "minus-")
_UNBOUND = ("ordinal", "rank", "time")
_SPELLED = ("words", "fraction")
_STRICT = ("<", ">")
_LEVELS = ("below", "above", "beneath", "beyond")
_OF_LEVELS = (" of ", " above", " below")
_WEAK = ("=", "~")
_CONVERTED = ("money", "quantity")
_TOLD = ("money", "percent", "quantity", "age")

_DIGIT_RUN = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ROMAN_ANCHOR = re.compile(r"[IVXLC](?<![\w'’.&/-][IVXLC])(?=[IVXLC]{0,7}(?:th)?[ ][^\W\d_])")


@uncollected
def find_figures(
    text: str | Layout, *, times: TimeFindings | None = None, country: str | None = None
) -> tuple[FigureFinding, ...]:
    """All figures in text order; they never overlap. Linear in the text.

    `times` are the time expressions of the same text: a number in one of them counts nothing. Without them dates,
    clock times and durations are told by their shape. The publication line of a `Layout` holds no figure. `country`
    (ISO 3166-1 alpha-2) is that of the issuer: "$" and "Rs" are its dollars and rupees.
    """
    layout = text if isinstance(text, Layout) else None
    cells = Cells(layout.text if layout else str(text), layout.clean if layout else clean_copy(str(text)))
    clean = cells.parted()
    blocked = Blocked(layout, times)
    low = lower(clean)
    letters = letters_of(country)
    items = [item for item in read_items(clean, low, letters) if not blocked.blocks(item)]
    for item in items if cells.rows else ():
        _in_cell(clean, item, cells, letters)
    items = join_ranges(clean, low, items)
    previous = None
    for item in items:
        surround(clean, low, item, previous)
        previous = item
    return tuple(_finding(item) for item in resolve(clean, low, items, country, years=times is None))


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def read_items(text: str, low: str, letters: Mapping[str, str]) -> list[Item]:
    """Every number of the text with what it is beside; kind "" where its neighbours do not say. `letters` are those
    that stand for money where the release comes from."""
    items: list[Item] = []
    anchor, place = anchor_of_numbers(), 0
    addresses = [found.span() for found in _ADDRESS.finditer(low)]
    while found := anchor.search(low, place):
        start = found.start()
        address = bisect_right(addresses, (start, len(low))) - 1
        if address >= 0 and start < addresses[address][1]:
            place = addresses[address][1]
            continue
        taken = items[-1].end if items else 0
        read = _digits_item if low[start].isdecimal() else _word_item
        item, place = read(text, low, start, taken, letters)
        place = max(place, start + 1)
        if item and (not items or item.start >= items[-1].number.end):
            items.append(item)
            place = max(place, item.number.end, item.end if item.kind in _WHOLE else 0)
            place = max(place, item.passes[1] if item.passes else 0)
    numerals = (ROMAN.match(text, found.start()) for found in _ROMAN_ANCHOR.finditer(text))
    romans = [item for found in numerals if found and found.group() and (item := roman_at(text, found))]
    counted = list(items)
    for item in romans:
        at = bisect_right(counted, item.start, key=lambda other: other.start)
        if not any(item.start < other.end and other.start < item.end for other in counted[max(0, at - 1) : at + 1]):
            items.append(item)
    return sorted(items, key=lambda item: item.start)


# "$m", "US$ million": the number stands behind the sign.
_SIGN = re.compile(r"(?<=[$€£¥₹])")


def _in_cell(text: str, item: Item, cells: Cells, letters: Mapping[str, str]) -> None:
    """Gives a bare number that is alone in its cell the unit and the scale of its column's head or its row's label."""
    if item.unit or item.kind not in _UNTOLD:
        return
    heads = cells.heads(Span(item.number.start, item.number.end))
    for head in heads:
        unit = text[head.unit.start : head.unit.end]
        written = _SIGN.sub("1", unit, count=1) if _SIGN.search(unit) else f"1 {unit}"
        read = read_items(written, lower(written), letters)
        if len(read) == 1 and read[0].end == len(written) and read[0].kind in AMOUNTS:
            item.told(read[0].kind, read[0].unit, read[0].rule + "-head")
            item.value *= read[0].value
            named = (head.named, *(other.words for other in heads if other != head))
            item.measure = next((words for words in named if words.end > words.start), None)
            return


def _digits_item(text: str, low: str, start: int, taken: int, letters: Mapping[str, str]) -> tuple[Item | None, int]:
    if start and low[start - 1] == "." and (start < 2 or not low[start - 2].isalnum()):
        start -= 1
    ratio = ratio_at(low, start)
    if ratio:
        return ratio, ratio.end
    skip = SKIP.match(low, start)
    if skip and not (text[start - 1 : start] in "$€£" and start):
        return None, skip.end()
    named = phone_end(text, start) or version_end(text, start)
    if named:
        return None, named
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
    inside = attached(text, number)
    # "5G", "777F": a letter touches the digits behind, so that only a unit or a currency is right there
    touched = text[number.end : number.end + 1].isalpha() or text.startswith("_", number.end)
    glued = not inside and not number.scaled and touched
    return classify(text, low, number, glued=glued, attached=inside, taken=taken, letters=letters), number.end


def _word_item(text: str, low: str, start: int, taken: int, letters: Mapping[str, str]) -> tuple[Item | None, int]:
    if low[start] in words().vulgar:
        if start and low[start - 1].isalnum():
            return None, start + 1
        number: Number | None = Number(start, start + 1, words().vulgar[low[start]], style="fraction")
    else:
        number = read_spelled(low, start)
    if number is None:
        return None, start + 1
    signed_from = sign_before(low, number.start) if number.in_words else None
    if signed_from is not None and low[signed_from] in "mn":
        number.value, number.start = -number.value, signed_from
    if number.style == "ordinal":
        return ordinal_at(text, low, number), number.end
    if low[number.start - 1 : number.start] in HYPHENS and low[number.start - 2 : number.start - 1].isalpha():
        if not low.startswith(_JOINED, max(0, number.start - 4)):
            return None, number.end  # "one-on-one"
    if number.value == 0 and low.endswith("net ", 0, number.start):
        return None, number.end  # "net zero" names an aim
    return classify(text, low, number, taken=taken, letters=letters), number.end


class Blocked:
    """Stretches in which no number is a figure: time expressions and the publication line."""

    def __init__(self, layout: Layout | None, times: TimeFindings | None) -> None:
        spans = sorted({date.span for date in times.dates}) if times else []
        self.starts = [span.start for span in spans]
        self.spans = spans
        self.published = layout.header.published.span if layout and layout.header.published else None

    def blocks(self, item: Item) -> bool:
        """Amounts with a currency, a percent sign or a unit are figures even where a date was seen."""
        blocked = self._in_time(item)
        if blocked and item.rule:
            weigh(item.rule, Span(item.start, item.end), "it is part of a time expression or of the publication line")
        return blocked

    def _in_time(self, item: Item) -> bool:
        number = item.number
        if self.published and self.published.start < number.end and number.start < self.published.end:
            return True
        if item.kind in _TOLD or not self.spans:
            return False
        if number.style == "digits" and item.kind != "time" and not 1900 <= number.value <= 2100 and number.value > 31:
            return False
        at = bisect_right(self.starts, number.end - 1) - 1
        return any(span.start < number.end and number.start < span.end for span in self.spans[max(0, at - 2) : at + 1])


def surround(text: str, low: str, item: Item, previous: Item | None) -> None:
    """Words of bound on either side and the change that the verb before says."""
    item.left, item.right = item.start, item.end
    if item.kind in _UNBOUND:
        return
    number = item.number
    small = number.style in _SPELLED and number.value < 10 and not number.scaled
    counts = item.kind in _UNTOLD or item.rule == "ratio.times"
    before = bound_before(low, item.start, small=small and counts)
    behind = bound_behind(low, item.end) if item.upper is None else None
    if number.style == "vague":
        item.bound = ">="
    if before:
        item.left, item.stated = before.place, True
        if item.bound in _WEAK and number.style != "vague":
            item.bound = before.sign if item.bound == "=" or before.sign != "=" else item.bound
    if behind and (item.bound == "=" or (item.bound == "~" and behind.sign != "~")):
        item.bound, item.right = behind.sign, behind.place
    elif item.bound in _STRICT:
        item.bound, item.right = or_equal(low, item.right, item.bound)
    left = item.left
    graded = form_before("before.graded", low, left) if item.kind == "percent" else None
    if graded and around.ends_phrase(low, item.right):
        left = graded.start()  # "grew a robust 3 %", but not "cut a robust 3 % share"
    if before is None or before.word not in _LEVELS:  # "fell below 5 %": a level
        item.change = change_before(low, left, kind="percent" if item.unit == "point" else item.kind)
    if item.kind == "percent" and item.change is None:
        if text[number.start] in "-−–" and number.value < 0:
            item.change = "down"
        elif text[item.start - 1 : item.start] == "+" or low.endswith("(plus ", 0, item.start):
            item.change = "up"
    if item.moved and previous:
        from_ = low.rfind("from", max(0, previous.left - 30), previous.left)
        item.change = change_before(low, from_, kind="percent") or moved_before(low, from_ + len("from "))
    if previous and previous.right <= item.left:
        _inherit(low, previous, item)


def _inherit(low: str, previous: Item, item: Item) -> None:
    """ "under 296 hp (224 kW)": the conversion has the bound and change of what it converts."""
    gap = low[previous.right : item.left]
    if previous.kind == item.kind and previous.unit == item.unit and form("between.together").fullmatch(gap):
        if (
            item.change is None
            and (item.kind != "count" or item.unit == "point")
            and not low.startswith(_OF_LEVELS, item.right)
        ):
            item.change = previous.change  # "fell 3 % and 1.5 % in Peru and Chile respectively"
    if previous.kind != item.kind or (previous.unit == item.unit and gap != " / "):
        if form("between.otherwise").fullmatch(gap) and item.change is None:
            item.change = previous.change
        return
    if form("between.conversion").fullmatch(gap) and item.kind in _CONVERTED:
        item.bound = previous.bound if item.bound == "=" else item.bound
        item.change = item.change or previous.change


def _finding(item: Item) -> FigureFinding:
    span, number = Span(item.left, item.right), Span(item.number.start, item.number.end)
    told = (item.kind, item.value, item.upper, item.unit, item.bound, item.change, item.measure)
    return FigureFinding(span, number, *told, rule=item.rule)
