"""Which office a title is about: what is compared where one person is called by different titles."""

from functools import lru_cache

from rapidfuzz import fuzz

from summitparse.names.person import MOST_WORDS
from summitparse.names.vocabulary import office_list, offices

# Of 100; titles that differ only in the order of their words, or of which one says more, have 100.
ALIKE = 90


@lru_cache(MOST_WORDS)
def heads(titles: tuple[str, ...]) -> frozenset[str]:
    """The offices that titles name, with the word that makes another office of one: "vice president", "minister"."""
    return frozenset(head for title in titles for head in _heads(title))


def _heads(title: str) -> list[str]:
    words = title.lower().replace("-", " - ").split()
    found, at = [], 0
    while at < len(words):
        phrase = next(
            (known for known in offices().get(words[at], ()) if tuple(words[at : at + len(known[0])]) == known[0]), None
        )
        if phrase is None:
            at += 1
            continue
        known, office = phrase
        before = words[at - 1] if at and words[at - 1] != "-" else words[at - 2] if at > 1 else ""
        if office.group != "description":
            found.append(f"{before} {office.head}" if before in office_list("distinct") else office.head)
        at += len(known)
    # "Minister of the President's Office": the office that the title begins with is the one that is held.
    return found[:1]


def same_office(head: str, other: str) -> bool:
    """True also where one says less: "secretary" for "secretary of state"."""
    return head == other or head.startswith(other + " ") or other.startswith(head + " ")


def alike(titles: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True if two titles say the same office in other words, or in fewer."""
    return any(fuzz.token_set_ratio(a.lower(), b.lower()) >= ALIKE for a in titles for b in others)
