"""What a page says of its article beside the text: in its head, in data for search engines, in the times it marks."""

import re

from lxml import etree

from summitparse.reading.html_words import names, words_of

Element = etree._Element

# Data for search engines (JSON-LD, schema.org), of which only this is looked at.
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"(\d{4}-\d\d-\d\d[^"]{0,30})"')
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].{0,30})?$")


class Facts:
    """`title` and `published` ("2024-05-03T10:00", ISO 8601), "" where the page does not say them."""

    def __init__(self, root: Element) -> None:
        self.title = self.published = ""
        for meta in root.iter("meta"):
            key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            content = (meta.get("content") or "").strip()
            if key == "og:title":
                self.title = self.title or content
            elif key in words_of("published") and _STAMP.match(content):
                self.published = self.published or content
        self.published = self.published or _of_data(root) or _of_time(root)


def _of_data(root: Element) -> str:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and (found := _PUBLISHED.search(script.text or "")):
            return found[1]
    return ""


def _of_time(root: Element) -> str:
    """The time that is marked as that of publication, else the only day that is marked at all."""
    marked: list[str] = []
    for time in root.iter("time"):
        stamp = (time.get("datetime") or "").strip()
        if not _STAMP.match(stamp):
            continue
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished" or names(time) & _PUBLICATION:
            return stamp
        marked.append(stamp)
    return marked[0] if len({stamp[:10] for stamp in marked}) == 1 else ""


_PUBLICATION = frozenset(("published", "publish", "pubdate", "posted"))
