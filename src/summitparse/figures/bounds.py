"""Words of bound around a number ("more than", "or so") and the verb that says which way it changed."""

import re
from functools import cache
from typing import NamedTuple

from summitparse.figures.forms import form, form_before
from summitparse.figures.tables import PACKAGE
from summitparse.lexicon import load
from summitparse.numbers import around
from summitparse.text.words import any_of

_PARTS = ("before", "verbs", "behind")
_WAYS = ("up", "down")
# Before "some" where it is a bound; signs that a word of estimate turns to "~"; what may be "off 4 %".
_OPENING = ("", " ", "\n", "(", "“", '"')
_NOT_STRICT = (">=", "<=", "=")
_OFF = ("money", "percent")
_ARTICLES = (" the", " a", " an")
_CHANGED = ("money", "percent", "quantity", "ratio")

# How far left of a number its words of bound, and before them a verb of change, are looked for.
REACH = 48
# How far left of "by" a verb of change may stand that has its object between.
FARTHEST = 110


class Bound(NamedTuple):
    """A bound and where its words begin (before the number) or end (behind it)."""

    sign: str
    place: int
    word: str


@cache
def _signs() -> tuple[dict[str, str], dict[str, str], dict[str, str], frozenset[str]]:
    data = load(PACKAGE, "bounds")
    before, verbs, behind = (
        {phrase: sign for sign, phrases in data[part].items() for phrase in phrases} for part in _PARTS
    )
    return before, verbs, behind, frozenset(data["prepositions"]["words"])


@cache
def _before() -> re.Pattern[str]:
    before, verbs, _, _ = _signs()
    beside = load(PACKAGE, "bounds")["around"]
    phrases, intensifiers, fillers = map(any_of, ([*before, *verbs], beside["intensifiers"], beside["fillers"]))
    # A sign of comparison that a letter or a quotation mark touches is one of markup.
    begin = r"(?:(?<![^\W_])(?=[^\W_])|(?<![^\W_'\"/])(?=[<>~≈≤≥±]))"
    return re.compile(rf"(?:(?<![^\W_])(?:{intensifiers}) )?{begin}({phrases})(?: (?:{fillers}))? {{0,2}}$")


# "$5 plus tax", "$5 plus a bonus": two sums, and no bound.
_ADDED = r"(?:an?|the|its|their|his|her|our|another|tax|taxes|vat|interest|costs|expenses|fees|shipping|postage)"


@cache
def _behind() -> re.Pattern[str]:
    phrases = any_of(_signs()[2])
    # "$5 million or more than 3 % of it": the words bound the number behind them.
    return re.compile(rf"(?: ?,)? ?({phrases})(?![^\W_])(?! than)(?! [$€£¥₽₹]?\d)(?!(?<=plus) {_ADDED}(?![^\W_]))")


_TURNED = {">": "<=", "<": ">="}


def bound_before(low: str, start: int, *, small: bool) -> Bound | None:
    """The words of bound that end at `start`; `small`: the number is a small one in words."""
    found = _before().search(low, max(0, start - REACH), start)
    if found is None:
        return None
    before, verbs, _, prepositions = _signs()
    word = found[1]
    if small and word in prepositions:
        return None
    if word in verbs and around.before("ranking", low, found.start()):
        return None  # "the top ten"
    if word in verbs:
        negated = around.before("not", low, found.start())
        # The verb is part of the clause, not of the figure, so the figure begins behind it.
        return Bound("<=" if negated else verbs[word], start, word)
    sign = before[word]
    if word == "some" and low[max(0, found.start() - 1) : found.start()] not in _OPENING:
        return None
    if sign in _NOT_STRICT and form("before.about").search(found.group()):
        sign = "~"  # "as high as roughly 352"
    if sign in _TURNED and word.endswith("than"):
        negated = around.before("negated", low, found.start())
        if negated:
            return Bound(_TURNED[sign], negated.start(), word)
    known = form("before.compared").search(low[found.start(1) : found.end()])
    if known and not form("behind.mark").match(low[start : start + REACH]):
        return None
    return Bound(sign, found.start(), word)


def bound_behind(low: str, end: int) -> Bound | None:
    """The words of bound that begin at `end`."""
    found = _behind().match(low, end)
    if found is None:
        return None
    return Bound(_signs()[2][found[1]], found.end(), found[1])


def or_equal(low: str, end: int, sign: str) -> tuple[str, int]:
    """ "less than 5000 or equal": the sign with equality, and where its words end."""
    found = form("behind.or-equal").match(low, end) if sign in "<>" and len(sign) == 1 else None
    return (sign + "=", found.end()) if found else (sign, end)


@cache
def _changes() -> tuple[re.Pattern[str], dict[str, str], frozenset[str], frozenset[str]]:
    data = load(PACKAGE, "changes")
    forms: dict[str, str] = {}
    for way in _WAYS:
        for line in data[way]:
            words = line.split(" ")
            multiword = words[-1] in data["particles"] and len(words) > 1
            forms |= {line: way} if multiword and len(words) == 2 else dict.fromkeys(words, way)
    for word in data["not_alone"]:
        forms.pop(word, None)
    between, verbs = any_of(data["between"]), any_of(forms)
    pattern = re.compile(rf"(?<![^\W_])({verbs})(?:,? on average,?)?((?: (?:{between}|[a-z]{{2,12}}ly)){{0,3}}) ?$")
    return pattern, forms, frozenset(data["things"]), frozenset(data["losing"])


@cache
def _moving() -> re.Pattern[str]:
    """A verb of change with its object before "by" or "from": "cut the cost of power by"."""
    verbs = any_of(word for word in _changes()[1] if word not in _WAYS)
    return re.compile(
        rf"(?<![^\W_])({verbs})(?: [^\s,.;:!?()]{{1,20}}){{1,14}}(?<!ed)"
        r" (?:by|from)(?: another| an additional| a further| between)? $"
    )


def moved_before(low: str, start: int) -> str | None:
    """The way of a verb whose object stands between it and the "by" or "from" that ends at `start`."""
    found = _moving().search(low, max(0, start - FARTHEST), start)
    return _changes()[1][found[1]] if found else None


def change_before(low: str, start: int, *, kind: str) -> str | None:
    """ "up" or "down" where the number that begins at `start` is the amount of a change."""
    pattern, forms, things, losing = _changes()
    found = pattern.search(low, max(0, start - REACH), start)
    if found is None:
        if kind in _OFF and form_before("before.off", low, start):
            return "down"
        if kind in _CHANGED and low.find(" by ", max(0, start - 20), start) >= 0:
            if not low.endswith("from ", 0, start):  # "cut by 40 % from $50": what it was before is no change
                return moved_before(low, start)
        return None
    if found[2].endswith(_ARTICLES):
        return None  # "expand the $2,000 limit": it was that before
    verb = found[1]
    thing = kind != "percent" and not (kind == "quantity" and verb in losing) and not f"{found[2]} ".startswith(" by ")
    if (verb in things and thing) or (verb == "up" and around.before("phrasal", low, found.start())):
        return None
    # "an increase 5", "the drop": a noun
    return None if around.before("object", low, found.start()) else forms[verb]
