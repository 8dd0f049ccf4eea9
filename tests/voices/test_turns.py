"""Turns of transcripts and of authors: which paragraphs are theirs."""

import pytest

from summitparse.findings import Span
from summitparse.layout import Block, Layout, find_layout
from summitparse.voices import find_voices
from summitparse.voices.turns import find_turns


def turns(text: str) -> list[tuple[str, list[str]]]:
    layout = find_layout(text)
    return [
        (
            layout.clean[turn.label.start : turn.label.end],
            [layout.clean[span.start : span.end] for span in turn.spans],
        )
        for turn in find_voices(layout).turns
        if turn.label
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # a turn in marks ends with them
            "MINISTER ROE: “The harbour is open.”\n\nShe also spoke of the bridge.\n\nMINISTER DOE: “So it is.”\n",
            [("MINISTER ROE", ["The harbour is open."]), ("MINISTER DOE", ["So it is."])],
        ),
        (  # the numbered paragraphs of a speech are spoken
            "Speech by Minister Jane Roe at the Harbour\n\n1. The harbour is ours.\n\n2. I thank the crews.\n",
            [("Minister Jane Roe", ["The harbour is ours.", "I thank the crews."])],
        ),
        (  # and goes on where the next paragraph begins with one
            "MINISTER ROE: “The harbour is open.\n\n“So is the bridge.”\n\nMINISTER DOE: “Good.”\n",
            [("MINISTER ROE", ["The harbour is open.", "So is the bridge."]), ("MINISTER DOE", ["Good."])],
        ),
        (  # a title in marks at its beginning closes nothing
            "MINISTER ROE: “Blue Water” is our plan.\n\nIt goes on.\n\nMINISTER DOE: Good.\n",
            [("MINISTER ROE", ["“Blue Water” is our plan.", "It goes on."]), ("MINISTER DOE", ["Good."])],
        ),
        (  # two titles in marks are not one pair of marks around a turn
            "MINISTER ROE: “Blue” and “Grey”\n\nMINISTER DOE: Good.\n",
            [("MINISTER ROE", ["“Blue” and “Grey”"]), ("MINISTER DOE", ["Good."])],
        ),
        (  # where the others only speak, one who tells what was said speaks too
            "MINISTER ROE: It is open.\n\nMINISTER DOE: So it is.\n\nMR LUND: Good.\n\n"
            "MS BERG: “It will stand,” the mayor said.\n",
            [
                ("MINISTER ROE", ["It is open."]),
                ("MINISTER DOE", ["So it is."]),
                ("MR LUND", ["Good."]),
                ("MS BERG", ["“It will stand,” the mayor said."]),
            ],
        ),
        (  # a statement of which only the headline is left
            "Statement by President Jane Roe on the Harbour\n2024-05-03\n",
            [],
        ),
        (  # an author is told of by the office alone
            "Statement by the President\n2024-05-03\n\nI thank the President of the port.\n\nWe go on.\n",
            [],
        ),
        (  # another heading above the person and the kind of words
            "Opening the Harbour.\n\nHon Jane Roe\n\nSpeech to the Harbour Forum\n\nI thank you. I go on.\n",
            [("Hon Jane Roe", ["I thank you. I go on."])],
        ),
        (  # an author's body, with what others said in it
            "Statement by President Jane Roe on the Harbour\n2024-05-03\n\n"
            "I thank all who built it.\n\n“It will stand,” the mayor said.\n\nWe go on.\n",
            [
                (
                    "President Jane Roe",
                    ["I thank all who built it.", "“It will stand,” the mayor said.", "We go on."],
                )
            ],
        ),
    ],
)
def test_whose_paragraphs(text: str, said: list[tuple[str, list[str]]]) -> None:
    assert turns(text) == said


def test_a_turn_keeps_its_marks_where_a_paragraph_is_one_alone() -> None:
    text = "ROE: “\nIt is open.”"
    blocks = tuple(Block(Span(*place), "turn", None, Span(0, 3)) for place in ((5, 6), (7, len(text))))
    [turn] = find_turns(Layout(text, text, blocks=blocks), authored=False)
    assert [text[span.start : span.end] for span in turn.spans] == ["“", "It is open.”"]
