"""What a worker does with a block: read, parse, write JSON; an error is its own release's and nobody else's."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitparse import lexicon, pipeline, reading
from summitparse.batch import storage
from summitparse.batch.item import Item, Options, Outcome
from summitparse.errors import SummitparseError
from summitparse.language.choice import choose
from summitparse.language.model import english
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.reading.text import read_text
from summitparse.records import Release
from summitparse.serialise import to_json

COUNTED = ("quotes", "actors", "figures", "dates", "ranges", "positions", "documents", "warnings")


def work(block: Sequence[Item], options: Options) -> Iterator[Outcome]:
    """One outcome an item, in order but for those that cannot be read, which come first."""
    choose(options.model)
    if options.own_words is not None:
        lexicon.adopt(options.own_words, "--lexicon")
    jobs: list[tuple[Item, pipeline.Job, Layout]] = []
    for item in block:
        try:
            job = read(item)
            jobs.append((item, job, pipeline.lay_out(job)))
        except Exception as error:  # noqa: BLE001 - whatever one release does, the others go on
            yield failed(item, error)
    started = time.process_time()
    parses = analyse(jobs)
    share = (time.process_time() - started) / max(1, sum(len(layout.text) for _, _, layout in jobs))
    for (item, job, layout), parse in zip(jobs, parses, strict=True):
        started = time.process_time()
        try:
            release = pipeline.finish(job, layout, parse() if callable(parse) else parse)
            record = to_json(release, text=options.text, only=options.only, min_confidence=options.min_confidence)
            line = record.encode("utf-8") + b"\n"
        except Exception as error:  # noqa: BLE001
            yield failed(item, error)
            continue
        spent = time.process_time() - started + share * len(layout.text)
        yield Outcome(item.number, item.name, line, None, len(layout.text.split()), spent, counts(release))


def analyse(jobs: Sequence[tuple[Item, pipeline.Job, Layout]]) -> Sequence["Parse | _Alone"]:
    """All layouts in one pass of the model; if that fails, each alone and later, so that the fault finds its owner."""
    layouts = [layout for _, _, layout in jobs]
    try:
        return pipeline.analyse_layouts(layouts)
    except Exception:  # noqa: BLE001
        return [_Alone(layout) for layout in layouts]


class _Alone:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def __call__(self) -> Parse:
        return pipeline.analyse_layouts([self.layout])[0]


def read(item: Item) -> pipeline.Job:
    """The job of an item; raises what reading raises."""
    if item.path is None:
        source = read_text(item.text or "", item.name)
    elif storage.is_url(item.path):
        source = reading.read_bytes(storage.read(item.path), item.name)
    else:
        source = reading.read_path(item.path)
        if source.name != item.name:
            source = replace(source, name=item.name)
    return pipeline.Job(source, item.id, item.reference)


def counts(release: Release) -> tuple[tuple[str, int], ...]:
    return tuple((kind, len(getattr(release, kind))) for kind in COUNTED)


def failed(item: Item, error: Exception) -> Outcome:
    out = isinstance(error, MemoryError)
    return Outcome(item.number, item.name, failure=sentence(item, error), out_of_memory=out)


def sentence(item: Item, error: Exception) -> str:
    """What is said of a failure: a user's own sentence, or that the fault is ours."""
    if isinstance(error, SummitparseError) and error.exit_code != SummitparseError.exit_code:
        said = str(error) if item.path is None else str(error).replace(item.path, item.name)
        return said.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(error, MemoryError):
        return f"{item.name}: it takes more memory than there is or than --max-memory allows. Cut it up, or allow more."
    said = (
        " ".join(f"{type(error).__name__}: {error}".split())[:300].encode("utf-8", "backslashreplace").decode("utf-8")
    )
    return f"{item.name}: a fault of summitparse ({said}). Please report it; the other releases are not affected."


def warm() -> None:
    """Loads what every release needs."""
    english()
