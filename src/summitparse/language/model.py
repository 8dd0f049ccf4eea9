"""The English model, loaded once a process without the components that nothing here reads."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from summitparse.errors import UsageError
from summitparse.findings import Span
from summitparse.language import own
from summitparse.language.choice import OWN, chosen
from summitparse.language.forms import Forms
from summitparse.language.lemma import Lemmatizer
from summitparse.language.matrix import set_up_numpy, single_threaded, use_numpy
from summitparse.language.mend import mend
from summitparse.language.parse import Parse
from summitparse.language.tokens import READ, tokens_of
from summitparse.language.transitions import GreedyParser
from summitparse.lexicon import load
from summitparse.shipped import shipped

# Named entities, spaCy's own lemma pass and its attribute rules are half of a usual model's time and are not read.
# So are the strings of its vocabulary: only the labels are wanted, and each text brings its words.
UNREAD = ["ner", "attribute_ruler", "lemmatizer", "senter", "strings"]
# What another pipeline may have beside: nobody asks the rest of it.
READ_FROM = {"tok2vec", "transformer", "tagger", "parser"}
# "“…” -Commissioner Jane Roe": a dash that a blank is lost behind is no part of the word.
_GLUED_DASH = re.compile("-(?=[A-Z][a-z])")
# "… jobs,”said Jane Roe": so it is with a closing mark, and the comma before it.
_GLUED_MARK = re.compile('[,.!?](?=[”"][A-Za-z])|(?<=[,.!?])[”"](?=[A-Za-z])')
# Characters that go through the model at once, some 900 bytes each; with half as many the parser takes a tenth longer.
BATCH = 16_000
# spaCy's vocabulary keeps every word that it meets, and a worker grows with it. With so many words, those of 400
# releases, the model is loaded anew, a quarter of a second; a zone of memory a call (spaCy 3.8) takes 8 % more time.
MOST_STRINGS = 30_000
# The parser's time grows with the square of a sentence and its memory with the text, so a long block goes in in pieces.
MOST_UNITS = 600
# A word or a gap that never ends is cut as well: spaCy takes a million characters at most.
_UNIT = re.compile(r"\w{1,500}|\s{500}|[^\w\s]")

# One release's text with the stretches of it that are to be parsed.
Job = tuple[str, Sequence[Span]]


def english() -> tuple[Any, Forms]:
    """The chosen spaCy pipeline (tagger and parser), and the forms of words with lemmas from our own model's tables.

    Raises `UsageError` for a pipeline that cannot be loaded, or has no such tagger and parser.
    """
    return _load(chosen())


@cache
def _load(name: str) -> tuple[Any, Forms]:
    set_up_numpy()
    without_commands()
    from spacy.lookups import Lookups

    folder = shipped("models", "language")
    words = {word: [{"ORTH": word}] for word in load("summitparse.language", "abbreviations")["words"]}
    if name == OWN:
        nlp: Any = own.load(folder, words, _with_glued_dash, _with_glued_mark)
    else:
        nlp = _installed(name)
        for word, parts in words.items():
            nlp.tokenizer.add_special_case(word, parts)
        nlp.tokenizer.prefix_search = _with_glued_dash(nlp.tokenizer.prefix_search)
        nlp.tokenizer.infix_finditer = _with_glued_mark(nlp.tokenizer.infix_finditer)
    if use_numpy(nlp) and name == OWN:
        nlp.replace_pipe(GreedyParser(nlp.get_pipe("parser")))
    return nlp, Forms(Lemmatizer(Lookups().from_disk(folder / "lemmatizer" / "lookups")))


def _with_glued_dash(search: Callable[[str], Any] | None) -> Callable[[str], Any]:
    return lambda word: _GLUED_DASH.match(word) or (search and search(word))


def _with_glued_mark(search: Callable[[str], Any] | None) -> Callable[[str], Any]:
    def inside(word: str) -> Any:
        glued = list(_GLUED_MARK.finditer(word)) if "”" in word or '"' in word else []
        return glued or (search(word) if search else ())

    return inside


def _installed(name: str) -> Any:
    """Another spaCy pipeline than our own; raises `UsageError`."""
    import spacy
    from spacy.tokenizer import Tokenizer

    # English's own tokenizer would be built first, and then be replaced by the model's.
    spacy.registry.tokenizers("summitparse.empty.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    empty = {"nlp.tokenizer": {"@tokenizers": "summitparse.empty.v1"}}
    try:
        nlp = spacy.load(name, exclude=UNREAD, config=empty)
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(f"--model {name}: it cannot be loaded ({' '.join(str(error).split())[:200]}).") from error
    for other in set(nlp.pipe_names) - READ_FROM:
        nlp.remove_pipe(other)
    for component, label in (("tagger", "VBD"), ("parser", "nsubj")):
        labels = nlp.get_pipe(component).labels if component in nlp.pipe_names else ()
        if label not in labels:
            raise UsageError(f"--model {name}: it has no {component} with English labels such as {label}.")
        for known in labels:
            nlp.vocab.strings.add(known)
    return nlp


def without_commands() -> None:
    """Lets `import spacy` leave out spaCy's command line, a third of its time, until somebody asks for it."""
    if "spacy" in sys.modules:
        return
    names = ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)

    def info(*words: Any, **named: Any) -> Any:
        """`spacy.info`, which is all that `import spacy` takes from there."""
        from spacy.cli.info import info

        return info(*words, **named)

    sys.modules[names[1]].__dict__["info"] = info
    try:
        import spacy
    finally:
        for name in names:
            del sys.modules[name]
    vars(spacy).pop("cli", None)


def analyse(jobs: Sequence[Job]) -> list[Parse]:
    """One `Parse` a job; the pieces of all jobs go through the model together, which is what makes it fast."""
    nlp, forms = english()
    pieces = [
        (number, piece) for number, (text, spans) in enumerate(jobs) for span in spans for piece in cut(text, span)
    ]
    rows: list[Any] = [None] * len(pieces)
    with single_threaded():
        for batch in batches([piece.end - piece.start for _, piece in pieces]):
            texts = [jobs[number][0][piece.start : piece.end] for number, piece in (pieces[place] for place in batch)]
            for place, doc in zip(batch, nlp.pipe(texts, batch_size=len(batch)), strict=True):
                rows[place] = doc.to_array(READ)
    read: list[tuple[list[Any], list[int]]] = [([], []) for _ in jobs]
    for (number, piece), found in zip(pieces, rows, strict=True):
        read[number][0].append(found)
        read[number][1].append(piece.start)
    parses = [made(*pair, forms, nlp.vocab.strings) for pair in read]
    if len(nlp.vocab.strings) > MOST_STRINGS:
        _load.cache_clear()
    return parses


def made(rows: Sequence[Any], offsets: Sequence[int], forms: Forms, strings: Any) -> Parse:
    """The mended parse of a release that was `READ` in pieces."""
    tokens, sentences = tokens_of(rows, offsets, forms, strings)
    mend(tokens)
    return Parse(tokens, sentences)


def batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Places of pieces of these sizes, about `BATCH` characters at a time: short pieces with short ones, since the
    parser takes as many steps as the longest has words."""
    batch: list[int] = []
    size = 0
    for place in sorted(range(len(sizes)), key=sizes.__getitem__):
        batch.append(place)
        size += sizes[place]
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span, or where it has more than `MOST_UNITS` words and marks, pieces that end with a sentence if one ends."""
    start = span.start
    if span.end - start > MOST_UNITS:
        units, since, end = 0, 0, start  # units since `start`, units since the last end of a sentence, and that end
        for unit in _UNIT.finditer(text, start, span.end):
            units, since = units + 1, since + 1
            if (
                unit.group() in ".!?"
                and text[unit.start() - 1].islower()
                and text[unit.end() : unit.end() + 1].isspace()
            ):
                end, since = unit.end(), 0
            if units == MOST_UNITS:
                if since > MOST_UNITS // 2:
                    end, since = unit.end(), 0
                yield Span(start, end)
                start, units = end, since
    if start < span.end:
        yield Span(start, span.end)


def from_doc(doc: Any, spans: Sequence[Span]) -> Parse:
    """A `Parse` of what somebody else's English pipeline put on a `Doc`, cut to the stretches of its layout."""
    _, forms = english()
    places, rows = doc.to_array("IDX"), doc.to_array(READ)
    pieces = [rows[slice(*places.searchsorted((span.start, span.end)))] for span in spans]
    return made(pieces, [0] * len(pieces), forms, doc.vocab.strings)
