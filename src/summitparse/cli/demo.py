"""`summitparse demo`: a sample that ships in the package, shown as a person wants to see it."""

from importlib.resources import as_file, files
from typing import Annotated

import typer


def demo(
    json: Annotated[bool, typer.Option("--json", help="Show the JSON and not the tables.")] = False,
) -> None:
    """Parse a sample release and show what was found in it; no file is needed."""
    from summitparse import pipeline, reading
    from summitparse.cli.output import write

    sample = files("summitparse") / "samples" / "news-report.txt"
    with as_file(sample) as path:
        source = reading.read_bytes(path.read_bytes(), path.name)
    release = next(pipeline.run([pipeline.Job(source)]))
    if json:
        from summitparse.serialise import to_json

        write(to_json(release, indent=2), None)
    else:
        from summitparse.view.terminal import to_text

        write(to_text(release), None)
