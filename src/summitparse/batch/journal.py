"""The file that a batch writes as it goes, from which a killed batch goes on, and which becomes the output."""

import os
import shutil
import time
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from summitparse.batch.disk import read_back, read_json, told, write_json
from summitparse.batch.index import Index
from summitparse.batch.item import Item
from summitparse.batch.key import head_keys, item_key, line_keys
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.batch.ownership import fingerprint, made_so, refuse, refuse_changed, run_record
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
        # True as long as the output holds exactly the lines of the working file, in their order,
        self._unchanged = False
        # and while it alone holds them.
        self._unfilled = False
        with told(names.output):
            refuse(names, sink, resume or force)
            self._lock = Lock(names.lock, names.output)
            try:
                # Another batch may have ended between the two.
                refuse(names, sink, resume or force)
                found = self._look(resume)
                self._file = open_part(names.part)
            except BaseException:
                self._lock.release()
                raise
            try:
                self._begin(resume, found)
            except BaseException:
                self.close()
                raise

    def _look(self, resume: bool) -> dict[str, Any] | None:
        """The fingerprint of the output that is there; raises `UnwritableOutput` if it may not be gone on from."""
        output = self.names.output
        if resume:
            with read_back(output):
                found = fingerprint(output)
            refuse_changed(self.names, found)
            return found
        # What may not be read may be replaced all the same: --force allows it.
        with suppress(OSError):
            return fingerprint(output)
        return None

    def _begin(self, resume: bool, found: Mapping[str, Any] | None) -> None:
        """The working file with all whole lines that can be used again, and nothing else."""
        names = self.names
        begun, record = read_json(names.part_run), run_record(self.made, replaces=found)
        going_on = resume and made_so(begun, self.made)
        if not going_on:
            self._file.truncate(0)
            os.fsync(self._file.fileno())  # before the file that says what is in it
        if begun != record:
            write_json(names.part_run, record)
        for left in (names.fresh, names.old):
            remove(left)
        self._end = self._scan()
        self._file.truncate(self._end)
        self._index.close()
        record = read_json(names.run)
        if resume and found and made_so(record, self.made) and record["sha256"] == found["sha256"]:
            self._take_output()

    def _scan(self) -> int:
        """Notes the lines that are there; the length of those that are whole."""
        whole = 0
        self._file.seek(0)
        for line in self._file:
            keys = line_keys(line)
            if keys is None:
                break
            self._index.note(keys, whole, len(line))
            whole += len(line)
        return whole

    def _take_output(self) -> None:
        """Lines of a finished output that the working file lacks; from then on there is one place to look.

        If it lacks all, they are copied when there is something to add to them (`_fill`), which there often is not.
        """
        more = Index()
        self._unchanged = self._unfilled = not self._end
        self._file.seek(self._end)
        for line in self._output_lines():
            keys = head_keys(line) or ()
            if not self._unfilled:
                if any(map(self._index.find, keys)):
                    continue
                self._file.write(line)
            more.note(keys, self._end, len(line))
            self._end += len(line)
        self._index.extend(more)

    def _fill(self) -> None:
        """The lines of the output to where `_take_output` has noted them."""
        if not self._unfilled:
            return
        self._file.seek(0)
        for line in self._output_lines():
            self._file.write(line)
        if self._file.tell() != self._end:
            raise UnwritableOutput(f"{self.names.output} was changed while the batch ran. Run the same command again.")
        self._unfilled = False

    def _output_lines(self) -> Iterator[bytes]:
        with read_back(self.names.output):
            yield from self.sink.read(self.names.output)

    def find(self, item: Item) -> tuple[int, int] | None:
        """Place and length of the line that the item has already; None if the item is to be done."""
        if not len(self._index):
            return None
        key = item_key(item)
        return None if key is None else self._index.find(key)

    def add_kept(self, place: int, length: int) -> None:
        """The next line is one that `find` found."""
        self._in_order = self._in_order and place == self._expected
        self._expected = place + length
        self._order.append(place)

    def add(self, line: bytes) -> None:
        """The next line is this new one."""
        self._unchanged = False
        with told(self.names.output):
            self._fill()
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
            whole = self._in_order and self._expected == self._end
            if whole and self._unchanged:
                self._file.close()  # Windows renames and deletes nothing that is open
                names.part.unlink()
            elif whole and self.sink.plain:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
                self._publish(names.part)
            else:
                self._fill()
                self.sink.write(self._lines(), names.fresh)
                sync(names.fresh)
                self._file.close()
                self._publish(names.fresh)
                names.part.unlink()
            names.part_run.unlink(missing_ok=True)
        self.close()

    def _publish(self, path: Path) -> None:
        # The description goes first: as long as it does not fit the output, the output is not believed.
        write_json(self.names.run, run_record(self.made, **(fingerprint(path) or {})))
        if self.names.output.is_dir():
            # No folder takes the place of another: the old one steps aside, whole.
            self.names.output.replace(self.names.old)
        path.replace(self.names.output)
        remove(self.names.old)

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


def open_part(path: Path) -> IO[bytes]:
    """The working file to read and to write, as it is; an empty one if there is none."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags, 0o666), "r+b", 1 << 18)


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """A file, or the files of a folder, to the disk, before what they were made from goes."""
    for part in path.iterdir() if path.is_dir() else (path,):
        with part.open("r+b") as file:
            os.fsync(file.fileno())
