"""What a web page or a wire leaves around a release: navigation, share buttons, captions, rules, end marks."""

import re
from collections.abc import Sequence
from functools import cache

from summitparse.layout.lines import Line
from summitparse.lexicon import load

# A rule or an end mark: "***", "* * *", "###", "-30-", "_____", "~", "<…>" is told apart, for it ends a turn.
_RULE = re.compile(r"(?:\\?[*#_=~•–—-]\s?){2,200}$|[-–—]\s?30\s?[-–—]$|(?:\\?#\s?){1,20}$")
_CUT = re.compile(r"[<\[(]\s*(?:…|\.{2,5})\s*[>\])]$")
_STAGE = re.compile(
    r"[*_\"“]{0,2}[(\[][A-Z“\"][^()\[\]]{2,200}[)\]][*_]{0,2}[.]?$",
)
_HASHTAGS = re.compile(r"(?:[#@][\w-]{2,60}[\s,]{0,3}){1,40}$")
_TAGS = re.compile(r"(?:</?\w[^<>]{0,80}>\s{0,3}){1,60}$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[^\s@]{1,80}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$", re.IGNORECASE)
_CRUMBS = re.compile(r"[\w\s’',&-]{1,45}(?:[>»›/→|][\w\s’',&.…:-]{1,130}){1,8}$")
# "By Jane Roe", "By: Jane Roe", "Editor: jroe", "From: Office of the Harbour Master": who wrote or published it.
_NAME = r"(?:(?-i:[A-Z])[\w.’'-]+|and|de|da|van|von|bin|al)"
_BYLINE = re.compile(
    r"(?:(?:by|editors?|author|written by|edited by|reported by)\s?:\s?\S+(?:\s\S+){0,4}"
    r"|from\s?:\s\S+(?:\s\S+){0,20}"
    r"|(?:press|media|news)\srelease\s?:\s(?-i:[A-Z])\S*(?:\s(?-i:[A-Z]|of|and|the|for)\S*){0,8}"
    rf"|(?-i:B[yY]) {_NAME}(?:,? {_NAME}){{1,7}})$",
    re.IGNORECASE,
)
# "Press release No. 45/24", "Ref: 12-3", "SC/15701": the number under which a release is filed.
_NUMBER = re.compile(
    r"(?:(?i:(?:press|news|media)\s(?:release|statement|note|communiqué)\s?[-–—:]?\s?)?"
    r"(?i:no|nr|n|num|number|ref|reference|№|n[°º])[.:]?\s?(?i:no\.?\s?)?[A-Z]{0,6}[ /-]?"
    r"|[A-Z]{1,6}(?:[/-][A-Z]{1,6}){0,3}/)\(?\d[\w()/.-]{0,24}(?:\s[/–-]\s\d{1,4})?$"
)
# "Minister's Office: 02 6270 0000 or 0400 000 000 Department: 02 6270 0001 2", the foot of a page with its number.
_TELEPHONES = re.compile(r"(?:[^\W\d][\w’' ]{2,40}:\s?(?>\+?\(?\d[\d ()-]{7,20})(?:or\s\d[\d ()-]{5,20})?\s?){1,4}$")
# A number of a telephone, an address of mail or of a page, a row of links.
_REACHED_AT = re.compile(r"(?>\+?\(?\d[\d ()-]{7,20})|@|https?:|www\.|\|[^|]*\|")
# A link is a headline: no longer than this many words.
LONGEST_LINK = 20
_SAYS = re.compile(r"[^\W_]")


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
    return bool(_RULE.match(text)) or not (_SAYS.search(text) or "…" in text)


def is_cut(text: str) -> bool:
    """`<…>`: the release leaves something out."""
    return bool(_CUT.match(text))


def is_stage_direction(text: str, transcript: bool) -> bool:
    """`(Applause.)`, `[Laughter]` on a line of its own; in a transcript anything short in brackets."""
    if len(text) > 200 or not _STAGE.match(text):
        return False
    words = bare(text).replace(".", " ").replace(",", " ").split()
    directions = _lexicon()["directions"]
    return any(word in directions for word in words[:4]) or (transcript and len(words) <= 14 and ".)" in text)


def is_telephones(text: str) -> bool:
    """A line of names with telephone numbers, which nobody says."""
    return len(text) <= 200 and bool(_TELEPHONES.match(text))


def is_contact(text: str) -> bool:
    """A line that is no sentence and tells where somebody is reached."""
    return len(text) <= 200 and text[-1] not in ".!?…”" and _REACHED_AT.search(text) is not None


def is_end(text: str) -> bool:
    """`END`, `###`, `-30-`, `END 2:15 P.M. EDT`."""
    word = bare(text)
    return word in _lexicon()["end"] or bool(re.match(r"end\s+\d{1,2}:\d\d\s[ap]\.?m", word))


def is_furniture(text: str) -> bool:
    """A line that says nothing of what the release reports."""
    if is_rule(text) or is_end(text) or is_telephones(text):
        return True
    if len(text) > 200:
        return False
    word = bare(text.removeprefix("- "))  # menus are lists where a browser prints them
    table = _lexicon()
    if (word in table["lines"] or word in table["related"]) and not text.endswith((".", ",", ";")):
        return True
    if word.startswith(_captions()):
        return True
    if word.startswith(_starts()) and not text.endswith((".", "”", '"')):
        return True
    if _NUMBER.match(text) or _TAGS.match(text) or _HASHTAGS.match(text) or _ADDRESS.match(text):
        return True
    return bool(_CRUMBS.match(text)) and bool(_crumb(text))


def _crumb(text: str) -> bool:
    """A breadcrumb begins at a page that every site has."""
    first = re.split(r"[>»›/→|]", text, maxsplit=1)[0].strip().casefold()
    return first in _lexicon()["lines"] or first in _lexicon()["crumbs"]


def is_byline(text: str) -> bool:
    """A line of the head that names the writer or the office that publishes, and says nothing else."""
    return len(text) <= 160 and _BYLINE.match(text) is not None


def opens_field(text: str) -> str | None:
    """`From:`, `Published`, `Location:` on a line of its own, with the value on the next: "other", "date", "place"."""
    word = bare(text) if len(text) < 40 else ""
    table = load("summitparse.layout", "furniture")["fields"]
    return next((name for name, words in table.items() if word in words), None)


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
