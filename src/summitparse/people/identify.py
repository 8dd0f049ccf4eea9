"""Ids of people that stay what they are when releases are added: whoever was known keeps theirs."""

from collections import Counter
from collections.abc import Mapping, Sequence

from summitparse.names.person import plain
from summitparse.people.person import Person

# The release by the hash of its bytes, and the actor in it.
Key = tuple[str, str]


def identify(people: Sequence[Person], known: Mapping[Key, str]) -> None:
    """Gives each person an id: the one that most of their appearances had before, else one made of the name."""
    claims = sorted(
        (-count, id, number) for number, person in enumerate(people) for id, count in _before(person, known).items()
    )
    taken: set[str] = set()
    for _, id, number in claims:
        if not people[number].id and id not in taken:
            people[number].id = id
            taken.add(id)
    taken |= set(known.values())
    for person in people:
        if not person.id:
            person.id = _new_id(person.shown_name, taken)
            taken.add(person.id)


def _before(person: Person, known: Mapping[Key, str]) -> Counter[str]:
    """The ids that their appearances had, and how many had each."""
    keys = ((found.sha256, found.actor) for found in person.found)
    return Counter(known[key] for key in keys if key in known)


def _new_id(name: str, taken: set[str]) -> str:
    """ "Joe Biden" → "joe-biden", and "joe-biden-2" for another one."""
    words = ("".join(c for c in plain(word) if c.isalnum()) for word in name.replace("-", " ").split())
    base = "-".join(filter(None, words)) or "person"
    number = 1
    while (id := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return id
