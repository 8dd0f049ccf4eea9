"""From appearances to people: full names first, then other spellings of them, then surnames alone.

Nobody is merged on a surname alone, unless an office says whose it is, or the releases of one publisher, or all of
them together, have only one such name. A surname that could be several people's is nobody's.
"""

from collections.abc import Iterable, Sequence

from summitparse.names.person import Name, fits, is_initial, plain, sound
from summitparse.people.appearance import Appearance
from summitparse.people.choices import Choices
from summitparse.people.index import Index
from summitparse.people.person import Person, alone
from summitparse.people.slips import join_slips

# What `fits` says of two spellings of one name; the least for two full names of one person, and for a surname alone.
SAME, FULL, SURNAME = 9, 6, 6
# An office and something more: enough to choose one of several.
DECIDES = 2
# Of two who hold the office, the one is meant who is called by it so many times as often: titles are also misread.
OFTEN = 4
# In so many releases of others a full name must stand before a surname alone is taken for it.
KNOWN = 3
# Of two transliterations of a word the shorter has so much of the letters of the longer at least.
LEAST_LENGTH = 0.6


def gather(appearances: Iterable[Appearance], choices: Choices | None = None) -> list[Person]:
    """All people, in the order of their first appearance. `choices` are a person's own, and go first."""
    choices = choices or Choices()
    chosen, full, short = choices.sort(appearances)
    index = Index(chosen)
    for group in _by_name(full):
        for person in _camps(group):
            _place(person, index, choices)
    join_slips(index, choices)
    surnames = Index()
    for appearance in short:
        _place_surname(alone(appearance), index, surnames)
    people = [person for person in (*index.people, *surnames.people) if person.found]
    for person in people:
        person.found.sort(key=lambda one: one.release)
    return sorted(people, key=lambda person: (person.found[0].release, person.found[0].actor))


def _by_name(full: Sequence[Appearance]) -> list[list[Appearance]]:
    """Groups of one spelling, those of most words first: shorter names are forms of longer ones."""
    groups: dict[tuple[object, ...], list[Appearance]] = {}
    for appearance in full:
        groups.setdefault((*appearance.name.key, appearance.name.suffix.strip(".").lower()), []).append(appearance)
    return sorted(groups.values(), key=lambda group: (-len(group[0].name.words), -len(group)))


def _camps(group: Sequence[Appearance]) -> list[Person]:
    """Those of one spelling are one person, unless their countries and offices speak against it."""
    camps: list[Person] = []
    for appearance in sorted(group, key=lambda appearance: appearance.country is None):
        one = alone(appearance)
        fitting = [camp for camp in camps if not camp.conflicts(one)]
        if fitting:
            max(fitting, key=lambda camp: (camp.evidence(one), len(camp.found))).take(appearance)
        else:
            camps.append(one)
    return camps


def _place(person: Person, index: Index, choices: Choices) -> None:
    """Into the one whose name this is another form of, or beside all others."""
    scored = [
        (fits_either(person.name, other.name), other.evidence(person), other)
        for other in index.alike(person.name)
        if not other.conflicts(person) and not choices.apart(person, other)
    ]
    likely = [
        (fit, evidence, other) for fit, evidence, other in scored if fit >= FULL and _may_be(person, other, evidence)
    ]
    best = max(((fit, evidence) for fit, evidence, _ in likely), default=None)
    found = [other for fit, evidence, other in likely if (fit, evidence) == best]
    if len(found) == 1 or (best is not None and best[0] == SAME and found):
        found[0].take_all(person.found)
    else:
        index.add(person)


def _may_be(person: Person, other: Person, evidence: int) -> bool:
    """Two spellings of one name need no more. A form of a name ("Bob", no middle name) is taken for another's only
    where offices do not differ, and a given name that is only a form of theirs where office or country say so."""
    if fits_either(person.name, other.name) == SAME:
        return True
    given, theirs = person.name.words[0], other.name.words[0]
    same = plain(given) == plain(theirs) or is_initial(given) or is_initial(theirs) or _swapped(person.name, other.name)
    middles = min(len(person.name.words), len(other.name.words)) > 2
    return evidence > 0 or (evidence == 0 and (same or middles))


def _swapped(name: Name, other: Name) -> bool:
    """The surname first in one, last in the other."""
    return sorted(map(sound, name.words)) == sorted(map(sound, other.words))


def fits_either(name: Name, other: Name) -> int:
    """How well one can be a form of the other, whichever is the longer."""
    return fits(name, other) if len(name.words) <= len(other.words) else fits(other, name)


def _place_surname(one: Person, index: Index, surnames: Index) -> None:
    """Into the person of that surname whom office or publisher tell, into another surname of the same, or nowhere."""
    word = one.name.words[0]
    scored = [(fits(one.name, person.name), person) for person in index.with_word(word)]
    surnamed = [person for score, person in scored if score >= SURNAME and _as_long(word, person.name.words)]
    person = _by_office(one, [person for score, person in scored if score]) or _only_one(one, surnamed)
    if person is None:
        if index.is_given(word) or any(one.series & other.series for other in surnamed):
            return  # it could be several people's, or is no surname
        known = [other for other in surnames.with_word(word) if one.series & other.series and not other.conflicts(one)]
        person = known[0] if known else surnames.add(Person(one.name))
    person.take_all(one.found)


def _as_long(word: str, words: Sequence[str]) -> bool:
    """Whether a word can be another way to write one of a name: sounds alike, and is not much shorter ("Sung" is no
    transliteration of "Siyoung")."""
    lengths = [sorted((len(plain(word)), len(plain(other)))) for other in words if sound(other) == sound(word)]
    return not lengths or any(shorter >= LEAST_LENGTH * longer for shorter, longer in lengths)


def _by_office(one: Person, people: Sequence[Person]) -> Person | None:
    """The one who holds the office that stands before the surname."""
    if not one.heads:
        return None
    held = [person for person in people if _evidence(person, one) >= DECIDES]
    held.sort(key=lambda person: -person.shares_office(one))
    if len(held) > 1 and held[0].shares_office(one) < OFTEN * held[1].shares_office(one):
        return None
    return held[0] if held else None


def _evidence(person: Person, one: Person) -> int:
    evidence = person.evidence(one)
    return evidence if evidence < 0 else evidence + bool(person.series & one.series)


def _only_one(one: Person, surnamed: Sequence[Person]) -> Person | None:
    """The one of that surname in the releases of the same publisher, else in all of them if many name that one."""
    near = [person for person in surnamed if one.series & person.series]
    if not near and len(surnamed) == 1 and len(surnamed[0].found) >= KNOWN:
        near = list(surnamed)
    return near[0] if len(near) == 1 and near[0].evidence(one) >= 0 else None
