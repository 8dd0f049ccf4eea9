"""What is fuzzed: each target takes any bytes, and gives records that keep the contract, or a documented error.

Imported by the fuzzer, and by the test that replays what it found; needs no fuzzer itself.
"""

import gzip
import sys
from collections.abc import Callable

from fuzz.grammar import OPEN_TAGS, WORD_TAGS, drawn_pages, grown_members, grown_xml
from tests.reading import documents

import summitparse.reading as reading
from summitparse import pipeline
from summitparse.dates import find_dates
from summitparse.errors import InternalError, SummitparseError, UnreadableInput
from summitparse.figures import find_figures
from summitparse.findings import Span
from summitparse.layout import find_layout
from summitparse.reading import formats, read_bytes
from summitparse.reading.text import read_text
from summitparse.serialise import to_json


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def check_span(span: Span, text: str) -> None:
    assert 0 <= span.start < span.end <= len(text), span


def parse(data: bytes) -> None:
    """The whole; the models check ids, order and that every mention is its text."""
    release = next(pipeline.run([pipeline.Job(read_text(text_of(data), "fuzz"))]))
    to_json(release, text=True)


def layout(data: bytes) -> None:
    found = find_layout(text_of(data))
    assert len(found.clean) == len(found.text)
    for span in found.stretches():
        check_span(span, found.text)


def dates(data: bytes) -> None:
    text = text_of(data)
    for found in find_dates(text).dates:
        check_span(found.span, text)


def figures(data: bytes) -> None:
    text = text_of(data)
    for found in find_figures(text):
        check_span(found.span, text)


def text(data: bytes) -> None:
    """Encodings: what is decoded can be written again."""
    check_read(data, "fuzz.txt")


def html(data: bytes) -> None:
    check_read(data, "fuzz.html")


def mail(data: bytes) -> None:
    """The first byte chooses a mail or a saved page."""
    check_read(data[1:], "fuzz.mhtml" if data[:1] == b"m" else "fuzz.eml")


def pdf(data: bytes) -> None:
    """Bytes as they are, or pages that they draw: a changed byte of a packed stream says nothing."""
    if data[:1] == b"d":
        check_read(documents.pdf(drawn_pages(data[1:])), "fuzz.pdf")
    else:
        check_read(b"%PDF-" + data, "fuzz.pdf")


def docx(data: bytes) -> None:
    """The XML of a body, or a tree that the bytes grow, inside a package that is sound."""
    body = grown_xml(data[1:], WORD_TAGS, "<w:t>{}</w:t>") if data[:1] == b"g" else text_of(data[1:])
    check_read(documents.docx(body, lists=True), "fuzz.docx")


def odt(data: bytes) -> None:
    """The same for OpenDocument."""
    body = grown_xml(data[1:], OPEN_TAGS) if data[:1] == b"g" else text_of(data[1:])
    check_read(documents.odt(body), "fuzz.odt")


def rtf(data: bytes) -> None:
    check_read(b"{\\rtf1" + data, "fuzz.rtf")


def archive(data: bytes) -> None:
    """A gzip file around the bytes, a zip archive of members that they name, or either as it is."""
    if data[:1] == b"g":
        check_read(gzip.compress(data[1:], 1, mtime=0), "fuzz.html.gz")
    elif data[:1] == b"m":
        check_read(documents.zipped(grown_members(data[1:]), stored=True), "fuzz.zip")
    else:
        check_read(data, "fuzz.zip")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "layout": layout,
    "dates": dates,
    "figures": figures,
    "text": text,
    "html": html,
    "mail": mail,
    "pdf": pdf,
    "docx": docx,
    "odt": odt,
    "rtf": rtf,
    "archive": archive,
}


def check_read(data: bytes, name: str) -> None:
    source = read_bytes(data, name)
    source.text.encode("utf-8")
    assert source.text.strip()


def run(target: Callable[[bytes], None], data: bytes) -> None:
    """One input; raises for a finding only. An input that cannot be read is none."""
    hidden, reading.convert = reading.convert, convert_openly  # type: ignore[assignment]
    try:
        target(data)
    except InternalError:
        raise
    except SummitparseError as error:
        assert str(error).strip() and "\n" not in str(error), error
    finally:
        reading.convert = hidden


def convert_openly(media_type: str, data: bytes, name: str) -> object:
    """As the reader does it, but a fault of our own code is a finding, and no damaged file."""
    try:
        return formats.READERS[media_type].load()(data, name)
    except SummitparseError:
        raise
    except Exception as error:
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        if last is not None and str(last.tb_frame.f_globals.get("__name__")).startswith("summitparse"):
            raise
        raise UnreadableInput(f"{name} is damaged.") from None


if __name__ == "__main__":
    sys.stdout.write("\n".join(TARGETS) + "\n")
