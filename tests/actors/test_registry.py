import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.actors import Registry, build_registry
from summitparse.findings import ActorFinding, Span
from summitparse.language.model import analyse
from summitparse.language.parse import Parse, Token
from summitparse.layout import Block, Layout
from summitparse.voices import Voices, find_voices

Build = Callable[[str], Registry]


def span_of(text: str, phrase: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(phrase, at + 1)
    return Span(at, at + len(phrase))


def ensured(registry: Registry, text: str, phrase: str, nth: int = 0) -> ActorFinding:
    number = registry.ensure(span_of(text, phrase, nth))
    return registry.findings()[number]


def test_a_group_of_two_and_who_they_are(registry_of: Build) -> None:
    text = "President of Ghana Kofi Mensah met President of Togo Jean Adama. Both presidents were glad. They left."
    registry = registry_of(text)
    group = ensured(registry, text, "Both presidents")
    assert (group.kind, group.members) == ("group", (0, 1))
    assert registry.refer(span_of(text, "They")) == registry.resolve(span_of(text, "Both presidents"))


@pytest.mark.parametrize(
    "text",
    [
        "The Ministers noted that the sea had risen. They agreed to meet again.",
        "Both sides expressed support for the plan. The plan is long. They reaffirmed it.",
    ],
)
def test_they_are_the_group_before(registry_of: Build, text: str) -> None:
    registry = registry_of(text)
    group = registry.ensure(Span(0, text.index(" ", 5)))
    place = text.index("They")
    assert registry.resolve(Span(place, place + 4)) == group
    assert registry.resolve(Span(place, place + 4)) == group


def test_they_are_nobody_without_a_group(registry_of: Build) -> None:
    assert registry_of("Ana Quispe spoke. They agreed to meet again.").resolve(Span(18, 22)) is None


def test_two_offices_with_one_article_are_a_group(registry_of: Build) -> None:
    text = "Vice President Kamala Horn met Prime Minister Tran Van Minh. The Vice President and Prime Minister agreed."
    registry = registry_of(text)
    group = ensured(registry, text, "The Vice President and Prime Minister")
    assert (group.kind, group.members) == ("group", (0, 1))


@pytest.mark.parametrize(
    "text",
    [
        "President Kofi Mensah met Prime Minister Jean Adama in Lome. They agreed to meet again.",
        "President Kofi Mensah held talks with the Togolese prime minister, Jean Adama, during which they agreed.",
    ],
)
def test_they_are_those_who_met(registry_of: Build, text: str) -> None:
    registry = registry_of(text)
    number = registry.refer(span_of(text, "They" if "They" in text else "they"))
    assert number is not None
    assert registry.findings()[number].members == (0, 1)


def test_they_are_all_who_met(registry_of: Build) -> None:
    text = "Minister Kofi Mensah met President Jean Adama and Minister Ana Quispe. They agreed on a date."
    registry = registry_of(text)
    number = registry.refer(span_of(text, "They"))
    assert number is not None
    assert sorted(registry.findings()[number].members) == [0, 1, 2]


def test_a_group_is_called_by_its_members(registry_of: Build) -> None:
    text = "President of Ghana Kofi Mensah met President of Togo Jean Adama. Both presidents were glad."
    assert ensured(registry_of(text), text, "Both presidents").titles == ("Kofi Mensah and Jean Adama",)


def test_an_abbreviation_is_named_by_what_it_stands_for(registry_of: Build) -> None:
    text = "The Joint Harbour Commission (JHC) met in Lome. The JHC welcomed the plan."
    assert ensured(registry_of(text), text, "The JHC").name == "Joint Harbour Commission"


def test_people_joined_by_and_are_a_group(registry_of: Build) -> None:
    text = "Mr Mensah and Mr Adama signed it."
    registry = registry_of(text)
    number = registry.refer(span_of(text, "Mr Mensah and Mr Adama"))
    assert number is not None
    assert registry.findings()[number].members == (0, 1)


def test_a_role_that_nobody_is_named_for(registry_of: Build) -> None:
    text = "“As the Kenyan Foreign Minister said, ‘it is late’,” Ana Quispe noted. The Kenyan Foreign Minister left."
    registry = registry_of(text)
    role = ensured(registry, text, "the Kenyan Foreign Minister")
    assert (role.kind, role.name, role.titles, role.affiliation) == (
        "person",
        None,
        ("Kenyan Foreign Minister",),
        "Kenya",
    )
    assert registry.resolve(span_of(text, "Ana Quispe")) == 0
    again = registry.ensure(span_of(text, "The Kenyan Foreign Minister"))
    assert registry.findings()[again].titles == ("Kenyan Foreign Minister",)


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "name"),
    [
        ("The joint statement says that ports matter.", "The joint statement", "document", "joint statement"),
        ("The Ministry of Ports said more.", "The Ministry of Ports", "organisation", "Ministry of Ports"),
        ("Peru said that it would sign.", "Peru", "organisation", "Peru"),
        ("Both sides agreed on ports.", "Both sides", "group", None),
        ("Canada and Ireland announced new steps.", "Canada and Ireland", "group", None),
        ("Experts said that it was late.", "Experts", "group", None),
        ("A spokesman said that it was late.", "A spokesman", "person", None),
        ("The data show a rise.", "The data", "document", "data"),
    ],
)
def test_kinds_of_sources(registry_of: Build, text: str, phrase: str, kind: str, name: str | None) -> None:
    actor = ensured(registry_of(text), text, phrase)
    assert (actor.kind, actor.name) == (kind, name)


def test_what_points_back(registry_of: Build) -> None:
    text = (
        "The Port Commission said no. The commission added that it was late. A spokeswoman left. The spokeswoman came."
    )
    registry = registry_of(text)
    first = registry.ensure(span_of(text, "The Port Commission"))
    assert registry.ensure(span_of(text, "The commission")) == first
    assert registry.ensure(span_of(text, "it was")) == registry.ensure(span_of(text, "it was"))
    woman = registry.ensure(span_of(text, "A spokeswoman"))
    assert registry.ensure(span_of(text, "The spokeswoman")) == woman


def test_speaker_labels(registry_of: Build) -> None:
    text = "President of Peru Ana Quispe:\tWelcome.\nHALVORSEN:\tThank you.\nQuestion:\tWhy?"
    registry = registry_of(text)
    assert registry.resolve(span_of(text, "President of Peru Ana Quispe")) == 0
    assert registry.resolve(span_of(text, "HALVORSEN")) == 1
    assert registry.resolve(span_of(text, "Question")) is None
    assert ensured(registry, text, "Question").kind == "person"


def test_a_label_without_a_name_is_the_one_person_of_that_office(registry_of: Build) -> None:
    text = "PACT Secretary General Ana Quispe:\tWelcome.\nQuestion:\tWhy?\nPACT Secretary General:\tBecause."
    registry = registry_of(text)
    first = registry.resolve(span_of(text, "PACT Secretary General Ana Quispe"))
    start = text.rindex("PACT")
    assert first == 0
    assert registry.resolve(Span(start, text.rindex(":\tBecause"))) == first


def test_a_label_that_fits_two_people_is_neither(registry_of: Build) -> None:
    text = "Minister Ana Quispe:\tWelcome.\nMinister Jean Adama:\tThank you.\nMinister:\tLet us begin."
    registry = registry_of(text)
    start = text.rindex("Minister:")
    assert registry.resolve(Span(start, start + len("Minister"))) is None


@pytest.mark.parametrize(
    ("phrase", "members"),
    [("Both ministers", (0, 1)), ("The three ministers", (0, 1, 2)), ("The two ministers", (0, 1)), ("Ministers", ())],
)
def test_how_many_they_are(registry_of: Build, phrase: str, members: tuple[int, ...]) -> None:
    text = f"Minister Ana Quispe, Minister Jean Adama and Minister Luis Ortega came. {phrase} left."
    assert ensured(registry_of(text), text, phrase).members == members


def test_presidents_of_two_countries_of_three(registry_of: Build) -> None:
    text = "President of Peru Ana Quispe, President of Togo Jean Adama and President of Chile Luis Ortega met."
    text += " The Presidents of Peru and Chile agreed."
    assert ensured(registry_of(text), text, "The Presidents of Peru and Chile").members == (0, 2)


@pytest.mark.parametrize(
    ("phrase", "pronoun", "known"),
    [
        ("A spokesman", "he", True),
        ("A spokesman", "she", False),
        ("A spokesman", "they", False),
        ("Two ministers", "he", False),
        ("The drivers", "he", False),
        ("The port", "he", False),
        ("The driver", "she", True),
        ("Ana Quispe", "he", False),
        ("Ana Quispe", "she", True),
    ],
)
def test_whom_he_or_she_can_mean(registry_of: Build, phrase: str, pronoun: str, known: bool) -> None:
    text = f"{phrase} said no."
    assert (registry_of(text).person_at(span_of(text, phrase), pronoun) is not None) is known


def test_a_person_of_no_name_is_made_once(registry_of: Build) -> None:
    text = "A driver said no. The driver left. The ministry of the driver spoke."
    registry = registry_of(text)
    first = registry.person_at(span_of(text, "A driver"), "he")
    assert registry.person_at(span_of(text, "The driver"), "he") == first
    assert registry.unnamed(span_of(text, "The ministry"), "he") is None


def test_a_pronoun_that_means_another_after_all(registry_of: Build) -> None:
    text = "Ana Quispe met Olga Holm. She left."
    registry = registry_of(text)
    registry.same(span_of(text, "She"), 1)
    assert [len(actor.mentions) for actor in registry.findings()] == [1, 2]


def test_a_mention_is_noted_once(registry_of: Build) -> None:
    text = "Mr Mensah and Mr Adama signed it. They left."
    registry = registry_of(text)
    for _ in range(2):
        number = registry.ensure(span_of(text, "Mr Mensah and Mr Adama"))
        assert registry.ensure(span_of(text, "They")) == number
    assert len(registry.findings()[number].mentions) == 2


def test_i_is_whoever_speaks(registry_of: Build) -> None:
    text = "“I know,” Ana Quispe said."
    registry = registry_of(text)
    assert registry.resolve(span_of(text, "I")) is None
    registry.speaking(span_of(text, "I know,"), 0)
    assert registry.resolve(span_of(text, "I")) == 0


def test_numbers_stay(registry_of: Build) -> None:
    text = "Ana Quispe met Jean Adama. The ministry said so."
    registry = registry_of(text)
    before = registry.findings()
    registry.ensure(span_of(text, "The ministry"))
    assert registry.findings()[: len(before)] == before


WORDS = [
    "President",
    "of",
    "the",
    "Peru",
    "Ana",
    "Quispe",
    "Mr",
    "and",
    ",",
    "he",
    "Minister",
    "Jr.",
    "-",
    "al",
    "“",
    "”",
    "(",
    ")",
    "both",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.data())
@settings(max_examples=60, deadline=None)
def test_mentions_are_in_range_in_order_and_apart(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    tokens, at = [], 0
    for i, word in enumerate(words):
        tag = "NNP" if word[0].isupper() else {"of": "IN", "the": "DT", "he": "PRP"}.get(word, "NN")
        head = data.draw(st.integers(i, len(words) - 1))
        tokens.append(Token(i, at, word, tag, "X", word, "nsubj", head, 0))
        at += len(word) + 1
    if tokens:
        tokens[-1].head = len(tokens) - 1
    layout = Layout(text, text, blocks=(Block(Span(0, len(text))),) if text else ())
    registry = build_registry(find_voices(layout), Parse(tokens, [(0, len(tokens))] if tokens else []))
    for token in tokens:
        registry.ensure(token.span)
    for actor in registry.findings():
        end = 0
        for span in actor.mentions:
            assert end <= span.start < span.end <= len(text)
            end = span.end


ASKED = (
    "President of Ghana Kofi Mensah met President of Togo Jean Adama. Both presidents were glad. They left. "
    "The ministers noted the plan. They agreed on it. Mr Mensah and Mr Adama spoke. The former thanked the latter. "
    "The spokesman said he was glad. The commission said it would act."
)
WORDS = [match.span() for match in re.finditer(r"\w+", ASKED)]


@cache
def asked_text() -> tuple[Voices, Parse]:
    layout = Layout(ASKED, ASKED, blocks=(Block(Span(0, len(ASKED))),))
    return find_voices(layout), analyse([(ASKED, [Span(0, len(ASKED))])])[0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 6)), max_size=25))
def test_asking_anything_in_any_order_changes_nothing(asked: list[tuple[int, int]]) -> None:
    quiet, questioned = build_registry(*asked_text()), build_registry(*asked_text())
    spans = [Span(WORDS[first][0], WORDS[min(first + more, len(WORDS) - 1)][1]) for first, more in asked]
    answers = [questioned.resolve(span) for span in spans]
    assert questioned.findings() == quiet.findings()
    assert [questioned.resolve(span) for span in reversed(spans)] == answers[::-1]
    for source in ("Both presidents", "They", "The ministers", "Mr Mensah and Mr Adama", "The spokesman", "it"):
        place = span_of(ASKED, source)
        for span in spans:
            questioned.resolve(span)
        assert questioned.ensure(place) == quiet.ensure(place)
    assert questioned.findings() == quiet.findings()


def test_he_is_no_group_and_makes_nobody(registry_of: Build) -> None:
    text = "The committee asked the ports. He said so."
    registry = registry_of(text)
    assert registry.person_at(span_of(text, "The committee"), "he") is None
    assert registry.findings() == ()
