"""What the blocks of a body are, one row of `blocks.toml` a test."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summitparse.layout import Layout, find_layout

ROWS = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text("utf-8"))["row"]


def shown(layout: Layout) -> list[str]:
    rows = []
    for block in layout.blocks:
        mark = block.marker or block.label
        head = f"{block.kind} {layout.text[mark.start : mark.end]}" if mark else block.kind
        rows.append(f"{head} | {layout.clean[block.span.start : block.span.end]}")
    return rows


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_blocks(row: dict[str, Any]) -> None:
    assert shown(find_layout(row["text"].replace("¤", "\xa0"))) == row["blocks"]


def test_rows_have_their_own_names() -> None:
    assert len({row["name"] for row in ROWS}) == len(ROWS)


def test_telephones_at_the_foot_of_a_page_are_no_speakers() -> None:
    phones = "Minister’s Office: 02 6270 0000 or 0400 000 000 Department: 02 6270 0001"
    text = f"{phones}\n\nTWO PIERS OPEN\n\nThe piers opened today.\n\n{phones} 2\n\nA third one will follow.\n"
    layout = find_layout(text)
    assert [block.kind for block in layout.blocks if block.kind != "furniture"] == ["paragraph", "paragraph"]


def test_links_and_the_imprint_below_a_transcript_are_nobodys_speech() -> None:
    text = (
        "MINISTER ROE: Good afternoon. We opened two piers today.\n\nQUESTION: When will the ferry sail?\n\n"
        "MINISTER ROE: In June, I hope.\n\nE-mail: press@gov.example\nMobile: 555 010 203\n\nRelated news\n"
        "President: “A good day for Velden”\nMinister Lis: Budget will hold\n© Government of Velden\n"
    )
    blocks = find_layout(text).blocks
    spoken = [text[block.span.start : block.span.end] for block in blocks if block.kind == "turn"]
    assert len(spoken) == 3 and spoken[-1].endswith("In June, I hope.")


def test_turns_go_on_below_a_heading_of_links_in_their_midst() -> None:
    turns = "\n\n".join(
        f"MINISTER ROE: We opened pier {i} today, and we will open the next one soon.\n\nQUESTION: When?" for i in "123"
    )
    text = f"{turns}\n\nRelated news\n\n{turns} {'We said so more than once. ' * 6}\n"
    assert sum(block.kind == "turn" for block in find_layout(text).blocks) == 12


SAID = ["We had good talks today.", "Is the harbour safe?", "It is safe. We open it in May.", "What is it worth?"]


@pytest.mark.parametrize(
    ("minister", "reporter", "between"),
    [
        ("A1", "Q1", ": "),
        ("**Minister Roe**", "**Reporter**", "\n"),
        ("[Minister Roe]", "(Reporter)", "\n"),
        ("MINISTER ROE", "JOURNALIST", "\n\n"),
        ("Minister Roe", "Reporter", "\n\n"),
        ("FOREIGN MINISTER", "JOURNALIST", " "),
    ],
)
def test_house_styles_of_labels(minister: str, reporter: str, between: str) -> None:
    said = [f"{reporter if k % 2 else minister}{between}{words}" for k, words in enumerate(SAID)]
    layout = find_layout("\n\n".join(["Press conference on the harbour", "3 May 2024", *said]))
    turns = [(layout.clean[slice(*b.label)], layout.clean[slice(*b.span)]) for b in layout.blocks if b.label]
    names = [minister.strip("*1[]"), reporter.strip("*1()")]
    assert turns == [(names[k % 2], words) for k, words in enumerate(SAID)]


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_headings_and_capitals_are_no_labels_where_nobody_comes_again(between: str) -> None:
    said = [
        f"{name}{between}{words}" for name, words in zip(("MINISTER ROE", "PORTS", "ROADS", "RAIL"), SAID, strict=True)
    ]
    layout = find_layout("\n\n".join(["Talks on the harbour", "3 May 2024", *said]))
    assert not [block for block in layout.blocks if block.label]
