"""What a person decides about records: accepted, wrong, corrected, missing; and the records after it."""

from summitparse.review.apply import apply_decisions
from summitparse.review.decisions import Decision, Decisions, read_decisions

__all__ = ["Decision", "Decisions", "apply_decisions", "read_decisions"]
