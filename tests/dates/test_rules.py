"""Each rule of dates makes what its examples say. Dates need no syntax, so the other finders are not asked."""

import datetime as dt

import pytest

from summitparse.dates import find_dates
from summitparse.rules import Example, Rule, rules
from tests.rules.examples import Made, of_rule, wrong

REFERENCE = dt.date(2024, 1, 30)
RULES = [rule for rule in rules().values() if rule.package == "dates"]


def made_of(example: Example) -> Made:
    reference = dt.date.fromisoformat(example.reference) if example.reference else REFERENCE
    found = find_dates(example.text, reference=reference)
    values = [(date.rule, date.span, date.value) for date in found.dates]
    return values + [(range_.rule, range_.span, "") for range_ in found.ranges]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples(rule: Rule) -> None:
    rows = [(example, made_of(example)) for example in (*rule.yes, *rule.no)]
    assert not list(filter(None, (wrong(rule, example, made, []) for example, made in rows)))
    assert any(of_rule(rule, made) for _, made in rows)
