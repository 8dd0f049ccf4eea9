"""Which files a tool takes and gives: one for all releases, or a folder with some a release."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from summitparse.errors import UnreadableInput, UnwritableOutput
from summitparse.exchange import brat, inception
from summitparse.records import Release


def stem(number: int, release: Release) -> str:
    """The name of a release's files: its number, so that no two are one, and what its own name allows."""
    own = re.sub(r"[^\w-]+", "-", Path(release.id or release.source.name).stem, flags=re.ASCII).strip("-")
    return f"{number:05}-{own}"[:80].rstrip("-")


def write_folder(tool: str, releases: Sequence[Release], folder: Path) -> None:
    """Files for brat or INCEpTION; raises `UnwritableOutput` where the folder holds something."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UnwritableOutput(f"{folder} is not empty. Choose another --output, or empty it.")
        for name, content in _files(tool, releases):
            with (folder / name).open("x", encoding="utf-8", errors="surrogatepass", newline="") as file:
                file.write(content)
    except OSError as error:
        raise UnwritableOutput(f"{folder} cannot be written ({error.strerror}). Choose another --output.") from None


def _files(tool: str, releases: Sequence[Release]) -> Iterator[tuple[str, str]]:
    for number, release in enumerate(releases, 1):
        name = stem(number, release)
        if tool == "brat":
            yield f"{name}.ann", brat.to_brat(release)
            yield f"{name}.txt", release.text or ""
        else:
            yield f"{name}.xmi", inception.to_inception(release)
    yield ("annotation.conf", brat.config()) if tool == "brat" else ("TypeSystem.xml", inception.type_system_xml())


def read_folder(tool: str, releases: Sequence[Release], folder: Path) -> list[Release]:
    """The releases as the folder has them; one that has no file in it stays as it is."""
    ending = "ann" if tool == "brat" else "xmi"
    found = []
    for number, release in enumerate(releases, 1):
        path = folder / f"{stem(number, release)}.{ending}"
        try:
            content = path.read_text("utf-8", "surrogatepass") if path.is_file() else None
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableInput(f"{path} cannot be read ({getattr(error, 'strerror', 'no UTF-8')}).") from None
        read = brat.from_brat if tool == "brat" else inception.from_inception
        found.append(release if content is None else read(content, release))
    if not folder.is_dir():
        raise UnreadableInput(f"{folder} is no folder. Name the one with the .{ending} files.")
    return found
