"""Words that may introduce what somebody says, with their subjects, and whose words can be meant."""

import pytest

from summitparse.cues.features import last_point, point_before, subject_code
from summitparse.cues.find import KIND_NAMES, find_cues
from summitparse.cues.passages import make_passages
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.quotes.attribute import holds
from summitparse.quotes.joins import reports
from summitparse.voices import find_voices
from tests.quotes.proposed import cue_of
from tests.quotes.test_find import plain_layout


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("According to the Minister, trade grew.", ["According according Minister"]),
        ("A film entitled “The Port” was shown, he said.", ["shown verb film", "said verb he"]),
        ("The Minister met Brandt and said that trade grew.", ["said verb Minister"]),
        ("He wants to say that trade grew.", ["wants verb He", "say verb He"]),
        ("The envoys are confident that trade grew.", ["confident adjective envoys"]),
        ("Their hope that trade grew was vain.", ["hope noun "]),
        ("There was said to be trade.", ["said verb There"]),
        ("The plan praised by Brandt stalled.", ["praised verb plan"]),
        ("Reuters quoted Minister Brandt as saying that trade grew.", ["quoted verb Reuters", "saying verb Brandt"]),
        ("Brandt was quoted as having said that trade grew.", ["quoted verb Brandt", "said verb Brandt"]),
        ("Brandt was seen by the envoys as saying that trade grew.", ["seen verb Brandt", "saying verb Brandt"]),
        # A verb that is no known cue counts beside marks or with a clause.
        ("He carved “The Port” in stone.", ["carved verb He"]),
        ("He carved a port in stone.", []),
        ("He carved that trade grew.", ["carved verb He"]),
        ("Trade grew — Brandt", ["— colon "]),
        # In a headline the tagger takes verbs for names.
        ("Minister Daren Urges Calm", ["Urges verb "]),
    ],
)
def test_cues(text: str, cues: list[str]) -> None:
    layout = plain_layout(text)
    [parse] = analyse([(layout.clean, layout.stretches())])
    [passage] = make_passages(find_voices(layout), parse)
    subjects = [(cue, parse.tokens[cue.subject].text if cue.subject >= 0 else "") for cue in find_cues(parse, passage)]
    assert [f"{parse.tokens[cue.i].text} {KIND_NAMES[cue.kind]} {subject}" for cue, subject in subjects] == cues


@pytest.mark.parametrize(
    ("text", "cue", "segment"),
    [
        ("“Trade grew,” the Minister said, “and ports opened.”", "said", "the Minister said"),
        ("Trade grew, according to the Minister, in May.", "according", "according to the Minister"),
        ("The Minister, who left early, said it.", "said", "The Minister, who left early, said it"),
    ],
)
def test_the_words_that_go_with_a_cue(text: str, cue: str, segment: str) -> None:
    parse, _, it = cue_of(text, cue)
    assert text[parse.tokens[it.left].start : parse.tokens[it.right].end] == segment


@pytest.mark.parametrize(
    "text", ["“Trade grew. Ports opened,” the Minister said.", "The Minister said: “Trade grew. Ports opened.”"]
)
def test_the_sentence_of_a_cue_has_all_of_a_quotation_in_it(text: str) -> None:
    parse, _, cue = cue_of(text, "said")
    words = text[parse.tokens[cue.sentence_first].start : parse.tokens[cue.sentence_last].end]
    assert len(parse.sentences) > 1 and words == text


@pytest.mark.parametrize(
    ("text", "cue", "content", "source", "held"),
    [
        ("The report, which was confirmed by Brandt, is old.", "confirmed", "which", "Brandt", False),
        ("He saw the port.", "saw", "the port", "He", False),
        ("He saw that trade grew.", "saw", "that trade grew", "He", True),
        ("He saw it as a threat.", "saw", "it as a threat", "He", True),
        ("Some 13 jobs added in May stayed.", "added", "in May", "jobs", False),
        ("The decision supports the plan.", "supports", "the plan", "The decision", False),
        ("The Minister supports the plan.", "supports", "the plan", "The Minister", True),
        ("It was hoped that trade grew.", "hoped", "that trade grew", "", False),
        ("It was reported that trade grew.", "reported", "that trade grew", "", True),
        ("Brandt, which hoped for trade, left.", "hoped", "for trade", "which", False),
    ],
)
def test_whose_words_can_be_meant(text: str, cue: str, content: str, source: str, held: bool) -> None:
    parse, _, it = cue_of(text, cue)
    said = parse.within(Span(text.index(content), text.index(content) + len(content)))
    span = Span(text.index(source), text.index(source) + len(source)) if source else None
    assert holds(parse, it, [(said[0].i, said[-1].i)], span) == held


@pytest.mark.parametrize(
    ("text", "last", "before"),
    [
        ("He left. “Trade grew,” Brandt said.", 1, 3),
        ("Brandt said: “Trade grew.”", 2, 2),
        ("Brandt asked, “Did trade grow?”", 3, 1),
        ("Brandt said “trade grew”, and left.", 5, 0),
        ("Brandt said “trade grew”.", 6, 0),
        ("Brandt said “trade grew” and left.", 0, 0),
        ("Trade grew. “Trade grew –” he said.", 4, 3),
    ],
)
def test_points_beside_marks(text: str, last: int, before: int) -> None:
    parse, passage, _ = cue_of(text, "asked" if "asked" in text else "said")
    [quoted] = passage.quoted
    assert (last_point(parse.tokens, quoted), point_before(parse.tokens, quoted.outer_first)) == (last, before)


@pytest.mark.parametrize(
    ("text", "code"),
    [("I said it.", 1), ("They said it.", 6), ("Brandt said it.", 9), ("Ministers said it.", 10), ("This said it.", 8)],
)
def test_what_kind_of_word_the_subject_is(text: str, code: int) -> None:
    parse, _, cue = cue_of(text, "said")
    assert (subject_code(parse.tokens[cue.subject]), subject_code(None)) == (code, 0)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“Trade grew,” Brandt said.", "said"),
        ("“Trade grew”, Brandt said.", "said"),
        ("“Trade grew” Brandt said.", ""),
        ("“Trade grew,” and left; Brandt said it.", ""),
    ],
)
def test_the_verb_of_a_reporting_clause(text: str, verb: str) -> None:
    parse, passage, _ = cue_of(text, "said")
    found = reports(parse.tokens, passage, passage.quoted[0])
    assert (parse.tokens[found].text if found is not None else "") == verb
