"""Words that may introduce what somebody says, and what a model needs to know about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from summitparse.language.parse import Parse, Token
from summitparse.lexicon import load
from summitparse.quotes.passages import MARKS, POINTS, Passage, Quoted

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
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
# Length of what `cue_features` returns.
CUE_COLUMNS = 53

_TAGS = ["VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "NN", "NNS", "NNP", "JJ", "IN", ":", "NNPS", "RB"]
_DEPS = [
    "ROOT", "ccomp", "parataxis", "conj", "advcl", "acl", "relcl", "xcomp", "pcomp", "csubj", "dobj", "pobj", "nsubj",
    "nsubjpass", "attr", "prep", "amod", "compound", "dep", "appos", "acomp", "punct", "advmod", "npadvmod", "nmod",
]  # fmt: skip
_NEXT = [
    "that",
    "to",
    "of",
    "for",
    "about",
    "on",
    "in",
    "as",
    "with",
    "against",
    "at",
    "by",
    "from",
    "over",
    "how",
    "whether",
]
# What may follow a content: closed classes of words, those that often end one by themselves.
_AFTER = [
    "and", "but", "or", "which", "who", "whose", "where", "when", "while", "as", "after", "before", "because",
    "although", "though", "since", "if", "unless", "until", "despite", "including", "during", "following",
    "amid", "so", "that", "to", "on", "in", "at", "for", "with", "by", "from", "of", "over", "about", "than",
    "what", "why", "how", "whether", "he", "she", "they", "it", "we", "i",
]  # fmt: skip
AFTER_CODE = {word: i for i, word in enumerate(_AFTER, 1)}
TAG_CODE = {tag: i for i, tag in enumerate(_TAGS, 1)}
DEP_CODE = {dep: i for i, dep in enumerate(_DEPS, 1)}
NEXT_CODE = {word: i for i, word in enumerate(_NEXT, 1)}


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


@cache
def words_of(section: str) -> frozenset[str]:
    """A list of lexicon/cues.toml."""
    return frozenset(load("summitparse.quotes", "cues")[section])


def saying() -> frozenset[str]:
    return words_of("saying")


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
        if token.lower == "according" and i + 1 < passage.end and tokens[i + 1].lower == "to":
            lemma, kind = "according", ACCORDING
        elif pos == "VERB" and token.dep not in ("aux", "auxpass"):
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
    subject = _told_by(parse, token) if kind == ACCORDING else find_subject(parse, token)
    own = subject >= 0 and (tokens[subject].head == token.i or kind == ACCORDING or quoted_by_others(parse, token) >= 0)
    own = own and abs(subject - token.i) < 40
    left = min(token.i, parse.left_edge(subject)) if own else token.i
    right = max(token.i, parse.right_edge(subject)) if own and subject > token.i else token.i
    if kind == ACCORDING:
        right = max(right, token.i + 1)
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
    return (token.text in POINTS and token.text not in ("-", "'", "’", "(", ")")) or passage.stretch_at(token.i) >= 0


def quoted_by_others(parse: Parse, token: Token) -> int:
    """Whom another quotes: "Interfax quoted Minister Daren as saying", "Minister Daren was quoted as saying"; a token
    position, or -1 for any other verb."""
    tokens = parse.tokens
    if token.tag != "VBG" or token.i < 2 or tokens[token.i - 1].lower != "as":
        return -1
    first = max(parse.sentences[token.sentence][0], token.i - LONGEST_RELAY)
    verb = next((i for i in range(token.i - 2, first - 1, -1) if tokens[i].lemma in words_of("quoting")), -1)
    if verb < 0 or tokens[verb].pos != "VERB":
        return -1
    if verb == token.i - 2 or passive(tokens, tokens[verb]):
        return find_subject(parse, tokens[verb])
    return next((i for i in range(token.i - 2, verb, -1) if tokens[i].pos in ("PROPN", "NOUN", "PRON")), -1)


def relays(parse: Parse, token: Token) -> bool:
    """Whether a verb only tells whom somebody quotes "as saying"."""
    if token.lemma not in words_of("quoting"):
        return False
    end = min(parse.sentences[token.sentence][1], token.i + LONGEST_RELAY)
    return any(quoted_by_others(parse, parse.tokens[i]) >= 0 for i in range(token.i + 2, end))


def _told_by(parse: Parse, token: Token) -> int:
    """The noun after "according to", or -1."""
    tokens = parse.tokens
    heads = (token.i, token.i + 1)
    return next((child for i in heads for child in tokens[i].children if tokens[child].dep == "pobj"), -1)


def find_subject(parse: Parse, token: Token) -> int:
    """The subject of a verb, inherited from the verbs it depends on where it has none; -1 if there is none."""
    tokens = parse.tokens
    quoted = quoted_by_others(parse, token)
    if quoted >= 0:
        return quoted
    i = token.i
    for _ in range(4):
        for child in tokens[i].children:
            if tokens[child].dep in SUBJECTS:
                return child
        head = tokens[i].head
        dep = tokens[i].dep
        if head == i or dep not in (
            "conj",
            "xcomp",
            "advcl",
            "aux",
            "acl",
            "relcl",
            "dobj",
            "prep",
            "pcomp",
            "attr",
            "acomp",
        ):
            return -1
        if dep in ("acl", "relcl"):
            return head
        i = head
    return -1


def passive(tokens: list[Token], token: Token) -> bool:
    return any(tokens[child].dep in ("nsubjpass", "auxpass") for child in token.children)


def cue_features(parse: Parse, passage: Passage, cue: Cue) -> tuple[float, ...]:
    """Numbers about a candidate without its lemma's statistics (those are looked up in the weights)."""
    tokens = parse.tokens
    token = tokens[cue.i]
    i, first, end = cue.i, passage.first, passage.end
    before = tokens[i - 1] if i > first else None
    after = tokens[i + 1] if i + 1 < end else None
    head = tokens[token.head]
    deps: dict[str, int] = {}
    negated = modal = 0
    for child in token.children:
        other = tokens[child]
        deps[other.dep] = 1 if other.i > i else 2
        if other.dep == "neg":
            negated = 1
        elif other.tag == "MD":
            modal = 1
    get = deps.get
    subject = tokens[cue.subject] if cue.subject >= 0 else None
    own_subject = subject is not None and subject.head == i
    left_stretch = right_stretch = None
    for k in passage.near(i):
        if passage.quoted[k].outer_last < i:
            left_stretch = passage.quoted[k]
        elif passage.quoted[k].outer_first > i and right_stretch is None:
            right_stretch = passage.quoted[k]
    nearest_left = cue.left - left_stretch.outer_last if left_stretch else 99
    nearest_right = right_stretch.outer_first - i if right_stretch else 99
    above = _saying_above(parse, token)
    return (
        cue.kind,
        TAG_CODE.get(token.tag, 0),
        DEP_CODE.get(token.dep, 0),
        DEP_CODE.get(head.dep, 0) if head is not token else -1,
        {"VERB": 1, "NOUN": 2, "PROPN": 3, "AUX": 4, "ADJ": 5, "ADP": 6}.get(head.pos, 0),
        head.i - i if abs(head.i - i) < 30 else 30,
        get("ccomp", 0),
        get("dobj", 0),
        get("xcomp", 0),
        get("prep", 0),
        get("agent", 0),
        get("advcl", 0),
        get("attr", 0) or get("acomp", 0) or get("oprd", 0),
        get("conj", 0),
        get("acl", 0) or get("relcl", 0),
        get("dative", 0),
        get("poss", 0),
        get("det", 0) or get("amod", 0),
        get("prt", 0),
        get("mark", 0),
        1 if get("auxpass", 0) or get("nsubjpass", 0) else 0,
        get("aux", 0),
        negated,
        modal,
        subject_code(subject),
        (2 if own_subject else 1) if subject is not None else 0,
        (cue.subject - i if abs(cue.subject - i) < 30 else 30) if subject is not None else 0,
        _next_code(after),
        TAG_CODE.get(after.tag, 0) if after else -1,
        _neighbour_code(before),
        min(nearest_left, 30),
        min(nearest_right, 30),
        passage.covered / (end - first),
        len(passage.quoted),
        i - cue.sentence_first,
        cue.sentence_last - i,
        cue.sentence_first == first,
        cue.sentence_last >= end - 2,
        above,
        passage.is_title,
        parse.right_edge(i) - i,
        i - parse.left_edge(i),
        cue.left - cue.sentence_first,
        cue.sentence_last - cue.right,
        end - first,
        *_beside(tokens, passage, i, left_stretch, right_stretch),
    )  # fmt: skip


def _next_code(token: Token | None) -> int:
    if token is None:
        return 23
    mark = 20 if token.text in MARKS else 21 if token.text == "," else 22 if token.text in ":—" else 0
    return NEXT_CODE.get(token.lower, mark)


def _neighbour_code(token: Token | None) -> int:
    """A mark, a comma, other punctuation, or a tag; 0 for nothing."""
    if token is None:
        return 0
    if token.text in MARKS:
        return 1
    return 2 if token.text == "," else 3 if token.text in POINTS else TAG_CODE.get(token.tag, 0) + 3


def _beside(
    tokens: list[Token], passage: Passage, i: int, left: Quoted | None, right: Quoted | None
) -> tuple[float, ...]:
    """The nearest stretches in marks on both sides: length, punctuation, capital, and the verbs between."""
    return (
        left.last - left.first + 1 if left else 0,
        last_point(tokens, left) if left else -1,
        tokens[left.first].text[0].isupper() if left else -1,
        _verbs(tokens, left.outer_last + 1, i) if left else -1,
        right.last - right.first + 1 if right else 0,
        point_before(tokens, right.outer_first, passage) if right else -1,
        tokens[right.first].text[0].isupper() if right else -1,
        _verbs(tokens, i + 1, right.outer_first) if right else -1,
    )


def _verbs(tokens: list[Token], first: int, end: int) -> int:
    """Verbs of saying among the nearest tokens of a stretch, and 10 for each other verb."""
    count = 0
    for token in tokens[first : min(end, first + 25)]:
        if token.pos == "VERB":
            count += 1 if token.lemma in saying() else 10
    return count


def last_point(tokens: list[Token], stretch: Quoted) -> int:
    """The punctuation at the end of quoted words: 1 comma, 2 full stop, 3 ? or !, 4 other, 0 none; 5 and 6 outside."""
    text = tokens[stretch.last].text
    after = stretch.outer_last + 1
    if text not in POINTS and after < len(tokens) and tokens[after].text in ",.":
        return 5 if tokens[after].text == "," else 6
    return {",": 1, ".": 2, "?": 3, "!": 3}.get(text, 2 if text.endswith(".") else 4 if text in POINTS else 0)


def point_before(tokens: list[Token], first: int, passage: Passage) -> int:
    """The punctuation before a stretch: 9 where the passage begins with it, 0 for a word."""
    if first <= passage.first:
        return 9
    text = tokens[first - 1].text
    return {",": 1, ":": 2, ".": 3, "—": 4, "–": 4, "-": 4, "--": 4, ";": 5}.get(text, 6 if text in POINTS else 0)


def subject_code(subject: Token | None) -> int:
    """What kind of word the subject is."""
    if subject is None:
        return 0
    if subject.tag in ("PRP", "PRP$"):
        return {"i": 1, "we": 2, "you": 3, "it": 4, "he": 5, "she": 5, "they": 6}.get(subject.lower, 4)
    if subject.tag in ("WP", "WDT"):
        return 7
    if subject.tag in ("DT", "EX"):
        return 8
    return 9 if subject.pos == "PROPN" else 10 if subject.tag == "NNS" else 11


def _saying_above(parse: Parse, token: Token) -> int:
    """Whether the word stands in the content of another verb of saying: 1 to the right of it, 2 to the left."""
    for above in islice(parse.ancestors(token.i), 30):
        other = parse.tokens[above]
        if other.pos == "VERB" and other.lemma in saying():
            return 1 if above < token.i else 2
    return 0
