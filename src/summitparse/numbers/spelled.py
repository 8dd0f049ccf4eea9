"""Numbers in words: "a hundred and five", "one and a half", "two-thirds", "dozens of", "tens of thousands"."""

import re
from decimal import Decimal

from summitparse.numbers import around
from summitparse.numbers.model import Number
from summitparse.numbers.words import words

_OFTEN_TIMES = ("half", "quarter")
_ARTICLES = ("a ", "an ", "a-")
_FILLED = (" full", " empty")
_POINTS = re.compile(r"-point| percentage point")
_FULL = re.compile(r"(?: full| whole)?")
_FREE = ("", "hundred", "scale")
_COUNTED = ("", "unit", "tens")
_GROUPS = ("dozen", "score")
_BEFORE_ORDINAL = ("", "hundred", "scale", "tens")
_ROUND = ("hundred", "scale")

# Beyond it no figure is meant, and a chain of scale words stops being read.
LARGEST = 10**24
_WORD = re.compile(r"[^\W\d_]{1,16}(?![^\W\d_])")
_GAP = re.compile(r"(?: |-|- | - )(?=[^\W\d_])")
_AND = re.compile(r"(?:,? |-)and(?: |-)(?=[^\W\d_])")
_AND_FRACTION = re.compile(
    r"(?: and |-and-)(?:(a|an|one|two|three)[ -])(half|third|thirds|quarter|quarters|fourth|fourths)\b"
)
# What stands before "hundred" and "million" in place of a number.
_LEAD = re.compile(r"(?<![^\W_])((?P<couple>a couple (?:of )?)|(?P<several>several |(?:a )?few |many )|an?[ -])$")
_LONGEST_LEAD = 12
_AMOUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_OF = re.compile(r" of (?:(?:the|its|our|their|a|these|those) )?")
_DIGIT = r"(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_POINT = re.compile(
    rf"[ -]point[ -]({_DIGIT}(?:[ -]{_DIGIT}){{0,4}})(?= (?:thousand|million|billion|trillion|lakh|crore|per ?cent)\b)"
)
# "half a million", "a quarter million".
_SCALE = re.compile(r"[ -](million|billion|trillion)\b")
_OF_SCALE = re.compile(r"(?:(?: of)? an?)?[ -](million|billion|trillion|thousand|dozen)\b")


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
        return fraction or (None if word in _OFTEN_TIMES else _cardinal(low, at))
    if word == "dozen":
        return _dozen(low, at, found.end())
    if word == "a":  # a percentage point, a full percentage point
        full = _FULL.match(low, found.end())
        return Number(at, full.end() if full else found.end(), Decimal(1), style="words")
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
    """Thousands, hundreds, tens and units; also ordinals and dozens, which end it."""
    read = _Sum(low, at)
    place: int | None = at
    while place is not None and read.total <= LARGEST:
        found = _WORD.match(low, place)
        if found is None or not (read.takes(found.group()) or read.ends_with(found.group())):
            break
        read.end = found.end()
        place = None if read.closed else read.next_word()
    if read.end == at:
        return None
    value = Decimal(read.total + read.group)
    number = Number(read.start, read.end, value, style=read.style, scaled=read.scaled, power=read.power)
    if number.style == "words":
        half = fraction_after_and(low, number.end)
        if half:
            number.value += half[0].scaleb(number.power)  # "a billion and a half"
            number.end = half[1]
            _scale_after(low, number)
        elif not number.scaled:
            _decimals_after(low, number)
    return number


class _Sum:
    """A cardinal word by word: `group` is what is below the last scale, `last` the class of the last word."""

    def __init__(self, low: str, at: int) -> None:
        self.low, self.start, self.end = low, at, at
        self.total, self.group, self.power = 0, 0, 0
        self.last, self.style = "", "words"
        self.scaled = self.closed = False

    def takes(self, word: str) -> bool:
        """Whether the number goes on with the word, which is added."""
        table = words()
        if word in table.units:
            value, free = table.units[word], _FREE
            if self.last not in (free if value > 9 or not value else (*free, "tens")):
                return False
            self.group, self.last = self.group + value, "unit"
        elif word in table.tens:
            if self.last not in _FREE:
                return False
            self.group, self.last = self.group + table.tens[word], "tens"
        elif word == "hundred":
            if self.last not in _COUNTED or not self._led(word):
                return False
            self.group, self.last, self.scaled = self.group * 100, "hundred", True
        elif word in table.scales and not word.endswith("s") and self._led(word):
            factor = 10 ** table.scales[word]
            if self.last == "scale" and not self.group:
                self.total *= factor
            else:
                self.total, self.group = self.total + self.group * factor, 0
            self.last, self.scaled, self.power = "scale", True, table.scales[word]
        else:
            return False
        return True

    def _led(self, word: str) -> bool:
        """Whether a scale has its number before it: "a hundred", "several thousand"; a "hundred million" needs none."""
        if self.last:
            return True
        lead = _LEAD.search(self.low, max(0, self.start - _LONGEST_LEAD), self.start)
        if lead is None:
            following = _WORD.match(self.low, self.start + len(word) + 1)
            self.group = 1
            return following is not None and following.group() in words().scales and following.group() != "thousand"
        self.start, self.group = lead.start(1), 2 if lead["couple"] else 1
        self.style = "vague" if lead["several"] else self.style
        return True

    def ends_with(self, word: str) -> bool:
        """Whether an ordinal or a dozen closes the number, which is added."""
        table, self.closed = words(), True
        if word in _GROUPS and self.last == "unit":
            self.group, self.scaled = self.group * (12 if word == "dozen" else 20), True
            return True
        if word in table.ordinal_powers:
            if not self.last:
                self.start, self.group = _article(self.low, self.start), 1
            self.total, self.group = (self.total + self.group) * 10 ** table.ordinal_powers[word], 0
        elif word in table.ordinal_units and self.last in _BEFORE_ORDINAL:
            if self.last == "tens" and table.ordinal_units[word] > 9:
                return False
            self.group += table.ordinal_units[word]
        else:
            return False
        self.style = "ordinal"
        return True

    def next_word(self) -> int | None:
        """Where the next word of the number may begin."""
        gap = _GAP.match(self.low, self.end)
        joined = _AND.match(self.low, self.end) if gap and self.last in _ROUND else None
        if joined is None:
            return gap.end() if gap else None
        following = _WORD.match(self.low, joined.end())
        return joined.end() if following and following.group() in words().cardinal else None


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
    for article in _ARTICLES:
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
    if word in _OFTEN_TIMES:
        number = Number(start, end, Decimal(1) / words().fractions[word], style="fraction")
        tail = (_OF_SCALE if word == "half" else _SCALE).match(low, end)
        if tail:
            factor = 12 if tail[1] == "dozen" else 10 ** words().scales[tail[1]]
            number.value, number.end, number.style, number.scaled = number.value * factor, tail.end(), "words", True
            number.power = 0 if tail[1] == "dozen" else words().scales[tail[1]]
        if word == "half":
            return number if _is_half(low, start, at, end) else None
        if tail:
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
    if around.behind("halved", low, end):
        return start != at or around.before("halves", low, at) is None
    ends = around.ends_phrase(low, end)
    filled = around.before("bound", low, start) and low.startswith(_FILLED, end)
    return bool(filled) or (ends and bool(_changed_by(low, start) or around.before("bound", low, start)))


def _changed_by(low: str, start: int) -> bool:
    """Whether a sum was cut or grew by it; "followed by" begins a list."""
    by = around.before("by", low, start)
    return by is not None and not low.endswith("followed ", 0, by.start())


def _is_part(low: str, start: int, end: int, word: str) -> bool:
    """ "a fifth less than", "by a tenth", "more than a third,": a part, where "a third party" is none."""
    if around.behind("compared", low, end) or _POINTS.match(low, end):
        return True
    if not around.ends_phrase(low, end):
        return False
    return _changed_by(low, start) or (word != "quarter" and around.before("bound", low, start) is not None)


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
