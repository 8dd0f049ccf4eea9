"""Positions in the items of a list: "The ministers agreed to:" above what they agreed to, "Both sides:" above what they
did."""

from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.grammar.clauses import clause_at
from summitparse.grammar.phrases import head_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, NOMINAL, NOUNS, SUBJECTS
from summitparse.layout import Layout
from summitparse.positions.features import subject_kind
from summitparse.positions.frames import Slot, frames_of, predicates
from summitparse.positions.propose import Proposal, actor_of, addressee_of, cue_of

# So many words stand between the verb and the colon at most: "called on the members of both councils to:".
_LONGEST_END = 12
_STILL_TO_COME = frozenset({"direct", "oblique"})
_ENDS = frozenset({";", ",", ".", "and", "or"})
# What the words before a colon name that takes no position.
_NOBODY = frozenset({"thing", "noun"})


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before the colon of a list: `[first, end)` is their sentence; `items` are the first sentences of the
    items, as first and last token."""

    first: int
    end: int
    items: tuple[tuple[int, int], ...]


def leads(layout: Layout, parse: Parse) -> Iterator[Lead]:
    """Every list whose items stand below a colon; one of the items can have items of its own ("3. Ministers:"), and
    headings can part them ("The Council:" / "On Security" / "4. Condemns …")."""
    before, items = list[Token](), list[tuple[int, int]]()
    for block in (*layout.blocks, None):
        if block is not None and block.kind == "heading" and before and before[-1].text == ":":
            continue
        tokens = parse.within(block.span) if block is not None else []
        if block is not None and block.kind == "item" and tokens:
            items.append(_first_sentence(parse, tokens))
            if tokens[-1].text != ":":
                continue
        if items and before and before[-1].text == ":":
            yield Lead(parse.sentences[before[-1].sentence][0], before[-1].i, tuple(items))
        before, items = tokens, []


def _first_sentence(parse: Parse, tokens: list[Token]) -> tuple[int, int]:
    first, last = tokens[0].i, min(tokens[-1].i, parse.sentences[tokens[0].sentence][1] - 1)
    while last > first and parse.tokens[last].lower in _ENDS:
        last -= 1
    return first, last


def subject_of(parse: Parse, lead: Lead) -> Token | None:
    """Whom the words before the colon name: "Both sides:", "The Presidents of both countries:"."""
    own = [token for token in parse.tokens[lead.first : lead.end] if token.dep in SUBJECTS]
    roots = [t for t in parse.tokens[lead.first : lead.end] if t.head == t.i and t.pos in NOMINAL]
    last = parse.tokens[lead.end - 1]
    named = next(iter(own or roots), last if last.pos in NOUNS else None)
    return None if subject_kind(named) in _NOBODY else named  # "Its observations are:"


def opening(parse: Parse, sentence: int) -> Token:
    """The first word of a sentence that is no adverb: "Strongly condemns …"."""
    words = parse.sentence_tokens(sentence)
    return next((token for token in words if token.tag != "RB"), words[0])


def listed(parse: Parse, lead: Lead) -> Iterator[Proposal]:
    """A proposal for each item whose verb stands before the colon without an object."""
    for token in reversed(parse.tokens[max(lead.first, lead.end - _LONGEST_END) : lead.end]):
        clause = clause_at(parse, token) if token.lemma in predicates() else None
        if clause is None or clause.copula is not None:
            continue
        behind = [t.lower for t in parse.tokens[token.i + 1 : lead.end]]
        for frame in frames_of(clause.lemma):
            slot = next((slot for slot in frame.object if _is_open(slot, behind)), None)
            if slot is None or frame.nouns or frame.subjects or frame.manner:
                continue
            how = "subject" if clause.passive else slot.prepositions[0] if slot.prepositions else slot.kind
            for first, last in lead.items:
                head = head_of(parse.tokens[first : last + 1])
                if _is_sentence(parse, head):
                    continue
                addressee = addressee_of(frame, clause, head)
                place = (first, last), head, cue_of(clause), "infinitive" if how == "bidden" else how
                yield Proposal(frame, clause, *place, *actor_of(clause), addressee, True)
        return


def _is_sentence(parse: Parse, head: Token) -> bool:
    """Whether an item says by itself who does what: "1. We deplore the raid" below "adopted this statement:"."""
    return head.tag in FINITE and any(parse.tokens[i].dep in SUBJECTS for i in head.children)


def _is_open(slot: Slot, behind: list[str]) -> bool:
    """Whether the object of a slot is still to come: "agreed to", "agreed on the following points", "discussed"."""
    if behind[-1:] == ["to"]:
        return slot.kind == ("infinitive" if len(behind) == 1 else "bidden")
    if slot.kind == "oblique":
        behind = behind[1:] if behind[:1] and behind[0] in slot.prepositions else ["another word"]
    return slot.kind in _STILL_TO_COME and (not behind or behind[:2] == ["the", "following"])
