"""What holds for every text: the length, the offsets, and a time that grows with the text and no faster."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.findings import Span
from summitparse.layout import Layout, clean_copy, find_layout
from summitparse.lines.read import INVISIBLE
from tests.cost import cost

PIECES = ["\n", "\r\n", "\r", "\u2028", "\x85", "\x00", " ", "\xa0", "\t", "\u200b", "\u200e", "\ufeff", "\u2060"]
PIECES += [
    "—",
    "– ",
    "* ",
    "1. ",
    "(a) ",
    "“",
    "”",
    ": ",
    ", ",
    ". ",
    "|",
    ">",
    "(",
    ")",
    ";",
    "#",
    "a",
    "é",
    "日本",
    "𝒜",
]
PIECES += ["The President of Arvenia", "Jane Roe", "12 January 2024", "15:30", "VELDEN, ", "THE PRESIDENT: ", "signed"]
PIECES += ["Q ", "(Applause.)", "<…>", "* * *", "Source: ", "belta", "مرحبا", "Posted: "]
PIECES += ["the following documents were signed:"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


def spans(layout: Layout) -> list[Span]:
    header = layout.header
    found = [span for span in (header.title, header.subtitle, header.place, *header.credits) if span]
    found += [header.published.span] if header.published else []
    return found + [span for block in layout.blocks for span in (block.span, block.marker, block.label) if span]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_clean_copy_keeps_the_length_and_every_word(text: str) -> None:
    clean = clean_copy(text)
    assert len(clean) == len(text)
    changed = [(a, b) for a, b in zip(text, clean, strict=True) if a != b]
    # Corner marks are curly ones there.
    assert all((b in " \n" and (a.isspace() or a in INVISIBLE)) or b in "“”" for a, b in changed)
    assert not set(clean) & set("\r\x85\u2028\u2029\xa0\t")


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_are_in_the_text_and_blocks_in_order(text: str) -> None:
    layout = find_layout(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans(layout))
    end = 0
    for block in layout.blocks:
        assert end <= block.span.start
        end = block.span.end
        words = layout.clean[block.span.start : block.span.end]
        assert words == words.strip(" \n")
        if block.kind != "furniture":
            assert "\n" not in words


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost(text: str) -> None:
    """Each letter is in the header, in a block, in a marker or in a label, where there is no header."""
    layout = find_layout(text)
    if layout.header != find_layout("").header:
        return
    covered = spans(layout)
    inside = [False] * (len(text) + 1)
    # between a label and what is said stands at most how it is said: "(retranslated)"
    covered += [
        Span(block.label.start, block.span.start)
        for block in layout.blocks
        if block.label and "\n" not in layout.clean[block.label.start : block.span.start]
    ]
    for span in covered:
        inside[span.start : span.end] = [True] * (span.end - span.start)
    assert all(inside[i] for i, char in enumerate(text) if char.isalpha() and char not in "QA")


UNITS = [
    "1",
    "-",
    " ",
    "“",
    "(",
    "(a) ",
    "January ",
    "12 January 2024\n",
    "A",
    "A ",
    "A: ",
    "Jane Roe: yes\n",
    "* ",
    "\n",
]
UNITS += [
    ".",
    "…",
    ": ",
    "*",
    "_",
    "#tag ",
    "word\n",
    "Word\nword ",
    "THE ",
    "a, ",
    "— ",
    "VELDEN, ",
    "President ",
    "\xa0",
]
UNITS += ["\xa0\n", "the\n", "I. ", "“A”;\n"]


@pytest.mark.cost
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    short, long = unit * (20_000 // len(unit)), unit * (80_000 // len(unit))
    assert cost(lambda: find_layout(long)) < 12 * max(cost(lambda: find_layout(short)), 0.005)
