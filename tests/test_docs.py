"""Documentation that runs: each Python block of the README and the docs gives the output that stands below it."""

import contextlib
import importlib.util
import io
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer

from summitparse import lexicon
from summitparse.cli.app import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\s*```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ .*?summitparse (\S.*)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
BLOCKS = [
    pytest.param(match.group(1), match.group(2), id=f"{page.name}-{number}")
    for page in PAGES
    for number, match in enumerate(BLOCK.finditer(page.read_text("utf-8")), 1)
]


@pytest.mark.parametrize(("code", "output"), BLOCKS)
def test_a_block_runs_and_prints_what_it_says(
    code: str, output: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<docs>", "exec"), {"__name__": "docs"})
    if output is not None:
        assert printed.getvalue() == output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_is_one(page: Path) -> None:
    """Each line after a prompt: the command exists, and so does each of its options."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for line in COMMAND.findall(page.read_text("utf-8")):
        words = shlex.split(re.split(r"[|>]|\s#|;", line)[0])
        if not words or words[0][0] in "-[":
            continue
        known = {name for option in commands[words[0]].params for name in (*option.opts, *option.secondary_opts)}
        given = {word.partition("=")[0] for word in words[1:] if word.startswith("-") and len(word) > 1}
        assert given <= known | {"--help", "-h"}, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_lexicon_on_a_page_is_taken(page: Path) -> None:
    for block in re.findall(r"^```toml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        for package, tables in tomllib.loads(block).items():
            for name, table in tables.items():
                built_in = lexicon.load(f"summitparse.{package}", name)
                assert lexicon.merge(built_in, table, name) != built_in


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_pages_are_those_of_the_commands_the_models_and_the_rules() -> None:
    specification = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert specification is not None and specification.loader is not None
    generate = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generate)
    for name, text in generate.pages().items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, "run `make docs`"


def test_every_dependency_is_in_the_table_of_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    asked += [name for names in project["project"]["optional-dependencies"].values() for name in names]
    table = (ROOT / "README.md").read_text("utf-8").split("## Dependencies")[1].split("\n## ")[0].casefold()
    listed = set(re.findall(r"[a-z][\w.-]*", "\n".join(row.split("|")[1] for row in table.splitlines() if "|" in row)))
    for requirement in asked:
        name = re.split(r"[\[<>=;]", requirement)[0].strip()
        assert name in listed or name == project["project"]["name"], name
