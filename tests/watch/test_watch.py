"""New files and entries become a line each, whatever happens in between."""

import functools
import gzip
import json
import multiprocessing
import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from summitparse.allowance import UNLIMITED
from summitparse.errors import UnwritableOutput, UsageError
from summitparse.watch.feed import Feed, canonical_link, read_feed
from summitparse.watch.fetch import Fetcher, NotFetched, host_of
from summitparse.watch.folder import Folder
from summitparse.watch.growing import Growing
from summitparse.watch.pages import Pages, responses
from summitparse.watch.run import watch
from summitparse.watch.sitemap import read_sitemap
from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # the fixtures
from tests.cli.conftest import warmed as warmed
from tests.watch import standing_in
from tests.watch.conftest import Site
from tests.watch.standing_in import work

KILLS = int(os.environ.get("SUMMITPARSE_KILLS", "4"))


def sources(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line)["source"] for line in path.read_bytes().splitlines()]


def names(path: Path) -> list[str]:
    return [Path(source["name"]).name for source in sources(path)]


def look(source: Any, output: Path) -> int:
    growing = Growing(output)
    try:
        return watch(source, growing, UNLIMITED, every=None, quiet=True, work=work)
    finally:
        growing.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"Talks {name}")
    return tmp_path / "in"


def test_new_and_changed_files_are_added_and_equal_ones_are_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "o.jsonl"
    source = Folder(folder, frozenset())
    assert look(source, output) == 2 and look(source, output) == 0 and look(Folder(folder, frozenset()), output) == 0
    (folder / "c.txt").write_text("Talks c")
    (folder / "a.txt").write_text("Talks a, corrected")
    assert look(source, output) == 2
    assert names(output) == ["a.txt", "b.txt", "a.txt", "c.txt"]
    (folder / "d.txt").write_text("Talks c")
    growing = Growing(output)
    assert watch(source, growing, UNLIMITED, every=None, work=work) == 0
    growing.close()
    assert "d.txt is the same, byte for byte, as" in capsys.readouterr().err


def test_a_file_that_still_grows_is_waited_for(folder: Path) -> None:
    source = Folder(folder, frozenset())
    assert list(source.look()) == []
    (folder / "b.txt").write_text("Talks b go on")
    assert [Path(found.name).name for found in source.look()] == ["a.txt"]
    assert [Path(found.name).name for found in source.look()] == ["b.txt"]


def test_a_line_that_was_cut_off_is_done_again(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "o.jsonl"
    look(Folder(folder, frozenset()), output)
    whole = output.read_bytes()
    for cut in (0, 5, 1000, whole.index(b"\n") + 1, len(whole) - 1):
        output.write_bytes(whole[:cut])
        look(Folder(folder, frozenset()), output)
        assert output.read_bytes() == whole


@pytest.mark.parametrize("there", ["mine\n", '{"a": 1}\n', "mine without an end"])
def test_what_is_not_ours_is_left_alone(folder: Path, tmp_path: Path, there: str) -> None:
    (tmp_path / "o.jsonl").write_text(there)
    with pytest.raises(UnwritableOutput, match="something other"):
        Growing(tmp_path / "o.jsonl")
    assert (tmp_path / "o.jsonl").read_text() == there
    with pytest.raises(UsageError, match="jsonl"):
        Growing(tmp_path / "o.csv")


def test_two_cannot_write_one_output(tmp_path: Path) -> None:
    first = Growing(tmp_path / "o.jsonl")
    with pytest.raises(UnwritableOutput, match="Another batch"):
        Growing(tmp_path / "o.jsonl")
    first.close()
    Growing(tmp_path / "o.jsonl").close()


def test_entries_of_a_feed_become_records_and_their_pages_are_kept(site: Site, tmp_path: Path) -> None:
    output = Growing(tmp_path / "o.jsonl")
    pages = Pages(tmp_path / "p.warc.gz")
    url = site.address + "/feed"
    source = Feed(url, Fetcher(host_of(url), 0.0), output.urls.__contains__, pages.keep)
    site.items = [1, 2, 3]
    site.broken = {2}
    assert watch(source, output, UNLIMITED, every=None, quiet=True, work=work) == 2
    site.broken = set()
    assert watch(source, output, UNLIMITED, every=None, quiet=True, work=work) == 1
    assert site.asked["/feed 200"] == 1 and site.asked["/feed 304"] == 1
    assert watch(source, output, UNLIMITED, every=None, quiet=True, work=work) == 0
    assert [site.asked[f"/p/{i} 200"] for i in (1, 2, 3)] == [1, 1, 1]
    output.close()
    pages.close()
    assert [source["url"] for source in sources(tmp_path / "o.jsonl")] == [f"{site.address}/p/{i}" for i in (1, 3, 2)]
    kept = dict(responses(tmp_path / "p.warc.gz"))
    assert set(kept) == {f"{site.address}/p/{i}" for i in (1, 2, 3)} and b"Talks 2 end" in kept[f"{site.address}/p/2"]


def test_the_command_says_where_a_page_is_from(site: Site, tmp_path: Path, run: Run) -> None:
    site.items = [5]
    output = tmp_path / "o.jsonl"
    command = ("watch", site.address + "/feed", "-o", str(output), "--once", "-q")
    refused = run(*command)
    assert refused.code == 2 and "--allow-network" in refused.err and not site.asked
    for _ in range(2):
        assert run(*command, "--allow-network").code == 0
    (record,) = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert record["source"]["url"] == f"{site.address}/p/5"
    assert record["source"]["canonical"] == f"{site.address}/news/5"
    assert record["source"]["retrieved"].endswith("Z") and record["reference_date"] == "2024-05-03"
    assert record["quotes"][0]["speaker_name"] == "Ann Roe"
    assert (tmp_path / "o.jsonl.pages.warc.gz").exists()


def test_a_missing_folder_is_a_sentence(run: Run, tmp_path: Path) -> None:
    done = run("watch", str(tmp_path / "none"), "-o", str(tmp_path / "o.jsonl"), "--once")
    assert done.code == 3 and "is no folder" in done.err


@pytest.mark.parametrize("kind", ["folder", "feed"])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_there_twice(kind: str, site: Site, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    site.items = list(range(60))
    for i in site.items:
        (tmp_path / "in" / f"{i:02}.txt").write_text(f"Talks {i}")
    source = str(tmp_path / "in") if kind == "folder" else site.address + "/feed"
    output = tmp_path / "o.jsonl"
    chance = random.Random(7)

    def begun() -> Any:
        process = multiprocessing.get_context("fork").Process(target=standing_in.look, args=(source, str(output)))
        process.start()
        return process

    for _ in range(KILLS):
        process = begun()
        before = output.stat().st_size if output.exists() else 0
        while process.is_alive() and (not output.exists() or output.stat().st_size == before):
            time.sleep(0.005)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.join()
    last = begun()
    last.join()
    assert last.exitcode == 0
    found = sorted(names(output))
    assert found == sorted(f"{i:02}.txt" if kind == "folder" else str(i) for i in site.items)
    if kind == "feed":
        kept = [url for url, _ in responses(Path(f"{output}.pages.warc.gz"))]
        assert len(kept) == len(set(kept)) == 60


def test_addresses_that_lead_nowhere_or_inside_are_refused(site: Site) -> None:
    fetcher = Fetcher("example.org", 0.0)
    for url in (
        site.address + "/p/1",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://printer.local/",
        "file:///etc/passwd",
    ):
        with pytest.raises(NotFetched):
            fetcher.get(url)
    with pytest.raises(NotFetched, match="without end"):
        Fetcher("127.0.0.1", 0.0).get(site.address + "/loop")
    assert not site.asked["/p/1 200"]


URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'


def listed(tag: str, address: str, changed: str, more: str = "") -> str:
    return f"<{tag}><loc>{address}</loc><lastmod>{changed}</lastmod>{more}</{tag}>"


def test_pages_of_a_sitemap_and_of_an_index_become_records(site: Site, tmp_path: Path) -> None:
    url = functools.partial(listed, "url")
    site.files["/new.xml.gz"] = gzip.compress(
        URLSET.format(url("/p/2", "2024-05-03") + url("/p/1", "2024-05-02")).encode()
    )
    site.files["/old.xml"] = URLSET.format(url("/p/3", "2024-01-01")).encode()
    inner = listed("sitemap", "/old.xml", "2024-01-01") + listed("sitemap", "/new.xml.gz", "2024-05-03")
    site.files["/sitemap.xml"] = INDEX.format(inner).encode()
    pages = Pages(tmp_path / "pages.warc.gz")
    output = tmp_path / "o.jsonl"
    growing = Growing(output)
    source = Feed(
        f"{site.address}/sitemap.xml", Fetcher(host_of(site.address), 0), growing.urls.__contains__, pages.keep
    )
    assert watch(source, growing, UNLIMITED, every=None, quiet=True, work=work) == 3
    assert [one["url"].rpartition("/")[2] for one in sources(output)] == ["3", "1", "2"]
    site.files["/old.xml"] = URLSET.format(url("/p/3", "2024-01-01") + url("/p/4", "2024-05-04")).encode()
    site.items = [4]  # what the server makes its tags of
    assert watch(source, growing, UNLIMITED, every=None, quiet=True, work=work) == 1
    growing.close()
    pages.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8b\x08no gzip",
        b"<rss version='2.0'/>",
        b"<urlset",
        b"<!DOCTYPE u [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><u>&b;</u>",
    ],
)
def test_what_is_no_sitemap_is_none(data: bytes) -> None:
    assert read_sitemap(data, "https://gov.example/") is None


def test_a_sitemap_names_pages_and_days_and_nothing_else() -> None:
    news = '<n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:publication_date>{}</n:publication_date></n:news>'
    entries = listed("url", "/a", "2024-05-02T10:00:00Z", news.format("2024-05-01T09:00:00+03:00"))
    entries += listed("url", "file:///etc/passwd", "") + "<url/>" + listed("url", "/b", "x", news.format("soon"))
    found = read_sitemap(URLSET.format(entries).encode(), "https://gov.example/sitemap.xml")
    assert found and not found.is_index
    assert [(one.url, str(one.published)) for one in found.listed] == [
        ("https://gov.example/a", "2024-05-01"),
        ("https://gov.example/b", "None"),
    ]
    entity = "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + URLSET.format(listed("url", "/&x;", ""))
    hostile = read_sitemap(entity.encode(), "https://gov.example/")
    assert hostile and [one.url for one in hostile.listed] == ["https://gov.example/"]


def test_feeds_and_canonical_links_are_read_as_they_are_written() -> None:
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="b.html"/>'
    atom += b"<updated>2024-05-03T10:00:00Z</updated></entry>"
    assert [(entry.url, str(entry.published)) for entry in read_feed(atom, "https://e.org/a/")] == [
        ("https://e.org/a/b.html", "2024-05-03")
    ]
    assert read_feed(b"no feed", "https://e.org/") == []
    assert canonical_link(b"<LINK href='/x?a=1' rel='canonical'>", "https://e.org/y") == "https://e.org/x?a=1"
    assert canonical_link(b"<link rel=icon href=/i>", "https://e.org/y") is None
