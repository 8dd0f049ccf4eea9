"""Every rule has examples of both kinds, and the tests of its package ask whether it makes what they say."""

from pathlib import Path

import pytest

from summitparse.rules import Rule, packages, rules


@pytest.mark.parametrize("package", sorted({*packages()}))
def test_each_package_asks_its_examples(package: str) -> None:
    assert (Path(__file__).parents[1] / package / "test_rules.py").exists()


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_every_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.proposes
    assert rule.yes and all(example.spans for example in rule.yes)
    assert rule.no and not any(example.spans for example in rule.no)
