import tomllib
from typing import Any

from summitparse.review import Decision, Decisions
from summitparse.review.decisions import Reviewed
from summitparse.review.lexicon import propose, to_toml


def decided(**fields: Any) -> Decisions:
    decision = Decision(**{"start": 1, "end": 2, **fields})
    reviewed = Reviewed(text_sha256="0" * 64, name="x", decisions=[decision])
    return Decisions(made_by="summitparse review", version=1, releases=[reviewed])


def words(decisions: Decisions) -> list[tuple[str, str, str]]:
    return [(one.table, one.key, one.word) for one in propose(decisions)]


def test_a_verb_of_saying_that_is_unknown_is_proposed() -> None:
    quote = {"verdict": "missing", "kind": "quotes", "text": "We will dance"}
    assert words(decided(**quote, after="” the harbourmaster bellowed on Monday.")) == [
        ("quotes.cues", "saying", "bellow")
    ]
    assert words(decided(**quote, after="” the harbourmaster said on Monday.")) == []
    assert words(decided(**quote, before="It rained. The harbourmaster bellowed: “")) == [
        ("quotes.cues", "saying", "bellow")
    ]


def test_a_title_before_a_new_speaker_and_the_words_of_a_unit() -> None:
    speaker = {"verdict": "speaker", "kind": "quotes", "record": "Q1", "speaker_name": "Ann Example"}
    found = words(decided(**speaker, before="It rained. Deputy Harbourmistress Ann Example spoke."))
    assert found == [("actors.offices.offices", "other", "deputy harbourmistress")]
    assert words(decided(**speaker, before="Minister Ann Example spoke.")) == []
    figure = {"verdict": "value", "kind": "figures", "record": "F1", "text": "12 firkins"}
    assert words(decided(**figure, fields={"unit": "{firkin}"})) == [("figures.units", "names", "{firkin} firkins")]
    assert words(decided(**figure, fields={"unit": "firkin"})) == []
    assert words(decided(**figure, fields={"unit": "NOK"})) == []


def test_what_comes_out_is_a_lexicon() -> None:
    hostile = '” the "harbour\x1b\nmaster" bellowed.'
    written = to_toml(propose(decided(verdict="missing", kind="quotes", text="We", after=hostile)))
    assert tomllib.loads(written) == {"quotes": {"cues": {"saying": ["bellow"]}}}
    assert "\x1b" not in written and to_toml([]).startswith("#")
