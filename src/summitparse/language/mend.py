"""Trees that the parser gets wrong again and again, made right."""

from collections.abc import Sequence

from summitparse.language.parse import Token

# An object stands within so many tokens behind its verb.
_NEAR = 8
_LINKING = frozenset(("be", "seem", "look", "appear", "prove", "remain", "become"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_VERBS = frozenset(("VBD", "VBN", "VBZ", "VBP"))


# What a clause hangs on by.
_OF_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"))


def mend(tokens: Sequence[Token]) -> None:
    """Gives the verb of "Ms Roe, for her part, called …" to Ms Roe, where it hangs on "part", and makes a verb of a
    noun that has a subject ("the mirror spans 39 metres"); the tokens are changed.

    Call it before the `Parse` is made, which notes whose children they are.
    """
    for token in tokens:
        if (
            token.lower == "part"
            and token.i > 2
            and tokens[token.i - 2].lower == "for"
            and tokens[token.i - 1].tag == "PRP$"
        ):
            _give_back(tokens, token)
        elif token.dep == "nsubj" and token.tag in ("NN", "NNP"):
            _make_verb(tokens, tokens[token.head], token)
        elif token.lower == "worth" and token.i > 1 and tokens[token.i - 1].tag in ("VBP", "VB"):
            _make_noun(tokens, tokens[token.i - 1])
        elif token.dep == "conj" and token.tag in _FINITE and tokens[token.head].tag == "VB":
            _join_finite(tokens, token)


def _make_noun(tokens: Sequence[Token], noun: Token) -> None:
    """ "the cards market worth $2 billion": what stands between a noun and "worth" is no verb."""
    before = tokens[noun.i - 1]
    if before.tag not in ("NN", "NNS", "NNP") or before.head != noun.i or noun.lemma in _LINKING:
        return
    noun.tag, noun.pos, before.dep = "NN", "NOUN", "compound"


def _join_finite(tokens: Sequence[Token], verb: Token) -> None:
    """ "is the first plant to run on gas and offers 5 GW": a finite verb is joined to a finite one, no infinitive."""
    above = tokens[verb.head]
    if above.i >= verb.i or not any(token.head == above.i and token.lower == "to" for token in tokens[: above.i]):
        return
    if any(token.head == verb.i and token.dep in ("nsubj", "nsubjpass") for token in tokens[above.i : verb.i]):
        return
    while above.head != above.i and above.tag not in _FINITE:
        above = tokens[above.head]
    if above.tag in _FINITE:
        verb.head = above.i


def _make_verb(tokens: Sequence[Token], verb: Token, subject: Token) -> None:
    if verb.tag != "NNS" or verb.dep not in _OF_CLAUSES or verb.i != subject.i + 1:
        return
    verb.tag, verb.pos = "VBZ", "VERB"
    for token in tokens[verb.i + 1 : verb.i + _NEAR]:
        if token.head == verb.i and token.dep == "appos":
            token.dep = "dobj"


def _give_back(tokens: Sequence[Token], part: Token) -> None:
    preposition = tokens[part.i - 2]
    at = preposition.i - (2 if tokens[preposition.i - 1].text == "," else 1)
    if at < 0 or tokens[at].sentence != part.sentence:
        return
    subject = tokens[at]
    if subject.text[0].isupper() and subject.tag in ("VB", "UH", "JJ", "FW"):
        subject.tag, subject.pos = "NNP", "PROPN"  # a name that the tagger does not know
    if subject.pos not in ("NOUN", "PROPN", "PRON"):
        return
    wrong = (part.i, subject.i)
    verb = next((t for t in tokens[part.i + 1 : part.i + 4] if t.tag in _VERBS and t.head in wrong), None)
    above = tokens[subject.head]
    if verb is None or verb.sentence != part.sentence:
        return
    if subject.dep in ("nsubj", "nsubjpass") and above.i > verb.i:
        verb.head, verb.dep = (verb.i if above.head == above.i else above.head), above.dep
        above.head, above.dep = verb.i, "conj"
    elif subject.head == subject.i:
        verb.head, verb.dep = verb.i, "ROOT"
    else:
        return
    verb.pos, verb.tag = "VERB", "VBD" if verb.tag == "VBN" else verb.tag
    subject.head, subject.dep = verb.i, "nsubj"
    preposition.head = verb.i
    for token in tokens[part.i + 1 :]:
        if token.sentence != part.sentence:
            break
        if token.head in wrong and token.i != verb.i:
            token.head, token.dep = verb.i, "dobj" if token.dep == "appos" else token.dep
