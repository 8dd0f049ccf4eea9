"""Where the content of a cue may stand: stretches in marks around it, and stretches of words beside it."""

from summitparse.cues.find import LONGEST, VERB, Cue
from summitparse.cues.passages import Passage
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE
from summitparse.quotes.candidate import Candidate, Part
from summitparse.quotes.clauses import stretches_of_words
from summitparse.quotes.runs import is_name, quoted_runs


def find_contents(parse: Parse, passage: Passage, cue: Cue) -> list[Candidate]:
    """All candidates of a cue, each once."""
    found: dict[tuple[Part, ...], Candidate] = {}
    for candidate in quoted_runs(parse, passage, cue):
        found.setdefault(candidate.parts, candidate)
    for candidate in stretches_of_words(parse, passage, cue):
        if candidate.parts not in found and not (passage.quoted and _spoils(parse.tokens, passage, candidate)):
            found[candidate.parts] = candidate
    unknown = not cue.lemma and cue.kind == VERB
    return [c for c in found.values() if not (unknown and _unlikely(parse.tokens, passage, c))]


def _spoils(tokens: list[Token], passage: Passage, candidate: Candidate) -> bool:
    """Whether a part cuts through a stretch in marks, or is nothing but such stretches (they are ranked elsewhere)."""
    outside = False
    for first, last in candidate.parts:
        a, b = passage.stretch_at(first), passage.stretch_at(last)
        if b >= 0 and passage.quoted[b].last > last + 1 and last >= passage.quoted[b].first + 4:
            return True
        if a < 0 or a != b:
            outside = True
    return not outside


def _unlikely(tokens: list[Token], passage: Passage, candidate: Candidate) -> bool:
    """For a verb that is no known cue: a content without a clause that holds no marks, or only names in marks."""
    inside = [q for first, last in candidate.parts for q in passage.overlapping(first, last)]
    if inside:
        return all(is_name(tokens, q) for q in inside)
    return not any(
        token.tag in FINITE
        for first, last in candidate.parts
        for token in tokens[first : min(last, first + LONGEST) + 1]
    )
