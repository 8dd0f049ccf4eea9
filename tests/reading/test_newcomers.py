"""The ways in which people first bring a release: each gives the quotes and speakers of its plain text.

Pages and PDF are made by a real Chromium, where there is one.
"""

import asyncio
import base64
import datetime as dt
import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from mcp import Client

from summitparse import parse_file
from summitparse.batch.inputs import Inputs
from summitparse.records import Release
from summitparse.service.agent_tools import make_server
from summitparse.service.pool import Pool
from summitparse.watch.feed import Entry, found_in
from summitparse.watch.fetch import Answer
from summitparse.watch.found import record_of
from tests.reading.documents import docx, paragraph
from tests.service.conftest import real as real  # the fixture
from tests.view.browser import Browser
from tests.view.conftest import SAMPLES
from tests.view.conftest import browser as browser  # the fixture

PLAIN = SAMPLES / "news-report.txt"
PICTURE = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
# What a site has around its releases.
AROUND = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} | Government</title><style>nav a '
    "{{ margin: 1em }}</style></head><body><header><a href='/'>Government</a><nav><a href='/news'>News</a> "
    "<a href='/about'>About us</a></nav></header><main><article><h1>{title}</h1>{body}<img src='seal.gif' alt=''>"
    "</article></main><aside><h2>Related</h2><ul><li><a href='/1'>Minister opens a school</a></li></ul></aside>"
    "<iframe src='banner.html' title='banner'></iframe><footer><p>Contact | Privacy | © Government</p></footer>"
    "</body></html>"
)
Said = set[tuple[str, str | None]]
Make = Callable[[Browser, Path, Path], Path]


def said(release: Release) -> Said:
    return {(quote.text, quote.speaker_name) for quote in release.quotes}


@pytest.fixture(scope="module")
def wanted() -> Said:
    found = said(parse_file(PLAIN))
    assert len(found) == 7
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The page of the release as a server has it, with its picture and a frame."""
    posted, title, *body = [part for part in PLAIN.read_text("utf-8").split("\n\n") if part.strip()]
    paragraphs = [f"<p>{escape(line)}</p>" for part in (posted, *body) for line in joined(part)]
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "seal.gif").write_bytes(PICTURE)
    (folder / "banner.html").write_text("<p>“Subscribe to our news,” Editor Ann Roe said.</p>", "utf-8")
    (folder / "index.html").write_text(AROUND.format(title=escape(title), body="".join(paragraphs)), "utf-8")
    return folder / "index.html"


def joined(part: str) -> list[str]:
    """The paragraphs of a part; lines that do not end a sentence were only broken to fit."""
    lines: list[str] = []
    for line in part.split("\n"):
        if lines and lines[-1][-1:] == ",":
            lines[-1] += " " + line
        else:
            lines.append(line)
    return lines


def page_alone(browser: Browser, site: Path, folder: Path) -> Path:
    """ "Web page, HTML only": the bytes that came."""
    saved = folder / "Talks.html"
    saved.write_bytes(site.read_bytes())
    return saved


def page_complete(browser: Browser, site: Path, folder: Path) -> Path:
    """ "Web page, complete": the document as it is shown, and beside it a folder with its pictures and frames."""
    browser.open(site)
    shown = str(browser.run("document.documentElement.outerHTML"))
    for name in ("seal.gif", "banner.html"):
        shown = shown.replace(f'"{name}"', f'"./Talks_files/{name}"')
    (folder / "Talks_files").mkdir()
    for name in ("seal.gif", "banner.html"):
        (folder / "Talks_files" / name).write_bytes((site.parent / name).read_bytes())
    origin = site.as_uri()
    head = f"<!DOCTYPE html>\n<!-- saved from url=({len(origin):04}){origin} -->\n"
    (folder / "Talks.html").write_text(head + shown, "utf-8")
    return folder / "Talks.html"


def page_single(browser: Browser, site: Path, folder: Path) -> Path:
    """ "Web page, single file": MHTML, as Chromium writes it."""
    browser.open(site)
    (folder / "Talks.mhtml").write_text(
        browser.call("Page.captureSnapshot", format="mhtml")["data"], "utf-8", newline=""
    )
    return folder / "Talks.mhtml"


def printed(browser: Browser, site: Path, folder: Path) -> Path:
    """Printed to PDF, with the day, the title and the address that browsers put on each sheet."""
    browser.open(site)
    data = browser.call("Page.printToPDF", displayHeaderFooter=True)["data"]
    (folder / "Talks.pdf").write_bytes(base64.b64decode(data))
    return folder / "Talks.pdf"


@pytest.mark.parametrize("make", [page_alone, page_complete, page_single, printed])
def test_what_a_browser_saves_says_what_the_text_says(
    make: Make, browser: Browser, site: Path, tmp_path: Path, wanted: Said
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    path = make(browser, site, folder)
    assert [item.path for item in Inputs([str(folder)])] == [str(path)], "what was saved beside a page is no release"
    assert said(parse_file(path)) == wanted


def test_a_word_document_says_what_the_text_says(tmp_path: Path, wanted: Said) -> None:
    parts = (line for part in PLAIN.read_text("utf-8").split("\n\n") for line in joined(part.strip()))
    path = tmp_path / "talks.docx"
    path.write_bytes(docx("".join(paragraph(escape(line, quote=False)) for line in parts if line)))
    assert said(parse_file(path)) == wanted


def test_an_entry_of_a_feed_says_what_the_text_says(site: Path, wanted: Said) -> None:
    now = dt.datetime.now(dt.UTC)
    answer = Answer("https://gov.example/talks", 200, (("content-type", "text/html"),), site.read_bytes(), now)
    record = record_of(found_in(answer, Entry("https://gov.example/talks", None)))
    assert said(Release.model_validate_json(record)) == wanted


def test_an_agent_hears_what_the_text_says(real: Pool, wanted: Said) -> None:
    async def conversation() -> str:
        async with Client(make_server(real, [], None)) as client:
            answer = await client.call_tool("parse_text", {"text": PLAIN.read_text("utf-8")})
            return "".join(content.text for content in answer.content)

    found = json.loads(asyncio.run(conversation()))
    assert {(quote["text"], quote.get("speaker")) for quote in found["quotes"]} == wanted
