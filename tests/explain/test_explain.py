"""Every record has a rule that is found in the code, and words that stand in its sentence."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from summitparse.errors import UsageError
from summitparse.explain import explain, to_text
from summitparse.explain.sites import sites_of
from summitparse.pipeline import Job
from summitparse.reading import read_path
from summitparse.reading.text import read_text
from summitparse.rules import rules

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
TRADE = "Trade between Norway and Chile reached $5 billion in 2024. Trade was $4 billion in 2023."


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_rule_has_a_place_in_the_code(path: Path) -> None:
    _, explained = explain(Job(read_path(path)))
    assert explained
    for one in explained:
        for named in one.named:
            assert named.sites and named.rules, named.made.rule
            for site in named.sites:
                line = (files("summitparse") / site.path).read_text("utf-8").splitlines()[site.line - 1]
                said = any(word in named.made.rule for word in re.findall(r'"([a-z.-]{2,})', line))
                assert said or f"def {site.function}(" in line, site


def test_a_rule_is_found_where_it_makes_records_and_not_where_it_is_only_compared() -> None:
    (site,) = sites_of("calendar.day-month-year")
    assert site.path == "timex/templates.toml"


def test_a_name_made_of_parts_has_the_places_of_each() -> None:
    whole = sites_of("calendar.nth-weekday+calendar.month")
    assert {site.path for site in whole} >= {site.path for site in sites_of("calendar.month")}
    assert sites_of("count.noun-parsed")[-1].path == "figures/counted.py"


def test_no_code_knows_a_rule_that_is_not_there() -> None:
    assert sites_of("weather.rain") == []


def test_a_name_that_is_made_from_a_beginning_is_found() -> None:
    assert sites_of("unit.rate-name")[0].path == "figures/units.py"


def test_what_a_figure_measures_is_told_with_what_lost() -> None:
    release, (one,) = explain(
        Job(read_text("They agreed on a loan of $5 million for the port.", "plan.txt")), "F1.measure"
    )
    assert [answer.lost for _, answer in one.answers] == ["", "less likely", "less likely"]
    shown = to_text(release, [one])
    assert "rule of measure: measure.held" in shown and "[measure: loan] of [F1: $5 million]" in shown
    assert "measure by measure.behind: port (0." in shown


def test_a_rule_is_shown_with_its_examples() -> None:
    shown = to_text(*explain(Job(read_text(TRADE, "trade.txt")), "F1"))
    rule = rules()["money.sign-before"]
    assert f"yes: {rule.yes[0].marked}" in shown and f"no: {rule.no[0].marked}" in shown


def test_what_lost_as_a_record_is_told_beside_those_of_its_kind() -> None:
    source = read_text("The Minister condemned the attack. Both sides agreed to open a second bridge.", "plan.txt")
    release, explained = explain(Job(source))
    shown = to_text(release, explained)
    assert "beside it, by positions.agree: to open a second bridge" in shown


def test_the_sentence_is_shown_with_the_words_of_each_field() -> None:
    shown = to_text(*explain(Job(read_text(TRADE, "trade.txt")), "F1"))
    assert "reached [F1: $5 billion] in [period: 2024]" in shown
    assert "$4 billion" not in shown


def test_parts_of_a_release_without_an_id_are_explained_by_their_names() -> None:
    talks = "Anna Berg held talks with Paul Okello in Oslo on Friday. She said that it was late."
    source = read_text(f"The bridge\n\nMay 3, 2024\n\n{talks}", "talks.txt")
    _, explained = explain(Job(source))
    named = {one.subject.id: {rule.made.rule for rule in one.named} for one in explained}
    assert named["title"] == {"title.above-date"} and named["published"] == {"published.line"}
    assert named["event"] == {"event.noun"} and named["A1"] == {"actors.name", "actors.pronoun"}
    shown = to_text(*explain(Job(source), "event.place"))
    assert "place: Oslo" in shown and "rule: event.noun" in shown


@pytest.mark.parametrize(("asked", "said"), [("F9", "no record F9"), ("F1.colour", "no field"), ("one", "no record")])
def test_what_is_not_there_is_said(asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        explain(Job(read_text(TRADE, "trade.txt")), asked)


def test_a_text_without_records_is_said_to_have_none() -> None:
    assert to_text(*explain(Job(read_text("Welcome.", "hello.txt")))) == "hello.txt has no records.\n"


def test_letters_apart_from_their_marks_are_explained_too() -> None:
    apart = "Jose\u0301 Example said that trade reached $5 billion in 2024."
    _, explained = explain(Job(read_text(apart, "apart.txt")))
    assert {one.subject.id[0] for one in explained} >= {"F", "D"}
