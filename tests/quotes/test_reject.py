"""Contents and cues that a rule forbids, whatever a model would make of them."""

import pytest

from summitparse.quotes.contents import find_contents
from summitparse.quotes.reject import is_evidence, is_no_content, is_no_cue, is_own_voice
from tests.quotes.proposed import cue_of, words


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        # Whom somebody thanks or greets is nothing said, what for or why is.
        ("The Minister thanked the hosts.", "thanked", []),
        (
            "The Minister thanked the crews for their work.",
            "thanked",
            ["the crews for their work", "for their work", "their work"],
        ),
        ("The Minister congratulated the crews.", "congratulated", []),
        ("The Minister welcomed the President of Norway.", "welcomed", []),
        ("The Minister welcomed Anna Lund.", "welcomed", []),
        ("The Minister welcomed her.", "welcomed", []),
        ("The Minister welcomed the plan.", "welcomed", ["the plan"]),
        ("The Minister welcomed that trade grew.", "welcomed", ["that trade grew"]),
        # With whom somebody speaks.
        ("The Minister spoke with the press.", "spoke", []),
        ("The Minister spoke of the need for peace.", "spoke", ["of the need for peace", "the need for peace"]),
        # A clause before a verb that only things follow, or before a semicolon.
        (
            "The Minister left early, praised the plan.",
            "praised",
            ["the plan", "The Minister", "The Minister / the plan"],
        ),
        ("He invited her to Malta; she accepted.", "accepted", []),
        # Where and when it was said.
        ("They agreed at the talks to open the port.", "agreed", ["at the talks", "the talks", "to open the port"]),
        ("He said as he left the port that trade grew.", "said", ["that trade grew"]),
        # What is done behind quoted words, and what is called so in marks.
        ("“It is open.” Brandt nodded.", "nodded", []),
        ("They discussed the law “On the Ports”.", "discussed", ["the law", "the law “ On the Ports"]),
        # Behind a colon a clause.
        ("Minister: trade will grow.", ":", ["trade will grow"]),
        ("Minister: ports, ships.", ":", []),
    ],
)
def test_contents_that_are_left(text: str, cue: str, left: list[str]) -> None:
    parse, passage, it = cue_of(text, cue)
    found = [one for one in find_contents(parse, passage, it) if not is_no_content(parse, passage, it, one)]
    assert [words(parse, one) for one in found] == left


def test_a_title_in_marks_is_nothing_according_to_its_author() -> None:
    text = "According to “Trade will grow and ports open” by Brandt, he left."
    parse, passage, cue = cue_of(text, "According")
    [marked] = [one for one in find_contents(parse, passage, cue) if one.runs]
    assert is_no_content(parse, passage, cue, marked)


def test_what_goes_on_behind_a_comma_in_marks() -> None:
    parse, passage, cue = cue_of("“Trade will grow in May and June,” Brandt said, adding that ports open.", "adding")
    found = {words(parse, one): one for one in find_contents(parse, passage, cue)}
    assert is_no_content(parse, passage, cue, found["Trade will grow in May and June , ” Brandt said"])
    assert not is_no_content(parse, passage, cue, found["that ports open"])


@pytest.mark.parametrize(
    ("text", "cue", "forbidden"),
    [
        ("They signed the law “On Ports and Ships” in May.", "signed", True),
        ("The envoy quoted Brandt as saying that trade grew.", "quoted", True),
        ("The envoy quoted Brandt.", "quoted", False),
        ("Brandt told Radio Gozo that Lund was quoted as saying that trade grew.", "told", False),
        ("The envoys call with Brandt.", "call", True),
        ("The envoys call for peace.", "call", False),
        ("The Minister repeated his call for peace.", "call", False),
    ],
)
def test_cues(text: str, cue: str, forbidden: bool) -> None:
    assert is_no_cue(*cue_of(text, cue)) == forbidden


@pytest.mark.parametrize(
    ("text", "cue", "own", "evidence"),
    [
        ("We hope that trade is back.", "hope", True, False),
        ("We hoped that trade is back.", "hoped", False, False),
        ("Hope that trade is back.", "Hope", True, False),
        ("The Minister hopes that trade is back.", "hopes", False, False),
        ("The growth suggests that trade is back.", "suggests", False, True),
        ("The report suggests that trade is back.", "suggests", False, False),
        ("The Minister suggests that trade is back.", "suggests", False, False),
    ],
)
def test_whose_voice_it_is(text: str, cue: str, own: bool, evidence: bool) -> None:
    parse, _, it = cue_of(text, cue)
    source = parse.subtree(it.subject) if it.subject >= 0 else None
    assert (is_own_voice(parse, it, source), is_evidence(parse, it, source)) == (own, evidence)
