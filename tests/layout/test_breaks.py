"""What a line is told by its first and last word, before lines are joined."""

import pytest

from summitparse.findings import Span
from summitparse.header.authors import speaker_line
from summitparse.layout import find_layout
from summitparse.layout.blocks import is_noun_phrase
from summitparse.layout.breaks import is_salutation
from summitparse.lines.model import Block


@pytest.mark.parametrize(
    ("line", "greets"),
    [
        ("Excellencies,", True),
        ("Dear colleagues and guests,", True),
        ("Good evening, ladies and gentlemen,", True),
        ("Good harbours need lamps,", False),
        ("Ladies and gentlemen", False),
        ("“Dear colleagues,", False),
        (f"Dear {'colleagues ' * 9},", False),
        ("Good,", False),
    ],
)
def test_salutation(line: str, greets: bool) -> None:
    assert is_salutation(line) is greets


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Memorandum of understanding on ports", True),
        ("Joint-venture contract on lamps", True),
        ("Interdepartmental protocol on fish", True),
        ("Ports and lamps", False),
        ("“Agreement on ports”", False),
        ("Agreement has been reached on ports", False),
        ("3,000 lamps", False),
    ],
)
def test_noun_phrase(line: str, names: bool) -> None:
    assert is_noun_phrase(line, Block(Span(0, len(line)))) is names


@pytest.mark.parametrize("line", ["Senator the Hon Jane Roe", "the Rt Hon. Jane Roe", "Hon Mary Bishop"])
def test_honours_open_a_name(line: str) -> None:
    assert speaker_line(line, Span(0, len(line)), "") == Span(0, len(line))


def test_telephones_below_a_long_text_are_furniture() -> None:
    piers = "\n\n".join(f"The minister opened pier number {number} of the harbour." for number in range(45))
    layout = find_layout(f"Minister opens the harbour\n\n3 May 2024\n\n{piers}\n\nTel.: (251-11) 551 38 22")
    assert layout.blocks[-1].kind == "furniture"
