"""What a person has decided: who is one, who is not, and who is nobody. A TOML file that is edited by hand.

merge = [["Joe Biden", "Joseph R. Biden, Jr."]]
split = [["John Smith", { name = "John Smith", files = "au-*" }]]
nobody = ["Victoria Street"]
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from summitparse.errors import UnreadableInput, UsageError
from summitparse.people.appearance import Appearance
from summitparse.people.person import Person
from summitparse.people.written import fold

KEYS = ("merge", "split", "nobody")


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever has this name (capitals and blanks aside), in all files or in those of a pattern (`*` and `?`)."""

    name: str
    files: str = "*"

    def means(self, appearance: Appearance) -> bool:
        return self.name in (appearance.shown.casefold(), appearance.name.text.casefold()) and (
            self.files == "*" or fnmatchcase(appearance.file, self.files)
        )


@dataclass(slots=True)
class Choices:
    """`merge`: each group is one person; `split`: those of a group are different people; `nobody`: no people."""

    merge: list[list[Who]] = field(default_factory=list)
    split: list[list[Who]] = field(default_factory=list)
    nobody: list[Who] = field(default_factory=list)
    _kept: set[int] = field(default_factory=set)

    def sort(self, found: Iterable[Appearance]) -> tuple[list[Person], list[Appearance], list[Appearance]]:
        """The people that are decided, and of all others the appearances with a full name and those without."""
        decided: dict[int, Person] = {}
        full, short = [], []
        for appearance in found:
            if any(who.means(appearance) for who in self.nobody):
                continue
            group = self._group(appearance)
            if group is not None:
                person = decided.setdefault(group, Person(appearance.name))
                if len(appearance.name.words) > len(person.name.words):
                    person.name = appearance.name
                person.take(appearance)
                self._kept.add(id(person))
            elif len(appearance.name.words) > 1:
                full.append(appearance)
            else:
                short.append(appearance)
        return list(decided.values()), full, short

    def _group(self, appearance: Appearance) -> int | None:
        """A number for those of one `merge`, and for one whom a `split` names in some files only."""
        groups = [*self.merge, *([who] for split in self.split for who in split if who.files != "*")]
        return next((i for i, group in enumerate(groups) if any(who.means(appearance) for who in group)), None)

    def keeps(self, person: Person) -> bool:
        """True for a person that was decided."""
        return id(person) in self._kept

    def apart(self, person: Person, other: Person) -> bool:
        """True if a `split` says that these are two."""
        for group in self.split:
            mine, theirs = ({_meant(group, one) for one in who.found} - {None} for who in (person, other))
            if mine and theirs and not mine & theirs:
                return True
        return False


def _meant(group: list[Who], appearance: Appearance) -> Who | None:
    """The one of a group that means it; one that names files goes first."""
    meant = [who for who in group if who.means(appearance)]
    return min(meant, key=lambda who: who.files == "*", default=None)


def read_choices(path: Path) -> Choices:
    """The file's choices; raises `UnreadableInput`, and `UsageError` for what is none."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UnreadableInput(f"{path} cannot be read ({reason}). Check the path given to --choices.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path} is no TOML ({error}).") from None
    unknown = sorted(set(table) - set(KEYS))
    if unknown:
        raise UsageError(f"{path}: {unknown[0]!r} is none of {', '.join(KEYS)}.")
    return Choices(
        [_several(group, path) for group in _listed(table, "merge", path)],
        [_several(group, path) for group in _listed(table, "split", path)],
        [_who(value, path) for value in _listed(table, "nobody", path)],
    )


def _listed(table: Mapping[str, Any], key: str, path: Path) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise UsageError(f'{path}: {key} is to be a list, such as {key} = [["A. Name", "Anne Name"]].')
    return value


def _several(group: Any, path: Path) -> list[Who]:
    if not isinstance(group, list) or len(group) < 2:
        raise UsageError(f"{path}: a merge or a split names two or more, not {group!r}.")
    return [_who(value, path) for value in group]


def _who(value: Any, path: Path) -> Who:
    if isinstance(value, str):
        return Who(fold(value).casefold())
    if isinstance(value, dict) and value.keys() == {"name", "files"}:
        return Who(fold(str(value["name"])).casefold(), str(value["files"]))
    raise UsageError(f"{path}: {value!r} is neither a name nor {{ name = …, files = … }}.")
