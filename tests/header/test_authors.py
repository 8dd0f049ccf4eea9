"""Whom a line names as the author of the words below it."""

import pytest

from summitparse.findings import Span
from summitparse.header.authors import announced_author, byline, named_author, speaker_line
from summitparse.header.credits import find_credits
from summitparse.lines.labels import is_sure
from summitparse.lines.read import read_lines


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Minister Jane Roe", "Minister Jane Roe"),
        ("By the Jane Roe", None),
        ("By Jane Roe and John Doe", None),
        ("By Minister for Ports and the Minister for Law", None),
        ("Jane Roe", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    found = byline(line, Span(0, len(line)))
    assert (line[slice(*found)] if found else None) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Statement by Minister for Ports, Jane Roe, at the forum", "Jane Roe"),
        ("Speech by the Minister for Ports and Law, Ms Jane Roe, at the forum", "Ms Jane Roe"),
        ("Address by Jane Roe, Minister for Ports, at the forum", "Jane Roe"),
        ("Remarks by Jane Roe and John Doe", None),
        ("Prime Minister Jane Roe – Speech at the forum", "Prime Minister Jane Roe"),
        ("Minister Jane Roe’s speech at the forum", "Minister Jane Roe"),
        ("Watch Senator Jane Roe’s speech at the forum", "Senator Jane Roe"),
        ("Statement by the Minister for Ports Jane Roe", "Minister for Ports Jane Roe"),
        (
            "Statement by Deputy National Security Advisor for International Trade John Doe",
            "Deputy National Security Advisor for International Trade John Doe",
        ),
    ],
)
def test_headlines(line: str, name: str | None) -> None:
    found = named_author(line, Span(0, len(line)))
    assert (line[slice(*found)] if found else None) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Attorney General Jane Roe released the following statement:", "Attorney General Jane Roe"),
        ("Minister Jane Roe and Minister John Doe released the following statement:", None),
        (f"{'Minister ' * 40}Jane Roe released the following statement:", None),
        ("They met in Velden.", None),
    ],
)
def test_announcements(line: str, name: str | None) -> None:
    found = announced_author(line, Span(0, len(line)))
    assert (line[slice(*found)] if found else None) == name


@pytest.mark.parametrize(
    ("line", "title", "name"),
    [
        ("Hon Jane Roe", "", "Hon Jane Roe"),
        ("Jane Roe MP", "", "Jane Roe"),
        ("Jane Roe, Minister for Ports", "", "Jane Roe"),
        ("Jane Roe", "", None),
        ("Jane Roe", "Roe opens the harbour", "Jane Roe"),
        ("Hon the harbour of Velden", "", None),
    ],
)
def test_lines_that_name_a_speaker(line: str, title: str, name: str | None) -> None:
    found = speaker_line(line, Span(0, len(line)), title)
    assert (line[slice(*found)] if found else None) == name


@pytest.mark.parametrize(
    ("opening", "closing", "signed"),
    [
        ("It opened.", "(QXZ)", ["QXZ"]),
        ("QXZ opened.", "(QXZ)", []),  # a name that the text knows
        ("It opened.", "(QXZABCD)", []),
        ("It opened.", "(left)", []),
    ],
)
def test_capitals_that_close_a_text_are_its_source(opening: str, closing: str, signed: list[str]) -> None:
    text = f"{opening}\n\nThe end came late. {closing}"
    assert [text[slice(*span)] for span in find_credits(read_lines(text), set(), 0).spans] == signed


@pytest.mark.parametrize(
    ("label", "sure"),
    [
        ("Minister Jane Roe", True),
        ("Question from VG", True),
        ("Question about VG", False),
        ("Minister " * 22 + "Jane Roe", False),
    ],
)
def test_labels_that_are_sure(label: str, sure: bool) -> None:
    assert is_sure(label) is sure
