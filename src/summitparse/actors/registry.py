"""The registry of one release: the one that hands out numbers for actors and notes their mentions."""

from dataclasses import dataclass, field

from summitparse.actors.create import Description, describe
from summitparse.actors.find import PRONOUNS
from summitparse.actors.lookup import Lookup
from summitparse.actors.mentions import all_mentions, head_token
from summitparse.actors.naming import affiliation_of, full_name, titles_of
from summitparse.actors.people import People, country_pair, leads
from summitparse.actors.resolve import Resolver
from summitparse.countries import country_of
from summitparse.findings import ActorFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.names.vocabulary import KNOWN_GENDERS
from summitparse.names.words import Words
from summitparse.rules import weigh
from summitparse.voices import Voices

_WOMEN = ("woman", "queen", "princess")
_MEN = ("man", "king", "prince")
# What "it" can mean.
_IMPERSONAL = ("organisation", "document")


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

    def __init__(self, voices: Voices, parse: Parse) -> None:
        self._layout = layout = voices.layout
        self._parse = parse
        self._words = Words(layout, parse)
        self._mentions = all_mentions(voices, self._words)
        self._people = People(self._mentions)
        self._resolver = Resolver(self._words, self._people)
        self._resolver.run(self._mentions)
        self._complete_pair()
        self._lookup = Lookup(layout, parse, self._mentions, self._people)
        self._number = self._lookup.numbers
        self._made = self._lookup.made
        self._actors: list[Actor] = []
        self._groups: dict[tuple[int, ...], int] = {}
        self._number_people()

    def _number_people(self) -> None:
        for mention in self._mentions:
            person = mention.person
            if person is not None:
                if person not in self._number:
                    self._number[person] = len(self._actors)
                    self._actors.append(Actor("person", person=person))
                rule = "actors.label" if mention.label else f"actors.{mention.kind}"
                self._mentioned(self._number[person], mention.span, rule)

    def _mentioned(self, number: int, span: Span, rule: str) -> None:
        """Adds a mention of an actor, which a rule found."""
        self._actors[number].mentions.append(span)
        weigh(rule, span)

    def _complete_pair(self) -> None:
        """ "Russian-Indian talks" with one who is India's: the other who leads a state is Russia's."""
        title = self._layout.header.title
        pair = country_pair(self._layout.clean[title.start : title.end]) if title else None
        leaders = [person for person in self._people.persons if leads(person)]
        if pair is None or len(leaders) != 2:
            return
        for one, other in (leaders, leaders[::-1]):
            if not one.countries and not one.orgs and other.country in pair:
                country = pair[0] if other.country == pair[1] else pair[1]
                one.countries.append(country)
                one.own_countries.append(country)

    def resolve(self, span: Span) -> int | None:
        """The actor that the noun phrase, name, role, group or pronoun at `span` refers to, if it has a number already.
        Changes nothing."""
        answer = self._lookup.find(span)
        if answer is None or answer.number is not None:
            return answer.number if answer is not None else None
        return self.resolve(answer.like) if answer.like is not None else self._groups.get(answer.members)

    def refer(self, span: Span) -> int | None:
        """As `resolve`, and notes that the words at `span` mean that actor; people who together are meant for the first
        time become a group."""
        answer = self._lookup.find(span)
        if answer is None:
            return None
        number = answer.number
        if number is None:
            number = self.ensure(answer.like) if answer.like is not None else self._group(answer.members)
        if answer.rule and not any(span.overlaps(other) for other in self._actors[number].mentions):
            self._mentioned(number, span, answer.rule)
        if answer.rule == "actors.they":
            self._made.add(Description("group", key=("pronoun", span)), span, number)
        return number

    def ensure(self, span: Span) -> int:
        """As `refer`, and where nobody is known a new actor: a role, an organisation, a group or a document."""
        found = self.refer(span)
        if found is not None:
            return found
        made, place = self._described(span)
        number = self._made.find(made, span)
        if number is None:
            number = len(self._actors)
            self._actors.append(Actor(made.kind, made.name, made.titles, made.affiliation))
        self._made.add(made, span, number)
        self._mentioned(number, place, "actors.described")
        return number

    def _described(self, span: Span) -> tuple[Description, Span]:
        """What an actor is whom nobody knows, and the words that mention it."""
        tokens = self._parse.within(span)
        head = head_token(tokens)
        inside = self._lookup.within(span)
        mention = next((m for m in inside if head is None or m.span.start <= head.start < m.span.end), None)
        made = describe(self._words, span, tokens, head, mention)
        if mention is None or mention.kind == "pronoun" or head is None:
            return made, span
        # "White House" is more than the word that could be a surname
        longer = mention.run is not None and made.name not in (None, mention.run.name.text)
        return made, span if longer else mention.span

    def referent(self, span: Span) -> int | None:
        """As `refer`; a "he" that nothing surer resolves is the person named or made last."""
        found = self.refer(span)
        return found if found is not None else self._nearest(span, head_token(self._parse.within(span)))

    def _nearest(self, span: Span, head: Token | None) -> int | None:
        """Notes whom "he" or "she" means by nearness alone."""
        gender = PRONOUNS.get(head.lower) if head is not None else None
        found = self._lookup.last_person(span, gender) if gender in KNOWN_GENDERS else None
        if found is not None:
            self._mentioned(found, span, "actors.nearest")
            self._made.add(Description("pronoun", key=("pronoun", span)), span, found)
        return found

    def unnamed(self, span: Span, pronoun: str) -> int | None:
        """The person known only by the office at `span`, a new actor if need be, if "he" or "she" can mean them."""
        gender, word = PRONOUNS.get(pronoun), self._layout.clean[span.start : span.end].lower()
        is_woman = word.endswith(_WOMEN)
        fits = not is_woman if gender == "m" else is_woman or not word.endswith(_MEN)
        role = next((m for m in self._lookup.within(span) if m.kind == "role" and m.span.end >= span.end), None)
        if gender not in KNOWN_GENDERS or not fits or (role is not None and any(r.plural for r in role.roles)):
            return None
        known = self._lookup.find(span) is not None and (role is None or self._lookup.of(role) is not None)
        return None if known else self._ensured_person(span)

    def person_at(self, span: Span, pronoun: str) -> int | None:
        """The person at `span`, named or known by an office alone, if "he" or "she" can mean them."""
        number = self.resolve(span)
        if number is None:
            return self.unnamed(span, pronoun) if self._lookup.find(span) is None else None
        return number if self.can_be(number, pronoun) else None

    def can_be(self, number: int, pronoun: str) -> bool:
        """Whether "he", "she", "they" or "it" can mean an actor."""
        actor, gender = self._actors[number], PRONOUNS.get(pronoun)
        if gender not in KNOWN_GENDERS:
            return actor.kind == "group" if gender else pronoun == "it" and actor.kind in _IMPERSONAL
        known = self._people.persons[actor.person].gender if actor.person is not None else None
        return actor.kind == "person" and known in (None, "e", gender)

    def _ensured_person(self, span: Span) -> int | None:
        """As `ensure`, for a person; nobody else is made."""
        number = self.resolve(span)
        if number is None:
            made, _ = self._described(span)
            number = self._made.find(made, span)
            if number is None and made.kind == "person":
                return self.ensure(span)
        return self.ensure(span) if number is not None and self._actors[number].kind == "person" else None

    def same(self, span: Span, actor: int) -> int:
        """Notes that the pronoun at `span` means an actor, and nobody else."""
        other = self.resolve(span)
        if other is not None and other != actor and span in self._actors[other].mentions:
            self._actors[other].mentions.remove(span)
        self._mentioned(actor, span, "actors.same")
        return actor

    def kind_of(self, number: int) -> str:
        """person, organisation, group or document."""
        return self._actors[number].kind

    def people_in(self, span: Span) -> list[tuple[Span, int]]:
        """The named people whom a stretch of the release's own words mentions, each with the place."""
        return [
            (mention.span, self._number[mention.person])
            for mention in self._lookup.within(span)
            if mention.person is not None and mention.kind != "pronoun" and not mention.quoted
        ]

    def names(self) -> list[Span]:
        """The places of all names of people, titles in front of them left in."""
        return [mention.span for mention in self._mentions if mention.run is not None and mention.person is not None]

    def speaking(self, span: Span, actor: int) -> None:
        """Tells who says the words at `span`, so that "I" in them is understood."""
        self._lookup.speech.append((span.start, span.end, actor))

    def findings(self) -> tuple[ActorFinding, ...]:
        """All actors in the order of their numbers."""
        return tuple(self._finding(actor) for actor in self._actors)

    def _finding(self, actor: Actor) -> ActorFinding:
        mentions = tuple(_apart(sorted(set(actor.mentions))))
        if actor.person is None:
            return ActorFinding(
                actor.kind,
                actor.name,
                actor.titles or self._called(actor.members),
                actor.affiliation,
                _country(actor.affiliation),
                actor.members,
                mentions,
            )
        person = self._people.persons[actor.person]
        affiliation = affiliation_of(person)
        return ActorFinding(
            "person", full_name(person), titles_of(person), affiliation, _country(affiliation), (), mentions
        )

    def _called(self, members: tuple[int, ...]) -> tuple[str, ...]:
        """Of a group: the full names of its members, as one title ("Ana Berg and Olav Lund")."""
        numbers = [self._actors[member].person for member in members]
        called = [full_name(self._people.persons[number]) for number in numbers if number is not None]
        return (" and ".join((", ".join(called[:-1]), called[-1])),) if len(called) > 1 else ()

    def _group(self, members: tuple[int, ...]) -> int:
        number = self._groups.get(members)
        if number is None:
            number = self._groups[members] = len(self._actors)
            actor = Actor("group", members=tuple(self._number[member] for member in members))
            self._actors.append(actor)
            for mention in self._mentions:
                if mention.group == members:
                    self._mentioned(number, mention.span, "actors.pair")
        return number


def build_registry(voices: Voices, parse: Parse) -> Registry:
    """Finds the people of a release and who each mention of them is."""
    return Registry(voices, parse)


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _country(affiliation: str | None) -> str | None:
    """ISO 3166-1 alpha-2 of the one country that an affiliation names."""
    country = country_of(affiliation) if affiliation else None
    return country.alpha2 if country else None
