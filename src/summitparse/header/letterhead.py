"""Lines above a headline that say who publishes: offices, ministers and their letters, telephones, markings."""

from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise

from summitparse.countries import find_countries, find_places
from summitparse.findings import Span
from summitparse.header.headline import is_office, looks_like_title, stands_alone, tellings
from summitparse.header.place import is_place_line
from summitparse.lexicon import load
from summitparse.lines.forms import form
from summitparse.lines.furniture import bare
from summitparse.lines.read import Line

LONGEST = 110
# With a name that is honoured: it may hold several offices.
LONGEST_HONOURED = 200
MOST_NAME_WORDS = 6
# What stands together with the name of an office and is none itself: a seat, a motto, the name in another language.
MOST_WORDS_BESIDE = 5
COMMAS_OF_ADDRESS = 2
# The kind of text stands so many lines below a name of the letterhead at most.
MOST_OVER_KIND = 5
# "Information of the Press Service of …": so many words may stand before an office; and a seat has so many.
MOST_BEFORE_OFFICE, MOST_WORDS_OF_SEAT = 5, 3
_WHOSE = frozenset({"of", "for"})
_SMALL = {"of", "the", "and", "for", "to", "in", "on", "&", "with", "de"}


def of_letterhead(lines: Sequence[Line], i: int, open_lines: Sequence[int], width: int | None) -> bool:
    """Does the line only name who publishes, alone or with the lines that stand together with it, with a line below
    that may be the headline?"""
    text = lines[i].text
    if is_no_headline(text) or _over_kind(lines, i, open_lines, width):
        return True
    if is_letterhead(text) or _is_state(text) or stands_alone(text):
        return _may_head(lines, i, open_lines, width)
    words = _words(text.casefold())
    start, end = _together(lines, i)
    if i == 0 and len(words) == end == 1:
        return _may_head(lines, i, open_lines, width)  # the name of an agency
    named = [k for k in range(start, end) if k != i and (is_letterhead(lines[k].text) or _is_state(lines[k].text))]
    between = {i - 1, i + 1} <= set(named)
    if _is_address(text) and not lines[i].gap and i and is_office(lines[i - 1].text):
        return True
    few = len(words) <= MOST_WORDS_BESIDE or between or _is_address(text)
    return few and bool(named) and tellings().isdisjoint(words) and _may_head(lines, end - 1, open_lines, width)


def is_seat(text: str) -> bool:
    """`Castries, Saint Lucia`: a town and its country, and nothing else; not "Norway, Chile Sign Pact"."""
    town, _, name = text.rpartition(", ")
    return bool(town) and _is_state(name) and not _is_state(town) and is_place_line(text, None)


def is_no_headline(text: str, *, offices: bool = True) -> bool:
    """The name of an office, a seat or a motto."""
    return (offices and is_office(text)) or is_seat(text) or form("motto").match(text) is not None


def _is_address(text: str) -> bool:
    """`Harbour House, 12 Roe Street, Velden`, `Roe Street 2, 833 36 Velden`."""
    return text.count(",") >= COMMAS_OF_ADDRESS or ("," in text and any(map(str.isdigit, text)))


def _words(text: str) -> list[str]:
    """The words of a line, without the dashes between them."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def seat_of(lines: Sequence[Line], title: int) -> Span | None:
    """The town that an office above the headline sits in: `Ministry of Harbours` / `Old Palace, Velden`."""
    seat = next((line for line in lines[:title] if is_seat(line.text)), None)
    if seat:
        return Span(seat.start, seat.end)
    for above, line in pairwise(lines[:title]):
        if line.gap or not is_office(above.text) or is_letterhead(line.text) or not is_place_line(line.text, None):
            continue
        towns = find_places(line.text)
        if towns and towns[-1].span.end == len(line.text) and not _is_state(line.text):
            return Span(line.start, line.end)
    return None


def _is_state(text: str) -> bool:
    """`Independent State of Papua New Guinea`: the name of a country and nothing else."""
    return any(one.span == Span(0, len(text)) for one in find_countries(text))


def _over_kind(lines: Sequence[Line], i: int, open_lines: Sequence[int], width: int | None) -> bool:
    """Is it a name above the kind of text, with the headline below: `Velden Harbours` / `PRESS RELEASE`?"""
    kind = next((k for k in range(i + 1, min(i + MOST_OVER_KIND, len(lines))) if _is_kind(lines[k].text)), None)
    if kind is None or not all(_is_name(line.text) for line in lines[i:kind]):
        return False
    below = next((k for k in open_lines if k > kind), None)
    return below is not None and not _is_name(lines[below].text) and looks_like_title(lines, below, width)


def _is_kind(text: str) -> bool:
    return bare(text) in _table("kinds")


def _is_name(text: str) -> bool:
    """A few capitalised words that tell nothing, without a number."""
    words = text.split()
    small = any(word.islower() and word not in _SMALL for word in words)
    return len(words) <= MOST_NAME_WORDS and not (small or tells(text) or any(map(str.isdigit, text)))


def _may_head(lines: Sequence[Line], i: int, open_lines: Sequence[int], width: int | None) -> bool:
    """May one of the next two lines below that are no letterhead be the headline?"""
    below = (k for k in open_lines if k > i and not is_letterhead(lines[k].text) and not _is_state(lines[k].text))
    return any(looks_like_title(lines, k, width) for k in islice(below, 2))


def _together(lines: Sequence[Line], i: int) -> tuple[int, int]:
    """The lines between two blank ones that a line stands among."""
    start, end = i, i + 1
    while start and not lines[start].gap:
        start -= 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    return start, end


def is_letterhead(text: str) -> bool:
    """`MINISTER FOR HARBOURS`, `The Hon. Jane Roe MP`, `Foreign Minister Jane Roe`, `Minister's Office: 02 6277 0000`,
    `UNCLASSIFIED`: nothing that happened."""
    text = text.rstrip("_ ") or text  # a border behind the name
    if is_office(text):
        return True
    columns = form("columns.joint").split(text) if text.isupper() else []
    if len(columns) > 1 and any(is_letterhead(column) for column in columns):
        return True  # "ARVENIAN UNION          UNION ARVENIENNE"
    if text[-1] in ".!?" and not form("letters").search(text[:-1]):
        return False
    low = text.casefold()
    if low.startswith(_table("markings")):
        return True
    if len(text) > (LONGEST_HONOURED if form("honoured").search(text) else LONGEST):
        return False
    if form("letterhead.telephone").search(text):
        return True
    words = _words(text)
    if any(word.islower() and word not in _SMALL for word in words):
        return False
    if form("letters").search(text) or form("honoured").search(text) or form("motto").match(text):
        return True
    if tells(text):
        return False
    named = low.startswith(_table("offices")) and len(words) <= MOST_NAME_WORDS
    named = named or (text.isupper() and 1 < len(words) <= MOST_WORDS_OF_SEAT and low.split()[-1] in _table("bodies"))
    return named or form("portfolio").match(text) is not None or _is_office_behind(low.split())


def holds_office(text: str) -> bool:
    """A letterhead and not the house of one: `Minister Hotel, Velden`."""
    buildings = load("summitparse.layout", "places")["buildings"]
    return is_letterhead(text) and not any(word.strip(",").casefold() in buildings for word in text.split())


def tells(text: str) -> bool:
    """A headline in capitals has a verb or an event: `Minister visits the harbour`."""
    telling = _words_of("happenings", "tellings")
    return any(word.strip(",:") in telling for word in text.casefold().split())


@cache
def _table(name: str) -> tuple[str, ...]:
    return tuple(load("summitparse.layout", "offices")[name])


@cache
def _words_of(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _table(name))


def _is_office_behind(words: Sequence[str]) -> bool:
    """An office behind a country or an adjective, and the house of one: `Federal Ministry of Harbours`, `Information of
    the Press Service of the Government`, `STATE HOUSE`."""
    behind = () if any(word.endswith(":") for word in words) else pairwise(words[1 : MOST_BEFORE_OFFICE + 2])
    seat = 1 < len(words) <= MOST_WORDS_OF_SEAT and words[-1] in load("summitparse.layout", "places")["buildings"]
    names = _words_of("words", "bodies")
    return seat or any(word in names and after in _WHOSE for word, after in behind)
