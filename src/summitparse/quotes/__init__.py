"""Quotations and reported speech: content, cue, source and speaker."""

from summitparse.quotes.find import FoundQuotes, find_quotes
from summitparse.quotes.speakers import assign_speakers

__all__ = ["FoundQuotes", "assign_speakers", "find_quotes"]
