"""What is packed is unpacked within bounds: gzip, members of zip archives, parts of documents."""

import gzip
import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from summitparse.errors import UnreadableInput
from summitparse.reading import archive, read_bytes
from summitparse.reading.packages import MOST_XML
from tests.cost import cost
from tests.reading.documents import RELATIONS, docx, odt, paragraph, zipped

SAID = "The minister spoke in Quito."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LARGE = "Yes. " * 1_200_000  # more than the peak that is allowed


def repacked(data: bytes, method: int, declared: int | None = None) -> bytes:
    """The archive with its members packed by another method; each declares this size in the table of contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w", method) as other:
        for entry in whole.infolist():
            other.writestr(entry.filename, whole.read(entry))
    packed = bytearray(buffer.getvalue())
    at = packed.find(b"PK\x01\x02")
    while declared is not None and at >= 0:
        struct.pack_into("<L", packed, at + 24, declared)
        at = packed.find(b"PK\x01\x02", at + 4)
    return bytes(packed)


def peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


CONTAINERS = {
    "zip": zipped({"a.txt": LARGE}),
    "docx": docx(paragraph(LARGE)),
    "odt": odt(f"<text:p>{LARGE}</text:p>"),
    "odt-mimetype": zipped({"mimetype": LARGE, "content.xml": "<a/>"}),
}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("container", CONTAINERS)
def test_a_member_that_lies_about_its_size_is_not_unpacked(container: str, method: int) -> None:
    data = repacked(CONTAINERS[container], method, 1000)

    def read() -> None:
        with pytest.raises(UnreadableInput):
            read_bytes(data, "release")

    assert peak(read) < 5_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("data", [zipped({"a.txt": SAID}), docx(paragraph(SAID)), odt(f"<text:p>{SAID}</text:p>")])
def test_only_what_is_stored_or_deflated_is_read(data: bytes, method: int) -> None:
    with pytest.raises(UnreadableInput, match=r"^release/\S+ is packed in a way that is not read"):
        read_bytes(repacked(data, method), "release")
    assert SAID in read_bytes(repacked(data, zipfile.ZIP_STORED), "release").text


def test_a_part_of_a_document_is_read_up_to_a_limit() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.docx/word/document\.xml unpacks to more than 16 MB"):
        read_bytes(docx(paragraph("x" * MOST_XML)), "a.docx")


def test_pictures_of_a_document_are_not_unpacked() -> None:
    buffer = io.BytesIO(docx(paragraph(SAID)))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", bytes(150_000_000))
    data = buffer.getvalue()
    assert peak(lambda: read_bytes(data, "a.docx")) < 5_000_000


def test_a_table_of_contents_without_end_is_refused_in_a_document_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_DIRECTORY", 100)
    for data in (docx(paragraph(SAID)), odt(f"<text:p>{SAID}</text:p>")):
        with pytest.raises(UnreadableInput, match="holds more files than are read"):
            read_bytes(data, "release")


def test_where_the_text_of_a_word_document_is_is_told_by_its_relations() -> None:
    files: dict[str, bytes | str] = {"[Content_Types].xml": "", "word/x": ""}
    files["text/body.xml"] = f'<w:body xmlns:w="{W}">{paragraph(SAID)}</w:body>'
    files["_rels/.rels"] = RELATIONS.replace("word/document.xml", "./word/../text/body.xml")
    assert read_bytes(zipped({**files}), "a").text.strip() == SAID
    files["_rels/.rels"] = RELATIONS.replace("word/document.xml", "../../../etc/hostname")
    with pytest.raises(UnreadableInput, match="damaged or no real"):
        read_bytes(zipped({**files}), "a")


def parts(count: int) -> bytes:
    """A Word document whose text refers to so many other parts."""
    relation = '<Relationship Id="p{0}" Type="http://example.org/part{0}" Target="p{0}.xml"/>'
    related = "".join(relation.format(i) for i in range(count))
    buffer = io.BytesIO(docx(paragraph(SAID)))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/_rels/document.xml.rels", RELATIONS.replace("</Rel", f"{related}</Rel"))
        for i in range(count):
            package.writestr(f"word/p{i}.xml", "<a/>")
    return buffer.getvalue()


def test_parts_that_say_nothing_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    really = zipfile.ZipFile.open

    def noted(self: zipfile.ZipFile, entry: zipfile.ZipInfo) -> object:
        opened.append(entry.filename)
        return really(self, entry)

    data = parts(50)
    monkeypatch.setattr(zipfile.ZipFile, "open", noted)
    assert read_bytes(data, "a.docx").text.strip() == SAID
    assert sorted(opened) == ["_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"]


class Counted:
    """Unpackers that count the bytes that they are given."""

    given = 0

    def __init__(self, unpacker: object) -> None:
        self.unpacker = unpacker

    def __getattr__(self, name: str) -> object:
        return getattr(self.unpacker, name)

    def decompress(self, data: bytes, most: int) -> bytes:
        Counted.given += len(data)
        return self.unpacker.decompress(data, most)  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("members", [1_000, 4_000])
def test_each_member_of_a_gzip_file_is_given_little_of_what_follows(
    members: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = archive.zlib.decompressobj
    monkeypatch.setattr(Counted, "given", 0)
    monkeypatch.setattr(archive.zlib, "decompressobj", lambda **options: Counted(made(**options)))
    data = gzip.compress(b"") * members + gzip.compress(SAID.encode())
    assert archive.unpack(data, "a") == SAID.encode()
    assert Counted.given < 4 * len(data)


@pytest.mark.parametrize("sizes", [(0,), (1, 0, 70), (63, 64, 65), (5_000_000, 0, 200), (100_000, 100_000)])
def test_a_gzip_file_of_any_members_is_their_contents(sizes: tuple[int, ...]) -> None:
    contents = [bytes(i * i % 251 for i in range(min(size, 9_999))) * (size // 9_999 + 1) for size in sizes]
    data = b"".join(gzip.compress(content) for content in contents)
    assert archive.unpack(data, "a") == b"".join(contents)
    assert archive.unpack(data + b"\0" * 20, "a") == b"".join(contents)
    with pytest.raises(UnreadableInput, match="breaks off"):
        archive.unpack(data[:-1], "a")


@pytest.mark.cost
@pytest.mark.parametrize(
    ("made", "count"),
    [(lambda n: gzip.compress(b"") * n + gzip.compress(SAID.encode()), 200_000), (parts, 15_000)],
    ids=["gzip", "docx"],
)
def test_twice_the_members_cost_twice(made: Callable[[int], bytes], count: int) -> None:
    once, twice = made(count), made(2 * count)
    assert cost(lambda: read_bytes(twice, "a")) <= 2.2 * cost(lambda: read_bytes(once, "a")) + 0.02
