"""Every position that a clause could be: its frames, with the words for each of their parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.actors import can_speak
from summitparse.grammar.clauses import Clause, behind, clause_at, infinitive_of, is_that
from summitparse.grammar.phrases import is_time, noun_phrase, object_phrase
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, NOMINAL
from summitparse.positions.frames import Frame, Slot, cue_nouns, deed_of, frames_of, predicates

# In the place of what is told: "the fact that …", "the following statement: …".
_TELLS_NOTHING = frozenset({"fact", "following"})
_PRONOUNS = frozenset({"WDT", "WP", "EX"})
# What an inverted verb of saying has none of.
_SHARED = frozenset({"conj", "nsubj"})
_OF_VERB = frozenset({"direct", "subject"})
_SHARED_SUBJECTS = frozenset({"own", "coordination"})
_AMOUNTS = frozenset({"CD", "$"})
_INFINITIVES = frozenset({"infinitive", "bidden"})
# "And", ", and".
_LONGEST_LINK = 2
# Before whom something is done with.
_PARTNERS = frozenset({"with", "between"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A frame in a clause. Ranges of tokens have both ends in; `actor` is the head of whom it names, or None; `how`
    tells where the object was found: direct, subject, infinitive, question, noun, or a preposition; what is `listed` is
    an item below the clause."""

    frame: Frame
    clause: Clause
    object: tuple[int, int]
    head: Token
    cue: tuple[int, int]
    how: str
    actor: Token | None
    found: str
    addressee: tuple[int, int] | None = None
    listed: bool = False


def propose(parse: Parse, first: int, end: int) -> Iterator[Proposal]:
    """The proposals of the tokens `[first, end)`, in text order of their predicates."""
    for token in parse.tokens[first:end]:
        if token.lemma in predicates() or token.lower in predicates():
            clause = clause_at(parse, token)
            if clause is not None:
                yield from proposals_of(clause)


def proposals_of(clause: Clause) -> Iterator[Proposal]:
    """One for each frame that the clause has all parts of. What "that" or "the fact that" opens is a clause of speech
    and no object, nor is "the following"; whom one frame addresses is no object of another."""
    tokens = clause.parse.tokens
    found = [
        proposal
        for proposal in _all_of(clause)
        if _TELLS_NOTHING.isdisjoint(
            (proposal.head.lemma, *(t.lower for t in tokens[proposal.object[0] : proposal.object[0] + 2]))
        )
        and not (is_that(tokens[proposal.object[0]]) and tokens[proposal.object[0]].tag == "IN")
    ]
    addressed = {proposal.addressee[0] for proposal in found if proposal.addressee}
    return (p for p in found if p.how not in _OF_VERB or p.object[0] not in addressed)


def _all_of(clause: Clause) -> Iterator[Proposal]:
    head = clause.head
    for frame in frames_of(clause.lemma):
        if clause.copula is None and clause.lemma in frame.verbs:
            yield from _of_verb(frame, clause)
    if clause.copula is not None or (head.tag == "VBN" and clause.passive):
        for frame in frames_of(head.lower):
            if head.lower in frame.adjectives:
                yield from _of_adjective(frame, clause)


def _of_adjective(frame: Frame, clause: Clause) -> Iterator[Proposal]:
    subject = clause.subject
    if frame.subjects and (subject is None or clause.parse.tokens[subject.head].lemma not in frame.subjects):
        return
    for slot in frame.object:
        found = _phrase(clause, slot, clause.head, clause.children)
        if found is not None:
            actor = clause.parse.tokens[subject.head] if subject else None
            addressee = addressee_of(frame, clause, found[1])
            how = subject.found if subject else ""
            yield Proposal(
                frame, clause, found[0], found[1], (clause.verb.i, clause.head.i), found[2], actor, how, addressee
            )
            return


def _of_verb(frame: Frame, clause: Clause) -> Iterator[Proposal]:
    if frame.nouns:
        yield from (_of_topic if frame.object[0].kind == "subject" else _of_noun)(frame, clause)
        return
    if (frame.manner and not _with(frame, clause)) or (frame.subjects and not _is_talked_about(frame, clause)):
        return
    for slot in frame.object:
        if slot.only and clause.head.lemma not in slot.only:
            continue
        found = _direct(frame, clause) if slot.kind == "direct" else None
        if slot.kind != "direct":
            found = _phrase(clause, slot, clause.head, _around(frame, clause))
        if found is not None and not _is_sayer(clause, found[1]):
            actor, how = (None, "") if frame.subjects else actor_of(clause)
            addressee = addressee_of(frame, clause, found[1])
            yield Proposal(frame, clause, found[0], found[1], cue_of(clause), found[2], actor, how, addressee)
            return


def _with(frame: Frame, clause: Clause) -> bool:
    """ "Noted with satisfaction …"."""
    found = clause.oblique("with")
    return found is not None and found[1].lemma in frame.manner


def _is_talked_about(frame: Frame, clause: Clause) -> bool:
    """ "The topics of the talks were …", "The focus was on …"."""
    subject = clause.subject
    if subject is None:
        return False
    noun = clause.parse.tokens[subject.head]
    if noun.lemma not in frame.subjects or noun.i >= clause.head.i:
        return False
    if subject.found != "own":  # "Topics discussed during the talks included …"
        return subject.found == "coordination" and clause.parse.tokens[clause.head.head].tag == "VBN"
    return frame.object[0].kind == "oblique" or _is_of_talks(clause.parse, noun, clause.head.i)


def _is_of_talks(parse: Parse, topic: Token, end: int) -> bool:
    """Whether the phrase of a topic tells, before the token `end`, that it is one of talks or of an agenda."""
    phrase = parse.tokens[parse.left_edge(topic.i) : min(parse.right_edge(topic.i), end - 1) + 1]
    others = {t.lemma for t in phrase if t is not topic}
    return not others.isdisjoint(words_of("nouns", "occasions") | words_of("verbs", "consult"))


def _of_topic(frame: Frame, clause: Clause) -> Iterator[Proposal]:
    """ "River pilots were also a topic of the talks", "were among the topics of the meeting": nobody takes it."""
    parse, subject = clause.parse, clause.subject
    among = clause.oblique("among")
    topic = clause.complement or (among[1] if among else None)
    if topic is None or topic.lemma not in frame.nouns or not _is_of_talks(parse, topic, len(parse.tokens)):
        return
    noun = parse.tokens[subject.head] if subject is not None and subject.found == "own" else None
    if noun is not None and noun.tag not in (*_PRONOUNS, "PRP", "DT"):
        cue = (clause.head.i, topic.i)
        yield Proposal(frame, clause, object_phrase(parse, noun, clause.head), noun, cue, "subject", None, "")


def _around(frame: Frame, clause: Clause) -> list[Token]:
    """What hangs on the predicate, and on whom it thanks or blames: "thanked the crews for …"."""
    direct = clause.direct
    if direct is None or all(slot.kind != "direct" for slot in frame.addressee):
        return clause.children
    tokens = clause.parse.tokens
    inner = [direct, *(tokens[i] for i in direct.children if tokens[i].dep == "conj")]
    further = {i for noun in inner for i in noun.children if tokens[i].dep == "prep"}
    further |= _behind_partner(clause.parse, set(clause.head.children))
    return sorted([*clause.children, *(tokens[i] for i in further)], key=lambda token: token.i)


def _of_noun(frame: Frame, clause: Clause) -> Iterator[Proposal]:
    """ "Concern was expressed over …", "took note of …", "reaffirmed its commitment to …"."""
    parse, tokens = clause.parse, clause.parse.tokens
    subject = clause.subject
    noun = (tokens[subject.head] if subject else None) if clause.passive else clause.direct
    if clause.head.lemma == "be":
        noun = clause.complement if clause.existential else None
    if clause.head.dep == "acl" and clause.head.tag == "VBN":  # "the proposal made by the ministers to …"
        noun = tokens[clause.head.head]
    if noun is None and frame.nouns and (inside := clause.oblique("in", "into")) is not None:
        noun = inside[1]  # "engaged in an exchange of views"
    if noun is None:
        return
    nouns = [noun, *(tokens[i] for i in noun.children if tokens[i].dep == "conj")]
    inner = behind(parse, [tokens[i] for i in noun.children], noun.i, ("of",))
    if inner is not None and inner[1].lemma in words_of("nouns", "views"):  # "an exchange of views on …"
        nouns = [inner[1]] if noun.lemma in frame.nouns else nouns
    mine = [t for t in nouns if t.lemma in frame.nouns or t.lower in frame.nouns or (inner and t is inner[1])]
    if not mine:
        return
    children = {i for t in nouns for i in t.children} | {t.i for t in clause.children}
    around = [tokens[i] for i in sorted(children | _behind_partner(parse, children))]
    for slot in frame.object:
        if slot.kind == "noun":
            if clause.passive:
                continue
            phrase = object_phrase(parse, noun, clause.head)
            found: tuple[tuple[int, int], Token, str] | None = (phrase, noun, "noun")
            cue = cue_of(clause)
        else:
            found = _phrase(clause, slot, mine[-1], around)
            cue = (min(clause.head.i, mine[0].i), max(clause.head.i, mine[-1].i))
        if found is not None:
            actor, how = actor_of(clause)
            addressee = addressee_of(frame, clause, found[1])
            yield Proposal(frame, clause, found[0], found[1], cue, found[2], actor, how, addressee)
            return


def _behind_partner(parse: Parse, children: set[int]) -> set[int]:
    """What the parser hangs on whom it was done with: "reached agreement with the envoys on fares"."""
    tokens = parse.tokens
    inside = {k: tokens[i].lower for i in children for k in tokens[i].children if tokens[k].dep == "pobj"}
    partners = [k for k, word in inside.items() if word in _PARTNERS or (word == "to" and can_speak(tokens[k]))]
    partners += [j for k in partners for j in tokens[k].children if tokens[j].dep == "conj"]
    return {j for k in partners for j in tokens[k].children if tokens[j].dep == "prep" and j > k}


def _phrase(clause: Clause, slot: Slot, head: Token, around: list[Token]) -> tuple[tuple[int, int], Token, str] | None:
    """The words of a slot, their head, and how they were found."""
    parse = clause.parse
    if slot.kind in _INFINITIVES:
        verb = clause.infinitive if slot.kind == "infinitive" else clause.bidden
        if head is not clause.head:
            verb = verb or infinitive_of(parse, head)
        elif slot.kind == "infinitive" and _is_meant_for(clause):
            return None
        if verb is None:
            return None
        to = next(i for i in verb.children if parse.tokens[i].tag == "TO")
        first = to - 1 if parse.tokens[to - 1].lower == "not" else to
        return object_phrase(parse, verb, clause.head, first), verb, "infinitive"
    if slot.kind == "complement":
        noun_ = clause.complement
        return (object_phrase(parse, noun_, clause.head), noun_, "complement") if noun_ is not None else None
    if slot.kind == "question":
        asked = clause.question
        return (object_phrase(parse, asked, clause.head), asked, "question") if asked is not None else None
    found = behind(parse, [t for t in around if not _is_setting(parse, t)], head.i, slot.prepositions)
    found = found or _opened_by(parse, around, head.i, slot.prepositions)
    if found is None or found[1].tag in _PRONOUNS or (found[0].lower != "to" and is_time(found[1])):
        return None
    preposition, noun = found
    start = preposition.i + 1
    first, last = object_phrase(parse, noun, preposition, start)
    if head is not clause.head:
        last = _with_conjunct(parse, head, last)
    return ((first, last), noun, preposition.lower) if first <= last else None


def _is_meant_for(clause: Clause) -> bool:
    """ "The boat is intended to tow barges": nobody is told to have a purpose; "it was agreed to" is somebody's."""
    subject = clause.subject
    return clause.passive and subject is not None and clause.parse.tokens[subject.head].tag != "PRP"


def _is_setting(parse: Parse, preposition: Token) -> bool:
    """ "On the margins of the summit": where talks are held, and not what they are about."""
    return any(parse.tokens[i].lemma in words_of("nouns", "settings") for i in preposition.children)


def _opened_by(
    parse: Parse, around: list[Token], after: int, prepositions: tuple[str, ...]
) -> tuple[Token, Token] | None:
    """ "Grateful for your efforts to help": the parser makes a clause of them, which "for" opens. "Calls for the firms
    to help" has one."""
    tokens = parse.tokens
    for verb in around:
        first = tokens[parse.left_edge(verb.i)]
        if first.i > after and first.dep == "mark" and first.head == verb.i and first.lower in prepositions:
            subject = next((tokens[i] for i in verb.children if tokens[i].dep == "nsubj"), None)
            return (first, verb) if subject is not None and not can_speak(subject) else None
    return None


def _with_conjunct(parse: Parse, noun: Token, last: int) -> int:
    """The end of an object with what the parser joins to the noun before it: "appreciation for his work and advice"."""
    tokens = parse.tokens
    for i in noun.children:
        joined, first = tokens[i], parse.left_edge(i)
        link = tokens[last + 1 : first]
        if joined.dep == "conj" and i > last and link and link[-1].tag == "CC" and len(link) <= _LONGEST_LINK:
            own = joined.lemma in cue_nouns() or joined.lemma in words_of("nouns", "occasions")
            return last if own else object_phrase(parse, joined, tokens[last], first)[1]
    return last


def _direct(frame: Frame, clause: Clause) -> tuple[tuple[int, int], Token, str] | None:
    """The object beside the verb, or the subject of its passive."""
    parse, tokens = clause.parse, clause.parse.tokens
    if clause.passive:
        subject = clause.subject
        if subject is None or subject.found not in _SHARED_SUBJECTS:
            return None
        noun = tokens[subject.head]
        if noun.tag in _PRONOUNS or noun.tag == "PRP":
            return None
        return object_phrase(parse, noun, clause.head), noun, "subject"
    noun_ = clause.direct
    if noun_ is None or noun_.tag in (*_PRONOUNS, "PRP") or _is_deed(clause, noun_):
        return None
    return object_phrase(parse, noun_, clause.head), noun_, "direct"


def _is_sayer(clause: Clause, noun: Token) -> bool:
    """ "The man was fined, announced Chief Judge Ana Roe": who stands behind an inverted verb says it."""
    tokens, verb = clause.parse.tokens, clause.head
    inverted = tokens[verb.i - 1].text == "," and verb.tag in FINITE and verb.dep != "relcl"
    alone = all(tokens[i].dep not in _SHARED for i in verb.children)
    return inverted and alone and noun.pos == "PROPN" and clause.parse.left_edge(noun.i) == verb.i + 1


def _is_deed(clause: Clause, noun: Token) -> bool:
    """ "Raised $40 million", "addressed the nation"."""
    kind = deed_of(clause.lemma)
    if kind == "audience":
        gatherings = words_of("nouns", "occasions") - words_of("nouns", "topics")
        return noun.pos == "PROPN" or can_speak(noun) or noun.lemma in gatherings
    return kind == "amount" and noun.tag in _AMOUNTS


def actor_of(clause: Clause) -> tuple[Token | None, str]:
    """The head of whom the clause names as doing it, and how it was found."""
    if clause.passive or (clause.agent is not None and clause.head.tag == "VBN"):
        return clause.agent, "agent" if clause.agent is not None else ""
    subject = clause.subject
    return (clause.parse.tokens[subject.head], subject.found) if subject else (None, "")


def addressee_of(frame: Frame, clause: Clause, head: Token) -> tuple[int, int] | None:
    """Whom a frame with an addressee names, if it is not the object itself."""
    parse, tokens = clause.parse, clause.parse.tokens
    for slot in frame.addressee:
        noun: Token | None = None
        if slot.kind == "direct":
            subject = clause.subject
            if clause.passive:
                noun = tokens[subject.head] if subject else None
            else:
                noun = clause.direct or _told(clause, head)
        else:
            found = behind(parse, clause.children, clause.head.i, slot.prepositions)
            noun = found[1] if found else None
        if noun is not None and noun is not head and noun.pos in NOMINAL and noun.lower != "it":
            first, last = noun_phrase(parse, noun, clause.head.i)
            if not first <= head.i <= last:
                return first, last
    return None


def _told(clause: Clause, verb: Token) -> Token | None:
    """ "urged the growers to save water": the parser makes the growers the subject of "save"."""
    tokens = clause.parse.tokens
    return next((tokens[i] for i in verb.children if tokens[i].dep == "nsubj" and i > clause.head.i), None)


def cue_of(clause: Clause) -> tuple[int, int]:
    """The verb with its particle."""
    tokens, head = clause.parse.tokens, clause.head
    last = next((i for i in head.children if tokens[i].dep == "prt" and head.i < i <= head.i + 3), head.i)
    return head.i, last
