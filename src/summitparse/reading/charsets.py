"""Character sets by the names that mails and pages declare."""

import codecs

# Codecs of Python that are for host names, for source code or for nothing: no text is sent in them, and the first two
# take quadratic time.
_NOT_FOR_TEXT = frozenset(
    ("punycode", "idna", "undefined", "unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape")
)


def text_codec(declared: str) -> str | None:
    """Python's name of a declared character set; None where it is unknown or none for text."""
    try:
        found = codecs.lookup(declared)
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding and found.name not in _NOT_FOR_TEXT else None


def browser_codec(declared: str) -> str | None:
    """The codec that browsers and mail programs take for a declared one: cp1252 for its subsets (WHATWG Encoding)."""
    found = text_codec(declared)
    return "cp1252" if found in ("iso8859-1", "ascii") else found
