"""What kind of actor a source is that nobody in the registry is."""

from collections.abc import Callable

import pytest

from summitparse.actors import Registry
from summitparse.findings import ActorFinding, Span

Build = Callable[[str], Registry]


def sources(registry: Registry, text: str, phrase: str) -> list[ActorFinding]:
    """The actor of each place where the phrase stands, in their order."""
    starts = [i for i in range(len(text)) if text.startswith(phrase, i)]
    numbers = [registry.ensure(Span(start, start + len(phrase))) for start in starts]
    return [registry.findings()[number] for number in dict.fromkeys(numbers)]


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "name"),
    [
        ("According to Kwabo Boatena it was late.", "Kwabo Boatena", "person", "Kwabo Boatena"),
        ("According to Boatena it was late.", "Boatena", "organisation", "Boatena"),
        ("Some said that it was late.", "Some", "group", None),
        ("It said that it was late.", "It", "organisation", None),
        ("The Republic of Peru said that it would sign.", "The Republic of Peru", "organisation", "Peru"),
        ("The drivers said that it was late.", "The drivers", "group", None),
        ("The team said that it was late.", "The team", "group", None),
        ("The driver said that it was late.", "The driver", "person", None),
    ],
)
def test_kind_and_name(registry_of: Build, text: str, phrase: str, kind: str, name: str | None) -> None:
    (actor,) = sources(registry_of(text), text, phrase)
    assert (actor.kind, actor.name) == (kind, name)


def test_people_of_a_country(registry_of: Build) -> None:
    text = "The Norwegians said that it was late."
    (actor,) = sources(registry_of(text), text, "The Norwegians")
    assert (actor.kind, actor.titles, actor.affiliation) == ("group", ("Norwegians",), "Norway")


@pytest.mark.parametrize(
    ("text", "phrase", "number"),
    [
        ("A spokesman said no. A spokesman said yes.", "A spokesman", 2),
        ("The spokesman said no. The spokesman said yes.", "The spokesman", 1),
        ("A driver said no. A driver said yes.", "A driver", 2),
        ("His spokesman said no. His spokesman said yes.", "His spokesman", 2),
    ],
)
def test_the_same_words_again(registry_of: Build, text: str, phrase: str, number: int) -> None:
    assert len(sources(registry_of(text), text, phrase)) == number


def test_a_driver_of_ours(registry_of: Build) -> None:
    text = "The mayor’s driver said that it was late."
    (actor,) = sources(registry_of(text), text, "The mayor’s driver")
    assert actor.titles == ("driver",)
