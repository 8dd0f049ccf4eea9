"""The words behind "signed", cut into one item an instrument: what is its own, behind a bar if it shares words."""

import pytest

from summitparse.findings import Span
from summitparse.instruments.items import Item, in_fields, one_and_another, split_items
from summitparse.instruments.nouns import Head, find_heads
from summitparse.instruments.words import Word, words
from summitparse.layout import find_layout
from summitparse.voices import find_voices


def line_of(text: str) -> list[Word]:
    layout = find_layout(text)
    return words(find_voices(layout), Span(0, len(text)))


def told(text: str, line: list[Word], items: list[Item]) -> list[str]:
    """Each item's own words, behind those that its title repeats."""
    own = [text[line[one.start].start : line[one.end - 1].end] for one in items]
    lead = [" ".join(line[k].text for k in one.lead) for one in items]
    return [f"{before}|{words}" if before else words for before, words in zip(lead, own, strict=True)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("an agreement on fish and a protocol on visas", ["an agreement on fish", "a protocol on visas"]),
        ("an agreement on fish;; a memorandum on ports", ["an agreement on fish", "a memorandum on ports"]),
        (
            "agreements on fish; on ports; and on visas",
            ["agreements on|fish", "agreements on|ports", "agreements on|visas"],
        ),
        (
            "agreements on fish, on ports and on visas",
            ["agreements on|fish", "agreements on|ports", "agreements on|visas"],
        ),
        ("agreements on fish, ports, and visas", ["agreements on|fish", "agreements on|ports", "agreements on|visas"]),
        (
            "3 agreements on trade and fish, ports and visas",
            ["3 agreements on|trade and fish", "3 agreements on|ports", "3 agreements on|visas"],
        ),
        ("two agreements on trade and ports", ["two agreements on|trade", "two agreements on|ports"]),
        ("agreements on cooperation in trade, fish and visas", ["agreements on cooperation in trade, fish and visas"]),
        ("the Access Agreement, a defence pact that binds both", ["the Access Agreement"]),
        (
            "the Access Agreement, a defence pact and a protocol",
            ["the Access Agreement", "a defence pact", "a protocol"],
        ),
        ("the Velden Water Initiative and a memorandum", ["the Velden Water Initiative", "a memorandum"]),
        ("decisions “On Fish” and “On Ports”", ["“On Fish”", "“On Ports”"]),
        ("(i) an agreement on fish; (ii) a protocol on ports", ["an agreement on fish", "a protocol on ports"]),
        ("an agreement on fish, as well as", ["an agreement on fish"]),
        ("protocol on fish, agreement on ports", ["protocol on fish", "agreement on ports"]),
        (
            "an agreement (the protocol on ports) and a memorandum",
            ["an agreement (the protocol on ports)", "a memorandum"],
        ),
        ("several agreements, namely on fish, on ports", ["several agreements on|fish", "several agreements on|ports"]),
        ("agreements on making a fund and a bank", ["agreements on making|a fund", "agreements on making|a bank"]),
        ("agreements on making a fund and a bank and a firm", ["agreements on making a fund and a bank and a firm"]),
        ("agreements on a joint fund and a bank", ["agreements on a joint fund and a bank"]),
        ("a bag and a hat", []),
    ],
)
def test_items_behind_signed(text: str, items: list[str]) -> None:
    line = line_of(text)
    assert told(text, line, split_items(line, 0, len(line))) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a bag and a hat", ["a bag and a hat"]),
        ("the bill H.R. 12, the Fish Act", ["the bill H.R. 12", "the Fish Act"]),
        ("the law On Fish, the act on ports", ["the law On Fish, the act on ports"]),
    ],
)
def test_items_of_a_list_that_is_announced(text: str, items: list[str]) -> None:
    line = line_of(text)
    assert told(text, line, split_items(line, 0, len(line), strict=False)) == items


def announced(text: str) -> tuple[list[Word], Head]:
    line = line_of(text)
    return line, find_heads(line, 0, len(line))[0]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("four documents on fish, ports, visas and trade", ["fish", "ports", "visas", "trade"]),
        ("four documents on fish and ports, on visas", ["fish and ports", "visas"]),
    ],
)
def test_what_a_noun_announces(text: str, items: list[str]) -> None:
    line, head = announced(text)
    found = split_items(line, head.end, len(line), head, strict=False)
    assert [one.rpartition("|")[2] for one in told(text, line, found)] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("two agreements, one on fish and the other on ports", ["two agreements|on fish", "two agreements|on ports"]),
        ("two agreements, one on fish", []),
        ("two agreements, on fish and the other on ports", []),
    ],
)
def test_one_and_the_other(text: str, items: list[str]) -> None:
    line, head = announced(text)
    assert told(text, line, one_and_another(line, head.end + 1, len(line), head)) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "two notes in the fields of culture; and ports",
            ["two notes in the fields of|culture", "two notes in the fields of|ports"],
        ),
        ("two notes in ports; culture", ["two notes in|ports", "two notes in|culture"]),
        ("two notes in ports", []),
        ("two notes on ports; culture", []),
        ("two notes", []),
    ],
)
def test_in_the_fields_of(text: str, items: list[str]) -> None:
    line, head = announced(text)
    assert told(text, line, in_fields(line, head.end, head)) == items
