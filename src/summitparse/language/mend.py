"""Trees that the parser gets wrong again and again, made right."""

from collections.abc import Sequence

from summitparse.language.coordination import join
from summitparse.language.parse import POS_BY_TAG, Token
from summitparse.language.reporting import hang_on_speaker
from summitparse.language.tags import BARE, INFLECTED, NOMINAL, NOMINAL_SUBJECTS, NOUNS, OBJECTS, PREMODIFIERS, SINGULAR

# An object stands within so many tokens behind its verb.
_NEAR = 8
_APOSTROPHES = frozenset("'’")
_LINKING = frozenset(("be", "seem", "look", "appear", "prove", "remain", "become"))
# What a clause hangs on by.
_OF_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"))


def mend(tokens: Sequence[Token]) -> None:
    """Makes each of the errors below right, a function each; the tokens are changed.

    Call it before the `Parse` is made, which notes whose children they are.
    """
    for token in tokens:
        if token.text == "-":
            _join_at_hyphen(tokens, token)
        elif token.text in _APOSTROPHES or token.tag == "POS":
            _make_owner(tokens, token)
        elif token.dep == "conj":
            join(tokens, token)
        elif token.tag == "VBG" and token.dep == "xcomp":
            _make_gerund(tokens, token)
        elif (
            token.lower == "part"
            and token.i > 2
            and tokens[token.i - 2].lower == "for"
            and tokens[token.i - 1].tag == "PRP$"
        ):
            _give_back(tokens, token)
        elif token.dep == "nsubj" and token.tag in SINGULAR:
            _make_verb(tokens, tokens[token.head], token)
        elif token.lower == "worth" and token.i > 1 and tokens[token.i - 1].tag in BARE:
            _make_noun(tokens, tokens[token.i - 1])
        elif token.dep == "mark" and token.lower == "that" and tokens[token.head].dep in OBJECTS:
            _make_clause(tokens, token, tokens[token.head])
        elif token.dep == "amod" and token.tag == "VBN" and tokens[token.head].dep == "ROOT":
            _make_predicate(tokens, token, tokens[token.head])
        elif token.dep == "dobj" and token.i > token.head and tokens[token.head].tag == "NNS":
            _make_opening(tokens, tokens[token.head])
    for token in tokens:
        if token.tag[0] == "V":
            hang_on_speaker(tokens, token)


def _retag(token: Token, tag: str) -> None:
    token.tag, token.pos = tag, POS_BY_TAG[tag]


def _make_clause(tokens: Sequence[Token], that: Token, noun: Token) -> None:
    """ "stressed that this binding document stipulated cuts": what "that" opens has a subject and a verb."""
    verb = next((t for t in tokens[noun.i + 1 :] if t.head == noun.i and t.dep == "acl" and t.tag == "VBN"), None)
    if verb is None or noun.head >= that.i:
        return
    noun.head, noun.dep, verb.head, verb.dep = verb.i, "nsubj", noun.head, "ccomp"
    that.head, verb.tag = verb.i, "VBD"
    for token in tokens[verb.i + 1 :]:
        if token.sentence != verb.sentence:
            break
        if token.head == noun.i:
            token.head = verb.i


def _make_opening(tokens: Sequence[Token], verb: Token) -> None:
    """ "Requests the Commission to report": what opens an item and has an object is no plural."""
    if verb.dep == "ROOT" and (verb.i == 0 or tokens[verb.i - 1].sentence != verb.sentence):
        _retag(verb, "VBZ")


def _make_predicate(tokens: Sequence[Token], verb: Token, noun: Token) -> None:
    """ "The two signed protocols on ports.": a sentence with a full stop, and no noun phrase of two signed ones."""
    number, article = tokens[verb.i - 1], tokens[verb.i - 2]
    last = next((t for t in reversed(tokens) if t.sentence == verb.sentence), verb)
    opens = verb.i > 1 and (verb.i == 2 or tokens[verb.i - 3].sentence != verb.sentence)
    whole = (
        number.tag == "CD"
        and article.lower in ("the", "these")
        and number.head == noun.i
        and article.head in (noun.i, number.i)
    )
    if not (opens and whole and noun.i > verb.i and last.text == "."):
        return
    verb.tag, verb.dep, verb.head = "VBD", "ROOT", verb.i
    noun.dep, noun.head, last.head = "dobj", verb.i, verb.i
    number.dep, number.head, article.head = "nsubj", verb.i, number.i


def _join_at_hyphen(tokens: Sequence[Token], hyphen: Token) -> None:
    """ "seek co-operation": what the tokenizer splits is one object, not two."""
    if not 0 < hyphen.i < len(tokens) - 1:
        return
    before, after = tokens[hyphen.i - 1], tokens[hyphen.i + 1]
    same = before.head == after.head and before.dep == after.dep and after.head not in (before.i, after.i)
    if not same or before.end != hyphen.start or hyphen.end != after.start or before.dep in PREMODIFIERS:
        return
    for token in tokens[max(0, before.i - _NEAR) : after.i + _NEAR]:
        if token.head == before.i:
            token.head = after.i
    before.head, before.dep = after.i, "compound"
    hyphen.head, hyphen.dep = after.i, "punct"


def _make_owner(tokens: Sequence[Token], mark: Token) -> None:
    """ "concern over the unions' new claims": the object is the claims, the unions are whose they are."""
    owner = tokens[mark.i - 1] if mark.i else mark
    if (
        owner.dep not in (*OBJECTS, "dative")
        or owner.end != mark.start
        or (mark.tag != "POS" and owner.text[-1] != "s")
    ):
        return
    if mark.tag != "POS" and any(token.text in "‘'" for token in tokens[max(0, mark.i - 2 * _NEAR) : mark.i]):
        return
    for noun in tokens[mark.i + 1 : mark.i + _NEAR]:
        if noun.text in ",;." or noun.sentence != owner.sentence:
            return
        if noun.pos in NOUNS and noun.head <= owner.i:
            break
    else:
        return
    if noun.i in _heads(tokens, owner) or noun.dep not in (*OBJECTS, "appos", "conj", "nmod"):
        return
    noun.head, noun.dep, owner.head, owner.dep = owner.head, owner.dep, noun.i, "poss"


def _heads(tokens: Sequence[Token], token: Token) -> list[int]:
    """What a token hangs on, and what that hangs on, up to the root."""
    out = [token.head]
    while tokens[out[-1]].head != out[-1]:
        out.append(tokens[out[-1]].head)
    return out


def _make_gerund(tokens: Sequence[Token], verb: Token) -> None:
    """ "committed to quickly paying": "to" before an "-ing" form is a preposition."""
    own = [token for token in tokens[max(0, verb.i - _NEAR) : verb.i] if token.head == verb.i]
    to = next((token for token in own if token.tag == "TO"), None)
    if to is None or any(token.lemma == "be" for token in own) or verb.head >= to.i:
        return
    _retag(to, "IN")
    to.dep, to.head = "prep", verb.head
    verb.head, verb.dep = to.i, "pcomp"


def _make_noun(tokens: Sequence[Token], noun: Token) -> None:
    """ "the cards market worth $2 billion": what stands between a noun and "worth" is no verb."""
    before = tokens[noun.i - 1]
    if before.pos not in NOUNS or before.head != noun.i or noun.lemma in _LINKING:
        return
    _retag(noun, "NN")
    before.dep = "compound"


def _make_verb(tokens: Sequence[Token], verb: Token, subject: Token) -> None:
    if verb.tag != "NNS" or verb.dep not in _OF_CLAUSES or verb.i != subject.i + 1:
        return
    _retag(verb, "VBZ")
    for token in tokens[verb.i + 1 : verb.i + _NEAR]:
        if token.head == verb.i and token.dep == "appos":
            token.dep = "dobj"


def _give_back(tokens: Sequence[Token], part: Token) -> None:
    preposition = tokens[part.i - 2]
    at = preposition.i - (2 if tokens[preposition.i - 1].text == "," else 1)
    if at < 0 or tokens[at].sentence != part.sentence:
        return
    subject = tokens[at]
    if subject.text[0].isupper() and subject.pos not in NOMINAL:
        _retag(subject, "NNP")  # a name that the tagger does not know
    if subject.pos not in NOMINAL:
        return
    wrong = (part.i, subject.i)
    verb = next((t for t in tokens[part.i + 1 : part.i + 4] if t.tag in INFLECTED and t.head in wrong), None)
    above = tokens[subject.head]
    if verb is None or verb.sentence != part.sentence:
        return
    if subject.dep in NOMINAL_SUBJECTS and above.i > verb.i:
        verb.head, verb.dep = (verb.i if above.head == above.i else above.head), above.dep
        above.head, above.dep = verb.i, "conj"
    elif subject.head == subject.i:
        verb.head, verb.dep = verb.i, "ROOT"
    else:
        return
    _retag(verb, "VBD" if verb.tag == "VBN" else verb.tag)
    subject.head, subject.dep = verb.i, "nsubj"
    preposition.head = verb.i
    for token in tokens[part.i + 1 :]:
        if token.sentence != part.sentence:
            break
        if token.head in wrong and token.i != verb.i:
            token.head, token.dep = verb.i, "dobj" if token.dep == "appos" else token.dep
