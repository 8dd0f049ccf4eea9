"""`summitparse demo`: a sample that ships in the package, shown as a person wants to see it."""

from typing import Annotated

import typer

from summitparse.say import say

SAMPLE = "news-report.txt"


def demo(
    json: Annotated[bool, typer.Option("--json", help="Show the JSON and not the tables.")] = False,
) -> None:
    """Parse a sample release and show what was found in it; no file is needed."""
    from summitparse import pipeline, reading
    from summitparse.cli.output import write
    from summitparse.shipped import shipped

    source = reading.read_bytes(shipped("samples", SAMPLE).read_bytes(), SAMPLE)
    release = next(pipeline.run([pipeline.Job(source)]))
    if json:
        from summitparse.serialise import to_json

        write(to_json(release, indent=2), None)
    else:
        from summitparse.view.terminal import to_text

        write(to_text(release), None)
        say("The same as JSON: summitparse demo --json")
