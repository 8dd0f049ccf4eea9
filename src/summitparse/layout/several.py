"""Several releases in one file: a second headline with a publication line or a dateline of its own."""

from collections.abc import Sequence

from summitparse.findings import Notice, Span
from summitparse.header.find import Found
from summitparse.header.headline import looks_like_title
from summitparse.header.place import is_dated_dateline
from summitparse.header.publication import read_stamp
from summitparse.layout.rows import Row
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence, wrap_width

# A stamp stands at most this many lines below its headline, and a headline at most as many below its stamp.
NEAR = 3
_NO_TEXT = frozenset({"header", "furniture"})


def find_further(lines: Sequence[Line], rows: Sequence[Row], head: Found) -> list[int]:
    """The lines where another release begins."""
    if head.header.title is None and head.header.published is None and head.header.place is None:
        return []
    starts: list[int] = []
    begun = next((i for i, row in enumerate(rows) if row.kind not in _NO_TEXT), len(rows))
    first_text = True
    width = wrap_width(lines)
    for i in range(begun, len(lines)):
        if rows[i].kind != "text":
            continue
        if first_text:
            first_text = False
            continue
        if i - (starts[-1] if starts else 0) > NEAR and begins_release(lines, rows, i, width):
            starts.append(i)
    return starts


def begins_release(lines: Sequence[Line], rows: Sequence[Row], i: int, width: int | None) -> bool:
    """A headline set off from what stands above it, with a date right below it or right above it; or a rule, and then
    a headline or a dateline with a date."""
    above = i - 1
    ruled = rows[above].kind == "rule"
    if not (ruled or lines[i].gap or ends_sentence(lines[above].text)):
        return False
    if is_full_stamp(lines[i]):
        return (
            i + 1 < len(lines)
            and rows[i + 1].kind == "text"
            and looks_like_title(lines, i + 1, width)
            and (ruled or lines[i].gap > 0)
        )
    if is_dated_dateline(lines[i].text):
        return ruled or (rows[above].kind == "text" and looks_like_title(lines, above, width))
    if not looks_like_title(lines, i, width):
        return False
    below = range(i + 1, min(i + 1 + NEAR, len(lines)))
    return any(is_full_stamp(lines[k]) for k in below[:2]) or (
        ruled and any(is_dated_dateline(lines[k].text) for k in below)
    )


def is_full_stamp(line: Line) -> bool:
    """A line that is a date with a year and nothing else but time and place."""
    stamp = read_stamp(line)
    return bool(stamp and stamp.date and stamp.day)


def several_releases(lines: Sequence[Line], starts: Sequence[int]) -> tuple[Notice, ...]:
    if not starts:
        return ()
    line = lines[starts[0]]
    message = (
        f"The file seems to hold {len(starts) + 1} releases: another begins at “{line.text[:80]}”. "
        "Split it, for who is meant and which year is meant may be mixed up between them."
    )
    return (Notice("several-releases", message, Span(line.start, line.end)),)
