"""Patterns as data: `forms.toml` of a package holds them by name, each with what it must match and what it must not.

Names in braces stand for `parts` of the file (in capitals) or for lists of the package's lexicons: `{nouns.aged}`."""

import re
from functools import cache
from typing import Any

from summitparse.lexicon import beside, listed
from summitparse.text.words import any_of

_PART = re.compile(r"\{([A-Z_]+)\}")
_WORDS = re.compile(r"\{([a-z_]+)\.([a-z_]+)\}")


@cache
def form(package: str, name: str) -> re.Pattern[str]:
    """The pattern of that name of a package: `form("summitparse.layout", "label.dash")`."""
    table = forms(package)
    row = table[name]
    parts = table.get("parts", {})
    pattern = _PART.sub(lambda found: str(parts[found[1]]), "".join(row["pattern"]))
    pattern = _WORDS.sub(lambda found: any_of(listed(package, found[1], found[2])), pattern)
    return re.compile(pattern, re.IGNORECASE if row.get("ignore_case") else 0)


def form_before(package: str, name: str, text: str, at: int) -> re.Match[str] | None:
    """The form that ends at `at`, no farther back than the `reach` of its row (characters)."""
    return form(package, name).search(text, max(0, at - forms(package)[name]["reach"]), at)


def form_within(package: str, name: str, text: str) -> re.Match[str] | None:
    """The form that the text begins with, of which it sees no more than the `window` of its row (characters)."""
    return form(package, name).match(text[: forms(package)[name]["window"]])


@cache
def forms(package: str) -> dict[str, Any]:
    """All forms of a package, and the `parts` that several of them share."""
    return beside(package, "forms.toml")
