"""A batch without a file: its lines go out as they are ready, and nothing is there to go on from."""

from collections.abc import Callable

from summitparse.batch.item import Item, Outcome


class Stream:
    """Has the methods of a `Journal`; `write` takes one line."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self.add = write

    def find(self, item: Item) -> None:
        """Nothing is done already."""

    def add_kept(self, place: int, length: int) -> None:
        raise NotImplementedError("nothing is kept, so nothing is found")

    def flush(self) -> None:
        """Each line is out as soon as it is added."""

    def finish(self) -> None:
        """There is no file that takes its name."""

    def close(self) -> None:
        """There is no lock to give back."""


class Unlisted:
    """Has the methods of `Failures`: what failed is told by the watcher alone."""

    def begin(self) -> None:
        """There is no list of before."""

    def add(self, outcome: Outcome) -> None:
        """Nothing is written."""

    def close(self) -> None:
        """No file is open."""
