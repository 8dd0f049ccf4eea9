"""How often each rule makes a record or a field, on how many releases and services, and how often it is right.

    python bench/rules.py --texts releases.jsonl.gz … [--every 10] [--gold GOLD --gold-texts TEXTS]

A service is what stands before the last dash of a release's id. A record is right where one of the gold of its kind
shares its words and has its values; what the annotators left open is held against nobody. Fields have no gold.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from summitparse.explain.made import Made, trace
from summitparse.pipeline import Job
from summitparse.reading.text import read_text
from summitparse.rules import packages, parts_of, rules

# A rule that applies to fewer releases or services than these is for one text.
LEAST_RELEASES, LEAST_SERVICES = 3, 2
# Two records are about the same words where they share this part of the characters that either has.
SHARED = 0.5
# What has to be as in the gold, of each kind that has gold.
VALUES = {"figures": ("value", "unit"), "dates": ("value",), "documents": ("type",), "quotes": (), "ranges": ()}
Gold = dict[str, Any]


@dataclass
class Use:
    """Where a rule was used: how often, on which releases, and how many of those judged were right."""

    times: int = 0
    releases: set[str] = field(default_factory=set)
    judged: int = 0
    right: int = 0

    @property
    def services(self) -> set[str]:
        return {name.rpartition("-")[0] for name in self.releases}

    @property
    def is_rare(self) -> bool:
        return len(self.releases) < LEAST_RELEASES or len(self.services) < LEAST_SERVICES


def texts(paths: list[Path], every: int) -> Iterator[tuple[str, str]]:
    """Id and text of every so many-th release."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in islice(file, 0, None, every):
                release = json.loads(line)
                yield release["id"], release["text"]


def jobs(found: Iterator[tuple[str, str]]) -> Iterator[Job]:
    for name, text in found:
        yield Job(read_text(text, name), name)


def count(found: Iterator[tuple[str, str]]) -> dict[str, Use]:
    """The use of each rule in the texts."""
    uses: dict[str, Use] = defaultdict(Use)
    for read in trace(jobs(found)):
        for one in read.made():
            for rule in parts_of(one.rule):
                uses[rule.name].times += 1
                uses[rule.name].releases.add(read.release.id or "")
    return uses


def judge(gold: Path, folder: Path, uses: dict[str, Use]) -> None:
    """Counts how many records of each rule are right on annotated releases."""
    names = sorted(path.stem for path in gold.glob("*.json"))
    found = ((name, (folder / f"{name}.txt").read_bytes().decode("utf-8")) for name in names)
    for read in trace(jobs(found)):
        asked = json.loads((gold / f"{read.release.id}.json").read_text("utf-8"))
        for one in read.made():
            verdict = None if one.field else is_right(one, asked)
            for rule in parts_of(one.rule) if verdict is not None else ():
                uses[rule.name].judged += 1
                uses[rule.name].right += bool(verdict)


def is_right(one: Made, gold: Gold) -> bool | None:
    """None where there is no gold of the kind, or it leaves the record open."""
    kind, record = one.subject.kind, one.subject.record
    if kind not in VALUES or kind not in gold:
        return None
    near = [asked for asked in gold[kind] if shares(one, asked)]
    right = any(all(same(getattr(record, name), asked.get(name)) for name in VALUES[kind]) for asked in near)
    return None if not right and any(asked.get("optional") for asked in near) else right


def shares(one: Made, asked: Gold) -> bool:
    spans = asked.get("spans") or [[asked["start"], asked["end"]]]
    mine = one.subject.spans
    both = sum(max(0, min(a.end, end) - max(a.start, start)) for a in mine for start, end in spans)
    length = sum(span.end - span.start for span in mine)
    # Gold has a quotation that is broken up in pieces: what is asked is that each of ours lies in it.
    return both >= SHARED * length


def same(value: object, asked: object) -> bool:
    """Whether a value is the one asked for, or one of them: numbers as numbers, things counted by their last word."""
    answers = asked if isinstance(asked, list) else [asked]
    return any(folded(value) == folded(answer) for answer in answers)


def folded(value: object) -> object:
    if isinstance(value, str) and not hasattr(value, "value"):
        return value.split()[-1].casefold().rstrip("s") if value else value
    return float(value) if hasattr(value, "as_tuple") or isinstance(value, int | float) else value


def lines(uses: dict[str, Use]) -> Iterator[str]:
    """One a rule, those of a package together; then the rules that are used on hardly any text."""
    yield f"{'rule':36}{'times':>7}{'releases':>10}{'services':>10}   right of judged"
    for name, rule in rules().items():
        use = uses[name]
        right = f"{use.right} of {use.judged} ({use.right / use.judged:.2f})" if use.judged else ""
        label = f"{name} [{rule.field}]" if rule.field else name
        yield f"{label:36}{use.times:7}{len(use.releases):10}{len(use.services):10}   {right}".rstrip()
    for package in packages():
        rare = [name for name, rule in rules().items() if rule.package == package and uses[name].is_rare]
        yield f"\n{package}: {len(rare)} on fewer than {LEAST_RELEASES} releases or {LEAST_SERVICES} services"
        yield from (f"  {name} ({len(uses[name].releases)})" for name in rare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--every", type=int, default=1, help="read every N-th release only")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--gold-texts", type=Path)
    options = parser.parse_args()
    uses = count(texts(options.texts, options.every))
    if options.gold and options.gold.is_dir():
        judge(options.gold, options.gold_texts, uses)
    sys.stdout.write("".join(f"{line}\n" for line in lines(uses)))


if __name__ == "__main__":
    main()
