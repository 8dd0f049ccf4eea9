"""The rules of every package, read from the files that stand beside their code."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from summitparse.findings import Span
from summitparse.lexicon import beside

_BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the words in it that the rule makes a record or a field of; `value` is what they are read as, and
    `reference` the day of the release (ISO 8601), where either is given."""

    text: str
    spans: tuple[Span, ...] = ()
    value: str | None = None
    reference: str | None = None

    @classmethod
    def read(cls, entry: str | list[str]) -> "Example":
        """An example as it stands in a file: the words in brackets, a value and a day behind it or not."""
        marked, *more = [entry] if isinstance(entry, str) else entry
        ends = [found.start() - number for number, found in enumerate(_BRACKET.finditer(marked))]
        spans = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True))
        return cls(_BRACKET.sub("", marked), spans, *more)

    @property
    def marked(self) -> str:
        """The text with the words in brackets."""
        text, at = "", 0
        for span in self.spans:
            text += f"{self.text[at : span.start]}[{self.text[span.start : span.end]}]"
            at = span.end
        return text + self.text[at:]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `package` by its name. It makes records of the kind `record` ("figures", "event"), or their `field`
    where one is given. `file` is where it is registered, below the package of the program, and `code` where it is
    carried out, a file or "FILE:FUNCTION", if its full name does not stand in the code."""

    name: str
    package: str
    record: str
    field: str
    proposes: str
    yes: tuple[Example, ...]
    no: tuple[Example, ...]
    file: str
    code: str = ""


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its name, the packages in alphabetical order, each in the order of its files.

    Raises `ValueError` where a name is given twice.
    """
    found: dict[str, Rule] = {}
    for package in _folders(files("summitparse")):
        for path, text in _files(package):
            for rule in _read(package.name, f"{package.name}/{path}", text):
                if rule.name in found:
                    raise ValueError(f"{rule.file}: {rule.name} is registered in {found[rule.name].file} too")
                found[rule.name] = rule
    return found


def packages() -> list[str]:
    """The packages that have rules, in alphabetical order."""
    return list(dict.fromkeys(rule.package for rule in rules().values()))


def parts_of(value: str) -> list[Rule]:
    """The rules that the value of a field `rule` names: "count.noun-parsed" is that of the noun and that of the step
    after it, "calendar.nth-weekday+calendar.month" is both. Empty for a value that nobody registered."""
    found: list[Rule] = []
    for part in value.split("+"):
        found += [rule for rule in _parts(part) if rule not in found]
    return found


def _parts(name: str) -> list[Rule]:
    known = rules()
    if name in known:
        return [known[name]]
    for dash in (at for at, sign in enumerate(name) if sign == "-" and at):
        if name[dash:] in known:
            return [*_parts(name[:dash]), known[name[dash:]]]
    families = [family for family in known if family.endswith((".", "-")) and name.startswith(family)]
    return [known[max(families, key=len)]] if families else []


def _folders(package: Traversable) -> list[Traversable]:
    return sorted((entry for entry in package.iterdir() if entry.is_dir()), key=lambda entry: entry.name)


def _files(package: Traversable) -> Iterator[tuple[str, str]]:
    """The files of a package that register rules, with their paths in it."""
    one, folder = package / "rules.toml", package / "rules"
    if one.is_file():
        yield one.name, one.read_text("utf-8")
    if package.name != "rules" and folder.is_dir():
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.name.endswith(".toml"):
                yield f"{folder.name}/{entry.name}", entry.read_text("utf-8")


def _read(package: str, file: str, text: str) -> Iterator[Rule]:
    table = tomllib.loads(text)
    if "frames" in table:
        path = f"{package}/{table['frames']}"
        yield from _entries(package, path, table, beside(package, table["frames"])["frames"])
    yield from _entries(package, file, table, table.get("rules", []))


def _entries(package: str, file: str, table: dict[str, Any], entries: list[dict[str, Any]]) -> Iterator[Rule]:
    for entry in entries:
        yes, no = (tuple(Example.read(example) for example in entry.get(key, ())) for key in ("yes", "no"))
        proposes = entry.get("proposes") or table["proposes"].format_map(entry)
        record, field, code = (entry.get(key, table.get(key, "")) for key in ("record", "field", "code"))
        yield Rule(entry["name"], package, record, field, proposes, yes, no, file, code)
