"""Which numbers are no figures: dates, clock times, names, versions, keys, list numbers, scores."""

import re

from summitparse.currencies import currencies
from summitparse.figures.forms import form, form_before
from summitparse.figures.tables import noun_words
from summitparse.numbers import Number
from summitparse.text.calendar import MONTHS

_JOINING = ("-", "–", "/", "‑", "\u2060", ".", ",", ":")
_KEYS = ("_", "@", "=", "\\")
_GENITIVES = ("'s", "’s")

# Read whole and passed over: dates, clock times, versions and addresses, telephone numbers, scores like 3:1.
SKIP = re.compile(
    r"\d{1,4}(?P<sep>[-./])\d{1,2}(?P=sep)\d{1,4}(?![\d])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?|\d{1,40}:\d{1,40}"
    r"|\d{1,2}(?:\.\d\d)? ?(?:a\.m|p\.m|am|pm)\b\.?"
    r"|(?!\d{1,3}(?:\.\d{3}){2,6}(?!\.?\d))\d{1,40}(?:\.\d{1,40}){2,}(?![\d,])"
    r"|\d{1,40}(?:-\d{1,40}){2,}(?!\d|\.\d)"
    r"|\d{3} \d{3} \d{4}(?![\d,.]\d)|\d{3}\) ?\d{3}[ -]\d{4}(?!\d)"
    r"|0\d{2,4} \d{3,4} \d{3,4}(?!\d)"
    r"|(?:19|20)\d\d[/–—-]\d{2,4}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}-?[x×]-?\d{1,2}(?![\d\w])"
    r"|[2-9]K(?= (?:video|TVs?|displays?|resolution|screens?|cameras?|footage|content|monitors?|streaming|OLED)\b)"
    r"|(?:9/11|24/7|20/20|50/50|50-50)(?!\d)|\d{4}s\b|[’']?\d0s\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d\.\d{1,2}")
_MONTHS = rf"(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_MONTH_BEFORE = re.compile(rf"(?<![^\W_]){_MONTHS}\.? (?:the )?$")
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th)?(?: of)?(?: |-){_MONTHS}\b(?! (?:be|not|have|also|well)\b)")
_WORD_BEFORE = re.compile(r"([^\W\d_](?:[\w&.'’/-]){0,24})[ ]$")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_YEAR = re.compile(r"1\d\d\d|2[01]\d\d|0\d*")


def phone_end(text: str, start: int) -> int | None:
    """Where the telephone number ends that begins at `start` behind "+"; thousands ("+1 250 000") are none."""
    found = form("behind.plus-phone").match(text, start) if text[start - 1 : start] == "+" and start else None
    return None if found is None or _THOUSANDS.fullmatch(found.group()) else found.end()


def version_end(text: str, start: int) -> int | None:
    """Where the version of a name ends: "Industry 4.0", "Example City 2.0 programme"."""
    found, table = form("behind.version").match(text, start), currencies()
    if found is None or not behind_name(text, start):
        return None
    word = text[:start].rsplit(None, 1)[-1]
    return None if word in table.codes - table.words_too else found.end()  # "EUR 10.0 in all"


def is_version(text: str, number: Number) -> bool:
    """ "Bluetooth 5.3", "USB 3.2 Gen 2": a small decimal without unit and noun behind a name."""
    return bool(_DECIMAL.fullmatch(text, number.start, number.end)) and behind_name(text, number.start)


def attached(text: str, number: Number) -> bool:
    """Whether the digits are a part of a longer name, key or address: S-400, COVID-19, G20, x=5, a/5."""
    start, end = number.start, number.end
    before = text[start - 1 : start]
    if before and (before.isalnum() or before in "_#=&@\\%"):
        return True
    if before in _JOINING and start > 1:
        earlier = text[start - 2]
        if before in "-–‑⁠" and earlier.isalpha():
            return not form_before("before.prefix", text, start)
        if before == "/" and (earlier.isalpha() or earlier in "/.-_"):
            return True
        if before in ".,:" and earlier.isdigit():
            return True
        if before == "." and earlier.isalpha() and not text[start - 1 : start].isspace():
            return True
    after = text[end : end + 1]
    return after in _KEYS and after != ""


def is_label(text: str, low: str, number: Number, *, years: bool) -> bool:
    """Whether a plain number without unit numbers something: "Article 5", "Boeing 737", a list item; with `years`, also
    where it is written like one."""
    if form_before("before.line", text, number.start) and form("behind.list-number").match(text, number.end):
        return True
    opened, closed = text[number.start - 1 : number.start] == "(", text[number.end : number.end + 1] == ")"
    if opened and closed:
        return True
    if (
        closed
        and number.value < 100
        and not number.grouped
        and "(" not in text[max(0, number.start - 60) : number.start]
    ):
        return True
    month = _MONTH_BEFORE.search(low, max(0, number.start - 16), number.start) or _MONTH_BEHIND.match(low, number.end)
    if month and number.value <= 31:
        return True
    if years and _YEAR.fullmatch(text[number.start : number.end]):
        return True
    return behind_label(text, number)


def behind_label(text: str, number: Number) -> bool:
    """Whether a word that numbers stands right before: "Article 5", "Resolution 6/10"."""
    found = _WORD_BEFORE.search(text, max(0, number.start - 26), number.start)
    if found is None:
        return False
    word = found[1]
    return bool(word.lower().rstrip(".") in noun_words("labels") or word.lower() in noun_words("labels"))


_NAME_BEFORE = re.compile(r"(?:(?<![^\W_])(?P<lead>[^\W_]{1,12}) )?(?P<word>[A-Z][\w&.'’-]{0,24}) $")


def behind_name(text: str, start: int) -> bool:
    """Whether a capitalised word that is no sentence's first stands right before: "Boeing 737", "Stoxx 50"."""
    found = _NAME_BEFORE.search(text, max(0, start - 40), start)
    if found is None:
        return False
    word = found["word"]
    if word.endswith(_GENITIVES):
        return False  # "HP's 83 divisions"
    return word.lower() not in noun_words("stop")
