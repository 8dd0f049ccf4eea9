"""Contents that are nothing but stretches in quotation marks: runs of them before and after the cue."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from summitparse.cues.features import NEXT_CODE, TAG_CODE, last_point, point_before
from summitparse.cues.find import Cue, saying
from summitparse.cues.passages import POINTS, Passage, Quoted
from summitparse.language.parse import Parse, Token
from summitparse.quotes.candidate import QUOTED, Candidate

MOST_RUN = 3
_TAG_CODE = {**TAG_CODE, "DT": 15, "PRP": 16, "PRP$": 17, "POS": 18}


def quoted_runs(parse: Parse, passage: Passage, cue: Cue) -> Iterator[Candidate]:
    near = passage.near(cue.i)
    yield from _runs(parse, passage, cue, near)
    speech = [k for k in near if not is_name(parse.tokens, passage.quoted[k])]
    if 0 < len(speech) < len(near):
        yield from _runs(parse, passage, cue, speech)


def is_name(tokens: Sequence[Token], stretch: Quoted) -> bool:
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
    gaps = [quoted[n].outer_first - quoted[m].outer_last - 1 for m, n in pairwise(runs) if n > m]
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
        point_before(tokens, near_right.outer_first) if near_right else 0,
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
    while i - 1 > passage.first and tokens[i - 1].text in POINTS:
        i -= 1
    token = tokens[i - 1]
    return NEXT_CODE.get(token.lower, 0) or 20 + _TAG_CODE.get(token.tag, 0)


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
