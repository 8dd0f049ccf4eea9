import re
from collections.abc import Callable

import pytest

from summitparse.actors import Registry, build_registry
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Layout, clean_copy, find_layout
from summitparse.voices import find_voices


def lay_out(text: str) -> Layout:
    """Each line is a paragraph; "NAME: words" with a tab after the colon is a speaker's turn."""
    blocks = []
    for line in re.finditer(r"[^\n]+", text):
        label = re.match(r"[^\t]+(?=:\t)", line.group())
        start = line.start() + (label.end() + 2 if label else 0)
        span = Span(line.start(), line.start() + label.end()) if label else None
        blocks.append(Block(Span(start, line.end()), "turn" if label else "paragraph", label=span))
    return Layout(text, clean_copy(text), blocks=tuple(blocks))


@pytest.fixture
def registry_of() -> Callable[[str], Registry]:
    def build(text: str) -> Registry:
        layout = lay_out(text)
        return build_registry(
            find_voices(layout), analyse([(layout.clean, [block.span for block in layout.blocks])])[0]
        )

    return build


@pytest.fixture
def release_of() -> Callable[[str], Registry]:
    """As `registry_of`, of a whole release with its title."""

    def build(text: str) -> Registry:
        layout = find_layout(text)
        return build_registry(find_voices(layout), analyse([(layout.clean, layout.stretches())])[0])

    return build
