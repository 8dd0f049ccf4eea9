"""The same releases in other characters: how many give other records. `python bench/alike.py --texts releases.jsonl.gz`

Each change leaves what a person reads as it is: how lines end, how letters with marks are written, where lines are
broken, which space stands between words. Records are compared by what they say, without their places.
"""

import argparse
import gzip
import json
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from summitparse import parse_many
from summitparse.layout import find_layout
from summitparse.records import Release

WIDTH = 78
# Words joined by a space that no line is broken at.
_BETWEEN = re.compile(r"(?<=[\w,.]) (?=\w)")


def wrapped(text: str) -> str:
    """Paragraphs broken at spaces, as in a mail: a blank line then stands around what is longer than a line."""
    out = ""
    broken = False
    for line in find_layout(text).clean.splitlines():
        parts = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [line]
        apart = len(parts) > 1 or broken
        if out:
            out += "\n\n" if apart and line and not out.endswith("\n\n") else "\n"
        out += "\n".join(parts)
        broken = len(parts) > 1
    return out


CHANGES: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "no-break": lambda text: _BETWEEN.sub("\u00a0", text),
    "wrapped": wrapped,
}


def said(text: str | None) -> str | None:
    return None if text is None else " ".join(unicodedata.normalize("NFC", text).split())


def facts(release: Release) -> dict[str, list[object]]:
    """What a release says, by kind, without places."""
    header = [said(m.text) if m else None for m in (release.title, release.subtitle, release.place)]
    published = release.published.value if release.published else None
    return {
        "header": [*header, published],
        "quotes": [(said(q.text), q.type, said(q.speaker_name)) for q in release.quotes],
        "figures": [(said(f.text), f.value, f.unit, f.bound) for f in release.figures],
        "dates": [(said(d.text), d.type, d.value, d.first) for d in release.dates],
        "ranges": [(r.first, r.last) for r in release.ranges],
        "documents": [(said(d.title), d.type, d.status, d.first, d.last) for d in release.documents],
        "actors": [(said(a.name), a.kind, *map(said, a.titles)) for a in release.actors],
    }


def texts(path: Path) -> Iterator[str]:
    """The releases of a JSONL file, packed or not, or of a folder's text files."""
    if path.is_dir():
        yield from (each.read_text("utf-8") for each in sorted(path.glob("*.txt")))
        return
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines():
        yield json.loads(line)["text"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=Path(__file__).parents[1] / "samples")
    parser.add_argument("--only", default="", help="one of " + ", ".join(CHANGES))
    parser.add_argument("--most", type=int, default=10_000, help="releases at most")
    parser.add_argument("--every", type=int, default=1, help="one of so many releases")
    parser.add_argument("--show", action="store_true", help="what each release gave before and after")
    arguments = parser.parse_args()
    originals = list(texts(arguments.texts))[:: arguments.every][: arguments.most]
    before = [facts(release) for release in parse_many(originals)]
    for name, change in CHANGES.items():
        if arguments.only in ("", name):
            compare(name, before, [facts(release) for release in parse_many(map(change, originals))], arguments.show)


def compare(name: str, before: list[dict[str, list[object]]], after: list[dict[str, list[object]]], show: bool) -> None:
    """Prints the share of releases that differ, and of records that one side has and the other has not, by kind."""
    differ = 0
    lost: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        differ += old != new
        for kind in old:
            gone, come = Counter(old[kind]) - Counter(new[kind]), Counter(new[kind]) - Counter(old[kind])
            total[kind] += len(old[kind])
            lost[kind] += max(gone.total(), come.total())
            if show and (gone or come):
                sys.stdout.write(f"{name} {number} {kind}\n")
                sys.stdout.write("".join(f"   - {one}\n" for one in gone) + "".join(f"   + {one}\n" for one in come))
    kinds = "  ".join(f"{kind} {lost[kind]}/{total[kind]}" for kind in total)
    sys.stdout.write(f"{name:10} {differ} of {len(before)} releases differ ({differ / len(before):.1%}): {kinds}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
