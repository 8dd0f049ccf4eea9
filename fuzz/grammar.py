"""Bytes to structures that a reader takes, so that a changed byte changes the content and does not break the frame."""

from collections.abc import Sequence

# What the words of grown documents are cut from: the readers look at dashes, bullets, numbers, ends of lines, cases.
WORDS = (
    "the",
    "The President",
    "said",
    "gov-",
    "ern-",
    "ment",
    "-",
    "—",
    "•",
    "1.",
    "2.",
    "(a)",
    "iv)",
    "“Yes,”",
    ".",
    ";",
    "3 May 2024",
    "Page 1 of 2",
    "https://example.org/",
    "\u00ad",
    "\u00a0",
    "\t",
    "x" * 30,
    "УКАЗ",
    "é",
    "\u202e",
)


# Elements that the readers of documents know, and some that hold them.
WORD_TAGS = (
    "w:p",
    "w:r",
    "w:t",
    "w:tab",
    "w:br",
    'w:br w:type="page"',
    "w:cr",
    "w:noBreakHyphen",
    "w:del",
    "w:ins",
    "w:delText",
    "w:hyperlink",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:pPr",
    "w:numPr",
    'w:numId w:val="1"',
    'w:numId w:val="2"',
    "w:numId",
    'w:ilvl w:val="0"',
    'w:ilvl w:val="1"',
    'w:pStyle w:val="ListBullet"',
    'w:pStyle w:val="ListNumber"',
    "w:pStyle",
    "w:sdt",
    "w:sdtContent",
    "w:txbxContent",
    "w:footnoteReference",
)
OPEN_TAGS = (
    "text:p",
    "text:h",
    "text:span",
    "text:s",
    'text:s text:c="3"',
    'text:s text:c="99999999999999999999999"',
    'text:s text:c="²"',
    "text:tab",
    "text:line-break",
    "text:list",
    'text:list text:style-name="L1"',
    "text:list-item",
    "text:list-header",
    "text:note",
    "text:a",
    "text:section",
    "text:tracked-changes",
    "text:table-of-content",
    "table:table",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "office:annotation",
)


def grown_xml(data: bytes, tags: Sequence[str], written: str = "{}") -> str:
    """A tree that is always well-formed: each byte opens an element, closes one, or writes a word as `written`.

    `tags` are names with their attributes, as in `w:p` or `w:numId w:val="1"`.
    """
    parts: list[str] = []
    open_: list[str] = []
    for byte in data:
        if byte < 96:
            tag = tags[byte % len(tags)]
            parts.append(f"<{tag}>")
            open_.append(tag.split()[0])
        elif byte < 176:
            if open_:
                parts.append(f"</{open_.pop()}>")
        else:
            parts.append(written.format(WORDS[byte % len(WORDS)]))
    parts.extend(f"</{name}>" for name in reversed(open_))
    return "".join(parts)


def drawn_pages(data: bytes) -> list[list[tuple[float, float, str]]]:
    """Pages of words at places: three bytes a word, for where it stands and which it is."""
    pages: list[list[tuple[float, float, str]]] = [[]]
    for at in range(0, len(data) - 2, 3):
        x, y, word = data[at : at + 3]
        if word >= 240:
            pages.append([])
            continue
        text = WORDS[word % len(WORDS)].encode("cp1252", "replace").decode("cp1252")
        pages[-1].append((2.3 * x, 3.3 * y, text * (1 + word // 120)))
    return pages


def grown_members(data: bytes) -> dict[str, bytes]:
    """The members of an archive: a line names one, and what follows up to an empty line is in it."""
    members: dict[str, bytes] = {}
    for chunk in data.split(b"\n\n"):
        name, _, content = chunk.partition(b"\n")
        called = name.decode("utf-8", "replace").replace("\x00", "") or "a"
        members[called[:200]] = content
    return members
