"""What a person would write down: the title of an item, without bullet, trailing marks or "and"."""

import re

from summitparse.documents.items import Item
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word
from summitparse.findings import Span

_SPACES = re.compile(r"\s+")
_MARKS = ' \t\n"“”«»„;,.:•*·—–-'


def title_of(clean: str, line: list[Word], item: Item, span: Span) -> str:
    """The item's own words, behind the words that it shares with others ("agreement on")."""
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
    words = [_stretch(clean, line, before), noun, _stretch(clean, line, after), own]
    title = " ".join(word for word in words if word)
    if before and not line[head.noun].is_capital and line[before[0]].is_capital and before[0] == 0:
        title = title[:1].lower() + title[1:]
    return title


def _stretch(clean: str, line: list[Word], positions: list[int]) -> str:
    return tidy(clean[line[positions[0]].start : line[positions[-1]].end]) if positions else ""


def tidy(text: str) -> str:
    """One space between words, no marks at the ends; a quotation mark stays where its partner is inside."""
    text = _SPACES.sub(" ", text).strip()
    while (
        text
        and text[0] in _MARKS
        and not (text[0] in '“«"' and text[1:].rstrip(" .;,").find("”") not in (-1, len(text.rstrip(" .;,")) - 2))
    ):
        text = text[1:]
    while (
        text
        and text[-1] in _MARKS
        and not (text[-1] in '”»"' and ("“" in text or "«" in text or text.count('"') % 2 == 0))
    ):
        text = text[:-1]
    return text


def unquote(clean: str, span: Span) -> Span:
    """Without quotation marks that hold the whole span."""
    start, end = span
    if clean[start] in '“”"«„' and not any(mark in clean[start + 1 : end - 1] for mark in '“”"«»„'):
        start += 1
        if end > start and clean[end - 1] in '“”"»':
            end -= 1
    return Span(start, end)
