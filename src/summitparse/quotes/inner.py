"""Reports inside reports: in "The ministry said Brandt told the envoy: “…”" the words are Brandt's, and it is the
ministry's word that he said them."""

from collections.abc import Sequence

from summitparse.cues.find import saying
from summitparse.cues.passages import POINTS
from summitparse.language.parse import Parse
from summitparse.language.tags import FINITE
from summitparse.quotes.candidate import Frame, Part


def find_inner(parse: Parse, frames: Sequence[Frame], chosen: Sequence[Frame]) -> list[Frame]:
    """For each chosen frame whose content is a clause the best other frame inside it, if one is a report: the scorers
    cannot tell, since nothing inside a content is annotated in what they learned from."""
    inner: dict[int, Frame] = {}
    outer = [(frame, _parts(parse, frame)) for frame in chosen if not frame.content.runs]
    for frame in sorted(frames, key=lambda f: (not f.content.runs, -len(f.content.runs), -f.score)):
        around = next((o for o, parts in outer if o is not frame and _holds(parts, frame)), None)
        if around is not None and _is_report(parse, frame):
            inner.setdefault(around.cue.i, frame)
    return list(inner.values())


def _parts(parse: Parse, outer: Frame) -> list[Part]:
    """The content of a frame with the marks behind it."""
    return [(first, _with_points(parse, outer, last)) for first, last in outer.content.parts]


def _holds(parts: Sequence[Part], frame: Frame) -> bool:
    """Whether cue and content of a frame stand in these parts."""
    mine = ((frame.cue.i, frame.cue.i), *frame.content.parts)
    return all(any(a <= x and y <= b for a, b in parts) for x, y in mine)


def _with_points(parse: Parse, outer: Frame, last: int) -> int:
    while last + 1 < outer.passage.end and parse.tokens[last + 1].text in POINTS:
        last += 1
    return last


def _is_report(parse: Parse, frame: Frame) -> bool:
    """Whether a verb of saying with a subject of its own introduces words in marks or a clause."""
    token, cue = parse.tokens[frame.cue.i], frame.cue
    own = cue.subject >= 0 and parse.tokens[cue.subject].head == cue.i
    clause = any(word.tag in FINITE for a, b in frame.content.parts for word in parse.tokens[a : b + 1])
    return own and token.pos == "VERB" and token.lemma in saying() and (clause or bool(frame.content.runs))
