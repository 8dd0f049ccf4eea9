"""The order in which the lines of a page are read: columns one after the other, cells of a row side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitparse.reading.blocks import CELL
from summitparse.reading.pdf_lines import Line

# A gutter between columns: at least this wide, in points, with this many lines on either side.
NARROWEST_GUTTER = 7.0
FEWEST_LINES = 3
# Columns of text fill this share of their width; labels and numbers of a table do not.
FILLED = 0.6
# A column is at least this share of the width of all; narrower is a margin or a label.
NARROWEST_COLUMN = 0.18
# In heights of its letters; words of a justified line stand closer than cells.
CELLS_APART = 3.0
# What stands beside a column of so many lines is no part of it where it shares few of their rows and has a few words.
FEWEST_BESIDE, MOST_SHARED, FEWEST_WORDS = 5, 0.25, 4
NARROWEST_TEXT = 9
MOST_SPANNING = 0.4
MOST_DIVISIONS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """Lines from the top down; `depth` is 0 for those over the whole width, 1 in columns of the page, and so on."""

    lines: list[Line]
    depth: int


def reading_order(lines: Sequence[Line]) -> list[Column]:
    """Columns in reading order; lines on one height of a column are one."""
    return [Column(_rows(column.lines), column.depth) for column in _columns(lines, 0) if column.lines]


def _columns(lines: Sequence[Line], depth: int) -> list[Column]:
    gutter = _gutter(lines) if depth < MOST_DIVISIONS and len(lines) >= 2 * FEWEST_LINES else None
    if gutter is None:
        return [Column(list(lines), depth)]
    columns: list[Column] = []
    across: list[Line] = []
    above: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if line.left < gutter < line.right:
            if above:
                columns += [Column(across, depth), *_sides(above, gutter, depth)]
                across, above = [], []
            across.append(line)
        else:
            above.append(line)
    return [*columns, Column(across, depth), *_sides(above, gutter, depth)]


def _sides(lines: Sequence[Line], gutter: float, depth: int) -> list[Column]:
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.right > gutter]
    return [column for side in (left, right) for column in _columns(side, depth + 1)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest empty strip that parts the lines into two columns of text; None where there is none."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    best: tuple[float, float] | None = None
    for start, end in _strips(lines, len(lines) * MOST_SPANNING):
        middle = (start + end) / 2
        if end - start < NARROWEST_GUTTER or min(middle - left, right - middle) < NARROWEST_COLUMN * width:
            continue
        sides = [line for line in lines if line.right <= middle], [line for line in lines if line.left >= middle]
        if _are_columns(*sides) and (best is None or end - start > best[0]):
            best = (end - start, middle)
    return best[1] if best else None


def _strips(lines: Sequence[Line], most: float) -> list[tuple[float, float]]:
    """Of each strip that at most `most` lines reach over, the part that fewest do; from left to right."""
    events = sorted([(line.left, 1) for line in lines] + [(line.right, -1) for line in lines])
    strips: list[tuple[int, float, float]] = []
    depth, low = 0, False
    for (x, step), (following, _) in pairwise(events):
        depth += step
        if following <= x:
            continue
        if depth > most:
            low = False
        elif not low:
            strips.append((depth, x, following))
            low = True
        elif (depth, x - following) < (strips[-1][0], strips[-1][1] - strips[-1][2]):
            strips[-1] = (depth, x, following)
    return [(start, end) for _, start, end in strips]


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Two columns of text, or one with something beside it that does not belong to its rows."""
    texts = _is_text(left), _is_text(right)
    if all(texts):
        return _beside(left, right)
    return any(texts) and _is_aside(*((left, right) if texts[0] else (right, left)))


def _is_aside(text: Sequence[Line], other: Sequence[Line]) -> bool:
    """A box, or a column that ends early: words beside a few rows of the text at most. Cells stand beside each."""
    if len(text) < FEWEST_BESIDE or sum(len(line.text.split()) for line in other) < FEWEST_WORDS:
        return False
    rows = sum(any(abs(line.middle - one.middle) < 0.2 * line.height for one in other) for line in text)
    return rows <= MOST_SHARED * len(text)


def _is_text(side: Sequence[Line]) -> bool:
    """Most rows of a column are nearly as wide as it; the cells of a table are of any width."""
    rows: list[tuple[float, float, float]] = []
    for line in sorted(side, key=lambda line: -line.middle):
        if rows and abs(rows[-1][0] - line.middle) < 0.35 * line.height:
            _, left, right = rows[-1]
            rows[-1] = (rows[-1][0], min(left, line.left), max(right, line.right))
        else:
            rows.append((line.middle, line.left, line.right))
    if len(rows) < FEWEST_LINES:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    filled = sum(right - left >= FILLED * width for _, left, right in rows)
    return filled >= 0.5 * len(rows) and width > NARROWEST_TEXT * side[0].height


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Both stand on the same part of the page, not one below the other."""
    top = min(max(line.top for line in left), max(line.top for line in right))
    bottom = max(min(line.bottom for line in left), min(line.bottom for line in right))
    return top - bottom > FEWEST_LINES * left[0].height * 0.8


def _rows(column: Sequence[Line]) -> list[Line]:
    """From the top down; what stands on one height is one line."""
    rows: list[list[Line]] = []
    for line in sorted(column, key=lambda line: (-line.middle, line.left)):
        if rows and _same_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_one(sorted(row, key=lambda line: line.left)) for row in rows]


def _same_row(first: Line, line: Line) -> bool:
    return abs(first.middle - line.middle) < 0.35 * min(first.height, line.height)


def _one(row: list[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    gaps = [line.left - before.right for before, line in pairwise(row)]
    # A justified line of few words has wide gaps too, but all alike, and one between any two words.
    stretched = max(gaps) - min(gaps) < 0.5 * first.height and all(" " not in line.text for line in row)
    cells = max(gaps) > CELLS_APART * first.height and not stretched
    text = first.text
    for gap, line in zip(gaps, row[1:], strict=True):
        text += (CELL if cells and gap > CELLS_APART * first.height else " ") + line.text
    return Line(
        text,
        first.left,
        max(line.right for line in row),
        max(line.top for line in row),
        min(line.bottom for line in row),
        first.first_word,
        first.page,
        first.page_height,
        first.bullet,
        cells,
    )
