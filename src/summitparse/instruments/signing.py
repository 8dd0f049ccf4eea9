"""The verbs that make an instrument: where they stand, in which voice and with what status, and the signs around them
that the ranker weighs."""

from dataclasses import dataclass
from functools import cache

from summitparse.grammar.clauses import clause_at
from summitparse.instruments.nouns import find_heads
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at
from summitparse.language.parse import Parse
from summitparse.lexicon import load

# What can stand between a subject and its verb.
_CHAIN = ("adverb", "be", "have", "modal_planned", "modal_doubt", "negation", "plans")
# What stands between "signing" and the instrument, where the lexicon names nothing else.
_OF = ("of",)
_LONGEST_INSERTION = 12
# "the next steps towards the signing of": so near the words stand that tell of one to come.
_AHEAD = 4
# Words of these sets so near before a verb or its noun are signs for the ranker.
_NEAR = {"refusals": 4, "happened": 8, "not_yet": 8, "negation": 8, "modal_doubt": 8}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb at position `at` of the line; `subject_end` is where its subject ends; `end` is after the verb. `signs`
    are features of the verb by name."""

    at: int
    end: int
    subject_end: int
    lemma: str
    status: str
    voice: str  # active | passive | inverted | noun | participle
    signs: frozenset[str] = frozenset()


@cache
def _forms() -> dict[str, tuple[str, str, str]]:
    """Form → (lemma, status, form name)."""
    table: dict[str, tuple[str, str, str]] = {}
    lexicon = load("summitparse.documents", "signing")
    for status, lemmas in lexicon["verbs"].items():
        for lemma in lemmas:
            table[lemma] = (lemma, status, "base")
            for form in lexicon["forms"][lemma]:
                name = "ing" if form.endswith("ing") else "third" if form.endswith("s") else "past"
                table[form] = (lemma, status, name)
    for status, nouns in lexicon["nouns"].items():
        for noun, lemma in nouns.items():
            table.setdefault(noun, (lemma, status, "noun"))
    return table


def making_verb(lemma: str) -> tuple[str, str] | None:
    """The lemma with the status that its instruments have; None for any other verb."""
    form = _forms().get(lemma)
    return form[:2] if form is not None else None


@cache
def trigger_words() -> frozenset[str]:
    """Any form of any of the verbs, for the first scan of a text."""
    return frozenset(_forms())


def find_triggers(line: list[Word], parse: Parse | None = None, *, headline: bool = False) -> list[Trigger]:
    """The verbs of a sentence that can make an instrument signed, adopted, approved, announced or planned."""
    found = []
    for i, word in enumerate(line):
        form = _forms().get(word.lower)
        if form is not None:
            trigger = _classify(line, i, *form, headline, parse)
            if trigger is not None:
                found.append(trigger)
    return found


def _classify(
    line: list[Word], i: int, lemma: str, status: str, form: str, headline: bool, parse: Parse | None
) -> Trigger | None:
    """The reading of one form; None where it is no such verb ("sign up", "signs of", "put an end to the release")."""
    after = line[i + 1].lower if i + 1 < len(line) else ""
    if _phrasal(line, i) or (lemma == "enter" and not _enters_into(line, i)):
        return None
    lemma = "conclude" if lemma == "enter" else lemma
    start = _chain_start(line, i)
    chain = [word.lower for word in line[start:i]]
    signs = frozenset(_signs(line, i, start, chain, headline, parse))
    if "chain=negation" in signs or (line[i].tag == "VB" and "near=refusals" in signs):
        return None  # "was not signed", "refused to sign"
    before = line[start - 1].lower if start else ""
    tag = line[i].tag
    if form == "base" and tag == "JJ":
        return None  # "an initial budget"
    if form == "base" and tag.startswith("NN") and not (headline or set(chain) & vocabulary("before_infinitive")):
        form = "noun"
    if lemma == "sign" and form == "noun" and signs & {"near=put"}:
        return Trigger(i, i + 2, i, lemma, status, "active", signs)
    if form in ("ing", "noun"):
        return _nominal(line, i, lemma, status, form, signs, after)
    if form == "past":
        return _past(line, i, start, chain, lemma, status, signs, before, after)
    if form == "third":
        return None if tag == "NNS" and not headline else Trigger(i, i + 1, start, lemma, status, "active", signs)
    planned = bool(set(chain) & ({"to"} | vocabulary("modal_planned") | vocabulary("modal_doubt"))) or tag == "VB"
    planned = planned and not set(chain) & vocabulary("emphatic") and before not in vocabulary("performed")
    return Trigger(i, i + 1, start, lemma, "planned" if planned else status, "active", signs)


def _enters_into(line: list[Word], i: int) -> bool:
    """ "entered into an agreement", but not "entered into force"."""
    after = [word.lower for word in line[i + 1 : i + 3]]
    return after[:1] == ["into"] and not set(after[1:]) & vocabulary("validity")


def _phrasal(line: list[Word], i: int) -> bool:
    """ "signed up", "signed on to", "passed on": the particle makes another verb."""
    return phrase_at(line, i + 1, "particles") > 0


def _chain_start(line: list[Word], i: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while i > 0:
        word = line[i - 1]
        adverb = word.lower.endswith("ly") and word.lower not in vocabulary("not_adverb")
        known = any(word.lower in vocabulary(name) for name in _CHAIN) and not _in_name(line, i - 1)
        if not (adverb or known):
            break
        i -= 1
    return i


def _in_name(line: list[Word], i: int) -> bool:
    """ "Letter of Intent", "letters of intention": no word of a plan to sign."""
    return i > 1 and line[i - 1].lower == "of" and line[i].lower.startswith("inten")


def _signs(line: list[Word], i: int, start: int, chain: list[str], headline: bool, parse: Parse | None) -> list[str]:
    """Features of a verb by name: its clause, the auxiliaries, the words near before it and how its clause opens."""
    signs = [f"chain={name}" for name in _CHAIN[1:] if vocabulary(name) & set(chain)]
    if "had" in chain and vocabulary("before_then") & set(chain):
        signs.append("chain=had-earlier")
    before = [word.lower for word in line[max(0, i - 10) : i]]
    joined = start > 0 and line[start - 1].joins and line[i].finite  # "for its anniversary and adopted": not its words
    clause = start if joined else next((k for k in range(start - 1, -1, -1) if line[k].finite), 0)
    own = [word.lower for word in line[max(clause, i - 10) : i]]
    signs += [f"near={name}" for name, reach in _NEAR.items() if vocabulary(name) & set(own[-reach:])]
    if set(before[-4:]) & vocabulary("put") and phrase_at(line, i + 1, "put_to"):
        signs.append("near=put")
    clause = start
    while clause > 0 and line[clause - 1].text not in ",;:.":
        clause -= 1
    opening = {word.lower for word in line[max(clause, start - 8) : start]}
    signs += [f"opens={word}" for word in vocabulary("opening") & opening]
    first = line[clause].lower
    signs += [f"first={first}"] if first in vocabulary("denying") else []
    if start and line[start - 1].lower in vocabulary("relative_pronouns"):
        signs.append("relative")
        if not any(word.lower in vocabulary("now") for word in line[i : i + 8]):
            signs.append("relative-then")
    if any(line[k].lower in vocabulary("plans") and line[k + 1].lower == "to" for k in range(max(0, i - 30), i)):
        signs.append("plan-before")
    signs += ["headline"] if headline else []
    return signs + _clause_signs(line[i], parse)


def _clause_signs(word: Word, parse: Parse | None) -> list[str]:
    """What the clause of the verb tells: how it hangs on others, by whom it is done, whether it took place."""
    token = parse.at(word.start) if parse is not None else None
    if parse is None or token is None:
        return []
    above = parse.tokens[token.head]
    signs = [f"dep={token.dep}", f"tag={token.tag}"]
    if token.dep not in ("ROOT", "conj"):
        over = above if above.pos != "ADP" else parse.tokens[above.head]
        signs.append(f"above={over.lemma.lower()}")
    clause = clause_at(parse, token)
    if clause is None:
        return signs
    signs += [f"polarity={clause.polarity}", f"modal={clause.modal}"]
    if clause.subject is not None:
        subject = parse.tokens[clause.subject.head]
        signs.append(f"subject={subject.lower if subject.pos == 'PRON' else subject.pos}")
    return signs


def _past(
    line: list[Word],
    i: int,
    start: int,
    chain: list[str],
    lemma: str,
    status: str,
    signs: frozenset[str],
    before: str,
    after: str,
) -> Trigger | None:
    if set(chain) & vocabulary("be") and chain[-1] != "having":
        planned = bool(set(chain) & (vocabulary("modal_planned") | vocabulary("plans")))
        planned = planned or ("be" in chain and bool(set(chain) & vocabulary("modal_doubt")))  # "should be signed"
        ahead = "to" in chain or chain[0] == "be"  # "is to be signed", "asked that it be signed"
        future = planned or (ahead and "be" in chain and "been" not in chain)
        return Trigger(i, i + 1, start, lemma, "planned" if future else status, "passive", signs)
    if before in vocabulary("determiners") or before == "of":
        return None  # "the recently signed agreement", "of previously adopted decisions"
    if start == 0 and not line[i].sealed:
        return Trigger(i, i + 1, i, lemma, status, "inverted", signs)
    if not chain and _is_participle(line, i, after):
        return Trigger(i, i + 1, i - (before == ","), lemma, status, "participle", signs)
    return Trigger(i, i + 1, start, lemma, status, "active", signs)


def _is_participle(line: list[Word], i: int, after: str) -> bool:
    """ "An agreement on X, signed by A and B, …", "the protocol signed today": the verb explains the noun before it."""
    if i and line[i - 1].text == ",":
        return after in vocabulary("explaining") or after in vocabulary("now")
    told = (
        after in vocabulary("now")
        or after in vocabulary("with_whom")
        or (after == "on" and i + 2 < len(line) and line[i + 2].lower.endswith("day"))
    )
    if after in ("in", "at") and i + 2 < len(line) and line[i + 2].is_capital:  # "signed in Oslo between A and B"
        told = told or any(word.lower in ("between", "by") for word in line[i + 3 : i + 7])
    heads = find_heads(line, max(0, i - 12), i)
    return told and any(head.end == i or line[i].tag == "VBN" or after == "between" for head in heads)


def _nominal(
    line: list[Word], i: int, lemma: str, status: str, form: str, signs: frozenset[str], after: str
) -> Trigger | None:
    """ "ended with the signing of", "the ceremony of signing", "by signing", "are signing", "Adopting the plan, …"."""
    named = line[i].sealed and line[i].is_capital
    if named or any(head.noun == i for head in find_heads(line, i, min(i + 3, len(line)))):
        return None  # an "exchange of notes" is an instrument itself
    end = i + 1
    if further := phrase_at(line, end, "signing_of"):
        end += further
    elif after in load("summitparse.documents", "signing")["behind"].get(lemma, _OF):
        end += 1
    elif inserted := _insertion(line, end):
        end = inserted
    elif form == "noun" or after in vocabulary("ceremony"):
        return None
    if i and form == "ing" and vocabulary("being") & {word.lower for word in line[max(0, i - 2) : i]}:
        return Trigger(i, end, i, lemma, status, "active", signs)  # "is now signing"
    signs = signs | {f"near={form}"}
    ahead = "polarity=planned" in signs or any(w.lower in vocabulary("ahead") for w in line[max(0, i - _AHEAD) : i])
    return Trigger(i, end, i, lemma, "planned" if ahead else status, "noun", signs)


def _insertion(line: list[Word], i: int) -> int:
    """Where the instrument begins behind "the signing, on the margins of the talks, of", or 0."""
    if i >= len(line) or line[i].text != ",":
        return 0
    closing = next((k for k in range(i + 1, min(len(line) - 1, i + _LONGEST_INSERTION)) if line[k].text == ","), i)
    return closing + 2 if closing > i and line[closing + 1].lower in _OF else 0
