"""A page a person over many releases, in Python and in a real browser."""

from pathlib import Path

import pytest

from summitparse import parse
from summitparse.records import Release
from summitparse.view.people import find_people
from summitparse.view.report import build_report
from tests.view.browser import Browser
from tests.waiting import until

HEAD = "Talks in Oslo\n\n{}\n\n"


@pytest.fixture(scope="module")
def two() -> list[Release]:
    first = HEAD.format("May 3, 2023") + "“=We agree on the bridge,” Prime Minister Ingrid Solheim of Norway said."
    second = (
        HEAD.format("June 4, 2024") + "Prime Minister Solheim said that the harbour would open. The leaders agreed."
    )
    return [parse(first), parse(second)]


def test_one_person_over_two_releases(two: list[Release]) -> None:
    people, names = find_people(two)
    (solheim,) = [one for one in people if one.person.shown_name == "Ingrid Solheim"]
    assert [(entry.day, entry.release) for entry in solheim.entries] == [("2023-05-03", 1), ("2024-06-04", 2)]
    assert set(names.values()) == {"Ingrid Solheim"}, "the leaders are nobody in particular"
    page = build_report(two)
    assert 'href="#p1"' in page and "Ingrid Solheim 2" not in page


def test_filters_csv_and_passages(browser: Browser, two: list[Release], tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(build_report(two), "utf-8")
    browser.open(path)
    browser.click("#search")
    browser.call("Input.insertText", text="harbour")
    shown = "[...document.querySelectorAll('#releases tbody tr')].filter(r => !r.hidden).map(r => r.textContent)"
    [row] = browser.run(shown)
    assert "said that the harbour would open" in row
    browser.click("#people a[href='#p1']")
    rows = "[...document.querySelectorAll('#page tbody tr')].filter(r => !r.hidden).length"
    assert browser.run(rows) == 2
    assert browser.run("document.querySelector('#page h1').textContent") == "Ingrid Solheim"
    browser.run(
        "(() => { const s = document.querySelector('#page select'); s.value = '2023';"
        "s.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    assert browser.run(rows) == 1
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.click("#page .csv")
    csv = tmp_path / "said.csv"
    until(csv.exists, "no CSV was saved")
    head, line = csv.read_text("utf-8").splitlines()
    assert head.startswith('"Date"') and line.startswith('"2023-05-03","said (direct)","“=We agree')
    browser.click("#page tbody tr:not([hidden]) a")
    assert browser.run("document.activeElement.dataset.r") == "Q1"
    assert browser.problems == []
