"""What is reported speech and what only looks like it."""

import pytest

from summitparse import parse


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daren said that the ferry would sail in spring.",
        "The minister pointed out that the tunnel was safe and stressed that the ferry would go on.",
        "The President urged the parties to return to the talks in Velden.",
        "According to the ministry, the ferry will sail in spring.",
        "Minister Daren left. According to her, these topics are often discussed in talks with the owners.",
        "The envoy, who told reporters that the valley was dark, left in May.",
        "It was reported that the tunnel will open in May.",
    ],
)
def test_clauses_of_speech_are_quotes(text: str) -> None:
    assert parse(text).quotes


@pytest.mark.parametrize(
    "text",
    [
        "The visit reflected the strong friendship of the two towns.",
        "The fund supports the purchase of a new ferry for the island.",
        "The ministers discussed the ferry and the road to the harbour.",
        "Minister Daren concluded the evening at a dinner with the builders.",
        "Arvenia and Belmark share a long history of trade.",
    ],
)
def test_deeds_things_and_objects_are_none(text: str) -> None:
    assert not parse(text).quotes
