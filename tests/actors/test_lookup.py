"""Whom words of a release refer to."""

from collections.abc import Callable

import pytest

from summitparse.actors import Registry
from summitparse.findings import Span

Build = Callable[[str], Registry]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Ana Quispe met Jean Adama. The latter said no.", "The latter", "Jean Adama"),
        ("Ana Quispe met Jean Adama. The former said no.", "The former", "Ana Quispe"),
        ("Ana Quispe met Jean Adama. Olga Lima sang. It rained. The latter said no.", "The latter", None),
        ("Ana Quispe came. The latter, not Jean Adama, said no.", "The latter", None),
        ("They praised Ana Quispe, who said no.", "who", "Ana Quispe"),
        ("Who said no?", "Who", None),
        ("Ana Quispe spoke in the port of Lome that day, who said no.", "who", None),
        ("Two-time winner Ana Quispe said no.", "Two-time winner Ana Quispe", "Ana Quispe"),
        ("Peace envoy for ports, Ana Quispe, said no.", "Peace envoy for ports, Ana Quispe", "Ana Quispe"),
        ("Minister Ana Quispe said no.", "Quispe", "Ana Quispe"),
        ("President Roe’s driver said no.", "President Roe’s driver", None),
        ("Ana Quispe spoke. Quispe Says No", "Quispe Says", "Ana Quispe"),
        ("Ana Quispe spoke. “I know,” she said.", "I", None),
    ],
)
def test_resolve(registry_of: Build, text: str, phrase: str, name: str | None) -> None:
    registry, start = registry_of(text), text.index(phrase)
    number = registry.resolve(Span(start, start + len(phrase)))
    assert (None if number is None else registry.findings()[number].name) == name


@pytest.mark.parametrize(
    ("text", "group", "titles"),
    [
        ("The ministers met. Both sides agreed. They left.", "Both sides", ("Both sides",)),
        ("Both sides agreed. The ministers met. They left.", "Both sides", ("ministers",)),
        ("“The ministers met,” it said. Both sides agreed. It rained. They left.", "Both sides", ("Both sides",)),
        ("Both sides agreed." + " It rained." * 6 + " They left.", "Both sides", ()),
    ],
)
def test_the_group_that_acted_last(registry_of: Build, text: str, group: str, titles: tuple[str, ...]) -> None:
    registry, start, they = registry_of(text), text.index(group), text.index("They")
    registry.ensure(Span(start, start + len(group)))
    number = registry.ensure(Span(they, they + len("They")))
    assert registry.findings()[number].titles == titles


@pytest.mark.parametrize(
    ("text", "made", "pronoun", "name"),
    [
        ("A spokesman said no. Ana Quispe left. It annoyed him.", "A spokesman", "him", None),
        ("A spokesman said no. Luis Ortega left. “It annoyed him.”", "A spokesman", "him", "Luis Ortega"),
        ("Luis Ortega left. A spokesman said no. “It annoyed him.”", "A spokesman", "him", None),
        ("A spokesman said no. “It annoyed him,” Luis Ortega said.", "A spokesman", "him", None),
    ],
)
def test_the_person_named_or_made_last(registry_of: Build, text: str, made: str, pronoun: str, name: str) -> None:
    registry, start, at = registry_of(text), text.index(made), text.index(pronoun)
    registry.ensure(Span(start, start + len(made)))
    number = registry.referent(Span(at, at + len(pronoun)))
    number = registry.ensure(Span(at, at + len(pronoun))) if number is None else number
    assert registry.findings()[number].name == name
    assert registry.kind_of(number) == "person"


@pytest.mark.parametrize(
    ("title", "body", "members"),
    [
        ("Call on ports", "Ana Quispe spoke. Jean Adama was glad.", (0, 1)),
        ("News of ports", "Ana Quispe spoke. Jean Adama was glad.", ()),
        ("Call on ports", "Ana Quispe spoke. Jean Adama was glad. Luis Ortega sang.", ()),
        ("Call on ports", "Ana Quispe spoke.", ()),
    ],
)
def test_the_two_of_a_call(release_of: Build, title: str, body: str, members: tuple[int, ...]) -> None:
    text = f"{title}\n\n3 May 2024\n\n{body} They agreed to meet."
    registry, they = release_of(text), text.index("They")
    number = registry.ensure(Span(they, they + len("They")))
    assert registry.findings()[number].members == members


@pytest.mark.parametrize(
    ("title", "country"), [("Norwegian-Peruvian talks", "Peru"), ("Talks on Norwegian ports", None)]
)
def test_the_other_of_two_countries(release_of: Build, title: str, country: str | None) -> None:
    text = f"{title}\n\n3 May 2024\n\nPresident of Norway Olav Lund met Ana Quispe in Oslo. They spoke of ports."
    assert [actor.affiliation for actor in release_of(text).findings()] == ["Norway", country]
