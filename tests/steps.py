"""A matcher for regular expressions that counts its steps: it backtracks as `re` does, and needs no clock to tell how
the work grows with the text.

Where only the growth matters, a bounded repeat may count as one of a few: its bound is part of a constant.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# A repeat of as many may as well have no bound.
UNBOUNDED = 2000
NO_BOUND = 1 << 30
MOST_FRAMES = 100_000
GREEDY, LAZY, POSSESSIVE = codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT
ONE = (codes.IN, codes.LITERAL, codes.NOT_LITERAL, codes.ANY)
# What goes on behind a node, and the node itself: whether the rest matches from a place on.
Rest = Callable[[int], bool]
Node = Callable[[int, Rest], bool]


class TooMany(Exception):
    """More steps than were allowed."""


class Matcher:
    """One pattern, its bounds cut to `bound`; `count` is the work of the last search, in steps."""

    def __init__(self, pattern: str, flags: int, bound: int = UNBOUNDED) -> None:
        self.bound = bound
        tree = parser.parse(pattern, flags)
        self.flags = tree.state.flags
        self.text = ""
        self.count = self.most = 0
        self.groups: dict[int, tuple[int, int]] = {}
        self.node = self._sequence(tree)

    def spans(self, text: str, most: int) -> list[tuple[int, int]]:
        """All that matches in a text, as `finditer` gives it. Raises `TooMany` above so many steps."""
        self.text, self.count, self.most = text, 0, most
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(MOST_FRAMES)
        try:
            return list(self._search(text))
        finally:
            sys.setrecursionlimit(before)

    def _search(self, text: str) -> Iterator[tuple[int, int]]:
        start, empty = 0, True  # behind a match that holds characters an empty one may begin at its end
        while start <= len(text):
            self.groups = {}
            ends: list[int] = []

            def matched(end: int, start: int = start, empty: bool = empty, ends: list[int] = ends) -> bool:
                if end > start or empty:
                    ends.append(end)
                return bool(ends)

            if self.node(start, matched):
                yield start, ends[0]
                empty = ends[0] > start
                start = ends[0]
            else:
                start, empty = start + 1, True

    def _step(self, number: int = 1) -> None:
        self.count += number
        if self.count > self.most:
            raise TooMany

    def _sequence(self, items: Sequence[Any]) -> Node:
        nodes = [self._node(op, argument) for op, argument in items]
        if len(nodes) == 1:
            return nodes[0]

        def match(at: int, rest: Rest, index: int = 0) -> bool:
            if index == len(nodes):
                return rest(at)
            return nodes[index](at, lambda end: match(end, rest, index + 1))

        return match

    def _node(self, op: Any, argument: Any) -> Node:
        if op in ONE:
            return self._one(self._test(op, argument))
        if op in (GREEDY, LAZY, POSSESSIVE):
            return self._repeat(op, *argument)
        if op is codes.BRANCH:
            branches = [self._sequence(branch) for branch in argument[1]]
            return self._branches(branches)
        if op is codes.SUBPATTERN:
            return self._group(argument[0], self._sequence(argument[3]))
        if op is codes.ATOMIC_GROUP:
            return self._atomic(self._sequence(argument))
        if op in (codes.ASSERT, codes.ASSERT_NOT):
            return self._look(op is codes.ASSERT, argument[0] < 0, argument[1])
        if op is codes.AT:
            return self._at(argument)
        if op is codes.GROUPREF:
            return self._again(argument)
        raise NotImplementedError(op)

    def _test(self, op: Any, argument: Any) -> Callable[[str], object]:
        """Whether a character is of a class: asked of `re` once for each character."""
        piece = parser.SubPattern(parser.State(), [(op, argument)])
        piece.state.flags = self.flags
        compiled = re._compiler.compile(piece, self.flags)  # type: ignore[attr-defined]
        known: dict[str, bool] = {}

        def test(character: str) -> bool:
            if character not in known:
                known[character] = compiled.fullmatch(character) is not None
            return known[character]

        return test

    def _one(self, test: Callable[[str], object]) -> Node:
        def match(at: int, rest: Rest) -> bool:
            self._step()
            return at < len(self.text) and bool(test(self.text[at])) and rest(at + 1)

        return match

    def _repeat(self, op: Any, least: int, most: int, body: Sequence[Any]) -> Node:
        least = min(least, self.bound)
        most = NO_BOUND if most >= UNBOUNDED else min(most, self.bound)
        if len(body) == 1 and body[0][0] in ONE:
            return self._run(op, least, most, self._test(*body[0]))
        node = self._sequence(body)

        def match(at: int, rest: Rest, done: int = 0) -> bool:
            self._step()

            def again(end: int) -> bool:
                return (end > at or done < least) and match(end, rest, done + 1)

            if done < least:
                return node(at, again)
            if op is LAZY:
                return rest(at) or (done < most and node(at, again))
            return (done < most and node(at, again)) or rest(at)

        return self._atomic(match) if op is POSSESSIVE else match

    def _run(self, op: Any, least: int, most: int, test: Callable[[str], object]) -> Node:
        """A repeat of one character."""

        def match(at: int, rest: Rest) -> bool:
            end, last = at, min(len(self.text), at + most)
            until = min(last, at + least) if op is LAZY else last
            while end < until and test(self.text[end]):
                end += 1
            self._step(end - at + 1)
            if end - at < least:
                return False
            if op is POSSESSIVE:
                return rest(end)
            if op is GREEDY:
                for place in range(end, at + least - 1, -1):
                    self._step()
                    if rest(place):
                        return True
                return False
            while not rest(end):
                self._step()
                if end >= last or not test(self.text[end]):
                    return False
                end += 1
            return True

        return match

    def _branches(self, branches: Sequence[Node]) -> Node:
        def match(at: int, rest: Rest) -> bool:
            for branch in branches:  # noqa: SIM110 - the frame of a generator would be one of C's, which has few
                if branch(at, rest):
                    return True
            return False

        return match

    def _group(self, number: int | None, node: Node) -> Node:
        if number is None:
            return node

        def match(at: int, rest: Rest) -> bool:
            before = self.groups.get(number)

            def closed(end: int) -> bool:
                self.groups[number] = (at, end)
                return rest(end)

            if node(at, closed):
                return True
            self.groups.pop(number, None)
            if before is not None:
                self.groups[number] = before
            return False

        return match

    def _atomic(self, node: Node) -> Node:
        def match(at: int, rest: Rest) -> bool:
            ends: list[int] = []

            def found(end: int) -> bool:
                ends.append(end)
                return True

            return node(at, found) and rest(ends[-1])

        return match

    def _look(self, wanted: bool, behind: bool, body: Sequence[Any]) -> Node:
        node = self._sequence(body)
        width = body.getwidth()[0] if behind else 0  # type: ignore[attr-defined]

        def match(at: int, rest: Rest) -> bool:
            self._step()
            seen = at >= width and node(at - width, lambda end: not behind or end == at)
            return seen is wanted and rest(at)

        return match

    def _at(self, where: Any) -> Node:
        """An anchor, asked of `re` at its place; the multi-line ones are other codes."""
        if where is codes.AT_BEGINNING and self.flags & re.MULTILINE:
            where = codes.AT_BEGINNING_LINE
        if where is codes.AT_END and self.flags & re.MULTILINE:
            where = codes.AT_END_LINE
        source = {
            codes.AT_BEGINNING: r"\A",
            codes.AT_BEGINNING_STRING: r"\A",
            codes.AT_BEGINNING_LINE: r"(?m:^)",
            codes.AT_END: r"$",
            codes.AT_END_STRING: r"\Z",
            codes.AT_END_LINE: r"(?m:$)",
            codes.AT_BOUNDARY: r"\b",
            codes.AT_NON_BOUNDARY: r"\B",
        }[where]
        anchor = re.compile(source, self.flags & re.ASCII)

        def match(at: int, rest: Rest) -> bool:
            self._step()
            return anchor.match(self.text, at) is not None and rest(at)

        return match

    def _again(self, number: int) -> Node:
        alike = re.compile(r"(?s)(.)\1", self.flags & (re.IGNORECASE | re.ASCII))  # as `re` compares two characters

        def match(at: int, rest: Rest) -> bool:
            start, end = self.groups.get(number, (0, -1))
            self._step(max(1, end - start))
            said, here = self.text[start:end], self.text[at : at + end - start]
            same = len(here) == end - start and all(alike.fullmatch(a + b) for a, b in zip(said, here, strict=True))
            return same and rest(at + len(said))

        return match
