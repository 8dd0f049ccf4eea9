"""What rules make of their examples and counter-examples: the tests of each package ask it of their own rules."""

from collections.abc import Iterator

from summitparse.explain.made import trace
from summitparse.findings import Span
from summitparse.pipeline import Job
from summitparse.reading.text import read_text
from summitparse.rules import Example, Rule, parts_of, rules

# What rules made of a text: the name of each, the words, and for dates what they are read as.
Made = list[tuple[str, Span, str]]


def made_of(examples: list[Example]) -> Iterator[tuple[Made, Made]]:
    """What rules made of each text, and what was weighed and lost."""
    for found in trace(Job(read_text(example.text, "example.txt")) for example in examples):
        lost = [(one.rule, one.span, "") for one in found.weighed if one.lost]
        yield [(one.rule, span, "") for one in found.made() for span in one.spans], lost


def of_rule(rule: Rule, made: Made) -> list[tuple[Span, str]]:
    return sorted({(span, value) for name, span, value in made if rule in parts_of(name)})


def wrong(rule: Rule, example: Example, made: Made, lost: Made) -> str | None:
    """What is wrong with an example: the rule makes other words, or does not even propose those in brackets."""
    found = of_rule(rule, made)
    spans, values = {span for span, _ in found}, [value for _, value in found]
    proposed = spans | {span for span, _ in of_rule(rule, lost)}
    if spans <= set(example.spans) <= proposed and (not example.value or values == example.value.split()):
        return None
    others = ", ".join(f"{name} {example.text[span.start : span.end]!r}" for name, span, _ in made)
    return f"{rule.name}: {example.marked!r} gives {[example.text[s.start : s.end] for s in spans]} {values}; {others}"


def faults_of(package: str) -> list[str]:
    """What is wrong with the examples of a package's rules."""
    of_package = [rule for rule in rules().values() if rule.package == package]
    rows = [(rule, example) for rule in of_package for example in (*rule.yes, *rule.no)]
    found = list(made_of([example for _, example in rows]))
    faults = [wrong(rule, example, *answer) for (rule, example), answer in zip(rows, found, strict=True)]
    won = {rule.name for (rule, _), (made, _) in zip(rows, found, strict=True) if of_rule(rule, made)}
    faults += [f"{rule.name} wins in none of its examples" for rule in of_package if rule.name not in won]
    return [fault for fault in faults if fault]
