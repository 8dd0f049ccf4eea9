"""Which part of a page is the article: navigation, side columns, share buttons and footers left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from summitparse.reading.html_words import words_of

Element = etree._Element

_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")
# A part around the article never holds this share of the page's words; a page named "has-sidebar" does.
LARGEST_PART = 0.4
# An article is taken where it holds this share of what is left; below that the whole page is.
SMALLEST_ARTICLE = 0.5
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
HEAD_LENGTH = 600


def find_article(root: Element) -> Element:
    """The element to read, all else taken out of the tree; its headline and date are put in where they stand apart."""
    facts = _Facts(root)
    body = root if root.tag == "body" else root.find("body")
    if body is None:
        body = root
    headline = _headline(body)
    _drop_around(body)
    article = _largest(body)
    _add_facts(article, headline, facts)
    return article


class _Facts:
    """What the page's head says of the article."""

    def __init__(self, root: Element) -> None:
        self.title = self.published = ""
        for meta in root.iter("meta"):
            key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            content = (meta.get("content") or "").strip()
            if key == "og:title":
                self.title = self.title or content
            elif key in ("article:published_time", "datepublished", "dcterms.date", "dc.date", "dc.date.issued"):
                self.published = self.published or content


@dataclass(slots=True)
class _Part:
    """An element that may be dropped or chosen, with the words in it and whether the headline is among them."""

    element: Element
    in_article: bool
    weight: int = 0
    headlines: int = 0


def _drop_around(body: Element) -> None:
    """Empties what never is text, then what its name says stands around the article."""
    for element in [e for e in body.iter(etree.Element) if e is not body and _is_silent(e)]:
        _empty(element)
    total, parts = _survey(body, _may_be_around)
    for part in parts:
        if part.element.tag == "header" and (part.in_article or part.headlines):
            continue
        if part.weight <= LARGEST_PART * total:
            _empty(part.element)


def _is_silent(element: Element) -> bool:
    if element.tag in words_of("silent") or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or (element.get("role") or "") in words_of("roles")


def _may_be_around(element: Element) -> bool:
    if element.tag in ("article", "main", "p", "h1", "h2", "li"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag == "header" or any(word.lower() in words_of("around") for word in _WORDS.findall(names))


def _is_article(element: Element) -> bool:
    return element.tag in ("main", "article") or element.get("role") in ("main", "article")


def _empty(element: Element) -> None:
    """Takes out all that is in an element and leaves the text behind it: in constant time, which removing is not."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "span"


def _largest(body: Element) -> Element:
    """The smallest of main, article and their like that holds enough of the page's words."""
    total, parts = _survey(body, _is_article)
    found = [part for part in parts if part.weight >= SMALLEST_ARTICLE * total]
    return min(found, key=lambda part: part.weight).element if found else body


def _survey(body: Element, wanted: Callable[[Element], bool]) -> tuple[int, list[_Part]]:
    """The characters of words in `body`, and in each wanted element: one pass, however deep they are nested."""
    weight = headlines = articles = 0
    parts: list[_Part] = []
    open_parts: list[_Part] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            headlines += element.tag == "h1"
            if element is not body and wanted(element):
                part = _Part(element, articles > 0, -weight, -headlines)
                parts.append(part)
                open_parts.append(part)
            articles += _is_article(element)
            weight += _length(element.text)
            continue
        articles -= _is_article(element)
        if open_parts and open_parts[-1].element is element:
            part = open_parts.pop()
            part.weight += weight
            part.headlines += headlines
        weight += _length(element.tail)
    return weight, parts


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def words(element: Element) -> str:
    return _SPACE.sub(" ", "".join(str(text) for text in element.itertext())).strip()


def _headline(body: Element) -> str:
    """The page's only level-one heading, or "" where it has none or several."""
    _, parts = _survey(body, lambda element: element.tag == "h1")
    found = [part for part in parts if part.weight]
    return words(found[0].element) if len(found) == 1 else ""


def _add_facts(article: Element, headline: str, facts: _Facts) -> None:
    """Puts headline and publication time at the top where the article's text is without them."""
    text = words(article)
    begin = text[: HEAD_LENGTH + len(headline)].casefold()
    missing = []
    title = headline or facts.title
    if title and title.casefold() not in begin:
        missing.append(title)
    stamp = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", facts.published)
    if stamp and not _YEAR.search(text[:HEAD_LENGTH]) and not _YEAR.search(text[-200:]):
        missing.append(" ".join(filter(None, stamp.groups())))
    for place, line in enumerate(missing):
        paragraph = etree.Element("p")
        paragraph.text = line
        if place == 0:
            paragraph.tail, article.text = article.text, None
        article.insert(place, paragraph)
