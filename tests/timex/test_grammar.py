"""The table of templates: every row has a function or a value, and every part that a template names is there."""

import re

from summitparse.timex.grammar import PARTS, RULES


def test_every_part_that_a_template_names_is_there() -> None:
    named = {part for rule in RULES for part in re.findall(r"\b[A-Z]{2,}\b", rule.template)}
    named |= {part for body in PARTS.values() for part in re.findall(r"\b[A-Z]{2,}\b", body)}
    assert named == set(PARTS)
