"""How a person is named in the output: the fullest name, the titles, and whose they are."""

from summitparse.actors.people import Person
from summitparse.names.person import Name, is_patronymic


def full_name(person: Person) -> str:
    """The fullest form in the text."""
    own = person.name
    forms = [
        form for form in person.forms.values() if not is_patronymic(form.words[-1]) or is_patronymic(own.words[-1])
    ]
    if own.key not in person.aside or not forms:
        forms.append(own)
    return max(forms, key=lambda form: _fullness(form, own)).text


def _fullness(form: Name, own: Name) -> tuple[bool, bool, int, int, bool]:
    """More words are fuller, but capitals throughout ("A. SMITH" under a letter) are only a last resort."""
    return len(form.words) > 1, not form.text.isupper(), len(form.words), len(form.suffix), form is own


def titles_of(person: Person) -> tuple[str, ...]:
    """Titles in order of mention; a bare "President" only where there is nothing fuller."""
    titles = [title for title, _ in person.titles]
    return tuple(
        t for t in titles if not any(t != other and t.casefold() in other.casefold().split() for other in titles)
    )


def affiliation_of(person: Person) -> str | None:
    if person.own_countries:
        return person.own_countries[0].name
    if person.orgs:
        return person.orgs[0]
    return person.countries[0].name if person.countries else None
