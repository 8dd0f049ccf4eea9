"""PDF files that draw more than any release: they are told by what they draw, however their streams are packed."""

import zlib

import pytest

from summitparse.errors import UnreadableInput
from summitparse.reading import pdf, pdf_lines, read_bytes
from summitparse.reading.pdf_weight import check_weight
from tests.reading.documents import pdf as made

SHOWN = b"BT /F1 9 Tf (The minister spoke in Quito.) Tj ET "
PACKED = zlib.compress(SHOWN * 40_000, 9)
STREAMS = {
    "plain": (b"", SHOWN * 40_000),
    "abbreviated": (b"/Filter /Fl", PACKED),
    "escaped": (b"/Filter /#46late#44ecode", PACKED),
    "twice": (b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(PACKED, 9)),
    "far": (b"/Filter /FlateDecode /X (" + b"y" * 5_000 + b")", PACKED),
    "picture's name": (b"/Filter /FlateDecode /Foo /Image", PACKED),
    "font's length": (b"/Filter /FlateDecode /Length1 5", PACKED),
    "array": (b"", b"BT [(Quito) -20.5 (spoke)] TJ ET" * 100_000),
    "hexadecimal": (b"", (b"<" + b"0041" * 100 + b"> Tj ") * 10_000),
}


def stream(about: bytes, content: bytes) -> bytes:
    return b"%%PDF-1.4\n4 0 obj\n<<%b /Length %d>>stream\n%b\nendstream\nendobj\n" % (about, len(content), content)


@pytest.mark.parametrize("name", STREAMS)
def test_characters_are_counted_however_a_stream_is_packed(name: str) -> None:
    with pytest.raises(UnreadableInput, match="more than 800,000 characters"):
        check_weight(stream(*STREAMS[name]), "a.pdf")


def test_pictures_and_fonts_are_no_text() -> None:
    noise = bytes(i * i * 7 % 251 for i in range(65_536)) * 20
    for about in (b"/Subtype /Image", b"/Length1 5", b"/Subtype /Image /Filter /FlateDecode", b"/Filter /DCTDecode"):
        check_weight(stream(about, zlib.compress(noise) if b"Flate" in about else noise), "a.pdf")
    check_weight(stream(b"/Subtype /Image /Filter /Fl", zlib.compress(bytes(70_000_000), 1)), "a.pdf")


def test_pages_are_read_until_they_are_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    really, read = pdf_lines.read_page, []

    def noted(*arguments: object) -> object:
        read.append(really(*arguments))  # type: ignore[arg-type]
        return read[-1]

    monkeypatch.setattr(pdf, "read_page", noted)
    monkeypatch.setattr(pdf, "MOST_DRAWN", 60)
    with pytest.raises(UnreadableInput, match="characters of text"):
        read_bytes(made([[(72, 700, "The minister spoke in Quito.")]] * 9), "a.pdf")
    assert len(read) == 3 and read[1].lines and not read[2].lines


def test_objects_are_counted_where_they_are_one_character_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    page = [(72.0, 700.0, "Quito")] * 50
    assert read_bytes(made([page]), "a.pdf").text.strip() == "Quito"
    monkeypatch.setattr(pdf, "MOST_OBJECTS", 120)
    with pytest.raises(UnreadableInput, match="draws more than 120 objects"):
        read_bytes(made([page] * 3), "a.pdf")


def test_pages_that_are_all_alike_are_not_empty() -> None:
    text = read_bytes(made([[(72, 800, "The minister spoke in Quito.")]] * 20), "a.pdf").text
    assert text.count("The minister spoke in Quito.") == 20
