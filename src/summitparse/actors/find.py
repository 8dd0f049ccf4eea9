"""All mentions of people in a release, in text order: names with their titles, roles, pronouns."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from summitparse.actors.evidence import ACTING, evidence
from summitparse.actors.find_names import Run, find_run, is_place, looks_personal
from summitparse.actors.find_roles import Role, find_role
from summitparse.actors.headlines import cut_to_known
from summitparse.countries import Country
from summitparse.findings import Span
from summitparse.grammar.phrases import head_of
from summitparse.grammar.words import words_of
from summitparse.language.parse import Token
from summitparse.language.tags import BESIDE, LINKING, PROPER
from summitparse.names.vocabulary import human_verbs, names, office_list, offices, word_list
from summitparse.names.words import PERSONAL, Kind, Words
from summitparse.text.signs import DASH_TOKENS
from summitparse.voices import OWN, Voices

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "both"), "p"),
}
_TAGS_OF_BOTH = frozenset({"DT", "CC", "PDT"})
# So much evidence is enough to take a run for a person's name.
BELIEVED = 3
# From a name to the office that it takes ("…, who was today sworn in as …") stand no more tokens than this.
_LONGEST_APPOINTMENT = 8
_BETWEEN_TITLES = DASH_TOKENS | {",", "/"}
_APPOSING = frozenset({",", "–", "—", "("})
_CLOSING = _APPOSING - {"("} | {".", ";"}
NOWHERE = Span(0, 0)
# What stands between an office and the comma before its name, and so many tokens of it at most.
_IN_PLACES = frozenset({"ADP", "CCONJ", "DET", "NOUN", "PROPN", "ADJ", "PUNCT"})
_LONGEST_PLACE = 14
_ENDING_APPOINTMENTS = frozenset({"VERB", "NOUN", "PROPN"})


@dataclass(slots=True)
class Mention:
    """A place that can refer to a person. `first` and `end` are tokens, `head` the token that the parse hangs it on."""

    kind: str  # name | role | pronoun
    first: int
    end: int
    head: int
    run: Run | None = None
    roles: list[Role] = field(default_factory=list)
    country: Country | None = None
    org: str | None = None
    gender: str | None = None
    quoted: bool = False
    block: int = -1
    subject: bool = False
    person: int | None = None
    group: tuple[int, ...] = ()
    evidence: int = 0
    words: str = ""  # of a pronoun, in lower case
    acts: bool = False  # the subject of something that people do
    label: bool = False  # a speaker label
    joined: bool = False  # "and" stands right before it
    aside: bool = False  # in brackets behind another name: "Marie-Louise (Marie-Louise Kira Viktoria; born …)"
    tied: "Mention | None" = None  # the name that a title stands in apposition to
    span: Span = NOWHERE

    @property
    def named(self) -> Run:
        """The run of a mention that is a name."""
        assert self.run is not None
        return self.run


def find_mentions(words: Words, voices: Voices) -> list[Mention]:
    starts = [block.span.start for block in words.layout.blocks]
    office_words = offices()
    found: list[Mention] = []
    for first, end in words.parse.sentences:
        _sentence(words, first, end, office_words, found)
    for mention in found:
        mention.quoted = voices.at(words.tokens[mention.head].start) != OWN
        mention.block = _block_at(words, starts, mention)
        verb = _subject_of(words, mention)
        if verb is not None:
            mention.subject = True
            mention.acts = words.tokens[verb].lemma in human_verbs()
    cut_headlines(words, found)
    return found


def _block_at(words: Words, starts: Sequence[int], mention: Mention) -> int:
    """The number of the block that a mention begins in; -1 in the header."""
    start = words.tokens[mention.first].start
    block = bisect_right(starts, start) - 1
    return block if block >= 0 and start < words.layout.blocks[block].span.end else -1


def cut_headlines(words: Words, found: list[Mention]) -> None:
    """Names in headlines end where the same names end in the body."""
    doubtful = [m for m in found if m.run and len(m.run.name.words) > 1 and words.is_headline(m.first)]
    believed = [m.run for m in found if m.run and m.evidence >= BELIEVED and not words.is_headline(m.first)]
    runs = [m.run for m in doubtful if m.run]
    for mention, run in zip(doubtful, cut_to_known(words, runs, believed), strict=True):
        if mention.run is not run:
            mention.run, mention.end = run, run.end
            mention.country = None


def _sentence(words: Words, start: int, end: int, office_words: Container[str], found: list[Mention]) -> None:
    """Walks one sentence from left to right; what is taken is not looked at again."""
    tokens = words.tokens
    done = start
    i = start
    while i < end:
        token = tokens[i]
        if _is_pronoun(words, i, end):
            found.append(Mention("pronoun", i, i + 1, i, gender=PRONOUNS[token.lower], words=token.lower))
            i += 1
            continue
        if token.lower in office_words:
            role = find_role(words, i, done)
            if role:
                while found and found[-1].first >= role.first and found[-1].kind != "pronoun":
                    found.pop()
                i = done = _with_names(words, role, end, found)
                continue
        run = find_run(words, i, done, end, titled=words.kind(i) == Kind.COMMON) if words.may_begin_name(i) else None
        if run:
            mention = _named(words, run, end)
            found.append(mention)
            i = mention.end
            if mention.evidence >= BELIEVED:
                done = i  # else an office further on may reach back over it: "Perm Region Governor"
            continue
        i += 1


def _is_pronoun(words: Words, i: int, end: int) -> bool:
    """Whether somebody is meant by it: "both" is a pronoun only before a verb."""
    token = words.tokens[i]
    if token.lower not in PRONOUNS:
        return False
    verb = i + 1 < end and words.tokens[i + 1].tag[0] == "V"
    return verb if token.tag in _TAGS_OF_BOTH else token.tag[:3] == "PRP"


def _with_names(words: Words, role: Role, end: int, found: list[Mention]) -> int:
    """The role with the name or names that follow it; gives the token to go on from."""
    # "Counsel to the President N. N.": the name is not the President's
    run = None if words.serves(role.first - 1) else _run_at(words, role.end, end)
    apposed = run is None
    if run is None and not role.plural and words.follows(role.end, ","):
        behind = words.behind_article(role.end + 1)  # "the Minister, the Hon. N. N."
        run = _run_at(words, behind if words.kind(behind) == Kind.HONORIFIC else role.end + 1, end)
        if run and not _stands_alone(words, run, role, end):
            run = None
    if run is None and not role.plural:
        run = _behind_place(words, role, end)
    if run is None:
        mention = Mention("role", role.first, role.end, _head(words, role.first, role.end), roles=[role])
        mention.tied = _apposition_of(words, role, found)
        if mention.tied is not None:
            mention.tied.roles.append(role)
            mention.tied.evidence += 3
        found.append(mention)
        return role.end
    if not role.plural:
        mention = _named(words, run, end, role)
        mention.evidence += 2 * ((apposed and len(run.name.words) > 1) or _is_kin(words, role, run))
        _take_title_before(words, mention, found)
        found.append(mention)
        return mention.end
    return _distribute(words, role, run, end, found)


def _take_title_before(words: Words, mention: Mention, found: list[Mention]) -> None:
    """ "Governor of the Region, Chairman of the Group N. N.", "Acting President and Prime Minister N. N.": both titles
    are the name's that follows."""
    last = found[-1] if found else None
    if last and last.kind == "role" and last.tied is None and last.end + 1 == mention.first:
        role, link = last.roles[0], words.tokens[last.end].lower
        bare = not (role.countries or role.org or role.has_complement)
        together = link == "and" and bare and not role.definite
        listed = link == "," and bare and role.definite and not role.portfolio  # "the Vice President, Senator N. N."
        if (together or (link in _BETWEEN_TITLES and not listed)) and role.capital and not role.plural:
            last.tied = mention
            mention.roles.insert(0, last.roles[0])


def _stands_alone(words: Words, run: Run, role: Role, end: int) -> bool:
    """ "The President of Peru, Ana Quispe, said": a name between commas, or at the end, that is hardly another's."""
    if run.honorific is not None:
        return True
    closed = run.end >= end or words.tokens[run.end].text in _CLOSING
    if _is_kin(words, role, run):
        return closed
    owned = role.possessor is not None or _is_owned(words, role)
    told = bool(role.countries) or owned or (role.definite and _says_of_what(role))
    likely = looks_personal(run, names().gender) or (len(run.name.words) > 1 and told)
    known = _is_known(words, role) or (bool(role.countries) and role.office.head in office_list("titular"))
    return known and closed and likely


def _behind_place(words: Words, role: Role, end: int) -> Run | None:
    """ "The Minority Leader in the Senate, Mr. Ibo Danu, said": a name with an honorific between commas, behind more of
    the office than its complement."""
    k = role.end
    limit = min(end, k + _LONGEST_PLACE)
    while k < limit and words.tokens[k].text != ",":
        token = words.tokens[k]
        if token.pos not in _IN_PLACES or token.lower in offices():
            return None
        k += 1
    run = _run_at(words, k + 1, end) if k < limit else None
    closed = run is not None and run.end < end and words.tokens[run.end].text == ","
    return run if run and closed and run.honorific else None


def _says_of_what(role: Role) -> bool:
    """ "the Minister for Ports", "the Government spokesperson": an office that one person holds."""
    return role.office.group != "description" and (role.has_complement or bool(role.org or role.portfolio))


def _is_known(words: Words, role: Role) -> bool:
    return role.definite or _is_owned(words, role)


def _is_kin(words: Words, role: Role, run: Run) -> bool:
    """ "the President’s daughter, Lucy,": kin can be called by the given name alone."""
    owned = role.possessor is not None or _is_owned(words, role)
    return owned and role.office.group == "occupation" and run.kinds in PERSONAL


def _is_owned(words: Words, role: Role) -> bool:
    """ "the Prime Minister’s spokesman"."""
    return role.first > 0 and words.tokens[role.first - 1].tag == "POS"


def _run_at(words: Words, i: int, end: int) -> Run | None:
    """A name that begins at `i` or after an honorific there."""
    k = i
    while k < end and words.kind(k) == Kind.HONORIFIC:
        k += 1
    if k < end and (words.may_begin_name(k) or (k == i and is_place(words, k, end))):
        return find_run(words, k, i, end, titled=True)
    return None


def _distribute(words: Words, role: Role, run: Run, end: int, found: list[Mention]) -> int:
    """ "Presidents of A and B X Y and Z W": the names take the countries in their order."""
    runs = [run]
    mentions = [_named(words, run, end, titled=True)]
    k = mentions[0].end
    while k < end:
        n = k
        while n < end and words.tokens[n].lower in words_of("phrases", "joining"):
            n += 1
        following = _run_at(words, n, end) if n > k else None
        if following is None:
            break
        runs.append(following)
        mentions.append(_named(words, following, end, titled=True))
        k = mentions[-1].end
    if len(mentions) == 1 and not looks_personal(run, names().gender):
        found.append(Mention("role", role.first, role.end, _head(words, role.first, role.end), roles=[role]))
        return role.end  # "Lawyers Guild", "Veterans Line"
    for number, mention in enumerate(mentions):
        mention.roles.insert(0, role)
        mention.evidence += 1 if role.office.group == "occupation" else 4
        if len(role.countries) == len(mentions) and mention.country is None:
            mention.country = role.countries[number]
    found.extend(mentions)
    return k


def _named(words: Words, run: Run, end: int, role: Role | None = None, titled: bool = False) -> Mention:
    """A name with what stands around it: title before, "of Country" or "(Organisation)" behind, and how sure it is."""
    tokens = words.tokens
    first = role.first if role else run.begin
    titled = titled or role is not None or run.honorific is not None
    stop, country = _with_country(words, run.end, end) if titled else (run.end, None)
    org = None
    if stop + 2 < end and tokens[stop].text == "(":
        closing, place = words.country_from.get(stop + 1, (stop + 2, None))
        if closing < end and tokens[closing].text == ")" and place is not None:
            country = place.country
        elif tokens[stop + 2].text == ")" and words.kind(stop + 1) == Kind.CAPITALS:
            org, stop = tokens[stop + 1].text, stop + 3
    head = _head(words, run.first, run.end)
    mention = Mention("name", first, stop, head, run, [role] if role else [], country, org)
    mention.joined = words.follows(first - 1, "and")
    mention.aside = words.follows(run.begin - 1, "(") and words.kind(run.begin - 2) in PERSONAL
    mention.evidence = evidence(words, run, end, role, tokens[head])
    if run.gender or len(run.name.words) > 1 or run.kinds == Kind.GIVEN:
        mention.gender = run.gender or names().gender.get(run.name.words[0].lower())
    return mention


def _with_country(words: Words, stop: int, end: int) -> tuple[int, Country | None]:
    """ "President Anna Berg of Norway": the token behind the country, and the country."""
    at = words.behind_article(stop + 1)
    after, place = words.country_from.get(at, (stop, None))
    longer = after < end and words.tokens[after].text[0].isupper() and words.tokens[after].tag in PROPER
    if place is None or not place.by_name or longer or not words.follows(stop, "of") or at >= end:
        return stop, None
    return after, place.country


def _head(words: Words, first: int, end: int) -> int:
    """The token of a stretch that hangs outside it."""
    return int(head_of(words.tokens[first:end], but=LINKING).i)


def _apposition_of(words: Words, role: Role, found: list[Mention]) -> Mention | None:
    """The name that the role stands behind: "N. Modi, Prime Minister of India,"."""
    if not found or role.plural or (role.indefinite and role.office.group == "description"):
        return None
    last = found[-1]
    if last.tied is not None and last.end + 1 == role.first and not role.definite:
        joined = words.tokens[last.end].lower in words_of("phrases", "joining") - {","}
        return last.tied if joined and role.capital and _closes(words, role) else None
    if last.kind != "name" or role.possessor is not None:
        return None
    if _takes_office(words, last.end, role.first):
        return last
    titled = any(held.first < last.end and held.office.group != "occupation" for held in last.roles)
    alone = (role.has_complement or " of " in role.head) and words.follows(role.end, ",")
    if titled and role.capital and not alone:
        return None  # a list of people with their titles in front
    apposed = last.end + 1 == role.first and words.tokens[last.end].text in _APPOSING
    return last if apposed and _closes(words, role) else None


def _takes_office(words: Words, end: int, first: int) -> bool:
    """Whether the words between a name and an office make it theirs: ", who was sworn in as", ", appointed"."""
    between = words.tokens[end:first]
    # Right behind a comma the tagger often takes the participle for the past tense.
    apposed = end + 1 if words.follows(end, ",") else -1
    verb = next(
        (
            token
            for token in between
            if (token.tag == "VBN" or (token.tag == "VBD" and token.i == apposed))
            and token.lemma in office_list("appointing")
        ),
        None,
    )
    if verb is None or len(between) > _LONGEST_APPOINTMENT:
        return False
    others = [token for token in between if token is not verb]
    return not any(token.pos in _ENDING_APPOINTMENTS or token.text in ".;:" for token in others)


def _closes(words: Words, role: Role) -> bool:
    """Whether nothing goes on from the role that could make it another's."""
    follows = words.tokens[role.end].text if role.end < words.sentence_end(role.first) else "."
    return follows.lower() in word_list("behind_titles") or not follows[0].isalpha()


def _subject_of(words: Words, mention: Mention) -> int | None:
    """The verb that the mention, or its title, is the subject of; also what "according to" it hangs on."""
    tokens = words.tokens
    for i in (mention.head, *range(mention.first, mention.end)):
        token, above = tokens[i], tokens[tokens[i].head]
        if token.dep in ACTING:
            return int(above.i)
        if token.dep in BESIDE and above.dep in ACTING:
            return int(above.head)
        if is_according_to(tokens, token):
            return int(above.head)
    return None


def is_according_to(tokens: Sequence[Token], token: Token) -> bool:
    """ "according to the minister"."""
    above = tokens[token.head]
    return token.dep == "pobj" and above.lower == "to" and tokens[above.head].lower == "according"
