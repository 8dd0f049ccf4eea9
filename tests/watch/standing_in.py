"""`watch` on a folder or a feed with a stand-in for the parsing, to be killed."""

import json
import time
from pathlib import Path

from summitparse.allowance import UNLIMITED
from summitparse.watch.feed import Feed
from summitparse.watch.fetch import Fetcher, host_of
from summitparse.watch.folder import Folder
from summitparse.watch.found import Found
from summitparse.watch.growing import Growing
from summitparse.watch.pages import Pages
from summitparse.watch.run import watch


def work(found: Found) -> str:
    time.sleep(0.01)
    source = {"name": found.name, "sha256": found.sha256} | ({"url": found.url} if found.url else {})
    return json.dumps({"schema_version": "2", "source": source, "filler": "x" * 20_000})


def look(given: str, into: str) -> None:
    """One look at the address or folder `given`; records go into the file `into`, pages beside it."""
    output = Growing(Path(into))
    if "://" in given:
        pages = Pages(Path(into + ".pages.warc.gz"))
        source: Feed | Folder = Feed(given, Fetcher(host_of(given), 0.0), output.urls.__contains__, pages.keep)
    else:
        source = Folder(Path(given), frozenset())
    watch(source, output, UNLIMITED, every=None, quiet=True, work=work)
    output.close()
