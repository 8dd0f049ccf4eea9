"""Whose is "the President", and who is "he"? One pass over the mentions in text order."""

from collections.abc import Sequence
from itertools import islice

from summitparse.actors.create import nouns
from summitparse.actors.find import Mention, is_according_to
from summitparse.actors.find_roles import Role
from summitparse.actors.people import People, Person, add_role
from summitparse.language.parse import Token
from summitparse.language.tags import FINITE, PLURAL
from summitparse.names.vocabulary import office_list
from summitparse.names.words import Words

_LOOSE_PORTFOLIO = frozenset(("minister", "prime", "state", "affairs", "general", "national", "federal", "cabinet"))
# A pronoun points back at most so many paragraphs of the release's own words.
_FARTHEST = 2
# So many people can be in focus at once.
_IN_FOCUS = 12
_OFFICES_OF_STATE = frozenset(("head of state", "monarch", "head of government"))
# A subject is looked for over so many tokens.
_CLAUSE = 30
_RECEIVING = frozenset({"dobj", "dative"})
# How many a plural means.
_COUNTS = {"both": 2, "two": 2, "three": 3}
_TOWARDS = frozenset(("to", "with", "by", "from"))
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
        self.reception: dict[str, int] = {}  # host and guest
        self.row: list[Mention] = []  # people named one after the other, commas between them
        self.clock = 0
        self.lead: Mention | None = None
        self.last: Mention | None = None  # the last subject outside quotation marks
        self.foreign: set[int] = set()  # whom the holder of the same office at home met

    def run(self, mentions: Sequence[Mention]) -> None:
        previous: Mention | None = None
        self.lead = self.people.lead(mentions)
        self.foreign = self._counterparts(mentions)
        for mention in mentions:
            self.clock += 1
            if mention.tied is not None:
                mention.person = mention.tied.person
            elif mention.kind == "role":
                self._role(mention)
            elif mention.kind == "pronoun" and not mention.quoted:
                self._pronoun(mention)
            if mention.person is not None:
                self._note(mention)
                self._note_reception(mention)
                self._meet(mention)
                if previous and previous.person is not None and previous.person != mention.person:
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
            self.last = mention
            self.strong.pop(person, None)
            self.strong[person] = self.clock
            self.where[person] = mention.block
            self.sentence[person] = self._sentence(mention)

    def _sentence(self, mention: Mention) -> int:
        return -9 if mention.label else self.words.tokens[mention.first].sentence

    def _link(self, a: Mention, b: Mention) -> str:
        """The words between two mentions, if it is "and" or a comma."""
        if a.block != b.block or b.first <= a.end or b.first - a.end > 2:
            return ""
        between = [token.lower for token in self.words.tokens[a.end : b.first]]
        return "and" if "and" in between else "," if between == [","] else ""

    def _join(self, first: Mention, second: Mention) -> None:
        """People named together are whom "they" means, unless some were the subject of the sentence before them."""
        link = self._link(first, second)
        if not self.row or self.row[-1] is not first or len(self.row) >= _IN_FOCUS:
            self.row = [first]
        self.row = [*self.row, second] if link else []
        here = self._sentence(second)
        if link == "and" and (self.group[1] != here or not self.group_acts):
            members = dict.fromkeys(mention.person or 0 for mention in self.row)
            met = self.group[0] if self.group[1] == here and self.row[0].person in self.group[0] else ()
            self.group = (tuple(dict.fromkeys((*met, *members))), here)
            self.group_acts = self.row[0].subject

    def _meet(self, mention: Mention) -> None:
        """Who "met" or "held talks with" somebody is with them whom "they" means."""
        tokens, here = self.words.tokens, self._sentence(mention)
        if mention.label or mention.quoted or self.group[1] == here:
            return
        above = tokens[self._hanging(mention).head]
        if above.lower in _TOWARDS:
            above = tokens[above.head]
        if above.lemma not in nouns("meeting"):
            return
        one, other = self._subject_of_clause(mention), mention.person
        if one is not None and other is not None and one != other:
            self.group, self.group_acts = ((one, other), here), False

    # Roles

    def _role(self, mention: Mention) -> None:
        role = mention.roles[0]
        if role.indefinite or (role.counted and not role.countries):
            return
        if role.head.startswith("former"):
            mention.person = self._latest(role) if role.definite else None
            return
        if role.office.head in self.reception and role.definite and not role.countries:
            mention.person = self.reception[role.office.head]
            return
        if role.plural:
            mention.group = self._members(role, mention)
            if mention.group:
                self.group = (mention.group, self._sentence(mention))
                self.group_acts = mention.subject
            return
        if mention.quoted and not role.countries:
            return
        if mention.label and role.capital and not (role.definite or role.countries):
            mention.person = self._only_one(role)
            return
        if not (role.definite or (role.capital and (role.countries or role.org or self._acts(mention)))):
            return
        but = None if mention.subject else self._subject_of_clause(mention)
        if role.possessor is not None:
            if role.office.head not in office_list("of_others"):
                return
            if mention.subject and self.last is not None:  # "Her counterpart" is not who acted before
                but = self.last.person
        person = self.who(role, but)
        if person is not None:
            known = self.people.persons[person]
            if mention.quoted and not known.countries and person not in self.seen:
                return  # somebody named later, of whom no country is told
            mention.person = person
            if role.capital and role.office.group != "description" and (role.countries or not known.titles):
                add_role(known, role)
            elif role.country and not known.countries:
                known.countries.append(role.country)

    def _only_one(self, role: Role) -> int | None:
        """ "Secretary General:" below "Secretary General Jane Roe:": the one person whose office it is, if one is."""
        holders = [i for i in self._candidates() if match(role, self.people.persons[i])]
        return holders[0] if len(holders) == 1 else None

    def _latest(self, role: Role) -> int | None:
        """ "The former president": whose office it was, of several whoever acted last."""
        holders = [i for i in self._candidates() if match(role, self.people.persons[i])]
        return max(holders, key=lambda i: (self.strong.get(i, -1), self.seen.get(i, -2), -i), default=None)

    def _note_reception(self, mention: Mention) -> None:
        """Who is the host and who the guest where somebody welcomes another."""
        if mention.label:
            return
        token = self.words.tokens[mention.head]
        object_ = token.dep == "dobj" and self.words.tokens[token.head].lemma in office_list("welcoming")
        host = self.last.person if self.last is not None and self._subject_of_clause(mention) is not None else None
        if object_ and host is not None and mention.person is not None and host != mention.person:
            self.reception = {"host": host, "guest": mention.person}

    def _subject_of_clause(self, mention: Mention) -> int | None:
        """Whose deed it is where the role is the object: "Berg reported to the President" is about two people."""
        last = self.last
        acting = last is not None and any(last.first <= i < last.end for i in self._subjects_over(mention))
        return last.person if last is not None and acting else None

    def _subjects_over(self, mention: Mention) -> list[int]:
        """The subjects of the verb whose object somebody is, or whom they "spoke to", "held talks with"."""
        tokens = self.words.tokens
        token = self._hanging(mention)
        above = tokens[token.head]
        if token.dep == "pobj" and above.lower in _TOWARDS:
            above = tokens[above.head]
            above = tokens[above.head] if above.pos == "NOUN" and above.lemma in nouns("meeting") else above
        elif token.dep not in _RECEIVING:
            return []
        return [i for i in above.children if tokens[i].dep == "nsubj"]

    def _counterparts(self, mentions: Sequence[Mention]) -> set[int]:
        """Whom "the Prime Minister" without more spoke to, a prime minister too: none of them is the one at home."""
        at_home = {
            mention.head: mention.roles[0].office.head
            for mention in mentions
            if mention.kind == "role" and mention.roles[0].definite and not mention.roles[0].countries
        }
        return {
            mention.person
            for mention in mentions
            if mention.person is not None and mention.run and not mention.label
            for i in self._subjects_over(mention)
            if any(r.office.head == at_home.get(i) and (r.countries or mention.country) for r in mention.roles)
        }

    def _hanging(self, mention: Mention) -> Token:
        """The token that hangs outside the mention: "minister" of "the Tajik minister, Rustam Aliev"."""
        token = self.words.tokens[mention.head]
        while token.head != token.i and mention.first <= token.head < mention.end:
            token = self.words.tokens[token.head]
        return token

    def _acts(self, mention: Mention) -> bool:
        """ "PM said", "the President and Prime Minister agreed": an office without an article right before a verb."""
        if mention.label or not mention.subject or mention.end >= len(self.words.tokens):
            return False
        return self.words.tokens[mention.end].tag in FINITE | {"RB"}

    def who(self, role: Role, but: int | None = None) -> int | None:
        """The person whose office this is: by office and country, then by whose it is at home, then by focus. It is not
        `but`'s."""
        persons = self.people.persons
        passed = {but} if role.countries or role.org else {but, *self.foreign}
        scores = {i: score for i in self._candidates() if i not in passed and (score := match(role, persons[i]))}
        if role.countries or role.org:
            if not scores:
                return self._untitled(role)
            known = [i for i in scores if not role.countries or persons[i].countries]
            if not known and len(scores) > 1:
                return None  # whose country is not said could be any of them
            return max(known or scores, key=lambda i: (scores[i], self.strong.get(i, -1), self.seen.get(i, -2), -i))
        if role.office.of_state:  # "the President" is a firm's only where no state's is named
            scores = {i: score for i, score in scores.items() if persons[i].countries or not persons[i].orgs} or scores
        own = [i for i in scores if persons[i].bare]
        home = self._untitled(role)
        if home == but:
            home = None
        if home is not None and all(persons[i].times < persons[home].times for i in own):
            return home
        if own and (role.office.of_state or role.office.head in _OFFICES_OF_STATE):
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
        lead = self.lead
        if lead is None or lead.person is None or (role.first < lead.first and not (lead.acts or lead.label)):
            return None
        person = self.people.persons[lead.person]
        return None if person.roles or person.countries or person.orgs else lead.person

    def _members(self, role: Role, mention: Mention) -> tuple[int, ...]:
        """Of "both presidents", "the leaders", "the Presidents of Peru and Chile": who they are."""
        tokens = self.words.tokens[mention.first : mention.end]
        lowers = {token.lower for token in tokens}
        number = next((_COUNTS[word] for word in sorted(lowers & _COUNTS.keys())), None)
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

    def _others_act(self, mention: Mention) -> bool:
        """Whether a plural is the subject before the pronoun: "Participants shared their views"."""
        tokens = self.words.tokens
        start = max(self.words.sentence_start(mention.first), mention.first - _CLAUSE)
        return any(token.dep == "nsubj" and token.tag in PLURAL for token in tokens[start : mention.first])

    def _is_object(self, mention: Mention) -> bool:
        token = self.words.tokens[mention.head]
        told = is_according_to(self.words.tokens, token)
        return token.tag == "PRP" and token.dep in _RECEIVING | {"pobj"} and not told

    def _pronoun(self, mention: Mention) -> None:
        if mention.gender == "p":
            members, sentence = self.group
            here = self._sentence(mention)
            if members and here - sentence in (0, 1) and not (here > sentence and self._others_act(mention)):
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
    if country and person.orgs and role.office.of_state and not person.countries:
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
    return one <= other or other <= one


def _office(role: Role, other: Role) -> int:
    head, group = role.office.head, other.office.group
    if head in office_list("any_office") or (role.head == "head" and role.countries and not role.org):
        top = other.office.of_state and not other.head.startswith(tuple(office_list("distinct")))
        return 2 if top else 1 if group == "other" and head != "leader" else 0
    if head in _OFFICES_OF_STATE and other.org and not other.countries:
        return 0  # the president of a bank
    if head in office_list("heads_of_state"):
        return 2 * (group == "state" and other.head == other.office.head)
    if head in office_list("heads_of_government"):
        return 2 * (group == "government" and other.head == other.office.head)
    same = role.head == other.head or (
        other.head.endswith(" " + role.head) and not other.head.startswith(tuple(office_list("distinct")))
    )
    if not same:
        return 0
    mine, theirs = role.portfolio - _LOOSE_PORTFOLIO, other.portfolio - _LOOSE_PORTFOLIO
    if mine and theirs:
        return 3 if mine & theirs else 0
    return 2
