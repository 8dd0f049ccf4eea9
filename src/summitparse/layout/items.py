"""List markers at the start of a line."""

import re
from dataclasses import dataclass

_MARKER = re.compile(
    r"(?P<bullet>[•‣◦▪▫●○■□◆◇►▶▸➢➤✓✔·∙⁃§])\s*"
    r"|(?P<dash>[-–—−‒―]{1,2}|\\?\*|o)\s+(?=\S)"
    r"|(?P<dash2>[–—])(?=\w)"
    r"|\((?P<paren>\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)\s*(?=\S)"
    r"|(?P<close>\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)\s*(?=\S)"
    r"|(?P<stop>\d{1,3}(?:\.\d{1,2}){0,3}|[ivxl]{1,6}|[IVXL]{1,6}|[a-z]|[A-Z])\\?\.\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: its own style ("–", "1.", "a)", "(i)"), its number where it has one, and how long it is."""

    style: str
    number: int | None
    length: int
    width: int


def read_marker(text: str) -> Marker | None:
    """The list marker that a line begins with; `length` is that of the marker, `width` with the space after it."""
    found = _MARKER.match(text)
    if not found or found.end() == len(text):
        return None
    kind = str(found.lastgroup)
    label = found[kind]
    width = found.end()
    length = len(found.group().rstrip())
    if kind in ("bullet", "dash", "dash2"):
        return Marker("bullet " + label.lstrip("\\")[0], None, length, width)
    return Marker(f"{kind} {shape(label)}", value(label), length, width)


def shape(label: str) -> str:
    if label[0].isdigit():
        return "1"
    return "a" if label.islower() else "A"


ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def value(label: str) -> int | None:
    """What a label counts: digits, or a letter (a Roman number is found by `follows`)."""
    if label[0].isdigit():
        return int(label.split(".")[-1])
    return ord(label.lower()) - 96 if len(label) == 1 else roman(label)


def roman(label: str) -> int:
    total = 0
    digits = [ROMAN[c] for c in label.lower()]
    for i, digit in enumerate(digits):
        total += -digit if i + 1 < len(digits) and digits[i + 1] > digit else digit
    return total


def numbers(label: str) -> set[int]:
    """All readings of a label: "i" is the first Roman number and the ninth letter."""
    readings = {value(label) or 0}
    if not label[0].isdigit() and set(label.lower()) <= set(ROMAN):
        readings.add(roman(label))
    return readings
