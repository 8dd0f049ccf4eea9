"""Formats are told by content; what cannot be read is said in a sentence."""

import gzip
import io
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from summitparse.errors import MissingExtra, UnreadableInput
from summitparse.reading import list_archive, read_archive, read_bytes, read_path
from summitparse.reading.formats import Reader, convert, tell
from tests.reading.documents import docx, encrypted_pdf, odt, paragraph, pdf, zipped

SAID = "The President of Ruritania, Ann Example, said yes."
PAGE = f"<!DOCTYPE html><html><body><p>{SAID}</p></body></html>".encode()
MAIL = f"From: a@example.org\nMIME-Version: 1.0\nSubject: Talks\n\n{SAID}\n".encode()
# So large a number is out of range in other words from Python 3.13 on.
_TOLD = " (chr() arg not in range(0x110000))" if sys.version_info >= (3, 13) else ""
NO_RTF = f"no real application/rtf{_TOLD}. Open it"
RTF = rb"{\rtf1\ansi {\fonttbl\f0 Arial;}\f0 The President of Ruritania, Ann Example, said yes.\par}"
LINE = [(72.0, 700.0, SAID)]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CASES = {
    "html": (PAGE, "text/html"),
    "mail": (MAIL, "message/rfc822"),
    "rtf": (RTF, "application/rtf"),
    "pdf": (pdf([LINE]), "application/pdf"),
    "docx": (docx(paragraph(SAID)), WORD),
    "odt": (odt(f"<text:p>{SAID}</text:p>"), "application/vnd.oasis.opendocument.text"),
    "text": (SAID.encode(), "text/plain"),
    "gzip": (gzip.compress(PAGE), "text/html"),
    "zip": (zipped({"a/b.html": PAGE, "__MACOSX/b.html": b"x", "readme": b"x"}), "text/html"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("called", ["release", "release.txt"])
def test_the_content_tells_the_format_whatever_the_name_says(name: str, called: str) -> None:
    data, media_type = CASES[name]
    source = read_bytes(data, called)
    assert source.media_type == media_type
    assert SAID in source.text
    assert [n.code for n in source.notices] == ([] if name == "text" else ["converted"])


def test_a_suffix_decides_what_the_content_leaves_open() -> None:
    assert read_bytes(b"# Title\n\nText", "a.md").media_type == "text/markdown"
    assert read_bytes(b"<p>Text<p>More", "a.html").text == "Text\n\nMore\n"
    assert read_bytes(b"Subject: Talks\n\nText", "a.eml").text == "Talks\n\nText"
    assert read_bytes(b"From: the Office\nDate: today\nSubject: Talks\n\nText", "memo.txt").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Save it as .docx", id="old-word"),
        pytest.param(b"\x89PNG\r\n", "is a picture", id="picture"),
        pytest.param(b"\0" * 257 + b"ustar" + b"\0" * 300, "tar archive", id="tar"),
        pytest.param(zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "is a spreadsheet", id="spreadsheet"),
        pytest.param(zipped({"mimetype": "application/epub+zip"}), "'application/epub+zip'", id="epub"),
        pytest.param(zipped({"picture.png": b"x"}), "holds no release", id="empty-archive"),
        pytest.param(zipped({"a.txt": b"x", "b.txt": b"y"}), "Use `summitparse batch", id="many"),
        pytest.param(zipped({"a.zip": zipped({"a.txt": b"x"})}), "an archive in an archive", id="archive-in-archive"),
        pytest.param(b"PK\x03\x04 and nothing more", "damaged archive or document", id="damaged-zip"),
        pytest.param(gzip.compress(b"x" * 1000)[:-12], "breaks off", id="damaged-gzip"),
        pytest.param(gzip.compress(gzip.compress(b"x")), "an archive in an archive", id="gzip-in-gzip"),
        pytest.param(b"%PDF-1.7 and nothing more", "damaged PDF", id="damaged-pdf"),
        pytest.param(encrypted_pdf(), "protected by a password", id="encrypted-pdf"),
        pytest.param(pdf([[], []]), "no text layer", id="scanned-pdf"),
        pytest.param(docx(paragraph(" ")), "has no text", id="empty-docx"),
        pytest.param(docx("<w:p>"), "damaged or no real", id="damaged-docx"),
        pytest.param(odt(""), "has no text", id="empty-odt"),
        pytest.param(b"{\\rtf1 }", "has no text", id="empty-rtf"),
        pytest.param(b"{\\rtf1 \\u99999999999 }", NO_RTF, id="damaged-rtf"),
        pytest.param(b"<html><body><script>x</script></body></html>", "without text", id="empty-page"),
        pytest.param(b"MIME-Version: 1.0\nFrom: a\nContent-Type: image/png\n\nx", "mail without text", id="empty-mail"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableInput) as found:
        read_bytes(data, "release")
    assert sentence in str(found.value)
    assert str(found.value).startswith("release") and str(found.value).endswith((".", "OCR)."))


def test_a_text_about_a_format_is_a_text() -> None:
    text = "Notes on %PDF-1.7, <html> and {\\rtf1.\n\n" + SAID
    assert (read_bytes(text.encode(), "a.txt").text, read_bytes(text.encode(), "a").media_type) == (text, "text/plain")
    assert read_bytes(b"junk before it\n" + pdf([LINE]), "a").media_type == "application/pdf"


@pytest.mark.parametrize(
    ("begins", "page"),
    [
        ("<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<html>", True),
        (" \n<!DOCTYPE  HTML>", True),
        ("<!---->" * 400 + "<body>", True),
        ("<!-- a comment that never ends <html>", False),
        ("<!DOCTYPE letter>", False),
        ("<htmlx>", False),
        ("Talks <html>", False),
    ],
)
def test_a_page_begins_with_its_root(begins: str, page: bool) -> None:
    assert (tell(f"{begins} {SAID}".encode(), "a", "") == "text/html") is page


def test_no_sentence_shows_where_something_is_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str) -> None:
        raise ValueError(f"file {io.BytesIO(data)} is no good")

    monkeypatch.setattr(Reader, "load", lambda self: fail)
    with pytest.raises(UnreadableInput, match=r"\(file it is no good\)"):
        convert("application/rtf", b"x", "a")


@pytest.mark.parametrize(
    ("data", "module", "extra"),
    [(PAGE, "lxml", "html"), (CASES["pdf"][0], "pypdfium2", "pdf"), (RTF, "striprtf.striprtf", "office")],
)
def test_a_missing_part_names_what_to_install(
    data: bytes, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("summitparse.reading.")]:
        if name.rpartition(".")[2] not in ("formats", "source", "plain", "limits", "text"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"\({extra}\).* -m pip install .*'{module.partition('.')[0]}>="):
        read_bytes(data, "release")


def test_files_in_an_archive_are_read_by_name(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"b/two.html": PAGE, "one.txt": SAID, ".hidden.txt": "x", "picture.png": "x"}))
    assert list_archive(path) == [f"{path}/b/two.html", f"{path}/one.txt"]
    sources = list(read_archive(path))
    assert [source.media_type for source in sources] == ["text/html", "text/plain"]
    assert read_path(f"{path}/one.txt").text == SAID
    with pytest.raises(UnreadableInput, match="no such file in the archive"):
        read_path(f"{path}/three.txt")
    with pytest.raises(UnreadableInput, match="does not exist"):
        read_path(tmp_path / "none.zip" / "three.txt")


def test_what_was_opened_is_read_though_its_path_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, really = tmp_path / "a.txt", Path.open
    path.write_text("Minsk, 5 January 2024.\n", "utf-8")

    def opened(self: Path, mode: str = "r") -> IO[Any]:
        file = really(self, mode)
        self.unlink()
        return file

    monkeypatch.setattr(Path, "open", opened)
    assert read_path(str(path)).text == "Minsk, 5 January 2024.\n"
