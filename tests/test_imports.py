"""Imports point one way and stay light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import summitparse

SOURCE = Path(summitparse.__file__).parent
FINDERS = ("actors", "countries", "dates", "documents", "events", "figures", "positions", "quotes")
# What a finder stands on, and what may not be asked from below.
BELOW = {
    "lines": ("header", "layout"),
    "header": ("layout",),
    "timex": ("dates",),
    "names": ("actors", "people"),
    "cues": ("quotes",),
    "instruments": ("documents",),
    "occasions": ("events", "places"),
    "places": ("events",),
}
RUN = """import sys
from summitparse.cli import main
sys.argv = ["summitparse", "{}"]
try:
    main()
except SystemExit:
    pass
"""
HEAVY = ("spacy", "numpy", "pyarrow", "babel", "pycountry", "distributed")


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def files(folder: str) -> list[Path]:
    return sorted((SOURCE / folder).rglob("*.py"))


@pytest.mark.parametrize("path", [SOURCE / "findings.py", SOURCE / "errors.py"], ids=lambda path: path.name)
def test_the_lowest_files_import_nothing_of_ours(path: Path) -> None:
    assert not [name for name in imports(path) if name.startswith("summitparse")]


@pytest.mark.parametrize("finder", FINDERS)
def test_no_finder_imports_the_inside_of_another(finder: str) -> None:
    others = [f"summitparse.{name}" for name in FINDERS if name != finder]
    for path in files(finder):
        for name in imports(path):
            inside = [other for other in others if name.startswith(other + ".") and name.count(".") > 2]
            assert not inside, f"{path.relative_to(SOURCE)} imports {name}"


@pytest.mark.parametrize("lower", BELOW)
def test_what_stands_below_knows_nothing_of_what_stands_on_it(lower: str) -> None:
    for path in files(lower):
        upwards = [name for name in imports(path) if name.split(".")[1:2] and name.split(".")[1] in BELOW[lower]]
        assert not upwards, f"{path.relative_to(SOURCE)} imports {upwards}"


@pytest.mark.parametrize("finder", (*FINDERS, *BELOW))
def test_no_finder_knows_the_contract_or_spacy(finder: str) -> None:
    for path in files(finder):
        upwards = [
            n
            for n in imports(path)
            if n.split(".")[0] == "spacy" or n.startswith(("summitparse.records", "summitparse.cli"))
        ]
        assert not upwards, f"{path.relative_to(SOURCE)} imports {upwards}"


@pytest.mark.parametrize(
    ("statement", "others"),
    [
        ("import summitparse", ("typer", "pathlib")),
        ("import summitparse.cli.app", ("rich", "summitparse.cli.parse", "summitparse.findings")),
        (RUN.format("--help"), ("typer", "summitparse.findings")),
        (RUN.format("--version"), ("typer", "summitparse.findings")),
        (RUN.format("schema"), ("rich", "summitparse.cli.parse")),
    ],
    ids=["package", "commands", "help", "version", "schema"],
)
def test_starting_loads_nothing_heavy(statement: str, others: tuple[str, ...]) -> None:
    unwanted = (*HEAVY, *others)
    program = f"{statement}\nimport sys; print('LOADED', [m for m in {unwanted!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("LOADED []"), done.stdout[-300:]


def test_any_package_and_what_stands_below_can_be_imported_first() -> None:
    paths = [*SOURCE.glob("*/__init__.py"), *(path for lower in BELOW for path in files(lower))]
    names = sorted({".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in paths})
    names = [name.removesuffix(".__init__") for name in names]
    program = f"""import importlib, sys
for name in {names!r}:
    for loaded in [one for one in sys.modules if one.partition(".")[0] == "summitparse"]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:  # an optional part, or one of another system
        assert not error.name.startswith("summitparse"), (name, error)"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-600:]


def test_nothing_below_the_commands_imports_them() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "cli" and path.name != "__main__.py":
            assert not [name for name in imports(path) if name.startswith("summitparse.cli")], path
