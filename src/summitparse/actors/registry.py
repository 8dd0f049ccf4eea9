"""The registry of one release: hands out numbers for actors, and answers who a stretch of text refers to."""

from bisect import bisect_left
from dataclasses import dataclass, field

from summitparse.actors.create import describe
from summitparse.actors.find import Mention, find_mentions
from summitparse.actors.labels import parse_labels
from summitparse.actors.names import is_patronymic
from summitparse.actors.people import People, Person
from summitparse.actors.resolve import Resolver
from summitparse.actors.words import Words
from summitparse.findings import ActorFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout

_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))


@dataclass(slots=True)
class Actor:
    """What `findings` is made of; a named person keeps `person`, a group its members."""

    kind: str
    name: str | None = None
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    members: tuple[int, ...] = ()
    person: int | None = None
    mentions: list[Span] = field(default_factory=list)


class Registry:
    """Actors of one release. Numbers, once handed out, stay; people named in the text have theirs from the start."""

    def __init__(self, layout: Layout, parse: Parse) -> None:
        self._layout = layout
        self._parse = parse
        self._words = Words(layout, parse)
        self._mentions = _all_mentions(layout, self._words)
        self._people = People(self._mentions)
        self._resolver = Resolver(self._words, self._people)
        self._resolver.run(self._mentions)
        self._spans = [mention.span for mention in self._mentions]
        self._starts = [span.start for span in self._spans]
        self._actors: list[Actor] = []
        self._number: dict[int, int] = {}
        self._groups: dict[tuple[int, ...], int] = {}
        self._made: dict[object, int] = {}
        self._speech: list[tuple[int, int, int]] = []
        self._number_people()

    def _number_people(self) -> None:
        for mention in self._mentions:
            person = mention.person
            if person is not None and person >= 0:
                if person not in self._number:
                    self._number[person] = len(self._actors)
                    self._actors.append(Actor("person", person=person))
                self._actors[self._number[person]].mentions.append(mention.span)

    def resolve(self, span: Span) -> int | None:
        """The actor that the noun phrase, name, role, group or pronoun at `span` refers to, or None."""
        tokens = self._parse.within(span)
        inside = self._within(span)
        head = _head_token(tokens)
        if head is not None and head.lower in _FIRST_PERSON and len(tokens) == 1:
            return self._speaker_at(span)
        together = self._coordinated(inside, tokens)
        if together:
            return self._group(together)
        for mention in inside:
            if head is None or mention.span.start <= head.start < mention.span.end:
                found = self._of(mention)
                if found is not None:
                    return found
        made = self._made.get(span)
        if made is not None:
            return made
        known = [mention for mention in inside if mention.person is not None]
        if len(known) == 1 and head is None:
            return self._of(known[0])
        return None

    def ensure(self, span: Span) -> int:
        """As `resolve`, and where nobody is known a new actor: a role, an organisation, a group or a document."""
        found = self.resolve(span)
        if found is not None:
            return found
        tokens = self._parse.within(span)
        inside = self._within(span)
        head = _head_token(tokens)
        mention = next((m for m in inside if head is None or m.span.start <= head.start < m.span.end), None)
        kind, name, titles, affiliation, key = describe(
            self._words, tokens, head, mention, self._layout.clean[span.start : span.end]
        )
        number = self._made.get(key)
        if number is None:
            number = len(self._actors)
            self._actors.append(Actor(kind, name, titles, affiliation))
            self._made[key] = number
        self._made[span] = number
        place = mention.span if mention is not None and mention.kind != "pronoun" else span
        if not any(place.overlaps(other) for other in self._actors[number].mentions):
            self._actors[number].mentions.append(place)
        return number

    def people_in(self, span: Span) -> list[tuple[Span, int]]:
        """The named people whom a stretch of the release's own words mentions, each with the place."""
        return [
            (mention.span, self._number[mention.person])
            for mention in self._within(span)
            if mention.person is not None and mention.person >= 0 and mention.kind != "pronoun" and not mention.quoted
        ]

    def speaking(self, span: Span, actor: int) -> None:
        """Tells who says the words at `span`, so that "I" in them is understood."""
        self._speech.append((span.start, span.end, actor))

    def findings(self) -> tuple[ActorFinding, ...]:
        """All actors in the order of their numbers."""
        return tuple(self._finding(actor) for actor in self._actors)

    def _finding(self, actor: Actor) -> ActorFinding:
        mentions = tuple(_apart(sorted(set(actor.mentions))))
        if actor.person is None:
            return ActorFinding(actor.kind, actor.name, actor.titles, actor.affiliation, actor.members, mentions)
        person = self._people.persons[actor.person]
        return ActorFinding("person", full_name(person), titles_of(person), affiliation_of(person), (), mentions)

    # Lookup

    def _within(self, span: Span) -> list[Mention]:
        a = bisect_left(self._starts, span.start)
        if a > 0 and self._spans[a - 1].end > span.start:
            a -= 1
        return self._mentions[a : bisect_left(self._starts, span.end)]

    def _of(self, mention: Mention) -> int | None:
        if mention.person is not None and mention.person >= 0:
            return self._number.get(mention.person)
        if mention.group:
            return self._group(mention.group)
        return None

    def _coordinated(self, inside: list[Mention], tokens: list[Token]) -> tuple[int, ...]:
        people = [m for m in inside if m.person is not None and m.person >= 0 and m.kind != "pronoun"]
        distinct = tuple(dict.fromkeys(m.person or 0 for m in people))
        if len(distinct) < 2:
            return ()
        covered = sum(m.end - m.first for m in people)
        joined = any(token.lower == "and" for token in tokens)
        return distinct if joined and covered >= len(tokens) - 2 * len(people) else ()

    def _group(self, members: tuple[int, ...]) -> int:
        number = self._groups.get(members)
        if number is None:
            number = self._groups[members] = len(self._actors)
            actor = Actor("group", members=tuple(self._number[member] for member in members))
            actor.mentions = [mention.span for mention in self._mentions if mention.group == members]
            self._actors.append(actor)
        return number

    def _speaker_at(self, span: Span) -> int | None:
        best = min(
            ((end - start, actor) for start, end, actor in self._speech if start <= span.start < end), default=None
        )
        return best[1] if best else None


def build_registry(layout: Layout, parse: Parse) -> Registry:
    """Finds the people of a release and who each mention of them is."""
    return Registry(layout, parse)


def _all_mentions(layout: Layout, words: Words) -> list[Mention]:
    mentions = find_mentions(words)
    for mention in mentions:
        mention.span = words.span(mention.first, mention.end)
    labels, owners = parse_labels(layout)
    if labels.tokens:
        label_words = Words(layout, labels)
        spoken = find_mentions(label_words)
        for mention in spoken:
            mention.span = label_words.span(mention.first, mention.end)
            mention.block = owners[labels.tokens[mention.first].sentence]
            mention.subject, mention.label, mention.quoted = True, True, False
            if mention.kind == "name":
                mention.evidence += 4
        mentions = [*mentions, *spoken]
        mentions.sort(key=lambda mention: mention.span)
    return mentions


def _head_token(tokens: list[Token]) -> Token | None:
    """The token of the phrase that hangs outside it: its head noun."""
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if (token.head < first or token.head > last or token.head == token.i) and token.dep not in (
            "punct",
            "case",
            "cc",
            "prep",
        ):
            return token
    return tokens[-1]


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def full_name(person: Person) -> str:
    """The fullest form in the text."""
    own = person.name
    forms = [
        form for form in person.forms.values() if not is_patronymic(form.words[-1]) or is_patronymic(own.words[-1])
    ]
    best = max(
        [*forms, own],
        key=lambda form: (len(form.words) > 1, not form.text.isupper(), len(form.words), len(form.suffix), form is own),
    )
    return best.text


def titles_of(person: Person) -> tuple[str, ...]:
    """Titles in order of mention; a bare "President" only where there is nothing fuller."""
    titles = [title for title, _ in person.titles]
    return tuple(
        t for t in titles if not any(t != other and t.casefold() in other.casefold().split() for other in titles)
    )


def affiliation_of(person: Person) -> str | None:
    if person.own_countries:
        return person.own_countries[0].name
    if person.orgs:
        return person.orgs[0]
    return person.countries[0].name if person.countries else None
