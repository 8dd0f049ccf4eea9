"""What is passed on between the steps of the figures finder."""

from dataclasses import dataclass
from decimal import Decimal

from summitparse.findings import Span
from summitparse.numbers import Number

# Kinds of what has a unit of its own.
AMOUNTS = ("money", "percent", "quantity")
HYPHENS = ("-", "‑")


@dataclass(slots=True)
class Item:
    """A number with what its neighbourhood makes of it; `core` offsets are without bound words."""

    number: Number
    start: int
    end: int
    kind: str = ""
    unit: str | None = None
    rule: str = ""
    value: Decimal = Decimal(0)
    upper: Decimal | None = None
    bound: str = "="
    change: str | None = None
    # Where the words of bound begin and end; the finding's span.
    left: int = -1
    right: int = -1
    # A number inside the noun phrase, which is a name's: "737" in "two new 737 Max jets".
    passes: tuple[int, int] | None = None
    # The second value of "fell from 9 to 7".
    moved: bool = False
    # Whether words of bound stand before it.
    stated: bool = False
    # What it measures, where the head of a table says it.
    measure: Span | None = None

    def told(self, kind: str, unit: str | None, rule: str) -> None:
        """Sets what a rule says of it."""
        self.kind, self.unit, self.rule = kind, unit, rule
