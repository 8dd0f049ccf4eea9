"""spaCy components: `nlp.add_pipe("summitparse")` on any English pipeline, and one component for each single finder.

This file only registers. Defaults stand in the factories; what a component leaves on the `Doc` is plain data, so that
the `Doc` can still be written to bytes.
"""

from collections.abc import Callable
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from summitparse.language.model import analyse, from_doc
from summitparse.language.parse import Parse
from summitparse.layout import Layout, find_layout
from summitparse.reference import reference_day

Component = Callable[[Doc], Doc]
KEY = "summitparse"


def parse_of(doc: Doc, layout: Layout) -> Parse:
    """The syntax that the pipeline has put on the `Doc`, or where it has none, that of our own model."""
    if doc.has_annotation("TAG") and doc.has_annotation("DEP"):
        return from_doc(doc, layout.stretches())
    return analyse([(layout.clean, layout.stretches())])[0]


def _release(doc: Doc) -> Any:
    data = doc.user_data.get(KEY)
    return None if data is None else _read(data)


@lru_cache(maxsize=64)
def _read(data: str) -> Any:
    """The release of a `Doc`, made of its JSON once and not at each look."""
    from summitparse.records import Release

    return Release.model_validate_json(data)


def _mark(doc: Doc, release: Any) -> None:
    """Puts the records' places on `doc.spans["summitparse/quotes"]` and the like: a span's label says what kind, its
    id is the record's. A place within a token takes the whole token."""
    places: dict[str, list[tuple[Any, str, str]]] = {
        "actors": [(place, actor.kind, actor.id) for actor in release.actors for place in actor.mentions],
        "quotes": [(place, quote.type, quote.id) for quote in release.quotes for place in quote.spans],
        "figures": [(figure, figure.kind, figure.id) for figure in release.figures],
        "dates": [(date, date.type, date.id) for date in release.dates],
        "ranges": [(range_, "range", range_.id) for range_ in release.ranges],
        "positions": [(position, position.act, position.id) for position in release.positions],
        "documents": [(document, document.type, document.id) for document in release.documents],
    }
    for kind, found in places.items():
        spans = [
            doc.char_span(place.start, place.end, label=str(label), span_id=id_, alignment_mode="expand")
            for place, label, id_ in found
        ]
        doc.spans[f"{KEY}/{kind}"] = [span for span in spans if span is not None]


@Language.factory("summitparse", default_config={"reference_date": None})
def summitparse(nlp: Language, name: str, reference_date: str | None) -> Component:
    """Leaves a `records.Release` on `doc._.summitparse`, its places on `doc.spans["summitparse/quotes"]` and so on."""
    Doc.set_extension("summitparse", getter=_release, force=True)
    reference = reference_day(reference_date or None)

    def component(doc: Doc) -> Doc:
        from summitparse.pipeline import Job, finish
        from summitparse.reading.text import is_blank, read_text

        if not is_blank(doc.text):
            layout = find_layout(doc.text)
            release = finish(Job(read_text(doc.text, "doc"), None, reference), layout, parse_of(doc, layout))
            doc.user_data[KEY] = release.model_dump_json()
            _mark(doc, release)
        return doc

    return component


@Language.factory("summitparse_dates", default_config={"reference_date": None})
def summitparse_dates(nlp: Language, name: str, reference_date: str | None) -> Component:
    """Leaves `{"dates": […], "ranges": […]}` on `doc._.summitparse_dates`."""
    Doc.set_extension("summitparse_dates", default=None, force=True)
    reference = reference_day(reference_date or None)

    def component(doc: Doc) -> Doc:
        from summitparse.dates import find_dates

        doc._.summitparse_dates = plain(asdict(find_dates(doc.text, reference=reference)))
        return doc

    return component


@Language.factory("summitparse_figures")
def summitparse_figures(nlp: Language, name: str) -> Component:
    """Leaves a list of figures on `doc._.summitparse_figures`."""
    Doc.set_extension("summitparse_figures", default=None, force=True)

    def component(doc: Doc) -> Doc:
        from summitparse.figures import find_figures

        doc._.summitparse_figures = [plain(asdict(figure)) for figure in find_figures(doc.text)]
        return doc

    return component


@Language.factory("summitparse_quotes")
def summitparse_quotes(nlp: Language, name: str) -> Component:
    """Leaves a list of quotes, with source and cue but no resolved speaker, on `doc._.summitparse_quotes`."""
    Doc.set_extension("summitparse_quotes", default=None, force=True)

    def component(doc: Doc) -> Doc:
        from summitparse.quotes import find_quotes, is_article
        from summitparse.voices import find_voices

        layout = find_layout(doc.text)
        parse = parse_of(doc, layout)
        found = find_quotes(find_voices(layout), parse, article=is_article(parse))
        doc._.summitparse_quotes = [plain(asdict(quote)) for quote in found.quotes]
        return doc

    return component


@Language.factory("summitparse_positions")
def summitparse_positions(nlp: Language, name: str) -> Component:
    """Leaves a list of positions on `doc._.summitparse_positions`; `actor` is a number that only this list shares."""
    Doc.set_extension("summitparse_positions", default=None, force=True)

    def component(doc: Doc) -> Doc:
        from summitparse.actors import build_registry
        from summitparse.positions import find_positions
        from summitparse.quotes import assign_speakers, find_quotes, is_article
        from summitparse.voices import find_voices

        layout = find_layout(doc.text)
        parse = parse_of(doc, layout)
        voices = find_voices(layout)
        layout = voices.layout
        registry = build_registry(voices, parse)
        article = is_article(parse)
        quotes = find_quotes(voices, parse, article=article).quotes
        quotes = assign_speakers(quotes, layout=layout, parse=parse, registry=registry)
        found = find_positions(layout, parse, quotes, registry, article=article)
        doc._.summitparse_positions = [plain(asdict(position)) for position in found]
        return doc

    return component


def plain(value: Any) -> Any:
    """Findings as a `Doc` can store them: dates and decimals in words, tuples as lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
