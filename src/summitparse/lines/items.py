"""List markers at the start of a line: bullets, dashes, numbers, letters, Roman numbers."""

from dataclasses import dataclass, field

from summitparse.lines.forms import form

# Markers that are signs and count nothing.
_SIGNS = frozenset({"bullet", "dash", "tight"})
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: its style ("bullet –", "stop 1", "paren a"), what it counts in each way to read it (the letter
    "i" is also the first Roman number), how long it is, and how long with the space after it."""

    style: str
    readings: dict[str, int]
    length: int
    width: int


def read_marker(text: str) -> Marker | None:
    """The list marker that a line begins with."""
    found = form("marker").match(text)
    if not found:
        return None
    kind = str(found.lastgroup)
    label = found[kind]
    length = len(found.group().rstrip())
    if kind in _SIGNS:
        return Marker("bullet " + label.lstrip("\\")[0], {}, length, found.end())
    return Marker(kind, {f"{kind} {way}": number for way, number in read_number(label).items()}, length, found.end())


def read_number(label: str) -> dict[str, int]:
    if label[0].isdigit():
        *outer, last = label.split(".")
        return {".".join([*outer, "1"]): int(last)}
    case = "a" if label.islower() else "A"
    readings = {case: ord(label.lower()) - 96} if len(label) == 1 else {}
    if set(label.lower()) <= set(ROMAN):
        readings["i" if case == "a" else "I"] = roman(label)
    return readings


def roman(label: str) -> int:
    digits = [ROMAN[char] for char in label.lower()]
    following = [*digits[1:], 0]
    return sum(-a if a < b else a for a, b in zip(digits, following, strict=True))


@dataclass(slots=True)
class Counting:
    """What the lists of a text have counted so far. A number is a marker only as the first of a list or as the next
    one, so that "2016. The year …" at the start of a wrapped line is none."""

    last: dict[str, int] = field(default_factory=dict)

    def counts(self, marker: Marker) -> bool:
        if not marker.readings:
            return True
        for way, number in marker.readings.items():
            if number == self.last.get(way, 0) + 1 and number > 1:
                self.last[way] = number
                return True
        for way, number in reversed(marker.readings.items()):
            if number == 1:
                self.last[way] = 1
                return True
        return False
