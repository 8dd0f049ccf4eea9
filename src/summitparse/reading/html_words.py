"""Names of elements, roles and classes, by what they say of a page's text."""

import re
from functools import partial

from lxml import etree

from summitparse.lexicon import listed

_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")


# The words of one kind: silent, roles, around, separate and so on.
words_of = partial(listed, "summitparse.reading", "html")


def names(element: "etree._Element") -> frozenset[str]:
    """The words of an element's class and id, in small letters."""
    return frozenset(word.lower() for word in _WORDS.findall(f"{element.get('class') or ''} {element.get('id') or ''}"))
