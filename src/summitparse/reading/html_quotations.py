"""Quotations that a page sets apart instead of marking them: blockquotes, cards and posts with the name of who spoke.

They get the marks and the dash that a plain release has, so that they are read like any other.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from summitparse.reading.html_blocks import read_blocks
from summitparse.reading.html_words import names, words_of
from summitparse.text.signs import DOUBLE_MARKS, any_of

Element = etree._Element

# A page with more of them is no release; each is compared with the text of the page.
MOST_QUOTATIONS = 50
MOST_INSIDE = 100
# Words of an attribution: a name with its office.
LONGEST_SOURCE = 30
_DASH = re.compile(r"(?:[—–―~]|--?)\s*+")
_MARKS = re.compile(any_of(DOUBLE_MARKS))
_SPACE = re.compile(r"\s+")
# What follows a name in a post: the account, and the day.
_ACCOUNT = re.compile(r"\(?@\w.*", re.DOTALL)


def mark_quotations(body: Element) -> None:
    """Puts marks around each quotation that names its source, and the source behind it."""
    found = list(islice(filter(_is_quotation, body.iter(etree.Element)), MOST_QUOTATIONS))
    for element in found:
        if any(outer in found for outer in element.iterancestors()):
            continue
        sources = _sources(element)
        said = [block.text for block in read_blocks(element, without=frozenset(sources))]
        source = ", ".join(filter(None, (_words(part) for part in sources)))
        if not sources and len(said) > 1 and _DASH.match(said[-1].lstrip()):
            source = said.pop().lstrip()
        source = _ACCOUNT.sub("", source[dash.end() :] if (dash := _DASH.match(source)) else source).strip(" ,\n")
        if said and source[:1].isupper() and len(source.split()) <= LONGEST_SOURCE:
            _rewrite(element, said, source)


def _is_quotation(element: Element) -> bool:
    if element.tag == "figure":
        return any(inner.tag == "blockquote" for inner in _inside(element))
    return element.tag == "blockquote" or (
        element.tag in ("div", "section") and bool(names(element) & words_of("quotations")) and bool(_sources(element))
    )


def _sources(element: Element) -> list[Element]:
    """The outermost elements inside that say who speaks."""
    found: list[Element] = []
    for inner in _inside(element):
        if inner.tag in ("cite", "footer", "figcaption") or names(inner) & words_of("sources"):
            if not any(outer in found for outer in islice(inner.iterancestors(), 4)):
                found.append(inner)
    return found


def _inside(element: Element) -> Iterator[Element]:
    return islice(element.iterdescendants(etree.Element), MOST_INSIDE)


def _rewrite(element: Element, said: list[str], source: str) -> None:
    tail, marked = element.tail, not _MARKS.search("".join(said))
    element.clear()
    element.tail, element.tag = tail, "blockquote"
    for number, text in enumerate(said):
        paragraph = etree.SubElement(element, "p")
        last = number == len(said) - 1
        text = _SPACE.sub(" ", text).strip()
        # Each paragraph opens with a mark, and only the last one is closed.
        paragraph.text = ("“" * marked) + text + ("”" * (marked and last)) + (f" — {source}" if last else "")


def _words(element: Element) -> str:
    return _SPACE.sub(" ", "".join(str(text) for text in element.itertext())).strip(" ,")
