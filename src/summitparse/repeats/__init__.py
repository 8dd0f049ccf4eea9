"""The same words in many releases: which quotes are nearly equal, and where they were first."""

from summitparse.repeats.find import Repeat, Said, find_repeats

__all__ = ["Repeat", "Said", "find_repeats"]
