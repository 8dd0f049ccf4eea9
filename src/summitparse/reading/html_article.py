"""Which part of a page is the article: navigation, side columns, share buttons and footers left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from summitparse.reading.html_facts import Facts
from summitparse.reading.html_quotations import mark_quotations
from summitparse.reading.html_unseen import hiding_classes, is_called_unseen, is_unseen
from summitparse.reading.html_words import names, words_of

Element = etree._Element

# A part around the article never holds this share of the page's words; a page named "has-sidebar" does.
LARGEST_PART = 0.4
# An article is taken where it holds this share of what is left; below that the whole page is.
SMALLEST_ARTICLE = 0.5
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
HEAD_LENGTH = 600
# Never text of an article but in a quotation, where they say who speaks.
_SOURCES = ("footer", "figcaption")


def find_article(root: Element) -> Element:
    """The element to read, all else taken out of the tree; its headline and date are put in where they stand apart."""
    facts = Facts(root)
    hiding = hiding_classes(root)
    body = root if root.tag == "body" else root.find("body")
    if body is None:
        body = root
    headline = _headline(body)
    _drop_unseen(body)
    _drop_around(body, hiding)
    article = _largest(body)
    _add_facts(article, headline, facts)
    return article


@dataclass(slots=True)
class _Part:
    """An element that may be dropped or chosen, with the words in it and whether the headline is among them."""

    element: Element
    in_article: bool
    weight: int = 0
    headlines: int = 0


def _drop_unseen(body: Element) -> None:
    """Empties what never is text; quotations keep their sources first, which would be taken for a footer."""
    for element in [e for e in body.iter(etree.Element) if e is not body and e.tag not in _SOURCES and is_unseen(e)]:
        _empty(element)
    mark_quotations(body)
    for element in [e for e in body.iter(*_SOURCES) if e is not body]:
        _empty(element)


def _drop_around(body: Element, hiding: frozenset[str]) -> None:
    """Empties what its name says is not shown or stands around the article."""
    total, parts = _survey(body, lambda element: is_called_unseen(element, hiding) or _may_be_around(element))
    for part in parts:
        if part.element.tag == "header" and (part.in_article or part.headlines):
            continue
        if part.weight <= LARGEST_PART * total:
            _empty(part.element)


def _may_be_around(element: Element) -> bool:
    named = names(element)
    if "caption" in named or ("credit" in named and named & words_of("pictures")):
        return True
    if element.tag in ("article", "main", "p", "h1", "h2", "li"):
        return False
    return element.tag == "header" or bool(named & words_of("around"))


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


def _add_facts(article: Element, headline: str, facts: Facts) -> None:
    """Puts headline and publication time at the top where the article's text is without them."""
    text = words(article)
    begin = text[: HEAD_LENGTH + len(headline)].casefold()
    title = headline or facts.title
    stamp = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", facts.published)
    if stamp and not _YEAR.search(text[:HEAD_LENGTH]) and not _YEAR.search(text[-200:]):
        day = _paragraph(" ".join(filter(None, stamp.groups())))
        headlines = [element for element in article.iter("h1") if words(element)]
        if len(headlines) == 1:
            headlines[0].addnext(day)
        else:
            _put_first(article, day)
    if title and title.casefold() not in begin:
        _put_first(article, _paragraph(title))


def _paragraph(text: str) -> Element:
    paragraph = etree.Element("p")
    paragraph.text = text
    return paragraph


def _put_first(article: Element, paragraph: Element) -> None:
    paragraph.tail, article.text = article.text, None
    article.insert(0, paragraph)
