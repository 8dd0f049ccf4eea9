"""How a batch goes, on standard error: a bar for a person, one JSON object a line for a machine."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from summitparse.batch.emit import Kept
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Outcome
from summitparse.batch.report import Report
from summitparse.reading.source import printable
from summitparse.say import say, write_error

# Seconds between two lines of progress for a machine.
EVERY = 10.0


class Watch:
    """Says what failed, and nothing else: what --quiet leaves."""

    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        if isinstance(outcome, Outcome) and outcome.failure is not None:
            self.failed(outcome)

    def failed(self, outcome: Outcome) -> None:
        say(outcome.failure or "")

    def end(self, report: Report, output: str) -> None:
        pass


class Person(Watch):
    """A bar on a terminal, and a summary."""

    def __init__(self, bar: "_Bar | None") -> None:
        self.bar = bar

    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        super().outcome(outcome, report)
        if self.bar:
            self.bar.show(report)

    def end(self, report: Report, output: str) -> None:
        if self.bar:
            self.bar.stop()
        for note in report.notes:
            say(note)
        for line in summary(report, output):
            say(line)


class Machine(Watch):
    """Events as JSON: `failed`, `progress` now and then, `summary` at the end."""

    def __init__(self) -> None:
        self.started = self.said = time.monotonic()

    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        super().outcome(outcome, report)
        if time.monotonic() - self.said > EVERY:
            self.said = time.monotonic()
            self.say("progress", **figures(report, self.said - self.started))

    def failed(self, outcome: Outcome) -> None:
        self.say("failed", name=outcome.name, message=outcome.failure)

    def end(self, report: Report, output: str) -> None:
        for note in report.notes:
            self.say("note", message=note)
        slowest = [{"name": name, "cpu_seconds": round(seconds, 3)} for seconds, name in report.slowest]
        more = {"output": printable(output), "counts": dict(report.counts), "passed_over": report.passed_over}
        self.say("summary", **figures(report, report.seconds), **more, slowest=slowest)

    def say(self, event: str, **fields: Any) -> None:
        write_error(json.dumps({"event": event, **fields}) + "\n")


def figures(report: Report, seconds: float) -> dict[str, Any]:
    rate = 1 / max(seconds, 1e-9)
    return {
        "done": report.done,
        "kept": report.kept,
        "failed": report.failed,
        "words": report.words,
        "seconds": round(seconds, 1),
        "releases_per_second": round(report.done * rate, 2),
        "words_per_second": round(report.words * rate),
    }


def summary(report: Report, output: str) -> Iterator[str]:
    """The sentences at the end of a batch."""
    kept = f", {report.kept:,} kept from before" if report.kept else ""
    failed = f", {report.failed:,} failed" if report.failed else ""
    rate = report.words / max(report.seconds, 1e-9)
    place = "on standard output" if output == "-" else f"in {output}"
    yield (
        f"{report.done:,} releases done{kept}{failed}; {report.words:,} words in {report.seconds:,.1f} s "
        f"({rate:,.0f} words/s). Records are {place}."
    )
    if report.counts:
        yield "Found: " + ", ".join(f"{count:,} {kind}" for kind, count in report.counts.items()) + "."
    if report.passed_over:
        yield f"{report.passed_over:,} files of other kinds in the folders were passed over (--glob '*' takes them)."
    if report.done > 20:
        yield "Slowest: " + ", ".join(f"{name} ({seconds:.1f} s)" for seconds, name in report.slowest[:3]) + "."


class _Bar:
    """Done, failed, rate, time left. Nothing heavy but rich, and that only on a terminal."""

    def __init__(self, inputs: Inputs) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
        )
        self.task = self.progress.add_task("parsing", total=inputs.count(), rate="")
        self.started = self.shown = time.monotonic()
        self.progress.start()

    def show(self, report: Report) -> None:
        now = time.monotonic()
        if now - self.shown < 0.2:
            return
        self.shown = now
        seconds = now - self.started
        rate = f"{report.done / seconds:,.1f} releases/s, {report.words / seconds:,.0f} words/s"
        if report.failed:
            rate += f", {report.failed:,} failed"
        self.progress.update(self.task, completed=report.done + report.kept + report.failed, rate=rate)
        self.progress.refresh()

    def stop(self) -> None:
        self.progress.stop()


@contextmanager
def watch(inputs: Inputs, *, quiet: bool, machine: bool) -> Iterator[Watch]:
    """Whoever is to be told: a machine, a person, or with `quiet` only of failures."""
    if machine:
        yield Machine()
    elif quiet:
        yield Watch()
    else:
        bar = _Bar(inputs) if sys.stderr is not None and sys.stderr.isatty() else None
        try:
            yield Person(bar)
        finally:
            if bar:
                bar.stop()
