"""Whether something was said: "did not say" is negated, "if he says" unreal, "will say" planned."""

from collections.abc import Sequence

from summitparse.cues.find import VERB, Cue, cue_words
from summitparse.findings import Span
from summitparse.grammar.clauses import IF, PLANNED
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import AUXILIARIES, NOMINAL_SUBJECTS, TENSED
from summitparse.text.signs import MARK_TOKENS

# How far a verb may stand from the auxiliaries that it shares with the verb which it hangs on.
_HOPS = 3
_SHARING = frozenset({"xcomp", "pcomp", "prep", "conj"})


def polarity(parse: Parse, cue: Cue, source: Span | None) -> str:
    """One of `terms.Polarity`, by the auxiliaries, the subject and the clause of the cue."""
    if cue.kind != VERB:
        return "asserted"
    chain = _chain(parse, cue.i)
    around = [parse.tokens[i] for verb in chain for i in verb.children if i != cue.i and _is_outside(parse, i, cue.i)]
    before = [token for token in around if token.i < cue.i]
    above = [verb for verb in chain[1:] if verb.i < cue.i]
    if any(token.dep == "neg" or token.lower in cue_words("never") for token in around if token.i < cue.i + 2):
        return "negated"
    yet = any(token.lower == "yet" for token in before) and any(verb.lemma == "have" for verb in above)
    if yet or any(verb.lemma in cue_words("denying") for verb in above) or _is_untrue(parse, chain[-1]):
        return "negated"
    if _is_nobody(parse, cue, source):
        return "unreal"
    modals = {token.lower for token in before if token.tag == "MD"}
    if modals & PLANNED or any(_is_planned(parse, verb) for verb in above):
        return "planned"
    conditional = any(token.dep == "mark" and token.lower in IF for token in before)
    return "unreal" if modals & cue_words("unreal") or conditional or _is_inverted(before) else "asserted"


def _is_outside(parse: Parse, i: int, cue: int) -> bool:
    """Whether no quotation mark parts token `i` from the cue: “Never,” countered Daren."""
    return not any(token.text in MARK_TOKENS for token in parse.tokens[min(i, cue) : max(i, cue)])


def _is_planned(parse: Parse, verb: Token) -> bool:
    """ "plans to say", "is expected to say"; not "as had been planned, said"."""
    if verb.lemma not in cue_words("planning"):
        return False
    return verb.tag != "VBN" or any(parse.tokens[i].dep == "auxpass" for i in verb.children)


def _chain(parse: Parse, i: int) -> list[Token]:
    """The verb and those above whose auxiliaries or meaning it shares: "denied having said", "plans to say"."""
    token = parse.tokens[i]
    found = [token]
    own = any(parse.tokens[k].dep in NOMINAL_SUBJECTS and k < i for k in token.children)
    while not own and token.dep in _SHARING and token.head != token.i and len(found) <= _HOPS:
        if token.dep == "conj" and token.tag in TENSED:
            break
        token = parse.tokens[token.head]
        found.append(token)
    return found


def _is_nobody(parse: Parse, cue: Cue, source: Span | None) -> bool:
    words: Sequence[Token] = parse.within(source) if source else ()
    subject = parse.tokens[cue.subject] if cue.subject >= 0 else None
    if subject is not None and subject.dep in NOMINAL_SUBJECTS:
        words = [*words[:2], subject, *(parse.tokens[i] for i in subject.children if i < subject.i)]
    return any(word.lower in cue_words("nobody") for word in words[:8])


def _is_untrue(parse: Parse, verb: Token) -> bool:
    """ "It is not true that Holm said …"."""
    inside = [parse.tokens[i] for i in parse.tokens[verb.head].children if i < verb.i]
    return any(token.dep == "neg" for token in inside) and any(t.lower in cue_words("true") for t in inside)


def _is_inverted(before: Sequence[Token]) -> bool:
    """ "Had the President said that …": an auxiliary before the subject."""
    auxiliary = next((token for token in before if token.dep in AUXILIARIES), None)
    subject = next((token for token in before if token.dep == "nsubj"), None)
    return bool(auxiliary and subject and auxiliary.i < subject.i and auxiliary.lower in cue_words("inverted"))
