"""In a headline every word has a capital: "President Smith Names Ninth Round" is cut where the name ends."""

from collections.abc import Sequence
from dataclasses import replace

from summitparse.actors.find_names import Run
from summitparse.names.person import Name, plain
from summitparse.names.vocabulary import human_verbs
from summitparse.names.words import Words


def cut_to_known(words: Words, runs: Sequence[Run], believed: Sequence[Run]) -> list[Run]:
    """Each run of a headline as far as the body knows it as a name; others as far as the verb."""
    full = {run.name.key for run in believed}
    surnames = {plain(run.name.words[-1]) for run in believed}
    return [_cut(words, run, full, surnames) for run in runs]


def _cut(words: Words, run: Run, full: set[tuple[str, ...]], surnames: set[str]) -> Run:
    key = run.name.key
    for length in range(len(key), 0, -1):
        if key[:length] in full or (key[length - 1] in surnames and (length == 1 or run.kinds[0] in "GI")):
            return _shortened(words, run, length)
    verb = next((n for n, word in enumerate(key) if n and _is_verb(word)), len(key))
    return _shortened(words, run, verb)


def _is_verb(word: str) -> bool:
    """ "Announces", "Visits", "Sign", "Marking": a headline's verb stands in the present or ends in -ing."""
    verbs = human_verbs()
    stem = word.removesuffix("ing") if len(word) > 5 else word
    return not verbs.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es"), stem, stem + "e"))


def _shortened(words: Words, run: Run, length: int) -> Run:
    if length == len(run.name.words):
        return run
    end = run.first
    for word in run.name.words[:length]:
        size = 0
        while size < len(word) and end < run.end:
            size += len(words.tokens[end].text)
            end += 1
    return replace(
        run,
        end=end,
        name=Name(run.name.words[:length], "", words.text(run.first, end)),
        kinds=run.kinds[:length],
        before_institution=False,
    )
