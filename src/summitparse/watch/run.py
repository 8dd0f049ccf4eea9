"""The loop: look, read what is new, append its records, wait."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from summitparse.allowance import Allowance
from summitparse.errors import InternalError, SummitparseError
from summitparse.in_child import in_child
from summitparse.say import say
from summitparse.watch.found import Found, record_of
from summitparse.watch.growing import Growing


class Looked(Protocol):
    """A folder or a feed."""

    def look(self, *, wait: bool = True) -> Iterator[Found]: ...


def watch(
    source: Looked,
    output: Growing,
    allowance: Allowance,
    *,
    every: float | None,
    quiet: bool = False,
    work: Callable[[Found], str] = record_of,
) -> int:
    """Looks every so many seconds until it is interrupted, or once (None); how many records were added."""
    added = 0
    while True:
        for found in source.look(wait=every is not None):
            added += take(found, output, allowance, quiet, work)
        if every is None:
            return added
        time.sleep(every)


def take(found: Found, output: Growing, allowance: Allowance, quiet: bool, work: Callable[[Found], str]) -> bool:
    """Appends the record of a release that is not there yet; what cannot be read is said, and costs nothing else."""
    same = output.by_sha256.get(found.sha256)
    if same is not None:
        if same != found.name and not quiet:
            say(f"{found.name} is the same, byte for byte, as {same}: it was passed over.")
        return False
    try:
        line = in_child(partial(work, found), allowance, found.name)
    except InternalError:
        raise
    except SummitparseError as error:
        say(str(error))
        return False
    output.add(line)
    if not quiet:
        say(f"{found.name}: done.")
    return True
