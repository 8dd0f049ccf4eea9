"""What a web page or a wire leaves around a release: navigation, share buttons, captions, rules, end marks."""

from collections.abc import Sequence
from functools import cache

from summitparse.lexicon import load
from summitparse.lines.forms import form
from summitparse.lines.read import Line

# A link is a headline: no longer than this many words.
LONGEST_LINK = 20
# Forms of lines that are furniture wherever they stand alone.
_ALONE = ("number", "markup-tags", "hashtags", "address")
# Behind one of these a line is of the text, whatever it begins with.
_GOES_ON, _SENTENCE = (".", ",", ";"), (".", "”", '"')


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    table = load("summitparse.layout", "furniture")
    return {key: frozenset(values) for key, values in table.items() if key != "fields"}


@cache
def _starts() -> tuple[str, ...]:
    return tuple(sorted(_lexicon()["starts"]))


@cache
def _captions() -> tuple[str, ...]:
    return tuple(sorted(_lexicon()["captions"]))


def bare(text: str) -> str:
    """The line without marks at its ends, in lower case."""
    return text.strip(" *_#|:•·<>[]()»›→.…!\\").casefold()


def is_rule(text: str) -> bool:
    """A line that only draws a border between parts."""
    return bool(form("rule").match(text)) or not (any(map(str.isalnum, text)) or "…" in text)


def is_cut(text: str) -> bool:
    """`<…>`: the release leaves something out."""
    return bool(form("cut").match(text))


def is_stage_direction(text: str, transcript: bool) -> bool:
    """`(Applause.)`, `[Laughter]` on a line of its own; in a transcript anything short in brackets."""
    if len(text) > 200 or not form("stage-direction").match(text):
        return False
    words = bare(text).replace(".", " ").replace(",", " ").split()
    directions = _lexicon()["directions"]
    return any(word in directions for word in words[:4]) or (transcript and len(words) <= 14 and ".)" in text)


def is_telephones(text: str) -> bool:
    """A line of names with telephone numbers, which nobody says."""
    return len(text) <= 200 and bool(form("telephones").match(text))


def is_contact(text: str) -> bool:
    """A line that is no sentence and tells where somebody is reached."""
    return len(text) <= 200 and text[-1] not in ".!?…”" and form("reached-at").search(text) is not None


def is_end(text: str) -> bool:
    """`END`, `###`, `-30-`, `END 2:15 P.M. EDT`."""
    word = bare(text)
    return word in _lexicon()["end"] or form("end.clock").match(word) is not None


def is_furniture(text: str) -> bool:
    """A line that says nothing of what the release reports."""
    if is_rule(text) or is_end(text) or is_telephones(text):
        return True
    if len(text) > 200:
        return False
    word = bare(text.removeprefix("- "))  # menus are lists where a browser prints them
    table = _lexicon()
    if word in table["deliveries"]:
        return True  # "Check against delivery." with a full stop or without
    if (word in table["lines"] or word in table["related"]) and not text.endswith(_GOES_ON):
        return True
    if word.startswith(_captions()):
        return True
    if word.startswith(_starts()) and not text.endswith(_SENTENCE):
        return True
    return any(form(name).match(text) for name in _ALONE) or _is_breadcrumb(text)


def _is_breadcrumb(text: str) -> bool:
    """A breadcrumb begins at a page that every site has."""
    found = form("breadcrumb").match(text)
    first = found["first"].strip().casefold() if found else ""
    return first in _lexicon()["lines"] or first in _lexicon()["crumbs"]


def is_byline(text: str) -> bool:
    """A line of the head that names the writer or the office that publishes, and says nothing else."""
    return len(text) <= 160 and form("byline").match(text) is not None


def opens_field(text: str) -> str | None:
    """`From:`, `Published`, `Location:` on a line of its own, with the value on the next: "other", "date", "place"."""
    word = bare(text) if len(text) < 40 else ""
    table = load("summitparse.layout", "furniture")["fields"]
    return next((name for name, words in table.items() if word in words), None)


def place_of_field(text: str) -> int | None:
    """Where the place begins in `Location: Velden`, all on one line."""
    name, colon, place = text.partition(":")
    named = colon and bare(name) in load("summitparse.layout", "furniture")["fields"]["place"]
    return len(text) - len(place.lstrip()) if named and place.strip() else None


def opens_related(text: str) -> bool:
    """`See also`, `Topics`: what follows it is a list of links."""
    return len(text) < 60 and bare(text) in _lexicon()["related"]


def links_below(lines: Sequence[Line]) -> int:
    """The line from which on a page has only links to other news, under a heading that says so, and its imprint: nobody
    speaks there ("President: “A good day for Velden”"). Their number where there is no such line."""
    for i, line in enumerate(lines):
        if 2 * i > len(lines) and opens_related(line.text):
            if all(len(below.text.split()) <= LONGEST_LINK for below in lines[i + 1 :]):
                return i
    return len(lines)
