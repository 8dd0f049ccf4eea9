"""Speech that did not take place, or is yet to."""

import pytest

from summitparse import parse


def said(text: str) -> list[tuple[str, str]]:
    return [(quote.type, quote.polarity) for quote in parse(text).quotes]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The minister said that the ferry would sail.", "asserted"),
        ("The minister did say that the ferry would sail.", "asserted"),
        ("The minister did not say that the ferry would sail.", "negated"),
        ("The minister has never said that the ferry would sail.", "negated"),
        ("The minister denied having said that the ferry would sail.", "negated"),
        ("It is not true that Minister Daren said that the ferry was unsafe.", "negated"),
        ("Nobody in the government has said that the ferry will sail.", "unreal"),
        ("No minister has confirmed that the ferry will sail.", "unreal"),
        ("If the minister says that the ferry is unsafe, it will stay in port.", "unreal"),
        ("Had the President said that the deal was dead, the markets would have fallen.", "unreal"),
        ("The minister will say that the ferry is safe.", "planned"),
        ("The minister is expected to say that the ferry is safe.", "planned"),
        ("“Never,” countered Minister Daren.", "asserted"),
        ("The minister was expected to say that the ferry was safe.", "planned"),
        ("The minister is due to announce that the ferry is safe.", "planned"),
        ("The minister has yet to say that the ferry is safe.", "negated"),
        ("The minister did not leave and said that the ferry was safe.", "asserted"),
        ("The minister wanted to say that the ferry was safe.", "asserted"),
        ("No minister is confident that the ferry will sail.", "asserted"),
        ("A minister with no portfolio has said that the ferry was safe.", "asserted"),
    ],
)
def test_auxiliaries_subject_and_clause_tell_whether_it_was_said(text: str, polarity: str) -> None:
    assert [found for _, found in said(text)] in ([polarity], [])
    assert said(text) or polarity != "asserted"


def test_words_in_marks_that_were_never_said_are_no_direct_speech() -> None:
    assert said("The minister never said “we will pay for the ferry”.") == [("mixed", "negated")]
