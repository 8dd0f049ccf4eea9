"""Each instrument once, by the fullest of its mentions."""

import pytest

from summitparse.documents import find_documents
from summitparse.findings import Span, TimeFindings
from summitparse.layout import Block, Header, Layout
from summitparse.voices import find_voices


def titles(headline: str, *paragraphs: str) -> list[str]:
    text = "\n".join([headline, *paragraphs])
    start = len(headline) + 1
    blocks = []
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    layout = Layout(text, text, Header(title=Span(0, len(headline))), tuple(blocks))
    return [one.title for one in find_documents(find_voices(layout), None, TimeFindings())]


@pytest.mark.parametrize(
    ("headline", "paragraph", "wanted"),
    [
        (
            "Presidents signed a joint statement on river safety",
            "The presidents during the ceremony of signing a joint statement on river safety.",
            ["a joint statement on river safety"],
        ),
        (
            "The Alliance signed a declaration on the summit's results",
            "The leaders signed a Declaration on the Tenth Anniversary of the Alliance.",
            ["a Declaration on the Tenth Anniversary of the Alliance"],
        ),
        (
            "Ministers sign protocol on rail tariffs",
            "The two sides were glad. They signed a protocol.",
            ["protocol on rail tariffs"],
        ),
        (
            "Visit of the President",
            "They signed an MoU on archives. The Memorandum of Understanding on archives was signed.",
            ["an MoU on archives"],
        ),
        (
            "Visit of the President",
            "They signed an agreement on gas supplies until 2040 between Tealoil and Ilm Gas. "
            "Today we signed an agreement on gas supplies until 2040.",
            ["an agreement on gas supplies until 2040 between Tealoil and Ilm Gas"],
        ),
        (
            "Visit of the President",
            "The culture ministries signed a cooperation programme. "
            "The interior ministries signed a programme of cooperation for 2019–2021.",
            ["a cooperation programme", "a programme of cooperation for 2019–2021"],
        ),
    ],
)  # fmt: skip
def test_repeats(headline: str, paragraph: str, wanted: list[str]) -> None:
    assert titles(headline, paragraph) == wanted


def test_the_report_is_the_record_and_not_the_headline() -> None:
    headline = "Norland, Sudania sign protocol on rail tariffs"
    body = "A protocol on rail tariffs was signed by Transport Minister Aron Belk and Transport Minister Dana Ruiz."
    text = f"{headline}\n{body}"
    layout = Layout(
        text, text, Header(title=Span(0, len(headline))), (Block(Span(len(headline) + 1, len(text))),)
    )  # fmt: skip
    (found,) = find_documents(find_voices(layout), None, TimeFindings())
    assert found.span.start > len(headline)
    assert found.signatories == ("Aron Belk", "Dana Ruiz")
