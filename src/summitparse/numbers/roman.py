"""Roman numerals up to 399, as events are numbered."""

import re

ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![\w'’])")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(numeral: str) -> int:
    """The value of a numeral up to 399."""
    total = 0
    for here, behind in zip(numeral, numeral[1:] + " ", strict=True):
        value = _VALUES[here]
        total += -value if value < _VALUES.get(behind, 0) else value
    return total
