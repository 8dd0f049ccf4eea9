"""Runs `summitparse batch` over the developer data of each benchmark and each benchmark's own scorer, in one table.

    python bench/accuracy.py --bench ../shared/bench [--only dates,quotes] [--keep .bench]

The data has licences of its own and is not part of this project: where the folder is missing, nothing is measured.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Task:
    """One data file: how its documents go in, and how its scorer is called."""

    name: str
    folder: str
    data: str
    scorer: str
    flag: str


TASKS = (
    Task("releases", "releases", "texts", "score.py", "--gold"),
    Task("dates/tbaq", "dates", "data/tbaq.jsonl.gz", "score.py", "--gold"),
    Task("dates/meantime", "dates", "data/meantime-dev.jsonl.gz", "score.py", "--gold"),
    Task("dates/wikiwars", "dates", "data/wikiwars-dev.jsonl.gz", "score.py", "--gold"),
    Task("dates/recognizers", "dates", "data/recognizers-dev.jsonl.gz", "suite.py", "--cases"),
    Task("figures/newsquant", "figures", "data/newsquant-dev.jsonl.gz", "score.py", "--gold"),
    Task("figures/rtext", "figures", "data/rtext-dev.jsonl.gz", "score.py", "--gold"),
    Task("figures/recognizers", "figures", "data/recognizers-dev.jsonl.gz", "suite.py", "--cases"),
    Task("quotes/polnear", "quotes", "data/polnear-dev.jsonl.gz", "score.py", "--gold"),
)


def lines(path: Path) -> Iterator[dict[str, object]]:
    """Gold documents as `batch` takes them: id, text, and the document's own date as the reference date."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            reference = gold.get("dct") or gold.get("reference_date") or gold.get("reference")
            day = re.match(r"\d{4}-\d{2}-\d{2}", str(reference or ""))
            yield {"id": gold["id"], "text": gold["text"], "reference_date": day.group() if day else None}


def predict(task: Task, bench: Path, keep: Path) -> tuple[Path, int, float]:
    """Where the predictions are, how many words went in, and the CPU seconds that it took."""
    source, stem = bench / task.folder / task.data, task.name.replace("/", "-")
    if source.is_dir():
        inputs, words = source, sum(len(p.read_text("utf-8").split()) for p in source.glob("*.txt"))
    else:
        inputs, words = keep / f"{stem}.jsonl", 0
        with inputs.open("w", encoding="utf-8") as file:
            for line in lines(source):
                words += len(str(line["text"]).split())
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    output = keep / f"{stem}.pred.jsonl"
    output.unlink(missing_ok=True)
    before = children_cpu()
    command = [sys.executable, "-m", "summitparse", "batch", str(inputs), "--output", str(output), "--quiet"]
    done = subprocess.run(command, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return output, words, children_cpu() - before


def children_cpu() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def score(task: Task, bench: Path, predictions: Path) -> str:
    folder = bench / task.folder
    command = [sys.executable, str(folder / task.scorer), "--pred", str(predictions)]
    if not (folder / task.data).is_dir():
        command += [task.flag, str(folder / task.data)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--only", default="", help="beginnings of task names, with commas")
    parser.add_argument("--keep", type=Path, default=Path(".bench"), help="folder for inputs and predictions")
    arguments = parser.parse_args()
    write: Callable[[str], int] = sys.stdout.write
    if not arguments.bench.is_dir():
        write(f"No benchmark data at {arguments.bench}: nothing was measured.\n")
        return
    arguments.keep.mkdir(exist_ok=True)
    chosen = tuple(filter(None, arguments.only.split(",")))
    started = time.process_time()
    for task in TASKS:
        if chosen and not task.name.startswith(chosen):
            continue
        predictions, words, seconds = predict(task, arguments.bench, arguments.keep)
        write(f"\n== {task.name}: {words:,} words in {seconds:.1f} CPU s, start-up included\n")
        write(score(task, arguments.bench, predictions) + "\n")
    write(f"\n(scoring took {time.process_time() - started:.1f} CPU s)\n")


if __name__ == "__main__":
    main()
