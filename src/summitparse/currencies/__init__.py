"""Currencies by code, name, sign and country, and what several countries call theirs."""

from summitparse.currencies.shared import families, signs
from summitparse.currencies.tables import currencies, letters_of

__all__ = ["currencies", "families", "letters_of", "signs"]
