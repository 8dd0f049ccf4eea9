"""Whose is "the President", and who is "he"? One pass over the mentions in text order."""

from collections.abc import Sequence
from itertools import islice

from summitparse.actors.find import Mention
from summitparse.actors.find_roles import Role
from summitparse.actors.people import People, Person, add_role
from summitparse.actors.words import Words

# Words for somebody who is known already, by what office they may have.
_ANY_OFFICE = frozenset(
    ("leader", "counterpart", "colleague", "politician", "statesman", "interlocutor", "guest", "host")
)
_LOOSE_PORTFOLIO = frozenset(("minister", "prime", "state", "affairs", "general", "national", "federal", "cabinet"))
# A pronoun points back at most so many paragraphs of the release's own words.
_FARTHEST = 2
# So many people can be in focus at once.
_IN_FOCUS = 12
_OFFICES_OF_STATE = frozenset(("head of state", "monarch", "head of government"))
_SMALL = frozenset(("of", "the", "and", "for", "&"))
# Whom a person without a title can be.
_HEADS = frozenset(("president", "head of state", "leader"))
# With more people than this only those named first and last are looked at.
_MANY = 80


class Resolver:
    """Keeps who was named when; `strong` is the last place as subject or source, outside quotation marks."""

    def __init__(self, words: Words, people: People) -> None:
        self.words = words
        self.people = people
        self.seen: dict[int, int] = {}
        self.strong: dict[int, int] = {}
        self.near: dict[int, int] = {}  # person → block of the last mention outside quotation marks
        self.sentence: dict[int, int] = {}  # person → sentence of the last strong mention
        self.where: dict[int, int] = {}  # person → block of the last strong mention
        self.group: tuple[tuple[int, ...], int] = ((), -9)  # members, sentence
        self.group_acts = False  # they were the subject of that sentence
        self.clock = 0
        self.lead: int | None = None

    def run(self, mentions: Sequence[Mention]) -> None:
        previous: Mention | None = None
        self.lead = self.people.lead(mentions)
        for mention in mentions:
            self.clock += 1
            if mention.tied is not None:
                mention.person = mention.tied.person
            elif mention.kind == "role":
                self._role(mention)
            elif mention.kind == "pronoun" and not mention.quoted:
                self._pronoun(mention)
            if mention.person is not None and mention.person >= 0:
                self._note(mention)
                if previous and previous.person not in (None, mention.person) and self._coordinated(previous, mention):
                    self._join(previous, mention)
            if mention.kind != "pronoun":
                previous = mention

    def _note(self, mention: Mention) -> None:
        person = mention.person
        assert person is not None
        if mention.quoted:
            self.seen.setdefault(person, -1)
            return
        self.seen.pop(person, None)  # so that the last is the newest, here and below
        self.seen[person] = self.clock
        self.near[person] = mention.block
        if mention.subject:
            self.strong.pop(person, None)
            self.strong[person] = self.clock
            self.where[person] = mention.block
            self.sentence[person] = self._sentence(mention)

    def _sentence(self, mention: Mention) -> int:
        return -9 if mention.label else self.words.tokens[mention.first].sentence

    def _coordinated(self, a: Mention, b: Mention) -> bool:
        if a.block != b.block or b.first <= a.end or b.first - a.end > 2:
            return False
        return any(token.lower == "and" for token in self.words.tokens[a.end : b.first])

    def _join(self, first: Mention, second: Mention) -> None:
        """Two people named together are whom "they" means, unless two were the subject of the sentence before them."""
        here = self._sentence(second)
        if self.group[1] != here or not self.group_acts:
            self.group = ((first.person or 0, second.person or 0), here)
            self.group_acts = first.subject

    # Roles

    def _role(self, mention: Mention) -> None:
        role = mention.roles[0]
        if role.indefinite or role.head.startswith(("former", "ex")) or (role.counted and not role.countries):
            return
        if role.plural:
            mention.group = self._members(role, mention)
            if mention.group:
                self.group = (mention.group, self._sentence(mention))
                self.group_acts = mention.subject
            return
        if mention.quoted and not role.countries:
            return
        if not (role.definite or (role.capital and (role.countries or role.org or self._acts(mention)))):
            return
        if role.possessor is not None and role.office.head not in ("counterpart", "colleague"):
            return
        person = self.who(role)
        if person is not None:
            mention.person = person
            known = self.people.persons[person]
            if role.capital and role.office.group != "description" and (role.countries or not known.titles):
                add_role(known, role)
            elif role.country and not known.countries:
                known.countries.append(role.country)

    def _acts(self, mention: Mention) -> bool:
        """ "PM said", "the President and Prime Minister agreed": an office without an article right before a verb."""
        if mention.label or not mention.subject or mention.end >= len(self.words.tokens):
            return False
        return self.words.tokens[mention.end].tag in ("VBD", "VBZ", "VBP", "MD", "RB")

    def who(self, role: Role) -> int | None:
        """The person whose office this is: by office and country, then by whose it is at home, then by focus."""
        persons = self.people.persons
        scores = {i: score for i in self._candidates() if (score := match(role, persons[i]))}
        if role.countries or role.org:
            if not scores:
                return self._untitled(role)
            known = [i for i in scores if not role.countries or persons[i].countries]
            if not known and len(scores) > 1:
                return None  # whose country is not said could be any of them
            return max(known or scores, key=lambda i: (scores[i], self.strong.get(i, -1), self.seen.get(i, -2), -i))
        own = [i for i in scores if persons[i].bare]
        home = self._untitled(role)
        if home is not None and all(persons[i].times < persons[home].times for i in own):
            return home
        if own and (role.office.group in ("state", "government") or role.office.head in _OFFICES_OF_STATE):
            return max(own, key=lambda i: (persons[i].times, -persons[i].first))
        return max(scores, key=lambda i: (self.strong.get(i, -1), self.seen.get(i, -2), scores[i], -i), default=None)

    def _candidates(self) -> list[int]:
        """All people, or of a great many those who were named first and last."""
        number = len(self.people.persons)
        if number <= _MANY:
            return list(range(number))
        return sorted({*range(_MANY // 2), *islice(reversed(self.seen), _MANY // 2)})

    def _untitled(self, role: Role) -> int | None:
        """Somebody named first and without any title is the one whom all readers know as the president."""
        small = role.office.head == "president" and not (role.capital or role.plural)
        if role.org or small or not role.definite or role.office.head not in _HEADS:
            return None
        if role.countries and (
            role.country is None or any(role.country in person.countries for person in self.people.persons)
        ):
            return None
        if self.lead is None:
            return None
        person = self.people.persons[self.lead]
        return None if person.roles or person.countries or person.orgs else self.lead

    def _members(self, role: Role, mention: Mention) -> tuple[int, ...]:
        """Of "both presidents", "the leaders", "the Presidents of Peru and Chile": who they are."""
        tokens = self.words.tokens[mention.first : mention.end]
        lowers = {token.lower for token in tokens}
        number = 2 if lowers & {"both", "two"} else 3 if "three" in lowers else None
        if mention.quoted or not role.definite or (role.has_complement and not role.countries):
            return ()
        home = self._untitled(role)
        fitting = [
            i for i in self._candidates() if i in self.seen and (match(role, self.people.persons[i]) or i == home)
        ]
        if len(role.countries) > 1:
            fitting = [i for i in fitting if self.people.persons[i].country in role.countries]
        fitting.sort(key=lambda i: (-self.strong.get(i, -1), -self.seen[i], i))
        if number:
            fitting = fitting[:number]
            return tuple(sorted(fitting)) if len(fitting) == number else ()
        return tuple(sorted(fitting)) if len(fitting) > 1 else ()

    # Pronouns

    def _is_object(self, mention: Mention) -> bool:
        token = self.words.tokens[mention.head]
        above = self.words.tokens[token.head]
        told = above.lower == "to" and self.words.tokens[above.head].lower == "according"
        return token.tag == "PRP" and token.dep in ("dobj", "pobj", "dative") and not told

    def _pronoun(self, mention: Mention) -> None:
        if mention.gender == "p":
            members, sentence = self.group
            here = self._sentence(mention)
            if members and here - sentence in (0, 1):
                mention.group = members
                self.group = (members, here)
            return
        here = self._sentence(mention)
        for person in islice(reversed(self.strong), _IN_FOCUS):
            if mention.block - self.where[person] > _FARTHEST:
                break
            if self.sentence.get(person) == here and self._is_object(mention):
                continue  # "A agreed with him" is about somebody else
            if self.people.persons[person].gender in (None, "e", mention.gender):
                mention.person = person
                return
        near = [
            person
            for person in islice(reversed(self.seen), _IN_FOCUS)
            if mention.block - self.near.get(person, -9) in (0, 1)
            and self.people.persons[person].gender in (None, "e", mention.gender)
        ]
        if len(near) == 1 and not (self.sentence.get(near[0]) == here and self._is_object(mention)):
            mention.person = near[0]


def match(role: Role, person: Person) -> int:
    """0 where the role cannot be the person's, more the better it fits."""
    country = role.country
    if country and person.countries and country not in person.countries:
        return 0
    if country and person.orgs and role.office.group in ("state", "government") and not person.countries:
        return 0
    if (
        role.org
        and not any(_share(role.org, org) for org in person.orgs)
        and (person.orgs or not country or person.countries)
    ):
        return 0
    held = max((_office(role, other) for other in person.roles), default=0)
    if not held:
        return 0
    return held + 2 * bool(country and person.countries) + bool(role.org and person.orgs)


def _share(a: str, b: str) -> bool:
    """Is one organisation's name the other's, or a shorter form of it?"""
    one, other = ({word for word in text.casefold().split() if word not in _SMALL} for text in (a, b))
    if len(one) == len(other) == 1:
        short, long = sorted((*one, *other), key=len)
        return len(short) > 4 and long.startswith(short[:-2])  # "Norvania" and "Norvanian"
    return one <= other or other <= one


def _office(role: Role, other: Role) -> int:
    head, group = role.office.head, other.office.group
    if head in _ANY_OFFICE or (role.head == "head" and role.countries):
        top = group in ("state", "government") and not other.head.startswith(("vice", "deputy", "former"))
        return 2 if top else 1 if group == "other" and head != "leader" else 0
    if head in ("head of state", "head of government") and other.org and not other.countries:
        return 0  # the president of a bank
    if head in ("head of state", "monarch"):
        return 2 * (group == "state" and other.head == other.office.head)
    if head == "head of government":
        return 2 * (group == "government" and other.head == other.office.head)
    same = role.head == other.head or (
        other.head.endswith(" " + role.head)
        and not other.head.startswith(("vice", "deputy", "former", "under", "assistant", "ex"))
    )
    if not same:
        return 0
    mine, theirs = role.portfolio - _LOOSE_PORTFOLIO, other.portfolio - _LOOSE_PORTFOLIO
    if mine and theirs:
        return 3 if mine & theirs else 0
    return 2
