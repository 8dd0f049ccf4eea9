"""spaCy: a `DocBin` whose documents have `doc.spans` filled, a group a kind, and all of them under "sc", where
displaCy, the span ruler and Prodigy look. Tokens end wherever a record begins or ends, so that every place is exact."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from summitparse.errors import UnreadableInput
from summitparse.exchange.marked import LABELS, Marked, as_marked, fields_json, marked, read_fields, text_of
from summitparse.records import Release
from summitparse.review.decisions import text_hash
from summitparse.serialise import KINDS

ALL = "sc"


@cache
def _blank() -> Any:
    import spacy

    return spacy.blank("en")


def to_docbin(releases: Iterable[Release]) -> bytes:
    """What `DocBin().from_bytes` reads. Raises `UsageError` for a release without its text."""
    from spacy.tokens import DocBin

    nlp = _blank()
    docs = DocBin(store_user_data=False)
    for release in releases:
        docs.add(_doc(nlp, release))
    return bytes(docs.to_bytes())


def _doc(nlp: Any, release: Release) -> Any:
    from spacy.tokens import Doc, Span

    text, found = text_of(release), marked(release)
    words, spaces = _tokens(nlp, text, [place for one in found for place in one.places])
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    everything = []
    for kind in KINDS:
        mine = [one for one in found if one.kind == kind]
        spans = [
            Span(doc, starts[start], ends[end], label=LABELS[kind], span_id=one.id or "")
            for one in mine
            for start, end in one.places
        ]
        doc.spans[kind] = spans
        doc.spans[kind].attrs["fields"] = {one.id: fields_json(one.fields) for one in mine}
        everything += spans
    doc.spans[ALL] = sorted(everything, key=lambda span: (span.start, -span.end))
    doc.spans[ALL].attrs["name"] = release.id or release.source.name
    doc.spans[ALL].attrs["text_sha256"] = text_hash(text)
    return doc


def _tokens(nlp: Any, text: str, places: Sequence[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """The English tokens, cut where a record begins or ends; a blank that none begins or ends with is no token."""
    first, last = {start for start, _ in places}, {end for _, end in places}
    cuts = {0, len(text), *first, *last}
    for token in nlp.make_doc(text):
        cuts |= {token.idx, token.idx + len(token)}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted(cuts)):
        if text[start:end] == " " and words and not spaces[-1] and start not in first and end not in last:
            spaces[-1] = True
        else:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def from_docbin(data: bytes, releases: Sequence[Release]) -> list[Release]:
    """The releases as the documents of a `DocBin` have them; those without a document stay as they are.

    Raises `UnreadableInput` for what is no `DocBin`.
    """
    from spacy.tokens import DocBin

    try:
        docs = list(DocBin().from_bytes(data).get_docs(_blank().vocab))
        marks = {doc.text: list(_marks(doc)) for doc in docs}
    except Exception as error:  # noqa: BLE001 - the library raises what its parsers raise
        raise UnreadableInput(f"This is no DocBin of spaCy ({' '.join(str(error).split())[:100]}).") from None
    return [as_marked(release, marks[text]) if (text := text_of(release)) in marks else release for release in releases]


def _marks(doc: Any) -> Iterator[Marked]:
    for kind in KINDS:
        if kind not in doc.spans:
            continue
        fields = doc.spans[kind].attrs.get("fields", {})
        places: dict[str, list[tuple[int, int]]] = {}
        for number, span in enumerate(doc.spans[kind]):
            places.setdefault(span.id_ or f" {number}", []).append((span.start_char, span.end_char))
        for id_, found in places.items():
            known = None if id_.startswith(" ") else id_
            yield Marked(kind, known, tuple(sorted(found)), read_fields(fields.get(id_)))
