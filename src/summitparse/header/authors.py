"""Who a line says the words of a release are by: "Speech by Ms Jane Roe, Minister for Ports, at …", "Jane Roe issued
the following statement:", "Opening of the harbour - Ms Jane Roe", "By Jane Roe", "Jane Roe, Minister for Ports" at
the foot."""

import re
from functools import cache

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.lexicon import load
from summitparse.lines.labels import core, is_sure, labels_of, name_with_office

# No more characters of a line than this are read: the patterns below are not linear.
LONGEST_LINE = 400
# Letters of honours and seats behind a name: "Jane Roe MP", "John Doe SC".
LETTERS = re.compile(r"(?:,?\s(?:[A-Z]{2,4}|(?:[A-Z]\.){2,3}))+$")
# Honours before a name: "The Rt Hon Jane Roe", "Senator the Hon. Jane Roe".
GRACE = re.compile(r"(?:(?:Senator )?[Tt]he )?(?:(?:Rt|Right)\.? )?Hon(?:ourable)?\.? ")
_AND = re.compile(r"\b[Aa]nd\b|&")
_TITLE_CASE = re.compile(r"[A-Z][\w’'.-]*")
_BEHIND_DASH = re.compile(r"\s[-–—]\s(?P<name>[^-–—:,;]{3,60})$")
_BYLINE = re.compile(r"[Bb][Yy]:?\s(?P<the>[Tt][Hh][Ee] )?(?P<name>[^;:]{5,100})$")
_BEHIND_COMMA = re.compile(r", (?P<name>[^,:;]{5,60})(?:,|$)")
# Where a line may begin to say it: at its start, behind a colon or a dash.
_STARTS = re.compile(
    r"^|[:|]\s|\s[-–—]\s|\b(?:rendering|text|transcript|translation|version)\sof\s(?:the\s)?", re.IGNORECASE
)
# "Prime Minister Jane Roe – Speech at …", with what follows looked at apart.
_AHEAD = re.compile(r"(?P<name>[^-–—:,;]{5,80})\s[-–—]\s")


def named_author(clean: str, line: Span) -> Span | None:
    """The author whom a headline, or a line below it, names with the kind of words: "Statement by …", "X’s speech",
    "X statement on …", "X made a statement at …"."""
    line = _head(line)
    ahead = _AHEAD.match(clean, line.start, line.end)
    if (
        ahead
        and is_sure(ahead["name"])
        and opens_speech(clean, Span(ahead.end(), line.end))
        and not _joins(ahead["name"])
    ):
        return _from_title(clean, Span(*ahead.span("name")))
    for start in (match.end() for match in _STARTS.finditer(clean[line.start : line.end])):
        at = line.start + start
        for form in (_owned(), _bare_owner(), _made()):
            owner = form.match(clean, at, line.end)
            if owner and is_sure(owner["name"]) and not _joins(owner["name"]):
                return _from_title(clean, Span(*owner.span("name")))
        found = _opening().match(clean, at, line.end)
        if found is not None:
            author = _first_name(clean, Span(found.end(), line.end))
            if author is not None:
                return author
    return None


def announced_author(clean: str, line: Span) -> Span | None:
    """The author of a paragraph that only announces: "Attorney General Jane Roe released the following statement:"."""
    if line.end - line.start > LONGEST_LINE:
        return None
    found = _announced().fullmatch(clean, line.start, line.end)
    if found is None:
        return None
    start, end = found.span("name")
    comma = clean.find(",", start, end)
    for stop in (end, comma) if comma > 0 else (end,):
        name = clean[start:stop].strip()
        if (is_sure(name) or (stop == end and _is_name_with_office(name))) and not _joins(name):
            return Span(start, start + len(name))
    return None


def author_behind(clean: str, line: Span) -> Span | None:
    """The author behind the last dash of a headline, with "Ms" or a title: "Opening of the harbour - Ms Jane Roe"."""
    line = _head(line)
    found = _BEHIND_DASH.search(clean, line.start, line.end)
    return Span(*found.span("name")) if found and is_sure(found["name"]) and len(found["name"].split()) > 1 else None


def byline(clean: str, line: Span) -> Span | None:
    """The author of a paragraph that is nothing but "By Jane Roe", "by Hon. Jane Roe MP" or "By Minister Jane Roe"."""
    line = _head(line)
    found = _BYLINE.fullmatch(clean, line.start, line.end)
    if found is None:
        return None
    name = Span(*found.span("name"))
    if _joins(found["name"]) or _two_offices(found["name"]):
        return None
    if is_sure(found["name"]) or (is_name(found["name"]) and not found["the"]):
        return name
    return speaker_line(clean, name, "")


def possible_owner(clean: str, title: Span) -> Span | None:
    """Whoever may be a person in "Ranking Member Roe’s statement at the hearing", if the words below say so too."""
    owner = _owned().match(clean, title.start, _head(title).end)
    words = owner["name"].split() if owner else []
    named = len(words) > 1 and all(_TITLE_CASE.fullmatch(word) for word in words) and not country_of(words[-1])
    return Span(*owner.span("name")) if owner and named else None


def opens_speech(clean: str, line: Span) -> bool:
    """Whether a line says what kind of words follow, and nobody's: "Address to the Harbour Forum", "Speech: …"."""
    return _kind_alone().match(clean, line.start, line.end) is not None


def speaker_line(clean: str, line: Span, title: str) -> Span | None:
    """The person whom a line above a speech names: "Hon Jane Roe", "Jane Roe MP", "Jane Roe, Minister for Ports", and
    "Jane Roe" alone where the `title` has the name."""
    text = clean[line.start : min(line.end, line.start + LONGEST_LINE)]
    grace = GRACE.match(text)
    start = grace.end() if grace else 0
    name, comma, office = text[start:].partition(",")
    bare = LETTERS.sub("", name.strip())
    if not (is_name(bare) or (grace and is_name(bare, surely=True))) or len(text) > 100:
        return None
    held = comma and (_is_name_with_office(text[start:]) or LETTERS.match(f" {office.split(' for ')[0].strip()}"))
    last = bare.split()[-1]
    again = last in title and text != title and last.casefold() not in load("summitparse.layout", "authored")["kinds"]
    if grace or bare != name.strip() or held or again:
        return Span(line.start, line.start + start + len(bare))
    return None


def signer(clean: str, line: Span) -> Span | None:
    """The name on the line below "Sincerely,", with or without an office: two to six capitalised words."""
    words = clean[slice(*_head(line))].split()
    return line if 1 < len(words) < 7 and all(word[0].isupper() for word in words) else None


def _head(line: Span) -> Span:
    return Span(line.start, min(line.end, line.start + LONGEST_LINE))


def last_name(author: str) -> str:
    """The word that others would call the author by: letters of honours are none."""
    name = author.partition(",")[0]
    return (LETTERS.sub("", name) or name).split()[-1]


def _first_name(clean: str, rest: Span) -> Span | None:
    """The first words that are a title with a name, or an office; or a name with its office behind a comma."""
    office: Span | None = None
    held = _held().match(clean, rest.start, rest.end)
    if held and opens_office(held[0].split()) and is_name(LETTERS.sub("", held["name"])):
        start = held.start("name")
        return Span(start, start + len(LETTERS.sub("", held["name"])))
    apposed = _office_before().match(clean, rest.start, rest.end)
    if apposed and opens_office(apposed[0].split()) and is_sure(" ".join(clean[apposed.end() : rest.end].split()[:3])):
        rest = Span(apposed.end(), rest.end)  # "by the Minister for Ports and Law, Ms Jane Roe, at …"
    for end in (*(match.start() for match in _ends().finditer(clean, rest.start, rest.end)), rest.end):
        name = clean[rest.start : end].rstrip(", ")
        name = name if name.endswith("r.") else name.rstrip(".")
        if not name or _joins(name) or _two_offices(name):
            continue
        if is_sure(name) or _is_office_of_country(name):
            span = Span(rest.start, rest.start + len(name))
            behind = _BEHIND_COMMA.match(clean, end, rest.end)
            if behind and " for " in name and opens_office(name.split()) and is_name(behind["name"]):
                return Span(*behind.span("name"))  # "Minister for Ports, Jane Roe,"
            if not _is_office(name) or clean[end : end + 5] != " for ":
                return span
            office = office or span  # "Minister" of "Minister for Ports Jane Roe"
        elif is_name(bare := LETTERS.sub("", name)) and _is_name_with_office(clean[rest.start : rest.end]):
            return Span(rest.start, rest.start + len(bare))
    return None if _two_offices(clean[rest.start : rest.end]) else office


def _from_title(clean: str, name: Span) -> Span:
    """The name from its office or "Mr" on: "Watch Senator Roe" is none."""
    for word in re.finditer(r"\S+", clean[name.start : name.end]):
        bare = word[0].casefold().strip(".")
        if bare in _titles() or bare in labels_of("honorifics"):
            return Span(name.start + word.start(), name.end)
    return name


def _joins(name: str) -> bool:
    """Whether words name two: "Jane Roe and John Doe", but not "Minister for Ports and Minister for Law Jane Roe"."""
    if not (joined := _AND.search(name)):
        return False
    words = name[: joined.start()].split()
    held = opens_office(words) and "for" in words
    return not (held and _TITLE_CASE.match(name.split()[-1]))


def _two_offices(name: str) -> bool:
    """ "Minister for Ports and the Minister for Law"."""
    return any(opens_office(part.split()) for part in name.split(" and the ")[1:])


def opens_office(words: list[str]) -> bool:
    """Whether words begin with an office: "Minister for …", "Senior Parliamentary Secretary (…)"."""
    return any(word.casefold().rstrip(",") in _titles() for word in words[:3])


@cache
def _of_offices() -> frozenset[str]:
    return frozenset(_titles() | labels_of("small") | set(load("summitparse.layout", "authored")["ranks"]))


def _is_office(name: str) -> bool:
    """ "Minister", "Minister of State"."""
    known = _of_offices()
    return all(word.casefold().strip(".") in known or word.islower() for word in core(name))


def _is_office_of_country(name: str) -> bool:
    """ "President of Arvenia": the office is all that is said of who holds it."""
    office, _, land = name.partition(" of ")
    return bool(office) and all(word in _titles() for word in office.casefold().split()) and bool(country_of(land))


def is_name(name: str, *, surely: bool = False) -> bool:
    """Two to four capitalised words, none of them an office, unless it is `surely` a name ("Hon Mary Bishop")."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all(_TITLE_CASE.fullmatch(word) for word in words)
        and (surely or not _titles() & {word.casefold() for word in words})
    )


def _is_name_with_office(text: str) -> bool:
    name, comma, office = text.partition(",")
    if not comma:
        return False
    return name_with_office(f"{LETTERS.sub('', name)}, {office.strip()}")


def _titles() -> frozenset[str]:
    return labels_of("titles")


def _either(key: str) -> str:
    return "|".join(re.escape(phrase) for phrase in load("summitparse.layout", "authored")[key])


@cache
def _opening() -> re.Pattern[str]:
    graces = r"(?:(?:(?:his|her) (?:excellency|majesty|(?:royal )?highness)|h\.e\.),? )?"
    audience = r"(?: \d{4})?(?: to the [\w ]{3,40}?)?"
    kind = rf"(?:(?-i:[A-Z][\w’'-]*|of(?: the)?) ){{0,4}}(?:{_either('kinds')}){audience}(?: (?:{_either('given')}))?"
    return re.compile(
        rf"(?:the )?(?:[\w-]+ )?(?:{kind} (?:{_either('by')})|(?:[\w-]+ ){{0,3}}(?:{_either('talks')}) with) (?:the )?"
        rf"{graces}",
        re.IGNORECASE,
    )


@cache
def _kind_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w-]+ )?{_kind_of_speech()}(?!.{{0,200}}[.!?]$)", re.IGNORECASE)


def _kind_of_speech() -> str:
    """ "statement on", "speech:", "remarks" at the end of a line."""
    return rf"(?:{_either('kinds')})(?: (?:{_either('ends')})\b|:|$)"


@cache
def _office_before() -> re.Pattern[str]:
    """ "Minister for Ports and Law, " or "Secretary (Ports and Law) " before "Ms Jane Roe"."""
    return re.compile(rf"\w[^:;]{{2,160}}?[,)\w] (?<!and )(?=(?:{_either('graces')})\.? [A-Z])")


@cache
def _held() -> re.Pattern[str]:
    """ "Minister for Ports, Law and Fisheries, Jane Roe, …": the name is behind the last part of the office."""
    ends = rf"(?=,|$| (?:{_either('ends')})\b)"
    return re.compile(
        r"(?:[\w-]+ ){1,4}(?:for|of) [^:;()]{3,100}? and [A-Z]\w+(?: [A-Z]\w+){0,3}, (?P<name>[A-Z][^,:;]{4,50}?)"
        rf"{ends}"
    )


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^'’:,;]{{3,80}})['’]s (?:\w{{3,12}} )?(?:{_either('kinds')})\b", re.IGNORECASE)


@cache
def _bare_owner() -> re.Pattern[str]:
    """ "Senator Roe statement on …": the possessive is left out."""
    return re.compile(rf"(?P<name>[^'’:,;]{{3,80}}) {_kind_of_speech()}", re.IGNORECASE)


@cache
def _made() -> re.Pattern[str]:
    where = "(?:at|in|to|before|during)"
    did = rf"(?:{_either('made')}) (?:an?|the|his|her) (?:{_either('kinds')})"
    return re.compile(rf"(?P<name>[^'’:,;]{{3,80}}) {did} {where}\b", re.IGNORECASE)


@cache
def _announced() -> re.Pattern[str]:
    opening = r"(?:[^.:;]{0,60}\s[–—-]\s|(?:[Tt]oday|On \w+), )?"
    name = r"(?P<name>[A-Z][^:;“\"]{2,160}?),?(?: today| on [\w ,]{3,25}| late \w+)?"
    did = rf" (?:has |have )?(?:{_either('released')}) (?:the following|this|a) "
    return re.compile(rf"{opening}{name}{did}(?:\w+ ){{0,2}}(?:{_either('kinds')})[^:.“\"]{{0,200}}:")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf",? (?:{_either('ends')})\b|:|,(?! [JS]r\b)", re.IGNORECASE)
