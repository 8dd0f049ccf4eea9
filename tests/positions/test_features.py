"""What the ranker is told of a proposal: whom its subject names, where it stands."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.positions.features import Place, features_of, subject_kind, talks_of
from summitparse.positions.propose import propose


def parse_of(text: str) -> Parse:
    return analyse([(text, [Span(0, len(text))])])[0]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("We", "first"),
        ("They", "person"),
        ("It", "it"),
        ("Oto Brandt", "name"),
        ("The minister", "speaker"),
        ("The talks", "occasion"),
        ("The law", "law"),
        ("The bridge", "noun"),
    ],
)
def test_kinds_of_subjects(subject: str, kind: str) -> None:
    parse = parse_of(f"{subject} welcomed the new ferry.")
    token = next(t for t in parse.tokens if t.dep == "nsubj")
    assert subject_kind(token) == kind


def test_what_stands_before_its_verb_of_saying_is_a_main_clause() -> None:
    parse = parse_of("“We intend to keep the ferry,” he added.")
    proposal = next(p for p in propose(parse, 0, len(parse.tokens)) if p.clause.lemma == "intend")
    assert parse.tokens[proposal.clause.verb.i].dep == "ccomp"
    assert {"dep=ROOT", "above=none"} <= set(features_of(proposal, Place()))


def test_a_release_of_talks_is_told_by_its_verbs() -> None:
    assert talks_of(parse_of("The port opened.")) == 0
    assert 0 < talks_of(parse_of("They discussed fares.")) < talks_of(parse_of("They discussed and debated fares."))
    assert talks_of(parse_of("They discussed fares. " * 9)) == 1


def test_where_it_stands() -> None:
    parse = parse_of("We welcome the ferry.")
    proposal = next(propose(parse, 0, len(parse.tokens)))
    names = features_of(proposal, Place(speech=True, title=True, item=True))
    assert {"speech=first", "title", "item"} <= set(names)
    assert not {"title", "item"} & set(features_of(proposal, Place()))


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("When the council agreed to close the lock, it told the pilots.", "at a time", True),
        ("The council agreed to close the lock.", "at a time", False),
        ("The fleet reached an agreement on two tugs.", "article=an act=agree", True),
        ("The fleet reached agreement on two tugs.", "article=none act=agree", True),
        ("The President welcomed Prime Minister Berg to the palace.", "people received", True),
        ("The President praised Prime Minister Berg.", "people received", False),
    ],
)
def test_what_tells_a_deed(text: str, name: str, holds: bool) -> None:
    parse = parse_of(text)
    proposal = next(iter(propose(parse, 0, len(parse.tokens))))
    assert (name in features_of(proposal, Place())) == holds
