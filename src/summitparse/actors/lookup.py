"""Whom words of a release refer to: answers out of what is known, and changes nothing."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from summitparse.actors.create import nouns
from summitparse.actors.find import Mention
from summitparse.actors.made import Made
from summitparse.actors.mentions import head_token
from summitparse.actors.people import People
from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout

_JOINING = frozenset(("and", ",", "the", "both", "&", "as", "well"))
_OF_TWO = {"former": 0, "latter": 1}
# Tags of what a title before a name is made of, by their first letter: nouns, adjectives, hyphens …
_LEADING = "NJDVH,:`"
_THEY = frozenset(("they", "both"))
# "They" points back over so many mentions and sentences.
LOOK_BACK = 12
_SENTENCES_BACK = 4
# A name at the end of a label has so many words at most.
_LONGEST_NAME = 6
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))


@dataclass(frozen=True, slots=True)
class Answer:
    """An actor by number, the people who together are one, or whoever is named at another place. `rule` where the words
    asked about are a mention that no other rule has found."""

    number: int | None = None
    members: tuple[int, ...] = ()
    like: Span | None = None
    rule: str = ""


class Lookup:
    """`numbers` are the actors of the people by their number among people; `made` and `speech` grow as actors are made
    and speakers told."""

    def __init__(self, layout: Layout, parse: Parse, mentions: list[Mention], people: People) -> None:
        self._layout = layout
        self._parse = parse
        self._mentions = mentions
        self._people = people
        self._spans = [mention.span for mention in mentions]
        self._starts = [span.start for span in self._spans]
        self.numbers: dict[int, int] = {}
        self.made = Made()
        self.speech: list[tuple[int, int, int]] = []
        self._by_form = {
            form.text: number
            for number, person in enumerate(people.persons)
            for form in person.forms.values()
            if len(form.words) > 1
        }

    def find(self, span: Span) -> Answer | None:
        """Whom the noun phrase, name, role, group or pronoun at `span` refers to, or None."""
        tokens = self._parse.within(span)
        head = head_token(tokens)
        if head is not None and head.lower in _FIRST_PERSON and len(tokens) == 1:
            return _number(self._speaker_at(span))
        inside = self.within(span)
        if len(tokens) == 2 and tokens[1].lower in _OF_TWO:
            return _number(self._of_two(span, _OF_TWO[tokens[1].lower]))
        if not tokens and (labelled := self._at_end_of_label(span)) is not None:
            return Answer(labelled)
        together = self._coordinated(inside, tokens)
        if together:
            return Answer(members=together, rule="actors.together")
        at_head = [m for m in inside if head is None or m.span.start <= head.start < m.span.end]
        for mention in at_head:
            found = self.of(mention)
            if found is not None:
                return found
        made = _number(self.made.at(span))
        if made is None and len(tokens) == 1 and tokens[0].lower in _THEY:
            made = self._group_before(tokens[0])
        return made if made is not None else self._beside_head(span, tokens, head, inside)

    def _of_two(self, span: Span, which: int) -> int | None:
        """ "The former", "the latter": of the two people whom the sentence before names."""
        here = self._parse.sentence_at(span.start) or 0
        named: dict[int, None] = {}
        last = bisect_left(self._starts, span.start)
        for mention in self._mentions[max(0, last - LOOK_BACK) : last]:
            person = mention.person if mention.run is not None and not mention.label else None
            number = self.numbers.get(person) if person is not None else None
            if number is not None and (self._parse.sentence_at(mention.span.start) or 0) in (here - 1, here):
                if mention.span.end <= span.start:
                    named[number] = None
        people = list(named)
        return people[which] if len(people) == 2 else None

    def _at_end_of_label(self, span: Span) -> int | None:
        """The person whose full name a label ends with: others can be named in their title."""
        words = self._layout.clean[span.start : span.end].split()
        for first in range(max(0, len(words) - _LONGEST_NAME), len(words) - 1):
            person = self._by_form.get(" ".join(words[first:]))
            if person is not None:
                return self.numbers.get(person)
        return None

    def _beside_head(self, span: Span, tokens: list[Token], head: Token | None, inside: list[Mention]) -> Answer | None:
        """Where the parse has the head wrong: a title and a comma before the name, words of a title before it, a
        surname that the tagger took for something else, and "who" after a name."""
        named = [m for m in inside if m.run is not None and self.of(m) is not None and not self._owns(m, tokens)]
        if head is not None and head.tag == "WP":
            before = self._before(span.start)
            return self.of(before) if before is not None else None
        if len({mention.person for mention in named}) == 1 and tokens:
            lead = [token for token in tokens if token.start < named[0].span.start]
            if all(token.tag[0] in _LEADING or token.pos == "NUM" for token in lead) or (
                inside[0].roles and inside[0].run is None and lead[-1].text == ","
            ):
                return self.of(named[0])
        if head is not None and head.text[0].isupper() and len(tokens) <= 2:
            person = self._people.surnamed(head.text)
            return None if person is None else _number(self.numbers.get(person))
        return None

    def _owns(self, mention: Mention, tokens: list[Token]) -> bool:
        """Whether a phrase is somebody else, whom the name in it only has: "President Roe’s driver"."""
        following = next((token for token in tokens if token.start >= mention.span.end), None)
        return following is not None and following.tag == "POS"

    def _group_before(self, pronoun: Token) -> Answer | None:
        """Whom "they" means where no two people were named right before: the group that was the subject last ("The
        ministers noted …", "Both sides expressed …"), a few sentences back at the most."""
        span = Span(pronoun.start, pronoun.end)
        made = self.made.last_group(span.start)
        found = (made[0], Answer(made[1], rule="actors.they")) if made is not None else None
        i = bisect_left(self._starts, span.start)
        for mention in reversed(self._mentions[max(0, i - LOOK_BACK) : i]):
            if found is not None and mention.span.start < found[0]:
                break
            if mention.subject and not mention.quoted and mention.roles and mention.roles[0].plural and not mention.run:
                found = mention.span.start, Answer(like=mention.span, rule="actors.they")
                break
        if found is None:
            return self._pair_that_met(span)
        before = self._parse.sentence_at(found[0])
        if before is None or pronoun.sentence - before > _SENTENCES_BACK:
            return None
        return found[1]

    def _pair_that_met(self, pronoun: Span) -> Answer | None:
        """The two people of a call or a meeting, where nobody else has been named: whom "they" means there."""
        title = self._layout.header.title
        words = self._layout.clean[title.start : title.end].casefold().split() if title else []
        if nouns("talks").isdisjoint(words):
            return None
        named = [person for person in islice(self.numbers, 3) if self._people.persons[person].first < pronoun.start]
        if len(named) != 2:
            return None
        return Answer(members=(min(named), max(named)), rule="actors.met")

    def _before(self, offset: int) -> Mention | None:
        """The name that ends right before a relative pronoun, a comma between them or not."""
        i = bisect_left(self._starts, offset) - 1
        if i >= 0 and self._layout.clean[self._spans[i].end : offset].strip(", \n") == "":
            return self._mentions[i]
        return None

    def last_person(self, span: Span, gender: str | None) -> int | None:
        """The person named or made last before a pronoun that nothing surer resolves."""
        made = self.made.last_person(span.start)
        i = bisect_left(self._starts, span.start) - 1
        for mention in reversed(self._mentions[max(0, i - LOOK_BACK) : i + 1]):
            if made is not None and mention.span.start < made[0]:
                break
            if mention.run is not None and mention.person is not None and mention.span.end <= span.start:
                if self._people.persons[mention.person].gender in (None, "e", gender):
                    return self.numbers.get(mention.person)
        return None if made is None else made[1]

    def within(self, span: Span) -> list[Mention]:
        """The mentions of which a part lies in a stretch."""
        a = bisect_left(self._starts, span.start)
        if a > 0 and self._spans[a - 1].end > span.start:
            a -= 1
        return self._mentions[a : bisect_left(self._starts, span.end)]

    def of(self, mention: Mention) -> Answer | None:
        """Who a mention is of: a person, or the people of a group."""
        if mention.person is not None:
            return _number(self.numbers.get(mention.person))
        return Answer(members=mention.group) if mention.group else None

    def _coordinated(self, inside: list[Mention], tokens: list[Token]) -> tuple[int, ...]:
        """Who all are named in "Presidents of A and B X Y and Z W", if the phrase is nothing but their names."""
        named = [m for m in inside if m.person is not None and m.kind != "pronoun" and not m.label]
        people = tuple(dict.fromkeys(m.person or 0 for m in named))
        if len(people) < 2 or not any(token.tag == "CC" for token in tokens):
            return ()
        covered = {i for m in named for i in range(m.first, m.end)}
        covered.update(i for m in named for role in m.roles for i in range(role.first, role.end))
        return people if all(token.i in covered or token.lower in _JOINING for token in tokens) else ()

    def _speaker_at(self, span: Span) -> int | None:
        best = min(
            ((end - start, actor) for start, end, actor in self.speech if start <= span.start < end), default=None
        )
        return best[1] if best else None


def _number(number: int | None) -> Answer | None:
    return None if number is None else Answer(number)
