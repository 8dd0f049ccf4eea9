"""The publication line at the foot of a release, below the text or a signature, with its place."""

from collections.abc import Callable, Sequence

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.header.beside import place_beside
from summitparse.header.letterhead import holds_office
from summitparse.header.signing import read_signing
from summitparse.header.stamps import Calendar, publication
from summitparse.lines.model import Published
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence

FOOT_LINES = 8
# A line of a signature has no more words: "Special Adviser to the President on Media and Publicity".
MOST_SIGNED = 10


def read_foot(
    lines: Sequence[Line], taken: set[int], calendar: Calendar, is_place: Callable[[int], bool]
) -> tuple[Published, Span | None] | None:
    """A publication line among the last lines, with the place beside or above it. What it takes is added to `taken`."""
    for i in range(len(lines) - 1, max(len(lines) - FOOT_LINES, 0), -1):
        if i not in taken and (signed := read_signing(lines[i], day_first=calendar.day_first)):
            return signed
        stamp = calendar.at(i) if i not in taken else None
        published = publication([(i, stamp)]) if stamp and calendar.stands_alone(i, stamp) else None
        names = is_place(i - 1) or holds_office(lines[i - 1].text)
        below = bool(lines[i].gap) or i - 1 in taken or names or (i + 1 == len(lines) and is_signature(lines, i))
        if stamp and published and (below or stamp.prefix):
            taken.add(i)
            where = place_beside(lines, [(i, stamp)])
            # "Ministry of Harbours" / "Velden", but "… / Arvenia" ends the name of the ministry.
            office = i > 1 and holds_office(lines[i - 2].text) and not country_of(lines[i - 1].text)
            if where is None and is_place(i - 1) and i - 1 not in taken and (lines[i - 1].gap or office):
                taken.add(i - 1)
                where = Span(lines[i - 1].start, lines[i - 1].end)
            return published, where
    return None


def is_finer(foot: Published, published: Published) -> bool:
    """Does the foot give the time of the day that the head gives: a wire's "27/04/2025 15:08"?"""
    return foot.value.startswith(f"{published.value}T")


def is_signature(lines: Sequence[Line], end: int) -> bool:
    """Are the lines that stand together above line `end` a name with an office: short, and no sentence?"""
    start = end
    while start and not lines[start].gap:
        start -= 1
    return bool(start) and all(
        len(line.text.split()) <= MOST_SIGNED and not line.text[0].islower() and not ends_sentence(line.text)
        for line in lines[start:end]
        if not line.text.startswith("(")
    )
