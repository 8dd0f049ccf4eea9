"""Whether a clause looks ahead or back, from the words round about and without a parser.

The nearest sign wins: an auxiliary or a verb that looks ahead ("will", "is scheduled", "plans") against a past form (a
list of irregular ones, and -ed). What stands before the date counts a little nearer than what stands behind it, since
English puts the verb first; a clause ends at a semicolon, full stop, line or quotation mark.
"""

import itertools
import re
from functools import cache, lru_cache, partial
from typing import Literal

from summitparse.lexicon import listed, load

Tense = Literal["future", "past"] | None
# Neither the dot of a number nor that of a short form ("U.S.", "Mr. Doe", "Feb. 4") ends a clause.
_WORD = re.compile(
    r"(?:[^\W\d_]\.)+|(?:mr|mrs|ms|dr|gen|sen|rep|gov|inc|corp|co|ltd|jr|st|no|vs"
    r"|jan|feb|mar|apr|aug|sept?|oct|nov|dec|[ap]\.m)\.|[^\W\d_]+|['’]ll\b|\.(?!\d)|[;:!?\n“”\"]"
)
_STOPS = frozenset('.;:!?\n“”"')
_REACH = 120
_SCHEDULE = 60  # characters
_HAD = 8  # words
_OBJECT = 4  # words: invited the new president to
# A preposition or a verb of saying right before the date decides by itself.
_TOLD = re.compile(
    r"\b(?:(?P<past>since|ended|dated|(?:said|told|reported|announced|stated|added|noted)(?: on| late| early)?)"
    r"|(?P<bound>by|until|till)|through|(?:soon|early|late) as|effective|payable|starting|beginning)"
    r"(?: on| in| at)?\s(?:the )?\Z",
    re.IGNORECASE,
)
# "rose in the nine months through September": what is counted has been.
_COUNTED = re.compile(r"\b(?:months?|weeks?|quarters?|year) (?:through|to|ended|ending) \Z", re.IGNORECASE)
# "crude for May delivery" is sold before it is there.
_FUTURES = re.compile(r"[ -](?:delivery|settlement|futures|contracts?)\b", re.IGNORECASE)
# "the vote in November", where no verb of the clause looks back.
_EVENT = re.compile(
    r"\b(?:vote|elections?|polls|referendum|summit|ballot|hearing|deadline) (?:in|on|of) \Z", re.IGNORECASE
)
# "ahead of Friday's talks", "will attend Friday's talks": but for these, a possessive looks back.
_AHEAD_OF = re.compile(
    r"\bahead of (?:the )?\Z|(?:\b(?:will|shall|(?:is|are) (?:due |set )?to)|['’]ll) [^.;:!?\n“”\"]{1,40}\Z",
    re.IGNORECASE,
)


@cache
def _signs() -> dict[str, str]:
    lexicon = load("summitparse.dates", "tense")
    signs = dict.fromkeys(lexicon["past"], "past")
    signs |= dict.fromkeys(lexicon["future"], "future")
    return signs | dict.fromkeys(lexicon["neither"], "")


_listed = partial(listed, "summitparse.dates", "tense")
# "is read", "are being built": the participle says nothing about the tense; "to be built" looks ahead.
_PASSIVE = frozenset({"is", "are", "being", "be"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_PRESENT = frozenset({"is", "are", "am"})
_OWNING = ("'s", "’s")


@lru_cache(4096)
def sign_of(word: str) -> str:
    """The tense that a word in lower case tells as a verb: past, future, or nothing."""
    known = _signs().get(word)
    if known is not None:
        return known
    return "past" if len(word) > 4 and word.endswith("ed") else ""


# "as busy as they are in May" is told of every May.
_PRONOUNS = frozenset({"i", "you", "he", "she", "we", "they", "there", "which", "who", "as", "than"})


def is_scheduled(text: str, start: int) -> bool:
    """Whether a verb of the present right before says when something is to be; not "at the close on Friday", a noun."""
    if not text[start - 1 : start].isspace():
        return False
    words = text[max(0, start - _SCHEDULE) : start].lower().split()
    if words[-1:] == ["the"]:
        words.pop()
    if words and (words[-1].endswith("day") or words[-1].endswith("day,")):
        words.pop()
    if words and words[-1] in _LEADING:
        words.pop()
    for size in (1, 2, 3):
        verb, before = " ".join(words[-size:]), words[-size - 1 : -size]
        if verb in _listed("scheduled") and before and before[0] not in _listed("nouning"):
            return size > 1 or verb not in _PRESENT or before[0] not in _PRONOUNS
    return False


def is_due(text: str, start: int) -> bool:
    """Whether a verb that takes no time stands before "in": the ban ends in two weeks, she will return in ten days."""
    words = text[max(0, start - _SCHEDULE) : start].lower().replace("’ll", " will").split()
    if words[-1:] != ["in"]:
        return False
    for size in (1, 2, 3):
        verb, before = " ".join(words[-size - 1 : -1]), words[-size - 2 : -size - 1]
        if verb in _listed("punctual") and before and (before[0] not in _listed("nouning") or before[0] in _TO_COME):
            return True
    return False


def takes_no_time(verb: str) -> bool:
    """ends, expires: a length behind it says when."""
    return verb in _listed("punctual")


_TO_COME = frozenset({"will", "to", "not"})
_LEADING = frozenset({"on", "in", "at", "for", "from", "next"})


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds `text[start:end]`, or None where no verb tells."""
    told = _TOLD.search(text, max(0, start - 24), start)
    if is_scheduled(text, start):
        return "future"
    if _COUNTED.search(text, max(0, start - 24), start):
        return "past"
    if told is not None and not told["bound"]:
        return "past" if told["past"] else "future"
    if told is None and _FUTURES.match(text, end):
        return "future"
    if told is None and text.startswith(_OWNING, end):
        return "future" if _AHEAD_OF.search(text, max(0, start - _REACH), start) else "past"
    before = _WORD.findall(text[max(0, start - _REACH) : start].lower())
    if told is not None:
        return "past" if _had(before, _WORD.findall(text[end : end + _REACH].lower())) else "future"
    near = _nearest(before[::-1], len(before), back=True)
    reach = (near[0] - 1) // 2 if near else _REACH  # a word behind counts as twice as far
    far = _nearest(_WORD.findall(text[end : end + _REACH].lower()), reach, back=False) if reach else None
    best = far or near
    if best is None:
        return "future" if _EVENT.search(text, max(0, start - 24), start) else None
    return "future" if best[1] == "future" else "past"


def _had(before: list[str], behind: list[str]) -> bool:
    """Half had reported by Wednesday; until Thursday, they had said nothing: the end lies back as well."""
    near = itertools.takewhile(lambda word: word not in _STOPS, before[: -1 - _HAD : -1])
    return "had" in near or "had" in itertools.takewhile(lambda word: word not in _STOPS, behind[:_HAD])


def _sign_beside(word: str, after: list[str], ahead: list[str]) -> str:
    """The tense that a word tells beside its neighbours, in reading order `ahead` reversed, `word`, `after`."""
    if word in _BE and after and (after == ["to"] or (sign_of(after[0]) == "future" and after[0] != "set")):
        return "future"  # they were planning, he is to meet
    if word in _listed("timetabled") and not (ahead[:1] and ahead[0] in _listed("nouning")):
        return "future"  # she visits Riga on Friday
    beside = {"after": after[:1], "before": ahead[:1], "earlier": ahead[1:]}
    for wanted, says in (*_beside().get(word, []), *_beside()[""]):
        if all(not words.isdisjoint(beside[place]) for place, words in wanted.items()):
            return says
    return sign_of(word)


_PLACES = ("after", "before", "earlier")


@cache
def _beside() -> dict[str, list[tuple[dict[str, frozenset[str]], str]]]:
    """The rows of [[beside]] by their words, "" for those of any word: what must stand where, and what they say."""
    rows: dict[str, list[tuple[dict[str, frozenset[str]], str]]] = {}
    for row in load("summitparse.dates", "tense")["beside"]:
        wanted = {place: frozenset(row[place]) for place in _PLACES if place in row}
        for word in row.get("words", [""]):
            rows.setdefault(word, []).append((wanted, row["says"]))
    return rows


def _after(words: list[str], index: int, size: int, *, back: bool) -> list[str]:
    """The words behind the one at `index`, in reading order."""
    return words[max(0, index - size) : index][::-1] if back else words[index + 1 : index + 1 + size]


def _nearest(words: list[str], reach: int, *, back: bool) -> tuple[int, str] | None:
    """How many words away the nearest sign is, and the sign; `back` where the words run against reading order."""
    for index, word in enumerate(words[:reach]):
        if word in _STOPS or (back and word in _listed("consequent")):
            return None
        after = words[index - 1 : index] if back else words[index + 1 : index + 2]
        ahead = words[index + 1 : index + 3] if back else words[max(0, index - 2) : index][::-1]
        sign = _sign_beside(word, after, ahead)
        if not sign:
            continue
        if sign == "past":
            nearby = words[index + 1 : index + 3] if back else words[max(0, index - 2) : index]
            if "be" in nearby and "could" not in nearby:
                sign = "future"
            elif not _PASSIVE.isdisjoint(nearby):
                continue
            elif word in _listed("deciding") and "to" in _after(words, index, _OBJECT, back=back):
                sign = "future"  # "agreed to meet", "invited her to speak": what was agreed is still to come
        return index + 1, sign
    return None
