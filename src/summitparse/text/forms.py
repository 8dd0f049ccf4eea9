"""Patterns as data: `forms.toml` of a package holds them by name, each with what it must match and what it must not."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_PART = re.compile(r"\{([A-Z_]+)\}")


@cache
def form(package: str, name: str) -> re.Pattern[str]:
    """The pattern of that name of a package: `form("summitparse.layout", "label.dash")`."""
    table = forms(package)
    row = table[name]
    parts = table.get("parts", {})
    pattern = _PART.sub(lambda found: str(parts[found[1]]), "".join(row["pattern"]))
    return re.compile(pattern, re.IGNORECASE if row.get("ignore_case") else 0)


@cache
def forms(package: str) -> dict[str, Any]:
    """All forms of a package, and the `parts` that several of them share."""
    return tomllib.loads(files(package).joinpath("forms.toml").read_text("utf-8"))
