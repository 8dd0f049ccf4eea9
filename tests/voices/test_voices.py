"""Who speaks at a place: rows for the kinds of voices, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.findings import Span
from summitparse.layout import find_layout
from summitparse.voices import OWN, Voice, Voices, find_voices

NESTED = "Talks in Velden\n\n2024-05-03\n\nMs Roe said: “We call it ‘the whale’ here.” It opened in May.\n"
TURNS = (
    "Talks in Velden\n\n2024-05-03\n\nThey met at noon.\n\n"
    "MINISTER ROE: We call it “the whale”. (Applause.)\n\nQUESTION: Is it open?\n\nMINISTER ROE: It is.\n"
)
ANNOUNCED = "Talks in Velden\n\n2024-05-03\n\nMinister Roe said:\n\nWe have opened it.\n\nRain fell in May.\n"
AUTHORED = "Speech by Minister Jane Roe\n\n2024-05-03\n\nI thank you.\n\nWe go on.\n\nNotes to editors\n\nIt rained.\n"
LOST = "Talks in Velden\n\n2024-05-03\n\n“We have opened it, Ms Roe said on Friday. It rained.\n\nThey left.\n"


def voices_of(text: str) -> Voices:
    return find_voices(find_layout(text))


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        (NESTED, "Ms Roe", OWN),
        (NESTED, "“", Voice("quotation", 0)),
        (NESTED, "We call", Voice("quotation", 0)),
        (NESTED, "the whale", Voice("quotation", 1)),
        (NESTED, "here.", Voice("quotation", 0)),
        (NESTED, "It opened", OWN),
        (TURNS, "They met", OWN),
        (TURNS, "MINISTER ROE", OWN),
        (TURNS, "We call", Voice("turn", 0)),
        (TURNS, "the whale", Voice("quotation", 0)),
        (TURNS, "Applause", OWN),
        (TURNS, "Is it open", Voice("turn", 1)),
        (TURNS, "It is.", Voice("turn", 2)),
        (ANNOUNCED, "Minister Roe", OWN),
        (ANNOUNCED, "We have", Voice("turn", 0)),
        (ANNOUNCED, "Rain fell", OWN),
        (AUTHORED, "Minister Jane Roe", OWN),
        (AUTHORED, "I thank", Voice("turn", 0)),
        (AUTHORED, "We go on", Voice("turn", 0)),
        (AUTHORED, "It rained", OWN),
        (LOST, "We have", Voice("quotation", 0)),
        (LOST, "Ms Roe", OWN),
        (LOST, "They left", OWN),
    ],
)
def test_who_speaks(text: str, words: str, voice: Voice) -> None:
    assert voices_of(text).at(text.index(words)) == voice


@pytest.mark.parametrize(
    ("before", "speech"),
    [
        ("Minister Roe said:", "now we have opened it."),
        ("Minister Roe said:", "1. We have opened it."),
        ("1. Minister Roe said:", "We have opened it."),
        (
            f"They met in Velden, {'where the rain had fallen for days, ' * 9}and Minister Roe said:",
            "We have opened it.",
        ),
    ],
)
def test_what_announces_no_speech(before: str, speech: str) -> None:
    text = f"Talks in Velden\n\n2024-05-03\n\n{before}\n\n{speech}\n\n2. Rain fell in May.\n"
    assert voices_of(text).at(text.index("opened")) == OWN


LINES = st.sampled_from(
    [
        "Statement by Minister Jane Roe",
        "2024-05-03",
        "Minister Roe said:",
        "MINISTER ROE: We “do” it.",
        "QUESTION: “Is it ‘safe’?",
        "“We have opened it,” she said. “It",
        "goes on.”",
        "I thank ‘the crews” for «their» work.",
        '”A“ and "B" of the boys\' school',
        "It rained.",
        "",
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.text(alphabet="“”„«»\"'‘’ab:. \n", max_size=120))


@given(TEXTS, st.randoms(use_true_random=False))
def test_every_offset_has_one_voice_in_whatever_order_one_asks(text: str, order: object) -> None:
    voices, again = voices_of(text), voices_of(text)
    answers = [voices.at(offset) for offset in range(len(text))]
    shuffled = list(range(len(text)))
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {offset: again.at(offset) for offset in shuffled} == dict(enumerate(answers))
    for offset, (kind, number) in enumerate(answers):
        holders = {"own": [], "turn": voices.turns, "quotation": voices.stretches}[kind]
        parts = [Span(0, len(text))] if kind == "own" else _parts(holders[number])
        assert any(start <= offset < end for start, end in parts)


def _parts(holder: object) -> tuple[Span, ...]:
    return tuple(getattr(holder, "outer", None) or holder.spans)  # type: ignore[attr-defined]


@given(TEXTS)
def test_what_stands_in_a_voice_is_never_the_releases_own(text: str) -> None:
    voices = voices_of(text)
    said = [span for turn in voices.turns for span in turn.spans]
    said += [span for stretch in voices.stretches for span in stretch.outer]
    assert all(voices.at(offset) != OWN for start, end in said for offset in range(start, end))
