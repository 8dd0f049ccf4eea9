"""Numbers in words: "a hundred and five", "one and a half", "two-thirds", "dozens of", "tens of thousands"."""

import re
from decimal import Decimal

from summitparse.figures.model import Number
from summitparse.figures.tables import words

# Beyond it no figure is meant, and a chain of scale words stops being read.
LARGEST = 10**24
_WORD = re.compile(r"[^\W\d_]{1,16}(?![^\W\d_])")
_GAP = re.compile(r"(?: |-|- | - )(?=[^\W\d_])")
_AND = re.compile(r"(?:,? |-)and(?: |-)(?=[^\W\d_])")
_AND_FRACTION = re.compile(r" and (?:(a|an|one|two|three)[ -])(half|third|thirds|quarter|quarters|fourth|fourths)\b")
_AMOUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_OF = re.compile(r" of (?:(?:the|its|our|their|a|these|those) )?")
_DIGIT = r"(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_POINT = re.compile(
    rf"[ -]point[ -]({_DIGIT}(?:[ -]{_DIGIT}){{0,4}})(?= (?:thousand|million|billion|trillion|lakh|crore|per ?cent)\b)"
)
_COMPARED = re.compile(
    r" (?:less|more|fewer|lower|higher|smaller|larger|bigger|cheaper|dearer|faster|slower|shorter|longer|lighter"
    r"|heavier|below|above)(?![^\W_])"
)
_ENDS = re.compile(
    r"[.,;:)!?—–]|$| (?:in|to|from|since|over|this|last|compared|on|as|and|but|by|after|before|between)\b"
)
_BOUND = re.compile(
    r"(?<![^\W_])(?:more than|over|about|nearly|almost|around|roughly|less than|under|up to|at least|as much as) $"
)
_BY = re.compile(
    r"(?<![^\W_])(?<!followed )by"
    r" (?:more than |about |nearly |almost |around |roughly |up to |at least |some |over )?$"
)
# What makes "half" a part and not a period of play or of a year, or a way of cutting.
_HALF_AFTER = re.compile(
    r" (?:of|the|an?|all|its|their|our|his|her|million|billion|trillion|people|dozen)\b|-(?:million|billion|dozen)\b"
)
_HALF_NOT_BEFORE = re.compile(
    r"(?:first|second|latter|other|better|the|this|last|next|in|1st|2nd|by|every|each|and a)[ -]$"
)


def read_spelled(low: str, at: int) -> Number | None:
    """The number in words whose first number word begins at `at`, "a" before it included."""
    table = words()
    found = _WORD.match(low, at)
    if found is None:
        return None
    word = found.group()
    if word in table.folds:
        return Number(at, found.end(), Decimal(table.folds[word]), style="fold")
    if word in table.vague:
        return _vague(low, at, found.end(), table.vague[word])
    if word in table.fractions and not word.endswith("s"):
        fraction = _leading_fraction(low, at, found.end(), word)
        return fraction or (None if word in ("half", "quarter") else _cardinal(low, at))
    if word == "dozen":
        return _dozen(low, at, found.end())
    number = _cardinal(low, at)
    if number is None:
        return None
    return _part_of(low, number) or _numerator(low, number) or number


_PART_OF = re.compile(r" (?:(?:out of|in)(?: every)? ([^\W\d_]{3,9})|of (ten))(?![^\W_])")


def _part_of(low: str, number: Number) -> Number | None:
    """ "one in three", "nine out of ten"."""
    found = _PART_OF.match(low, number.end) if number.style == "words" and not number.scaled else None
    whole = _cardinal(low, found.start(1) if found[1] else found.start(2)) if found else None
    if whole is None or whole.style != "words" or not 0 < number.value < whole.value:
        return None
    return Number(number.start, whole.end, number.value / whole.value, style="fraction")


def _cardinal(low: str, at: int) -> Number | None:
    """Thousands, hundreds, tens and units; also ordinals, which end it."""
    table = words()
    total, group, end, place = 0, 0, at, at
    last, scaled, style, power = "", False, "words", 0
    first = True
    start = at
    while True:
        found = _WORD.match(low, place)
        if found is None:
            break
        word = found.group()
        if word in table.units:
            value = table.units[word]
            free = (
                last in ("", "hundred", "scale") if value > 9 or not value else last in ("", "hundred", "scale", "tens")
            )
            if not free or (last == "tens" and value == 0):
                break
            group, last = group + value, "unit"
        elif word in table.tens:
            if last not in ("", "hundred", "scale"):
                break
            group, last = group + table.tens[word], "tens"
        elif word == "hundred" and last in ("", "unit", "tens"):
            if first:
                start = _article(low, at)
                if start == at:
                    return None
                group = 1
            group, last, scaled = group * 100, "hundred", True
        elif word in table.scales and not word.endswith("s"):
            factor = 10 ** table.scales[word]
            if first:
                start = _article(low, at)
                if start == at:
                    return None
                group = 1
            if last == "scale" and not group:
                total *= factor
            else:
                total, group = total + group * factor, 0
            last, scaled, power = "scale", True, table.scales[word]
        elif word in ("dozen", "score") and last == "unit":
            group, end = group * (12 if word == "dozen" else 20), found.end()
            scaled = True
            break
        elif word in table.ordinal_units or word in table.ordinal_powers:
            if word in table.ordinal_powers and (first or last):
                factor = 10 ** table.ordinal_powers[word]
                if first:
                    start = _article(low, at)
                    group = 1
                total, group = (total + group) * factor, 0
            elif last == "tens" and table.ordinal_units.get(word, 99) > 9:
                break
            elif last in ("", "hundred", "scale", "tens"):
                group += table.ordinal_units[word]
            else:
                break
            end, style = found.end(), "ordinal"
            break
        else:
            break
        first = False
        end = found.end()
        if total > LARGEST:
            break
        gap = _GAP.match(low, end)
        if gap is None:
            break
        joined = _AND.match(low, end)
        if joined and last in ("hundred", "scale"):
            following = _WORD.match(low, joined.end())
            if following is None or following.group() not in table.cardinal:
                break
            place = joined.end()
        else:
            place = gap.end()
    if end == at:
        return None
    number = Number(start, end, Decimal(total + group), style=style, scaled=scaled, power=power)
    if style == "words":
        half = fraction_after_and(low, end)
        if half:
            number.value += half[0]
            number.end = half[1]
            _scale_after(low, number)
        elif not scaled:
            _decimals_after(low, number)
    return number


def _decimals_after(low: str, number: Number) -> None:
    """ "one point six billion", "zero point two five percent": "point" is a sign only before a scale or percent."""
    found = _POINT.match(low, number.end)
    if found is None:
        return
    digits = "".join(str(words().units[word]) for word in re.split("[ -]", found[1]))
    number.value += Decimal(digits).scaleb(-len(digits))
    number.end = found.end(1)
    _scale_after(low, number)


def fraction_after_and(low: str, at: int) -> tuple[Decimal, int] | None:
    """ "and a half" at `at`: the value and where it ends."""
    found = _AND_FRACTION.match(low, at)
    if found is None:
        return None
    return Decimal(_AMOUNTS[found[1]]) / words().fractions[found[2]], found.end()


def _scale_after(low: str, number: Number) -> None:
    gap = _GAP.match(low, number.end)
    found = _WORD.match(low, gap.end()) if gap else None
    if found and found.group() in words().scales:
        number.power = words().scales[found.group()]
        number.value = number.value.scaleb(number.power)
        number.end, number.scaled = found.end(), True


def _article(low: str, at: int) -> int:
    """Where "a" or "an" before `at` begins, or `at`."""
    for article in ("a ", "an ", "a-"):
        begin = at - len(article)
        if begin >= 0 and low.startswith(article, begin) and not low[max(0, begin - 1) : begin].isalnum():
            return begin
    return at


def _vague(low: str, at: int, end: int, least: Decimal) -> Number | None:
    """ "dozens", "tens of thousands of": the least that the words can mean."""
    table = words()
    value, scaled = least, False
    while True:
        of = re.compile(r" of ").match(low, end)
        found = _WORD.match(low, of.end()) if of else None
        if found is None or found.group() not in table.vague or value > LARGEST:
            break
        value, end, scaled = value * table.vague[found.group()], found.end(), True
    if low[at : at + 4] == "tens" and not scaled:
        return None
    if not low.startswith(" of ", end) and value < 1000 and not scaled and low[at:end] != "dozens":
        return None
    return Number(at, end, value, style="vague", scaled=True)


def _leading_fraction(low: str, at: int, end: int, word: str) -> Number | None:
    """ "half a million", "half of", "a third of", "a quarter of"."""
    start = _article(low, at)
    if word == "half":
        if not _is_half(low, start, at, end):
            return None
        number = Number(start, end, Decimal("0.5"), style="fraction")
        tail = re.compile(r"(?:(?: of)? an?)?[ -](million|billion|trillion|thousand|dozen)\b").match(low, end)
        if tail:
            factor = 12 if tail[1] == "dozen" else 10 ** words().scales[tail[1]]
            number.value, number.end, number.style, number.scaled = number.value * factor, tail.end(), "words", True
            number.power = 0 if tail[1] == "dozen" else words().scales[tail[1]]
        return number
    if start == at or not (_OF.match(low, end) or _is_part(low, start, end, word)):
        return None
    number = Number(start, end, Decimal(1) / words().fractions[word], style="fraction")
    scale = re.compile(r" of an? (million|billion|trillion)\b").match(low, end)
    if scale:
        number.value, number.end, number.style, number.scaled = (
            number.value * 10 ** words().scales[scale[1]],
            scale.end(),
            "words",
            True,
        )
    return number


def _is_half(low: str, start: int, at: int, end: int) -> bool:
    """ "half of", "cut by half", "less than half full": a part, and no half of a match."""
    if _HALF_AFTER.match(low, end):
        return start != at or not _HALF_NOT_BEFORE.search(low, max(0, at - 8), at)
    before = low[max(0, start - 24) : start]
    return bool(_BY.search(before) and _ENDS.match(low, end)) or bool(
        _BOUND.search(before) and (_ENDS.match(low, end) or low.startswith((" full", " empty"), end))
    )


def _is_part(low: str, start: int, end: int, word: str) -> bool:
    """ "a fifth less than", "by a tenth", "more than a third,": a part, where "a third party" is none."""
    if _COMPARED.match(low, end):
        return True
    if not _ENDS.match(low, end):
        return False
    before = low[max(0, start - 24) : start]
    return bool(_BY.search(before)) or (word != "quarter" and bool(_BOUND.search(before)))


def _dozen(low: str, at: int, end: int) -> Number | None:
    start = _article(low, at)
    return None if start == at else Number(start, end, Decimal(12), style="words", scaled=True)


def _numerator(low: str, number: Number) -> Number | None:
    """ "two-thirds", "one quarter of", "three quarters billion": the cardinal that was read is the numerator."""
    if number.style == "ordinal":
        return None
    gap = _GAP.match(low, number.end)
    found = _WORD.match(low, gap.end()) if gap else None
    if found is None or found.group() not in words().fractions or not 0 < number.value < 100:
        return None
    denominator, plural = words().fractions[found.group()], found.group().endswith("s")
    if plural != (number.value > 1) or number.value >= denominator or (plural and 2 * number.value == denominator):
        return None
    fraction = Number(number.start, found.end(), number.value / denominator, style="fraction")
    _scale_after(low, fraction)
    if fraction.scaled:
        fraction.style = "words"
    return fraction
