"""Speakers through the registry: carried from the text around a quotation, and never over a change of speaker."""

from summitparse.actors import build_registry
from summitparse.findings import QuoteFinding
from summitparse.language.model import analyse
from summitparse.quotes import assign_speakers, find_quotes
from tests.quotes.test_find import plain_layout


def speakers(text: str) -> list[tuple[str | None, str]]:
    """Name or title of the speaker and the attribution of each direct quote."""
    layout = plain_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    registry = build_registry(layout, parse)
    quotes = assign_speakers(find_quotes(layout, parse).quotes, layout=layout, parse=parse, registry=registry)
    actors = registry.findings()

    def name(quote: QuoteFinding) -> str | None:
        if quote.speaker is None:
            return None
        actor = actors[quote.speaker]
        return actor.name or " ".join(actor.titles)

    return [(name(quote), quote.attribution) for quote in quotes if quote.type == "direct"]


OPENING = "President of Iceland Oto Brandt met Prime Minister of Malta Ms Ilva Daren on Monday.\n"


def test_a_name() -> None:
    assert speakers(OPENING + "“The tunnel is ready,” Oto Brandt said.") == [("Oto Brandt", "explicit")]


def test_a_pronoun() -> None:
    text = OPENING + "Ilva Daren opened the tunnel. “The tunnel is ready,” she said."
    assert speakers(text) == [("Ilva Daren", "anaphor")]


def test_a_role_points_back_to_a_name() -> None:
    text = OPENING + "“The tunnel is ready,” the President of Iceland said."
    assert speakers(text) == [("Oto Brandt", "anaphor")]


def test_carried_from_the_quote_before() -> None:
    text = (
        OPENING
        + "“The tunnel is ready,” Oto Brandt said.\n“It has cost us many years of work and many sleepless nights.”"
    )
    assert speakers(text)[1] == ("Oto Brandt", "context")


def test_carried_from_the_sentence_before() -> None:
    text = (
        OPENING
        + "Ilva Daren spoke about the new ferry.\n“It will cross the strait four times a day and carry many cars.”"
    )
    assert speakers(text) == [("Ilva Daren", "context")]


def test_not_carried_over_a_change_of_speaker() -> None:
    text = (
        OPENING + "“The tunnel is ready,” Oto Brandt said.\nIlva Daren spoke about the ferry.\n"
        "“It will cross the strait four times a day and carry many cars.”"
    )
    assert speakers(text)[1] == ("Ilva Daren", "context")


def test_nobody_to_carry_from() -> None:
    text = "The tunnel is ready.\n“It has cost us many years of work and many sleepless nights.”"
    assert speakers(text) == [(None, "none")]
