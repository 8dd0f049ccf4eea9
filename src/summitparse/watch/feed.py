"""New entries of a feed (RSS, Atom) or a sitemap, each as the page that it leads to."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from summitparse.say import say
from summitparse.watch.fetch import Answer, Fetcher, NotFetched, joined
from summitparse.watch.found import Found
from summitparse.watch.sitemap import Listed, read_sitemap

# A feed that lists more is no list of news.
MOST_ENTRIES = 1_000
# Of an index of sitemaps so many are fetched.
MOST_SITEMAPS = 20
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
        # Of an index of sitemaps, what each of them lists.
        self._inner: dict[str, tuple[Listed, ...]] = {}

    def look(self, *, wait: bool = True) -> Iterator[Found]:
        """The pages that are new. What cannot be fetched is said, and asked for again at the next look."""
        answer = self._get(self.url)
        if answer is not None:
            self._read(answer)
        if self._inner:
            self._read_inner()
        if answer is not None and not self._entries:
            say(f"{self.url} is no feed and no sitemap, or has no entries.")
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

    def _get(self, url: str) -> Answer | None:
        try:
            return self.fetcher.get(url)
        except NotFetched as error:
            say(str(error))
            return None

    def _read(self, answer: Answer) -> None:
        """Takes the entries of a feed or a sitemap, or the sitemaps of an index that changed last."""
        sitemap = read_sitemap(answer.body, answer.url)
        self._inner = {}
        if sitemap is None:
            self._entries = read_feed(answer.body, answer.url)
        elif sitemap.is_index:
            inner = sorted(sitemap.listed, key=lambda one: one.changed, reverse=True)[:MOST_SITEMAPS]
            self._inner = {one.url: () for one in inner}
        else:
            self._entries = newest(sitemap.listed)

    def _read_inner(self) -> None:
        """Fetches the sitemaps of an index, which can change when it does not."""
        for url in self._inner:
            page = self._get(url)
            listed = read_sitemap(page.body, page.url) if page else None
            if listed is not None and not listed.is_index:
                self._inner[url] = listed.listed
        self._entries = newest(one for listed in self._inner.values() for one in listed)


def newest(listed: Iterable[Listed]) -> list[Entry]:
    """The pages of a sitemap that changed last, the oldest of them first; where it does not say when, in its order."""
    once = {one.url: one for one in listed}
    ordered = sorted(once.values(), key=lambda one: one.changed)
    return [Entry(one.url, one.published) for one in ordered[-MOST_ENTRIES:]]


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
