"""Writes `calibration.json`: of the records that each rule made, and of quotations without a cue, events and actors by
the ways of `summitparse.calibration`, how many were right; and for docs/confidence.md how far that holds elsewhere.

    python models/confidence/calibrate.py --bench ../shared/bench [--gold FOLDER …] [--texts FOLDER …]

Counted on annotated releases of services that no rule was written for (the folds of `releases/folds.json` but "home"),
on further folders of gold in the same form, and for dates on TBAQ, MEANTIME and WikiWars. A rule that was seen n times
gets (right + WEIGHT × share of its kind) / (n + WEIGHT): a rule seen once says little. How far a table can be trusted
is measured with each service left out in turn: its records have the confidence that all others give their rules. The
data is not part of the project; its words are not in the table. `--seen FILE` keeps what was counted, to count again.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summitparse import parse
from summitparse.calibration import actor_way, event_way
from summitparse.evaluate.reliability import Answer, plot, row
from summitparse.terms import ActorKind, EventKind

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
# How many sightings the share of the whole kind stands for.
WEIGHT = 10
# Ways are few and each is seen often.
WEIGHT_OF_WAYS = 2
# So many groups of services are left out, one after the other.
GROUPS = 2
# Whatever was always right may be wrong once.
SUREST = 0.99
KINDS = ("figures", "dates", "ranges", "documents")
ALL = (*KINDS, "quotes", "events", "actors")
# Those whose reliability is drawn; quotes have a plot of their own (models/quotes/calibrate.py).
DRAWN = (*KINDS, "events", "actors")
Record = dict[str, Any]


class Seen(NamedTuple):
    """A record of a kind, what its confidence goes by, the service or corpus it is from, and whether it was right."""

    kind: str
    rule: str
    service: str
    right: bool


class Pair(NamedTuple):
    """What was annotated and what was found in one text."""

    service: str
    gold: Record
    record: Record


def releases(gold: Path, texts: Path, names: set[str] | None) -> Iterator[Pair]:
    """Each annotated release; `names` None takes all. What the names of one service have in common is its name."""
    for path in sorted(gold.glob("*.json")):
        if names is None or path.stem in names:
            text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
            found = json.loads(parse(text).model_dump_json(by_alias=True))
            yield Pair(path.stem.rpartition("-")[0], json.loads(path.read_text("utf-8")), found)


def dated(path: Path) -> Iterator[Pair]:
    """A corpus of time expressions: only its dates are annotated."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            found = parse(gold["text"], reference_date=gold["dct"][:10] if gold.get("dct") else None)
            record = json.loads(found.model_dump_json())
            dates = {"dates": [{**t, "value": [t["value"]]} for t in gold["timexes"]]}
            yield Pair(path.stem, dates, {"dates": record["dates"]})


def right(kind: str, gold: Record, found: Record) -> bool:
    """Are the values of the record those of the gold record that it overlaps?"""
    if kind == "dates":
        return found["value"] in gold["value"]
    if kind == "ranges":
        return [found["first"], found["last"]] == [gold["first"], gold["last"]]
    if kind == "documents":
        types = gold["type"] if isinstance(gold["type"], list) else [gold["type"]]
        shared = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
        return found["type"] in types and shared >= 0.6 * (
            max(gold["end"], found["end"]) - min(gold["start"], found["start"])
        )
    units = gold["unit"] if isinstance(gold.get("unit"), list) else [gold.get("unit")]
    return (
        float(found["value"]) == float(gold["value"])
        and (found["upper"] is None) == (gold.get("upper") is None)
        and _noun(found["unit"]) in [_noun(unit) for unit in units]
        and found["bound"] == (gold.get("bound") or "=")
    )


def _noun(unit: str | None) -> str | None:
    return unit.split()[-1].casefold().rstrip("s") if unit else None


def values(pair: Pair) -> Iterator[Seen]:
    """Figures, dates, ranges and documents. What the annotators left open is held against nobody."""
    for kind in KINDS:
        for found in pair.record.get(kind, ()):
            near = [g for g in pair.gold[kind] if g["start"] < found["end"] and found["start"] < g["end"]]
            correct = any(right(kind, g, found) for g in near)
            if correct or not any(g.get("optional") for g in near):
                yield Seen(kind, found["rule"], pair.service, correct)


def carried(pair: Pair) -> Iterator[Seen]:
    """Quotations without a cue, by how they are attributed: right are words and speaker."""
    for found in pair.record["quotes"]:
        if found["rule"] == "quotes.alone" and found["parent"] is None:
            near = _annotated(pair.gold, found)
            if not any(q.get("optional") for q in near):
                yield Seen("quotes", found["attribution"], pair.service, any(_is_speaker(q, found) for q in near))


def _annotated(gold: Record, quote: Record) -> list[Record]:
    """The annotated quotes that a quote overlaps."""
    start, end = quote["spans"][0]["start"], quote["spans"][-1]["end"]
    return [q for q in gold["quotes"] if q["spans"][0][0] < end and start < q["spans"][-1][1]]


def _is_speaker(gold: Record, found: Record) -> bool:
    """Is the quote's speaker the annotated one, or found where a pronoun is annotated?"""
    name, said = (found["speaker_name"] or "").split(), (gold.get("speaker") or "").split()
    return bool(name and said) and (name[-1] in said or said[-1] in name or said[-1].lower() in ("he", "she", "they"))


def events(pair: Pair) -> Iterator[Seen]:
    """The event: right where there is one, on these days."""
    found, gold, title = pair.record["event"], pair.gold["event"], pair.record["title"]
    if found:
        in_title = bool(title) and title["start"] <= found["name"]["start"] < title["end"]
        way = event_way(EventKind(found["kind"]), dated=found["first"] is not None, in_title=in_title)
        days = [found["first"], found["last"]]
        yield Seen("events", way, pair.service, bool(gold) and days == [gold.get("first"), gold.get("last")])


def actors(pair: Pair) -> Iterator[Seen]:
    """Those who speak: right where the annotators have such a speaker, and no actor before was that one already."""
    quotes = [quote for quote in pair.record["quotes"] if quote["parent"] is None]
    known: set[int] = set()
    for actor in pair.record["actors"]:
        said = [quote for quote in quotes if quote["speaker"] == actor["id"]]
        who = next((i for i, one in enumerate(pair.gold["speakers"]) if _is_called(one, actor)), None)
        left_open = all(any(q.get("optional") for q in _annotated(pair.gold, quote)) for quote in said)
        if not said or (who is None and left_open):
            continue
        way = actor_way(ActorKind(actor["kind"]), named=actor["name"] is not None, mentions=len(actor["mentions"]))
        yield Seen("actors", way, pair.service, who is not None and who not in known)
        known |= {who} - {None}


def _is_called(gold: Record, actor: Record) -> bool:
    """One of the names of an annotated speaker, or its surname; of an actor without a name a word of its title."""
    names = [_words(name) for name in (gold.get("name"), *(gold.get("also") or ()), gold.get("role")) if name]
    if actor["name"]:
        mine = _words(actor["name"])
        return any(name == mine or (gold.get("name") and name[-1:] == mine[-1:]) for name in names)
    titles = set(_words(" ".join(actor["titles"]))) or {w for m in actor["mentions"][:1] for w in _words(m["text"])}
    return any(titles & set(name) for name in names)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.casefold())


def news(path: Path) -> Iterator[Pair]:
    """Articles of PolNeAR with the words of their sources for speakers."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            for quote in gold["quotes"]:
                quote["speaker"] = " ".join(gold["text"][a:b] for a, b in quote["source"] or [])
            yield Pair(path.stem, gold, json.loads(parse(gold["text"]).model_dump_json()))


def table(seen: Iterable[Seen]) -> Record:
    counts = Counter((one.kind, one.rule) for one in seen)
    good = Counter((one.kind, one.rule) for one in seen if one.right)
    found: Record = {}
    for kind in ALL:
        total = sum(n for (k, _), n in counts.items() if k == kind)
        share = sum(n for (k, _), n in good.items() if k == kind) / total if total else 0.5
        weight = WEIGHT_OF_WAYS if kind in ("events", "actors") else WEIGHT
        rules = {
            rule: min(SUREST, round((good[kind, rule] + weight * share) / (n + weight), 2))
            for (k, rule), n in sorted(counts.items())
            if k == kind
        }
        found[kind] = {"any": round(share, 2), "rules": rules}
    return found


def left_out(seen: list[Seen]) -> dict[str, list[Answer]]:
    """By kind, each record with the confidence that the records of other services give its rule. Services are left out
    in GROUPS: one alone would be surer the more of its records are wrong, for then it takes them from the others."""
    answers: dict[str, list[Answer]] = {kind: [] for kind in DRAWN}
    services = sorted({one.service for one in seen})
    for first in range(GROUPS):
        group = set(services[first::GROUPS])
        of_others = table([one for one in seen if one.service not in group])
        for one in seen:
            if one.service in group and one.kind in answers:
                of_kind = of_others[one.kind]
                answers[one.kind].append((of_kind["rules"].get(one.rule, of_kind["any"]), one.right))
    return answers


def look(options: argparse.Namespace) -> Iterator[Seen]:
    """All that is annotated, parsed."""
    bench = options.bench
    folds = json.loads((bench / "releases/folds.json").read_text("utf-8"))
    unseen = {name for fold, names in folds.items() if fold != "home" for name in names}
    folders = [(bench / "releases/gold", bench / "releases/texts", unseen)]
    folders += [(gold, texts, None) for gold, texts in zip(options.gold, options.texts, strict=True)]
    for folder in folders:
        for pair in releases(*folder):
            for found in (values, carried, events, actors):
                yield from found(pair)
    for name in ("tbaq", "meantime-dev", "wikiwars-dev"):
        for pair in dated(bench / f"dates/data/{name}.jsonl.gz"):
            yield from values(pair)
    for pair in news(bench / "quotes/data/polnear-dev.jsonl.gz"):
        yield from carried(pair)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--seen", type=Path)
    options = parser.parse_args()
    if options.seen and options.seen.exists():
        seen = [Seen(*json.loads(line)) for line in options.seen.read_text("utf-8").splitlines()]
    else:
        seen = list(look(options))
        if options.seen:
            options.seen.write_text("".join(json.dumps(one) + "\n" for one in seen), "utf-8")
    (HERE / "calibration.json").write_text(json.dumps(table(seen), indent=1) + "\n", "utf-8")
    for kind, answers in left_out(seen).items():
        print(row(kind, answers))  # noqa: T201 - the table of docs/confidence.md
        (DOCS / f"confidence-{kind}.svg").write_text(plot(answers, kind), "utf-8")


if __name__ == "__main__":
    main()
