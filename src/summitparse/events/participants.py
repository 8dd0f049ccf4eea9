"""Who took part: every person whom the release names is proposed, and `models/events` weighs what is said of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from summitparse.actors import Registry
from summitparse.events.presence import Presence, clause_of, of_other_year, present_in
from summitparse.findings import Span
from summitparse.grammar.clauses import UNTRUE, Clause
from summitparse.header.credits import is_agency
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.layout.questions import asks
from summitparse.occasions.candidates import Candidate
from summitparse.occasions.names import event_words, frames
from summitparse.ranking.linear import shipped_model

# Who is less likely to have taken part is left out. Chosen on services left out.
LEAST_SURE = 0.4
# So many sentences behind those that tell of the event are near.
_NEAR, _FURTHER = 8, 25
# Parts of speech of what leads to a name, and of what a name hangs on.
_LEADING = frozenset({"ADP", "CCONJ", "PUNCT"})
_LINKS = frozenset({"ADP", "VERB"})
_BEYOND = ("near", "further", "far")


def participants_of(
    layout: Layout, parse: Parse, registry: Registry, best: Candidate, sentences: Sequence[int]
) -> tuple[int, ...]:
    """The people who took part in the event, in the order in which they are named; `sentences` tell of it."""
    model = shipped_model("events", "participants")
    found = proposals(layout, parse, registry, best, sentences)
    scores = {actor: model.score(dict.fromkeys(sorted(names), 1.0)) for actor, names in found.items()}
    return tuple(actor for actor, score in scores.items() if model.chance(score) >= LEAST_SURE)


def proposals(
    layout: Layout, parse: Parse, registry: Registry, best: Candidate, sentences: Sequence[int]
) -> dict[int, set[str]]:
    """Each person by number, with all that is said of them, as features by name."""
    mentions = _Mentions(layout, parse, best, sentences)
    found: dict[int, set[str]] = {}
    counts: Counter[int] = Counter()
    for place, actor in registry.people_in(Span(0, len(layout.clean))):
        names = set(mentions.features(place))
        if not names:
            continue
        counts[actor] += 1
        if actor not in found:
            names |= {f"first-{name}" for name in names if name.startswith("at=")}
        found.setdefault(actor, set()).update(names)
    for actor, names in found.items():
        names |= {f"event={best.kind}", f"mentions={min(3, counts[actor])}"}
    return found


class _Mentions:
    """What a release says about somebody where it names them."""

    def __init__(self, layout: Layout, parse: Parse, best: Candidate, sentences: Sequence[int]) -> None:
        self.layout, self.parse, self.best = layout, parse, best
        self.sentences = frozenset(sentences)
        self.last = max(sentences, default=0)
        header = layout.header
        self.header = {"title": header.title, "subtitle": header.subtitle}
        labels = list(dict.fromkeys(block.label for block in layout.blocks if block.label))
        self.labels = labels
        spoken = [layout.clean[label.start : label.end] for label in labels]
        asked = any(asks(label) or is_agency(label) for label in spoken)
        self.for_press = "press" in layout.clean[best.name.start : best.name.end].casefold()
        # Where the press speaks, the turns are of a press conference, and not of the event that it is about.
        told = best.kind != "conference" and (self.for_press or not asked)
        self.turns = told or best.noun in frames("spoken")
        published = header.published
        self.years = {str(published.day.year)} if published is not None and published.day else set()
        self._present: dict[int, list[Presence]] = {}

    def features(self, place: Span) -> Iterator[str]:
        """The features of one mention, by name; none where it is no sign that somebody was there."""
        if any(label.overlaps(place) for label in self.labels):
            yield from ("at=label", f"label-{self.best.kind}") if self.turns else ()
            return
        name = self.parse.within(place)
        if not name or _is_told_of(self.parse, name[-1], self.best) or _speaks_for(self.parse, name):
            return
        where = self._where(place, name)
        if where in _BEYOND and of_other_year(self.parse.sentence_tokens(name[0].sentence), self.years):
            return
        role, clause = clause_of(self.parse, name)
        if clause is not None and clause.polarity in UNTRUE:
            return
        yield f"at={where}"
        yield from self._line(place)
        sentence = name[0].sentence
        tokens = self.parse.sentence_tokens(sentence)
        told = {token.lower for token in tokens}
        if self.best.noun in told or not told.isdisjoint(event_words()):
            yield from ("beside-event", f"beside-event-{where}")
        if _tells_who_came(tokens):
            yield from ("came", f"came-{where}")
        for frame, span, thing in self._frames(sentence):
            if span.overlaps(place):
                yield from (f"present={frame}", f"present-{where}", f"present={frame}-{self.best.kind}")
                if thing == self.best.noun:
                    yield from ("present-there", f"present={frame}-there")
        yield from _around(self.parse, name, where, role, clause)

    def _where(self, place: Span, name: Sequence[Token]) -> str:
        part = next((key for key, span in self.header.items() if span is not None and span.overlaps(place)), "")
        if part:
            return part
        beyond = name[0].sentence - self.last
        if name[0].sentence in self.sentences:
            return "told-press" if self.for_press else "told"
        return "near" if beyond < _NEAR else "further" if beyond < _FURTHER else "far"

    def _line(self, place: Span) -> Iterator[str]:
        """A line of a list that opens with the name, and what stands above the list."""
        blocks = self.layout.blocks
        number = next((k for k, block in enumerate(blocks) if block.span.contains(place)), None)
        if number is None or blocks[number].kind != "item":
            return
        opens = len(self.layout.clean[blocks[number].span.start : place.start].split()) < 3
        above = next((b for b in reversed(blocks[:number]) if b.kind != "item"), None)
        words = self.layout.clean[above.span.start : above.span.end].lower() if above is not None else ""
        came = any(stem in words for stem in frames("list_of_people"))
        yield f"line-{'opens' if opens else 'inside'}-{'came' if came else 'other'}"

    def _frames(self, sentence: int) -> list[Presence]:
        if sentence not in self._present:
            self._present[sentence] = list(present_in(self.parse, sentence, self.years))
        return self._present[sentence]


def _around(parse: Parse, name: Sequence[Token], where: str, role: str, clause: Clause | None) -> Iterator[str]:
    """The clause in which somebody is named, their part in it, and the words right before and behind."""
    before = parse.tokens[name[0].i - 1] if name[0].i else None
    if before is not None and before.sentence == name[0].sentence and before.pos in _LEADING:
        yield from (f"before={before.lower}", f"before={before.lower}-{where}")
    after = parse.tokens[name[-1].i + 1] if name[-1].i + 1 < len(parse.tokens) else None
    if after is not None and after.tag == "POS" and after.sentence == name[0].sentence:
        thing = {token.lower for token in parse.tokens[after.i + 1 : after.i + 4]}
        yield "owner-event" if thing & (frames("taking_part") | event_words()) else "owner"
    yield from (f"role={role}", f"role={role}-{where}")
    first = parse.tokens[name[0].i]
    link = next((t for t in (parse.tokens[a] for a in parse.ancestors(first.i)) if t.pos in _LINKS), None)
    if link is not None and parse.tokens[link.head].pos == "NOUN" and link.pos == "ADP":
        yield f"{role}-the={parse.tokens[link.head].lemma}"  # "at the invitation of …", "a delegation led by …"
    if clause is not None:
        yield from (f"verb={clause.lemma}", f"verb={clause.lemma}-{role}", f"polarity={clause.polarity}")
        if clause.polarity != "asserted":
            yield f"polarity={clause.polarity}-{where}"


def _is_told_of(parse: Parse, name: Token, best: Candidate) -> bool:
    """ "Berg reported that Holm had been detained": of whom something is reported took part in nothing by that."""
    clause = next((a for a in parse.ancestors(name.i) if parse.tokens[a].dep == "ccomp"), None)
    return clause is not None and not parse.left_edge(clause) <= best.head <= parse.right_edge(clause)


def _speaks_for(parse: Parse, name: Sequence[Token]) -> bool:
    """ "Statement by Spokesperson Kim Berg on …"."""
    first = parse.sentences[name[0].sentence][0]
    words = [token.lower for token in parse.tokens[max(first, name[0].i - 4) : name[-1].i + 1]]
    said_by = next((k for k, word in enumerate(words) if word in frames("said_by")), None)
    return said_by is not None and any(office in " ".join(words[said_by:]) for office in frames("speaking_for"))


def _tells_who_came(tokens: Sequence[Token]) -> bool:
    """ "The talks were attended by …", "Also present at the meeting were …", "Participants in the talks include"."""
    verbs, words = frames("attending"), frames("attendance")
    return any(token.lemma in verbs if token.tag[0] == "V" else token.lower in words for token in tokens)
