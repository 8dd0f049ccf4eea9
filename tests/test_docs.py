"""Documentation that runs: each Python block of the README and the docs gives the output that stands below it."""

import contextlib
import importlib.util
import io
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\s*```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
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
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_reference_is_that_of_the_commands_and_models() -> None:
    specification = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert specification is not None and specification.loader is not None
    generate = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generate)
    for name, text in generate.pages().items():
        assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == text, "run `make docs`"


def test_every_dependency_is_in_the_table_of_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    asked += [name for names in project["project"]["optional-dependencies"].values() for name in names]
    table = (ROOT / "README.md").read_text("utf-8").split("## Dependencies")[1].split("\n## ")[0].casefold()
    listed = set(re.findall(r"[a-z][\w.-]*", "\n".join(row.split("|")[1] for row in table.splitlines() if "|" in row)))
    for requirement in asked:
        name = re.split(r"[\[<>=;]", requirement)[0].strip()
        assert name in listed or name == project["project"]["name"], name
