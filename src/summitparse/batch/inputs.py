"""Folders, files and JSONL to a stream of items, in an order that is the same on every machine.

Names stay strings here, as the system gives them: a million `Path`s cost a gigabyte.
"""
# ruff: noqa: PTH112, PTH113, PTH116, PTH119, PTH122, PTH123

import datetime as dt
import fnmatch
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from summitparse.batch.folders import Links, Unreadable, Walk
from summitparse.batch.item import Item
from summitparse.batch.lines import is_lines, is_packed, open_lines, read_lines
from summitparse.batch.storage import is_folder, is_url, stamp, walk
from summitparse.errors import MissingExtra, UnreadableInput, UsageError
from summitparse.reading.archive import DOCUMENTS, SUFFIXES, is_container, list_archive
from summitparse.reading.source import SAVE_THE_PAGE, printable

STANDARD_INPUT = "-"


@dataclass(slots=True)
class Inputs:
    """The items of all `paths`. Only one folder's names are held at a time; nothing is read but lines of JSONL.

    `outputs` are real paths that are never read as input. Of `shard` (i, n) only the items of the i-th of n shares are
    given: which share an item is in depends on its name alone, so that shares stay as they are when a folder grows.
    `passed_over` counts files of other kinds in folders, `notes` are sentences about their links: what those lead to is
    only taken with `follow_links`. An input that is itself a link was named by the user, and is taken.
    """

    paths: Iterable[str]
    glob: str | None = None
    reference: dt.date | None = None
    outputs: frozenset[str] = frozenset()
    shard: tuple[int, int] | None = None
    follow_links: bool = False
    passed_over: int = 0
    links: Links = field(default_factory=Links)

    @property
    def notes(self) -> list[str]:
        return list(self.links.notes())

    def __iter__(self) -> Iterator[Item]:
        for number, item in enumerate(filter(self._in_shard, self._items())):
            yield replace(item, number=number, reference=item.reference or self.reference)

    def _in_shard(self, item: Item) -> bool:
        if self.shard is None:
            return True
        digest = hashlib.sha256(f"{item.name}\0{item.id or ''}".encode()).digest()
        return int.from_bytes(digest[:8]) % self.shard[1] == self.shard[0] - 1

    def check(self) -> None:
        """Raises `UnreadableInput` where there is no release in any of the paths, which a misspelt name may be the
        reason of, and `UsageError` for a page's address. Standard input and stores are not looked into."""
        paths = list(self.paths)
        for path in paths:
            if path.lower().startswith(("http://", "https://")):
                raise UsageError(f"{path} is a web address. {SAVE_THE_PAGE}")
        if any(path == STANDARD_INPUT or is_url(path) for path in paths):
            return
        whole = replace(self, shard=None, links=Links())
        if next(whole._items(), None) is None:
            count = (
                f"{whole.passed_over:,} files of other kinds are"
                if whole.passed_over > 1
                else "1 file of another kind is"
            )
            others = f" {count} there (--glob '*' takes what is there)."
            raise UnreadableInput(
                f"There is no release in {', '.join(map(printable, paths))}.{others * bool(whole.passed_over)} "
                "Give a folder, files or JSONL with releases."
            )

    def count(self) -> int | None:
        """How many items there will be, as far as names and newlines tell; None where that cannot be known."""
        asides = replace(self, links=Links())
        total = 0
        for path in self.paths:
            if path == STANDARD_INPUT or is_packed(path) or is_url(path):
                return None
            if os.path.isdir(path):
                total += sum(1 for _ in asides._folder(path))
            elif is_lines(path):
                total += newlines(path)
            else:
                total += 1
        return total if self.shard is None else total // self.shard[1]

    def _items(self) -> Iterator[Item]:
        for path in self.paths:
            if path == STANDARD_INPUT:
                yield from read_lines(sys.stdin.buffer, "-")
            elif is_lines(path):
                yield from self._lines(path)
            else:
                yield from self.files(path)

    def files(self, path: str) -> Iterator[Item]:
        """A file, or all of a folder that are wanted; numbers are not given yet."""
        if is_url(path):
            yield from self._stored(path)
        elif os.path.isdir(path):
            yield from self._folder(path)
        else:
            yield from file_items(path)

    def _stored(self, url: str) -> Iterator[Item]:
        if not is_folder(url):
            yield Item(0, url, size=stamp(url)[1], path=url)
            return
        for path, size in walk(url):
            if self._wanted(path, path.rpartition("/")[2]):
                yield Item(0, path, size=size, path=path)
            else:
                self.passed_over += 1

    def _lines(self, path: str) -> Iterator[Item]:
        try:
            with open_lines(path) as stream:
                yield from read_lines(stream, printable(path))
        except Exception as error:  # noqa: BLE001 - each way of packing has errors of its own
            yield Item(0, printable(path), problem=unreadable(path, error))

    def _folder(self, folder: str) -> Iterator[Item]:
        for path in Walk(folder, self.links, follow=self.follow_links):
            if isinstance(path, Unreadable):
                yield Item(0, printable(path.path), problem=unreadable(path.path, path.error))
            elif self._wanted(path, os.path.basename(path)):
                yield from file_items(path)
            elif os.path.lexists(path):
                self.passed_over += 1
            else:
                yield Item(0, printable(path), problem=f"{printable(path)} is gone: it was there when the batch began.")

    def _wanted(self, path: str, name: str) -> bool:
        if os.path.realpath(path) in self.outputs:
            return False
        if self.glob is None:
            suffix = os.path.splitext(name)[1].lower()
            return (is_container(name) or suffix in SUFFIXES or suffix in DOCUMENTS) and not is_lines(name)
        return fnmatch.fnmatchcase(name, self.glob) or fnmatch.fnmatchcase(path, self.glob)


def share(wanted: str | None) -> tuple[int, int] | None:
    """The share that "3/8" names; raises `UsageError`."""
    if wanted is None:
        return None
    index, _, count = wanted.partition("/")
    if index.isdecimal() and count.isdecimal() and 1 <= int(index) <= int(count):
        return int(index), int(count)
    raise UsageError(f"--shard {wanted!r}: give the share and how many there are, for example 3/8.")


def file_items(path: str) -> Iterator[Item]:
    """The file, or all releases in it if it is an archive."""
    # A named pipe of that name would keep us waiting: a worker may wait for it.
    if not (is_container(path) and os.path.isfile(path)):
        yield file_item(path)
        return
    try:
        members = list_archive(path)
    except (UnreadableInput, MissingExtra) as error:
        yield Item(0, printable(path), problem=str(error))
        return
    if not members:
        yield Item(0, printable(path), problem=f"{printable(path)} holds no release. Unpack it and look.")
    for member in members:
        yield Item(0, printable(member), path=member)


def file_item(path: str) -> Item:
    """A file by its name; whether it can be read is found out when it is its turn."""
    try:
        size = os.stat(path).st_size
    except OSError:
        size = 0
    return Item(0, printable(path), size=size, path=path)


def newlines(path: str) -> int:
    try:
        with open(path, "rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 1


def unreadable(path: str, error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return f"{printable(path)} cannot be read ({reason}). Check the path and its permissions."
