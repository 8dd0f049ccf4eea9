"""The report's markup: everything of a release is escaped, every record is marked and listed, nothing is fetched."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse import parse
from summitparse.records import Release
from summitparse.view.load import load_releases
from summitparse.view.marks import Mark, mark_lines, opener
from summitparse.view.markup import Html, element, text
from summitparse.view.notebook import to_html
from summitparse.view.report import SCRIPTS, build_report
from summitparse.view.wording import office

VOID = {"meta", "input", "link", "br", "img"}


class Page(HTMLParser):
    """Checks that elements nest, and collects tags, ids and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_every_record_is_marked_and_listed_and_ids_are_unique(name: str, request: pytest.FixtureRequest) -> None:
    release: Release = request.getfixturevalue(name)
    page = Page(build_report([release]))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    for record in (
        *release.quotes,
        *release.figures,
        *release.dates,
        *release.ranges,
        *release.positions,
        *release.documents,
    ):
        assert f"r1-at-{record.id}" in ids and f"r1-c-{record.id}" in ids
    for _, attributes in page.tags:
        if (attributes.get("href") or "").startswith("#"):
            assert str(attributes["href"])[1:] in ids


def test_nothing_of_a_release_becomes_markup_or_code(hostile: Release) -> None:
    written = build_report([hostile])
    page = Page(written)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"img", "b", "iframe", "object", "link", "base"}
    scripts = [attributes.get("type") for tag, attributes in page.tags if tag == "script"]
    assert sorted(filter(None, scripts)) == ["application/json"] * 2 and scripts.count(None) == len(SCRIPTS)
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style", "srcdoc")]
    assert not [c for c in written if not c.isprintable() and c not in "\n\u00a0\u202e\u2009"]
    shown = "".join(page.words)
    assert "<script>alert(1)</script>" in shown and "<img src=x onerror=alert(2)>" in shown


def test_no_address_is_in_the_page_and_the_policy_forbids_them(samples: list[Release]) -> None:
    written = build_report(samples)
    assert not re.search(r"""(?:src|href|action)=["'](?!#)""", written)
    assert not re.search(r"@import|url\(", written)
    assert "default-src &#x27;none&#x27;" in written


def test_the_same_releases_give_the_same_page(samples: list[Release]) -> None:
    assert build_report(samples) == build_report(samples)


def test_a_notebook_cell_has_the_records_and_no_script(hostile: Release, report: Release) -> None:
    page = Page(to_html(hostile))
    assert not {tag for tag, _ in page.tags} & {"script", "style", "img", "b", "svg"}
    shown = to_html(report)
    assert "Ingrid Solheim" in shown and ">Positions (" in shown
    assert shown.count("text-align:left") > 50 and ">Sure</th>" in shown
    marked = set(re.findall(r'<span style="background[^"]*" title="(\w+)"', shown))
    assert {record.id for record in (*report.quotes, *report.figures, *report.dates)} <= marked


def test_offices_and_countries_are_said_once() -> None:
    actor = parse("Talks\n\n“We agree,” President Ana Roe said.").actors[0]
    said = {"titles": ["President of Belarus", "Belarus President", "President"], "affiliation": "Belarus"}
    assert office(actor.model_copy(update=said)) == "President of Belarus"
    said = {"titles": ["Belarusian President"], "affiliation": "Belarus"}
    assert office(actor.model_copy(update=said)) == "Belarusian President"
    two = {"titles": ["Minister of Health", "Deputy Prime Minister"], "affiliation": "Norway"}
    assert office(actor.model_copy(update=two)) == "Minister of Health, Deputy Prime Minister, Norway"
    assert office(actor.model_copy(update={"name": None, "titles": ["Minister of Ports"], "affiliation": None})) == ""


@pytest.mark.parametrize("releases", [[], ["without text"]])
def test_what_cannot_be_shown_is_refused(releases: list[str], report: Release) -> None:
    with pytest.raises(ValueError, match=r"no release|no text"):
        build_report([report.model_copy(update={"text": None}) for _ in releases])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    shown = draw(st.text(alphabet="ab \n<&", min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(shown)), st.integers(0, len(shown))).filter(lambda p: p[0] < p[1])
    marks = [Mark(start, end, "figure", f"F{i}") for i, (start, end) in enumerate(draw(st.lists(places, max_size=8)))]
    return shown, sorted(marks, key=lambda mark: (mark.start, -mark.end))


@settings(deadline=None)
@given(marked())
def test_marks_nest_and_hold_their_own_words(case: tuple[str, list[Mark]]) -> None:
    shown, marks = case
    lines = list(mark_lines(shown, marks, opener("r1-")))
    for start, end, content in lines:
        page = Page(content)
        assert "".join(page.words) == shown[start:end]
    for mark in marks:
        words = "".join(_inside("".join(content for *_, content in lines), mark.id))
        visible = "".join(shown[max(s, mark.start) : min(e, mark.end)] for s, e, _ in lines)
        assert words == visible


def _inside(page: str, id_: str) -> list[str]:
    """The words in the marks of one record."""
    depth, inside, words = 0, [], []
    for piece in re.split(r"(<[^>]*>)", page):
        if piece.startswith("<span"):
            depth += 1
            if f'data-r="{id_}"' in piece:
                inside.append(depth)
        elif piece.startswith("</span"):
            if inside and inside[-1] == depth:
                inside.pop()
            depth -= 1
        elif inside:
            words.append(piece.replace("&lt;", "<").replace("&amp;", "&"))
    return words


@given(st.text())
def test_text_is_always_text(words: str) -> None:
    page = Page(element("p", words, title=words))
    assert page.tags[0][0] == "p" and len(page.tags) == 1
    assert isinstance(text(words), Html)


def test_records_written_before_are_shown_too(report: Release, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "all.jsonl").write_text(report.model_dump_json() + "\n" + report.model_dump_json() + "\n", "utf-8")
    loaded = list(load_releases([str(folder / "all.jsonl")], {}))
    assert loaded == [report, report]
