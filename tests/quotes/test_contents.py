"""What a cue may introduce, before a model chooses."""

import pytest

from tests.quotes.proposed import contents


@pytest.mark.parametrize(
    ("text", "cue", "proposed"),
    [
        (  # the sentence, its last part behind a comma, and the subject
            "Trade will grow, and the port will open in May, the Minister said.",
            "said",
            ["Trade will grow , and the port will open in May", "and the port will open in May", "the Minister"],
        ),
        (  # without the conjunction that the sentence begins with
            "But trade will grow, said the Minister.",
            "said",
            ["the Minister", "But trade will grow", "trade will grow"],
        ),
        (  # behind the source of "according to", and before it
            "According to the Minister, trade will grow.",
            "According",
            ["the Minister", "the Minister , trade will grow", "trade will grow"],
        ),
        (
            "Trade will grow, according to the Minister, who left.",
            "according",
            ["the Minister", "the Minister , who left", "who left", "Trade will grow"],
        ),
        (  # behind an adjective
            "The envoys are confident that trade will grow.",
            "confident",
            ["that trade will grow", "The envoys", "The envoys / that trade will grow"],
        ),
        (  # behind a preposition of the cue
            "The plan was praised by the Minister.",
            "praised",
            ["by the Minister", "the Minister", "The plan", "The plan / by the Minister", "The plan / the Minister"],
        ),
        (  # behind a particle
            "The Minister pointed out that trade grew.",
            "pointed",
            ["that trade grew", "The Minister", "The Minister / that trade grew"],
        ),
        (  # a question
            "He asked whether the port will open.",
            "asked",
            ["whether the port will open", "He", "He / whether the port will open"],
        ),
        (  # in marks on both sides
            "“Trade will grow,” the Minister said, “and ports will open.”",
            "said",
            [
                "and ports will open .",
                "Trade will grow ,",
                "Trade will grow , / and ports will open .",
                "the Minister",
                "the Minister / and ports will open",
            ],
        ),
    ],
)
def test_contents(text: str, cue: str, proposed: list[str]) -> None:
    assert list(contents(text, cue)) == proposed


def test_ends_before_another_verb_of_saying() -> None:
    found = contents("The Minister said on Monday that trade will grow, and stressed that ports stay open.", "said")
    assert {"that trade will grow", "on Monday", "that ports stay open"} < set(found)
    assert "that trade will grow , and stressed that ports stay open" not in found


def test_beginnings_at_marks() -> None:
    found = contents("The Minister said all the talk of “trade in open ports” will end.", "said")
    assert "trade in open ports ” will end" in found


def test_an_unknown_verb_introduces_words_in_marks_that_are_no_name() -> None:
    assert "a great day for trade" in contents("He carved “a great day for trade” in stone.", "carved")


def test_no_content_ends_inside_long_words_in_marks() -> None:
    found = contents("He said that the plan “will open the port of Velden, in May, for all of us” is good.", "said")
    assert not any(words.endswith(("Velden", "in May")) for words in found)


def test_all_that_stands_behind_a_cue_between_commas() -> None:
    clauses = (
        "ports open, and trade grows, and crews stay, and roads last, and rain falls, and boats go, and ships rest"
    )
    found = contents(f"The Minister said, in May, that {clauses}, and we sail.", "said")
    assert f"in May , that {clauses.replace(',', ' ,')} , and we sail" in found


@pytest.mark.parametrize(
    ("text", "content", "numbers"),
    [
        # finite verbs and verbs of saying
        ("He said that he asked whether they said it.", "that he asked whether they said it", {6: 2, 7: 2}),
        # how far in words in marks begin, and how far from its end they end
        ("He said that the “port” and the “sea” stay.", "that the “ port ” and the “ sea ” stay", {9: 2, 10: 1}),
        # no words in marks
        ("He said that trade grew.", "that trade grew", {9: -1, 10: -1}),
    ],
)
def test_what_is_told_about_a_content(text: str, content: str, numbers: dict[int, float]) -> None:
    features = contents(text, "said")[content].features
    assert {k: features[k] for k in numbers} == numbers
