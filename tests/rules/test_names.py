"""The registry and the code know the same names."""

from collections.abc import Iterable

import pytest

from summitparse.explain.sites import Site, names_in_code, sites_of
from summitparse.rules import Rule, parts_of, rules

# Names of rules begin with one of these; other strings with a full stop in them are no names.
FAMILIES = {name.partition(".")[0] for name in rules() if not name.startswith("-")}
# Packages whose rules have endings that a later step adds.
ENDINGS = {rule.package for name, rule in rules().items() if name.startswith("-")}


def is_name(text: str, sites: Iterable[Site]) -> bool:
    if text.startswith("-"):
        return not text.endswith("-") and any(site.path.partition("/")[0] in ENDINGS for site in sites)
    return text.partition(".")[0] in FAMILIES


def test_every_name_in_the_code_is_registered() -> None:
    named = [name for name, sites in names_in_code().items() if is_name(name, sites)]
    parts = [name for name in named if not name.endswith((".", "-"))]
    beginnings = tuple(name for name in named if name.endswith((".", "-")))
    assert [name for name in parts if not parts_of(name)] == []
    assert [name for name in beginnings if not any(known.startswith(name) for known in rules())] == []


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_every_rule_is_carried_out_somewhere(rule: Rule) -> None:
    assert sites_of(rule.name)


def test_a_name_made_of_parts_is_that_of_each() -> None:
    assert [rule.name for rule in parts_of("calendar.nth-weekday+calendar.month")] == [
        "calendar.nth-weekday",
        "calendar.month",
    ]
    assert [rule.name for rule in parts_of("count.noun-parsed")] == ["count.noun", "-parsed"]
    assert [rule.name for rule in parts_of("unit.rate-name-range")] == ["unit.rate-", "-range"]
    assert parts_of("weather.rain") == []
