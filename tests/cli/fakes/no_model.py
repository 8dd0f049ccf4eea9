"""The command line, whose pipeline finds in every release what a sample holds: for tests of all but the finding."""

import sys
import types
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[3] / "samples" / "news-report"


def run(jobs: list[Any]) -> Iterator[Any]:
    from summitparse.records import Release

    found = Release.model_validate_json(SAMPLE.with_suffix(".json").read_bytes())
    yield from [found.model_copy(update={"text": SAMPLE.with_suffix(".txt").read_text("utf-8")}) for _ in jobs]


if __name__ == "__main__":
    pipeline = types.ModuleType("summitparse.pipeline")
    vars(pipeline).update(run=run, Job=namedtuple("Job", "source id reference", defaults=(None, None)))
    sys.modules[pipeline.__name__] = pipeline
    from summitparse.cli import main

    main()
