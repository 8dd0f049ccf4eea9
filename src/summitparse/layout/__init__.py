"""Text to layout: header, blocks, list items, speaker turns, credits, and the clean copy of the same length."""

from summitparse.layout.composed import Places, compose
from summitparse.layout.find import clean_copy, find_layout
from summitparse.lines.model import Block, Header, Layout, Published

__all__ = ["Block", "Header", "Layout", "Places", "Published", "clean_copy", "compose", "find_layout"]
