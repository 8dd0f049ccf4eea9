"""Nothing in an input is executed, fetched, followed or obeyed: what SECURITY.md promises, held by tests.

Reports are tried in a browser in `tests/view/test_browser.py`, formulas in `tests/batch/test_sinks.py`, entities and
archives in `tests/reading/test_hostile.py`.
"""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import summitparse
from summitparse import parse
from summitparse.export.annotations import to_annotations
from summitparse.serialise import to_json
from summitparse.view.terminal import to_text
from tests.cli.conftest import Run
from tests.cli.conftest import here as here  # the fixtures
from tests.cli.conftest import run as run
from tests.cli.conftest import warmed as warmed

PACKAGE = Path(summitparse.__file__).parent
# What executes what it reads, or speaks to other machines. The cluster engine does, with what a user names.
EXECUTES = "pickle cPickle cloudpickle dill joblib marshal shelve yaml jinja2 subprocess pty runpy code"
SPEAKS = "socket ssl http urllib ftplib smtplib xmlrpc requests httpx aiohttp"
FORBIDDEN = frozenset(EXECUTES.split() + SPEAKS.split())
CALLS = frozenset(("eval", "exec", "compile", "__import__"))
ATTRIBUTES = frozenset(("system", "popen", "extractall", "mktemp", "fork", "execv", "spawnv"))
# C0 and C1 controls that a terminal obeys, DEL, and marks that turn the direction of what it shows.
OBEYED = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202d\u202e\u2066\u2067\u2068"} - set(
    "\n\t"
)
HOSTILE = (
    "Talks \x1b[31min Oslo\x1b]0;owned\x07\n\nJanuary 30, 2024\n\n“We \x1b[2J\x9b5magree\x7f \u202eon 5\x85 ships,” "
    "President Ann Exam\x9bple said on 3 May 2024.\n"
)


@cache
def modules() -> list[tuple[str, list[ast.AST]]]:
    """Every module, and all nodes of its tree."""
    return [
        (path.relative_to(PACKAGE).as_posix(), list(ast.walk(ast.parse(path.read_text("utf-8")))))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def imported(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def called(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in CALLS:
                yield node.func.id
            if isinstance(node.func, ast.Attribute) and node.func.attr in ATTRIBUTES:
                yield node.func.attr


def test_no_module_executes_or_fetches_what_it_reads() -> None:
    found = [
        (name, what) for name, nodes in modules() for what in (*FORBIDDEN.intersection(imported(nodes)), *called(nodes))
    ]
    # A release is parsed in a copy of this process, which runs nothing else; `watch --allow-network` fetches pages.
    assert found == [("in_child.py", "fork"), ("watch/fetch.py", "httpx")]


def test_arrays_are_loaded_without_pickle_and_trees_without_entities() -> None:
    """Each call of a loader that could do more says that it must not."""
    asked = {"load": ("allow_pickle", False), "XMLParser": ("resolve_entities", False)}
    seen = set()
    for name, nodes in modules():
        for node in nodes:
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            if (owner, node.func.attr) in (("np", "load"), ("numpy", "load"), ("etree", "XMLParser")):
                word, value = asked[node.func.attr]
                given = {k.arg: getattr(k.value, "value", None) for k in node.keywords}
                assert given.get(word, "left out") is value, name
                seen.add(node.func.attr)
    assert seen == set(asked)


def test_a_module_that_executes_would_be_found() -> None:
    nodes = list(ast.walk(ast.parse("import pickle\nfrom yaml import load\neval('1')\narchive.extractall()")))
    assert FORBIDDEN & set(imported(nodes)) == {"pickle", "yaml"}
    assert set(called(nodes)) == {"eval", "extractall"}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda release: to_json(release, text=True), id="json"),
        pytest.param(lambda release: to_json(release, text=True, indent=2), id="indented"),
        pytest.param(lambda release: to_text(release, colour=False), id="table"),
        pytest.param(to_annotations, id="annotations"),
    ],
)
def test_no_control_of_a_text_reaches_a_terminal(written) -> None:  # type: ignore[no-untyped-def]
    shown = written(parse(HOSTILE))
    direction = {c for c in OBEYED if c > "\u2000"} if shown.startswith("{") else set()  # JSON keeps letters' marks
    assert not set(shown) & (OBEYED - direction)


def test_json_keeps_the_values_of_what_it_escapes() -> None:
    assert json.loads(to_json(parse(HOSTILE), text=True))["text"] == HOSTILE


@pytest.mark.parametrize("options", [(), ("--format", "table"), ("--format", "jsonl")])
def test_no_control_of_a_name_or_a_text_reaches_a_terminal(
    options: tuple[str, ...], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a\x1b[31mb\x9b2Jc\u202ed\re.txt"
    (tmp_path / name).write_text(HOSTILE, "utf-8")
    monkeypatch.chdir(tmp_path)
    found, missing = run("parse", *options, name), run("parse", *options, "no" + name)
    assert (found.code, missing.code, missing.err.count("\n")) == (0, 3, 1)
    direction = {c for c in OBEYED if c > "\u2000"} if "table" not in options else set()
    assert not set(found.out) & (OBEYED - direction)
    assert not set(found.err + missing.err) & OBEYED


def test_no_path_of_an_input_decides_where_something_is_written(
    tmp_path: Path, here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Members that climb out of their archive are read as text and name nothing."""
    from tests.reading.documents import zipped

    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.zip").write_bytes(zipped({"../../climbed.txt": HOSTILE, "/tmp/rooted.txt": HOSTILE}))
    monkeypatch.chdir(inner)
    done = here("batch", "a.zip", "--output", "out.jsonl")
    assert done.code == 0, done.err
    assert not list(tmp_path.glob("climbed*")) and not Path("/tmp/rooted.txt").exists()
    assert not set(done.err) & OBEYED
