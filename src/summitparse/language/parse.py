"""Tokens with tags and syntax, as every finder sees them: plain objects with offsets into the whole text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from summitparse.findings import Span

# Universal POS from the Penn tags that the English model gives; AUX is told from VERB by the dependency.
POS_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WP$": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET", "WDT": "DET", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART",
    "CC": "CCONJ", "CD": "NUM", "UH": "INTJ", "SYM": "SYM", "$": "SYM", "LS": "X", "FW": "X", "XX": "X", "_SP": "SPACE",
}  # fmt: skip


class Token:
    """A token. `start` and `end` are offsets into the release's text; `i`, `head` and `sentence` are positions in
    `Parse.tokens` and `Parse.sentences`. A root's head is itself. `lemma` is lower case but for proper names."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(
        self,
        i: int,
        start: int,
        text: str,
        tag: str,
        pos: str,
        lemma: str,
        dep: str,
        head: int,
        sentence: int,
        lower: str | None = None,
    ) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower() if lower is None else lower
        self.tag = tag
        self.pos = pos
        self.lemma = lemma
        self.dep = dep
        self.head = head
        self.sentence = sentence
        self.children: list[int] = []

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.tag}, {self.dep}→{self.head})"


class Parse:
    """The tokens of all parsed blocks of one release in text order. Blocks that were not parsed have none.

    `sentences` holds half-open ranges of token positions; no sentence crosses a block.
    """

    def __init__(self, tokens: list[Token], sentences: list[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.sentences = sentences
        for token in tokens:
            if token.head != token.i:
                tokens[token.head].children.append(token.i)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        """Leftmost and rightmost token of each subtree; linear, for the heads of a tree cannot form a cycle."""
        tokens, left, right = self.tokens, list(range(len(self.tokens))), list(range(len(self.tokens)))
        for first, last in self.sentences:
            order = [i for i in range(first, last) if tokens[i].head == i]
            for i in order:
                order.extend(tokens[i].children)
            for i in reversed(order):
                head = tokens[i].head
                if left[i] < left[head]:
                    left[head] = left[i]
                if right[i] > right[head]:
                    right[head] = right[i]
        return list(zip(left, right, strict=True))

    def left_edge(self, i: int) -> int:
        """Position of the first token of the subtree of token `i`."""
        return self._edges[i][0]

    def right_edge(self, i: int) -> int:
        """Position of the last token of the subtree of token `i`."""
        return self._edges[i][1]

    def subtree(self, i: int) -> Span:
        """Where the subtree of token `i` stands in the text, from its first to its last token."""
        first, last = self._edges[i]
        return Span(self.tokens[first].start, self.tokens[last].end)

    def at(self, offset: int) -> Token | None:
        """The token that covers `offset`, or None between tokens."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def within(self, span: Span) -> list[Token]:
        """All tokens that begin in `span`."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def sentence_tokens(self, sentence: int) -> list[Token]:
        first, last = self.sentences[sentence]
        return self.tokens[first:last]

    def sentence_span(self, sentence: int) -> Span:
        first, last = self.sentences[sentence]
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that covers `offset`, or the last one that begins before it; None before the first."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i].sentence if i >= 0 else None

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads from `i` upwards, `i` itself left out."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i
