"""The command line with work that reads as the real one does, and finds nothing: quick to start, all else is real."""

import functools
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from summitparse import reading
from summitparse.batch.item import Item, Options, Outcome
from summitparse.errors import SummitparseError
from summitparse.reading.text import read_text

NOTHING = ("actors", "quotes", "dates", "ranges", "figures", "positions", "documents", "warnings")


def work(block: Sequence[Item], options: Options) -> Iterator[Outcome]:
    read = []
    for item in block:
        try:
            read.append((item, reading.read_path(item.path) if item.path else read_text(item.text or "", item.name)))
        except SummitparseError as error:
            yield Outcome(item.number, item.name, failure=str(error).replace(item.path or item.name, item.name))
    for item, source in read:
        said = {"name": item.name, "sha256": source.sha256, "media_type": source.media_type, "encoding": "utf-8"}
        head = {"id": item.id} | dict.fromkeys(
            ("title", "subtitle", "published", "place", "event", "issuer", "reference_date", "language")
        )
        record = {**head, "source": said, "text": source.text, **{kind: [] for kind in NOTHING}}
        yield Outcome(item.number, item.name, json.dumps(record).encode() + b"\n", None, len(source.text.split()))


if __name__ == "__main__":
    from summitparse.batch import cluster, run
    from summitparse.cli import main

    sys.path.append(str(Path(__file__).parent))  # python -P leaves it out
    run.run_batch = functools.partial(run.run_batch, work="quick:work")
    cluster.run_on_cluster = functools.partial(cluster.run_on_cluster, work="quick:work")
    main()
