"""New entries of a feed (RSS, Atom), each as the page that it leads to."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summitparse.say import say
from summitparse.watch.fetch import Answer, Fetcher, NotFetched, joined
from summitparse.watch.found import Found

# A feed that lists more is no list of news.
MOST_ENTRIES = 1_000
_LINK = re.compile(rb"<link\b[^<>]{0,500}>", re.IGNORECASE)
_CANONICAL = re.compile(rb"\brel\s{0,3}=\s{0,3}[\"']?canonical\b", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,400})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    url: str
    published: dt.date | None


class Feed:
    """`keep` stores what was fetched before anything is made of it; `known` says of a page that it is done."""

    def __init__(
        self, url: str, fetcher: Fetcher, known: Callable[[str], bool], keep: Callable[[Answer], None]
    ) -> None:
        self.url, self.fetcher, self.known, self.keep = url, fetcher, known, keep
        # Pages that could not be had, or were given in this run; they are not asked for again before the feed changes.
        self._given: set[str] = set()
        self._entries: list[Entry] = []

    def look(self, *, wait: bool = True) -> Iterator[Found]:
        """The pages that are new. What cannot be fetched is said, and asked for again at the next look."""
        try:
            answer = self.fetcher.get(self.url)
        except NotFetched as error:
            say(str(error))
            return
        if answer is not None:
            self._entries = read_feed(answer.body, answer.url)
            if not self._entries:
                say(f"{self.url} is no feed, or has no entries.")
        for entry in self._entries:
            if entry.url in self._given or self.known(entry.url):
                continue
            try:
                page = self.fetcher.get(entry.url)
            except NotFetched as error:
                say(str(error))
                continue
            self._given.add(entry.url)
            if page is not None:
                self.keep(page)
                yield found_in(page, entry)


def read_feed(data: bytes, base: str) -> list[Entry]:
    """The entries of a feed, the oldest first, as feeds list the newest first."""
    import feedparser

    entries: dict[str, Entry] = {}
    for found in feedparser.parse(data).entries[:MOST_ENTRIES]:
        url = joined(base, str(found.get("link") or ""))
        stamp = found.get("published_parsed") or found.get("updated_parsed")
        if url:
            entries.setdefault(url, Entry(url, dt.date(*stamp[:3]) if stamp else None))
    return list(entries.values())[::-1]


def found_in(page: Answer, entry: Entry) -> Found:
    """A page that was fetched; its record is known by the address that the feed gives."""
    digest = hashlib.sha256(page.body).hexdigest()
    canonical = canonical_link(page.body, page.url)
    return Found(page.url, page.body, digest, entry.url, canonical, page.retrieved, entry.published)


def canonical_link(page: bytes, url: str) -> str | None:
    """What a page says its own address is (RFC 6596)."""
    for tag in _LINK.findall(page[:100_000]):
        if _CANONICAL.search(tag) and (href := _HREF.search(tag)):
            return joined(url, href[1].decode("utf-8", "replace"))
    return None
