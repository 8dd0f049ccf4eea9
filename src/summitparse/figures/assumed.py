"""Amounts whose currency the text never names: "$20 million" in an Australian release is read as Australian dollars."""

import re
from collections.abc import Sequence
from functools import cache

from summitparse.currencies import currencies, families, signs
from summitparse.findings import FigureFinding, Notice
from summitparse.text.words import any_of


def assumed_currencies(figures: Sequence[FigureFinding], text: str, country: str | None) -> tuple[Notice, ...]:
    """A notice for the first amount of each currency that several countries share and the text does not name in full.

    `country` is the issuer's. "$" in a release of the United States is its dollar, and needs none.
    """
    notices: dict[str, Notice] = {}
    for figure in figures:
        unit = figure.unit or ""
        if figure.kind != "money" or unit in notices or not _is_shared(text, figure):
            continue
        if (unit == "USD" and country == "US") or _outright(unit).search(text):
            continue
        why = (
            f"its issuer is in {country}"
            if country and currencies().tender.get(country) == unit
            else "no other country is known to publish it"
        )
        words = text[figure.span.start : figure.span.end]
        message = f"“{words}” is read as {unit}, for {why}; the text never says whose currency it is."
        notices[unit] = Notice("assumed-currency", message, figure.span)
    return tuple(notices.values())


def _is_shared(text: str, figure: FigureFinding) -> bool:
    """Whether the words of an amount are those of several currencies."""
    before = text[figure.span.start : figure.number.start].casefold().strip(" .").rpartition(" ")[2]
    behind = " ".join(text[figure.number.end : figure.span.end].casefold().split())
    return before in signs() or behind in families()


@cache
def _outright(code: str) -> re.Pattern[str]:
    """What names a currency for certain: its code, a sign with its country's letters, its name with an adjective."""
    table = currencies()
    names = [name for name, other in table.names.items() if other == code and " " in name]
    marks = [f"{letters}$" for letters, other in table.dollars.items() if other == code]
    marks += [f"{letters} $" for letters, other in table.dollars.items() if other == code and len(letters) > 1]
    said, signed = any_of([code.lower(), *names]), any_of(marks) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:(?:{said})(?![^\W\d_])|(?:{signed}))", re.IGNORECASE)
