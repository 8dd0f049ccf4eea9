"""The file that a batch writes as it goes, from which a killed batch goes on, and which becomes the output."""

import os
import shutil
import time
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from summitparse.batch.disk import read_json, told, write_json
from summitparse.batch.index import Index
from summitparse.batch.item import Item
from summitparse.batch.key import item_key, record_key, record_of, same_reference
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.batch.sinks import Sink
from summitparse.errors import UnwritableOutput

# Seconds between writes that are forced to the disk: what a power cut, not a kill, may cost.
SYNC_EVERY = 5.0


class Journal:
    """The lines of a batch, in the order of `add` and `add_kept`.

    The working file is append-only, whatever was there before; the order of its lines is kept beside it, eight bytes a
    line, and made good at the end where resuming has upset it. Every method may raise `UnwritableOutput`.
    """

    def __init__(self, names: Names, sink: Sink, made: Mapping[str, Any], *, resume: bool, force: bool) -> None:
        self.names, self.sink, self.made = names, sink, dict(made)
        self._order = array("Q")
        self._in_order = True
        self._expected = 0
        self._synced = time.monotonic()
        self._index = Index()
        with told(names.output):
            refuse(names, sink, resume or force)
            self._lock = Lock(names.lock, names.output)
            try:
                # Another batch may have ended between the two.
                refuse(names, sink, resume or force)
                self._file = open_part(names.part)
                self._begin(resume)
            except BaseException:
                self._lock.release()
                raise

    def _begin(self, resume: bool) -> None:
        """The working file with all whole lines that can be used again, and nothing else."""
        ours = resume and read_json(self.names.part_run) == self.made
        if not ours:
            self._file.truncate(0)
            write_json(self.names.part_run, self.made)
        self._end = self._scan()
        self._file.truncate(self._end)
        self._index.close()
        if resume and self._believed():
            self._copy_output()

    def _scan(self) -> int:
        """Notes the lines that are there; the length of those that are whole."""
        whole = 0
        self._file.seek(0)
        for line in self._file:
            record = record_of(line)
            if record is None:
                break
            self._index.note(record_key(record), whole)
            whole += len(line)
        return whole

    def _believed(self) -> bool:
        """True if the output is there, and was made as this batch would make it."""
        if not self.names.output.exists():
            return False
        return bool(read_json(self.names.run) == {**self.made, "size": self.sink.weigh(self.names.output)})

    def _copy_output(self) -> None:
        """Lines of a finished output that the working file lacks; from then on there is one place to look."""
        more = Index()
        self._file.seek(self._end)
        for line in self.sink.read(self.names.output):
            record = record_of(line)
            if record is not None and not self._index.places(key := record_key(record)):
                more.note(key, self._end)
                self._file.write(line)
                self._end += len(line)
        self._index.extend(more)

    def find(self, item: Item) -> tuple[int, int] | None:
        """Place and length of the line that the item has already; None if the item is to be done."""
        if not len(self._index):
            return None
        key = item_key(item)
        for place in self._index.places(key) if key else ():
            self._file.seek(place)
            line = self._file.readline()
            record = record_of(line)
            if record is not None and record_key(record) == key and same_reference(item, record):
                return place, len(line)
        return None

    def add_kept(self, place: int, length: int) -> None:
        """The next line is one that `find` found."""
        self._in_order = self._in_order and place == self._expected
        self._expected = place + length
        self._order.append(place)

    def add(self, line: bytes) -> None:
        """The next line is this new one."""
        with told(self.names.output):
            self._file.seek(self._end)
            self._file.write(line)
        self.add_kept(self._end, len(line))
        self._end += len(line)

    def flush(self) -> None:
        """All lines so far survive a kill; now and then also a power cut."""
        with told(self.names.output):
            self._file.flush()
            if time.monotonic() - self._synced > SYNC_EVERY:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()

    def finish(self) -> None:
        """The output under its name: complete, and in order."""
        names = self.names
        with told(names.output):
            self._file.flush()
            os.fsync(self._file.fileno())
            whole = self.sink.plain and self._in_order and self._expected == self._end
            if not whole:
                remove(names.fresh)
                self.sink.write(self._lines(), names.fresh)
            self._file.close()  # Windows renames and deletes nothing that is open
            self._publish(names.part if whole else names.fresh)
            if not whole:
                names.part.unlink()
            names.part_run.unlink(missing_ok=True)
        self.close()

    def _publish(self, path: Path) -> None:
        # The description goes first: as long as it does not fit the output, the output is not believed.
        write_json(self.names.run, {**self.made, "size": self.sink.weigh(path)})
        if self.names.output.is_dir():
            remove(self.names.output)
        path.replace(self.names.output)

    def _lines(self) -> Iterator[bytes]:
        for place in self._order:
            self._file.seek(place)
            yield self._file.readline()

    def close(self) -> None:
        """Gives the lock back. What was written stays, to be resumed."""
        # On a full disk the last lines cannot be written: resuming does them again.
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._lock.release()


def refuse(names: Names, sink: Sink, allowed: bool) -> None:
    """Raises `UnwritableOutput` where something is there that no batch made, or that nobody allowed to be touched."""
    if (found := strange(names.output, sink)) is not None:
        raise UnwritableOutput(f"{names.output} {found}, which no batch made. Choose another --output.")
    if allowed:
        return
    if names.output.exists():
        raise UnwritableOutput(
            f"{names.output} is there already. Add --resume to do only what is new or changed, --force to do all "
            "again, or choose another --output."
        )
    if names.part.exists() and names.part.stat().st_size:
        raise UnwritableOutput(
            f"{names.part} is there: an earlier batch was interrupted. Add --resume to go on with it, or --force to "
            "begin anew."
        )


def strange(output: Path, sink: Sink) -> str | None:
    """What there is about an output that is there already that a batch with this sink never writes."""
    if sink.files and output.is_dir():
        more = sorted({path.name for path in output.iterdir()} - sink.files)
        return f"holds {more[0]}" if more else None
    if output.is_dir():
        return "is a folder"
    if output.exists() and (sink.files or not output.is_file()):
        return "is a file" if output.is_file() else "is a device"
    return None


def open_part(path: Path) -> IO[bytes]:
    """The working file to read and to write, as it is; an empty one if there is none."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o666), "r+b", 1 << 18)


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
