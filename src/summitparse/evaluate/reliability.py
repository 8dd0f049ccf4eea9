"""How far a confidence means what it says: expected calibration error, and a reliability plot.

The error is the mean distance between confidence and share of right ones over bins, weighted by their records (Naeini,
Cooper and Hauskrecht 2015), in bins of equal width or of equal size (Guo et al. 2017).
"""

from collections.abc import Sequence
from itertools import groupby
from statistics import fmean

# A confidence from 0 to 1, and whether that record was right.
Answer = tuple[float, bool]
SIDE, EDGE = 240, 40
# Fewer records than this to a bin say nothing.
LEAST_IN_BIN = 15


def by_width(answers: Sequence[Answer], count: int = 10) -> list[list[Answer]]:
    bins: list[list[Answer]] = [[] for _ in range(count)]
    for answer in answers:
        bins[min(int(answer[0] * count), count - 1)].append(answer)
    return bins


def by_size(answers: Sequence[Answer], count: int = 15) -> list[list[Answer]]:
    """At most `count` bins in the order of confidence, fewer where there are few answers; what is equally sure stays
    together, so that a bin can be larger than others."""
    least = max(LEAST_IN_BIN, len(answers) // count)
    bins: list[list[Answer]] = [[]]
    for _, equal in groupby(sorted(answers), key=lambda answer: answer[0]):
        if len(bins[-1]) >= least:
            bins.append([])
        bins[-1] += equal
    return bins


def error(bins: Sequence[Sequence[Answer]]) -> float:
    """The expected calibration error over bins, 0 to 1."""
    total = sum(map(len, bins))
    return sum(len(b) * abs(mean(b) - share(b)) for b in bins if b) / total if total else 0.0


def mean(answers: Sequence[Answer]) -> float:
    return fmean(confidence for confidence, _ in answers)


def share(answers: Sequence[Answer]) -> float:
    return fmean(right for _, right in answers)


def row(name: str, answers: Sequence[Answer]) -> str:
    """A line of a Markdown table: name, count, share right, mean confidence, error by width and by size."""
    width, size = error(by_width(answers)), error(by_size(answers))
    return f"| {name} | {len(answers)} | {share(answers):.3f} | {mean(answers):.3f} | {width:.3f} | {size:.3f} |"


def plot(answers: Sequence[Answer], what: str) -> str:
    """An SVG: a dot a bin of equal size, by its mean confidence and its share of right ones."""

    def at(x: float, y: float) -> tuple[str, str]:
        return f"{EDGE + x * SIDE:.1f}", f"{EDGE + (1 - y) * SIDE:.1f}"

    whole, bins = SIDE + 2 * EDGE, by_size(answers)
    (x1, y1), (x2, y2) = at(0, 0), at(1, 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" font-family="sans-serif"'
        ' font-size="11">',
        f"<title>Reliability of confidence: right {what} by confidence, {len(bins)} bins of equal size</title>",
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#767676"/>',
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#767676" stroke-dasharray="4 3"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick, tick)
        parts.append(f'<text x="{x}" y="{EDGE + SIDE + 15}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{EDGE - 5}" y="{y}" text-anchor="end" dominant-baseline="middle">{tick:g}</text>')
    for b in bins:
        x, y = at(mean(b), share(b))
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#0b5cad"/>')
    parts.append(f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text x="12" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 12 {whole / 2})">share right</text>'
    )
    return "\n".join([*parts, "</svg>", ""])
