"""Writes the pages that are made: `docs/reference/` from the commands' `--help` and the models of the records,
`docs/rules/`, a page a package, from the registry, and the help that the commands show. `make docs` runs it."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

from pydantic import BaseModel
from typer import rich_utils
from typer.testing import CliRunner

from summitparse import records, terms
from summitparse.cli.app import COMMANDS, app
from summitparse.cli.page import PAGES
from summitparse.rules import Example, Rule, packages, rules

DOCS = Path(__file__).parent


def commands() -> str:
    """What typer writes of every command and option."""
    tool = [sys.executable, "-m", "typer", "summitparse.cli.app", "utils", "docs", "--name", "summitparse"]
    written = subprocess.run(tool, check=True, capture_output=True, text=True, env={"COLUMNS": "100", "TERM": "dumb"})
    return without_blanks(written.stdout)


def shown() -> dict[str, str]:
    """The text of each command's `--help` in 80 columns, by its path below `docs`."""
    rich_utils.FORCE_TERMINAL = None  # no colours, wherever this is run
    runner = CliRunner(env={"COLUMNS": "80", "TERM": "dumb"})
    pages = {}
    for words in ([], *([name] for name in COMMANDS)):
        page = runner.invoke(app, [*words, "--help"], prog_name="summitparse", catch_exceptions=False).stdout
        pages[str(PAGES / f"{'-'.join(['summitparse', *words])}.txt")] = without_blanks(page)
    return pages


def without_blanks(page: str) -> str:
    """The page without blanks at the ends of lines and lines at its end."""
    return "\n".join(line.rstrip() for line in page.splitlines()).rstrip() + "\n"


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
                f"| `{field.alias or name}` | {kind(field.annotation)} | {field.description or ''} |"
                for name, field in cls.model_fields.items()
            ]
            table = "\n".join(["| field | type | meaning |", "|---|---|---|", *rows]) if rows else ""
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


def rules_of(package: str) -> str:
    """Every rule of a package with what it proposes and its examples, under a heading a file."""
    parts = [
        f"# Rules: {package}\n\nMade from the registry by `make docs`; [how to add a rule](index.md). What a rule "
        "makes of a text is in bold; a text that is struck out is a near miss, of which it makes nothing.\n"
    ]
    file = ""
    for rule in (rule for rule in rules().values() if rule.package == package):
        if rule.file != file:
            file = rule.file
            parts.append(f"## {file}\n")
        parts.append(entry(rule))
    return "\n".join(parts)


def entry(rule: Rule) -> str:
    made = f"{rule.record}.{rule.field}" if rule.field else rule.record
    lines = [f"`{rule.name}` · {made}: {rule.proposes}\n"]
    for example in rule.yes:
        lines.append(f"- {bold(example)}{f' → {example.value}' if example.value else ''}")
    lines += [f"- ~~{plain(example.text)}~~" for example in rule.no]
    return "\n".join(lines) + "\n"


def bold(example: Example) -> str:
    """The text with the words of the rule in bold, no other character of it read as markup."""
    text, at = "", 0
    for span in example.spans:
        text += f"{plain(example.text[at : span.start])}**{plain(example.text[span.start : span.end])}**"
        at = span.end
    return text + plain(example.text[at:])


def plain(text: str) -> str:
    return re.sub(r"([\\`*_<>#|~\[\]])", r"\\\1", " ↵ ".join(text.splitlines()))


def pages() -> dict[str, str]:
    """The text of each page by its path below `docs`."""
    reference = {"reference/commands.md": commands(), "reference/records.md": models()}
    return reference | {f"rules/{package}.md": rules_of(package) for package in packages()} | shown()


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_text(text, "utf-8")
