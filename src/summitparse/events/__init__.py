"""The event that a release reports: what, where, when, between whom."""

from summitparse.events.find import find_event

__all__ = ["find_event"]
