"""The registry of one release: hands out numbers for actors, and answers who a stretch of text refers to."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from summitparse.actors.create import Description, can_speak, describe, nouns
from summitparse.actors.find import PRONOUNS, Mention
from summitparse.actors.made import Made
from summitparse.actors.mentions import all_mentions, head_token
from summitparse.actors.naming import affiliation_of, full_name, titles_of
from summitparse.actors.people import People, country_pair, leads
from summitparse.actors.resolve import Resolver
from summitparse.actors.words import Words
from summitparse.countries import country_of
from summitparse.findings import ActorFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.rules import weigh

_JOINING = frozenset(("and", ",", "the", "both", "&", "as", "well"))
_OF_TWO = frozenset(("former", "latter"))
_THEY = frozenset(("they", "both"))
# "They" points back over so many mentions and sentences.
_LOOK_BACK = 12
_SENTENCES_BACK = 4
# A name at the end of a label has so many words at most.
_LONGEST_NAME = 6
_WOMEN = ("woman", "queen", "princess")
_MEN = ("man", "king", "prince")
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
        self._mentions = all_mentions(layout, self._words)
        self._people = People(self._mentions)
        self._resolver = Resolver(self._words, self._people)
        self._resolver.run(self._mentions)
        self._complete_pair()
        self._spans = [mention.span for mention in self._mentions]
        self._starts = [span.start for span in self._spans]
        self._actors: list[Actor] = []
        self._number: dict[int, int] = {}
        self._groups: dict[tuple[int, ...], int] = {}
        self._made = Made()
        self._speech: list[tuple[int, int, int]] = []
        self._by_form = {
            form.text: number
            for number, person in enumerate(self._people.persons)
            for form in person.forms.values()
            if len(form.words) > 1
        }
        self._number_people()

    def _number_people(self) -> None:
        for mention in self._mentions:
            person = mention.person
            if person is not None and person >= 0:
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
        """The actor that the noun phrase, name, role, group or pronoun at `span` refers to, or None."""
        tokens = self._parse.within(span)
        head = head_token(tokens)
        if head is not None and head.lower in _FIRST_PERSON and len(tokens) == 1:
            return self._speaker_at(span)
        inside = self._within(span)
        if len(tokens) == 2 and tokens[0].lower == "the" and tokens[1].lower in _OF_TWO:
            return self._of_two(span, tokens[1].lower)
        if not tokens and (labelled := self._at_end_of_label(span)) is not None:
            return labelled
        together = self._coordinated(inside, tokens)
        if together:
            number = self._group(together)
            if not any(span.overlaps(other) for other in self._actors[number].mentions):
                self._mentioned(number, span, "actors.together")
            return number
        at_head = [m for m in inside if head is None or m.span.start <= head.start < m.span.end]
        for mention in at_head:
            found = self._of(mention)
            if found is not None:
                return found
        made = self._made.at(span)
        if made is None and len(tokens) == 1 and tokens[0].lower in _THEY:
            made = self._group_before(tokens[0])
        return made if made is not None else self._beside_head(span, tokens, head, inside)

    def _of_two(self, span: Span, word: str) -> int | None:
        """ "The former", "the latter": of the two people whom the sentence before names."""
        here = self._parse.sentence_at(span.start) or 0
        named: dict[int, None] = {}
        last = bisect_left(self._starts, span.start)
        for mention in self._mentions[max(0, last - _LOOK_BACK) : last]:
            number = self._of(mention) if mention.run is not None and not mention.label else None
            if number is not None and (self._parse.sentence_at(mention.span.start) or 0) in (here - 1, here):
                if mention.span.end <= span.start:
                    named[number] = None
        people = list(named)
        return people[0 if word == "former" else 1] if len(people) == 2 else None

    def _at_end_of_label(self, span: Span) -> int | None:
        """The person whose full name a label ends with: others can be named in their title."""
        words = self._layout.clean[span.start : span.end].split()
        for first in range(max(0, len(words) - _LONGEST_NAME), len(words) - 1):
            person = self._by_form.get(" ".join(words[first:]))
            if person is not None:
                return self._number.get(person)
        return None

    def _beside_head(self, span: Span, tokens: list[Token], head: Token | None, inside: list[Mention]) -> int | None:
        """Where the parse has the head wrong: a title and a comma before the name, words of a title before it, a
        surname that the tagger took for something else, and "who" after a name."""
        named = [m for m in inside if m.run is not None and self._of(m) is not None and not self._owns(m, tokens)]
        if head is not None and head.lower in ("who", "whom"):
            before = self._before(span.start)
            return self._of(before) if before is not None else None
        if len({mention.person for mention in named}) == 1 and tokens:
            lead = [token for token in tokens if token.start < named[0].span.start]
            if all(token.tag[0] in "NJDV,:`" or token.tag in ("HYPH", "CD") for token in lead) or (
                inside[0].roles and inside[0].run is None and lead[-1].text == ","
            ):
                return self._of(named[0])
        if head is not None and head.text[0].isupper() and len(tokens) <= 2:
            person = self._people.surnamed(head.text)
            return None if person is None else self._number.get(person)
        return None

    def _owns(self, mention: Mention, tokens: list[Token]) -> bool:
        """Whether a phrase is somebody else, whom the name in it only has: "President Roe’s driver"."""
        following = next((token for token in tokens if token.start >= mention.span.end), None)
        return following is not None and following.tag == "POS"

    def _group_before(self, pronoun: Token) -> int | None:
        """Whom "they" means where no two people were named right before: the group that was the subject last ("The
        ministers noted …", "Both sides expressed …"), a few sentences back at the most."""
        span = Span(pronoun.start, pronoun.end)
        found = self._made.last_group(span.start)
        i = bisect_left(self._starts, span.start)
        for mention in reversed(self._mentions[max(0, i - _LOOK_BACK) : i]):
            if found is not None and mention.span.start < found[0]:
                break
            if mention.subject and not mention.quoted and mention.roles and mention.roles[0].plural and not mention.run:
                found = mention.span.start, self.ensure(mention.span)
                break
        if found is None:
            return self._pair_that_met(span)
        before = self._parse.sentence_at(found[0])
        if before is None or pronoun.sentence - before > _SENTENCES_BACK:
            return None
        self._made.add(Description("group", key=("pronoun", span)), span, found[1])
        self._mentioned(found[1], span, "actors.they")
        return found[1]

    def _pair_that_met(self, pronoun: Span) -> int | None:
        """The two people of a call or a meeting, where nobody else has been named: whom "they" means there."""
        title = self._layout.header.title
        words = self._layout.clean[title.start : title.end].casefold().split() if title else []
        if nouns("talks").isdisjoint(words):
            return None
        named = [person for person in islice(self._number, 3) if self._people.persons[person].first < pronoun.start]
        if len(named) != 2:
            return None
        met = (min(named), max(named))
        number = self._group(met)
        self._mentioned(number, pronoun, "actors.met")
        return number

    def _before(self, offset: int) -> Mention | None:
        """The name that ends right before a relative pronoun, a comma between them or not."""
        i = bisect_left(self._starts, offset) - 1
        if i >= 0 and self._layout.clean[self._spans[i].end : offset].strip() in ("", ","):
            return self._mentions[i]
        return None

    def ensure(self, span: Span) -> int:
        """As `resolve`, and where nobody is known a new actor: a role, an organisation, a group or a document."""
        found = self.resolve(span)
        if found is not None:
            return found
        tokens = self._parse.within(span)
        head = head_token(tokens)
        found = self._nearest(span, head)
        if found is not None:
            return found
        inside = self._within(span)
        mention = next((m for m in inside if head is None or m.span.start <= head.start < m.span.end), None)
        made = describe(self._words, span, tokens, head, mention)
        number = self._made.find(made, span)
        if number is None:
            number = len(self._actors)
            self._actors.append(Actor(made.kind, made.name, made.titles, made.affiliation))
        self._made.add(made, span, number)
        place = mention.span if mention is not None and mention.kind != "pronoun" and head is not None else span
        if mention is not None and mention.run is not None and made.name not in (None, mention.run.name.text):
            place = span  # "White House" is more than the word that could be a surname
        self._mentioned(number, place, "actors.described")
        return number

    def referent(self, span: Span) -> int | None:
        """As `resolve`; a "he" that nothing surer resolves is the person named or made last."""
        found = self.resolve(span)
        return found if found is not None else self._nearest(span, head_token(self._parse.within(span)))

    def _nearest(self, span: Span, head: Token | None) -> int | None:
        """Notes whom "he" or "she" means by nearness alone."""
        gender = PRONOUNS.get(head.lower) if head is not None else None
        found = self._last_person(span, gender) if gender in ("m", "f") else None
        if found is not None:
            self._mentioned(found, span, "actors.nearest")
            self._made.add(Description("pronoun", key=("pronoun", span)), span, found)
        return found

    def _last_person(self, span: Span, gender: str | None) -> int | None:
        """The person named or made last before a pronoun that nothing surer resolves."""
        made = self._made.last_person(span.start)
        i = bisect_left(self._starts, span.start) - 1
        for mention in reversed(self._mentions[max(0, i - 12) : i + 1]):
            if made is not None and mention.span.start < made[0]:
                break
            if mention.run is not None and mention.person is not None and mention.span.end <= span.start:
                if self._people.persons[mention.person].gender in (None, "e", gender):
                    return self._of(mention)
        return None if made is None else made[1]

    def unnamed(self, span: Span, pronoun: str) -> int | None:
        """The person known only by the office at `span`, if "he" or "she" can mean them."""
        gender, word = PRONOUNS.get(pronoun), self._layout.clean[span.start : span.end].lower()
        is_woman = word.endswith(_WOMEN)
        fits = not is_woman if gender == "m" else is_woman or not word.endswith(_MEN)
        role = next((m for m in self._within(span) if m.kind == "role" and m.span.end >= span.end), None)
        if gender not in ("m", "f") or not fits or (role is not None and any(r.plural for r in role.roles)):
            return None
        head = head_token(self._parse.within(span))
        if role is None and (head is None or head.tag != "NN" or not can_speak(head)):
            return None
        known = self.resolve(span) is not None and (role is None or self._of(role) is not None)
        return None if known else self._ensured_person(span)

    def person_at(self, span: Span, pronoun: str) -> int | None:
        """The person at `span`, named or known by an office alone, if "he" or "she" can mean them."""
        number = self.resolve(span)
        if number is None:
            return self.unnamed(span, pronoun)
        person = self._actors[number].person
        gender = self._people.persons[person].gender if person is not None else None
        fits = gender in (None, "e", PRONOUNS.get(pronoun))
        return number if self._actors[number].kind == "person" and fits else None

    def _ensured_person(self, span: Span) -> int | None:
        number = self.ensure(span)
        return number if self._actors[number].kind == "person" else None

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
            for mention in self._within(span)
            if mention.person is not None and mention.person >= 0 and mention.kind != "pronoun" and not mention.quoted
        ]

    def names(self) -> list[Span]:
        """The places of all names of people, titles in front of them left in."""
        return [mention.span for mention in self._mentions if mention.run is not None and mention.person is not None]

    def speaking(self, span: Span, actor: int) -> None:
        """Tells who says the words at `span`, so that "I" in them is understood."""
        self._speech.append((span.start, span.end, actor))

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
        """Who all are named in "Presidents of A and B X Y and Z W", if the phrase is nothing but their names."""
        named = [m for m in inside if m.person is not None and m.kind != "pronoun" and not m.label]
        people = tuple(dict.fromkeys(m.person or 0 for m in named))
        if len(people) < 2 or not any(token.lower == "and" for token in tokens):
            return ()
        covered = {i for m in named for i in range(m.first, m.end)}
        covered.update(i for m in named for role in m.roles for i in range(role.first, role.end))
        return people if all(token.i in covered or token.lower in _JOINING for token in tokens) else ()

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

    def _speaker_at(self, span: Span) -> int | None:
        best = min(
            ((end - start, actor) for start, end, actor in self._speech if start <= span.start < end), default=None
        )
        return best[1] if best else None


def build_registry(layout: Layout, parse: Parse) -> Registry:
    """Finds the people of a release and who each mention of them is."""
    return Registry(layout, parse)


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
