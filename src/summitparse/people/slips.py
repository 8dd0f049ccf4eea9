"""Slips of the pen in surnames: one letter changed, lost, added or swapped, and all else the same."""

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import OSA

from summitparse.names.person import given_key, sound
from summitparse.people.choices import Choices
from summitparse.people.index import MOST_NAMESAKES, Index
from summitparse.people.person import Person

# In shorter surnames one letter makes another family.
LEAST_LETTERS = 6


def join_slips(index: Index, choices: Choices) -> None:
    """Puts those into one whose given names are the same, whose surnames nearly are, and whose offices say so.

    A spelling that stands in one release joins one that stands in more.
    """
    for block in _blocks(index):
        block.sort(key=lambda person: -len(person.found))
        for at, rare in enumerate(block):
            if len(rare.found) != 1 or choices.keeps(rare):
                continue
            near = [known for known in block[:at] if known.found and _is_slip(rare, known)]
            if len(near) == 1 and not choices.apart(rare, near[0]):
                near[0].take_all(rare.found)
                rare.found.clear()


def _blocks(index: Index) -> Iterator[list[Person]]:
    """People of one given name whose surnames begin alike."""

    def key(person: Person) -> tuple[str, str]:
        return given_key(person.name.words[0]), sound(person.name.words[-1])[:1]

    named = [p for p in index.people if len(p.name.words) > 1 and len(p.name.words[-1]) >= LEAST_LETTERS]
    for _, people in groupby(sorted(named, key=key), key):
        block = list(people)
        if len(block) > 1:
            yield block[:MOST_NAMESAKES]


def _is_slip(rare: Person, known: Person) -> bool:
    one = OSA.distance(rare.name.words[-1].lower(), known.name.words[-1].lower(), score_cutoff=1) <= 1
    return one and len(known.found) > 1 and known.evidence(rare) >= 2
