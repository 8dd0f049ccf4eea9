"""Ranks the candidate sources of the chosen frames."""

from collections.abc import Sequence

import numpy as np

from summitparse.cues.find import ACCORDING, COLON, Cue, cue_words, quoted_by_others, saying
from summitparse.findings import Span
from summitparse.grammar.phrases import head_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, RELATIVE
from summitparse.quotes.candidate import Frame, Part, mode_of
from summitparse.quotes.sources import find_heads, opens_phrase, source_features, source_phrase, tells_time
from summitparse.quotes.trees import logistic
from summitparse.quotes.weights import Weights

# A best candidate less likely than this is nobody: the quote has no source of its own.
LEAST = 0.25
# A name or pronoun near a verb of saying beside marks needs less.
LEAST_NAME = 0.05
# How sure the source of "quoted … as saying" is.
SURE = 0.95


def holds(parse: Parse, cue: Cue, parts: Sequence[Part], source: Span | None) -> bool:
    """Whether a cue without quotation marks is somebody's: a noun or a verb of attitude needs a source that can have an
    attitude; only a verb of saying does without one ("was reported"). What
    somebody sees or hears is an opinion only as a clause."""
    token = parse.tokens[cue.i]
    words = [word for first, last in parts for word in parse.tokens[first : last + 1]]
    if all(word.tag in RELATIVE for word in words):  # "which was confirmed by …"
        return False
    if token.lemma in cue_words("perceiving") and not any(word.tag in FINITE or word.lower == "as" for word in words):
        return False
    if source is not None and _is_done_to(parse, token, source):
        return False
    if cue.kind in (ACCORDING, COLON) or (token.pos == "VERB" and token.lemma in saying()):
        return True
    if source is None:
        return False
    phrase = parse.within(source)
    head = head_of(phrase)
    return phrase[0].tag != "WDT" and not (head.pos == "NOUN" and head.lemma in cue_words("inert"))


def _is_done_to(parse: Parse, token: Token, source: Span) -> bool:
    """ "13 million jobs added": what a participle behind a noun is done to says nothing."""
    head = parse.tokens[token.head]
    return token.tag == "VBN" and token.dep == "acl" and source.start <= head.start < source.end


def _likeliest_name(parse: Parse, frame: Frame, heads: Sequence[int], chances: Sequence[float]) -> int | None:
    """The position of the likeliest name or personal pronoun outside marks."""
    names = [
        k
        for k, i in enumerate(heads)
        if (parse.tokens[i].pos == "PROPN" or parse.tokens[i].tag == "PRP")
        and frame.passage.stretch_at(i) < 0
        and chances[k] >= LEAST_NAME
    ]
    return max(names, key=lambda k: chances[k], default=None)


def _behind_opening(parse: Parse, frame: Frame, heads: Sequence[int]) -> int | None:
    """The position of the name behind "Speaking on behalf of the ministry,", which the parse takes for the subject."""
    tokens, first = parse.tokens, frame.cue.sentence_first
    if not opens_phrase(tokens, tokens[first]):
        return None
    comma = next((i for i in range(first, frame.cue.i) if tokens[i].text == ","), frame.cue.i)
    names = [k for k, i in enumerate(heads) if comma < i < frame.cue.i and tokens[i].pos == "PROPN"]
    return min(names, key=lambda k: heads[k], default=None)


def _named(parse: Parse, head: int) -> int:
    """The name that an apposition ("Ilva Daren, the head of the ministry,") belongs to."""
    token = parse.tokens[head]
    name = parse.tokens[token.head]
    if token.dep == "appos" and token.pos == "NOUN" and name.pos == "PROPN":
        return name.i
    return head


def find_sources(parse: Parse, frames: Sequence[Frame], weights: Weights) -> list[tuple[Span | None, float]]:
    """For each frame its source, or None, and how likely that answer is."""
    rows: list[tuple[float, ...]] = []
    heads: list[list[int]] = []
    for frame in frames:
        parts = frame.content.parts
        found = find_heads(parse, frame.passage, frame.cue, parts)
        heads.append(found)
        mode = mode_of(frame.passage, frame.cue, parts)
        rows.extend(source_features(parse, frame.passage, frame.cue, parts, mode, found))
    if not rows:
        return [(None, 1.0)] * len(frames)
    chances = logistic(weights.trees["source"].score(np.array(rows, dtype=np.float32))).tolist()
    out: list[tuple[Span | None, float]] = []
    start = 0
    for frame, found in zip(frames, heads, strict=True):
        quoted = quoted_by_others(parse, parse.tokens[frame.cue.i])
        raw = chances[start : start + len(found)]
        mine = [0.0 if tells_time(parse.tokens, parse.tokens[i]) else p for i, p in zip(found, raw, strict=True)]
        start += len(found)
        if quoted >= 0:
            out.append((source_phrase(parse, frame.passage, frame.cue, quoted), SURE))
            continue
        best = max(range(len(found)), key=lambda k: mine[k], default=-1)
        in_marks = best >= 0 and frame.passage.stretch_at(found[best]) >= 0
        if best < 0 or mine[best] < LEAST or in_marks:
            # what stands in marks is a title, a programme or a nickname if there is a name outside
            name = _behind_opening(parse, frame, found)
            before = frame.content.parts[-1][1] < frame.cue.i
            needed = (before or frame.content.runs) and parse.tokens[frame.cue.i].lemma in saying()
            if name is None and (in_marks or needed):
                name = _likeliest_name(parse, frame, found, mine)
            if name is None and (best < 0 or mine[best] < LEAST):
                out.append((None, 1 - max(raw, default=0.0)))
                continue
            best = best if name is None else name
        head = _named(parse, found[best])
        out.append((source_phrase(parse, frame.passage, frame.cue, head), mine[best]))
    return out
