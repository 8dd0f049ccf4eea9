"""PDF: what a printer sets beside the lines of a text, and what nobody sees."""

import zlib

import pytest

from summitparse.reading import read_bytes
from tests.reading.documents import pdf

LEFT = [
    "Prime Minister Ann Roe met the Duke of",
    "Sines on Friday. They spoke about the",
    "harbour, the ferry and the fishing fleet,",
    "and they agreed to meet again before the",
    "end of the next year in the north of the",
    "country, where the new harbour opens.",
]


def drawn(*commands: str) -> str:
    """The text of a page that is drawn with these commands."""
    blank = pdf([[(0, 0, "")]])
    start = blank.index(b"stream\n") + 7
    end = blank.index(b"\nendstream")
    content = zlib.compress("\n".join(commands).encode("cp1252"))
    data = blank[:start] + content + blank[end:]
    return read_bytes(data.replace(b"/Length %d" % (end - start), b"/Length %d" % len(content)), "a.pdf").text


def at(x: float, y: float, words: str, size: float = 11) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"


def lines(words: list[str], left: float = 60, top: float = 700) -> list[str]:
    return [at(left, top - 14 * i, line) for i, line in enumerate(words)]


TEXT = " ".join(LEFT) + "\n"


def test_a_box_beside_a_column_is_read_after_it() -> None:
    box = [
        at(400, 695 - 18 * i, line, 12) for i, line in enumerate(["“The best day", "of my life,”", "said an engineer"])
    ]
    assert drawn(*lines(LEFT), *box).startswith(TEXT)


def test_a_second_column_of_one_line_is_read_after_the_first() -> None:
    assert (
        drawn(*lines(LEFT), at(330, 700, "“It was time,” she added there."))
        == TEXT + "\n“It was time,” she added there.\n"
    )


def test_cells_beside_each_row_stay_in_their_rows() -> None:
    rows = ["Agreement on the harbour", "Memorandum on the ferry", "Plan of work for next year"] * 2
    names = ["Minister Ann Roe", "Minister Jan Kos", "Secretary Eva Lis of the Office"] * 2
    read = drawn(*lines(rows), *lines(names, left=330))
    assert "Agreement on the harbour\tMinister Ann Roe\nMemorandum on the ferry\tMinister Jan Kos\n" in read


def test_a_mark_of_a_note_is_left_out_and_an_exponent_kept() -> None:
    mark, power = "7 Ts /F1 6 Tf (4) Tj 0 Ts /F1 11 Tf", "7 Ts /F1 6 Tf (2) Tj 0 Ts /F1 11 Tf"
    line = f"BT /F1 11 Tf 60 700 Td (“We sail,”) Tj {mark} ( she said of 5 km) Tj {power} ( of sea.) Tj ET"
    assert drawn(line) == "“We sail,” she said of 5 km² of sea.\n"
    assert drawn(*lines(LEFT), at(200, 695, "12", 6)) == TEXT


def test_an_initial_goes_to_its_word() -> None:
    text = drawn(
        at(60, 680, "T", 36), at(86, 700, "he Prime Minister met the Duke of Sines in the"), at(86, 686, "harbour.")
    )
    assert text.replace("\n", " ").startswith("The Prime Minister met the Duke of Sines")


def test_numbers_of_lines_are_left_out() -> None:
    words = LEFT + LEFT[:3]
    apart = drawn(*lines(words, left=90), *lines([str(i) for i in range(1, 10)], left=60))
    together = drawn(*lines([f"{i}  {line}" for i, line in enumerate(words, 1)]))
    assert not any(c.isdigit() for c in apart + together)
    assert drawn(*lines(["1 The first", "2 The second"])) == "1 The first\n2 The second\n"


@pytest.mark.parametrize("unseen", ["3 Tr", "1 1 1 rg"])
def test_what_is_drawn_in_no_colour_or_in_white_is_no_text(unseen: str) -> None:
    assert drawn(*lines(LEFT), unseen, at(60, 500, "“Draft,” she said.")) == TEXT


def test_white_on_a_coloured_box_and_what_a_scanner_recognised_are_text() -> None:
    box = ["0.2 0.2 0.6 rg 50 480 400 60 re f", "1 1 1 rg", at(60, 500, "“We sail,” she said.")]
    assert "We sail" in drawn(*lines(LEFT), *box)
    assert drawn("3 Tr", *lines(LEFT)) == TEXT


def test_a_headline_in_large_letters_says_nothing_of_the_width_of_the_text() -> None:
    headline = at(60, 760, "The Prime Minister met the Duke of Sines", 16)
    assert drawn(headline, *lines(LEFT)).endswith("\n\n" + TEXT)


def test_who_speaks_next_begins_a_paragraph() -> None:
    turns = ["THE MINISTER: We sail in June, and the ferry will.", "QUESTION: When?"]
    assert drawn(*lines(turns)) == "\n".join(turns) + "\n"
