"""`summitparse watch`: records of releases as they come, from a folder or a feed."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.batch import stoppable
from summitparse.cli.options import MaxMemory, MaxSeconds
from summitparse.errors import UnreadableInput, UsageError

if TYPE_CHECKING:
    from summitparse.watch.growing import Growing
    from summitparse.watch.pages import Pages
    from summitparse.watch.run import Looked


Kept = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Where fetched pages are kept (WARC); default: OUTPUT.pages.warc.gz."),
]


def watch(
    source: Annotated[
        str, typer.Argument(metavar="FOLDER|FEED", help="A folder, or the address of an RSS or Atom feed or a sitemap.")
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Lines of JSON; what is there already is gone on from."),
    ],
    allow_network: Annotated[
        bool, typer.Option("--allow-network", help="Fetch the feed and the pages that it leads to; nothing else does.")
    ] = False,
    pages: Kept = None,
    every: Annotated[
        float | None, typer.Option(min=0.1, metavar="SECONDS", help="How often to look; default: 10, for a feed 600.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Look once, and end.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")] = False,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Append a record to OUTPUT for each new release of a folder, a feed or a sitemap, until Ctrl-C.

    However it ends, the same command goes on: nothing is lost, nothing is there twice. Exit codes: 0 looked once,
    2 wrong usage, 3 there is no such folder, 4 the output cannot be written, 5 an optional part is missing,
    130 interrupted.
    """
    from summitparse.watch import run
    from summitparse.watch.growing import Growing

    is_feed = told_feed(source, allow_network)
    growing = Growing(output)
    kept: Pages | None = None
    try:
        with stoppable():
            looked: Looked
            if is_feed:
                looked, kept = _feed(source, growing, pages or output.with_name(output.name + ".pages.warc.gz"))
            else:
                looked = _folder(source, output)
            from summitparse import pipeline

            pipeline.warm()
            seconds = None if once else every or (600 if is_feed else 10)
            run.watch(looked, growing, Allowance(max_memory, max_seconds), every=seconds, quiet=quiet)
    finally:
        growing.close()
        if kept is not None:
            kept.close()


def told_feed(source: str, allow_network: bool) -> bool:
    """Whether the source is a feed. Raises `UsageError` where none may be fetched, `UnreadableInput` for no folder."""
    is_feed = "://" in source
    if is_feed and not allow_network:
        raise UsageError(f"{source} is fetched from the network: allow that with --allow-network, or give a folder.")
    if not is_feed and not Path(source).is_dir():
        raise UnreadableInput(f"{source} is no folder. Give a folder, or the address of a feed.")
    return is_feed


def _folder(path: str, output: Path) -> "Looked":
    from summitparse.watch.folder import Folder

    return Folder(Path(path), frozenset((os.path.realpath(output),)))


def _feed(url: str, growing: "Growing", keep: Path) -> "tuple[Looked, Pages]":
    from summitparse.extras import missing

    try:
        import feedparser  # noqa: F401
        import warcio  # noqa: F401

        from summitparse.watch.feed import Feed
        from summitparse.watch.fetch import Fetcher, host_of
        from summitparse.watch.pages import Pages
    except ImportError:
        raise missing("watching a feed", "watch") from None
    fetcher = Fetcher(host_of(url))
    kept = Pages(keep)
    return Feed(url, fetcher, growing.urls.__contains__, kept.keep), kept
