"""Quotations and reported speech: content, cue, source and speaker."""

from summitparse.quotes.confidence import settle
from summitparse.quotes.find import FoundQuotes, find_quotes
from summitparse.quotes.genre import is_article
from summitparse.quotes.speakers import assign_speakers, speaker_of
from summitparse.quotes.things import THING, without_positions

__all__ = [
    "THING",
    "FoundQuotes",
    "assign_speakers",
    "find_quotes",
    "is_article",
    "settle",
    "speaker_of",
    "without_positions",
]
