"""Clauses: subject and how it was found, object, prepositions, voice and polarity."""

import pytest

from summitparse.findings import Span
from summitparse.grammar.clauses import Clause, clause_above, clause_at, governed, is_passive
from summitparse.language.model import analyse


def clause(text: str, verb: str) -> Clause:
    parse = analyse([(text, [Span(0, len(text))])])[0]
    found = next(clause_at(parse, token) for token in parse.tokens if token.text == verb)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "verb", "subject", "found"),
    [
        ("The ministers discussed the dam.", "discussed", "ministers", "own"),
        ("The ministers met and discussed the dam.", "discussed", "ministers", "coordination"),
        ("The ministers were glad and hopeful.", "hopeful", "ministers", "own"),
        ("The mayor was late.", "late", "mayor", "own"),
        ("The ministers agreed to discuss the dam.", "discuss", "ministers", "control"),
        ("Welcoming the plan, the envoys left.", "Welcoming", "envoys", "participle"),
        ("A letter condemning the raid was read.", "condemning", "letter", "noun"),
        ("The envoys took the opportunity to thank the crews.", "thank", "envoys", "control"),
        ("The envoys, who welcomed the plan, left.", "welcomed", "envoys", "relative"),
        (
            "Minister Roe will also meet bilaterally with Envoy Berg as well as counterparts from Vestria and other "
            "participating towns to discuss river tolls.",
            "discuss",
            "Roe",
            "control",
        ),
        ("A meeting was convened by the mayor to discuss fares.", "discuss", "mayor", "participle"),
        ("The mayor noted that fares are low and urged patience.", "urged", "mayor", "coordination"),
        ("The mayors stress that the dam leaks, and call for repairs.", "call", "mayors", "coordination"),
        ("The mayor noted that the firm paid and asked for a receipt.", "asked", "firm", "coordination"),
        ("“It leaks,” said the mayor, and asked the port for help.", "asked", "mayor", "coordination"),
    ],
)
def test_subject(text: str, verb: str, subject: str, found: str) -> None:
    it = clause(text, verb).subject
    assert it is not None
    assert (clause(text, verb).parse.tokens[it.head].text, it.found) == (subject, found)


@pytest.mark.parametrize(
    ("text", "verb", "polarity"),
    [
        ("They agreed on the fee.", "agreed", "asserted"),
        ("They did not agree on the fee.", "agree", "negated"),
        ("They will discuss the fee.", "discuss", "planned"),
        ("They are to discuss the fee.", "discuss", "planned"),
        ("They are planning to discuss the fee.", "discuss", "planned"),
        ("They could plan to discuss the fee.", "discuss", "unreal"),
        ("They would be late and could discuss the fee.", "discuss", "unreal"),
        ("They never discussed the fee.", "discussed", "negated"),
        ("They would welcome the fee.", "welcome", "unreal"),
        ("If they reject the fee, it falls.", "reject", "unreal"),
    ],
)
def test_polarity(text: str, verb: str, polarity: str) -> None:
    assert clause(text, verb).polarity == polarity


def test_verbs_have_their_particles() -> None:
    assert clause("He pointed out the cost of the dam.", "pointed").lemma == "point out"


def test_an_object_is_shared_with_the_verb_before() -> None:
    shared = clause("They noted and welcomed the plan.", "noted").direct
    assert shared is not None and shared.text == "plan"


def test_an_ing_form_right_behind_is_the_object() -> None:
    it = clause("They propose building a bridge.", "propose").direct
    assert it is not None and it.text == "building"


def test_an_indirect_question() -> None:
    asked = clause("They discussed how the port could open.", "discussed").question
    assert asked is not None and asked.text == "open"
    assert clause("They discussed the port.", "discussed").question is None


def test_the_agent_of_a_passive() -> None:
    it = clause("The plan was welcomed by the envoys.", "welcomed")
    assert it.passive and it.agent is not None and it.agent.text == "envoys"


def test_who_stands_behind_another_preposition_is_no_agent() -> None:
    assert clause("The plan was welcomed at the port.", "welcomed").agent is None
    assert clause("The plan was delayed by moving the port.", "delayed").agent is None


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("They spoke to the crews.", "to", "crews"),
        ("They began by asking.", "by", "asking"),
        ("They left.", "left", ""),
    ],
)
def test_what_a_preposition_governs(text: str, word: str, noun: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    found = governed(parse, next(token for token in parse.tokens if token.text == word))
    assert (found.text if found is not None else "") == noun


def test_passives() -> None:
    [parse] = analyse([("The port was opened. The crews opened it.", [Span(0, 41)])])
    assert [is_passive(parse, token) for token in parse.tokens if token.text == "opened"] == [True, False]


def test_prepositions_of_several_words() -> None:
    found = clause("They voiced regret as to the delay.", "voiced").direct
    assert found is not None
    it = clause("They spoke as to the delay.", "spoke").oblique("as to")
    assert it is None or it[1].text == "delay"


def test_the_clause_above_a_word() -> None:
    text = "The ministers spoke of a plan for the dam."
    parse = analyse([(text, [Span(0, len(text))])])[0]
    dam = next(token for token in parse.tokens if token.text == "dam")
    found, below = clause_above(parse, dam, 6)
    assert found is not None
    assert (found.lemma, [token.text for token in below]) == ("speak", ["dam", "for", "plan", "of"])
    assert clause_above(parse, dam, 2)[0] is None


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Discuss the dam.", "Discuss"),
        ("It rained as they left and praised.", "rained"),
        ("The ferry built in Lome sank.", "built"),
        ("They left after praising the crews.", "praising"),
        ("A plan to praise the crews was read.", "praise"),
    ],
)
def test_nobody_is_the_subject(text: str, verb: str) -> None:
    it = clause(text, verb).subject
    assert it is None or it.found in ("own", "control")


@pytest.mark.parametrize(
    ("text", "verb", "bidden"),
    [
        ("They called on the firms to pay.", "called", "pay"),
        ("They asked the firms to pay.", "asked", "pay"),
        ("They asked the firms.", "asked", ""),
        ("To pay, they asked the firms.", "asked", ""),
        ("They asked the crews of the ships of the firm to pay.", "asked", "pay"),
    ],
)
def test_what_somebody_is_bidden(text: str, verb: str, bidden: str) -> None:
    found = clause(text, verb).bidden
    assert (found.text if found is not None else "") == bidden


@pytest.mark.parametrize(
    ("text", "verb", "reports"),
    [
        ("They agreed that the port opens.", "agreed", True),
        ("They agreed to open the port.", "agreed", False),
        ("They agreed on the port.", "agreed", False),
        ("They discussed how the port could open.", "discussed", False),
    ],
)
def test_reports(text: str, verb: str, reports: bool) -> None:
    assert clause(text, verb).reports is reports


@pytest.mark.parametrize(
    ("text", "verb", "modal"),
    [
        ("They could meet and discuss it.", "discuss", "could"),
        ("They could meet and discussed it.", "discussed", ""),
        ("They should say that ports close.", "close", ""),
    ],
)
def test_modal(text: str, verb: str, modal: str) -> None:
    assert clause(text, verb).modal == modal
