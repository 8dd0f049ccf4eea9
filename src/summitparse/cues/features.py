"""What a model needs to know about a word that may introduce what somebody says."""

from itertools import islice

from summitparse.cues.find import Cue, saying
from summitparse.cues.passages import MARKS, POINTS, Passage, Quoted
from summitparse.language.parse import Parse, Token

# Length of what `cue_features` returns.
CUE_COLUMNS = 53
_TAGS = ["VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "NN", "NNS", "NNP", "JJ", "IN", ":", "NNPS", "RB"]
_DEPS = [
    "ROOT", "ccomp", "parataxis", "conj", "advcl", "acl", "relcl", "xcomp", "pcomp", "csubj", "dobj", "pobj", "nsubj",
    "nsubjpass", "attr", "prep", "amod", "compound", "dep", "appos", "acomp", "punct", "advmod", "npadvmod", "nmod",
]  # fmt: skip
# What may hang on a cue, in the order of the columns; and what kind of word its subject is.
_DEPENDENTS = ("ccomp", "dobj", "xcomp", "prep", "agent", "advcl")
_PERSONS = {"i": 1, "we": 2, "you": 3, "it": 4, "he": 5, "she": 5, "they": 6}
_SUBJECT_TAGS = {"WP": 7, "WDT": 7, "DT": 8, "EX": 8, "NNP": 9, "NNPS": 9, "NNS": 10}
_NEXT = [
    "that", "to", "of", "for", "about", "on", "in", "as", "with", "against", "at", "by", "from", "over", "how",
    "whether",
]  # fmt: skip
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


def cue_features(parse: Parse, passage: Passage, cue: Cue) -> tuple[float, ...]:
    """Numbers about a candidate without its lemma's statistics (those are looked up in the weights)."""
    left = right = None
    for k in passage.near(cue.i):
        if passage.quoted[k].outer_last < cue.i:
            left = passage.quoted[k]
        elif passage.quoted[k].outer_first > cue.i and right is None:
            right = passage.quoted[k]
    return (
        *_word(parse, cue),
        *_dependents(parse, cue),
        *_neighbours(parse, passage, cue),
        *_place(parse, passage, cue, left, right),
        *_beside(parse.tokens, passage, cue.i, left, right),
    )


def _word(parse: Parse, cue: Cue) -> tuple[float, ...]:
    """The candidate itself and the word that it hangs on."""
    token = parse.tokens[cue.i]
    head = parse.tokens[token.head]
    return (
        cue.kind,
        TAG_CODE.get(token.tag, 0),
        DEP_CODE.get(token.dep, 0),
        DEP_CODE.get(head.dep, 0) if head is not token else -1,
        {"VERB": 1, "NOUN": 2, "PROPN": 3, "AUX": 4, "ADJ": 5, "ADP": 6}.get(head.pos, 0),
        head.i - cue.i if abs(head.i - cue.i) < 30 else 30,
    )


def _dependents(parse: Parse, cue: Cue) -> tuple[float, ...]:
    """What hangs on the candidate, 1 behind it and 2 before it, and its subject."""
    tokens, i = parse.tokens, cue.i
    deps: dict[str, int] = {}
    negated = modal = 0
    for child in tokens[i].children:
        other = tokens[child]
        deps[other.dep] = 1 if other.i > i else 2
        if other.dep == "neg":
            negated = 1
        elif other.tag == "MD":
            modal = 1
    get = deps.get
    subject = tokens[cue.subject] if cue.subject >= 0 else None
    own_subject = subject is not None and subject.head == i
    return (
        *(get(dep, 0) for dep in _DEPENDENTS),
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
    )


def _neighbours(parse: Parse, passage: Passage, cue: Cue) -> tuple[float, ...]:
    """The words right beside the candidate."""
    tokens, i = parse.tokens, cue.i
    before = tokens[i - 1] if i > passage.first else None
    after = tokens[i + 1] if i + 1 < passage.end else None
    return (_next_code(after), TAG_CODE.get(after.tag, 0) if after else -1, _neighbour_code(before))


def _place(parse: Parse, passage: Passage, cue: Cue, left: Quoted | None, right: Quoted | None) -> tuple[float, ...]:
    """Where the candidate stands: how far from words in marks, in its sentence, and in its passage."""
    i, first, end = cue.i, passage.first, passage.end
    return (
        min(cue.left - left.outer_last if left else 99, 30),
        min(right.outer_first - i if right else 99, 30),
        passage.covered / (end - first),
        len(passage.quoted),
        i - cue.sentence_first,
        cue.sentence_last - i,
        cue.sentence_first == first,
        cue.sentence_last >= end - 2,
        _saying_above(parse, parse.tokens[i]),
        passage.is_title,
        parse.right_edge(i) - i,
        i - parse.left_edge(i),
        cue.left - cue.sentence_first,
        cue.sentence_last - cue.right,
        end - first,
    )


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
        point_before(tokens, right.outer_first) if right else -1,
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


def point_before(tokens: list[Token], first: int) -> int:
    """The punctuation before a stretch that other words of its passage stand before; 0 for a word."""
    text = tokens[first - 1].text
    return {",": 1, ":": 2, ".": 3, "—": 4, "–": 4, "-": 4, "--": 4, ";": 5}.get(text, 6 if text in POINTS else 0)


def subject_code(subject: Token | None) -> int:
    """What kind of word the subject is."""
    if subject is None:
        return 0
    if subject.tag.startswith("PRP"):
        return _PERSONS.get(subject.lower, 4)
    return _SUBJECT_TAGS.get(subject.tag, 11)


def _saying_above(parse: Parse, token: Token) -> int:
    """Whether the word stands in the content of another verb of saying: 1 to the right of it, 2 to the left."""
    for above in islice(parse.ancestors(token.i), 30):
        other = parse.tokens[above]
        if other.pos == "VERB" and other.lemma in saying():
            return 1 if above < token.i else 2
    return 0
