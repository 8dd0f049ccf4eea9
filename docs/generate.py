"""Writes `docs/reference/`: the commands from their `--help`, the records from their models. `make docs` runs it."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

from pydantic import BaseModel

from summitparse import records, terms

REFERENCE = Path(__file__).parent / "reference"


def commands() -> str:
    """What typer writes of every command and option."""
    tool = [sys.executable, "-m", "typer", "summitparse.cli.app", "utils", "docs", "--name", "summitparse"]
    written = subprocess.run(tool, check=True, capture_output=True, text=True, env={"COLUMNS": "100", "TERM": "dumb"})
    return "\n".join(line.rstrip() for line in written.stdout.splitlines()).rstrip() + "\n"


def models() -> str:
    """Every record with its docstring and its fields, then every closed set of words, in the order of the code."""
    parts = [
        "# Records\n\nMade from `summitparse.records` and `summitparse.terms` by `make docs`; a record has its base's "
        "fields too.\n"
    ]
    classes = [
        value
        for module in (records, terms)
        for value in vars(module).values()
        if inspect.isclass(value) and value.__module__ == module.__name__
    ]
    for cls in classes:
        text = inspect.cleandoc(cls.__doc__ or "")
        if issubclass(cls, BaseModel):
            rows = [
                f"| `{field.alias or name}` | {kind(field.annotation)} |" for name, field in cls.model_fields.items()
            ]
            table = "\n".join(["| field | type |", "|---|---|", *rows]) if rows else ""
            parts.append(f"## {cls.__name__}\n\n{text}\n\n{table}\n")
        else:
            values = ", ".join(f"`{member.value}`" for member in cls)  # type: ignore[attr-defined]
            own = text if text and not text.startswith("Enum where") else ""
            parts.append("\n\n".join(filter(None, [f"## {cls.__name__}", own, values])) + "\n")
    return "\n".join(part.rstrip() + "\n" for part in parts)


def kind(annotation: object) -> str:
    """A type as a reader writes it."""
    name = annotation.__name__ if inspect.isclass(annotation) and "[" not in str(annotation) else str(annotation)
    name = re.sub(r"typing\.|summitparse\.(?:records|terms)\.|datetime\.|decimal\.|<class '|'>", "", name)
    name = re.sub(r"Annotated\[(\w+), .*\]$", r"\1", name)
    return name.replace("|", "or").replace("NoneType", "null").replace("None", "null")


def pages() -> dict[str, str]:
    return {"commands.md": commands(), "records.md": models()}


if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, "utf-8")
