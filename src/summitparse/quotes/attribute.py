"""Ranks the candidate sources of the chosen frames."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from summitparse.findings import Span
from summitparse.language.parse import Parse
from summitparse.lexicon import load
from summitparse.quotes.candidate import Part, mode_of
from summitparse.quotes.cues import ACCORDING, COLON, Cue, saying
from summitparse.quotes.frames import Frame
from summitparse.quotes.sources import find_heads, source_features, source_phrase
from summitparse.quotes.trees import logistic
from summitparse.quotes.weights import Weights

# A best candidate less likely than this is nobody: the quote has no source of its own.
LEAST = 0.25
PERCEPTION = frozenset({"see", "hear", "learn", "know", "discover", "remember", "notice", "watch", "read"})


@cache
def _inert() -> frozenset[str]:
    return frozenset(load("summitparse.quotes", "cues")["inert"])


def holds(parse: Parse, cue: Cue, parts: Sequence[Part], source: Span | None) -> bool:
    """Whether a cue without quotation marks is somebody's: a noun or a verb of attitude needs a source that can have an
    attitude; only a verb of saying does without one ("was reported"). What
    somebody sees or hears is an opinion only as a clause."""
    token = parse.tokens[cue.i]
    if token.lemma in PERCEPTION and not any(
        word.tag in ("VBD", "VBZ", "VBP", "MD") or word.lower == "as"
        for first, last in parts
        for word in parse.tokens[first : last + 1]
    ):
        return False
    if cue.kind in (ACCORDING, COLON) or (token.pos == "VERB" and token.lemma in saying()):
        return True
    if source is None:
        return False
    words = parse.within(source)
    if words[0].tag == "WDT":
        return False
    head = next(
        (word for word in words if word.head < words[0].i or word.head > words[-1].i or word.head == word.i), words[-1]
    )
    return not (head.pos == "NOUN" and head.lemma in _inert())


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
        mine = chances[start : start + len(found)]
        start += len(found)
        best = max(range(len(found)), key=lambda k: mine[k], default=None)
        if best is None or mine[best] < LEAST:
            out.append((None, 1 - (mine[best] if best is not None else 0.0)))
        else:
            out.append((source_phrase(parse, frame.passage, frame.cue, found[best]), mine[best]))
    return out
