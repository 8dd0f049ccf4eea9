"""Review in a real browser: six kinds of decisions by clicks and keys, saved, applied, and each in the records."""

import json
from pathlib import Path
from typing import Any

import pytest

from summitparse.records import Place, Release
from summitparse.review import apply_decisions, read_decisions
from summitparse.view.report import build_report
from tests.view.browser import Browser
from tests.waiting import until

SELECT = """(() => {
  const [start, end] = %s;
  const find = (at) => {
    const lines = [...document.querySelectorAll('.text p[data-s]')];
    const line = lines.filter((one) => Number(one.dataset.s) <= at).pop();
    let left = at - Number(line.dataset.s);
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const points = Array.from(node.data);
      if (left <= points.length) return [node, points.slice(0, left).join('').length];
      left -= points.length;
    }
  };
  getSelection().setBaseAndExtent(...find(start), ...find(end));
})()"""


class Reviewer:
    """Somebody at the page of one release who decides, by keys and by clicks in turn."""

    def __init__(self, browser: Browser, release: Release) -> None:
        self.browser, self.release, self.count = browser, release, 0
        assert release.text is not None
        self.text = release.text

    def act(self, verdict: str, key: str) -> None:
        self.count += 1
        if self.count % 2:
            self.browser.type_key(key)
        else:
            self.browser.click(f"#review [data-do={verdict}]")

    def choose(self, id: str) -> None:
        self.browser.run(f"document.getElementById('r1-at-{id}').focus()")

    def select(self, place: Place | tuple[int, int]) -> None:
        start, end = (place.start, place.end) if isinstance(place, Place) else place
        self.browser.run(SELECT % json.dumps([start, end]))

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            words = f"document.querySelector('#ask [name=\"{name.replace('__', '-')}\"]').value = {json.dumps(value)}"
            assert self.browser.run(words) == value

    def submit(self) -> None:
        self.browser.click("#ask button[type=submit]")


@pytest.fixture
def reviewer(browser: Browser, report: Release, tmp_path: Path) -> Reviewer:
    path = tmp_path / "report.html"
    path.write_text(build_report([report]), "utf-8")
    browser.open(path)
    browser.run("localStorage.clear()")
    browser.open(path)
    browser.click(".review-toggle")
    browser.run("document.getElementById('review-by').value = 'A. Reviewer'")
    return Reviewer(browser, report)


def saved(browser: Browser, folder: Path) -> Path:
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    browser.click("#review [data-do=save]")
    path = folder / "decisions.json"
    until(path.exists, "nothing was saved")
    return path


def test_doubtful_ones_come_first(reviewer: Reviewer) -> None:
    release = reviewer.release
    kinds = (release.quotes, release.figures, release.dates, release.positions, release.documents)
    least = min(record.confidence for kind in kinds for record in kind)
    state = str(reviewer.browser.run("document.getElementById('review-state').textContent"))
    assert f"sure to {least:.2f}" in state and " 0 of " in state
    reviewer.browser.type_key("n")
    assert reviewer.browser.run("document.getElementById('review-state').textContent") != state


def test_thirty_decisions_of_six_kinds_are_in_the_records(reviewer: Reviewer, tmp_path: Path) -> None:
    browser, release, text = reviewer.browser, reviewer.release, reviewer.text
    quotes, figures, dates, documents = release.quotes, release.figures, release.dates, release.documents
    positions = release.positions
    corrected = [quotes[1], quotes[2], *quotes[3:6], figures[0], *figures[2:4], dates[1], dates[5], documents[1]]
    wrong = [dates[3], dates[4], figures[-1], documents[-1]]
    every = [*quotes, *figures, *dates, *documents, *positions]
    accepted = [record for record in every if record not in corrected and record not in wrong][:10]
    for record in accepted:
        reviewer.choose(record.id)
        reviewer.act("accept", "a")
    for record in wrong:
        reviewer.choose(record.id)
        reviewer.act("wrong", "x")
    speakers = {quotes[4].id: quotes[0].speaker, quotes[5].id: None, figures[2].id: quotes[0].speaker}
    for id, speaker in speakers.items():
        reviewer.choose(id)
        reviewer.act("speaker", "s")
        reviewer.fill(speaker=speaker or "")
        reviewer.submit()
    reviewer.choose(quotes[1].id)
    reviewer.act("speaker", "s")
    reviewer.fill(speaker_name="Åse Ødegård")
    reviewer.submit()
    shorter = [quotes[2], figures[3], dates[5], documents[1]]
    for record in shorter:
        place = record.spans[0] if record in quotes else record
        reviewer.choose(record.id)
        reviewer.select((place.start + 1, place.end))
        reviewer.act("words", "w")
    reviewer.choose(figures[0].id)
    reviewer.act("value", "v")
    reviewer.fill(**{"field__value": "3,250,000,000", "field__unit": "NOK", "field__bound": "~"})
    reviewer.submit()
    for record, fields in (
        (dates[1], {"field__value": "2031-05"}),
        (documents[1], {"field__type": "plan", "field__place": "Bergen"}),
        (quotes[3], {"field__type": "mixed"}),
    ):
        reviewer.choose(record.id)
        reviewer.act("value", "v")
        reviewer.fill(**fields)
        reviewer.submit()
    missed = [
        ("quotes", "Photo", {"speaker_name": "Åse Ødegård", "field__type": "indirect"}),
        ("figures", "The talks", {"field__kind": "count", "field__value": "7", "field__unit": "talk"}),
        ("dates", "Press Office", {"field__type": "DATE", "field__value": "2020"}),
        ("documents", "the Government", {"field__type": "letter"}),
    ]
    for kind, words, fields in missed:
        at = text.index(words)
        reviewer.select((at, at + len(words)))
        reviewer.act("missing", "m")
        reviewer.fill(kind=kind)
        reviewer.submit()
        reviewer.fill(**fields)
        reviewer.submit()
    assert reviewer.count == 30
    assert browser.problems == []
    browser.open(tmp_path / "report.html")
    browser.click(".review-toggle")
    path = saved(browser, tmp_path)
    decisions = read_decisions(path)
    assert len(decisions.releases[0].decisions) == 30
    (after,) = apply_decisions(decisions, [release])
    check(after, release, accepted, wrong, speakers, shorter, missed)
    assert browser.problems == [] and not [one for one in browser.requests if not one.startswith(("file:", "blob:"))]


def check(
    after: Release, release: Release, accepted: Any, wrong: Any, speakers: Any, shorter: Any, missed: Any
) -> None:
    records: dict[str, Any] = {}
    for kind in ("quotes", "figures", "dates", "documents", "positions"):
        records |= {record.id: record for record in getattr(after, kind)}
    assert after.text is not None
    for record in accepted:
        assert records[record.id].review.status == "accepted"
        assert records[record.id].review.by == "A. Reviewer" and records[record.id].confidence == 1
    assert not {record.id for record in wrong} & set(records)
    for id, speaker in speakers.items():
        assert records[id].speaker == speaker and records[id].review.status == "corrected"
    assert records[release.quotes[1].id].speaker_name == "Åse Ødegård"
    for record in shorter:
        place = record.spans[0] if record in release.quotes else record
        found = records[record.id].spans[0] if record in release.quotes else records[record.id]
        assert (found.start, found.end) == (place.start + 1, place.end)
    first = records[release.figures[0].id]
    assert (first.value, first.unit, first.bound) == (3_250_000_000, "NOK", "~")
    assert records[release.dates[1].id].value == "2031-05"
    assert (records[release.documents[1].id].type, records[release.documents[1].id].place) == ("plan", "Bergen")
    assert records[release.quotes[3].id].type == "mixed"
    for kind, words, _ in missed:
        (found,) = [one for one in getattr(after, kind) if one.review and one.review.status == "added"]
        place = found.spans[0] if kind == "quotes" else found
        assert after.text[place.start : place.end] == words


def test_what_is_undone_is_not_saved(reviewer: Reviewer, tmp_path: Path) -> None:
    reviewer.choose("F1")
    reviewer.act("accept", "a")
    reviewer.choose("F1")
    reviewer.browser.type_key("u")
    reviewer.choose("F2")
    reviewer.browser.type_key("x")
    path = saved(reviewer.browser, tmp_path)
    (one,) = json.loads(path.read_text())["releases"][0]["decisions"]
    assert (one["record"], one["verdict"], one["by"]) == ("F2", "wrong", "A. Reviewer")


def test_keys_do_nothing_where_no_review_was_begun(reviewer: Reviewer) -> None:
    reviewer.browser.click(".review-toggle")
    reviewer.choose("F1")
    reviewer.browser.type_key("x")
    assert reviewer.browser.run("localStorage.getItem('summitparse-review')") is None
    assert reviewer.browser.run("document.getElementById('review').hidden")
