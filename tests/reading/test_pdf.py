"""PDF: order, paragraphs, hyphens and furniture, told by where words stand."""

import pytest

from summitparse.reading import read_bytes
from tests.reading.documents import pdf

Words = list[tuple[float, float, str]]
LINE = 14.0


def read(*pages: Words) -> str:
    return read_bytes(pdf(list(pages)), "a.pdf").text


def column(lines: list[str], left: float = 72, top: float = 700) -> Words:
    """Lines one below the other; "" is an empty one."""
    return [(left, top - LINE * i, line) for i, line in enumerate(lines) if line]


def test_a_line_goes_on_where_the_next_word_found_no_room() -> None:
    lines = [
        "Talks end in Lisbon",
        "",
        "The Presidents met on Friday and spoke for an hour about trade and about",
        "the research fleet.",
        "They will meet again.",
    ]
    text = read(column(lines))
    assert text.startswith("Talks end in Lisbon\n\nThe Presidents met")
    assert text.endswith("trade and about the research fleet.\nThey will meet again.\n")


def test_a_date_is_a_line_of_its_own_however_full_the_headline_is() -> None:
    headline = "The Presidents met on Friday and spoke for an hour about the fleet"
    for day in ("March 14, 2031", "14 March 2031, 18:05", "Lisbon, 14 March 2031", "2031-03-14"):
        assert f"fleet\n{day}\n" in read(column([headline, day, "They signed a plan for ten years."]))
    text = read(column(["The Presidents met in the capital and they signed a long programme on", "March 14, 2031"]))
    assert "programme on March 14, 2031" in text


def test_breaks_that_were_meant_stay_where_they_are() -> None:
    """A text that was broken before it was printed: its own lines are kept, and its layout is told later."""
    lines = ["The Presidents met in Lisbon and spoke", "about trade, shipping, the research fleet and the new ports of"]
    assert read(column([*lines, "Sines."])).startswith("\n".join(lines))


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("about the infra-", "structure of the North", "infrastructure"),
        ("about matters of a long-", "term kind in the North", "long-term"),
        ("about the Asia-", "Pacific region as well", "Asia-Pacific"),
        ("in the years from 2024-", "2026 and later, they said", "2024-2026"),
        ("about the govern-", "ment of the whole North", "government"),
    ],
)
def test_words_that_a_line_end_divides(end: str, begin: str, joined: str) -> None:
    full = "The Presidents spoke for an hour about trade and also infrastructure and"
    # Words placed so that each first line is as wide as the widest.
    text = read(
        column([full + " more", f"{'They spoke for a long time, and then again '}{end}", begin + " and so on."])
    )
    assert joined in text.replace("infrastructure and more", "")


def test_columns_are_read_one_after_the_other() -> None:
    left = [
        "The Presidents met on Friday and",
        "spoke for an hour about trade and",
        "about the research fleet, and then",
    ]
    right = [
        "they signed a plan for ten years,",
        "a treaty on fisheries in the North",
        "and a programme for the harbours.",
    ]
    title = [(72.0, 760.0, "Talks end in Lisbon with a plan for the open ocean and its ports and harbours")]
    text = read(title + column(left * 2, 72) + column(right * 2, 330))
    assert text.index("fleet, and then they signed") > text.index("Talks end") == 0 or "then\n\nthey signed" in text
    assert text.index("research fleet") < text.index("signed a plan")
    assert "Friday and they" not in text


def test_cells_of_a_row_stay_on_their_row() -> None:
    rows = [("Exports", "40 billion"), ("Imports", "12 billion"), ("Balance", "28 billion"), ("Ships", "12")]
    words = [
        (x, 700 - LINE * i, word) for i, row in enumerate(rows) for x, word in zip((72.0, 300.0), row, strict=True)
    ]
    assert read(words).splitlines()[0] == "Exports\t40 billion"


def test_bullets_open_items() -> None:
    lines = ["They signed:", "\u2022 a plan for ten years;", "\u2022 a treaty on fisheries."]
    assert read(column(lines)) == "They signed:\n\n- a plan for ten years;\n- a treaty on fisheries.\n"


def test_numbers_that_follow_open_items() -> None:
    lines = ["1. A plan for ten years of work on the research fleet of the North", "2. A treaty on the fisheries"]
    assert read(column(lines)) == "\n".join(lines) + "\n" or "\n\n2. A treaty" in read(column(lines))


def test_what_stands_on_every_page_is_left_out() -> None:
    pages = []
    for number in range(1, 5):
        head = [(72.0, 810.0, "Office of the President"), (300.0, 30.0, f"Page {number} of 4")]
        pages.append(head + column([f"Paragraph number {number} says something of its own."], top=700))
    text = read(*pages)
    assert "Office" not in text and "Page" not in text
    assert text.count("Paragraph number") == 4


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    around = [(72.0, 815.0, "5/3/24, 3:29 PM"), (300.0, 815.0, "Talks"), (72.0, 22.0, "https://example.org/1")]
    assert read([*around, (500.0, 22.0, "1/1"), *column(["Talks end in Lisbon"])]) == "Talks end in Lisbon\n"


def test_a_sentence_goes_on_over_the_page() -> None:
    first = column(["The Presidents met on Friday and spoke for an hour about trade and about"], top=80)
    second = column(["the research fleet of both countries."], top=760)
    assert "about the research fleet" in read(first, second)
    third = column(["They will meet again in the spring of the next year, as the Presidents said."], top=80)
    assert "said.\n\nThe research" in read(third, column(["The research fleet sails."], top=760))


def test_pages_without_text_are_counted() -> None:
    source = read_bytes(pdf([column(["Talks end"]), [], []]), "a.pdf")
    assert "3 pages, 2 of which have no text" in source.notices[0].message
