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

    @property
    def in_words(self) -> bool:
        """Whether it is a whole number in words."""
        return self.style == "words"

    @property
    def sized(self) -> bool:
        """Whether groups of digits, decimals or a scale show that it is an amount, and no label or year."""
        return self.scaled or self.grouped

    @property
    def plain(self) -> bool:
        """Whether it is nothing but digits, as labels and years are."""
        return self.style == "digits" and not self.sized

    def shares_with(self, other: "Number") -> int:
        """The power of ten that a smaller number beside it leaves to it: "three" or four million 6, "two" or three
        hundred million 8; 0 where the other has a scale of its own."""
        if other.scaled:
            return 0
        counted = self.value.scaleb(-self.power)
        hundreds = self.in_words and other.in_words and counted >= 100 and counted % 100 == 0
        return self.power + 2 if hundreds and other.value * 100 < counted else self.power
