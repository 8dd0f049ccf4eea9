"""The files below a folder, in an order that is the same on every machine; links are left out, or followed once."""
# ruff: noqa: PTH110, PTH112, PTH118, PTH208

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitparse.reading.saved_pages import pages_of
from summitparse.reading.source import printable

# So many links out of the folder are named in notes; of more only the number is told.
NAMED = 10


@dataclass(slots=True)
class Links:
    """What became of the links of all folders that were walked, for `notes`."""

    left_out: int = 0
    again: int = 0
    outside: int = 0
    named: list[str] = field(default_factory=list)

    def notes(self) -> Iterator[str]:
        if self.left_out:
            yield f"{self.left_out:,} links in the folders were left out (--follow-links takes what they lead to)."
        yield from self.named
        if self.outside > len(self.named):
            yield f"{self.outside - len(self.named):,} more links lead out of the folders; what they lead to was taken."
        if self.again:
            yield f"{self.again:,} names in the folders lead to what was taken under another one; it was taken once."


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder that cannot be listed."""

    path: str
    error: OSError


class Walk:
    """Paths of all below `root` that is no folder and not hidden, each folder where its name stands.

    With `follow` a link is taken as what it leads to, unless that was taken already: then the names of all files are
    held, else only those of the folders that the current one lies in.
    """

    def __init__(self, root: str, links: Links, *, follow: bool) -> None:
        self.root, self.links, self.follow = root, links, follow
        self._real = os.path.realpath(root)
        self._taken = {self._real}

    def __iter__(self) -> Iterator[str | Unreadable]:
        # No recursion: folders can be nested deeper than calls.
        waiting = [iter((self.root,))]
        while waiting:
            path = next(waiting[-1], None)
            if path is None:
                waiting.pop()
            elif path != self.root and not self._is_wanted(path):
                continue
            elif not os.path.isdir(path):
                yield path
            else:
                try:
                    # Bytes of a name decide, so that no locale can change the order.
                    names = sorted(os.listdir(path), key=os.fsencode)
                except OSError as error:
                    yield Unreadable(path, error)
                    continue
                wanted = [name for name in names if not name.startswith(".") and not is_of_page(name, names)]
                waiting.append(iter([os.path.join(path, name) for name in wanted]))

    def _is_wanted(self, path: str) -> bool:
        linked = is_link(path)
        if not self.follow:
            self.links.left_out += linked
            return not linked
        real = os.path.realpath(path)
        if real in self._taken:
            self.links.again += 1
            return False
        self._taken.add(real)
        if linked and os.path.exists(path) and not real.startswith(os.path.join(self._real, "")):
            self.links.outside += 1
            if len(self.links.named) < NAMED:
                said = f"{printable(path)} leads out of {printable(self.root)}, to {printable(real)}; that was taken."
                self.links.named.append(said)
        return True


def is_of_page(name: str, beside: Sequence[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page that a browser saved beside it ("complete")."""
    return any(page in beside for page in pages_of(name))


def is_link(path: str) -> bool:
    """True for a symbolic link, and on Windows for a junction."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    # Junctions are no links to `os.path.islink`.
    reparse = getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    return stat.S_ISLNK(found.st_mode) or reparse
