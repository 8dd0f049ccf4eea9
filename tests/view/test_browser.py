"""The report in a real browser: clicks, filters, keyboard, no console error, no request, no accessibility violation."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitparse import parse
from summitparse.records import Release
from summitparse.view.report import build_report
from summitparse.view.wording import DOUBTFUL
from tests.view.browser import Browser

# axe-core is no part of the project: `npm pack axe-core`, and name its axe.min.js here.
AXE = os.environ.get("AXE_CORE", "")
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(*releases: Release) -> Path:
        path = tmp_path / "report.html"
        path.write_text(build_report(releases), "utf-8")
        return path

    return writing


def focused(browser: Browser) -> str:
    return str(browser.run("document.activeElement.id || document.activeElement.closest('[id]').id"))


def quiet(browser: Browser, path: Path) -> None:
    """No console error, and the page itself was all that was asked for."""
    assert browser.problems == []
    assert {address.partition("#")[0] for address in browser.requests} == {path.as_uri()}


def test_links_go_both_ways(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    browser.click("#r1-at-F1")
    assert focused(browser) == "r1-at-F1"
    assert browser.run("document.querySelector('.card.lit').id") == "r1-c-F1"
    assert "3.2 billion" in browser.run("document.getElementById('note').textContent")
    browser.click("#r1-c-D2 a.at")
    assert focused(browser) == "r1-at-D2"
    quiet(browser, path)


def test_the_keyboard_reaches_every_record(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    for _ in range(20):
        browser.press("Tab")
        if browser.run("document.activeElement.matches('.m')"):
            break
    seen = [focused(browser)]
    marks = int(browser.run("document.querySelectorAll('.text .m[tabindex]').length"))
    for _ in range(marks - 1):
        browser.press("ArrowRight")
        seen.append(str(browser.run("document.activeElement.dataset.r")))
        assert browser.run("!document.getElementById('note').hidden")
    records = {record.id for record in (*report.quotes, *report.figures, *report.dates, *report.documents)}
    assert records <= {id_.removeprefix("r1-at-") for id_ in seen}
    browser.press("Escape")
    assert browser.run("document.getElementById('note').hidden")
    browser.press("Home")
    first = focused(browser)
    browser.press("Enter")
    assert focused(browser) == first.replace("-at-", "-c-")
    browser.press("Enter")
    assert focused(browser) == first
    quiet(browser, path)


def test_filters_by_kind_and_by_speaker(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    drawn = "getComputedStyle(document.querySelector('#r1-at-{}')).backgroundColor"
    nothing = "rgba(0, 0, 0, 0)"
    assert browser.run(drawn.format("F1")) != nothing
    browser.click("input[data-kind=figure]")
    assert browser.run(drawn.format("F1")) == nothing
    assert browser.run("getComputedStyle(document.querySelector('.part.figures')).display") == "none"
    quote = report.quotes[0]
    other = next(q for q in report.quotes if q.speaker != quote.speaker)
    select = "(() => { const s = document.querySelector('select.speaker'); s.value = '%s';"
    browser.run(select % quote.speaker + "s.dispatchEvent(new Event('change', {bubbles: true})); })()")
    assert browser.run(drawn.format(quote.id)) != nothing
    assert browser.run(drawn.format(other.id)) == nothing
    shown = browser.run("[...document.querySelectorAll('.speaker-group')].filter(g => !g.hidden).length")
    assert shown == 1
    quiet(browser, path)


def test_how_sure_records_have_to_be_and_which_come_first(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    sure = "[...document.querySelectorAll('.part.dates .card')].map(r => Number(r.dataset.c))"
    before = browser.run(sure)
    browser.click("input[name=doubtful]")
    assert browser.run(sure) == sorted(before) != before
    browser.click("input[name=doubtful]")
    assert browser.run(sure) == before
    set_ = "(() => { const s = document.querySelector('input[name=sure]'); s.value = 0.9;"
    browser.run(set_ + "s.dispatchEvent(new Event('input', {bubbles: true})); })()")
    every = (*report.quotes, *report.figures, *report.dates, *report.ranges, *report.positions, *report.documents)
    left = {record.id for record in every if record.confidence >= 0.9}
    shown = browser.run("[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.id.slice(5))")
    assert set(shown) == left != {record.id for record in every}
    drawn = browser.run("[...document.querySelectorAll('.m[id]:not(.other)')].map(m => m.dataset.r)")
    assert set(drawn) == left
    counted = browser.run("document.querySelector('.part.quotes h2 .count').textContent")
    assert counted == f"({sum(quote.confidence >= 0.9 for quote in report.quotes)} of {len(report.quotes)})"
    frames = browser.run("[...document.querySelectorAll('.m[id].doubtful')].map(m => m.dataset.r)")
    assert set(frames) == {record.id for record in every if record.confidence < DOUBTFUL}
    quiet(browser, path)


def test_a_record_is_copied_with_its_source(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    browser.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }; 1")
    browser.click("#r1-c-Q1 .copy")
    quote = report.quotes[0]
    place = f"characters {quote.spans[0].start}–{quote.spans[-1].end}"
    assert browser.run("window.copied") == (
        f"“{quote.text}” – Ingrid Solheim (Norway and Portugal agree on a ten-year programme for the open ocean, "
        f"2025-03-14, {report.source.name}, {place})"
    )
    browser.click("#r1-c-F1 .copy")
    assert "Value: more than 3.2 billion USD; " in browser.run("window.copied")
    assert browser.run("document.querySelector('#r1-c-F1 .copy').textContent") == "Copied"
    browser.run("navigator.clipboard.writeText = async () => { throw new Error('none'); }; 1")
    told = "document.addEventListener('copy', () => { window.copied = 'selected ' + document.activeElement.value; })"
    browser.run(f"{told}; 1")
    browser.click("#r1-c-D1 .copy")
    assert str(browser.run("window.copied")).startswith("selected ")
    quiet(browser, path)


def test_positions_by_act_and_actor(browser: Browser, write: Write) -> None:
    release = parse(
        "News\n\nMinister Ilva Daren welcomed the new border post and condemned the raid on the depot. "
        "President Oto Brandt condemned the attack on the ferry.",
        reference_date="2024-05-05",
    )
    assert [(p.act.value, p.actor_name) for p in release.positions] == [
        ("appreciate", "Ilva Daren"),
        ("criticise", "Ilva Daren"),
        ("criticise", "Oto Brandt"),
    ]
    path = write(release)
    browser.open(path)
    shown = (
        "[...document.querySelectorAll('.m.position:not(.other)')].map(m => m.dataset.r).join() + ' ' + "
        "[...document.querySelectorAll('.card.position')].filter(r => r.checkVisibility()).length"
    )
    select = "(() => { const s = document.querySelector('select.%s'); s.value = '%s';"
    change = "s.dispatchEvent(new Event('change', {bubbles: true})); })()"
    assert browser.run(shown) == "P1,P2,P3 3"
    browser.run(select % ("act", "criticise") + change)
    assert browser.run(shown) == "P2,P3 2"
    browser.run(select % ("actor", release.positions[0].actor) + change)
    assert browser.run(shown) == "P2 1"
    browser.click("input[data-kind=position]")
    drawn = "getComputedStyle(document.querySelector('#r1-at-P2')).backgroundColor"
    assert browser.run(drawn) == "rgba(0, 0, 0, 0)"
    quiet(browser, path)


def test_figures_are_sorted_by_value(browser: Browser, write: Write, report: Release) -> None:
    path = write(report)
    browser.open(path)
    values = "[...document.querySelectorAll('.figures tbody tr')].map(r => Number(r.cells[1].dataset.v))"
    button = ".figures th:nth-child(2) button"
    browser.click(button)
    rising = browser.run(values)
    assert rising == sorted(rising) and len(rising) == len(report.figures)
    assert browser.run("document.querySelector('.figures th:nth-child(2)').ariaSort") == "ascending"
    browser.click(button)
    assert browser.run(values) == rising[::-1]
    quiet(browser, path)


def test_many_releases_have_an_index_with_search(browser: Browser, write: Write, samples: list[Release]) -> None:
    path = write(*samples)
    browser.open(path)
    shown = "[...document.querySelectorAll('#releases tbody tr')].filter(r => !r.hidden).map(r => r.dataset.release)"
    assert len(browser.run(shown)) == len(samples)
    browser.click("#search")
    browser.call("Input.insertText", text="Solheim ocean")
    [found] = browser.run(shown)
    assert samples[int(found) - 1].source.name.endswith("news-report.txt")
    browser.click(f"#releases tr[data-release='{found}'] a")
    assert browser.run("document.querySelector('#page h1').textContent").startswith("Norway and Portugal")
    browser.click(f"#r{found}-at-F1")
    assert browser.run("document.querySelector('.card.lit').id") == f"r{found}-c-F1"
    browser.click("#page .back a")
    assert browser.run("document.getElementById('page').hidden && !document.getElementById('index').hidden")
    browser.open(path)
    browser.run(f"location.hash = '#r{found}-at-Q1'; new Promise(done => setTimeout(done, 60))")
    assert focused(browser) == f"r{found}-at-Q1"
    quiet(browser, path)


def test_a_hostile_release_runs_nothing(browser: Browser, write: Write, hostile: Release) -> None:
    path = write(hostile)
    browser.open(path)
    browser.click("#r1-at-F1")
    assert browser.run("document.querySelectorAll('img, svg[onload], b').length") == 0
    assert "<script>alert(1)</script>" in browser.run("document.querySelector('.text').textContent")
    quiet(browser, path)


def test_a_hostile_release_among_many_is_found_and_runs_nothing(
    browser: Browser, write: Write, hostile: Release, report: Release
) -> None:
    path = write(report, hostile)
    browser.open(path)
    assert browser.run("document.querySelectorAll('article, .m').length") == 0, "pages are text until they are opened"
    browser.click("#search")
    browser.call("Input.insertText", text="<script>alert(1)</script>")
    shown = "[...document.querySelectorAll('#releases tbody tr')].filter(r => !r.hidden).map(r => r.dataset.release)"
    assert browser.run(shown) == ["2"]
    browser.run("location.hash = '#r2-at-F1'; new Promise(done => setTimeout(done, 60))")
    assert browser.run("document.querySelectorAll('img, svg[onload], b').length") == 0
    assert "<script>alert(1)</script>" in browser.run("document.querySelector('.text').textContent")
    quiet(browser, path)


def test_a_jump_ends_where_it_leads_at_once(browser: Browser, write: Write, report: Release) -> None:
    long = repeated(report, 40)
    browser.open(write(report, long))
    middle = long.quotes[len(long.quotes) // 2].id
    browser.run(f"location.hash = '#r2-at-{middle}'; new Promise(done => addEventListener('hashchange', done))")
    place = "requestAnimationFrame(() => requestAnimationFrame(() => done({}.getBoundingClientRect().top)))"
    top = browser.run(f"new Promise(done => {place.format(f'document.getElementById(`r2-at-{middle}`)')})")
    assert 200 < top < 700


def repeated(release: Release, times: int) -> Release:
    """The release again and again, with all its quotes, figures and dates where they then stand."""
    assert release.text
    length = len(release.text)
    records: dict[str, list[dict[str, Any]]] = {"quotes": [], "figures": [], "dates": []}
    for turn in range(times):
        for kind, all_of_it in records.items():
            for record in getattr(release, kind):
                fields = shifted(record.model_dump(), turn * length)
                fields |= {name: None for name in ("quote", "parent", "period", "measure", "entity") if name in fields}
                all_of_it.append(fields | {"id": f"{record.id}-{turn}"})
    none: dict[str, list[Any]] = {"ranges": [], "positions": [], "documents": [], "warnings": []}
    whole = release.model_dump() | none | records | {"text": release.text * times}
    return Release.model_validate(whole)


def shifted(value: Any, by: int) -> Any:
    """A record some characters further on."""
    if isinstance(value, list):
        return [shifted(item, by) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: item + by if name in ("start", "end") else shifted(item, by) for name, item in value.items()}


def test_a_long_release_opens(browser: Browser, write: Write, report: Release) -> None:
    release = repeated(report, 75)
    assert release.text and len(release.text.split()) > 20_000
    path = write(release)
    browser.open(path)
    assert browser.run("document.querySelectorAll('.m').length") > 1_500
    quiet(browser, path)


@pytest.mark.cost
def test_a_long_release_opens_at_once(browser: Browser, write: Write, report: Release) -> None:
    browser.open(write(repeated(report, 75)))
    took = browser.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
    assert took < 2_000  # milliseconds; half a second is usual


@pytest.mark.skipif(not Path(AXE).is_file(), reason="AXE_CORE does not name axe.min.js")
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("place", ["", "#r1", "#r5", "#p1"])
def test_no_accessibility_violation(
    browser: Browser, write: Write, samples: list[Release], place: str, dark: bool, width: int
) -> None:
    browser.open(write(*samples), dark=dark, width=width)
    browser.run(f"location.hash = '{place}'; new Promise(done => setTimeout(done, 60))")
    browser.run(Path(AXE).read_text("utf-8") + "; 1")
    found = browser.run("axe.run({resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => v.id)))")
    assert json.loads(found) == []


@pytest.mark.skipif(not Path(AXE).is_file(), reason="AXE_CORE does not name axe.min.js")
@pytest.mark.parametrize("verdict", ["next", "value", "speaker"])
def test_a_review_has_no_accessibility_violation(
    browser: Browser, write: Write, samples: list[Release], verdict: str
) -> None:
    browser.open(write(samples[0]))
    browser.click(".review-toggle")
    browser.run("document.getElementById('r1-at-Q1').focus()")
    browser.click(f"#review [data-do={verdict}]")
    browser.run(Path(AXE).read_text("utf-8") + "; 1")
    found = browser.run("axe.run({resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => v.id)))")
    assert json.loads(found) == []


@pytest.mark.parametrize("width", [1280, 400])
def test_nothing_is_wider_than_the_screen(browser: Browser, write: Write, samples: list[Release], width: int) -> None:
    browser.open(write(*samples), width=width)
    for place in ("", "#r1", "#r5"):
        browser.run(f"location.hash = '{place}'; new Promise(done => setTimeout(done, 60))")
        assert browser.run("document.documentElement.scrollWidth") <= width
