"""Actors that nobody in the text is named for: made when they are asked for, and found again."""

from collections.abc import Hashable

from summitparse.actors.create import Description
from summitparse.findings import Span

_PRONOUNS = {"organisation": "it", "document": "it", "person": "he", "group": "they"}


class Made:
    """Which number a described source has: by its place, by its key, or by the noun that points back to it."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, int] = {}
        self._by_place: dict[Span, int] = {}
        self._by_noun: dict[str, list[tuple[int, int]]] = {}

    def at(self, span: Span) -> int | None:
        return self._by_place.get(span)

    def find(self, description: Description, span: Span) -> int | None:
        """The same source made before: "the commission" is the last before it whose noun was "commission"."""
        if description.points_back:
            earlier = [entry for entry in self._by_noun.get(description.noun, ())[-20:] if entry[0] <= span.start]
            if earlier:
                return max(earlier)[1]
        return self._by_key.get(description.key)

    def add(self, description: Description, span: Span, number: int) -> None:
        """Notes that the actor `number` is what stands at `span`."""
        self._by_place[span] = number
        self._by_key.setdefault(description.key, number)
        for noun in dict.fromkeys((description.noun, _PRONOUNS.get(description.kind, ""))):
            if noun:
                self._by_noun.setdefault(noun, []).append((span.start, number))

    def last_person(self, before: int) -> tuple[int, int] | None:
        """Where the last person made before a place stands, and their number."""
        return max((entry for entry in self._by_noun.get("he", ())[-20:] if entry[0] < before), default=None)

    def last_group(self, before: int) -> tuple[int, int] | None:
        """Where the last group made before a place stands, and its number."""
        return max((entry for entry in self._by_noun.get("they", ())[-20:] if entry[0] < before), default=None)
