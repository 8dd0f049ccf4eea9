"""Where the content of a cue may stand: stretches in marks around it, and stretches of words beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitparse.language.parse import Parse, Token
from summitparse.quotes.cues import (
    ACCORDING,
    ADJECTIVE,
    AFTER_CODE,
    COLON,
    DEP_CODE,
    NEXT_CODE,
    TAG_CODE,
    VERB,
    Cue,
    last_point,
    point_before,
    saying,
)
from summitparse.quotes.passages import MARKS, POINTS, Passage, Quoted, trim

# How a candidate lies to its cue.
RIGHT, LEFT, AROUND, SUBJECT, SUBJECT_RIGHT, QUOTED = range(6)
MOST_STARTS, MOST_ENDS, MOST_RUN = 7, 9, 3
_OBJECTS = frozenset(
    {"ccomp", "xcomp", "dobj", "attr", "acomp", "oprd", "prep", "advcl", "dative", "agent", "acl", "relcl"}
)
_LATER = frozenset({"prep", "advcl", "relcl", "acl", "conj", "npadvmod", "appos", "ccomp", "advmod"})

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible content: `parts` are token ranges, both ends included; `runs` the positions of the stretches in marks
    that make it up if it is nothing but them."""

    parts: tuple[Part, ...]
    features: tuple[float, ...]
    runs: tuple[int, ...] = ()


def find_contents(parse: Parse, passage: Passage, cue: Cue) -> list[Candidate]:
    """All candidates of a cue, each once."""
    found: dict[tuple[Part, ...], Candidate] = {}
    for candidate in _quoted_runs(parse, passage, cue):
        found.setdefault(candidate.parts, candidate)
    for candidate in _stretches_of_words(parse, passage, cue):
        if candidate.parts not in found and not (passage.quoted and _spoils(parse.tokens, passage, candidate)):
            found[candidate.parts] = candidate
    unknown = cue.lemma == 0 and cue.kind == VERB
    return [c for c in found.values() if not (unknown and _unlikely(parse.tokens, passage, c))]


def _spoils(tokens: list[Token], passage: Passage, candidate: Candidate) -> bool:
    """Whether a part cuts through a stretch in marks, or is nothing but such stretches (those are ranked by themselves)."""
    outside = False
    for first, last in candidate.parts:
        a, b = passage.stretch_at(first), passage.stretch_at(last)
        if a >= 0 and passage.quoted[a].first < first and passage.quoted[a].last >= first + 4:
            return True
        if b >= 0 and passage.quoted[b].last > last + 1 and last >= passage.quoted[b].first + 4:
            return True
        if a < 0 or a != b:
            outside = True
    return not outside


def _unlikely(tokens: list[Token], passage: Passage, candidate: Candidate) -> bool:
    """For a verb that is no known cue: a content without a clause that holds no marks, or only names in marks."""
    inside = [q for q in passage.quoted if any(first <= q.last and q.first <= last for first, last in candidate.parts)]
    if inside:
        return all(_is_name(tokens, q) for q in inside)
    return not any(
        token.tag in ("VBD", "VBZ", "VBP", "MD")
        for first, last in candidate.parts
        for token in tokens[first : last + 1]
    )


# Stretches in marks


def _quoted_runs(parse: Parse, passage: Passage, cue: Cue) -> Iterator[Candidate]:
    yield from _runs(parse, passage, cue, range(len(passage.quoted)))
    speech = [k for k, q in enumerate(passage.quoted) if not _is_name(parse.tokens, q)]
    if 0 < len(speech) < len(passage.quoted):
        yield from _runs(parse, passage, cue, speech)


def _is_name(tokens: list[Token], stretch: Quoted) -> bool:
    """A name or a title in marks: a few words, the longer ones with capitals, no finite verb."""
    words = tokens[stretch.first : stretch.last + 1]
    return len(words) <= 7 and all(
        token.text[0].isupper() or not token.text[0].isalpha() or (len(token.text) < 4 and token.tag[0] != "V")
        for token in words
    )


def _runs(parse: Parse, passage: Passage, cue: Cue, stretches: Iterable[int]) -> Iterator[Candidate]:
    stretches = list(stretches)
    left = [k for k in stretches if passage.quoted[k].outer_last < cue.i]
    right = [k for k in stretches if passage.quoted[k].outer_first > cue.i]
    lefts = sorted({*range(min(len(left), MOST_RUN) + 1), len(left)}) if left else [0]
    rights = sorted({*range(min(len(right), MOST_RUN) + 1), len(right)}) if right else [0]
    for a in lefts:
        for b in rights:
            if a + b:
                yield _quoted(parse, passage, cue, left, right, a, b)


def _quoted(parse: Parse, passage: Passage, cue: Cue, left: list[int], right: list[int], a: int, b: int) -> Candidate:
    tokens, quoted = parse.tokens, passage.quoted
    runs = (*left[len(left) - a :], *right[:b])
    parts = tuple((quoted[k].first, quoted[k].last) for k in runs)
    gaps = [quoted[n].outer_first - quoted[m].outer_last - 1 for m, n in zip(runs, runs[1:], strict=False) if n > m]
    gaps = [gap for gap, m in zip(gaps, runs, strict=False) if not (m in left and m == left[-1] and b)]
    near_left = quoted[left[-1]] if left else None
    near_right = quoted[right[0]] if right else None
    outer_left = quoted[runs[0]]
    outer_right = quoted[runs[-1]]
    words = sum(last - first + 1 for first, last in parts)
    inner = (
        a, b, len(left) - a, len(right) - b,
        max(gaps, default=-1),
        cue.left - near_left.outer_last - 1 if near_left else -5,
        near_right.outer_first - cue.right - 1 if near_right else -5,
        near_right.outer_first - cue.i - 1 if near_right else -5,
        last_point(tokens, near_left) if near_left else 0,
        last_point(tokens, near_right) if near_right else 0,
        point_before(tokens, near_right.outer_first, passage) if near_right else 0,
        _capital(tokens, near_right.first) if near_right else 0,
        _capital(tokens, near_left.first) if near_left else 0,
        near_left.last - near_left.first + 1 if near_left else 0,
        near_right.last - near_right.first + 1 if near_right else 0,
        outer_left.outer_first - passage.first,
        passage.end - 1 - outer_right.outer_last,
        outer_left.outer_first - cue.sentence_first,
        cue.sentence_last - outer_right.outer_last,
        _cues_between(tokens, passage, cue, outer_left.outer_first, outer_right.outer_last),
        _next_gap(passage, runs[-1], 1), _next_gap(passage, runs[0], -1),
        min(last - first + 1 for first, last in parts), words,
        _word_before(tokens, outer_left.outer_first, passage) if not a else 0,
        tokens[near_right.first].sentence - tokens[cue.i].sentence if near_right and b else -1,
        last_point(tokens, outer_right),
        _tag_after(tokens, outer_right.outer_last, passage),
    )  # fmt: skip
    return Candidate(parts, (QUOTED, *inner), runs)


def _capital(tokens: list[Token], i: int) -> int:
    return 1 if tokens[i].text[0].isupper() else 2 if tokens[i].text[0].islower() else 0


def _word_before(tokens: list[Token], i: int, passage: Passage) -> int:
    """What stands before the marks: that, a preposition, a determiner … or another tag."""
    while i > passage.first and tokens[i - 1].text in POINTS:
        i -= 1
    if i <= passage.first:
        return 0
    token = tokens[i - 1]
    return NEXT_CODE.get(token.lower, 0) or 20 + TAG_CODE.get(
        token.tag, {"DT": 15, "PRP": 16, "PRP$": 17, "POS": 18}.get(token.tag, 0)
    )


def _tag_after(tokens: list[Token], i: int, passage: Passage) -> int:
    if i + 1 >= passage.end:
        return -1
    return TAG_CODE.get(tokens[i + 1].tag, 0) + (20 if tokens[i + 1].lower in NEXT_CODE else 0)


def _next_gap(passage: Passage, k: int, step: int) -> int:
    """Tokens between a stretch and its neighbour, 99 for none."""
    if not 0 <= k + step < len(passage.quoted):
        return 99
    first, second = sorted((k, k + step))
    return passage.quoted[second].outer_first - passage.quoted[first].outer_last - 1


def _cues_between(tokens: list[Token], passage: Passage, cue: Cue, first: int, last: int) -> int:
    """Other verbs of saying between the parts, outside marks."""
    count = 0
    for i in range(first, min(last, first + 150)):
        token = tokens[i]
        if token.pos == "VERB" and i != cue.i and passage.stretch_at(i) < 0 and token.lemma in saying():
            count += 1
    return count


# Stretches of words


def _stretches_of_words(parse: Parse, passage: Passage, cue: Cue) -> Iterator[Candidate]:
    tokens = parse.tokens
    rights = _pairs(parse, passage, cue)
    yield from rights
    left = _left_part(tokens, passage, cue)
    right = _right_part(tokens, passage, cue)
    if left:
        for first, kind in _left_starts(parse, passage, cue, left[0]):
            if first <= left[1]:
                yield _plain(parse, passage, cue, LEFT, ((first, left[1]),), kind)
        if right and cue.kind != COLON:
            yield _plain(parse, passage, cue, AROUND, (left, right), 0)
    if right and cue.kind in (ACCORDING, VERB):
        yield _plain(parse, passage, cue, RIGHT, (right,), 9)
    if cue.subject >= 0 and cue.kind in (VERB, ADJECTIVE):
        subject = trim(tokens, parse.left_edge(cue.subject), min(parse.right_edge(cue.subject), passage.end - 1))
        if subject[0] <= subject[1] and not subject[0] <= cue.i <= subject[1] and subject[0] >= passage.first:
            yield _plain(parse, passage, cue, SUBJECT, (subject,), 0)
            seen = 0
            for candidate in rights:
                part = candidate.parts[0]
                if part[0] > max(cue.i, subject[1]) and seen < 6:
                    seen += 1
                    yield Candidate((subject, part), (SUBJECT_RIGHT, *candidate.features[1:]))


def _left_part(tokens: list[Token], passage: Passage, cue: Cue) -> Part | None:
    """What stands before the cue's own segment, from the beginning of the sentence."""
    if cue.left <= cue.sentence_first or tokens[cue.left - 1].text not in POINTS:
        return None
    first, last = trim(tokens, cue.sentence_first, cue.left - 1)
    return (first, last) if first <= last else None


def _right_part(tokens: list[Token], passage: Passage, cue: Cue) -> Part | None:
    if cue.right >= cue.sentence_last or tokens[cue.right + 1].text not in POINTS:
        return None
    first, last = trim(tokens, cue.right + 1, cue.sentence_last)
    return (first, last) if first <= last else None


def _left_starts(parse: Parse, passage: Passage, cue: Cue, first: int) -> list[tuple[int, int]]:
    """Beginnings of what precedes the cue: of the sentence, after its conjunction, of the clause next to the cue, and of
    the passage in a title."""
    tokens = parse.tokens
    out = [(first, 0)]
    if tokens[first].tag == "CC":
        out.append((trim(tokens, first + 1, cue.left - 1)[0], 1))
    for child in tokens[cue.i].children:
        if child < cue.i and tokens[child].dep in ("ccomp", "nsubj", "nsubjpass", "dobj"):
            edge = trim(tokens, parse.left_edge(child), cue.left - 1)[0]
            if edge > first:
                out.append((edge, 2))
                break
    last_comma = next((i for i in range(cue.left - 2, first, -1) if tokens[i].text in (",", ";", "—", "--", "–")), None)
    if last_comma is not None:
        out.append((last_comma + 1, 3))
    return sorted(dict(reversed(out)).items())


def _pairs(parse: Parse, passage: Passage, cue: Cue) -> list[Candidate]:
    """Every likely beginning with every likely end to the right of the cue."""
    tokens = parse.tokens
    starts = _starts(parse, passage, cue)
    if not starts:
        return []
    ends = _ends(parse, passage, cue, min(starts))
    out = []
    for first, about_start in starts.items():
        for last, about_end in ends.items():
            if last >= first and not _says_two_things(tokens, first, last):
                parts, about_pair = (
                    ((first, last),),
                    _about_pair(parse, passage, cue, first, last, about_start, about_end),
                )
                out.append(Candidate(parts, (RIGHT, *about_pair, *about_start, *about_end)))
    return out


def _says_two_things(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "that … and stressed that …" would be one content."""
    if tokens[first].lower != "that":
        return False
    return any(
        tokens[i].tag == "CC" and tokens[i + 2].lower == "that" and _says_on(tokens, i + 1, last)
        for i in range(first, last - 2)
    )


def _starts(parse: Parse, passage: Passage, cue: Cue) -> dict[int, tuple[float, ...]]:
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
            if token.dep in ("prep", "agent", "prt", "dative"):
                for below in token.children:
                    if below > child:
                        add(parse.left_edge(below), 4, tokens[below].dep)
    commas = 0
    for i in range(after, min(limit, after + 25)):
        token = tokens[i]
        if token.lower == "that" and token.tag in ("IN", "DT", "WDT"):
            add(i, 8)
        elif token.tag == "TO" and i < after + 14:
            add(i, 16)
        elif token.lower in ("how", "whether", "why", "what", "if"):
            add(i, 256)
        elif token.text in (",", ":", "—", "--", "–") and commas < 2 and i < after + 14:
            commas += 1
            add(i + 1, 32)
        elif token.tag in ("IN", "RP") and i <= after + 2:
            add(i + 1, 64)
    count = 0
    for stretch in passage.quoted:
        if stretch.outer_first > cue.i and stretch.first < limit and count < 2:
            count += 1
            add(stretch.first, 128)
    chosen = sorted(sorted(kinds, key=lambda i: (not kinds[i] & (1 | 2 | 8 | 256), i))[:MOST_STARTS])
    return {i: _about_start(tokens, passage, cue, i, after, kinds[i], deps.get(i, "")) for i in chosen}


def _about_start(
    tokens: list[Token], passage: Passage, cue: Cue, i: int, after: int, kind: int, dep: str
) -> tuple[float, ...]:
    token, before = tokens[i], tokens[i - 1]
    return (
        i - after,
        kind & 1, kind & 2, kind & 4, kind & 8, kind & 16, kind & 32, kind & 64, kind & 128, kind & 256,
        DEP_CODE.get(dep, 0),
        AFTER_CODE.get(token.lower, 0),
        NEXT_CODE.get(token.lower, 20 + TAG_CODE.get(token.tag, {"DT": 15, "PRP": 16, "PRP$": 17, "EX": 18, "WP": 19, "WDT": 20}.get(token.tag, 0))),
        NEXT_CODE.get(before.lower, 20 + (1 if before.text == "," else 2 if before.text in MARKS else 3 if before.text == ":" else 4 if before.text in POINTS else 4 + TAG_CODE.get(before.tag, 0))),
        DEP_CODE.get(token.dep, 0),
        passage.stretch_at(i) >= 0,
        token.text[0].isupper(),
    )  # fmt: skip


def _ends(parse: Parse, passage: Passage, cue: Cue, first: int) -> dict[int, tuple[float, ...]]:
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
    for i in range(first + 1, limit):
        token = tokens[i]
        if token.text in (",", "—", "--", "–", ";", ":", "(") and commas < 4 and passage.stretch_at(i) < 0:
            nxt = tokens[i + 1]
            if token.text != "," or nxt.tag in ("CC", "VBG", "WDT", "WP", "IN", "VBN", "PRP", "NNP", "WRB", "DT", "RB"):
                commas += 1
                add(i - 1, 32 if nxt.tag in ("CC", "VBG") else 64)
        elif token.tag == "CC" and _says_on(tokens, i + 1, limit) and passage.stretch_at(i) < 0:
            add(i - 1, 512)
    for stretch in passage.quoted:
        if stretch.outer_first > cue.i and first <= stretch.last <= limit:
            add(stretch.last, 128)
    chosen = sorted(kinds, key=lambda i: (kinds[i] == 64, i))[:MOST_ENDS]
    return {i: _about_end(tokens, passage, cue, i, kinds[i]) for i in sorted(chosen)}


def _says_on(tokens: list[Token], i: int, limit: int) -> bool:
    """Whether a finite verb of saying follows the conjunction: the same speaker goes on with another content."""
    while i < limit and tokens[i].tag == "RB":
        i += 1
    return tokens[i].tag in ("VBD", "VBZ", "VBP", "VBG") and tokens[i].lemma in saying()


def _about_end(tokens: list[Token], passage: Passage, cue: Cue, i: int, kind: int) -> tuple[float, ...]:
    after = tokens[i + 1] if i + 1 < passage.end else None
    beyond = tokens[i + 2] if i + 2 < passage.end else None
    return (
        cue.sentence_last - i,
        kind & 1, kind & 2, kind & 4, kind & 8, kind & 16, kind & 32, kind & 64, kind & 128, kind & 256, kind & 512,
        (1 if after.text == "," else 2 if after.text in MARKS else 3 if after.text in POINTS else 4 + TAG_CODE.get(after.tag, {"CC": 16, "TO": 17, "WDT": 18, "WP": 18}.get(after.tag, 0))) if after else 0,
        DEP_CODE.get(after.dep, 0) if after else 0,
        TAG_CODE.get(beyond.tag, {"CC": 16, "TO": 17, "WDT": 18, "WP": 18}.get(beyond.tag, 0)) if beyond else 0,
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


def _about_pair(
    parse: Parse,
    passage: Passage,
    cue: Cue,
    first: int,
    last: int,
    about_start: tuple[float, ...],
    about_end: tuple[float, ...],
) -> tuple[float, ...]:
    tokens = parse.tokens
    a, b = passage.stretch_at(first), passage.stretch_at(last)
    same = 0
    for child in tokens[cue.i].children:
        if child > cue.i and parse.left_edge(child) == first:
            same = DEP_CODE.get(tokens[child].dep, 0) if parse.right_edge(child) == last else -1
            break
    cut = (a >= 0 and passage.quoted[a].first < first) + (b >= 0 and passage.quoted[b].last > last) * 2
    whole = sum(1 for q in passage.quoted if q.first >= first and q.last <= last)
    exact = a >= 0 and a == b and passage.quoted[a].first == first and passage.quoted[a].last - last <= 1
    finite = sayings = 0
    for token in tokens[first : min(last, first + 40) + 1]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            finite += 1
            if token.lemma in saying():
                sayings += 1
    before = after = -1
    if passage.quoted:
        contained = [q for q in passage.quoted if q.first >= first - 1 and q.outer_first <= last and q.last <= last + 1]
        if contained:
            before, after = contained[0].outer_first - first, last - contained[-1].outer_last
    return (
        last - first + 1, same, cut, whole, exact, finite, sayings, about_start[1] and about_end[1], before, after,
    )  # fmt: skip


# Columns: mode and pair, start, end; the other kinds of candidates leave the columns of the start and end empty.
PAIR, START, END = 10, 17, 23


def _plain(parse: Parse, passage: Passage, cue: Cue, mode: int, parts: tuple[Part, ...], kind: int) -> Candidate:
    first, last = parts[0][0], parts[-1][1]
    about_start = (float(kind), *(0.0,) * (START - 1))
    about_end = _about_end(parse.tokens, passage, cue, last, 0)
    about = _about_pair(parse, passage, cue, first, last, about_start, about_end)
    about_start = (
        float(kind),
        float(cue.left - parts[0][1]),
        float(parts[0][1] - parts[0][0] + 1),
        float(len(parts)),
        float(parts[-1][1] - parts[-1][0] + 1),
        *_about_start(parse.tokens, passage, cue, first, first, 0, "")[-7:],
        *(0.0,) * 5,
    )
    return Candidate(parts, (mode, *about, *about_start, *about_end))


def scorer_of(candidate: Candidate) -> str:
    """The name of the scorer that ranks a candidate."""
    mode = candidate.features[0]
    return "quoted" if mode == QUOTED else "right" if mode == RIGHT else "other"


def mode_of(passage: Passage, cue: Cue, parts: tuple[Part, ...]) -> int:
    """How a content lies to its cue, for the ranking of sources: QUOTED for marks alone, else by its place."""
    if all(passage.stretch_at(i) >= 0 for part in parts for i in part):
        return QUOTED + (1 if parts[-1][1] < cue.i else 2 if parts[0][0] > cue.i else 3)
    return LEFT if parts[-1][1] < cue.i else RIGHT if parts[0][0] > cue.i else AROUND
