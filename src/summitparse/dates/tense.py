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
_REACH = 120
# A preposition or a verb of saying right before the date decides by itself.
_TOLD = re.compile(
    r"\b(?:(?P<past>since|(?:said|told|reported|announced|stated|added|noted)(?: on| late| early)?)"
    r"|by|until|till|through|(?:soon|early|late) as|effective|payable|starting|beginning)(?: on| in| at)?\s(?:the )?\Z",
    re.IGNORECASE,
)


@cache
def _signs() -> dict[str, str]:
    lexicon = load("summitparse.dates", "tense")
    signs = dict.fromkeys(lexicon["past"], "past")
    signs |= dict.fromkeys(lexicon["future"], "future")
    return signs | dict.fromkeys(lexicon["neither"], "")


# "is read", "are being built": the participle says nothing about the tense; "to be built" looks ahead.
_PASSIVE = frozenset({"is", "are", "being", "be"})


def _sign(word: str) -> str:
    known = _signs().get(word)
    if known is not None:
        return known
    return "past" if len(word) > 4 and word.endswith("ed") else ""


def _near(words: list[str], index: int, cost: float) -> list[str]:
    """The two words before one, in reading order or against it."""
    return words[index + 1 : index + 3] if cost == 1.0 else words[max(0, index - 2) : index]


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds `text[start:end]`, or None where no verb tells."""
    told = _TOLD.search(text, max(0, start - 24), start)
    if told is not None:
        return "past" if told["past"] else "future"
    if text.startswith(("'s", "’s"), end):
        return "past"
    before = [match.group().lower() for match in _WORD.finditer(text, max(0, start - _REACH), start)]
    behind = [match.group().lower() for match in _WORD.finditer(text, end, min(len(text), end + _REACH))]
    best: tuple[float, str] | None = None
    for cost, words in ((1.0, reversed(before)), (2.0, iter(behind))):
        listed = list(words)
        for distance, word in enumerate(listed):
            if word in _STOPS:
                break
            sign = _sign(word)
            near = _near(listed, distance, cost) if sign == "past" else ()
            if "be" in near and "could" not in near:
                sign = "future"
            elif _PASSIVE.intersection(near):
                continue
            if sign and (best is None or (distance + 1) * cost < best[0]):
                best = ((distance + 1) * cost, sign)
                break
    if best is None:
        return None
    return "future" if best[1] == "future" else "past"
