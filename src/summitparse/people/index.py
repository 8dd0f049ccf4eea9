"""People by the words of their names, so that only those are compared who can be the same."""

from collections.abc import Iterable

from summitparse.names.person import Name, is_patronymic, sound
from summitparse.names.vocabulary import names
from summitparse.people.person import Person

# So many people of one surname are compared; releases made for it could have any number.
MOST_NAMESAKES = 400


class Index:
    """Every person once; found by the sound of the first, the last or any other word."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.people: list[Person] = []
        self._last: dict[str, list[Person]] = {}
        self._first: dict[str, list[Person]] = {}
        self._inner: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> Person:
        self.people.append(person)
        words = person.name.words
        self._last.setdefault(sound(words[-1]), []).append(person)
        if len(words) > 1:
            self._first.setdefault(sound(words[0]), []).append(person)
        for word in words[1:-1]:
            self._inner.setdefault(sound(word), []).append(person)
        return person

    def alike(self, name: Name) -> list[Person]:
        """Whom a name of several words can be: the surname last or first, or given name and patronymic."""
        first, last = sound(name.words[0]), sound(name.words[-1])
        found = [*self._last.get(last, ()), *self._first.get(last, ()), *self._last.get(first, ())]
        if is_patronymic(name.words[-1]):
            found += self._first.get(first, ())
        return _once(found)

    def with_word(self, word: str) -> list[Person]:
        """Whose name has the word anywhere."""
        key = sound(word)
        return _once([*self._last.get(key, ()), *self._first.get(key, ()), *self._inner.get(key, ())])

    def is_given(self, word: str) -> bool:
        """True for a given name, which on its own tells nobody."""
        return word.lower() in names().gender


def _once(found: list[Person]) -> list[Person]:
    return list({id(person): person for person in found[-MOST_NAMESAKES:]}.values())
