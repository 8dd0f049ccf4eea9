"""The order of the work, on one screen: source → layout → parse → voices → findings → release."""

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from summitparse.actors import build_registry
from summitparse.assemble import Findings, assemble
from summitparse.dates import find_dates
from summitparse.documents import find_documents
from summitparse.events import find_event
from summitparse.figures import assumed_currencies, find_figures, link_figures
from summitparse.findings import Notice, TimeFindings
from summitparse.issuer import find_issuer
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.language.tell import tell_language
from summitparse.layout import Layout, compose, find_layout
from summitparse.positions import find_positions
from summitparse.quotes import assign_speakers, find_quotes, is_article, settle, without_positions
from summitparse.reading import SourceText
from summitparse.reading.text import read_text, refuse_json
from summitparse.records import Release
from summitparse.shipped import shipped
from summitparse.uncollected import uncollected
from summitparse.voices import find_voices

# Releases whose blocks go through the language model together: enough to fill its batches, few enough to hold.
TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Job:
    """One release to do: its text, the id it came with, and the date that overrides the one it was published on."""

    source: SourceText
    id: str | None = None
    reference: dt.date | None = None


def run(jobs: Iterable[Job]) -> Iterator[Release]:
    """Releases in the order of the jobs; `TOGETHER` of them are read ahead."""
    stream = iter(jobs)
    while block := list(islice(stream, TOGETHER)):
        layouts = [lay_out(job) for job in block]
        for job, layout, parse in zip(block, layouts, analyse_layouts(layouts), strict=True):
            yield finish(job, layout, parse)


def warm() -> None:
    """Loads what releases need, by parsing one: a copy of this process then has it, and need not load it itself."""
    text = shipped("samples", "news-report.txt").read_text("utf-8")
    next(run([Job(read_text(text, "sample"))]))
    gc.collect()
    gc.freeze()


@uncollected
def lay_out(job: Job) -> Layout:
    """The layout of a release, its letters composed: `finish` gives the places in the text as it was given.

    Raises `UnreadableInput` for records in place of a release.
    """
    refuse_json(job.source)
    return find_layout(compose(job.source.text))


@uncollected
def analyse_layouts(layouts: Sequence[Layout]) -> list[Parse]:
    """Title, subtitle and every block of the body but furniture, of all layouts in one pass of the model."""
    return analyse([(layout.clean, layout.stretches()) for layout in layouts])


@uncollected
def finish(job: Job, layout: Layout, parse: Parse) -> Release:
    """All finders over one release, and its records."""
    published = layout.header.published
    reference = job.reference or (published.day if published else None)
    language, about_language = tell_language(layout.clean)
    issuer = find_issuer(layout)
    country = issuer.country if issuer else None
    times = find_dates(layout, reference=reference, country=country)
    figures = link_figures(find_figures(layout, times=times, country=country), layout=layout, parse=parse, times=times)
    voices = find_voices(layout)
    layout = voices.layout
    registry = build_registry(voices, parse)
    article = (issuer is None or issuer.name is None) and is_article(parse)
    found = find_quotes(voices, parse, article=article)
    quotes = assign_speakers(found.quotes, layout=layout, parse=parse, registry=registry)
    quotes = settle(quotes, registry.findings(), article=article)
    publisher = issuer.name if issuer else None
    positions = find_positions(layout, parse, quotes, registry, issuer=publisher, article=article)
    quotes = without_positions(quotes, positions, article=article)
    event = find_event(voices, parse, registry, times, reference=reference)
    documents = find_documents(voices, parse, times, event=event, reference=reference)
    findings = Findings(
        times=times,
        figures=figures.figures,
        quotes=quotes,
        positions=positions,
        actors=registry.findings(),
        issuer=issuer,
        event=event,
        documents=documents,
        notices=(
            *job.source.notices,
            *about_language,
            *layout.notices,
            *found.notices,
            *figures.notices,
            *assumed_currencies(figures.figures, layout.clean, country),
            *about_reference(times, reference),
        ),
    )
    return assemble(job.source, layout, findings, id=job.id, language=language, reference=reference)


def about_reference(times: TimeFindings, reference: dt.date | None) -> tuple[Notice, ...]:
    """A warning where dates stay without calendar days because nothing says when the release was published."""
    open_ended = [date for date in times.dates if date.type in ("DATE", "TIME") and date.first is None]
    if reference is not None or not open_ended:
        return ()
    message = (
        "No publication date was found, so relative dates have no calendar days. Give --reference-date YYYY-MM-DD."
    )
    return (Notice("no-reference-date", message, open_ended[0].span),)
