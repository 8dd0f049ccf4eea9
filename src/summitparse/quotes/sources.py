"""Who a cue and its content belong to: candidates near the cue, ranked by a model."""

from collections.abc import Sequence

from summitparse.cues.features import DEP_CODE, TAG_CODE, subject_code
from summitparse.cues.find import ACCORDING, NOUN, Cue, cue_words, saying
from summitparse.cues.passages import BREAKS, MARKS, POINTS, Passage
from summitparse.findings import Span
from summitparse.grammar.clauses import is_passive
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOMINAL_SUBJECTS, NOUNS, RELATIVE, TENSED
from summitparse.quotes.candidate import Part
from summitparse.text.calendar import CALENDAR

# How far from the cue a source is looked for, in tokens.
REACH = 60
MOST = 14
_PERSONAL = frozenset({"PRP", "PRP$", "WP"})
_QUANTITIES = frozenset({"DT", "JJ", "CD"})
_STANDING = NOMINAL_SUBJECTS | {"pobj"}
_NEVER = frozenset({"compound", "amod", "nummod", "npadvmod", "expl", "punct", "det", "aux", "quantmod", "meta"})
# Verbs that hang before a head so are no part of its phrase; what may hang behind it.
_CLAUSES = frozenset({"relcl", "acl", "prep", "advcl", "ccomp", "parataxis", "conj", "cc"})
_PARTS = frozenset({"prep", "compound", "nmod", "nummod", "case", "amod", "conj", "cc", "appos", "poss", "advmod"})
# A phrase ends before these, and does not begin with those.
_CUT_TAGS = RELATIVE | TENSED
_LINK_TAGS = frozenset({"CC", "IN", "RB"})
_LINKS = frozenset({"cc", "mark", "advmod", "prep", "preconj"})


def find_heads(parse: Parse, passage: Passage, cue: Cue, parts: Sequence[Part]) -> list[int]:
    """Heads of the noun phrases around the cue that are not in the content, the nearest first."""
    tokens = parse.tokens
    heads = []
    first, end = max(passage.first, cue.i - REACH), min(passage.end, cue.i + REACH)
    for i in range(first, end):
        token = tokens[i]
        if i == cue.i or (token.dep in _NEVER and not _title_like(tokens, token)):
            continue
        if not _names_somebody(token) or any(a <= i <= b for a, b in parts) or opens_phrase(tokens, token):
            continue
        stretch = passage.stretch_at(i)
        if stretch >= 0 and passage.quoted[stretch].last - passage.quoted[stretch].first > 4:
            continue
        heads.append(i)
    heads.sort(key=lambda i: (abs(i - cue.i), i))
    heads = heads[:MOST]
    own = cue.subject >= 0 and not opens_phrase(tokens, tokens[cue.subject])
    if own and cue.subject not in heads and not any(a <= cue.subject <= b for a, b in parts):
        heads.append(cue.subject)
    return heads


def _names_somebody(token: Token) -> bool:
    """A noun, a pronoun, or "many" and the like in the place of one."""
    if token.pos in NOUNS or token.tag in _PERSONAL:
        return True
    stands_for = token.tag == "WDT" or (token.tag in _QUANTITIES and token.lower in cue_words("some"))
    return stands_for and token.dep in _STANDING


def opens_phrase(tokens: list[Token], token: Token) -> bool:
    """ "Speaking on behalf of …, N. N. said", where the tagger takes the participle for a noun."""
    first = token.i == 0 or tokens[token.i - 1].sentence != token.sentence
    return (
        first and token.lower in cue_words("opening") and token.i + 1 < len(tokens) and tokens[token.i + 1].tag == "IN"
    )


def tells_time(tokens: list[Token], token: Token) -> bool:
    """ "by June", "on Monday", "next year": when, and nobody; but not "Prime Minister May" or "according to Time"."""
    if not _is_time_word(token) or token.lower in cue_words("written"):
        return False
    if token.pos != "PROPN":
        return True
    follows = tokens[token.i + 1 : token.i + 2]
    named = any(other.pos == "PROPN" and not _is_time_word(other) for other in follows)
    return any(other.lower in cue_words("when") for other in tokens[token.i - 1 : token.i]) and not named


def _is_time_word(token: Token) -> bool:
    """A name of the calendar, "yesterday" and the like; "statement" and "interview", which are as far from who speaks
    as times are."""
    return token.lower in CALENDAR or token.lower in cue_words("times") or token.lower in cue_words("written")


def _title_like(tokens: list[Token], token: Token) -> bool:
    """The last word of a name that the parser took for part of a compound, before a verb or a colon."""
    return (
        token.pos == "PROPN"
        and token.i + 1 < len(tokens)
        and (tokens[token.i + 1].text == ":" or tokens[token.i + 1].pos == "VERB")
    )


def source_features(
    parse: Parse, passage: Passage, cue: Cue, parts: Sequence[Part], mode: int, heads: Sequence[int]
) -> list[tuple[float, ...]]:
    """A row for each candidate."""
    tokens = parse.tokens
    verb = tokens[cue.i]
    passive = is_passive(parse, verb)
    above = set(parse.ancestors(cue.i))
    before = min(a for a, _ in parts)
    after = max(b for _, b in parts)
    order = {i: k for k, i in enumerate(sorted(heads))}
    here = sum(1 for i in heads if i < cue.i)
    rows: list[tuple[float, ...]] = []
    for rank, i in enumerate(heads):
        token = tokens[i]
        head = tokens[token.head]
        upper = tokens[head.head]
        left, right = (i, cue.i) if i < cue.i else (cue.i, i)
        between = tokens[left + 1 : right]
        points = sum(1 for t in between if t.text in POINTS)
        verbs = sum(1 for t in between if t.pos == "VERB")
        prior = tokens[parse.left_edge(i) - 1] if parse.left_edge(i) > passage.first else None
        follow = tokens[i + 1] if i + 1 < passage.end else None
        rows.append(
            (
                mode, cue.kind, TAG_CODE.get(verb.tag, 0), DEP_CODE.get(verb.dep, 0), passive,
                subject_code(token), TAG_CODE.get(token.tag, 0), DEP_CODE.get(token.dep, 0),
                i == cue.subject, token.head == cue.i, verb.head == i, head.head == cue.i, token.head == verb.head,
                i in above,
                i - cue.i, rank, order[i] - here, points, verbs,
                token.sentence - verb.sentence,
                cue.left <= i <= cue.right,
                i < before, i > after, before < i < after,
                i - after if i > after else i - before if i < before else 0,
                token.dep == "poss", head.lower == "by" and head.head == cue.i,
                cue.kind == ACCORDING and head.i == cue.i + 1,
                head.pos == "VERB" and head.lemma in saying(), head.i == cue.i + 1,
                DEP_CODE.get(head.dep, 0), TAG_CODE.get(head.tag, 0),
                DEP_CODE.get(upper.dep, 0),
                _beside(prior),
                _beside(follow),
                token.text[0].isupper(), _is_time_word(token), passage.stretch_at(i) >= 0,
                cue.kind == NOUN and token.head == cue.i,
                token.head in above, passage.is_title, len(heads), cue.subject >= 0,
            )
        )  # fmt: skip
    return rows


def _beside(token: Token | None) -> int:
    """A comma, a mark, other punctuation, or a tag; 0 for nothing."""
    if token is None:
        return 0
    if token.text in POINTS:
        return 1 if token.text == "," else 2 if token.text in MARKS else 3
    return TAG_CODE.get(token.tag, 0) + 3


def source_phrase(parse: Parse, passage: Passage, cue: Cue | None, head: int) -> Span:
    """The noun phrase of a head with title, age and "of …", up to the first comma or relative clause."""
    tokens = parse.tokens
    if tokens[head].lower in cue_words("suffixes") and head - 2 >= passage.first and tokens[head - 1].text == ",":
        whole = source_phrase(parse, passage, cue, head - 2)  # "Oto Brandt, Jr."
        return Span(whole.start, tokens[head].end)
    first = _phrase_start(parse, passage, cue, head)
    last = _phrase_end(parse, cue, head)
    while last > head and (tokens[last].text in POINTS or tokens[last].tag in _LINK_TAGS):
        last -= 1
    if tokens[last].tag == "POS" and last > head:
        last -= 1
    opened = [token.text for token in tokens[first : last + 1]]
    if opened.count("(") > opened.count(")") and last + 1 < passage.end and tokens[last + 1].text == ")":
        last += 1  # "Senator Jane Roe (D-Del.)"
    return Span(tokens[first].start, tokens[last].end)


def _phrase_start(parse: Parse, passage: Passage, cue: Cue | None, head: int) -> int:
    """Where the phrase of a head begins: behind clauses, the cue and commas before it."""
    tokens = parse.tokens
    first = max(parse.left_edge(head), passage.first)
    for child in tokens[head].children:
        if child < head and tokens[child].pos == "VERB" and tokens[child].dep in _CLAUSES:
            first = max(first, parse.right_edge(child) + 1)
    if cue is not None and first <= cue.i < head:
        first = cue.i + 1
    while first < head and (
        tokens[first].text in POINTS or (tokens[first].tag in _LINK_TAGS and tokens[first].dep in _LINKS)
    ):
        first += 1
    return first


def _phrase_end(parse: Parse, cue: Cue | None, head: int) -> int:
    """The last token of what hangs behind a head, before the cue, a verb and punctuation."""
    tokens = parse.tokens
    last = head
    for child in (i for i in tokens[head].children if i > head):
        token = tokens[child]
        if token.dep == "prep" and (token.lower not in cue_words("inside") or _is_time(tokens, token)):
            break
        if token.dep not in _PARTS or token.pos == "VERB":
            break
        edge = parse.right_edge(child)
        if cue is not None and last < cue.i <= edge:
            break
        cut = next((i for i in range(last + 1, edge + 1) if _cuts(tokens[i])), edge + 1)
        last = max(last, cut - 1)
        if cut <= edge:
            break
    return last


def _cuts(token: Token) -> bool:
    """A comma, a dash, a relative pronoun or a verb: the phrase has ended."""
    return token.text in BREAKS or token.tag in _CUT_TAGS


def _is_time(tokens: list[Token], token: Token) -> bool:
    return any(_is_time_word(tokens[child]) or tokens[child].tag == "CD" for child in token.children)
