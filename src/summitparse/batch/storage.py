"""Files by path or by fsspec URL (`s3://…`): the few things that a batch asks of a store."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from summitparse.errors import MissingExtra
from summitparse.extras import missing

Stamp = tuple[str, int, str]


def is_url(path: str) -> bool:
    return "://" in path


def filesystem(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path within it; raises `MissingExtra`."""
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(url)
    except ImportError:
        raise missing(url, "cluster") from None
    except ValueError as error:
        raise MissingExtra(f"{url} is in no store that is known ({error}). Check the URL's beginning.") from None
    return system, path


def is_folder(path: str) -> bool:
    if not is_url(path):
        return Path(path).is_dir()
    system, inner = filesystem(path)
    return bool(system.isdir(inner))


def open_bytes(path: str) -> IO[bytes]:
    if not is_url(path):
        return Path(path).open("rb")
    system, inner = filesystem(path)
    # A store's own file object reads lines one byte at a time, and takes no limit for them.
    return io.BufferedReader(cast(Any, system.open(inner, "rb")), 1 << 20)


def read(path: str, start: int = 0, end: int | None = None) -> bytes:
    """Bytes `[start, end)`; raises what the store raises, which is an `OSError` in all that are well behaved."""
    if is_url(path):
        system, inner = filesystem(path)
        return cast(bytes, system.cat_file(inner, start=start or None, end=end))
    with Path(path).open("rb") as file:
        file.seek(start)
        return file.read() if end is None else file.read(end - start)


def write_whole(path: str, data: bytes) -> None:
    """All of it under its name, or nothing."""
    if is_url(path):
        system, inner = filesystem(path)
        system.pipe_file(inner, data)
        return
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Two workers may write one part, when the first was thought dead: each has a name of its own until the end.
    fresh = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}")
    with fresh.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(target)


def listing(folder: str) -> list[str]:
    """Names of the files right in a folder; none if it is not there."""
    if is_url(folder):
        system, inner = filesystem(folder)
        system.invalidate_cache()
        try:
            return sorted(entry["name"].rpartition("/")[2] for entry in system.ls(inner, detail=True))
        except FileNotFoundError:
            return []
    try:
        return sorted(path.name for path in Path(folder).iterdir())
    except FileNotFoundError:
        return []


def delete(path: str) -> None:
    if is_url(path):
        system, inner = filesystem(path)
        system.rm_file(inner)
    else:
        Path(path).unlink(missing_ok=True)


def walk(url: str) -> Iterator[tuple[str, int]]:
    """URLs and sizes of all files below a folder of a store, in the order in which a local folder is walked."""
    system, inner = filesystem(url)
    found = system.find(inner, detail=True)
    for name in sorted(found, key=lambda name: [part.encode("utf-8") for part in name.split("/")]):
        # A link of a local disk: it may lead anywhere (see `inputs`).
        if found[name].get("islink"):
            continue
        parts = name[len(inner.rstrip("/")) + 1 :].split("/")
        if not any(part.startswith(".") for part in parts):
            yield url.rstrip("/") + "/" + "/".join(parts), int(found[name].get("size") or 0)


def stamp(path: str) -> Stamp:
    """What changes when a file does, without reading it: its size, and its time or its store's tag."""
    try:
        if is_url(path):
            system, inner = filesystem(path)
            info = system.info(inner)
            return path, int(info.get("size") or 0), str(info.get("ETag") or info.get("LastModified") or "")
        found = Path(path).stat()
    except OSError:
        return path, 0, "unreadable"
    return path, found.st_size, str(found.st_mtime_ns)
