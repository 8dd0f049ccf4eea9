"""What is made to hurt ends in a sentence, within bounded memory; within bounded time too under the mark `cost`."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.errors import SummitparseError, UnreadableInput
from summitparse.reading import read_bytes
from tests.reading.documents import bomb, deflated_pdf, docx, encrypted_pdf, nested_html, odt, paragraph, pdf
from tests.waiting import NEVER

SECONDS = 30
BYTES = 500_000_000
ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;&a;&a;">]>'
FILES = {
    "deep.html": lambda: nested_html(100_000),
    "scanned.pdf": lambda: pdf([[]] * 3),
    "encrypted.pdf": encrypted_pdf,
    "bomb.pdf": lambda: deflated_pdf(b" " * 1_000_000, 900),
    "text.pdf": lambda: deflated_pdf(b"BT (The President said yes.) Tj ET " * 1_000, 300),
    "words.pdf": lambda: deflated_pdf(b"BT /F1 8 Tf (a) Tj ET " * 1_000, 1_000),
    "bomb.zip": lambda: bomb(2_100),
    "bomb.txt.gz": lambda: gzip.compress(b"0" * 100_000_000, 1),
    "bomb.docx": lambda: docx(paragraph("x" * 100) * 1_000_000),
    "large.txt": lambda: b"The President said yes.",
}
# The peak of the process that reads; a parent that made the file must not count.
RUN = """
import pathlib, re, sys
from summitparse.cli import main
sys.argv = ["summitparse", "parse", sys.argv[1]]
try:
    main()
finally:
    print(re.search(r"VmHWM:\\s*(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def run(path: Path, before: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", before + RUN, str(path)], capture_output=True, text=True, timeout=NEVER, check=False
    )


@pytest.fixture(params=FILES)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    path.write_bytes(FILES[request.param]())
    if path.name == "large.txt":
        with path.open("r+b") as file:
            file.truncate(208_000_000)
    return path


@pytest.mark.cost
def test_a_hostile_file_is_refused_in_half_a_minute(hostile: Path) -> None:
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))\n"
    assert run(hostile, limit).returncode == 3


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_a_hostile_file_costs_little_and_ends_in_a_sentence(hostile: Path) -> None:
    done = run(hostile)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("summitparse: ")
    assert int(done.stdout) * 1024 < BYTES


def test_no_entity_of_a_document_is_expanded() -> None:
    assert "hostname" not in read_bytes(docx(paragraph("said &a; yes"), ENTITIES), "a.docx").text
    with pytest.raises(UnreadableInput):
        read_bytes(docx(paragraph("&b;"), ENTITIES), "a.docx")


def test_a_mail_of_a_million_parts_is_refused() -> None:
    head = b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    with pytest.raises(UnreadableInput, match="more header fields or parts"):
        read_bytes(head + b"--b\n\n\n" * 1_000_000, "a.eml")


def test_a_page_that_begins_with_hundreds_of_comments_is_told_at_once() -> None:
    page = b"<!---->" * 500 + b"<p>The President said yes.</p>"
    assert read_bytes(page, "a.html").text.strip() == "The President said yes."


WRAPPED = (
    lambda text: f"<html><body>{text}".encode(),
    lambda text: b"{\\rtf1 " + text.encode() + b"}",
    lambda text: b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + text.encode(),
    lambda text: b"%PDF-1.4\n" + text.encode(),
    lambda text: docx(text),
    lambda text: odt(text),
)
PIECES = (
    "<p>",
    "</p>",
    "<li>",
    "<ol start=9>",
    "<br>",
    "<sup>",
    "<a href=x>",
    "<td>",
    "&#0;",
    "\\par ",
    "\\'e9",
    "{",
    "}",
)
PIECES += (
    "<w:p>",
    "</w:p>",
    "<w:t>",
    "</w:t>",
    "<text:p>",
    "</text:p>",
    "<text:list>",
    "=\n",
    "--b\n",
    "\x00",
    "é",
    "said",
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WRAPPED), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30))
def test_any_content_gives_text_or_a_documented_error(wrap: object, pieces: list[str]) -> None:
    text = "".join(pieces).encode("utf-8", "replace").decode("utf-8")
    try:
        source = read_bytes(wrap(text), "a")  # type: ignore[operator]
    except SummitparseError as error:
        assert error.exit_code == 3
    else:
        source.text.encode("utf-8")
        assert source.text.strip()
