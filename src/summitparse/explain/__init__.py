"""Which rule made a record, where the rule stands, on which words, and what lost against it."""

from summitparse.explain.explanation import Explanation, explain
from summitparse.explain.show import to_text

__all__ = ["Explanation", "explain", "to_text"]
