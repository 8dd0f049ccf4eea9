"""Whether a clause looks ahead or back, from the words round about and without a parser.

The nearest sign wins: an auxiliary or a verb that looks ahead ("will", "is scheduled", "plans") against a past form (a
list of irregular ones, and -ed). What stands before the date counts a little nearer than what stands behind it, since
English puts the verb first; a clause ends at a semicolon, full stop, line or quotation mark.
"""

import re
from functools import cache
from typing import Literal

from summitparse.lexicon import load

Tense = Literal["future", "past"] | None
_WORD = re.compile(r"[^\W\d_]+|['’]ll\b|[.;:!?\n“”\"]")
_STOPS = frozenset('.;:!?\n“”"')
_REACH = 160
_AHEAD = frozenset({"to"})


@cache
def _signs() -> dict[str, str]:
    lexicon = load("summitparse.dates", "tense")
    signs = dict.fromkeys(lexicon["past"], "past")
    signs |= dict.fromkeys(lexicon["future"], "future")
    return signs | dict.fromkeys(lexicon["neither"], "")


def _sign(word: str) -> str:
    known = _signs().get(word)
    if known is not None:
        return known
    return "past" if len(word) > 4 and word.endswith("ed") else ""


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds `text[start:end]`, or None where no verb tells."""
    before = [match.group().lower() for match in _WORD.finditer(text, max(0, start - _REACH), start)]
    behind = [match.group().lower() for match in _WORD.finditer(text, end, min(len(text), end + _REACH))]
    best: tuple[float, str] | None = None
    for cost, words in ((1.0, reversed(before)), (1.3, iter(behind))):
        for distance, word in enumerate(words):
            if word in _STOPS:
                break
            sign = _sign(word)
            if sign and (best is None or (distance + 1) * cost < best[0]):
                best = ((distance + 1) * cost, sign)
                break
    if best is None:
        return None
    return "future" if best[1] == "future" else "past"
