"""What a browser does not show on a page, or shows as taken back: hidden, for screen readers only, struck, tooltips."""

import re
from itertools import islice

from lxml import etree

from summitparse.reading.html_words import names, words_of

Element = etree._Element

# Style sheets in a page are read as far as this for classes that hide (characters).
MOST_STYLE = 400_000
# Elements that are looked at for the words of a tooltip.
MOST_INSIDE = 30
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_ONE_CLASS = re.compile(r"[a-z]{0,20}\.([\w-]{1,60})")
# Declarations, without blanks and in small letters, that put text out of sight but not of hearing, or strike it out.
_OUT_OF_SIGHT = re.compile(
    r"(?:^|;)(?:clip:rect\((?:0|1px)|clip-path:inset\((?:50|100)%|(?:left|top|text-indent|margin-left):-\d{4,6}(?:px|em)|"
    r"text-decoration(?:-line)?:line-through)"
)
_NOT_SHOWN = re.compile(r"(?:^|;)(?:display:none|visibility:hidden)")


def is_unseen(element: Element) -> bool:
    """Whether the element itself says that it is not shown, or shown struck."""
    if element.tag in words_of("silent") or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = _bare(element.get("style") or "")
    if _NOT_SHOWN.search(style) or _OUT_OF_SIGHT.search(style):
        return True
    return (element.get("role") or "") in words_of("roles")


def is_called_unseen(element: Element, hiding: frozenset[str]) -> bool:
    """Whether a class of the element is for screen readers, hides by the page's own style sheet, or names a tooltip."""
    for name in (element.get("class") or "").split():
        lower = name.lower()
        if name in hiding or any(lower == word or lower.endswith("-" + word) for word in words_of("unseen")):
            return True
    return _is_tooltip(element)


def hiding_classes(root: Element) -> frozenset[str]:
    """Classes that a style sheet in the page puts out of sight at its top level, for whatever screen or printer.

    What it does not show at all may be opened by a script ("read more"), so that it stays.
    """
    found: set[str] = set()
    for sheet in root.iter("style"):
        css = _COMMENT.sub("", (sheet.text or "")[:MOST_STYLE])
        depth = start = 0
        before = ""
        for brace in _BRACE.finditer(css):
            piece = css[start : brace.start()]
            start = brace.end()
            if brace[0] == "{":
                depth += 1
                before = piece.rpartition(";")[2].strip() if depth == 1 else before
                continue
            if depth == 1 and not before.startswith("@") and _OUT_OF_SIGHT.search(_bare(piece)):
                found.update(one[1] for part in before.split(",") if (one := _ONE_CLASS.fullmatch(part.strip())))
            depth = max(0, depth - 1)
    return frozenset(found)


def _bare(style: str) -> str:
    return "".join(style.split()).lower()


def _is_tooltip(element: Element) -> bool:
    """Words that come up over others. What holds such words, or has them in an attribute, is the text itself."""
    if not names(element) & words_of("tooltips"):
        return False
    if any(name in ("title", "aria-label") or str(name).startswith("data-") for name in element.attrib):
        return False
    inside = islice(element.iterdescendants(etree.Element), MOST_INSIDE)
    return not any(names(inner) & words_of("tooltips") or inner.get("role") == "tooltip" for inner in inside)
