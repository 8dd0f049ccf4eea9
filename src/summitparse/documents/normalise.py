"""What a person would write down: the title of an item, without bullet, trailing marks or "and"."""

import re

from summitparse.findings import Span
from summitparse.instruments.items import Item
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word

_MARKS = " \t\n;,.:•*·—–-„"
_PAIRS = {"“": "”", "«": "»", '"': '"', "”": "“"}
_INITIALS = re.compile(r"\b[A-Z](?:\.[A-Z]){1,12}$")  # has lost its stop


def title_of(clean: str, line: list[Word], item: Item, span: Span) -> str:
    """The item's own words, behind the words that it shares with others ("agreement on")."""
    if item.gap is not None:  # "a protocol [has been signed] on consultations"
        first, last = item.gap
        return tidy(f"{clean[span.start : line[first - 1].end]} {clean[line[last].start : span.end]}")
    own = tidy(clean[span.start : span.end])
    if not item.lead or item.head is None:
        return own
    head = item.head
    lead = list(item.lead)
    while lead and lead[0] < head.noun and line[lead[0]].lower in vocabulary("determiners"):
        lead.pop(0)
    before = [k for k in lead if k < head.noun]
    of = max((k for k in before if line[k].lower == "of" and head.vague), default=-1)
    before = [k for k in before if k > of]
    after = [k for k in lead if k >= head.end]
    noun = head.name if not line[head.noun].is_capital else head.name[:1].upper() + head.name[1:]
    written = line[head.noun].text
    if sum(letter.isupper() for letter in written) > 1 and head.end == head.noun + 1:
        noun = written.removesuffix("s")  # "MoUs"
    words = [_stretch(clean, line, before), noun, _stretch(clean, line, after), own]
    title = " ".join(word for word in words if word)
    if before and not line[head.noun].is_capital and line[before[0]].is_capital and before[0] == 0:
        title = title[:1].lower() + title[1:]
    return title


def _stretch(clean: str, line: list[Word], positions: list[int]) -> str:
    return tidy(clean[line[positions[0]].start : line[positions[-1]].end]) if positions else ""


def tidy(text: str) -> str:
    """One space between words, no marks at the ends; a quotation mark stays where its partner is inside, and the stop
    of initials ("N.V.") stays."""
    text = " ".join(text.split()).strip(_MARKS)
    if text[:1] in _PAIRS:
        close = text.find(_PAIRS[text[0]], 1)
        if close in (-1, len(text) - 1):
            text = text[1 : close if close > 0 else None]
    if text[-1:] in ("”", "»", '"') and not any(mark in text[:-1] for mark in '“«”"'):
        text = text[:-1]
    return with_stop(text.strip(_MARKS))


def with_stop(name: str) -> str:
    """A name with the stop of its initials ("N.V.") that a cut has taken."""
    return f"{name}." if _INITIALS.search(name) else name


def unquote(clean: str, span: Span) -> Span:
    """Without quotation marks that hold the whole span."""
    start, end = span
    if clean[start] in '“”"«„' and not any(mark in clean[start + 1 : end - 1] for mark in '“”"«»„'):
        start += 1
        if end > start and clean[end - 1] in '“”"»':
            end -= 1
    return Span(start, end)
