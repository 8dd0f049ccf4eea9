"""Lists whose last number has the scale or the unit of all: "$5, $10 and $20 million", "12 and 15 ministers"."""

from dataclasses import replace

from summitparse.figures.model import Item
from summitparse.figures.reject import is_label
from summitparse.numbers import around

_STYLES = ("digits", "words")

# Before the last number of a list, and between those before it.
_LAST = (" and ", " or ", ", and ", ", or ", " and/or ", " & ")
_EARLIER = ", "
_SHARED = ("money", "percent", "quantity", "count")
# A number from here on has no scale of another's.
_LEAST_FULL = 1000


def distribute(text: str, low: str, items: list[Item]) -> None:
    """Gives the numbers of each list the unit of its last one and, where they are small and bare, its scale."""
    for place in range(1, len(items)):
        _under_first_sign(low, items, place)
    whole: Item | None = None
    for first, second in zip(reversed(items[:-1]), reversed(items), strict=False):
        gap = low[first.end : second.start] if first.end <= second.start else ""
        whole = second if gap in _LAST else whole if gap == _EARLIER else None
        if whole is None or not _shares(text, low, first, whole):
            whole = None
            continue
        power = whole.number.shares_with(first.number)
        if power and abs(first.number.value) < _LEAST_FULL:
            first.value = first.value.scaleb(power)
            first.number = replace(first.number, value=first.value, scaled=True, power=power)
        if not first.kind:
            first.told(whole.kind, whole.unit, "elided.list")


def _under_first_sign(low: str, items: list[Item], place: int) -> None:
    """ "EUR 20 and 35 million", "$5, 10 and 20 million", "$5 million and 10 million": the last number has the currency
    of the first."""
    last = items[place]
    _read_letter(low, items[place - 1], last)
    if last.kind or last.upper is not None or not last.number.power or not around.ends_phrase(low, last.end):
        return
    gaps: tuple[str, ...] = _LAST
    for at in range(place - 1, -1, -1):
        item = items[at]
        scaled = item.number.scaled and not item.kind
        if low[item.end : items[at + 1].start] not in gaps or scaled or item.upper is not None:
            return
        if item.kind:
            if item.kind == "money" and item.start < item.number.start and item.end == item.number.end:
                last.told(item.kind, item.unit, "elided.list")
            return
        gaps = (_EARLIER,)


def _read_letter(low: str, first: Item, last: Item) -> None:
    """ "$15m and 25m": the letter of the first amount, a scale, is none of metres in the second."""
    letter = low[last.number.end : last.end]
    if first.kind != "money" or last.kind != "quantity" or not letter.isalpha() or last.upper is not None:
        return
    same = first.number.power and first.end == first.number.end and low[: first.end].endswith(letter)
    gap = low[first.end : last.start]
    goes_on = gap == _EARLIER and low.startswith((*_LAST, _EARLIER), last.end)
    if same and (gap in _LAST or goes_on):
        last.value = last.value.scaleb(first.number.power)
        last.number = replace(last.number, end=last.end, value=last.value, scaled=True, power=first.number.power)
        last.told("money", first.unit, "elided.list")


def _shares(text: str, low: str, first: Item, whole: Item) -> bool:
    """Whether a number before the last one of a list is of the same: bare, or with the sign of the same currency."""
    number = first.number
    if first.upper is not None or number.style not in _STYLES or whole.kind not in _SHARED:
        return False
    if first.kind:  # "$5 and $20 million"
        same = first.kind == whole.kind == "money" and first.unit == whole.unit and first.end == number.end
        signed = whole.start < whole.number.start or whole.rule == "elided.list"
        return same and first.start < number.start and signed
    if whole.start < whole.number.start or (whole.kind == "count" and not whole.unit):
        return False  # "5 and $20 million"
    return not is_label(text, low, number, years=True)
