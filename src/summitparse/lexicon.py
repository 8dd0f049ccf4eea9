"""Vocabulary is data: one TOML file beside the rules that read it, and one of a user's own on top of them all.

A user's file (`--lexicon FILE`) has a table a lexicon, named by its package and file, with the same keys and kinds of
values as the built-in one; its lists, words and tables are added to those:

    [quotes.cues]
    saying = ["quoth"]

    [documents.instruments.heads]
    agreement = ["framework accord"]
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from summitparse.errors import UnreadableInput, UsageError

# More words than any lexicon holds.
MOST_BYTES = 1_000_000
# Full stops in a line: the parser of TOML keeps every beginning of a dotted key, 10 GB for one of 50,000 parts.
MOST_DOTS = 200
_own: dict[str, Any] = {}


def beside(package: str, *path: str) -> dict[str, Any]:
    """The TOML file that lies beside the code of a package, by its path there, e.g. `beside("summitparse.layout",
    "forms.toml")`. The package is not imported: what stands below a finder reads its words too."""
    folder = files("summitparse").joinpath(package.removeprefix("summitparse."))
    return tomllib.loads(folder.joinpath(*path).read_text("utf-8"))


@cache
def load(package: str, name: str) -> dict[str, Any]:
    """The lexicon `lexicon/NAME.toml` of the package, e.g. `load("summitparse.dates", "months")`."""
    folder = package.removeprefix("summitparse.")
    table = beside(package, "lexicon", f"{name}.toml")
    added = _own.get(folder, {}).get(name)
    return merge(table, added, f"{folder}.{name}") if added else table


@cache
def listed(package: str, name: str, *keys: str) -> frozenset[str]:
    """The words under a key of the lexicon, or under a key of a table of it: `listed("summitparse.dates", "tense",
    "past")`. A string is words with spaces between, a table of lists is the words of all of them.
    """
    value: Any = load(package, name)
    for key in keys:
        value = value[key]
    return frozenset(_words(value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    else:
        yield from value.split() if isinstance(value, str) else value


def use(path: str | Path | None) -> None:
    """Adds a user's own words. To be called before the first release of a process is parsed, or not at all.

    Raises `UnreadableInput` for a file that is none, and `UsageError` for what does not fit the built-in lexicons.
    """
    if path is not None:
        adopt(read(path), str(path))


def read(path: str | Path) -> str:
    """The file's text; raises `UnreadableInput`."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise UnreadableInput(f"{path} is larger than {MOST_BYTES:,} bytes. Is it the file meant by --lexicon?")
        return data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UnreadableInput(f"{path} cannot be read ({reason}). Check the path given to --lexicon.") from None


def adopt(text: str, name: str) -> None:
    """The same for words that were read already; a second time with the same words it does nothing.

    Raises `UsageError`.
    """
    try:
        if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
            raise ValueError
        own = tomllib.loads(text)
        if own != _own:
            _check(own, name)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not a TOML file ({error}). Correct it at that place.") from None
    except (RecursionError, ValueError):
        raise UsageError(f"{name} has a value that is nested too deep or too long. Lexicons hold words.") from None
    if own == _own:
        return
    _own.clear()
    _own.update(own)
    load.cache_clear()
    listed.cache_clear()


def _check(own: dict[str, Any], name: str) -> None:
    """Raises `UsageError` for what does not fit the built-in lexicons."""
    known = lexicons()
    for package, tables in own.items():
        for lexicon, table in tables.items() if isinstance(tables, dict) else [(None, None)]:
            if (package, lexicon) not in known:
                raise UsageError(
                    f"{name}: there is no lexicon [{package}.{lexicon}]. Known: {', '.join(names(known))}."
                )
            merge(load(f"summitparse.{package}", lexicon), table, f"{package}.{lexicon}")


def lexicons() -> list[tuple[str, str]]:
    """Package and name of every built-in lexicon."""
    return sorted((path.parts[-3], path.stem) for path in Path(__file__).parent.glob("*/lexicon/*.toml"))


def names(known: list[tuple[str, str]]) -> list[str]:
    return [".".join(pair) for pair in known]


def merge(base: Any, added: Any, where: str) -> Any:
    """The base with what is added: lists and tables grow, words in a string too, a single value is replaced.

    Raises `UsageError` where an addition is of another kind than the base, or names a key of a closed table.
    """
    if isinstance(base, dict) and isinstance(added, dict):
        grown = dict(base)
        for key, value in added.items():
            if key in base:
                grown[key] = merge(base[key], value, f"{where}.{key}")
            elif all(isinstance(other, type(value)) for other in base.values()) and not isinstance(value, list | dict):
                grown[key] = value
            else:
                raise UsageError(f"[{where}] has no {key!r}. It has: {', '.join(sorted(base))}.")
        return grown
    if isinstance(base, list) and isinstance(added, list):
        kinds = {type(item) for item in base}
        strange = next((item for item in added if kinds and type(item) not in kinds), None)
        if strange is not None:
            raise UsageError(f"[{where}] is a list of {kind(base[0])}; {strange!r} is {kind(strange)}.")
        return [*base, *(item for item in added if item not in base)]
    if isinstance(base, str) and isinstance(added, str):
        return f"{base}\n{added}"
    raise UsageError(f"[{where}] is {kind(base)}; {added!r} is {kind(added)}.")


def kind(value: Any) -> str:
    """What a value is, in a user's words."""
    if isinstance(value, bool | int | float):
        return "a number" if not isinstance(value, bool) else "true or false"
    return {"str": "text", "list": "a list", "dict": "a table"}.get(type(value).__name__, type(value).__name__)
