"""Speaker labels are not part of any parsed block, so they get simple tokens of their own."""

import re

from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout

_TOKEN = re.compile(r"['’]s\b|[^\W_]+(?:[.'’](?!s\b)[^\W_]+)*\.?|\S")
_TAGS = {
    "of": "IN",
    "for": "IN",
    "at": "IN",
    "to": "IN",
    "on": "IN",
    "in": "IN",
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "and": "CC",
    "'s": "POS",
    "’s": "POS",
}


def parse_labels(layout: Layout) -> tuple[Parse, list[int]]:
    """One sentence a label, each label once; and for each of these sentences the block that it opens."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    owners: list[int] = []
    last: Span | None = None
    for number, block in enumerate(layout.blocks):
        if block.label is None or block.label == last:
            continue
        last = block.label
        begin = len(tokens)
        for match in _TOKEN.finditer(layout.clean, last.start, last.end):
            text = match.group()
            kind = "NNP" if text[0].isupper() else "NN" if text[0].isalpha() else text[0]
            tag = _TAGS.get(text) or kind
            pos = "PROPN" if tag == "NNP" else "NOUN"
            tokens.append(
                Token(len(tokens), match.start(), text, tag, pos, text.lower(), "compound", 0, len(sentences))
            )
        for token in tokens[begin:]:
            token.head = len(tokens) - 1
        tokens[-1].dep = "ROOT"
        sentences.append((begin, len(tokens)))
        owners.append(number)
    return Parse(tokens, sentences), owners
