"""New and changed files of a folder, each once it has stopped growing."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from summitparse.batch.inputs import Inputs
from summitparse.batch.storage import Stamp, stamp
from summitparse.reading.limits import MOST_BYTES
from summitparse.say import say
from summitparse.watch.found import Found


class Folder:
    """What `look` gives has not been given before; a file that changes is given again."""

    def __init__(self, path: Path, outputs: frozenset[str]) -> None:
        self.path, self.outputs = path, outputs
        self._given: dict[str, Stamp] = {}
        self._growing: dict[str, Stamp] = {}

    def look(self, *, wait: bool = True) -> Iterator[Found]:
        """Files that were the same at the look before; all of them where nobody looks again (`wait` False)."""
        seen: dict[str, Stamp] = {}
        for item in Inputs([str(self.path)], outputs=self.outputs):
            if item.path is None:
                continue
            now = stamp(item.path)
            if self._given.get(item.path) == now:
                continue
            if wait and self._growing.get(item.path) != now:
                seen[item.path] = now
                continue
            self._given[item.path] = now
            if (found := _read(item.path, item.name)) is not None:
                yield found
        self._growing = seen


def _read(path: str, name: str) -> Found | None:
    """The bytes of a file, or of one in an archive."""
    from summitparse.errors import UnreadableInput
    from summitparse.reading import archive

    try:
        parts = archive.split_path(path)
        if parts and not Path(path).is_file():
            data = archive.read_packed(*parts)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except (OSError, UnreadableInput) as error:
        say(f"{name} cannot be read ({getattr(error, 'strerror', None) or error}).")
        return None
    return Found(name, data, hashlib.sha256(data).hexdigest())
