"""What is decided in context: which numbers only point back or number something, bare numbers."""

from summitparse.figures.bounds import change_before
from summitparse.figures.forms import form, form_before
from summitparse.figures.model import Item
from summitparse.figures.reject import behind_label, behind_name, is_label, is_version
from summitparse.figures.tables import noun_words
from summitparse.figures.whose import Issuers
from summitparse.findings import Span
from summitparse.numbers import Number, around
from summitparse.rules import weigh

_POINTING = ("count", "ratio")
_ENDS = (".", ";")


def resolve(text: str, low: str, items: list[Item], country: str | None, *, years: bool) -> list[Item]:
    """The items that are figures, with the dollar and the dinar of the release, which is issued in `country`. `years`:
    nobody has told which numbers are years."""
    issuers = Issuers(text, low, country)
    kept = []
    for item in items:
        span = Span(item.left, item.right)
        if item.kind == "time" or (item.kind == "" and not _bare(text, low, item, years=years)):
            weigh(item.rule or "count.bare", span, "nothing says what it counts")
            continue
        if item.kind in _POINTING and not _counts(text, low, item, years=years):
            weigh(item.rule, span, "it is a name, a label or a pointer back")
            continue
        item.unit = issuers.settle(item)
        kept.append(item)
    return kept


def _counts(text: str, low: str, item: Item, *, years: bool) -> bool:
    """Whether a count with its noun is one: not "the two leaders", "Boeing 737 jets", "2024 elections"."""
    number = item.number
    if item.rule == "count.one":
        return around.before("somebody", low, item.left) is None
    if item.kind == "ratio":
        written = text[number.start : number.end].partition("/")[2].isdigit()
        return not (written and behind_label(text, number))
    labelled = item.upper is None and is_label(text, low, number, years=years)
    if number.plain and item.bound == "=" and (labelled or behind_name(text, item.left)):
        return False
    head = (item.unit or "").rpartition(" ")[2].lower()
    before = form_before("before.determiner", low, item.left)
    if before and before[1] in noun_words("back") and number.value <= 6 and not number.scaled and item.bound == "=":
        return not (head in noun_words("pointing") or number.value == 2)
    return True


def _bare(text: str, low: str, item: Item, *, years: bool) -> bool:
    """Whether a number without anything behind it is a figure: it is large, has a bound, or is a part of things."""
    number = item.number
    if _age_behind_name(text, item):
        item.told("age", "a", "age.behind-name")
        return True
    bounded = item.bound != "=" and number.value >= 1000
    years = years or not _is_level(low, number)
    if number.style == "digits" and not (number.scaled or bounded) and is_label(text, low, number, years=years):
        return False
    small = number.value < 1000 and not (number.sized or item.stated)
    if number.style == "vague" or (small and form("behind.capital").match(text, item.end)):
        return False  # "invests billions in jobs", "the head of 360 Example Inc."
    item.kind, item.rule = "count", item.rule or "count.bare"
    if item.upper is None and number.value > 1:
        if around.before("of_counted", low, item.left) or around.behind("of_whom", low, item.end):
            item.rule = "count.as-before"
            return True
    somebody = around.before("person", low, number.start) or around.before("turning", low, number.start)
    if somebody and 0 < number.value < 120 and not item.stated:
        item.told("age", "a", "age.person")
        return around.ends_phrase(low, item.end)
    if number.value >= 1 and _is_toll(low, item):
        item.rule = "count.toll"
        return True
    if form("before.per-dozen").search(low, max(0, number.start - 12), number.start + 2):
        return False
    if number.plain and behind_name(text, item.left):
        return False
    return item.bound != "=" or item.stated or _stands_alone(text, low, item)


def _stands_alone(text: str, low: str, item: Item) -> bool:
    """Whether a number without a bound is one by its size, by what it reaches, or as a part of things."""
    number = item.number
    if item.upper is None and is_version(text, number):
        return False
    if item.upper is not None:
        if low[max(0, item.start - 8) : item.start] == "between ":
            return True
        return number.sized or abs(item.value) >= 100
    if number.sized:
        return item.value != 0
    if item.upper is None and number.value > 1 and form_before("before.amounting", low, number.start):
        return True
    if number.in_words and number.value < 10:
        return False
    if around.behind("of_things", low, item.end):
        return True
    return number.value >= 100 and (number.in_words or around.before("level", low, number.start) is not None)


def _is_level(low: str, number: Number) -> bool:
    """ "the toll reached 2000", "cases rose to 1998": no year."""
    if low.endswith(" to ", 0, number.start):
        return change_before(low, number.start - len("to "), kind="percent") is not None
    return around.before("reached", low, number.start) is not None


def _is_toll(low: str, item: Item) -> bool:
    """ "killed 40 and injured 200", "40 died; the rest, 260, were saved": people whom no noun names."""
    if form("behind.toll").match(low, item.end):
        return True
    return around.ends_phrase(low, item.end) and form_before("before.toll", low, item.left) is not None


def _age_behind_name(text: str, item: Item) -> bool:
    number = item.number
    if not number.plain or not 3 <= number.value <= 110 or item.upper is not None:
        return False
    if text[number.end : number.end + 1] in _ENDS and number.value >= 10:
        return bool(form_before("before.speaker", text, number.start))
    if text[number.end : number.end + 1] != "," or not form("behind.age-goes-on").match(text, number.end):
        return False
    if form_before("before.name", text, number.start):
        return True
    return number.value >= 14 and bool(form_before("before.somebody", text, number.start))
