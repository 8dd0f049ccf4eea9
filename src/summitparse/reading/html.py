"""Web pages to text: the article of the page, a block a paragraph. lxml parses; what is the article is told here."""

import codecs
import re

from lxml import etree

from summitparse.errors import UnreadableInput
from summitparse.findings import Notice, Span
from summitparse.reading.blocks import lay_out
from summitparse.reading.charsets import browser_codec
from summitparse.reading.html_article import find_article
from summitparse.reading.html_blocks import read_blocks
from summitparse.reading.limits import MOST_MARKUP, check_size
from summitparse.reading.plain import decode
from summitparse.reading.source import Converted

# Pictures that a saved page carries inside; the longest part of it, and no text.
_PICTURE = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=%]{64,}")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{1,40})""", re.IGNORECASE
)

# An attribute as HTML's tokenizer takes it (HTML Standard, 13.2.5.32 to 13.2.5.40), and a tag with all of its own; what
# a comment (13.2.5.43 to 13.2.5.51), a script and a style hold is none (to libxml2 "<script/>" holds nothing).
_SPACE = r"\t\n\f\r "
_ATTRIBUTE = (
    rf"""[{_SPACE}/]*+[^{_SPACE}/>][^{_SPACE}/>=]*+"""
    rf"""(?:[{_SPACE}]*+=[{_SPACE}]*+(?:"[^"]*+"?|'[^']*+'?|[^{_SPACE}>]*+))?+"""
)
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<raw>script|style)(?=[{_SPACE}/>])(?P<own>(?:{_ATTRIBUTE})*+)"
    rf"[{_SPACE}/]*+(?:(?<=/)>|.*?(?:</(?P=raw)|\Z))"
    rf"|<[a-z][^{_SPACE}/>]*+(?P<attributes>(?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
# Attributes of one tag: the parser looks through all for each of them.
MOST_ATTRIBUTES = 1_000


def convert(data: bytes, name: str) -> Converted:
    """The article of a page. Raises `UnreadableInput` for a page without text and for hostile markup."""
    markup, encoding, notices = decode_page(data, name)
    return Converted(page_text(markup, name), "a web page (HTML)", encoding, notices)


def page_text(markup: str, name: str) -> str:
    """The text of the article in `markup`, its headline first."""
    text = lay_out(read_blocks(find_article(parse(markup, name))))
    if not text.strip():
        raise UnreadableInput(f"{name} is a web page without text. Save the page with its text, or copy the text.")
    return text


def parse(markup: str, name: str) -> "etree._Element":
    """The tree of a page. Raises `UnreadableInput` for one that is too large, too deep or empty."""
    markup = _PICTURE.sub("data:,", markup).replace("\x00", "")
    check_size(len(markup), MOST_MARKUP, name)
    if any(_has_too_many(found["attributes"] or found["own"]) for found in _TAG.finditer(markup)):
        raise UnreadableInput(
            f"{name} has a tag of more than {MOST_ATTRIBUTES:,} attributes. Copy its text into a text file."
        )
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True, collect_ids=False
    )
    try:
        root: etree._Element | None = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise UnreadableInput(f"{name} is nested too deep for a web page. Copy its text into a text file.")
    if root is None:
        raise UnreadableInput(f"{name} is a web page without text. Save the page with its text, or copy the text.")
    return root


def _has_too_many(attributes: str | None) -> bool:
    if not attributes or len(attributes) < 2 * MOST_ATTRIBUTES:
        return False
    return sum(1 for _ in re.finditer(_ATTRIBUTE, attributes)) > MOST_ATTRIBUTES


def decode_page(data: bytes, name: str) -> tuple[str, str, tuple[Notice, ...]]:
    """By byte-order mark, then as UTF-8, then as the page says, then by likelihood."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = _known(declared[1].decode("ascii"))
            if encoding:
                text = data.decode(encoding, "replace")
                lost = text.count("\ufffd")
                if not lost:
                    return text, encoding, ()
                message = f"{lost} bytes of the page are not {encoding}; each was replaced by U+FFFD."
                return text, encoding, (Notice("decoded-with-loss", message, Span(0, 0)),)
    return decode(data, name)


def _known(declared: str) -> str | None:
    """The codec that browsers take for a declared one; None where it is none for text or contradicts the bytes."""
    found = browser_codec(declared)
    # An ASCII declaration was just read byte by byte, so the page is in no wide encoding.
    return None if found is None or found.startswith(("utf-", "utf_")) else found
