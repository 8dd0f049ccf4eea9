"""Datasette, started on the files that a batch has written: every view answers, its facets and its search work."""

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from summitparse.batch.names import Names
from summitparse.batch.sinks import choose
from summitparse.batch.sinks.datasette import describe
from tests.batch.test_sinks import LINES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from datasette.app import Datasette
    from datasette.utils import parse_metadata

VIEWS = ("said", "figures_over_time", "signed", "positions_over_time")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The description, as its file gives it."""
    path = tmp_path_factory.mktemp("described") / "out.sqlite"
    sink = choose(path)
    sink.write(iter(LINES), path)
    describe(sink, path, Names(path).description)
    return {"path": path, "metadata": parse_metadata(Names(path).description.read_text("utf-8"))}


@pytest.fixture(scope="module")
def datasette(described: dict[str, Any]) -> Iterator[Any]:
    served = Datasette([str(described["path"])], metadata=described["metadata"])
    with asyncio.Runner() as runner:
        runner.run(served.invoke_startup())

        def get(address: str, **asked: str) -> Any:
            answer = runner.run(served.client.get(f"/out{address}", params=asked))
            assert answer.status_code == 200, (address, answer.text[:300])
            return answer.json() if ".json" in address else answer.text

        yield get
        for database in served.databases.values():
            database.close()
        served.executor.shutdown()


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_answers_and_its_facets_count(datasette: Any, described: dict[str, Any], view: str) -> None:
    about = described["metadata"]["databases"]["out"]["tables"][view]
    page = datasette(f"/{view}")
    assert about["title"] in page
    found = datasette(f"/{view}.json", _shape="objects")
    if view not in ("signed", "figures_over_time"):
        assert len(found["rows"]) in (3, 6)
    for facet in about["facets"]:
        assert facet in found["columns"]
        assert facet in found["facet_results"], facet


def test_what_is_described_exists(described: dict[str, Any], datasette: Any) -> None:
    tables = described["metadata"]["databases"]["out"]["tables"]
    for table, about in tables.items():
        columns = set(datasette(f"/{table}.json", _shape="objects")["columns"])
        assert {*about.get("facets", []), *filter(None, [about.get("label_column")])} <= columns, table


def test_a_view_is_searched_by_any_form_of_a_word(datasette: Any) -> None:
    assert len(datasette("/said.json", _search="paying")["rows"]) == 6
    assert datasette("/said.json", _search="investments")["rows"] == []
    assert len(datasette("/signed.json", _search="pacts")["rows"]) == 3


def test_a_row_is_labelled_by_the_title_of_its_release(datasette: Any) -> None:
    found = datasette("/quotes.json", _labels="on", _shape="objects")
    assert found["rows"][0]["release"] == {"value": 1, "label": "=1+1"}


def test_a_description_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "my: 'base.db"
    names = Names(path)
    describe(choose(path), path, names.description)
    assert list(yaml.safe_load(names.description.read_text("utf-8"))["databases"]) == ["my: 'base"]
    names.description.write_text("title: Mine\n")
    describe(choose(path), path, names.description)
    assert names.description.read_text() == "title: Mine\n"


def test_other_outputs_have_no_description(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    describe(choose(path), path, Names(path).description)
    assert not Names(path).description.exists()
