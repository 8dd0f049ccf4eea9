"""What a cluster's worker does: one part, or one release of it alone."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from summitparse.allowance import UNLIMITED, Allowance
from summitparse.batch.blocks import blocks
from summitparse.batch.cluster.parts import Part
from summitparse.batch.item import Item, Outcome
from summitparse.batch.key import how_made
from summitparse.batch.storage import write_whole
from summitparse.batch.workers import found
from summitparse.errors import UsageError

SLOWEST = 5
# A worker may have threads; the model is for one at a time, and two would only take turns.
ONE_AT_A_TIME = threading.Lock()


@dataclass(slots=True)
class Done:
    """What became of a part."""

    number: int
    done: int = 0
    words: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)


def do_part(part: Part, output: str, work: str, allowance: Allowance = UNLIMITED) -> Done:
    """All releases of the part to its file. The file is there only once it is complete."""
    with ONE_AT_A_TIME:
        _same_version(part)
        do, outcomes = found(work), dict[int, Outcome]()
        for block in blocks(_open(part, outcomes)):
            with allowance.held():
                outcomes.update((outcome.number, outcome) for outcome in do(block, part.options))
            if len(block) > 1:
                for item in [item for item in block if outcomes[item.number].out_of_memory]:
                    with allowance.held():  # its neighbours may have had the memory
                        outcomes[item.number] = next(iter(do([item], part.options)))
        return write_part(part, output, outcomes)


def _open(part: Part, outcomes: dict[int, Outcome]) -> Iterator[Item]:
    for item in part.items():
        if item.problem is None:
            yield item
        else:
            outcomes[item.number] = Outcome(item.number, item.name, failure=item.problem)


def do_one(part: Part, number: int, work: str, allowance: Allowance = UNLIMITED) -> Outcome:
    """One release of the part, for when the part ends its workers."""
    with ONE_AT_A_TIME:
        items = part.items()
        item = items[min(number, len(items) - 1)]  # one that says so stands for lines that have changed
        if item.problem is not None:
            return Outcome(number, item.name, failure=item.problem)
        do = found(work)
        with allowance.held():
            return next(iter(do([item], part.options)))


def write_part(part: Part, output: str, outcomes: dict[int, Outcome]) -> Done:
    """The part's records and, before them, its failures: a part whose records are there lacks nothing."""
    done = Done(part.number)
    lines = []
    for number in sorted(outcomes):
        outcome = outcomes[number]
        if outcome.line is None:
            done.failed.append((outcome.name, outcome.failure or ""))
            continue
        lines.append(outcome.line)
        done.done += 1
        done.words += outcome.words
        done.counts.update(dict(outcome.counts))
        done.slowest = sorted([*done.slowest, (outcome.seconds, outcome.name)], reverse=True)[:SLOWEST]
    if done.failed:
        told = (json.dumps({"name": name, "message": message}).encode("ascii") for name, message in done.failed)
        write_whole(f"{output}/{part.failures}", b"\n".join([*told, b""]))
    write_whole(f"{output}/{part.name}", b"".join(lines))
    return done


def _same_version(part: Part) -> None:
    here = how_made(part.options)
    if here != part.made:
        raise UsageError(
            f"A worker of the cluster has other versions ({here['versions']}) than this machine "
            f"({part.made['versions']}). Install the same on all."
        )
