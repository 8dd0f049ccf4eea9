"""Whose the files at an output's name and beside it are: what no batch wrote is neither replaced nor deleted."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import Any

from summitparse.batch.disk import read_json
from summitparse.batch.names import Names
from summitparse.batch.sinks import Sink
from summitparse.errors import UnwritableOutput

# The first key of each run record and the first line of each list of failures, and so the sign of a file of ours.
MADE_BY = {"made_by": "summitparse batch"}
# What a run record says beside how the output was made.
_ASIDE = {*MADE_BY, "size", "sha256", "replaces"}
# A failures file is ours if its first line, which is shorter than this, says so.
FIRST_LINE = 1_000


def run_record(made: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """What is written beside an output: `made` says how it was made, `more` what it is."""
    return {**MADE_BY, **made, **more}


def is_ours(record: Any) -> bool:
    return isinstance(record, dict) and all(record.get(key) == value for key, value in MADE_BY.items())


def made_so(record: Any, made: Mapping[str, Any]) -> bool:
    """True if a run record of ours says that its file was made as this batch would make it."""
    return is_ours(record) and {key: value for key, value in record.items() if key not in _ASIDE} == made


def fingerprint(output: Path) -> dict[str, Any] | None:
    """Size in bytes and SHA-256 of a file, or of the names and contents of a folder's files; None if it is not there.

    Raises OSError.
    """
    if not output.exists():
        return None
    if output.is_file():
        return {"size": output.stat().st_size, "sha256": _digest(output)}
    size, whole = 0, hashlib.sha256()
    for path in sorted(output.iterdir()):
        size += path.stat().st_size
        whole.update(f"{path.name}\0{_digest(path)}\n".encode())
    return {"size": size, "sha256": whole.hexdigest()}


def _digest(path: Path) -> str:
    # A device or a named pipe would keep us waiting, and is nothing that a batch wrote.
    if not S_ISREG(path.lstat().st_mode):
        return "no file"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def refuse(names: Names, sink: Sink, allowed: bool) -> None:
    """Raises `UnwritableOutput` where something is there that no batch made, or that nobody allowed to be touched.

    What the output holds is not looked at: see `refuse_changed`.
    """
    for path in names.all():
        if path.is_symlink():
            raise UnwritableOutput(
                f"{path} is a link, which is not followed. Take it away, or choose another --output."
            )
    if (found := strange(names.output, sink)) is not None:
        raise UnwritableOutput(f"{names.output} {found}, which no batch made. Choose another --output.")
    for path in strangers(names):
        raise UnwritableOutput(f"{path} is there, and no batch made it. Move it away, or choose another --output.")
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


def refuse_changed(names: Names, found: Mapping[str, Any] | None) -> None:
    """Raises `UnwritableOutput` if the output, of which `found` is the fingerprint, is not as a batch left it.

    `.part.run.json` says what was there when a batch began that has not ended: between naming its run record and naming
    its output a kill leaves the two apart.
    """
    if found is None:
        return
    record, begun = read_json(names.run), read_json(names.part_run)
    if is_ours(record) and all(record.get(key) == value for key, value in found.items()):
        return
    if is_ours(begun) and begun.get("replaces") == found:
        return
    if is_ours(record):
        raise UnwritableOutput(
            f"{names.output} is not as the batch left it: it was edited or damaged since. Move it away to have it made "
            "anew, or give --force instead of --resume."
        )
    raise UnwritableOutput(
        f"{names.output} was written by no batch: {names.run.name}, which would say so, is not there. Choose another "
        "--output, or give --force instead of --resume to replace it."
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


def strangers(names: Names) -> Iterator[Path]:
    """Files that are named like those beside an output and are not ours; of an empty one nothing can be lost."""
    begun = is_ours(read_json(names.part_run))
    for path in (names.part_run, names.run):
        if path.exists() and not is_ours(read_json(path)):
            yield path
    if not begun:
        yield from (path for path in (names.part, names.fresh, names.old) if not is_empty(path))
    if not is_empty(names.failures) and not is_failures(names.failures):
        yield names.failures
    if not is_empty(names.lock) and not _is_lock(names.lock):
        yield names.lock


def is_empty(path: Path) -> bool:
    """True for what is not there and for a file without a byte."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def is_failures(path: Path) -> bool:
    """True if the file's first line says that a batch wrote it."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return begins_as_ours(file.read(FIRST_LINE))


def begins_as_ours(data: bytes) -> bool:
    """True if the first bytes of a list of failures say that a batch wrote it."""
    return is_ours(read_json(data.partition(b"\n")[0]))


def _is_lock(path: Path) -> bool:
    """True for what a lock leaves on a system that has none of its own: the number of a process and little else."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline(FIRST_LINE).strip().isdigit()
