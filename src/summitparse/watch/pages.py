"""Pages as they were fetched, in a WARC file (ISO 28500): what a record can be held against later."""

import os
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from summitparse.batch.disk import told
from summitparse.watch.fetch import Answer


class Pages:
    """Appends to `path`; a page that is there already, byte for byte, is not put there again."""

    def __init__(self, path: Path) -> None:
        from warcio.timeutils import datetime_to_iso_date
        from warcio.warcwriter import WARCWriter

        self.path = path
        self._date = datetime_to_iso_date
        with told(path):
            whole, self._known = _scan(path) if path.exists() else (0, set())
            self._file = path.open("r+b" if path.exists() else "w+b")
            self._file.truncate(whole)  # what a kill has left unfinished
            self._file.seek(whole)
        self._writer = WARCWriter(self._file, gzip=True)

    def keep(self, page: Answer) -> None:
        """One response; it is on the disk when this returns. Raises `UnwritableOutput`."""
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.utils import Digester

        digester = Digester("sha1")
        digester.update(page.body)
        digest = str(digester)
        if (page.url, digest) in self._known:
            return
        # The body is unpacked already, so what said how it was packed no longer holds.
        headers = [pair for pair in page.headers if pair[0] not in ("content-encoding", "transfer-encoding")]
        status = StatusAndHeaders(f"{page.status} OK", headers, protocol="HTTP/1.1")
        dated = {"WARC-Date": self._date(page.retrieved)}
        with told(self.path):
            record = self._writer.create_warc_record(
                page.url, "response", payload=BytesIO(page.body), http_headers=status, warc_headers_dict=dated
            )
            self._writer.write_record(record)
            record.raw_stream.close()  # the library's copy of the page
            self._file.flush()
            os.fsync(self._file.fileno())
        self._known.add((page.url, digest))

    def close(self) -> None:
        self._file.close()


def _scan(path: Path) -> tuple[int, set[tuple[str, str]]]:
    """How far the file has whole records, and which pages with which digests."""
    from warcio.archiveiterator import ArchiveIterator

    known: set[tuple[str, str]] = set()
    whole = 0
    with path.open("rb") as file, suppress(Exception):
        pages = ArchiveIterator(file)
        for record in pages:
            record.content_stream().read()
            known.add(
                (
                    record.rec_headers.get_header("WARC-Target-URI", ""),
                    record.rec_headers.get_header("WARC-Payload-Digest", ""),
                )
            )
            pages.read_to_end()
            whole = pages.member_info[0] + pages.member_info[1] if pages.member_info else pages.get_record_offset()
    return whole, known


def responses(path: Path) -> Iterator[tuple[str, bytes]]:
    """Address and body of each page of a WARC file."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                yield record.rec_headers.get_header("WARC-Target-URI", ""), record.content_stream().read()
