"""Where a reported clause may begin and end, and what the model needs to know about each such place."""

from summitparse.cues.features import AFTER_CODE, DEP_CODE, NEXT_CODE, TAG_CODE
from summitparse.cues.find import ACCORDING, LONGEST, Cue, cue_words, saying
from summitparse.cues.passages import BREAKS, MARKS, POINTS, Passage
from summitparse.grammar.clauses import is_that
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import PRESENT, TENSED

MOST_STARTS, MOST_ENDS = 7, 9
_OBJECTS = frozenset(
    {"ccomp", "xcomp", "dobj", "attr", "acomp", "oprd", "prep", "advcl", "dative", "agent", "acl", "relcl"}
)
_PHRASES = frozenset({"prep", "agent", "prt", "dative"})
_LATER = frozenset({"prep", "advcl", "relcl", "acl", "conj", "npadvmod", "appos", "ccomp", "advmod"})

_BREAKS = BREAKS | {"("}
# Behind a comma these go on with the sentence, or begin what could be left out.
_GOES_ON = frozenset({"CC", "VBG"})
_APART = frozenset({"WDT", "WP", "IN", "VBN", "PRP", "NNP", "WRB", "DT", "RB"})
# Codes of tags that matter only at one end.
_START_TAGS = {"DT": 15, "PRP": 16, "PRP$": 17, "EX": 18, "WP": 19, "WDT": 20}
_END_TAGS = {"CC": 16, "TO": 17, "WDT": 18, "WP": 18}
# How many numbers tell about a beginning and an end.
START, END = 17, 23


def find_starts(parse: Parse, passage: Passage, cue: Cue) -> dict[int, tuple[float, ...]]:
    tokens, limit = parse.tokens, cue.sentence_last + 1
    after = cue.i + (2 if cue.kind == ACCORDING else 1)
    if after < limit and tokens[after].dep == "prt" and tokens[after].head == cue.i:
        after += 1
    kinds: dict[int, int] = {}
    deps: dict[int, str] = {}

    def add(i: int, kind: int, dep: str = "") -> None:
        while i < limit and tokens[i].text in POINTS:
            i += 1
        if after <= i < limit:
            kinds[i] = kinds.get(i, 0) | kind
            if dep:
                deps.setdefault(i, dep)

    add(after, 1)
    for child in tokens[cue.i].children:
        token = tokens[child]
        if child > cue.i and token.dep != "punct":
            add(max(after, parse.left_edge(child)), 2, token.dep)
            if token.dep in _PHRASES:
                for below in token.children:
                    if below > child:
                        add(parse.left_edge(below), 4, tokens[below].dep)
    commas = 0
    for i in range(after, min(limit, after + 25)):
        token = tokens[i]
        if is_that(token):
            add(i, 8)
        elif token.tag == "TO" and i < after + 14:
            add(i, 16)
        elif token.lower in cue_words("questions"):
            add(i, 256)
        elif token.text in BREAKS and commas < 2 and i < after + 14:
            commas += 1
            add(i + 1, 32)
        elif token.pos == "ADP" and i <= after + 2:
            add(i + 1, 64)
    count = 0
    for stretch in (passage.quoted[k] for k in passage.near(cue.i)):
        if stretch.outer_first > cue.i and stretch.first < limit and count < 2:
            count += 1
            add(stretch.first, 128)
    chosen = sorted(sorted(kinds, key=lambda i: (not kinds[i] & (1 | 2 | 8 | 256), i))[:MOST_STARTS])
    return {i: about_start(tokens, passage, cue, i, after, kinds[i], deps.get(i, "")) for i in chosen}


def about_start(
    tokens: list[Token], passage: Passage, cue: Cue, i: int, after: int, kind: int, dep: str
) -> tuple[float, ...]:
    token, before = tokens[i], tokens[i - 1]
    return (
        i - after,
        kind & 1, kind & 2, kind & 4, kind & 8, kind & 16, kind & 32, kind & 64, kind & 128, kind & 256,
        DEP_CODE.get(dep, 0),
        AFTER_CODE.get(token.lower, 0),
        NEXT_CODE.get(token.lower) or 20 + TAG_CODE.get(token.tag, _START_TAGS.get(token.tag, 0)),
        NEXT_CODE.get(before.lower) or 20 + _before_code(before),
        DEP_CODE.get(token.dep, 0),
        passage.stretch_at(i) >= 0,
        token.text[0].isupper(),
    )  # fmt: skip


def _before_code(token: Token) -> int:
    if token.text in POINTS:
        return 1 if token.text == "," else 2 if token.text in MARKS else 3 if token.text == ":" else 4
    return 4 + TAG_CODE.get(token.tag, 0)


def _after_code(token: Token) -> int:
    if token.text in POINTS:
        return 1 if token.text == "," else 2 if token.text in MARKS else 3
    return 4 + TAG_CODE.get(token.tag, _END_TAGS.get(token.tag, 0))


def find_ends(parse: Parse, passage: Passage, cue: Cue, first: int) -> dict[int, tuple[float, ...]]:
    tokens = parse.tokens
    kinds: dict[int, int] = {}
    limit = cue.sentence_last

    def add(i: int, kind: int) -> None:
        i = min(i, limit)
        while i >= first and (tokens[i].text in POINTS or (kind != 1 and tokens[i].tag == "CC")):
            i -= 1
        if i >= first:
            kinds[i] = kinds.get(i, 0) | kind

    add(limit, 1)
    add(parse.right_edge(cue.i), 2)
    for child in tokens[cue.i].children:
        token = tokens[child]
        if child <= cue.i or token.dep == "punct":
            continue
        add(parse.right_edge(child), 4)
        if token.dep in _OBJECTS or token.dep == "conj":
            if child > first:
                add(parse.left_edge(child) - 1, 8)
            below = [b for b in token.children if b > child and tokens[b].dep in _LATER]
            for other in below[-3:]:
                add(parse.left_edge(other) - 1, 16)
            for other in below[:1]:
                add(parse.right_edge(other), 256)
    commas = 0
    for i in range(first + 1, min(limit, first + LONGEST)):
        token = tokens[i]
        if token.text in _BREAKS and commas < 4 and passage.stretch_at(i) < 0:
            nxt = tokens[i + 1]
            if token.text != "," or nxt.tag in _GOES_ON | _APART:
                commas += 1
                add(i - 1, 32 if nxt.tag in _GOES_ON else 64)
        elif token.tag == "CC" and says_on(tokens, i + 1, limit) and passage.stretch_at(i) < 0:
            add(i - 1, 512)
    for stretch in (passage.quoted[k] for k in passage.near(cue.i)):
        if stretch.outer_first > cue.i and first <= stretch.last <= limit:
            add(stretch.last, 128)
    chosen = sorted(kinds, key=lambda i: (kinds[i] == 64, i))[:MOST_ENDS]
    return {i: about_end(tokens, passage, cue, i, kinds[i]) for i in sorted(chosen)}


def says_on(tokens: list[Token], i: int, limit: int) -> bool:
    """Whether a finite verb of saying follows the conjunction: the same speaker goes on with another content."""
    while i < limit and tokens[i].tag == "RB":
        i += 1
    return tokens[i].tag in TENSED | PRESENT and tokens[i].lemma in saying()


def about_end(tokens: list[Token], passage: Passage, cue: Cue, i: int, kind: int) -> tuple[float, ...]:
    after = tokens[i + 1] if i + 1 < passage.end else None
    beyond = tokens[i + 2] if i + 2 < passage.end else None
    return (
        cue.sentence_last - i,
        kind & 1, kind & 2, kind & 4, kind & 8, kind & 16, kind & 32, kind & 64, kind & 128, kind & 256, kind & 512,
        _after_code(after) if after else 0,
        DEP_CODE.get(after.dep, 0) if after else 0,
        TAG_CODE.get(beyond.tag, _END_TAGS.get(beyond.tag, 0)) if beyond else 0,
        DEP_CODE.get(tokens[i].dep, 0),
        TAG_CODE.get(tokens[i].tag, 0),
        passage.stretch_at(i) >= 0,
        i == passage.end - 1 or i == passage.end - 2,
        AFTER_CODE.get(after.lower, 0) if after else -1,
        AFTER_CODE.get(beyond.lower, 0) if beyond else -1,
        *_what_follows(tokens, cue, i),
    )  # fmt: skip


def _what_follows(tokens: list[Token], cue: Cue, last: int) -> tuple[float, ...]:
    """How the words after an end are attached: the relation of their phrase, and whether it hangs on the cue, on a word
    that hangs on the cue, deeper in the content, or elsewhere."""
    i = last + 1
    while i <= cue.sentence_last and tokens[i].text in POINTS:
        i += 1
    if i > cue.sentence_last:
        return (-1, -1, -1)
    for _ in range(30):
        head = tokens[i].head
        if head <= last or head == i:
            break
        i = head
    head = tokens[i].head
    where = 1 if head == cue.i else 5 if head == i else 4 if head < cue.i else 2 if tokens[head].head == cue.i else 3
    return (DEP_CODE.get(tokens[i].dep, 0), where, last - head if head <= last else -1)
