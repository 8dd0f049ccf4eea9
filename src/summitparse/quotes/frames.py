"""Cue and content together: every candidate scored, and the best ones that do not stand in each other's way."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from summitparse.cues.features import cue_features
from summitparse.cues.find import ACCORDING, find_cues
from summitparse.cues.passages import Passage
from summitparse.language.parse import Parse
from summitparse.quotes.alone import stands_alone
from summitparse.quotes.beginnings import before_speaker
from summitparse.quotes.candidate import Candidate, Frame, scorer_of
from summitparse.quotes.contents import find_contents
from summitparse.quotes.inner import find_inner
from summitparse.quotes.joins import stands_beside
from summitparse.quotes.reject import is_no_content, is_no_cue, is_told_behind
from summitparse.quotes.trees import logistic
from summitparse.quotes.weights import Weights

# A word less likely than this to be a cue gets no contents; a content of less than this value is not taken.
LEAST_CHANCE = 0.1
LEAST_SCORE = 0.2
# The same for a quotation that would otherwise stand alone.
LEAST_QUOTED = 0.03
# The least value of a stretch in marks with the cue's clause right behind it, however short it is, and of the sentence
# that a verb of saying and whoever says it stand behind.
BESIDE = 0.5


def find_frames(parse: Parse, passages: Sequence[Passage], weights: Weights) -> list[Frame]:
    """The chosen frames in text order of their cues."""
    scored = score_frames(parse, passages, weights)
    chosen = choose(parse, scored)
    found = sorted([*chosen, *find_inner(parse, scored, chosen)], key=lambda f: f.cue.i)
    return [replace(frame, content=before_speaker(parse, frame.cue, frame.content)) for frame in found]


def score_frames(parse: Parse, passages: Sequence[Passage], weights: Weights) -> list[Frame]:
    """Every candidate content of every likely cue with its score."""
    cues = [(passage, cue) for passage in passages for cue in find_cues(parse, passage)]
    if not cues:
        return []
    about = np.array([cue_features(parse, passage, cue) for passage, cue in cues], dtype=np.float32)
    rows = np.hstack([about, weights.statistics_of([cue.lemma for _, cue in cues])])
    chances = logistic(weights.trees["cue"].score(rows))
    groups: dict[str, list[tuple[int, Candidate]]] = {"quoted": [], "right": [], "other": []}
    for k in np.flatnonzero(chances >= LEAST_CHANCE).tolist():
        passage, cue = cues[k]
        if is_no_cue(parse, passage, cue):
            continue
        for candidate in find_contents(parse, passage, cue):
            groups[scorer_of(candidate)].append((k, candidate))
    cue_rows = np.hstack([rows, chances[:, None]])
    frames = []
    for name, group in groups.items():
        if group:
            features = np.array([candidate.features for _, candidate in group], dtype=np.float32)
            full = np.hstack([features, cue_rows[[k for k, _ in group]]])
            scores = weights.trees[name].score(full)
            for (k, candidate), score in zip(group, scores.tolist(), strict=True):
                if stands_beside(parse, *cues[k], candidate) or is_told_behind(parse, cues[k][1], candidate):
                    score = max(score, BESIDE)
                least = LEAST_QUOTED if name == "quoted" else LEAST_SCORE
                if score >= least and not is_no_content(parse, *cues[k], candidate):
                    frames.append(Frame(*cues[k], candidate, score, float(chances[k]), rows[k]))
    return frames


def choose(parse: Parse, frames: list[Frame]) -> list[Frame]:
    """The best frames first: one for each cue, no content in another, no cue in the content of another. A poor one is
    taken only for whole sentences in marks that no other claims."""
    size = len(parse.tokens)
    taken, cues = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    chosen = []
    for frame in sorted(frames, key=lambda f: (f.score < LEAST_SCORE, -weight(f), f.cue.i, f.content.parts)):
        if cues[frame.cue.i] or taken[frame.cue.i]:
            continue
        if any(taken[a : b + 1].any() or cues[a : b + 1].any() for a, b in frame.content.parts):
            continue
        if frame.score < LEAST_SCORE and not all(
            stands_alone(parse.tokens, frame.passage, frame.passage.quoted[k]) for k in frame.content.runs
        ):
            continue
        chosen.append(frame)
        cues[frame.cue.i] = True
        for a, b in frame.content.parts:
            taken[a : b + 1] = True
    return sorted(chosen, key=lambda f: f.cue.i)


def weight(frame: Frame) -> float:
    """The score, with a bonus for long contents: what stands inside another content is not told apart."""
    words = sum(last - first + 1 for first, last in frame.content.parts)
    if frame.cue.kind == ACCORDING:  # what it introduces is the whole sentence, other verbs included
        return frame.score * 1.8
    return frame.score * (1 + 0.1 * min(words, 30) / 10)
