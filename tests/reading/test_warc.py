"""Web archives: each page is a release, whatever else was kept."""

from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from summitparse.batch.inputs import Inputs
from summitparse.errors import UnreadableInput
from summitparse.reading import list_archive, read_bytes, read_path

PAGE = "<html><body><main><h1>Talks {0} end</h1><p>“We sail,” Minister Ann Roe said.</p></main></body></html>"


def warc(*pages: tuple[str, str, str], gzip: bool = True) -> bytes:
    """An archive of answers: address, status and type of each."""
    file = BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    for number, (url, status, kind) in enumerate(pages):
        http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=BytesIO(PAGE.format(number).encode()), http_headers=http
        )
        writer.write_record(record)
        record.raw_stream.close()
    return file.getvalue()


HTML = ("https://e.org/a", "200 OK", "text/html; charset=utf-8")
PAGES = (HTML, ("https://e.org/i.png", "200 OK", "image/png"), ("https://e.org/no", "404 Gone", "text/html"))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_of_an_archive_is_an_item_and_is_read_by_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(warc(*PAGES, ("https://e.org/b?x=1/2", *HTML[1:]), gzip=name.endswith(".gz")))
    found = list_archive(path)
    assert [one.partition(f"{name}/")[2].partition("/")[2] for one in found] == [
        "https://e.org/a",
        "https://e.org/b?x=1/2",
    ]
    assert [read_path(one).text.splitlines()[0] for one in found] == ["Talks 0 end", "Talks 3 end"]
    assert [item.path for item in Inputs([str(tmp_path)])] == found


@pytest.mark.parametrize("gzip", [True, False])
def test_an_archive_of_one_page_is_a_release_and_of_several_none(gzip: bool) -> None:
    assert read_bytes(warc(*PAGES, gzip=gzip), "a.warc").text.startswith("Talks 0 end")
    for pages, said in (((HTML, HTML), "holds several pages"), (PAGES[1:], "holds no page")):
        with pytest.raises(UnreadableInput, match=said):
            read_bytes(warc(*pages, gzip=gzip), "a.warc")


def test_what_is_not_there_or_damaged_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(HTML))
    for member in ("x", "12/https://e.org/a", "99999/y"):
        with pytest.raises(UnreadableInput):
            read_path(f"{path}/{member}")
    path.write_bytes(warc(HTML)[:80])
    items = list(Inputs([str(path)]))
    assert len(items) == 1 and items[0].problem
