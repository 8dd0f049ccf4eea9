"""Sitemaps (sitemaps.org 0.9): the pages of a site, and the sitemaps that an index of them lists."""

import datetime as dt
import zlib
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from summitparse.watch.fetch import MOST_PAGE, joined

GZIP = b"\x1f\x8b"
ROOTS = ("urlset", "sitemapindex")
# A sitemap has at most so many entries by its own rules.
MOST_LISTED = 50_000


@dataclass(frozen=True, slots=True)
class Listed:
    """An address in a sitemap; `changed` as it stands there (W3C Datetime), "" where it does not; `published` is what
    sitemaps for news say."""

    url: str
    changed: str
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """`is_index` says that the addresses are those of sitemaps, and not of pages."""

    is_index: bool
    listed: tuple[Listed, ...]


def read_sitemap(data: bytes, base: str) -> Sitemap | None:
    """The sitemap, packed or not, in its own order; None for anything else."""
    if data.startswith(GZIP):
        data = _unpacked(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    name = etree.QName(root).localname
    if name not in ROOTS:
        return None
    found = (_listed(entry, base) for entry in islice(root, MOST_LISTED) if isinstance(entry.tag, str))
    return Sitemap(name == "sitemapindex", tuple(entry for entry in found if entry is not None))


def _listed(entry: "etree._Element", base: str) -> Listed | None:
    fields = {
        etree.QName(inner).localname: (inner.text or "").strip() for inner in entry.iter() if isinstance(inner.tag, str)
    }
    url = joined(base, fields.get("loc", ""))
    if not fields.get("loc") or url is None:
        return None
    return Listed(url, fields.get("lastmod", ""), _day(fields.get("publication_date", "")))


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[: len("2024-01-30")])
    except ValueError:
        return None


def _unpacked(data: bytes) -> bytes:
    """At most as much as is taken of a page; what is damaged is as much as can be read of it."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, MOST_PAGE)
    except zlib.error:
        return b""
