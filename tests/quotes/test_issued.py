"""Statements that a sentence gives out, and messages whose sender is named elsewhere."""

import pytest

from summitparse import parse

STATEMENT = "“We have seen the damage, and help is on its way to all who need it.”"


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        pytest.param(
            "Senator Jane Roe issued the following statement on the storm, before anybody can exploit it:\n\n"
            + STATEMENT,
            "Senator Jane Roe",
            "Jane Roe",
            id="below, behind another verb",
        ),
        pytest.param(
            f"The Ministry of Ports of Belland today published the following statement: {STATEMENT}",
            "The Ministry of Ports of Belland",
            "Ministry of Ports of Belland",
            id="in the same paragraph",
        ),
        pytest.param(
            f"President Oto Brandt congratulated Ilva Daren on her prize. The telegram reads: {STATEMENT}",
            "The telegram",
            "Oto Brandt",
            id="telegram of who congratulated",
        ),
        pytest.param(
            f"Anna Berg sent greetings to the guests of the regatta.\n\nThe message reads, in part:\n\n{STATEMENT}",
            "The message",
            "Anna Berg",
            id="message of who sent greetings",
        ),
    ],
)
def test_whose_words_are_given_out(text: str, source: str, speaker: str) -> None:
    [quote] = parse(text).quotes
    assert (quote.type, quote.source and quote.source.text, quote.speaker_name) == ("direct", source, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg opened the regatta. A message on the wall read: ",
        "Anna Berg sent greetings to the crew. The report of the port reads: ",
    ],
)
def test_a_message_that_nobody_sent_says_it_itself(text: str) -> None:
    [quote] = parse(text + STATEMENT).quotes
    assert quote.speaker_name != "Anna Berg"
