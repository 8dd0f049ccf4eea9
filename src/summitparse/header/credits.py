"""Whom a release names as its source: "Based on materials of …", "Photo: …", an agency's slug on a line of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.header.headline import is_office, stands_alone
from summitparse.header.letterhead import is_letterhead, is_seat
from summitparse.header.place import is_dateline
from summitparse.lexicon import load
from summitparse.lines.captions import says_something
from summitparse.lines.forms import form
from summitparse.lines.furniture import is_furniture
from summitparse.lines.labels import labels_of
from summitparse.lines.read import Line
from summitparse.text.words import find_words

_PICTURES = ("photo", "image", "picture")
LONGEST = 160
FOOT = 15
MOST_WORDS = 10
LONGEST_SIGNATURE = 6
# Fewer capitals alone at the foot are an office's.
LEAST_ALONE = 4
MOST_WORDS_OF_PHOTO = 6
# Initials are of more letters than these, and of one of the first lines.
LEAST_INITIALS, MOST_OVER_INITIALS = 2, 8
# Credits of texts, and no photograph's, begin so.
_OF_TEXTS = ("sourc", "based")
# "sb.example and TASS" are two; "Ministry of Harbours and Railways" is one.
MOST_WORDS_OF_PART = 2


@dataclass(slots=True)
class Credits:
    spans: list[Span] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def find_credits(lines: Sequence[Line], taken: Collection[int], head: int) -> Credits:
    """All credits in the first `head` lines and at the foot."""
    found = Credits()
    for i, line in enumerate(lines):
        if i in taken or len(line) > LONGEST or not (i < head or i >= len(lines) - FOOT):
            continue
        match = form("credit.based-on").match(line.text) or form("credit.named").match(line.text)
        most = MOST_WORDS if line.text.lstrip("[(*_").casefold().startswith(_OF_TEXTS) else MOST_WORDS_OF_PHOTO
        if match and is_name(match["names"], most) and not is_courtesy_of_office(line.text, match["names"]):
            named = names(line.start + match.start("names"), match["names"])
            found.spans += named
            found.lines |= {i} if named else set()
    if lines and len(lines) - 1 not in taken:
        found.spans += closing_slug(lines)
    return found


def names_source(text: str) -> bool:
    """`Source: Ministry of Harbours`: a line of its own that says whose the text is."""
    match = form("credit.named").match(text) if len(text) <= LONGEST else None
    return match is not None and text.casefold().startswith(_OF_TEXTS) and is_name(match["names"], MOST_WORDS)


def is_courtesy_of_office(text: str, names: str) -> bool:
    """`Image courtesy of the Ministry`, `Photo: press service of the Government`: who lent a picture is no agency that
    the text is taken from."""
    pictured = text.casefold().lstrip("[(*_").startswith(_PICTURES)
    own = pictured and any(words in names.casefold() for words in load("summitparse.layout", "offices")["press"])
    return own or ("courtesy" in text.casefold() and is_office(names.removeprefix("the ")))


def closing_slug(lines: Sequence[Line]) -> list[Span]:
    """An agency in brackets behind the last sentence: "… said the mayor. (PNA)"."""
    line = lines[-1]
    word = form("slug.closing").search(line.text[-LONGEST:])
    if not word or not (is_agency(word["name"]) or is_signed(lines, word["name"])):
        return []
    start = line.end - len(word["name"]) - 1
    return [Span(start, line.end - 1)]


def is_signed(lines: Sequence[Line], name: str) -> bool:
    """A few capitals that close a text and stand nowhere else in it are who wrote it, known or not."""
    if not (name.isalpha() and name.isupper() and 2 <= len(name) <= LONGEST_SIGNATURE):
        return False
    return sum(line.text.count(name) for line in lines) == 1


def is_name(text: str, most: int) -> bool:
    """Words that name somebody; a caption ("Photo: the ministers open the harbour") has more of them, or a verb."""
    words = [word.casefold() for word in find_words(text)]
    told = set(text.split()) & set(load("summitparse.layout", "captions")["after_name"])
    return bool(words) and len(text.split()) <= most and not says_something(words) and not told


def is_slug(line: Line, after: Line | None, stamped: bool) -> bool:
    """A single word between blank lines that is an agency's or a site's name: "belta", "TASS", "example.org". Without
    a publication line in the head only an agency that is known is one."""
    word = form("slug").match(line.text)
    if word and is_agency(word["names"]):
        return True
    if not word or not line.gap or (after is not None and not after.gap):
        return False
    name = word["names"]
    return stamped and (name.islower() or name.isupper() or "." in name) and not _is_kind_or_role(name)


def _is_kind_or_role(name: str) -> bool:
    """ "SPEECH", "JOURNALIST": what kind of text follows, or who speaks."""
    word = name.casefold()
    return (
        stands_alone(name)
        or word in load("summitparse.layout", "authored")["kinds"]
        or word in labels_of("roles") | labels_of("titles")
    )


def signs_dateline(name: str) -> bool:
    """Capitals between a place and its dash are an agency, known or not; a country ("(UAE)") or a state is none."""
    if len(name.split()) > 1 and is_office(name):
        return True  # "Velden, 3 May 2024 (Ministry of Harbours) – …"
    return is_agency(name) or (name.isalpha() and name.isupper() and len(name) > 2 and country_of(name) is None)


def closing_name(lines: Sequence[Line]) -> Span | None:
    """The last line where it is an agency's name alone, or behind a dash."""
    line = lines[-1]
    dashed = form("slug.dashed").match(line.text) if len(lines) > 1 and line.gap else None
    if dashed and not is_furniture(dashed["name"]):
        return Span(line.start + dashed.start("name"), line.start + dashed.end("name"))
    word = form("slug").match(line.text) if len(lines) > 1 else None
    if word is None or not line.gap or is_furniture(line.text) or is_letterhead(line.text):
        return None
    name = word["names"]
    unknown = name.isupper() and name.isalpha() and len(name) > LEAST_ALONE and not _is_kind_or_role(name)
    return slug(line) if is_agency(name) or unknown else None


def is_agency(text: str) -> bool:
    return text.casefold() in load("summitparse.layout", "agencies")["names"]


def publishers(lines: Sequence[Line]) -> set[int]:
    """The lines that name who publishes and where, of a release without a headline."""
    texts = enumerate(line.text for line in lines)
    named = {i for i, text in texts if is_letterhead(text) or is_agency(text) or is_seat(text)}
    return {i for i in named if not is_dateline(lines[i].text)}


def is_own_agency(lines: Sequence[Line], name: str) -> bool:
    """Capitals that are the initials of a line of the letterhead: "DPI" below `Department of Public Information`."""
    if not (name.isalpha() and name.isupper() and len(name) > LEAST_INITIALS):
        return False
    head = (line.text.split() for line in lines[:MOST_OVER_INITIALS] if line.text[0] == name[0])
    small = load("summitparse.layout", "offices")["small"]
    return any("".join(word[0] for word in words if word.casefold() not in small).upper() == name for words in head)


def slug(line: Line) -> Span:
    word = form("slug").match(line.text)
    assert word
    return Span(line.start + word.start("names"), line.start + word.end("names"))


def names(start: int, text: str) -> list[Span]:
    """The single names of a list "A, B and C"."""
    text = text.partition(" (")[0]  # "GNA (Jane Roe)"
    edges = [0, *(edge for part in form("credit.joint").finditer(text) for edge in part.span()), len(text)]
    parts = [trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if any(len(text[a:b].split()) > MOST_WORDS_OF_PART for a, b in parts):
        parts = [trim(text, 0, len(text))]
    return [Span(start + a, start + b) for a, b in parts if a < b]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ([*_":
        start += 1
    while start < end and text[end - 1] in " .:;,)]*_":
        end -= 1
    return start, end
