"""HTML out of text that nobody has checked: everything that is not written here is escaped here."""

import re
from collections.abc import Iterable
from html import escape

# Control characters have no place in HTML; surrogate halves have none in UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """Markup that is finished: the only text that `element` does not escape."""

    __slots__ = ()


def text(value: object) -> Html:
    """Any value as text of a page."""
    # A bare carriage return would let a line of the page be overwritten where somebody prints it on a terminal.
    return Html(escape(_FORBIDDEN.sub("\ufffd", str(value)), quote=True).replace("\r", "&#13;"))


def element(tag: str, *children: object, **attributes: object) -> Html:
    """`<tag …>children</tag>`; children that are not `Html` are escaped, None is left out.

    An attribute's trailing underscore is dropped and others become hyphens; None and False leave it out, True gives it
    no value.
    """
    inside = "".join(child if isinstance(child, Html) else text(child) for child in children if child is not None)
    return Html(f"<{tag}{_attributes(attributes)}>{inside}</{tag}>")


def void(tag: str, **attributes: object) -> Html:
    """An element that has no content, such as `<input>`."""
    return Html(f"<{tag}{_attributes(attributes)}>")


def join(parts: "list[Html]", between: str = "") -> Html:
    """Finished parts as one; `between` is escaped."""
    return Html(text(between).join(parts))


def facts(pairs: Iterable[tuple[str, str]], class_: str | None = None) -> Html:
    """A list of names and values; what has no value is left out."""
    rows = (element("div", element("dt", name), element("dd", value)) for name, value in pairs if value)
    return element("dl", *rows, class_=class_)


def _attributes(attributes: dict[str, object]) -> str:
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        written.append(f" {key}" if value is True else f' {key}="{text(value)}"')
    return "".join(written)
