"""Words that may introduce what somebody says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from summitparse.cues.passages import JOINS, POINTS, Passage
from summitparse.grammar.clauses import is_passive
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import ADNOMINAL, NOMINAL, PAST, SUBJECTS, SUBORDINATE
from summitparse.lexicon import listed, load

WITH_EXPLETIVES = SUBJECTS | {"expl"}
# What follows these is a name.
TITLES = frozenset({"titled", "entitled", "named", "nicknamed"})
COLONS = frozenset({":", "—", "―", "–", "--"})
VERB, NOUN, ADJECTIVE, ACCORDING, COLON = range(5)
KIND_NAMES = ("verb", "noun", "adjective", "according", "colon")
# Columns of the table of lemma statistics that is stored with the weights.
STATISTICS = 7
# How many tokens of a sentence are looked at; longer ones come from texts without punctuation.
LONGEST = 150
# From "quoted" to "as saying" stand no more tokens than this.
LONGEST_RELAY = 16


# The segment of a cue ends before these.
_STOPS = POINTS - JOINS - frozenset("()")
# Through these a verb has the subject of what it hangs on.
_SHARING = (SUBORDINATE - {"ccomp"}) | {"conj", "aux", "dobj", "prep", "pcomp", "attr", "acomp"}


@dataclass(slots=True)
class Cue:
    """A candidate at token `i`. The words that go with it and its subject, without content, are the segment
    `[left, right]`: what stands around it between commas, marks or dashes. `subject` is a token position or -1."""

    i: int
    kind: int
    lemma: str  # name in the table of lemma statistics ("verb say"); "" for a lemma that is not in the lexicon
    subject: int
    left: int
    right: int
    sentence_first: int
    sentence_last: int
    features: tuple[float, ...] = ()


@cache
def vocabulary() -> dict[tuple[str, int], str]:
    """The lemmas of the lexicon: (lemma, kind of cue) → its name in the table of statistics."""
    table = load("summitparse.quotes", "cues")
    sections = (("saying", VERB), ("verbs", VERB), ("nouns", NOUN), ("adjectives", ADJECTIVE))
    pairs = [("according", ACCORDING), (":", COLON)]
    pairs += [(lemma, kind) for name, kind in sections for lemma in table[name]]
    return {(lemma, kind): f"{KIND_NAMES[kind]} {lemma}" for lemma, kind in pairs}


# The words of a list of lexicon/cues.toml.
cue_words = partial(listed, "summitparse.quotes", "cues")


def saying() -> frozenset[str]:
    return cue_words("saying")


@cache
def asking() -> frozenset[str]:
    """Verbs of asking somebody to do something; an invitation is a position and no report."""
    return (words_of("verbs", "ask") | words_of("verbs", "call") | cue_words("telling")) - words_of("verbs", "invite")


@cache
def _headline_verbs() -> dict[str, str]:
    """Forms in -s and -ed of verbs of saying: in a headline the tagger takes them for names."""
    forms = {}
    for lemma in sorted(saying()):
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        forms[lemma + ("es" if lemma.endswith("s") else "s")] = lemma
        forms[stem + "ed"] = lemma
    return {**forms, "said": "say", "told": "tell"}


def find_cues(parse: Parse, passage: Passage) -> Iterator[Cue]:
    """Candidates outside quotation marks, in text order."""
    tokens, known = parse.tokens, vocabulary()
    for i in range(passage.first, passage.end):
        token = tokens[i]
        if passage.inside[i - passage.first] >= 0 and not _glued_dash(passage, token):
            continue
        if token.lower in TITLES:
            continue
        pos = token.pos
        lemma, kind = token.lemma, -1
        if (token.lower, ACCORDING) in known and i + 1 < passage.end:
            lemma, kind = token.lower, ACCORDING
        elif pos == "VERB":
            kind = VERB
        elif pos == "NOUN" and (lemma, NOUN) in known:
            kind = NOUN
        elif pos == "ADJ" and (lemma, ADJECTIVE) in known:
            kind = ADJECTIVE
        elif token.text in COLONS or passage.inside[i - passage.first] >= 0:
            if i > passage.first and i + 1 < passage.end and _introduces(passage, token):
                lemma, kind = ":", COLON
        elif (pos == "PROPN" and token.lower in _headline_verbs()) or (
            pos == "NOUN" and (passage.is_title or token.tag == "NNS") and token.lower in _headline_verbs()
        ):
            lemma, kind = _headline_verbs()[token.lower], VERB
        if kind >= 0:
            name = known.get((lemma, kind), "")
            if name or _worth_a_look(parse, passage, token):
                yield make_cue(parse, passage, token, kind, name)


def _glued_dash(passage: Passage, token: Token) -> bool:
    """A dash that the tokenizer left on the closing mark before it: "…”― Name"."""
    k = passage.stretch_at(token.i)
    return len(token.text) > 1 and token.text[-1] in "―—–" and passage.quoted[k].outer_last == token.i


def _introduces(passage: Passage, token: Token) -> bool:
    """A colon, a dash before a signature at the end of a paragraph, or a dash before quoted words."""
    if token.text == ":" or token.i + 8 >= passage.end:
        return True
    k = passage.stretch_at(token.i + 1)
    return k >= 0 and passage.quoted[k].last - passage.quoted[k].first >= 3


def _worth_a_look(parse: Parse, passage: Passage, token: Token) -> bool:
    """A verb that is not in the lexicon counts only beside quotation marks or with a clause."""
    if any(
        -4 <= stretch.outer_first - token.i <= 4 or -4 <= token.i - stretch.outer_last <= 4
        for stretch in (passage.quoted[k] for k in passage.near(token.i))
    ):
        return True
    return any(child > token.i and parse.tokens[child].dep == "ccomp" for child in token.children)


def make_cue(parse: Parse, passage: Passage, token: Token, kind: int, lemma: str) -> Cue:
    tokens = parse.tokens
    first, end = parse.sentences[token.sentence]
    last = end - 1
    first, last = widen(passage, first, last)
    subject = _told_by(parse, token) if kind == ACCORDING else inherited_subject(parse, token)
    own = subject >= 0 and (tokens[subject].head == token.i or kind == ACCORDING or quoted_by_others(parse, token) >= 0)
    own = own and abs(subject - token.i) < 40
    left = min(token.i, parse.left_edge(subject)) if own else token.i
    right = max(token.i, parse.right_edge(subject)) if own and subject > token.i else token.i
    left, right = max(left, first), min(right, last)
    first_seen, last_seen = max(first, left - LONGEST), min(last, right + LONGEST)
    while left > first_seen and not _stops(tokens[left - 1], passage):
        left -= 1
    while right < last_seen and not _stops(tokens[right + 1], passage):
        right += 1
    return Cue(token.i, kind, lemma, subject, left, right, first, last)


def widen(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """A sentence with all of each quotation that reaches into it: the parser also splits inside marks."""
    first, last = max(first, passage.first), min(last, passage.end - 1)
    k = passage.stretch_at(first)
    if k >= 0:
        first = min(first, passage.quoted[k].outer_first)
    k = passage.stretch_at(last)
    if k >= 0:
        last = max(last, passage.quoted[k].outer_last)
    return first, last


def _stops(token: Token, passage: Passage) -> bool:
    return token.text in _STOPS or passage.stretch_at(token.i) >= 0


def quoted_by_others(parse: Parse, token: Token) -> int:
    """Whom another quotes: "Interfax quoted Minister Daren as saying", "Minister Daren was quoted as saying"; a token
    position, or -1 for any other verb."""
    tokens = parse.tokens
    at = token.i - 1 - (token.tag in PAST and tokens[token.i - 1].lower == "having")
    if at < 1 or tokens[at].lower != "as" or tokens[at + 1].tag != "VBG":
        return -1
    first = max(parse.sentences[token.sentence][0], token.i - LONGEST_RELAY)
    verb = next((i for i in range(at - 1, first - 1, -1) if tokens[i].lemma in cue_words("quoting")), -1)
    if verb < 0 or tokens[verb].pos != "VERB":
        return -1
    if verb == at - 1 or is_passive(parse, tokens[verb]):
        return inherited_subject(parse, tokens[verb])
    return next((i for i in range(at - 1, verb, -1) if tokens[i].pos in NOMINAL), -1)


def relays(parse: Parse, token: Token) -> bool:
    """Whether a verb only tells whom somebody quotes "as saying"."""
    if token.lemma not in cue_words("quoting"):
        return False
    end = min(parse.sentences[token.sentence][1], token.i + LONGEST_RELAY)
    return any(quoted_by_others(parse, parse.tokens[i]) >= 0 for i in range(token.i + 2, end))


def _told_by(parse: Parse, token: Token) -> int:
    """The noun after "according to", or -1."""
    tokens = parse.tokens
    heads = (token.i, token.i + 1)
    return next((child for i in heads for child in tokens[i].children if tokens[child].dep == "pobj"), -1)


def inherited_subject(parse: Parse, token: Token) -> int:
    """The subject of a verb, inherited from the verbs it depends on where it has none; -1 if there is none."""
    tokens = parse.tokens
    quoted = quoted_by_others(parse, token)
    if quoted >= 0:
        return quoted
    i = token.i
    for _ in range(4):
        for child in tokens[i].children:
            if tokens[child].dep in WITH_EXPLETIVES:
                return child
        head = tokens[i].head
        dep = tokens[i].dep
        if head == i or dep not in _SHARING:
            return -1
        if dep in ADNOMINAL:
            return head
        i = head
    return -1
