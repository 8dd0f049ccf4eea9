"""Several releases in one file are reported; one release with dates in it is not."""

import pytest

from summitparse.layout import find_layout

FIRST = "Harbour commission meets\n12 January 2024\n\nThe commission met in Velden.\n\nIt will meet again.\n"
SECOND = "Railway commission meets\n13 January 2024\n\nThe commission met in Tolmark.\n"


def codes(text: str) -> list[str]:
    return [notice.code for notice in find_layout(text).notices]


@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\n* * *\n\n", "\n__________\n"])
def test_a_second_headline_with_a_date_is_reported(between: str) -> None:
    layout = find_layout(FIRST + between + SECOND)
    assert [notice.code for notice in layout.notices] == ["several-releases"]
    span = layout.notices[0].span
    assert layout.text[span.start : span.end] == "Railway commission meets"


def test_second_dateline_below_a_headline_is_reported() -> None:
    text = "First talks\n\nVELDEN, 12 January (ArvPress) – They met.\n\nThey will meet again.\n\n"
    text += "Second talks\n\nTOLMARK, 13 January (ArvPress) – They met here, too.\n"
    assert codes(text) == ["several-releases"]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        FIRST + "\n* * *\n\nThe commission was founded on 13 January 1954.\n",
        FIRST + "\nHistory\n\nThe commission was founded on 13 January 1954.\n",
        "The commission met.\n\n12 January 1954\n\nThe first crane was built.\n\n13 January 1955\n\nA second.\n",
    ],
)
def test_one_release_is_not_reported(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["", " \n\t\n", "***\n"])
def test_a_text_without_a_body_is_reported(text: str) -> None:
    assert codes(text) == ["no-body"]


def test_a_sentence_above_a_date_is_no_headline() -> None:
    assert (
        codes(FIRST + "\nThe board spoke of lamps and of ropes, and went home.\n\n13 January 2024\n\nIt rained.\n")
        == []
    )
