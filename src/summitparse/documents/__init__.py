"""Instruments that a release says were signed, adopted or approved, with type, period, parties, date and place."""

from summitparse.documents.find import find_documents

__all__ = ["find_documents"]
