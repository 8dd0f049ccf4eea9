"""A number as it stands in a text."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Number:
    """A number as it stands in the text, without unit.

    `style` is "digits", "words", "vague" ("dozens"), "fraction" ("two-thirds"), "fold", "ordinal" or "roman"; `scaled`
    says that a scale word is part of it, `grouped` that its digits are grouped or have decimals.
    """

    start: int
    end: int
    value: Decimal
    style: str = "digits"
    scaled: bool = False
    grouped: bool = False
    upper: Decimal | None = None
    power: int = 0
