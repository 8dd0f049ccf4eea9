"""Finds positions: proposals of clauses, ranked, with who takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitparse.actors import Registry
from summitparse.enclosing import Enclosing
from summitparse.findings import PositionFinding, QuoteFinding, Span
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.positions.features import Place, talks_of
from summitparse.positions.listed import leads, listed, opening, subject_of
from summitparse.positions.ours import find_adopters, find_ours
from summitparse.positions.propose import Proposal, propose
from summitparse.positions.rank import LEAST_SURE, Candidate, choose, rank
from summitparse.positions.takers import taker
from summitparse.quotes import THING
from summitparse.ranking.linear import shipped_model
from summitparse.rules import weigh

# Tags of verbs that can do what they say.
_PRESENT = frozenset({"VB", "VBP", "VBZ", "VBG"})


def find_positions(
    layout: Layout,
    parse: Parse,
    quotes: Sequence[QuoteFinding],
    registry: Registry,
    *,
    issuer: Span | None = None,
    article: bool = False,
) -> tuple[PositionFinding, ...]:
    """All positions of a release in text order. `quotes` have their speakers: they tell what is speech, and whose.

    In a newspaper's `article`, which the rankers of quotes know best, a cue has either a quote or a position, and the
    position has the words that those chose. The name of the `issuer` is who says "we" where nobody is quoted.
    """
    speech = [quote for quote in quotes if quote.rule != THING]
    enclosing = Enclosing(quote.spans for quote in speech)
    ranked = rank(list(candidates(layout, parse, speech, enclosing)), shipped_model("positions"))
    chosen = choose(ranked)
    _note_lost(ranked, chosen, parse)
    ours, listed_below = find_ours(layout, parse, issuer), find_adopters(layout, parse)
    found = tuple(
        _position(one, parse, speech, enclosing, registry, listed_below.get(one.proposal.clause.verb.sentence, ours))
        for one in chosen
    )
    return _beside_quotes(found, quotes) if article else found


def _beside_quotes(found: Sequence[PositionFinding], quotes: Sequence[QuoteFinding]) -> tuple[PositionFinding, ...]:
    """The positions without those whose cue has a clause of speech, with the words of the objects among the quotes."""
    by_cue = {quote.cue.start: quote for quote in quotes if quote.cue is not None}
    out = []
    for position in found:
        quote = by_cue.get(position.cue.start)
        if quote is not None and quote.rule == THING:
            position = replace(position, span=quote.spans[0])
        if quote is None or quote.rule == THING:
            out.append(position)
    return tuple(out)


def _note_lost(ranked: Sequence[Candidate], chosen: Sequence[Candidate], parse: Parse) -> None:
    """Says which proposals were not chosen, and why, for whoever asks."""
    taken = {id(candidate) for candidate in chosen}
    for one in ranked:
        if id(one) not in taken:
            lost = f"less sure than {LEAST_SURE}" if one.chance < LEAST_SURE else "another is likelier here"
            weigh(one.proposal.frame.name, _span(parse, one.proposal.object), lost, chance=one.chance)


def candidates(
    layout: Layout, parse: Parse, quotes: Sequence[QuoteFinding], enclosing: Enclosing
) -> Iterator[tuple[Proposal, Place]]:
    """Every proposal of a release with its place; what somebody is reported to have said is left to the quotes."""
    titles = [span for span in (layout.header.title, layout.header.subtitle) if span]
    said = {quote.cue.start for quote in quotes if quote.type == "direct" and quote.cue is not None}
    items = {block.span.start for block in layout.blocks if block.kind == "item"}
    lists, talks = list(leads(layout, parse)), talks_of(parse)
    below = [proposal for lead in lists for proposal in listed(parse, lead)]
    subjects = {parse.tokens[first].sentence: subject_of(parse, lead) for lead in lists for first, _ in lead.items}
    for proposal in (*propose(parse, 0, len(parse.tokens)), *below):
        token = proposal.clause.head
        around = enclosing.quote(token.span)
        if (around is not None and quotes[around].type != "direct") or token.start in said:
            continue
        title = any(span.contains(token.span) for span in titles)
        first = opening(parse, token.sentence)
        turn = around is not None and quotes[around].attribution == "turn"
        if around is not None and not turn and not _performs(proposal):
            continue
        if proposal.actor is None and not proposal.clause.passive and first.tag[0] == "V":
            proposal = replace(proposal, actor=subjects.get(token.sentence))
        item = parse.sentence_span(token.sentence).start in items
        yield proposal, Place(around is not None, turn, title, item, talks)


def _performs(proposal: Proposal) -> bool:
    """Whether somebody does it by saying so: "we condemn …", "thank you for …"; not "we discussed …"."""
    return proposal.clause.verb.tag in _PRESENT


def _position(
    candidate: Candidate,
    parse: Parse,
    quotes: Sequence[QuoteFinding],
    enclosing: Enclosing,
    registry: Registry,
    ours: Span | None,
) -> PositionFinding:
    proposal = candidate.proposal
    span = _span(parse, proposal.object)
    around = enclosing.quote(proposal.clause.head.span)
    speaker = quotes[around].speaker if around is not None else None
    source, actor = taker(proposal, span, parse, registry, speaker, ours)
    return PositionFinding(
        span=span,
        act=proposal.frame.act,
        cue=_span(parse, proposal.cue),
        source=source,
        actor=actor,
        addressee=_span(parse, proposal.addressee) if proposal.addressee else None,
        polarity=proposal.clause.polarity,
        in_speech=candidate.place.speech,
        confidence=candidate.chance,
        rule=proposal.frame.name,
    )


def _span(parse: Parse, tokens: tuple[int, int]) -> Span:
    first, last = (parse.tokens[i] for i in tokens)
    return Span(first.start, last.end)
