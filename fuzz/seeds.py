"""What a target begins with: samples and rows in its format, what is kept in tests/fuzz/, and its dictionary."""

import base64
import gzip
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.hostile import PIECES
from tests.reading import documents
from tests.reading.converted import mail, markup, paragraphs, saved_page, site

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "tests" / "fuzz"
# The rows that are a target's own, and the lexicons that its rules read.
ROWS = {
    "parse": ("quotes", "documents", "actors", "events", "countries"),
    "layout": ("layout",),
    "dates": ("dates",),
    "figures": ("figures",),
}
MARKUP_WORDS = {
    "html": "<p> </p> <br> <li> <ol><ul> <table> <tr> <td> <h1> <div> <article> <main> <nav> <script> <!-- --> &amp; "
    "&#0; &#x202e; &nbsp; <meta~charset= <title> <time~datetime= <pre> <sup> <a~href= <style> <template> class= hidden",
    "mail": "From: Subject: Date: MIME-Version:~1.0 Content-Type: text/plain text/html multipart/related "
    "multipart/mixed multipart/alternative message/rfc822 boundary= charset= utf-8 utf-16 idna unknown-8bit "
    "format=flowed delsp=yes Content-Transfer-Encoding: base64 quoted-printable uuencode =?utf-8?q? =?x?b? ?= --b "
    "--b-- Content-Disposition: attachment Fri,~31~Feb~99999 +9999 =20 = cid:",
    "pdf": "obj endobj stream endstream xref trailer /Root /Pages /Kids /Count /Type /Page /Font /Encoding /Length "
    "/Filter /FlateDecode /ObjStm BT ET Tj TJ Td Tm Tf /MediaBox /Rotate /Encrypt startxref %%EOF <</ >> ] [ R",
    "rtf": "{\\rtf1 \\par \\pard \\u8220? \\'e9 \\uc0 \\uc9 \\bin99 {\\*\\ \\fonttbl \\pict \\ansicpg1251 \\ansicpg0 "
    "\\tab \\line \\cell \\row \\~ \\- \\_ } { \\fldinst \\u-1? \\u55357? \\u56832?",
    "docx": "<w:p> </w:p> <w:r> <w:t> </w:t> <w:tab/> <w:br/> <w:tbl> <w:tr> <w:tc> <w:pPr> <w:numPr> "
    '<w:numId~w:val="1"/> <w:ilvl~w:val="0"/> <w:pStyle~w:val="ListBullet"/> <![CDATA[ ]]> &#10; <?x?> <!-- -->',
    "odt": "<text:p> </text:p> <text:h> <text:s~text:c='9'/> <text:list> <text:list-item> <table:table> "
    "<table:table-row> <table:table-cell> <text:note> <text:tab/> <![CDATA[ ]]> &#10; <?x?> <!-- -->",
    "archive": "PK\\x03\\x04 PK\\x01\\x02 PK\\x05\\x06 PK\\x06\\x06 PK\\x06\\x07 a.txt a.zip a.gz ../ / \\x00 "
    "a.html __MACOSX/ mimetype word/document.xml [Content_Types].xml xl/ application/",
    "text": "\\xef\\xbb\\xbf \\xff\\xfe \\xfe\\xff \\xff\\xfe\\x00\\x00 \\x00\\x00\\xfe\\xff \\xed\\xa0\\x80 "
    "\\xc3\\x28 \\x93 \\x94 \\x00",
}


def seeds(target: str) -> Iterator[bytes]:
    """The inputs to begin with."""
    yield from kept(target)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    if target in ROWS:
        yield from (text.encode() for text in (*texts, *rows(ROWS[target])))
    else:
        for text in texts:
            yield from in_format(target, text)


def in_format(target: str, text: str) -> Iterator[bytes]:
    """A release as the target takes it; the whole, and a short one, which is changed to more effect."""
    lines = paragraphs(text)
    for part in (lines, lines[:4]):
        escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in part]
        short = "\n\n".join(part)
        if target == "text":
            yield from (short.encode(e, "replace") for e in ("utf-8", "utf-16", "utf-32", "cp1251", "cp1252", "koi8-r"))
        elif target == "html":
            yield from (markup(part).encode(), site(part).encode())
        elif target == "mail":
            yield from (b"e" + mail(short, part, page=page).replace(b"\r\n", b"\n") for page in (False, True))
            yield b"m" + saved_page(part).replace(b"\r\n", b"\n")
        elif target == "rtf":
            yield b"\\ansi " + "\\par ".join(part).encode("cp1252", "replace") + b"}"
        elif target == "pdf":
            places = [
                (72.0, 760.0 - 14 * i, line[:80].encode("cp1252", "replace").decode("cp1252"))
                for i, line in enumerate(part)
            ]
            yield documents.pdf([places]).removeprefix(b"%PDF-")
            yield b"d" + bytes((30 + 17 * i) % 240 for i in range(90))
        elif target == "docx":
            yield b"x" + "".join(map(documents.paragraph, escaped)).encode()
            yield b"g" + bytes((0, 180 + i, 100)[i % 3] for i in range(60))
        elif target == "odt":
            yield b"x" + "".join(f"<text:p>{line}</text:p>" for line in escaped).encode()
            yield b"g" + bytes((0, 180 + i, 100)[i % 3] for i in range(60))
        elif target == "archive":
            yield b"g" + markup(part).encode()
            yield b"mrelease.txt\n" + b" ".join(line.encode() for line in part) + b"\n\n__MACOSX/a\nb"
            yield documents.zipped({"a.txt": short})
            yield gzip.compress(short.encode(), mtime=0)


def rows(kinds: tuple[str, ...]) -> Iterator[str]:
    """The texts of the tables beside the tests of some kinds."""
    for kind in kinds:
        for path in sorted((ROOT / "tests" / kind).glob("*.toml")):
            for case in tomllib.loads(path.read_text("utf-8")).get("case", ()):
                if isinstance(case.get("text"), str):
                    yield case["text"]


def words(target: str) -> Iterator[bytes]:
    """What the rules look for: the lexicons of a target that reads text, the keywords of a format."""
    if target in MARKUP_WORDS:
        for word in MARKUP_WORDS[target].split():
            yield (
                word.replace("~", " ")
                .encode("latin-1")
                .decode("unicode_escape" if target in ("archive", "text") else "latin-1")
                .encode("latin-1")
            )
        return
    yield from (piece.encode("utf-8", "replace") for piece in PIECES)
    for kind in ROWS[target]:
        for path in sorted((ROOT / "src" / "summitparse" / kind / "lexicon").glob("*.toml")):
            yield from (word.encode() for word in re.findall(r'"([^"\n]{2,24})"', path.read_text("utf-8")))


def kept(target: str) -> list[bytes]:
    """The corpus that is kept beside the tests: one input a line, in base64."""
    path = KEPT / f"{target}.txt"
    return [base64.b64decode(line) for line in path.read_text("ascii").split()] if path.exists() else []


def keep(target: str, inputs: list[bytes]) -> None:
    KEPT.mkdir(exist_ok=True)
    lines = sorted(base64.b64encode(data).decode() for data in set(inputs))
    (KEPT / f"{target}.txt").write_text("\n".join(lines) + "\n", "ascii")
