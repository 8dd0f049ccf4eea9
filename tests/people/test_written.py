import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.people.offices import alike, heads
from summitparse.people.written import fold, name_of


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Maria\u2060 Lindqvist", ("Maria", "Lindqvist")),
        ("Maria\nLindqvist", ("Maria", "Lindqvist")),
        ("Ｍaria Lind\u00adqvist", ("Maria", "Lindqvist")),
        ("Dr. Maria Lindqvist MP", ("Maria", "Lindqvist")),
        ("MARIA LINDQVIST AM QC", ("MARIA", "LINDQVIST")),
        ("Minister Maria Lindqvist's", ("Maria", "Lindqvist")),
        ("Maria T. Lindqvist, Jr.", ("Maria", "T.", "Lindqvist")),
    ],
)
def test_a_name_is_what_its_spellings_share(written: str, words: tuple[str, ...]) -> None:
    name = name_of(written)
    assert name is not None and name.words == words


@pytest.mark.parametrize(
    "written", ["they", "message", "The leaders", "Ministers", "Orchid Avenue", "Route 66", "", "—"]
)
def test_what_is_no_name_of_a_person_is_none(written: str) -> None:
    assert name_of(written) is None


@given(st.text(max_size=40))
def test_any_text_is_a_name_or_none(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    name = name_of(text)
    assert name is None or all(name.words)


def test_the_office_that_a_title_begins_with_is_held() -> None:
    assert heads(("Vice President", "Minister of the Office of the President")) == {"vice president", "minister"}
    assert heads(("Former Prime Minister of Sylvania",)) == {"former prime minister"}
    assert heads(("economist", "leader")) == {"economist"}


def test_titles_that_say_the_same_in_other_words_are_alike() -> None:
    assert alike(("Minister of Defence",), ("Defence Minister of",))
    assert not alike(("Minister of Defence",), ("Minister of Culture",))
