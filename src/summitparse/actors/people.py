"""Which names are one person's: full forms first, then shorter ones that fit exactly one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from summitparse.actors.find import BELIEVED, Mention
from summitparse.actors.find_roles import Role
from summitparse.countries import Country, find_countries
from summitparse.names.person import Name, fits, is_feminine, is_surname, near, same_word, sound, split
from summitparse.names.vocabulary import KNOWN_GENDERS, names, office_list
from summitparse.names.words import PERSONAL
from summitparse.text.signs import DASHES

# So many people of one surname are looked at; a hostile text can have any number.
_MOST_NAMESAKES = 40


@dataclass(slots=True)
class Person:
    """Somebody named; `country_of_roles` and `orgs` are in order of mention."""

    name: Name
    first: int
    forms: dict[tuple[str, ...], Name] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    offices: set[object] = field(default_factory=set)  # keys of the roles, each of which is kept once
    countries: list[Country] = field(default_factory=list)
    orgs: list[str] = field(default_factory=list)
    titles: list[tuple[str, Country | None]] = field(default_factory=list)
    gender: str | None = None
    told: str | None = None  # the gender that an honorific or an office tells, not only the given name
    own_countries: list[Country] = field(default_factory=list)  # those that are no part of an organisation's name
    bare: bool = False  # named first without a country, as a release names its own country's people
    aside: set[tuple[str, ...]] = field(default_factory=set)  # forms that stand in brackets
    times: int = 0  # how often they are named

    @property
    def country(self) -> Country | None:
        return self.countries[0] if self.countries else None


class People:
    """All people named in a release, and which mention is whose."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        named = [mention for mention in mentions if mention.run]
        self._full_names(named)
        for mention in named:
            if mention.person is not None:
                self._learn(mention)
        self._short_names(named)

    def _full_names(self, named: Sequence[Mention]) -> None:
        """Names of two words and more, the longest first, each with all the evidence that its mentions have."""
        forms: dict[tuple[str, ...], list[Mention]] = {}
        for mention in named:
            name = mention.named.name
            if len(name.words) > 1:
                forms.setdefault((*name.key, name.suffix.strip(".").lower()), []).append(mention)
        single = [m for m in named if is_surname(m.named.name)]
        surnames = {sound(m.named.name.words[-1]) for m in single if m.evidence >= BELIEVED}
        spoken = {sound(m.named.name.words[-1]) for m in single if m.evidence > 0}  # "Omarov said"
        order = sorted(forms.values(), key=lambda group: (-len(group[0].named.name.words), group[0].first))
        for group in order:
            name = max((m.named.name for m in group), key=lambda name: len(name.suffix))
            evidence = max(mention.evidence for mention in group)
            last = sound(name.words[-1])
            two = len(split(name.words)[0]) == 1
            if (last in surnames and evidence > 0) or (last in spoken and evidence >= 0 and two):
                evidence = max(evidence, BELIEVED)
            person = self._same_person(name, group[0], least=5)
            if person is None and evidence >= BELIEVED:
                person = self._add(name, group[0].span.start)
            if person is not None:
                for mention in group:
                    if mention.evidence > -3:
                        mention.person = person

    def _same_person(self, name: Name, mention: Mention, least: int) -> int | None:
        scored = sorted(
            ((fits(name, self.persons[i].name), -i) for i in self._namesakes(name) if self._agree(i, mention)),
            reverse=True,
        )
        if not scored or scored[0][0] < least:
            return None
        if len(scored) > 1 and scored[1][0] == scored[0][0]:
            return None
        return -scored[0][1]

    def _agree(self, person: int, mention: Mention) -> bool:
        known = self.persons[person]
        mine = known.told or known.gender
        theirs = mention.named.gender
        return not (mine and theirs and mine != theirs)

    def _namesakes(self, name: Name) -> list[int]:
        found: dict[int, None] = {}
        for word in name.words:
            found.update(dict.fromkeys(self._by_word.get(sound(word), ())[-_MOST_NAMESAKES:]))
        return list(found)

    def _add(self, name: Name, first: int) -> int:
        self.persons.append(Person(name, first))
        number = len(self.persons) - 1
        for word in dict.fromkeys(map(sound, name.words)):
            self._by_word.setdefault(word, []).append(number)
        return number

    def _short_names(self, named: Sequence[Mention]) -> None:
        """Names of one word, and short forms that fit several people: by title, then by who was named last."""
        last: dict[int, int] = {}
        for order, mention in enumerate(named):
            if mention.person is None:
                name = mention.named.name
                beside = named[order - 1] if order and mention.joined else None
                apart = beside is not None and beside.end == mention.first - 1 and mention.named.gender == "f"
                other = beside.person if beside is not None and apart else None
                mention.person = self._short(name, mention, last, other)
                if mention.person is None and mention.evidence >= BELIEVED:
                    mention.person = self._add(name, mention.span.start)
                if mention.person is not None:
                    self._learn(mention)
            if mention.person is not None:
                last[mention.person] = order

    def _short(self, name: Name, mention: Mention, last: dict[int, int], other: int | None) -> int | None:
        """Whose short form a mention is; not the `other`'s, whom it is named beside ("President Roe and Mrs. Roe")."""
        titled = mention.evidence >= BELIEVED
        given = name.words[0].lower() in names().gender
        candidates = []
        for person in self._namesakes(name):
            score = fits(name, self.persons[person].name)
            if score == 0 or person == other or not self._agree(person, mention):
                continue
            surname_first = mention.subject and self.persons[person].name.words[0].lower() not in names().gender
            inner = mention.acts and score == 4  # "Lula" of "Luiz Inácio Lula da Silva"
            known = (given or surname_first or inner) and person in last
            if len(name.words) == 1 and score < 6 and not (titled or known):
                continue
            doubtful = mention.named.before_institution or (mention.named.kinds == "X" and not mention.subject)
            if len(name.words) == 1 and not titled and doubtful:
                continue
            candidates.append(
                (
                    self._title_score(person, mention),
                    self._gender_score(person, mention),
                    score >= 6,
                    last.get(person, -1),
                    score,
                    -person,
                )
            )
        if candidates:
            best = max(candidates)
            return None if best[0] < 0 else -best[5]
        if len(name.words) == 1 and mention.subject and mention.named.kinds in PERSONAL:
            alike = [
                i
                for i in islice(reversed(last), _MOST_NAMESAKES)
                if near(name.words[0], self.persons[i].name.words[-1])
                and i != other
                and self._agree(i, mention)
                and not is_feminine(name.words[0], self.persons[i].name.words[-1])
            ]
            return alike[0] if len(alike) == 1 else None
        return None

    def _gender_score(self, person: int, mention: Mention) -> int:
        """What the given name lets expect, against what "Mr" or "Ms" says."""
        mine, theirs = self.persons[person].gender, mention.named.gender
        return 0 if theirs is None or mine not in KNOWN_GENDERS else 1 if mine == theirs else -1

    def _title_score(self, person: int, mention: Mention) -> int:
        """Does the title before this name belong to that person? Another country's title speaks against it."""
        known = self.persons[person]
        score = 0
        for role in mention.roles:
            if any(role.head == other.head for other in known.roles):
                score += 1
            elif known.roles and mention.span.start < known.first and role.office.of_state:
                score -= 3  # "Vice President Harris", and only later somebody else of that surname
            country = mention.country or role.country
            if country and known.countries and country not in known.countries:
                score -= 3
        return score

    def surnamed(self, word: str) -> int | None:
        """Who has this surname; of several, who is named most."""
        found = [i for i in self._by_word.get(sound(word), ()) if same_word(self.persons[i].name.words[-1], word)]
        return max(found, key=lambda i: self.persons[i].times, default=None)

    def lead(self, mentions: Sequence[Mention]) -> Mention | None:
        """Where somebody is the first subject of title or body, or speaks first in a transcript."""
        for mention in mentions:
            if mention.person is not None and mention.run and mention.subject and not mention.quoted:
                return mention
        return None

    def _learn(self, mention: Mention) -> None:
        """What a mention tells about its person: fuller name, titles, country, gender."""
        person = self.persons[mention.person or 0]
        run = mention.named
        if mention.span.start <= person.first:
            person.first = mention.span.start
            person.bare = not (mention.country or any(role.countries or role.org for role in mention.roles))
        person.times += 1
        known = person.forms.get(run.name.key)
        if mention.aside:
            person.aside.add(run.name.key)
        elif known is None or (known.text.isupper() and not run.name.text.isupper()):
            person.forms[run.name.key] = run.name
        if run.name.suffix and not person.name.suffix and person.name.key == run.name.key:
            person.name = run.name
        gender = run.gender or mention.gender
        if gender in KNOWN_GENDERS and (person.gender is None or run.gender):
            person.gender = gender
        person.told = run.gender or person.told
        for role in mention.roles:
            person.told = person.told or _gender_of(role)
            person.gender = person.told or person.gender
            add_role(person, role, mention.country, mention.org)
        if mention.country and mention.country not in person.countries:
            person.countries.append(mention.country)
            person.own_countries.append(mention.country)
        if mention.org and mention.org not in person.orgs:
            person.orgs.append(mention.org)


def _gender_of(role: Role) -> str | None:
    head = role.office.head
    if head in office_list("female") or head.endswith("woman"):
        return "f"
    return "m" if head in office_list("male") or head.endswith("man") else None


def add_role(person: Person, role: Role, country: Country | None = None, org: str | None = None) -> None:
    """A title that is the person's; `country` is theirs where the phrase names several."""
    if role.key not in person.offices:
        person.offices.add(role.key)
        person.roles.append(role)
    country = country or role.country
    if country and country not in person.countries:
        person.countries.append(country)
    if (
        country
        and country not in person.own_countries
        and not (role.org and role.org_adjective and role.office.group == "other")
    ):
        person.own_countries.append(country)
    if role.org and role.org not in person.orgs:
        person.orgs.append(role.org)
    if role.office.head in office_list("no_titles"):
        return
    told = bool(role.org) if role.head.endswith("leader") else role.head.endswith("head") and role.has_complement
    if role.office.group != "description" or told or (role.head.endswith("head") and role.org):
        title = role.title
        if role.plural and country is not None:
            title = f"{title} of {country.name}"
        if all(title.casefold() != known.casefold() for known, _ in person.titles):
            person.titles.append((title, country))


def leads(person: Person) -> bool:
    """Is it somebody who can speak for a state: its head, its government's, or one whom the release gives no title?"""
    return not person.roles or any(role.office.of_state for role in person.roles)


def country_pair(title: str) -> tuple[Country, Country] | None:
    """The two countries of "Russian-Indian talks"."""
    mentions = find_countries(title)
    for first, second in pairwise(mentions):
        if title[first.span.end : second.span.start] in DASHES and first.country != second.country:
            return first.country, second.country
    return None
