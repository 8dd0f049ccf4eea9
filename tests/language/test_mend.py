"""Trees that are mended: who does what, and that they stay trees."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Ms Moreau, for her part, called Malta “a regional leader” and confirmed the loan.", "Moreau", "called"),
        (
            "Uwase for her part called on “all parties” to respect it, and said her country was prepared.",
            "Uwase",
            "called",
        ),
        ("The Minister, for his part, said that trade had grown.", "Minister", "said"),
        ("The Union for its part noted that it was ready.", "Union", "noted"),
    ],
)
def test_for_her_part_takes_no_verb(text: str, subject: str, verb: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    words = {token.text: token for token in parse.tokens}
    assert words[subject].dep == "nsubj"
    assert parse.tokens[words[subject].head].text == verb
    assert words[subject].i in words[verb].children
    for token in parse.tokens:  # no circle: every way up ends at a root
        assert len(list(parse.ancestors(token.i))) < len(parse.tokens)


@pytest.mark.parametrize("text", ["For her part of it she paid $5.", "They asked for his part in it.", "For its part"])
def test_what_is_no_such_phrase_stays(text: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    assert sum(token.head == token.i for token in parse.tokens) == len(parse.sentences)


def test_a_noun_with_a_subject_is_a_verb() -> None:
    [parse] = analyse([("The main mirror spans 39 metres.", [Span(0, 32)])])
    words = {token.text: token for token in parse.tokens}
    assert (words["spans"].tag, words["spans"].pos) == ("VBZ", "VERB")
    assert (words["metres"].dep, words["mirror"].dep) == ("dobj", "nsubj")


def test_a_finite_verb_is_joined_to_a_finite_one() -> None:
    text = "The company's new i4 is the first electric model to come from the works and offers 536 horsepower."
    [parse] = analyse([(text, [Span(0, len(text))])])
    words = {token.text: token for token in parse.tokens}
    assert parse.tokens[words["offers"].head].text == "is"


@pytest.mark.parametrize(
    ("text", "verb", "tag"),
    [
        ("Highlighted the growth of bilateral trade, which has risen.", "Highlighted", "VBD"),
        ("Took note with satisfaction of the opening of the lock.", "Took", "VBD"),
        ("Requests the Commission to mobilize US$ 4.2 million from the Peace Fund.", "Requests", "VBZ"),
    ],
)
def test_a_verb_opens_an_item(text: str, verb: str, tag: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    assert (parse.tokens[0].text, parse.tokens[0].tag, parse.tokens[0].pos) == (verb, tag, "VERB")


def test_what_stands_before_worth_is_no_verb() -> None:
    text = "Figures support finding that the UK greetings cards market worth over 2 billion is growing."
    [parse] = analyse([(text, [Span(0, len(text))])])
    words = {token.text: token for token in parse.tokens}
    assert words["market"].pos == "NOUN"
    assert parse.tokens[words["cards"].head].text == "market"


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        # What the tokenizer splits at a hyphen is one noun.
        ("The two states seek co-operation with the bank.", "operation", "dobj", "seek"),
        ("She reported on your co-operation with banks.", "your", "poss", "operation"),
        # A noun without a subject is joined to the object, not to the verb.
        (
            "Other topics at the talks were migration and the sad events in the Gulf.",
            "events",
            "conj",
            "migration",
        ),
        # The owner behind a preposition is no object of its own.
        ("The envoys expressed growing concern over separatist groups’ continued raids.", "raids", "pobj", "over"),
        ("Mrs Duarte informed Mr Balko about Norway’s relations with the EU.", "relations", "pobj", "about"),
        # "To" before an "-ing" form is a preposition.
        ("The office is committed to aggressively pursuing these cases.", "to", "prep", "committed"),
        # "That" opens a clause, and no noun phrase.
        (
            "Mr Smit and Mr Berg stressed that this legally binding document stipulated deep cuts.",
            "stipulated",
            "ccomp",
            "stressed",
        ),
        (
            "Mr Smit and Mr Berg stressed that this legally binding document stipulated deep cuts.",
            "document",
            "nsubj",
            "stipulated",
        ),
        # Who owns something is none that it is given to.
        ("They also reaffirmed both countries’ commitment to monitor the strait.", "countries", "poss", "commitment"),
    ],
)
def test_errors_that_are_mended(text: str, word: str, dep: str, head: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    words = {token.text: token for token in parse.tokens}
    assert (words[word].dep, parse.tokens[words[word].head].text) == (dep, head)
    assert sum(token.head == token.i for token in parse.tokens) == len(parse.sentences)
    for token in parse.tokens:  # no circle: every way up ends at a root
        assert len(list(parse.ancestors(token.i))) < len(parse.tokens)


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The clerk asked the Ministry of Finance’s Coast Division.", "Ministry", "Division"),
        ("They are said to be quickly moving to Bern.", "moving", "said"),
    ],
)
def test_what_is_right_stays(text: str, word: str, head: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    words = {token.text: token for token in parse.tokens}
    assert parse.tokens[words[word].head].text == head


@pytest.mark.parametrize("text", ["The two signed protocols on ports and rail.", "The three held talks in Lima."])
def test_the_two_are_who_did_it(text: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    number, verb, noun = parse.tokens[1:4]
    assert (verb.tag, number.dep, noun.dep) == ("VBD", "nsubj", "dobj")
    assert parse.tokens[number.head] is parse.tokens[noun.head] is verb


@pytest.mark.parametrize("text", ["The two signed protocols on ports", "They kept the two signed protocols."])
def test_two_signed_ones_stay_a_phrase(text: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    assert next(token for token in parse.tokens if token.text == "signed").tag == "VBN"
