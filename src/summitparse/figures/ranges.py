"""Two numbers that are the two ends of a range: "15 to 22 miles", "between $62 and $68", "10-12 %"."""

from dataclasses import replace
from decimal import Decimal

from summitparse.figures.bounds import bound_before, change_before, moved_before
from summitparse.figures.forms import form
from summitparse.figures.lists import distribute
from summitparse.figures.model import Item
from summitparse.numbers import Number, around

_DASHES = ("-", "–")
_UNTOLD = ("", "count")
_FEET_AND_INCHES = ("[ft_i]", "[in_i]")
_NO_RANGE = frozenset({"ordinal", "rank", "ratio", "time"})
_AGES = ("age.aged", "age.of")
# Kinds of two numbers that fall where they are votes for and against.
_VOTES = ("percent", "")
_UP_TO = ("to", "up to")
_WITH_SIGN = ("money", "percent")
_OF = (" of the ", " of ", " plus ")

_JOINING = ("-", "–", "—", "~", "to")


def join_ranges(text: str, low: str, items: list[Item]) -> list[Item]:
    """The items, with those that are two ends of a range made one, and an elided unit filled from the other end."""
    joined: list[Item] = []
    for item in items:
        if joined:
            _read_as_millions(low, joined[-1], item)
        if joined and _is_score(low, joined[-1], item):
            joined.pop()
        elif joined and _feet_and_inches(low, joined[-1], item):
            pass
        elif joined and _is_range(text, low, joined[-1], item):
            whole = _range(joined[-1], item)
            if _is_move(low, whole):
                joined += _ends(joined.pop(), item, whole)
            else:
                joined[-1] = whole
        else:
            if joined:
                _share(low, joined[-1], item)
                _moves(low, joined[-1], item)
            joined.append(item)
    distribute(text, low, joined)
    return joined


def _is_score(low: str, first: Item, second: Item) -> bool:
    """ "2-1": two small whole numbers that do not rise, without a unit."""
    if low[first.number.end : second.number.start] not in _DASHES or first.kind or second.kind not in _UNTOLD:
        return False
    return first.value >= second.value and first.value < 100 and not (first.number.grouped or second.number.grouped)


def _feet_and_inches(low: str, first: Item, second: Item) -> bool:
    """ "5 feet 2 inches" is one length, in feet."""
    if (first.unit, second.unit) != _FEET_AND_INCHES or second.value >= 12 or second.upper is not None:
        return False
    first.value += second.value / 12
    first.end = second.end
    return True


def _is_range(text: str, low: str, first: Item, second: Item) -> bool:
    if first.upper is not None or second.upper is not None or first.end > second.start or second.start - first.end > 18:
        return False
    if {first.kind, second.kind} & _NO_RANGE and first.kind != second.kind:
        if second.rule != "ratio.times" or first.kind:
            return False
    gap = low[first.end : second.start]
    if first.rule in _AGES and not second.kind and form("between.two-ends").fullmatch(gap):
        return True
    if not _compatible(first, second):
        return False
    if form("between.two-ends").fullmatch(gap) and around.before("between", low, first.start):
        return True
    if not form("between.range").fullmatch(gap):
        return False
    if first.kind and (not second.kind or second.rule == "count.rate"):
        return _under_one_sign(gap, first, second) and not change_before(low, first.start, kind=first.kind)
    if (
        first.kind
        and gap.strip() == "to"
        and not around.before("between", low, first.start)
        and change_before(low, first.start, kind="percent" if first.kind == "money" else first.kind)
    ):
        return False  # "up 19 cents to 58": an amount and a level
    if gap.strip() == "to" and first.kind == second.kind != "percent" and _is_step(low, first, second):
        return False
    if gap.strip() == "to" and first.kind == second.kind in _VOTES and second.value < first.value:
        return (
            around.before("between", low, first.start) is not None
        )  # "leads, 66 % to 27 %", "passed by 397 to 28": votes
    return gap.lstrip(" -").startswith(_UP_TO) or abs(second.value) > abs(first.value)


def _is_step(low: str, first: Item, second: Item) -> bool:
    """ "rose by over 50 euros to 870 euros": by so much, to a level; but "by $5 to $10 million"."""
    if first.number.scaled != second.number.scaled:
        return False
    bound = bound_before(low, first.start, small=False)
    return low.endswith(" by ", 0, bound.place if bound else first.start)


def _under_one_sign(gap: str, first: Item, second: Item) -> bool:
    """ "$3-4 billion", "Rs 500 to 600 crore", "€2bn–3bn": one sign for both ends, and a scale for each or for both."""
    if first.kind != "money" or first.end != first.number.end or not second.number.scaled:
        return False
    power = second.number.shares_with(first.number)
    return gap.strip() in _JOINING and 0 < first.value.scaleb(power) < second.value


def _read_as_millions(low: str, first: Item, second: Item) -> None:
    """ "$3-4m": under the sign of the first end the letter is a scale and no metre."""
    number = second.number
    if second.kind != "quantity" or (second.unit or "").split("/")[0] != "m" or low[number.end : number.end + 1] != "m":
        return
    bare = replace(number, end=number.end + 1, value=number.value.scaleb(6), scaled=True, power=6)
    as_money = Item(bare, second.start, bare.end, value=bare.value)
    if number.start == second.start and _under_one_sign(low[first.end : second.start], first, as_money):
        second.number, second.end, second.value = bare, bare.end, bare.value
        second.told("", None, "")


def _compatible(first: Item, second: Item) -> bool:
    """Same unit, or one end leaves its unit out."""
    if first.kind == second.kind and first.unit == second.unit:
        return True
    if not first.kind and second.kind:
        return True
    bare = not second.kind or (second.rule == "count.rate" and first.kind == "money")  # "$3-4 billion a year"
    return first.kind in _WITH_SIGN and bare


def _is_move(low: str, whole: Item) -> bool:
    """ "fell from 9 to 7": the values before and after, not the two ends of a range."""
    from_ = around.before("from", low, whole.start)
    if from_ is None:
        return False
    if whole.upper is not None and whole.upper < whole.value:
        return True  # no range falls
    if around.before("moved_from", low, whole.start):
        return True
    return bool(change_before(low, from_.start(), kind="percent") or moved_before(low, from_.start() + len("from ")))


def _ends(first: Item, second: Item, whole: Item) -> list[Item]:
    """The two figures of a move, each with the unit and scale of both; the change stands with the second."""
    for item, value in ((first, whole.value), (second, whole.upper)):
        item.value = value if value is not None else item.value
        if not item.kind:
            item.told(whole.kind, whole.unit, "elided.from-to")
    second.moved = True
    return [first, second]


def _moves(low: str, first: Item, second: Item) -> None:
    """ "fell from 9 percent in May to 7 percent": both have their unit, and words between them."""
    if (first.kind, first.unit) != (second.kind, second.unit) or not 0 < second.start - first.end <= 80:
        return
    if form("between.move").fullmatch(low, first.end, second.start):
        whole = replace(first, upper=second.value)
        second.moved = second.moved or _is_move(low, whole)


def _range(first: Item, second: Item) -> Item:
    whole = first if first.kind and (not second.kind or second.rule == "count.rate") else second
    low_value, high_value = first.value, second.value
    if not first.kind or not second.kind or first.unit == second.unit or second.rule == "count.rate":
        low_value, high_value = _scaled(first, second)
    number = Number(
        first.number.start,
        second.number.end,
        low_value,
        style=second.number.style,
        scaled=second.number.scaled or first.number.scaled,
        grouped=second.number.grouped or first.number.grouped,
    )
    rule = (whole.rule or "count.bare") + "-range"
    return Item(number, first.start, second.end, whole.kind, whole.unit, rule, low_value, high_value)


def _scaled(first: Item, second: Item) -> tuple[Decimal, Decimal]:
    """ "33-35 billion": the first end has the scale of the second, if it is the smaller one with it."""
    value = first.value
    power = second.number.shares_with(first.number)
    if power and value.scaleb(power) <= second.value:
        value = value.scaleb(power)
    if first.number.power and not second.number.scaled and not second.kind:
        return value, second.value.scaleb(first.number.power)  # "from 125 billion to 250"
    return value, second.value


def _share(low: str, first: Item, second: Item) -> None:
    """ "from 208 pounds to 193", "280 million of the 1.5 billion shekels": one end has the unit of both."""
    gap_start, gap_end = first.end, second.start
    if gap_end - gap_start > 80 or gap_end < gap_start:
        return
    gap = low[gap_start:gap_end]
    if first.kind == "money" and second.number.scaled and second.kind in ("", "count") and not second.unit:
        if form("between.sum-and-part").fullmatch(gap) or (gap == ", " and around.behind("of_them", low, second.end)):
            second.told("money", first.unit, "elided.of-sum")
    if first.kind and first.kind != "time" and not second.kind and first.kind != "ordinal":
        if form("between.move").fullmatch(gap) and around.before("from", low, first.start):
            second.told(first.kind, first.unit, "elided.from-to")
            second.moved = True
    elif (second.kind == "money" and not first.kind and gap in _OF) or (
        second.kind == "count"
        and second.unit
        and not first.kind
        and first.value > 1
        and form("between.part-and-whole").fullmatch(gap)
    ):
        first.told(second.kind, second.unit, "elided.of")
