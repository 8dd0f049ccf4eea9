"""Finds the layout of a release."""

import re

from summitparse.findings import Span
from summitparse.layout.clean import clean_copy
from summitparse.layout.model import Block, Layout

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def find_layout(text: str) -> Layout:
    """A first version: each line is a paragraph."""
    clean = clean_copy(text)
    blocks = []
    for line in _LINE.finditer(clean):
        body = line.group()
        start = line.start() + len(body) - len(body.lstrip())
        blocks.append(Block(Span(start, start + len(body.strip()))))
    return Layout(text, clean, blocks=tuple(blocks))
